#include "diagnostics/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace catalog::diagnostics {

Diagnostics::Entry Diagnostics::add(Diagnostic diagnostic) {
  found_.push_back(std::move(diagnostic));
  return {&found_.back(), language_};
}

void Diagnostics::poison(source::Span span) {
  auto& ranges = poison_[span.file];
  auto at = ranges.upper_bound(span.begin);
  if (at != ranges.begin() && std::prev(at)->second >= span.begin) --at;
  while (at != ranges.end() && at->first <= span.end) {
    span.begin = std::min(span.begin, at->first);
    span.end = std::max(span.end, at->second);
    at = ranges.erase(at);
  }
  ranges.emplace(span.begin, span.end);
}

bool Diagnostics::is_poisoned(source::Span span) const {
  const auto ranges = poison_.find(span.file);
  if (ranges == poison_.end()) return false;
  const auto after = ranges->second.upper_bound(span.end);
  return after != ranges->second.begin() &&
         std::prev(after)->second >= span.begin;
}

bool Diagnostics::has_poison(source::FileId file) const {
  return poison_.contains(file);
}

bool Diagnostics::is_inside_poison(source::Span span) const {
  const auto ranges = poison_.find(span.file);
  if (ranges == poison_.end()) return false;
  const auto after = ranges->second.upper_bound(span.begin);
  return after != ranges->second.begin() &&
         std::prev(after)->second >= span.end;
}

Diagnostics Diagnostics::beside(source::FileId file) const {
  Diagnostics alone(language_);
  if (const auto ranges = poison_.find(file); ranges != poison_.end())
    alone.poison_.insert(*ranges);
  return alone;
}

void Diagnostics::merge(Diagnostics&& other) {
  std::move(other.found_.begin(), other.found_.end(),
            std::back_inserter(found_));
  for (const auto& [file, ranges] : other.poison_)
    for (const auto& [begin, end] : ranges) poison({file, begin, end});
}

bool Diagnostics::has_errors() const {
  return std::any_of(found_.begin(), found_.end(), [](const Diagnostic& each) {
    return each.severity == Severity::error;
  });
}

bool Diagnostics::has(std::string_view code, source::Span span) const {
  return std::any_of(found_.begin(), found_.end(), [&](const Diagnostic& each) {
    return each.span == span && each.code == code;
  });
}

std::size_t count_of(const std::vector<Diagnostic>& findings,
                     Severity severity) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(),
      [&](const auto& each) { return each.severity == severity; }));
}

std::size_t Diagnostics::count(Severity severity) const {
  return count_of(sorted(), severity);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all = found_;
  std::stable_sort(all.begin(), all.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.span, a.code, a.message) <
                            std::tie(b.span, b.code, b.message);
                   });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace catalog::diagnostics
