#include "unicode/pinyin.h"

#include <algorithm>

#include "unicode/pinyin_pages.h"

namespace catalog::unicode {

char pinyin_initial(char32_t character) {
  const auto pages = pinyin_pages();
  const auto after = std::upper_bound(
      pages.begin(), pages.end(), character,
      [](char32_t code, const PinyinPage& page) { return code < page.first; });
  if (after == pages.begin()) return 0;
  const PinyinPage& page = *std::prev(after);
  const std::size_t at = character - page.first;
  if (at >= page.letters.size() || page.letters[at] == '.') return 0;
  return page.letters[at];
}

}  // namespace catalog::unicode
