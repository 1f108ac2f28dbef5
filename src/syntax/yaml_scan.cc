#include "syntax/yaml_scan.h"

#include <algorithm>
#include <array>
#include <string>

namespace catalog::syntax::scan {
namespace {

constexpr std::string_view wide_colon = "：";

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_word(char byte) {
  return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-' ||
         byte == '_' || byte == '/';
}

bool is_scheme(std::string_view word) {
  constexpr std::array<std::string_view, 8> schemes{
      "http", "https", "ftp", "mailto", "tel", "urn", "data", "file"};
  return std::find(schemes.begin(), schemes.end(), word) != schemes.end();
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// What a line break and the blanks around it read as.
struct Fold {
  std::size_t after = 0;  // the first byte of the next written line
  std::size_t breaks = 0;
};

Fold fold_at(std::string_view text, std::size_t at) {
  Fold fold{at, 0};
  while (fold.after < text.size()) {
    const char byte = text[fold.after];
    if (byte == '\n') ++fold.breaks;
    if (!is_blank(byte) && !is_break(byte)) break;
    ++fold.after;
  }
  return fold;
}

}  // namespace

std::size_t line_begin(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  if (at == 0) return 0;
  const std::size_t found = text.rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : found + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  if (found == std::string_view::npos) return text.size();
  return found > at && text[found - 1] == '\r' ? found - 1 : found;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  return found == std::string_view::npos ? text.size() : found + 1;
}

std::size_t indentation(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  return skip_blanks(text, begin) - begin;
}

bool is_same_line(std::string_view text, std::size_t a, std::size_t b) {
  return line_begin(text, a) == line_begin(text, b);
}

bool begins_line(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == '\n';
}

bool is_first_on_line(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return begins_line(text, at);
}

std::size_t Columns::of(std::size_t at) {
  at = std::min(at, text_.size());
  if (at < line_) {
    line_ = line_begin(text_, at);
  } else if (at > seen_) {
    const std::size_t found = text_.substr(seen_, at - seen_).rfind('\n');
    if (found != std::string_view::npos) line_ = seen_ + found + 1;
  }
  seen_ = at;
  return at - line_;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#')
      at = line_end(text, at);
    else if (is_blank(text[at]) || is_break(text[at]))
      ++at;
    else
      break;
  }
  return at;
}

bool is_document_marker(std::string_view text, std::size_t at) {
  if (!begins_line(text, at)) return false;
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("---") && !rest.starts_with("...")) return false;
  return rest.size() == 3 || is_blank(rest[3]) || is_break(rest[3]);
}

std::size_t end_of_plain(std::string_view text, std::size_t begin,
                         std::string_view value) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < value.size() && at < text.size();) {
    const Fold fold = fold_at(text, at);
    if (fold.breaks > 0) {
      i += fold.breaks == 1 ? 1 : fold.breaks - 1;
      at = fold.after;
      continue;
    }
    if (fold.after > at) {  // blanks within a line
      i += fold.after - at;
      at = fold.after;
      continue;
    }
    if (text[at] != value[i]) break;
    ++at;
    ++i;
  }
  return at;
}

std::optional<std::size_t> end_of_quoted(std::string_view text,
                                         std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote)
        return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> end_of_brackets(std::string_view text,
                                           std::size_t begin) {
  const std::size_t column = indentation(text, begin);
  std::string partners;
  bool begins = false;     // nothing but blanks so far on this line
  std::size_t blanks = 0;  // how many
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char byte = text[at];
    if (is_break(byte)) {
      begins = true;
      blanks = 0;
    } else if (is_blank(byte)) {
      ++blanks;
    } else if (byte == ']' || byte == '}') {
      if (partners.back() != byte) return std::nullopt;
      partners.pop_back();
      if (partners.empty()) return at + 1;
    } else if (begins && blanks <= column) {
      return std::nullopt;
    } else if (byte == '[' || byte == '{') {
      partners += byte == '[' ? ']' : '}';
    } else if (byte == '"' || byte == '\'') {
      const auto end = end_of_quoted(text, at);
      if (!end) return std::nullopt;
      at = *end - 1;
    }
    if (!is_blank(byte) && !is_break(byte)) begins = false;
  }
  return std::nullopt;
}

std::size_t end_of_block(std::string_view text, std::size_t begin,
                         std::optional<std::size_t> parent) {
  std::size_t end = line_end(text, begin);
  const std::string_view header = text.substr(begin, end - begin);
  const std::string_view indicators =
      header.substr(0, header.find_first_of(" \t#"));
  const bool keep = indicators.find('+') != std::string_view::npos;
  const std::size_t digit = indicators.find_first_of("123456789");
  std::optional<std::size_t> indent;
  if (digit != std::string_view::npos)
    indent = parent.value_or(0) + static_cast<std::size_t>(header[digit] - '0');

  if (!keep) end = begin + header.find_last_not_of(" \t") + 1;
  for (std::size_t line = next_line(text, begin); line < text.size();
       line = next_line(text, line)) {
    const std::size_t stop = line_end(text, line);
    std::size_t spaces = 0;
    while (line + spaces < stop && text[line + spaces] == ' ') ++spaces;
    if (line + spaces == stop) {  // a blank line: content where breaks are kept
      if (keep) end = stop;
      continue;
    }
    if (!indent) {
      if (parent ? spaces <= *parent : false) break;
      indent = spaces;
    }
    if (spaces < *indent || is_document_marker(text, line)) break;
    end = stop;
  }
  return end;
}

std::optional<GluedColon> glued_colon(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return std::nullopt;
  const auto end = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), is_word) - text.begin());
  const std::string_view rest = text.substr(end);
  if (rest.starts_with(wide_colon)) return GluedColon{end, true};
  if (rest.size() < 2 || rest[0] != ':' || is_blank(rest[1]) ||
      is_break(rest[1]) || rest[1] == '/' || rest[1] == ':')
    return std::nullopt;
  if (is_scheme(text.substr(0, end))) return std::nullopt;
  return GluedColon{end, false};
}

}  // namespace catalog::syntax::scan
