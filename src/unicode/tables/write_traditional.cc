// Writes what unicode/traditional_forms.h promises while the program is built.
// Asking ICU when it runs would have ICU make its rules each time, and without
// the memory for them nothing would be found.

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include <cstdio>
#include <memory>

namespace catalog::unicode {
namespace {

using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

bool converts(UConverter* converter, UChar32 code) {
  const icu::UnicodeString text(code);
  char bytes[8];
  UErrorCode error = U_ZERO_ERROR;
  ucnv_fromUChars(converter, bytes, sizeof bytes, text.getBuffer(),
                  text.length(), &error);
  return U_SUCCESS(error);
}

void write_forms(const icu::Transliterator& simplifier, UConverter* gb2312) {
  for (UChar32 code = 0; code < 0x110000; ++code) {
    UErrorCode error = U_ZERO_ERROR;
    if (uscript_getScript(code, &error) != USCRIPT_HAN ||
        converts(gb2312, code))
      continue;
    icu::UnicodeString text(code);
    simplifier.transliterate(text);
    const UChar32 form = text.char32At(0);
    if (text.countChar32() == 1 && form != code && converts(gb2312, form))
      std::printf("{0x%X, 0x%X},\n", static_cast<unsigned>(code),
                  static_cast<unsigned>(form));
  }
}

int write() {
  UErrorCode error = U_ZERO_ERROR;
  const Converter gb2312(ucnv_open("GB2312", &error), ucnv_close);
  const std::unique_ptr<icu::Transliterator> simplifier(
      icu::Transliterator::createInstance("Traditional-Simplified",
                                          UTRANS_FORWARD, error));
  if (U_SUCCESS(error))
    ucnv_setFromUCallBack(gb2312.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr,
                          nullptr, nullptr, &error);
  if (U_FAILURE(error)) {
    std::fprintf(stderr, "write_traditional: %s\n", u_errorName(error));
    return 1;
  }
  std::printf("#%s \"unicode/traditional_forms.h\"\n\n", "include");
  std::puts(
      "namespace {\n"
      "constexpr catalog::unicode::TraditionalForm forms[] = {");
  write_forms(*simplifier, gb2312.get());
  std::puts(
      "};\n}  // namespace\n\n"
      "std::span<const catalog::unicode::TraditionalForm> "
      "catalog::unicode::traditional_forms() {\n  return forms;\n}");
  return std::fflush(stdout) == 0 ? 0 : 1;
}

}  // namespace
}  // namespace catalog::unicode

int main() { return catalog::unicode::write(); }
