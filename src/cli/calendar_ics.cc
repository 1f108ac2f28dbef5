#include "cli/calendar_ics.h"

#include <fmt/format.h>

#include "unicode/utf8.h"

namespace catalog::cli {
namespace {

/// RFC 5545, 3.1: no line is longer than 75 octets; one that is goes on in the
/// next behind a space. Never within a character.
void append_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t size = unicode::decode(line, at).size;
    if (width + size > most) {
      out += "\r\n ";
      width = 1;
    }
    out += line.substr(at, size);
    width += size;
    at += size;
  }
  out += "\r\n";
}

/// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    if (each == '\n') {
      out += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(each) < 0x20 || each == 0x7F) continue;
    if (each == '\\' || each == ';' || each == ',') out += '\\';
    out += each;
  }
  return out;
}

std::string basic(days::Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

}  // namespace

std::string ics(std::string_view name, days::Date stamp,
                const std::vector<IcsEvent>& events) {
  std::string out;
  const auto line = [&](std::string_view key, std::string_view value) {
    append_line(out, std::string(key) + std::string(value));
  };
  line("BEGIN:", "VCALENDAR");
  line("VERSION:", "2.0");
  line("PRODID:", "-//catalog//disclosure duties//ZH");
  line("CALSCALE:", "GREGORIAN");
  line("METHOD:", "PUBLISH");
  line("X-WR-CALNAME:", escaped(name));
  for (const IcsEvent& each : events) {
    line("BEGIN:", "VEVENT");
    line("UID:", escaped(each.uid));
    line("DTSTAMP:", basic(stamp) + "T000000Z");
    line("DTSTART;VALUE=DATE:", basic(each.day));
    line("DTEND;VALUE=DATE:", basic(days::plus_days(each.day, 1)));
    line("SUMMARY:", escaped(each.summary));
    if (!each.description.empty())
      line("DESCRIPTION:", escaped(each.description));
    if (!each.categories.empty()) line("CATEGORIES:", escaped(each.categories));
    line("TRANSP:", "TRANSPARENT");
    line("END:", "VEVENT");
  }
  line("END:", "VCALENDAR");
  return out;
}

}  // namespace catalog::cli
