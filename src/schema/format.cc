#include "schema/format.h"

#include <algorithm>
#include <utility>

#include "days/date.h"
#include "schema/uri.h"

namespace catalog::schema {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

/// Parts between dots, none of them empty, all made of `allowed`.
template <class Allowed>
bool is_dotted(std::string_view text, const Allowed& allowed) {
  if (text.empty() || text.starts_with('.') || text.ends_with('.'))
    return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '.' ? text[i - 1] == '.' : !allowed(text[i])) return false;
  return true;
}

bool is_quoted_local_part(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"')
    return false;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return false;
    if (i >= text.size() || text[i] < ' ' || text[i] > '~') return false;
  }
  return true;
}

bool is_host(std::string_view text) {
  if (text.size() > 253) return false;
  if (!is_dotted(text,
                 [](char c) { return is_letter_or_digit(c) || c == '-'; }))
    return false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('.', begin), text.size());
    const std::string_view label = text.substr(begin, end - begin);
    if (label.size() > 63 || label.starts_with('-') || label.ends_with('-'))
      return false;
    begin = end + 1;
  }
  return true;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == text.npos || at == 0 || at > 64) return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  const auto is_atom = [](char c) {
    return is_letter_or_digit(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) !=
               std::string_view::npos;
  };
  if (!is_dotted(local, is_atom) && !is_quoted_local_part(local)) return false;
  if (domain.starts_with('[') && domain.ends_with(']')) {
    const std::string_view literal = domain.substr(1, domain.size() - 2);
    return literal.starts_with("IPv6:") ? is_ipv6(literal.substr(5))
                                        : is_ipv4(literal);
  }
  return is_host(domain);
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  constexpr std::pair<std::string_view, Format> formats[] = {
      {"date", Format::date}, {"uri", Format::uri}, {"email", Format::email}};
  for (const auto& [known, format] : formats)
    if (name == known) return format;
  return std::nullopt;
}

bool has_format(std::string_view text, Format format) {
  switch (format) {
    case Format::none: return true;
    case Format::date: return days::parse_date(text).has_value();
    case Format::uri: return is_uri(text);
    case Format::email: return is_email(text);
  }
  return true;
}

}  // namespace catalog::schema
