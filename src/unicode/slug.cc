#include "unicode/slug.h"

#include <unicode/brkiter.h>
#include <unicode/translit.h>

#include <memory>

namespace catalog::unicode {
namespace {

std::unique_ptr<icu::Transliterator> spelling() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
  return U_SUCCESS(error) ? std::move(made) : nullptr;
}

std::unique_ptr<icu::BreakIterator> words() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(
      icu::BreakIterator::createWordInstance(icu::Locale::getChina(), error));
  return U_SUCCESS(error) ? std::move(made) : nullptr;
}

/// The letters and digits of a word in pinyin.
std::string spelled(const icu::Transliterator& pinyin,
                    const icu::UnicodeString& word) {
  icu::UnicodeString latin(word);
  pinyin.transliterate(latin);
  std::string ascii, kept;
  latin.toUTF8String(ascii);
  for (const char each : ascii)
    if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9'))
      kept += each;
  return kept;
}

}  // namespace

std::string slug(std::string_view text, std::size_t limit) {
  // Making them reads dictionaries: once a thread.
  thread_local const auto pinyin = spelling();
  thread_local const auto breaks = words();
  if (!pinyin || !breaks) return {};
  const auto whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  breaks->setText(whole);
  std::string slug;
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    const std::string word =
        spelled(*pinyin, whole.tempSubStringBetween(begin, end));
    if (word.empty()) continue;
    if (slug.size() + 1 + word.size() > limit) break;
    if (!slug.empty()) slug += '-';
    slug += word;
  }
  return slug;
}

}  // namespace catalog::unicode
