#include <algorithm>
#include <unordered_map>

#include "check/findings.h"
#include "check/names.h"
#include "check/rules.h"
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
  for (const auto rules :
       {citation_rules, law_rules, timing_rules, limit_rules, body_rules,
        contact_rules, channel_rules, audience_rules, text_rules,
        character_rules, duplicate_rules, misplaced_rules, vocabulary_rules,
        flow_rules, place_rules, review_rules, weaker_rules, waiver_rules})
    for (const Rule& rule : rules()) all.push_back(rule);
  return all;
}

void run(const Edition& edition, Diagnostics& found, const Diagnostics* below) {
  const std::vector<Rule> rules = all_rules();
  const auto known = ids_of(rules);
  const Severities severities = severities_of(edition->manifest, known, found);
  check_waivers(edition, known, found);
  Waivers waivers(edition.date);
  const PrintedTexts printed(edition);
  for (const Rule& rule : rules) {
    const auto set = severities.find(rule.id);
    const std::optional<Severity> severity =
        set == severities.end() ? rule.severity : set->second;
    if (!severity) continue;
    Findings findings(rule, *severity, waivers, printed, found, below);
    rule.run(edition, findings);
    waivers.add_judged(rule.id);
  }
}

}  // namespace catalog::check
