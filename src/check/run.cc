#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "check/findings.h"
#include "check/names.h"
#include "check/places_below.h"
#include "check/rules.h"
#include "parallel/each.h"
#include "unicode/closest.h"

namespace catalog::check {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using resolve::Edition;

/// What the manifest made of each rule it names; none is `off`.
using Severities =
    std::unordered_map<std::string_view, std::optional<Severity>>;

std::vector<std::string_view> ids_of(const std::vector<Rule>& rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  return ids;
}

/// Reads `checks:` of the manifest.
Severities severities_of(const model::Manifest& manifest,
                         const std::vector<std::string_view>& known,
                         Diagnostics& found) {
  constexpr Problem<std::string_view> fixed{
      "fixed-severity",
      Severity::error,
      {"`{}` yields to no setting", "`{}` 的轻重不能调整"}};
  constexpr Message<> waive{
      "waive it with a reason, an approval and an end: `waive:`",
      "确需例外的，用 `waive:` 写明理由、批准和截止日期"};
  Severities severities;
  for (const model::Check& check : manifest.checks) {
    if (is_comparison(check.rule.text))
      found.report(fixed, check.rule.span, check.rule.text).help(waive);
    else if (std::find(known.begin(), known.end(), check.rule.text) ==
             known.end())
      report_unknown_rule(check.rule.text, check.rule.span, known, found);
    else
      severities[check.rule.text] = check.severity;
  }
  return severities;
}

void check_waivers(const Edition& edition,
                   const std::vector<std::string_view>& known,
                   Diagnostics& found) {
  for (const resolve::ItemId id : edition.items)
    for (const model::Waiver& waiver : edition[id].waivers)
      if (!waiver.rule.empty() && std::find(known.begin(), known.end(),
                                            waiver.rule.text) == known.end())
        report_unknown_rule(waiver.rule.text, waiver.rule.span, known, found);
}

}  // namespace

void report_unknown_rule(std::string_view name, source::Span place,
                         const std::vector<std::string_view>& known,
                         Diagnostics& found) {
  constexpr Problem<std::string_view> unknown{
      "unknown-rule",
      Severity::error,
      {"`{}` is not the id of a rule", "没有标识为 `{}` 的检查规则"}};
  constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                              "是否应为 `{}`？"};
  constexpr Message<> list{"`catalog rules` lists them all",
                           "用 `catalog rules` 查看全部规则"};
  auto entry = found.report(unknown, place, name);
  if (const auto meant = unicode::closest(name, known))
    entry.help(did_you_mean, *meant);
  else
    entry.help(list);
}

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto rules : {citation_standing_rules,
                           citation_rules,
                           citation_text_rules,
                           citation_spelling_rules,
                           basis_rules,
                           law_rules,
                           timing_rules,
                           limit_rules,
                           body_rules,
                           contact_rules,
                           channel_rules,
                           audience_rules,
                           text_rules,
                           character_rules,
                           duplicate_rules,
                           misplaced_rules,
                           vocabulary_rules,
                           flow_rules,
                           place_rules,
                           review_rules,
                           record_rules,
                           weaker_rules,
                           seen_rules,
                           waiver_rules})
    for (const Rule& rule : rules()) all.push_back(rule);
  return all;
}

namespace {

/// What every rule that runs needs.
struct Check {
  Severities severities;
  Waivers waivers;
  const Diagnostics* below;
  unsigned threads;

  std::optional<Severity> severity_of(const Rule& rule) const {
    const auto set = severities.find(rule.id);
    return set == severities.end() ? rule.severity : set->second;
  }
};

/// What one rule found, and which waivers it met.
struct FoundByRule {
  Diagnostics found;
  Waivers waivers;
};

/// Runs the rules, several at once; none sees what another found.
void run(const std::vector<Rule>& rules, const Edition& edition, Check& check,
         Diagnostics& found) {
  const PrintedTexts printed(edition);
  check.waivers.turn_to(edition);
  std::vector<FoundByRule> by_rule(
      rules.size(), {Diagnostics(found.language()), check.waivers});
  parallel::each(rules.size() + 1, check.threads, [&](std::size_t i) {
    // First, so that the rules on texts need not wait for one another.
    if (i == 0) return printed.look();
    const Rule& rule = rules[i - 1];
    const std::optional<Severity> severity = check.severity_of(rule);
    if (!severity) return;
    auto& [of_rule, waivers] = by_rule[i - 1];
    Findings findings(rule, *severity, waivers, printed, of_rule, check.below);
    rule.run(edition, findings);
    waivers.add_judged(rule.id);
  });
  for (FoundByRule& each : by_rule) {
    each.found.drop([&](const diagnostics::Diagnostic& one) {
      return found.is_inside_poison(one.span);
    });
    found.merge(std::move(each.found));
    check.waivers.add(each.waivers);
  }
}

using Mark = std::pair<std::string, source::Span>;

/// Findings that only places below have, each with all of them.
class FoundBelow {
 public:
  explicit FoundBelow(const Diagnostics& found) {
    for (const diagnostics::Diagnostic& each : found.sorted())
      known_.emplace(each.code, each.span);
  }

  void add(const LikePlaces& like, const Diagnostics& found) {
    for (const diagnostics::Diagnostic& each : found.sorted()) {
      const Mark mark{each.code, each.span};
      if (known_.contains(mark)) continue;
      const auto [at, is_new] = places_.try_emplace(mark);
      if (is_new) all_.push_back(each);
      at->second.insert(at->second.end(), like.places.begin(),
                        like.places.end());
    }
  }

  void report(Diagnostics& found) {
    constexpr std::size_t most_names = 5;
    constexpr Message<std::string> in{"only in these places' editions: {}",
                                      "只见于以下各地的目录：{}"};
    constexpr Message<std::string, std::size_t> in_many{
        "only in the editions of {1} places, among them {0}",
        "只见于{0}等 {1} 地的目录"};
    for (diagnostics::Diagnostic& each : all_) {
      if (found.is_inside_poison(each.span)) continue;
      const auto& places = places_.at({each.code, each.span});
      const bool is_zh = found.language() == diagnostics::Language::zh;
      std::string names;
      for (std::size_t i = 0; i < std::min(places.size(), most_names); ++i) {
        if (i > 0) names += is_zh ? "、" : ", ";
        names += places[i]->name.text;
      }
      found.add(std::move(each))
          .label(places.front()->span,
                 places.size() <= most_names
                     ? in.in(found.language(), names)
                     : in_many.in(found.language(), names, places.size()));
    }
  }

 private:
  std::set<Mark> known_;
  std::map<Mark, std::vector<const model::Jurisdiction*>> places_;
  std::vector<diagnostics::Diagnostic> all_;
};

}  // namespace

void run(const Edition& edition, Diagnostics& found, const Diagnostics* below,
         unsigned threads) {
  const std::vector<Rule> all = all_rules();
  const auto known = ids_of(all);
  Check check{severities_of(edition->manifest, known, found), Waivers(edition),
              below, threads};
  check_waivers(edition, known, found);
  const std::vector<Rule> judges = waiver_rules();
  const std::vector<Rule> rules(
      all.begin(), all.end() - static_cast<std::ptrdiff_t>(judges.size()));
  run(rules, edition, check, found);
  FoundBelow elsewhere(found);
  for (const LikePlaces& like : places_below(edition)) {
    Diagnostics there(found.language());
    run(rules, like.edition, check, there);
    elsewhere.add(like, there);
  }
  elsewhere.report(found);
  run(judges, edition, check, found);
}

}  // namespace catalog::check
