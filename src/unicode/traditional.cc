#include "unicode/traditional.h"

#include <unicode/translit.h>
#include <unicode/ucnv.h>

#include <memory>
#include <string_view>

#include "unicode/classes.h"

namespace catalog::unicode {
namespace {

/// Characters outside GB 2312 that the Table of General Standard Chinese
/// Characters (2013) kept beside the form they are otherwise reduced to.
constexpr std::u32string_view kept = U"瞭徵摺麽夥祇邨迺陞氾龢甯";

/// Asks ICU's tables. They take a while to open: the second waits for the
/// first character that the first does not settle, which few texts have.
class Tables {
 public:
  Tables() : converter_(nullptr, ucnv_close) {
    UErrorCode error = U_ZERO_ERROR;
    converter_.reset(ucnv_open("GB2312", &error));
    if (U_SUCCESS(error))
      ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP,
                            nullptr, nullptr, nullptr, &error);
    is_usable_ = U_SUCCESS(error);
  }

  std::optional<char32_t> simplified(char32_t value) {
    if (!is_usable_ || is_in_gb2312(value) ||
        kept.find(value) != std::u32string_view::npos || !has_transliterator())
      return std::nullopt;
    icu::UnicodeString text(static_cast<UChar32>(value));
    transliterator_->transliterate(text);
    if (text.countChar32() != 1) return std::nullopt;
    const auto form = static_cast<char32_t>(text.char32At(0));
    if (form == value || !is_in_gb2312(form)) return std::nullopt;
    return form;
  }

 private:
  bool has_transliterator() {
    if (transliterator_) return true;
    UErrorCode error = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance(
        "Traditional-Simplified", UTRANS_FORWARD, error));
    is_usable_ = U_SUCCESS(error);
    return is_usable_;
  }

  bool is_in_gb2312(char32_t value) const {
    const icu::UnicodeString text(static_cast<UChar32>(value));
    char bytes[8];
    UErrorCode error = U_ZERO_ERROR;
    ucnv_fromUChars(converter_.get(), bytes, sizeof bytes, text.getBuffer(),
                    text.length(), &error);
    return U_SUCCESS(error);
  }

  std::unique_ptr<UConverter, void (*)(UConverter*)> converter_;
  std::unique_ptr<icu::Transliterator> transliterator_;
  bool is_usable_ = false;
};

}  // namespace

std::optional<char32_t> simplified(char32_t value) {
  if (!is_ideograph(value)) return std::nullopt;
  thread_local Tables tables;
  return tables.simplified(value);
}

}  // namespace catalog::unicode
