// Writes what unicode/pinyin_pages.h promises while the program is built.
// Asking ICU when it runs would have ICU make its tables of readings each time.

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <cstdio>
#include <memory>
#include <string>

namespace catalog::unicode {
namespace {

/// `.` where the code point is no Chinese character or has no reading.
char initial_of(const icu::Transliterator& reader, UChar32 code) {
  UErrorCode error = U_ZERO_ERROR;
  if (uscript_getScript(code, &error) != USCRIPT_HAN) return '.';
  icu::UnicodeString text(code);
  reader.transliterate(text);
  const char16_t first = text.charAt(0);
  return first >= u'a' && first <= u'z' ? static_cast<char>(first) : '.';
}

void write_pages(const icu::Transliterator& reader) {
  constexpr UChar32 page = 256, end = 0x110000;
  for (UChar32 first = 0; first < end; first += page) {
    std::string letters;
    for (UChar32 code = first; code < first + page; ++code)
      letters += initial_of(reader, code);
    if (letters.find_first_not_of('.') != std::string::npos)
      std::printf("{0x%X, \"%s\"},\n", static_cast<unsigned>(first),
                  letters.c_str());
  }
}

int write() {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> reader(
      icu::Transliterator::createInstance("Han-Latin; Latin-ASCII",
                                          UTRANS_FORWARD, error));
  if (U_FAILURE(error)) {
    std::fprintf(stderr, "write_initials: %s\n", u_errorName(error));
    return 1;
  }
  std::printf("#%s \"unicode/pinyin_pages.h\"\n\n", "include");
  std::puts(
      "namespace {\n"
      "constexpr catalog::unicode::PinyinPage pages[] = {");
  write_pages(*reader);
  std::puts(
      "};\n}  // namespace\n\n"
      "std::span<const catalog::unicode::PinyinPage> "
      "catalog::unicode::pinyin_pages() {\n  return pages;\n}");
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace
}  // namespace catalog::unicode

int main() { return catalog::unicode::write(); }
