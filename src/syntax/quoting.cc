#include "syntax/quoting.h"

#include <fmt/format.h>

#include <algorithm>

#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using Text = std::string_view;

constexpr Text flow_signs = ",[]{}";
constexpr Text blanks = " \t";

bool is_any_of(Text text, std::initializer_list<Text> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Takes the digits off a text's front; whether there were any.
bool take_digits(Text& text) {
  const std::size_t end =
      std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(end);
  return end > 0;
}

bool take_sign(Text& text) {
  const bool has = text.starts_with('-') || text.starts_with('+');
  if (has) text.remove_prefix(1);
  return has;
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
bool is_core_number(Text text) {
  take_sign(text);
  if (is_any_of(text, {".inf", ".Inf", ".INF"})) return true;
  bool has_digits = take_digits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    has_digits = take_digits(text) || has_digits;
  }
  if (!has_digits) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    take_sign(text);
    return take_digits(text) && text.empty();
  }
  return text.empty();
}

bool is_based_number(Text text) {
  const Text digits = text.starts_with("0o")   ? "01234567"
                      : text.starts_with("0x") ? "0123456789abcdefABCDEF"
                                               : Text();
  return !digits.empty() && text.size() > 2 &&
         text.find_first_not_of(digits, 2) == Text::npos;
}

/// What stands in a file only as an escape.
bool needs_escape(char32_t value) {
  constexpr char32_t byte_order_mark = 0xFEFF;
  return value < 0x20 || value == byte_order_mark ||
         unicode::is_control(value) || unicode::is_bidi_control(value);
}

bool needs_escapes(Text text) {
  for (const char32_t value : unicode::CodePoints(text))
    if (needs_escape(value)) return true;
  return false;
}

bool begins_plain(Text text, Text ends) {
  constexpr Text signs = "-?:,[]{}#&*!|>'\"%@`";
  if (signs.find(text[0]) == Text::npos) return true;
  return Text("-?:").find(text[0]) != Text::npos && text.size() > 1 &&
         blanks.find(text[1]) == Text::npos && ends.find(text[1]) == Text::npos;
}

}  // namespace

bool is_core_literal(Text text) {
  return is_any_of(text,
                   {"", "~", "null", "Null", "NULL", "true", "True", "TRUE",
                    "false", "False", "FALSE", ".nan", ".NaN", ".NAN"}) ||
         is_core_number(text) || is_based_number(text);
}

bool is_old_boolean(Text text) {
  return is_any_of(text, {"yes", "Yes", "YES", "no", "No", "NO", "on", "On",
                          "ON", "off", "Off", "OFF"});
}

bool can_be_plain(Text text, Surroundings surroundings) {
  const Text ends = surroundings == Surroundings::flow ? flow_signs : Text();
  if (text.empty() || text == "<<" || text.starts_with("---") ||
      text.starts_with("..."))
    return false;
  if (!begins_plain(text, ends) || blanks.find(text[0]) != Text::npos ||
      text.back() == ' ' || text.back() == ':')
    return false;
  // YAML allows a `?` inside; yaml-cpp takes it for the sign of a key.
  if (surroundings == Surroundings::flow &&
      (text.find("? ") != Text::npos || text.back() == '?'))
    return false;
  return text.find(": ") == Text::npos && text.find(" #") == Text::npos &&
         text.find_first_of(ends) == Text::npos && !needs_escapes(text);
}

std::string double_quoted(Text text) {
  std::string result = "\"";
  const unicode::CodePoints points(text);
  for (auto at = points.begin(); !(at == points.end()); ++at) {
    const auto value = static_cast<std::uint32_t>(*at);
    if (value == '"' || value == '\\')
      result += '\\', result += static_cast<char>(value);
    else if (value == '\n')
      result += "\\n";
    else if (value == '\t')
      result += "\\t";
    else if (!needs_escape(*at))
      result += text.substr(at.offset(), at.size());
    else if (value < 0x100)
      result += fmt::format("\\x{:02X}", value);
    else if (value < 0x10000)
      result += fmt::format("\\u{:04X}", value);
    else
      result += fmt::format("\\U{:08X}", value);
  }
  return result + '"';
}

std::string single_quoted(Text text) {
  std::string result = "'";
  for (const char byte : text) result += byte == '\'' ? "''" : Text(&byte, 1);
  return result + '\'';
}

std::string quoted_if_needed(Text text, Surroundings surroundings) {
  if (can_be_plain(text, surroundings) && !is_core_literal(text) &&
      !is_old_boolean(text))
    return std::string(text);
  if (text.find_first_of("\"\\") != Text::npos && !needs_escapes(text))
    return single_quoted(text);
  return double_quoted(text);
}

std::string quoted_like(Style style, Text text, Surroundings surroundings) {
  if (style == Style::double_quoted) return double_quoted(text);
  if (style == Style::single_quoted && !needs_escapes(text))
    return single_quoted(text);
  return quoted_if_needed(text, surroundings);
}

}  // namespace catalog::syntax
