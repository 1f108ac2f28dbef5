#include "source/edit.h"

#include <algorithm>

namespace catalog::source {

std::optional<std::string> apply(std::string_view bytes, const Edits& edits) {
  std::vector<const TextEdit*> order;
  for (const TextEdit& edit : edits) order.push_back(&edit);
  // An insertion stands before a replacement that begins at its place.
  std::stable_sort(order.begin(), order.end(),
                   [](const TextEdit* a, const TextEdit* b) {
                     return std::pair(a->span.begin, a->span.end) <
                            std::pair(b->span.begin, b->span.end);
                   });
  std::string result;
  std::size_t done = 0;
  for (const TextEdit* edit : order) {
    const auto [file, begin, end] = edit->span;
    if (file != order.front()->span.file || begin < done || end < begin ||
        end > bytes.size())
      return std::nullopt;
    result += bytes.substr(done, begin - done);
    result += edit->text;
    done = end;
  }
  result += bytes.substr(done);
  return result;
}

}  // namespace catalog::source
