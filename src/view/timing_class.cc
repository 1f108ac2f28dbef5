#include "view/timing_class.h"

#include <bitset>
#include <iterator>

namespace catalog::view {
namespace {

struct Names {
  std::string_view chinese;
  std::string_view english;
};

constexpr Names names[] = {
    {"即时公开", "at once"},
    {"20个工作日内", "within 20 working days"},
    {"其他期限", "within another limit"},
    {"定期公开", "at fixed intervals"},
    {"公示期", "a notice period"},
    {"长期公开", "standing"},
    {"与其他信息同步", "together with another text"},
    {"及时公开（未定期限）", "promptly, no limit set"},
    {"其他", "other"},
};
static_assert(std::size(names) == std::size(all_timing_classes));

using Classes = std::bitset<std::size(all_timing_classes)>;

/// The general limit of the Disclosure Regulation, article 26.
constexpr phrase::Duration statutory_limit{20, phrase::Unit::working_day};

void add(const phrase::Clause& clause, Classes& classes) {
  const auto set = [&](TimingClass each, bool holds) {
    if (holds) classes.set(static_cast<std::size_t>(each));
  };
  const bool is_statutory = clause.within == statutory_limit;
  set(TimingClass::at_once, clause.at_once || clause.dynamic);
  set(TimingClass::statutory, is_statutory);
  set(TimingClass::within, (clause.within && !is_statutory) || clause.lead);
  set(TimingClass::periodic, clause.every || !clause.by.empty());
  set(TimingClass::notice, clause.notice.has_value());
  set(TimingClass::standing, clause.standing || !clause.during.empty());
  set(TimingClass::with_other, !clause.with.empty());
  set(TimingClass::promptly, clause.promptly || !clause.discretion.empty());
}

}  // namespace

std::string_view chinese(TimingClass timing) {
  return names[static_cast<std::size_t>(timing)].chinese;
}

std::string_view english(TimingClass timing) {
  return names[static_cast<std::size_t>(timing)].english;
}

std::vector<TimingClass> classes_of(std::string_view phrase) {
  return classes_of(phrase::timing(phrase).clauses);
}

std::vector<TimingClass> classes_of(std::span<const phrase::Clause> clauses) {
  Classes found;
  for (const phrase::Clause& clause : clauses) add(clause, found);
  std::vector<TimingClass> classes;
  for (const TimingClass each : all_timing_classes)
    if (found.test(static_cast<std::size_t>(each))) classes.push_back(each);
  if (classes.empty()) classes.push_back(TimingClass::other);
  return classes;
}

}  // namespace catalog::view
