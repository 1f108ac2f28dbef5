#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "phrase/citation.h"
#include "phrase/citation_text.h"

namespace catalog::phrase {

/// What stands in a bracket behind a title. Places are in the text.
struct BracketContent {
  std::string title;  // belongs to it: （试行）, with the bracket
  DocumentNumber number;
  std::size_t number_begin = 0;
  std::size_t number_end = 0;
  std::vector<TextEvent> events;
  std::vector<Provision> provisions;  // ranges from `provisions_begin`
  std::size_t provisions_begin = 0;
  std::vector<std::pair<std::size_t, std::size_t>> unread;
};

BracketContent read_bracket(const BasisText& text, std::size_t begin,
                            std::size_t end);

}  // namespace catalog::phrase
