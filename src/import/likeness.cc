#include "import/likeness.h"

#include <algorithm>
#include <string>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

using Bigrams = Shape::Bigrams;

Bigrams bigrams_of(const std::string& text) {
  Bigrams all;
  char32_t last = 0;
  for (const char32_t each : unicode::CodePoints(text)) {
    if (last != 0) all.push_back(std::uint64_t{last} << 32 | each);
    last = each;
  }
  if (all.empty() && last != 0) all.push_back(last);
  std::sort(all.begin(), all.end());
  return all;
}

/// Twice what both have, over all that they have.
double share(const Bigrams& a, const Bigrams& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++both, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return 2.0 * static_cast<double>(both) /
         static_cast<double>(a.size() + b.size());
}

}  // namespace

Shape::Shape(const Item& item)
    : lowest(bigrams_of(squashed(item.name.back()))),
      first(bigrams_of(squashed(item.name.front()))) {
  std::string text;
  for (const Entry& each : item.content) {
    text += each.text;
    for (const std::string& part : each.parts) text += part;
  }
  content = bigrams_of(squashed(text));
}

double likeness(const Shape& a, const Shape& b) {
  return 0.55 * share(a.lowest, b.lowest) + 0.15 * share(a.first, b.first) +
         0.3 * share(a.content, b.content);
}

double likeness(const Item& a, const Item& b) {
  return likeness(Shape(a), Shape(b));
}

}  // namespace catalog::import
