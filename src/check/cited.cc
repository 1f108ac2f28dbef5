#include "check/cited.h"

#include "check/findings.h"

namespace catalog::check {

using resolve::Citation;

source::Span place_of(const Citation& citation) {
  return place_or_all(citation.written, citation.range.begin,
                      citation.range.end - citation.range.begin);
}

source::Span place_of(const Citation& citation, phrase::Range range) {
  if (citation.kind != Citation::Kind::printed || range.begin == range.end)
    return place_of(citation);
  return place_or_all(citation.written, range.begin, range.end - range.begin);
}

}  // namespace catalog::check
