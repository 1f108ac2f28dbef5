#include "workbook/formats.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

namespace catalog::workbook {
namespace {

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() ||
      !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// A day counted from the end of 1899, as it is written; 1900 is taken for a
/// leap year (ECMA-376 part 1, 18.17.4.1). Nothing for what is no day.
std::optional<std::string> date_of(double serial, bool from_1904,
                                   bool has_time) {
  if (serial < 1 || serial > 2958465) return std::nullopt;
  double day = std::floor(serial);
  const auto seconds =
      static_cast<long>(std::llround((serial - day) * 86400)) % 86400;
  if (from_1904)
    day += 1462;
  else if (day < 60)
    day += 1;
  using namespace std::chrono;
  const year_month_day date =
      sys_days{1899y / December / 30} + days{static_cast<int>(day)};
  std::string text = fmt::format(
      "{}-{:02}-{:02}", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (has_time)
    text += fmt::format(" {:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return text;
}

/// Codes of formats that every program knows (ECMA-376 part 1, 18.8.30).
bool is_known_date(int id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
         id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
}

int integer_of(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

NumberFormats::Format NumberFormats::format_of(std::string_view code) {
  Format format;
  const bool is_padding =
      !code.empty() && code.find_first_not_of('0') == code.npos;
  if (is_padding) format.digits = code.size();
  bool in_quotes = false, in_brackets = false;
  for (const char each : code) {
    if (each == ';') break;
    if (each == '"') in_quotes = !in_quotes;
    if (each == '[') in_brackets = true;
    if (each == ']') in_brackets = false;
    if (in_quotes || in_brackets) continue;
    if (each == 'y' || each == 'Y' || each == 'd' || each == 'D')
      format.is_date = true;
    if (each == 'h' || each == 'H') format.has_time = true;
  }
  return format;
}

NumberFormats::NumberFormats(pugi::xml_node styles) {
  std::map<int, Format> own;
  for (const pugi::xml_node each : child(styles, "numFmts"))
    own[integer_of(attribute(each, "numFmtId"))] =
        format_of(attribute(each, "formatCode"));
  for (const pugi::xml_node each : child(styles, "cellXfs")) {
    const int id = integer_of(attribute(each, "numFmtId"));
    const auto found = own.find(id);
    Format format;
    if (found != own.end())
      format = found->second;
    else if (is_known_date(id))
      format = {true, id == 22, 0};
    styles_.push_back(format);
  }
}

std::string NumberFormats::text_of(std::string_view value,
                                   std::string_view style,
                                   bool from_1904) const {
  const auto number = number_of(value);
  if (!number) return std::string(value);
  const auto index = static_cast<std::size_t>(
      style.empty() ? 0 : std::max(integer_of(style), 0));
  const Format format = index < styles_.size() ? styles_[index] : Format();
  if (format.is_date)
    if (auto date = date_of(*number, from_1904, format.has_time)) return *date;
  std::string text = fmt::format("{:.15g}", *number);
  const bool is_whole = text.find_first_not_of("0123456789") == text.npos;
  if (is_whole && text.size() < format.digits && format.digits <= 40)
    text.insert(0, format.digits - text.size(), '0');
  return text;
}

}  // namespace catalog::workbook
