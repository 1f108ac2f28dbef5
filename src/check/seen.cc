#include "resolve/seen.h"

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Replacement;
using model::SeenRecord;
using resolve::Edition;

constexpr Message<std::string> look_again{
    "read what stands here again; then `catalog reaffirm {}` settles it",
    "请重新核对此处，核对后用 `catalog reaffirm {}` 确认"};
constexpr Message<> base_here{"the base says this", "上级目录的规定"};

/// What was seen when an operation was settled last; null where that was not
/// recorded, or somebody changed the record.
const SeenRecord* record_of(const Edition& edition,
                            const Replacement& replacement) {
  for (const SeenRecord& record : edition->seen)
    if (record.fingerprint.text == replacement.seen.text &&
        resolve::fingerprint_of(record) == record.fingerprint.text)
      return &record;
  return nullptr;
}

const model::Text* old_text(const SeenRecord& record,
                            const Replacement::Value& value) {
  for (const SeenRecord::Value& old : record.values)
    if (old.item.text == value.item && old.field.text == word(value.field))
      return &old.text;
  return nullptr;
}

std::string_view shown(std::string_view text, diagnostics::Language language) {
  if (!text.empty()) return text;
  return language == diagnostics::Language::zh ? "（无）" : "nothing";
}

void report(const Edition& edition, const Replacement::Value& value,
            const SeenRecord* record, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view,
                    std::string_view>
      changed{"the base changed `{}` of `{}`: it was “{}”, and is “{}” now",
              "上级目录改动了 `{1}` 的 `{0}`：原为“{2}”，现为“{3}”"};
  constexpr Message<std::string_view, std::string_view, std::string_view>
      unknown{"the base may have changed `{}` of `{}`: it is “{}” now",
              "上级目录可能改动了 `{1}` 的 `{0}`：现为“{2}”"};
  constexpr Message<std::string_view, std::string_view, std::string_view> added{
      "nobody has looked at `{}` of `{}` here: the base has “{}”",
      "此处 `{1}` 的 `{0}` 尚未核对：上级目录为“{2}”"};
  const std::string_view field = word(value.field);
  const auto language = found.language();
  const std::string_view now = shown(value.text, language);
  const model::Text* const old =
      record == nullptr ? nullptr : old_text(*record, value);
  if (old != nullptr && old->text == value.text) return;
  const auto item = edition->items.find(value.item);
  // An item that is left out has nobody to waive anything.
  if (item && found.is_waived(edition[*item])) return;
  auto entry = old != nullptr ? found.at(value.here, changed, field, value.item,
                                         shown(old->text, language), now)
               : record == nullptr
                   ? found.at(value.here, unknown, field, value.item, now)
                   : found.at(value.here, added, field, value.item, now);
  entry.label(value.base, base_here).help(look_again, std::string(value.item));
}

/// Somebody chose a value in sight of the base's: when that moves, the choice
/// may be no longer right, though it is no weaker.
void changed_base(const Edition& edition, Findings& found) {
  constexpr Message<> fewer{
      "the base has less to change here than when this was settled",
      "此处可调整的上级内容比确认时少"};
  if (edition.is_of_place_below) return;
  for (const Replacement& each : edition->replacements) {
    if (each.seen.empty() || each.seen.text == each.fingerprint) continue;
    const SeenRecord* const record = record_of(edition, each);
    bool is_told = false;
    for (const Replacement::Value& value : each.values) {
      const model::Text* const old =
          record == nullptr ? nullptr : old_text(*record, value);
      is_told |= old == nullptr || old->text != value.text;
      report(edition, value, record, found);
    }
    if (!is_told)
      found.at(each.seen.span, fewer)
          .help(look_again, each.values.empty()
                                ? std::string()
                                : std::string(each.values.front().item));
  }
}

/// Told once: a catalog that does not record what it saw has its reasons.
void unconfirmed_base(const Edition& edition, Findings& found) {
  constexpr Message<std::size_t> unseen{
      "adjustments and exclusions that do not say which values of the base "
      "they saw: {}",
      "有 {} 处调整或不采用没有记录所见的上级内容"};
  constexpr Message<> reaffirm{
      "`catalog reaffirm` records them, so that a change of the base is "
      "noticed",
      "用 `catalog reaffirm` 记录，以便上级目录变动时提示"};
  if (edition.is_of_place_below) return;
  std::size_t count = 0;
  const Replacement* first = nullptr;
  for (const Replacement& each : edition->replacements) {
    if (!each.seen.empty() || each.values.empty()) continue;
    ++count;
    if (first == nullptr || each.operation < first->operation) first = &each;
  }
  if (first != nullptr)
    found.at(first->operation, unseen, count).help(reaffirm);
}

}  // namespace

std::vector<Rule> seen_rules() {
  return {
      {"changed-base",
       Severity::warning,
       {"adjustments were settled in sight of the base as it is",
        "调整依据的是上级目录的现有内容"},
       changed_base},
      {"unconfirmed-base",
       Severity::info,
       {"adjustments record which values of the base they saw",
        "调整记录了所见的上级内容"},
       unconfirmed_base},
  };
}

}  // namespace catalog::check
