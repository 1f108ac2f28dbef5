#include "check/waivers.h"

#include <string>

#include "check/findings.h"
#include "check/rules.h"

namespace catalog::check {

bool Waivers::silence(const resolve::Item& item, std::string_view rule) {
  for (const model::Waiver& waiver : item.waivers)
    if (waiver.rule.text == rule && !has_ended(waiver)) {
      used_.insert(waiver.span);
      return true;
    }
  return false;
}

namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;

void ended_waiver(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string> ended{
      "the waiver of `{}` ended on {}", "`{}` 的例外已于 {} 到期"};
  constexpr Message<> help{
      "mend what it excused, or have it approved anew with a later `until`",
      "请改正所涉问题，或重新报批并改写 `until`"};
  for (const resolve::ItemId id : edition.items)
    for (const model::Waiver& waiver : edition[id].waivers)
      if (found.waivers().has_ended(waiver))
        found
            .at(waiver.until.span, ended, waiver.rule.text,
                days::iso(*waiver.until.date))
            .help(help);
}

/// A waiver that silences nothing hides the fault if it comes back.
void unused_waiver(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unused{"`{}` finds nothing here to waive",
                                             "此处没有 `{}` 的问题，例外多余"};
  constexpr Message<> help{"delete this waiver", "请删去这条例外"};
  const Waivers& waivers = found.waivers();
  for (const resolve::ItemId id : edition.items) {
    if (edition[id].is_incomplete) continue;
    for (const model::Waiver& waiver : edition[id].waivers)
      if (!waivers.has_ended(waiver) && !waivers.is_used(waiver) &&
          waivers.is_judged(waiver.rule.text))
        found.at(waiver.rule.span, unused, waiver.rule.text).help(help);
  }
}

}  // namespace

std::vector<Rule> waiver_rules() {
  return {
      {"ended-waiver",
       Severity::warning,
       {"waivers have not ended", "例外仍在有效期内"},
       ended_waiver},
      {"unused-waiver",
       Severity::warning,
       {"waivers excuse something", "例外确有所指"},
       unused_waiver},
  };
}

}  // namespace catalog::check
