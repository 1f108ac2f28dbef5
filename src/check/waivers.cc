#include "check/waivers.h"

#include <algorithm>
#include <string>

#include "check/findings.h"
#include "check/rules.h"

namespace catalog::check {

namespace {

/// Whether places that a reading holds in are among those that are named. A
/// code means what lies under it, too.
bool are_among(const resolve::Jurisdictions& all,
               const std::vector<model::Text>& held,
               const std::vector<model::Text>& named) {
  return std::all_of(held.begin(), held.end(), [&](const model::Text& one) {
    const model::Jurisdiction* const place = resolve::place_of(all, one.text);
    return std::any_of(
        named.begin(), named.end(), [&](const model::Text& name) {
          return name.text == one.text ||
                 (place != nullptr && resolve::means(all, name.text, *place));
        });
  });
}

}  // namespace

bool is_for(const resolve::Edition& edition, const resolve::Item& item,
            const model::Waiver& waiver) {
  if (waiver.only.empty()) return true;
  const auto& all = edition->jurisdictions;
  if (!edition.is_of_place_below)
    for (const auto& held : item.holds_in)
      if (are_among(all, held, waiver.only)) return true;
  return edition.jurisdiction != nullptr &&
         resolve::mean(all, waiver.only, *edition.jurisdiction);
}

bool Waivers::silence(const resolve::Item& item, std::string_view rule) {
  for (const model::Waiver& waiver : item.waivers)
    if (waiver.rule.text == rule && !has_ended(waiver) &&
        is_for(*edition_, item, waiver)) {
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
