#include "emit/xlsx/sheet_names.h"

#include "emit/xlsx/text.h"
#include "unicode/classes.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::emit {
namespace {

constexpr std::size_t most_units = 31;

std::string shortened(std::string_view text, std::size_t units) {
  std::string result;
  for (const char32_t each : unicode::CodePoints(text)) {
    const std::size_t needs = each > 0xFFFF ? 2 : 1;
    if (needs > units) break;
    units -= needs;
    unicode::append(result, each);
  }
  return result;
}

/// The full-width twin of a character that names must not have.
char32_t allowed(char32_t value) {
  constexpr std::u32string_view forbidden = U"[]:*?/\\";
  return forbidden.find(value) != forbidden.npos ? value - 0x20 + 0xFF00
                                                 : value;
}

std::string legal(std::string_view wished) {
  std::string name;
  for (const char32_t each : unicode::CodePoints(wished))
    if (!unicode::is_control(each) && each >= 0x20)
      unicode::append(name, allowed(each));
  name = shortened(name, most_units);
  if (name.starts_with('\'')) name.replace(0, 1, "’");
  if (name.ends_with('\'')) name.replace(name.size() - 1, 1, "’");
  if (unicode::nfkc_folded(name) == "history") name += "_";
  return name.empty() ? "表" : name;
}

}  // namespace

std::string SheetNames::give(std::string_view wished) {
  const std::string name = legal(wished);
  std::string unlike = name;
  for (int i = 2; !given_.insert(unicode::nfkc_folded(unlike)).second; ++i) {
    const std::string end = "（" + std::to_string(i) + "）";
    unlike = shortened(name, most_units - utf16_units(end)) + end;
  }
  return unlike;
}

}  // namespace catalog::emit
