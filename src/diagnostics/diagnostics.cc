#include "diagnostics/diagnostics.h"

#include <algorithm>
#include <tuple>

namespace catalog::diagnostics {

namespace {

constexpr std::string_view too_many = "too-many-findings";
constexpr Message<std::size_t> more{"{} more findings are not listed",
                                    "另有 {} 处问题未列出"};
constexpr Message<> begin_with_these{"mend those that are, then check again",
                                     "请先处理已列出的问题，再重新检查"};

bool stands_before(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.span, a.code, a.message) <
         std::tie(b.span, b.code, b.message);
}

}  // namespace

Diagnostics::Entry Diagnostics::add(Diagnostic diagnostic) {
  if (is_full()) return leave_out(1, diagnostic.severity, diagnostic.span);
  found_.push_back(std::move(diagnostic));
  return {&found_.back(), language_};
}

Diagnostics::Entry Diagnostics::leave_out(std::size_t count, Severity severity,
                                          source::Span first) {
  if (unlisted_ == 0) first_unlisted_ = first;
  unlisted_ += count;
  worst_unlisted_ = std::min(worst_unlisted_, severity);
  return {nullptr, language_};
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

Diagnostics Diagnostics::beside(source::FileId file, std::size_t most) const {
  Diagnostics alone(language_, most);
  if (const auto ranges = poison_.find(file); ranges != poison_.end())
    alone.poison_.insert(*ranges);
  return alone;
}

void Diagnostics::merge(Diagnostics&& other) {
  for (Diagnostic& each : other.found_) add(std::move(each));
  if (other.unlisted_ > 0)
    leave_out(other.unlisted_, other.worst_unlisted_, other.first_unlisted_);
  for (const auto& [file, ranges] : other.poison_)
    for (const auto& [begin, end] : ranges) poison({file, begin, end});
}

bool Diagnostics::has_errors() const {
  if (unlisted_ > 0 && worst_unlisted_ == Severity::error) return true;
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

std::vector<Diagnostic> Diagnostics::listed() const {
  std::vector<Diagnostic> all = found_;
  std::stable_sort(all.begin(), all.end(), stands_before);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> all = listed();
  if (unlisted_ == 0) return all;
  Diagnostic last{std::string(too_many),
                  worst_unlisted_,
                  first_unlisted_,
                  more.in(language_, unlisted_),
                  {},
                  begin_with_these.in(language_),
                  {}};
  all.insert(std::upper_bound(all.begin(), all.end(), last, stands_before),
             std::move(last));
  return all;
}

}  // namespace catalog::diagnostics
