#include "syntax/tree.h"

#include <algorithm>

namespace catalog::syntax {

bool Node::is_incomplete() const {
  const source::Span mine = span();
  return std::any_of(document_->skipped.begin(), document_->skipped.end(),
                     [&](const source::Span& gap) {
                       return gap.begin <= mine.end && mine.begin <= gap.end;
                     });
}

}  // namespace catalog::syntax
