#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "emit/diff/diff.h"

namespace catalog::emit {
namespace {

using compare::Change;
using compare::Effect;
using compare::Fate;
using compare::Kind;
using diagnostics::Language;
using diagnostics::Message;
using diagnostics::Words;

constexpr Message<std::string, std::string> side_line{"{} ({})", "{}（{}）"};
constexpr Message<std::size_t> items{"{} items", "{} 项"};
constexpr Message<std::string, std::string> idle_record{
    "the record of {} names items that did not change: {}",
    "{} 的调整记录列有并未变化的事项：{}"};
constexpr Message<std::size_t, std::string> unrecorded{
    "{} changed items are named by no record of adjustment: {}",
    "有 {} 个变化的事项未列入动态调整记录：{}"};
constexpr Message<std::string> not_compared{
    "not compared, as a built catalog.json lacks it: {}",
    "catalog.json 中没有，未作比较：{}"};
constexpr Words incomplete{"parts that could not be read were not compared",
                           "有无法读取的内容，未作比较"};
constexpr Message<std::string> replaced_by{"replaced by {}", "由 {} 取代"};
constexpr Message<std::string> taken_from{"taken from {}", "自 {} 分出"};

std::string joined(const std::vector<std::string>& texts, Language language,
                   std::size_t most = 10) {
  std::string all;
  for (std::size_t i = 0; i < texts.size() && i < most; ++i) {
    if (i > 0) all += language == Language::zh ? "、" : ", ";
    all += texts[i];
  }
  if (texts.size() > most) all += " …";
  return all;
}

}  // namespace

std::vector<ChangeGroup> groups_of(const Revision& revision) {
  std::vector<ChangeGroup> groups;
  std::map<std::string, std::size_t> by_title;
  for (const Change& change : revision.changes.all) {
    const std::string title =
        change.kind == Kind::item
            ? change.domain
            : std::string(name_of(change.kind).in(revision.language));
    const std::string key = (change.kind == Kind::item ? "+" : "-") + title;
    const auto [at, is_new] = by_title.try_emplace(key, groups.size());
    if (is_new) groups.push_back({title, {}});
    groups[at->second].changes.push_back(&change);
  }
  return groups;
}

std::string counts_text(const Revision& revision) {
  std::string text;
  for (const Effect effect : compare::all_effects) {
    const std::size_t count = revision.changes.count(effect);
    if (count == 0) continue;
    if (!text.empty()) text += revision.language == Language::zh ? "，" : ", ";
    text += fmt::format("{} {}", name_of(effect).in(revision.language), count);
  }
  return text;
}

std::string side_text(const compare::Side& side, const std::string& label,
                      Language language) {
  std::string facts = side.title;
  const char* const comma = language == Language::zh ? "，" : ", ";
  for (const std::string& fact :
       {side.version, side.date, items.in(language, side.items)})
    if (!fact.empty()) facts += comma + fact;
  return side_line.in(language, label, facts);
}

std::string bracketed(std::string_view text, Language language) {
  return language == Language::zh ? fmt::format("（{}）", text)
                                  : fmt::format(" ({})", text);
}

std::string effects_text(compare::Effects effects, Language language) {
  std::string text;
  for (const Effect effect : compare::all_effects) {
    if (!effects.contains(effect)) continue;
    if (!text.empty()) text += language == Language::zh ? "、" : ", ";
    text += name_of(effect).in(language);
  }
  return text;
}

std::vector<std::string> remarks_of(const Revision& revision) {
  const compare::Changes& changes = revision.changes;
  const Language language = revision.language;
  std::vector<std::string> remarks;
  for (const compare::IdleRecord& record : changes.idle_records)
    remarks.push_back(
        idle_record.in(language, record.date, joined(record.items, language)));
  std::vector<std::string> missing;
  for (const Change& change : changes.all)
    if (changes.is_unrecorded(change)) missing.push_back(change.id);
  if (!missing.empty())
    remarks.push_back(
        unrecorded.in(language, missing.size(), joined(missing, language)));
  std::vector<std::string> kinds;
  for (const Kind kind : changes.not_compared)
    kinds.emplace_back(name_of(kind).in(language));
  if (!kinds.empty())
    remarks.push_back(not_compared.in(language, joined(kinds, language, 20)));
  if (changes.is_incomplete) remarks.emplace_back(incomplete.in(language));
  return remarks;
}

std::string why(const Revision& revision, const Change& change,
                const compare::FieldChange* field) {
  std::vector<std::string> all;
  const auto add = [&](const std::string& text) {
    if (!text.empty() && std::find(all.begin(), all.end(), text) == all.end())
      all.push_back(text);
  };
  if (field != nullptr) add(field->reason);
  add(change.reason);
  if (!change.successor.empty())
    add((change.fate == Fate::removed ? replaced_by : taken_from)
            .in(revision.language, change.successor));
  for (const std::string& record : change.records) add(record);
  std::string text;
  for (const std::string& each : all) {
    if (!text.empty()) text += revision.language == Language::zh ? "；" : "; ";
    text += each;
  }
  return text;
}

}  // namespace catalog::emit
