#include "compare/words.h"

#include <algorithm>

#include "unicode/normal.h"

namespace catalog::compare {

std::vector<std::string> words_of(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) {
    std::string plain = unicode::nfkc(text);
    std::erase_if(plain, [](char each) { return each == ' '; });
    all.push_back(std::move(plain));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace catalog::compare
