#include "import/sameness.h"

#include "import/text.h"
#include "phrase/timing.h"
#include "unicode/utf8.h"

namespace catalog::import {

std::string bare(std::string_view text) {
  const std::string plain = squashed(text);
  std::string kept;
  for (const char32_t each : unicode::CodePoints(plain))
    if (std::u32string_view(U";,.:、。()[]<>·*-\"“”〈〉《》〔〕").find(each) ==
        std::u32string_view::npos)
      unicode::append(kept, each);
  return kept;
}

std::string whole(const Entry& entry) {
  std::string text = entry.text;
  for (const std::string& part : entry.parts) text += part;
  return bare(text);
}

std::string whole(const std::vector<Entry>& entries) {
  std::string all;
  for (const Entry& each : entries) all += whole(each);
  return all;
}

std::string whole(const Basis& basis) {
  return basis.law.empty() ? bare(basis.text)
                           : basis.law + "\n" + bare(basis.article);
}

std::string same_timing(const std::string& text) {
  const phrase::Timing timing = phrase::timing(text);
  return timing.is_read() ? phrase::canonical(timing) : bare(text);
}

}  // namespace catalog::import
