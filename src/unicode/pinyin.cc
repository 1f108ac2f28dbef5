#include "unicode/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <memory>

namespace catalog::unicode {
namespace {

std::unique_ptr<icu::Transliterator> make_reader() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> reader(
      icu::Transliterator::createInstance("Han-Latin; Latin-ASCII",
                                          UTRANS_FORWARD, error));
  return U_SUCCESS(error) ? std::move(reader) : nullptr;
}

}  // namespace

char pinyin_initial(char32_t character) {
  // Making one reads large tables; using one changes nothing in it.
  static const std::unique_ptr<const icu::Transliterator> reader =
      make_reader();
  const auto code = static_cast<UChar32>(character);
  UErrorCode error = U_ZERO_ERROR;
  if (!reader || uscript_getScript(code, &error) != USCRIPT_HAN) return 0;
  icu::UnicodeString text(code);
  reader->transliterate(text);
  const char16_t first = text.charAt(0);
  return first >= u'a' && first <= u'z' ? static_cast<char>(first) : '\0';
}

}  // namespace catalog::unicode
