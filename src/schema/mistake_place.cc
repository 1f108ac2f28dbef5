#include "schema/mistake_place.h"

#include <algorithm>

namespace catalog::schema {

source::Span value_span(const Mistake& mistake) {
  const source::Span span = mistake.node.span();
  const bool is_empty = span.begin == span.end;
  return is_empty && mistake.where.key ? mistake.where.key->span() : span;
}

source::Span head_span(const Mistake& mistake) {
  const Where& where = mistake.where;
  if (where.key && where.item == 0) return where.key->span();
  if (mistake.node.is_mapping() && mistake.node.size() > 0)
    return mistake.node.first_child().span();
  return mistake.node.span();
}

source::Span excess_span(const Mistake& mistake) {
  std::uint64_t index = 0;
  for (const syntax::Node item : mistake.node.items())
    if (index++ == mistake.limit) return item.span();
  for (const syntax::Entry& entry : mistake.node.entries())
    if (index++ == mistake.limit) return entry.key.span();
  return mistake.node.span();
}

std::optional<source::Span> poisoned_span(const Mistake& mistake) {
  const bool is_unknown = mistake.fault == Fault::unknown_key;
  if (is_unknown ||
      (mistake.where.is_key && mistake.fault <= Fault::last_of_value)) {
    const syntax::Node key = is_unknown ? *mistake.other : mistake.node;
    source::Span span = key.span();
    span.end = std::max(span.end, key.next().span().end);
    return span;
  }
  if (mistake.fault > Fault::last_of_value || mistake.fault == Fault::too_long)
    return std::nullopt;
  source::Span span = mistake.node.span();
  if (span.begin == span.end && mistake.where.key && !mistake.where.item)
    span.begin = std::min(span.begin, mistake.where.key->span().begin);
  return span;
}

}  // namespace catalog::schema
