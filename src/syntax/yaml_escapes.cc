#include "syntax/yaml_escapes.h"

#include <cstddef>
#include <cstdint>

#include "syntax/yaml_problems.h"
#include "unicode/classes.h"

namespace catalog::syntax {
namespace {

/// The code point an escape stands for, where that may be a refused one.
char32_t escaped(std::string_view escape) {
  switch (escape[1]) {
    case '0': return 0x00;
    case 'a': return 0x07;
    case 'b': return 0x08;
    case 'v': return 0x0B;
    case 'f': return 0x0C;
    case 'e': return 0x1B;
    case 'N': return 0x85;
    case 'L': return 0x2028;
    case 'P': return 0x2029;
    default: break;
  }
  char32_t value = 0;
  for (const char each : escape.substr(2)) {
    const char low = static_cast<char>(each | 0x20);
    value = value * 16 +
            static_cast<char32_t>(low >= 'a' ? low - 'a' + 10 : each - '0');
  }
  return escape.size() > 2 ? value : U' ';
}

}  // namespace

std::size_t escape_length(char letter) {
  switch (letter) {
    case 'x': return 4;
    case 'u': return 6;
    case 'U': return 10;
    default: return 2;
  }
}

void check_escapes(std::string_view bytes, const source::Span& quoted,
                   diagnostics::Diagnostics& diagnostics) {
  for (std::size_t at = quoted.begin + 1; at + 1 < quoted.end; ++at) {
    if (bytes[at] != '\\') continue;
    const std::size_t length = escape_length(bytes[at + 1]);
    if (at + length >= quoted.end) return;
    const char32_t value = escaped(bytes.substr(at, length));
    const source::Span place{quoted.file, static_cast<std::uint32_t>(at),
                             static_cast<std::uint32_t>(at + length)};
    const auto number = static_cast<unsigned>(value);
    if (unicode::is_bidi_control(value))
      diagnostics.report(problems::bidi_control, place, number)
          .help(problems::delete_character);
    else if (unicode::is_control(value))
      diagnostics.report(problems::control_character, place, number)
          .help(problems::delete_character);
    at += length - 1;
  }
}

}  // namespace catalog::syntax
