#include "schema/uri.h"

#include <algorithm>

namespace catalog::schema {
namespace {

struct Parts {
  std::optional<std::string_view> scheme, authority, query, fragment;
  std::string_view path;
};

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text[0])) return 0;
  std::size_t end = 1;
  while (end < text.size() &&
         (is_alpha(text[end]) || is_digit(text[end]) || text[end] == '+' ||
          text[end] == '-' || text[end] == '.'))
    ++end;
  return end < text.size() && text[end] == ':' ? end : 0;
}

Parts parts_of(std::string_view text) {
  Parts parts;
  if (const std::size_t hash = text.find('#'); hash != text.npos) {
    parts.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != text.npos) {
    parts.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (const std::size_t length = scheme_length(text)) {
    parts.scheme = text.substr(0, length);
    text.remove_prefix(length + 1);
  }
  if (text.starts_with("//")) {
    const std::size_t end = std::min(text.find('/', 2), text.size());
    parts.authority = text.substr(2, end - 2);
    text.remove_prefix(end);
  }
  parts.path = text;
  return parts;
}

std::string without_dots(std::string_view path) {
  std::string kept;
  const auto drop_last = [&] {
    const std::size_t slash = kept.rfind('/');
    kept.erase(slash == std::string::npos ? 0 : slash);
  };
  while (!path.empty()) {
    if (path.starts_with("../"))
      path.remove_prefix(3);
    else if (path.starts_with("./"))
      path.remove_prefix(2);
    else if (path.starts_with("/./"))
      path.remove_prefix(2);
    else if (path == "/.")
      path = "/";
    else if (path.starts_with("/../"))
      path.remove_prefix(3), drop_last();
    else if (path == "/..")
      path = "/", drop_last();
    else if (path == "." || path == "..")
      path = {};
    else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      kept += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return kept;
}

std::string merged(const Parts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  const std::size_t kept = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(base.path.substr(0, kept)) + std::string(path);
}

std::string text_of(const Parts& parts, std::string_view path) {
  std::string text;
  if (parts.scheme) (text += *parts.scheme) += ':';
  if (parts.authority) (text += "//") += *parts.authority;
  text += path;
  if (parts.query) (text += '?') += *parts.query;
  if (parts.fragment) (text += '#') += *parts.fragment;
  return text;
}

/// Whether all characters are unreserved, sub-delims, percent escapes or in
/// `others`.
bool is_made_of(std::string_view text, std::string_view others) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (text.size() - i < 3 || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))
        return false;
      i += 2;
    } else if (!is_alpha(c) && !is_digit(c) &&
               std::string_view("-._~!$&'()*+,;=").find(c) == others.npos &&
               others.find(c) == others.npos) {
      return false;
    }
  }
  return true;
}

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.find('@'); at != text.npos) {
    if (!is_made_of(text.substr(0, at), ":")) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == text.npos) return false;
    const std::string_view literal = text.substr(1, end - 1);
    const bool is_later = literal.starts_with('v') || literal.starts_with('V');
    if (is_later ? !is_made_of(literal, ":") : !is_ipv6(literal)) return false;
    text.remove_prefix(end + 1);
    if (!text.empty() && text[0] != ':') return false;
    port = text.empty() ? text : text.substr(1);
  } else if (const std::size_t colon = text.rfind(':'); colon != text.npos) {
    port = text.substr(colon + 1);
    if (!is_made_of(text.substr(0, colon), "")) return false;
  } else if (!is_made_of(text, "")) {
    return false;
  }
  return std::all_of(port.begin(), port.end(), is_digit);
}

}  // namespace

bool is_ipv4(std::string_view text) {
  int parts = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++parts) {
    const std::size_t end = std::min(text.find('.', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    int value = 0;
    if (part.empty() || part.size() > 3 || (part.size() > 1 && part[0] == '0'))
      return false;
    for (const char c : part) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + (c - '0');
    }
    if (value > 255) return false;
    begin = end + 1;
  }
  return parts == 4;
}

/// Up to eight groups of hexadecimal digits, one run of zeros left out.
bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap != text.npos && text.find("::", gap + 1) != text.npos) return false;
  if (gap == text.npos && (text.starts_with(':') || text.ends_with(':')))
    return false;
  int groups = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(':', begin), text.size());
    const std::string_view group = text.substr(begin, end - begin);
    begin = end + 1;
    if (group.empty()) continue;
    if (end == text.size() && is_ipv4(group)) {
      groups += 2;
      continue;
    }
    if (group.size() > 4 ||
        group.find_first_not_of("0123456789abcdefABCDEF") != group.npos)
      return false;
    ++groups;
  }
  return gap == text.npos ? groups == 8 : groups < 8;
}

std::string resolved_uri(std::string_view base_text,
                         std::string_view reference_text) {
  const Parts base = parts_of(base_text);
  Parts target = parts_of(reference_text);
  if (target.scheme) return text_of(target, without_dots(target.path));
  target.scheme = base.scheme;
  if (target.authority) return text_of(target, without_dots(target.path));
  target.authority = base.authority;
  if (target.path.empty()) {
    if (!target.query) target.query = base.query;
    return text_of(target, base.path);
  }
  if (target.path.starts_with('/'))
    return text_of(target, without_dots(target.path));
  return text_of(target, without_dots(merged(base, target.path)));
}

SplitUri split_fragment(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  if (hash == std::string_view::npos) return {uri, {}};
  std::string fragment;
  for (std::size_t i = hash + 1; i < uri.size(); ++i) {
    if (uri[i] == '%' && uri.size() - i >= 3 && is_hex(uri[i + 1]) &&
        is_hex(uri[i + 2])) {
      const auto digit = [](char c) {
        return is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
      };
      fragment += static_cast<char>(digit(uri[i + 1]) * 16 + digit(uri[i + 2]));
      i += 2;
    } else {
      fragment += uri[i];
    }
  }
  return {uri.substr(0, hash), fragment};
}

bool is_uri(std::string_view text) {
  const Parts parts = parts_of(text);
  return parts.scheme && (!parts.authority || is_authority(*parts.authority)) &&
         is_made_of(parts.path, ":@/") &&
         is_made_of(parts.query.value_or(""), ":@/?") &&
         is_made_of(parts.fragment.value_or(""), ":@/?");
}

}  // namespace catalog::schema
