#include "compare/records.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace catalog::compare {
namespace {

using model::Text;
using resolve::Edition;

/// A record as it is cited: its day and its ground.
std::string text_of(const model::AdjustmentRecord& record) {
  std::string text =
      record.date.date ? days::iso(*record.date.date) : std::string();
  if (!record.ground.empty()) {
    if (!text.empty()) text += " ";
    text += record.ground.text;
  }
  return text;
}

std::string key_of(const model::AdjustmentRecord& record) {
  std::string key = text_of(record);
  for (const Text& item : record.items) (key += '\x1f') += item.text;
  return key;
}

}  // namespace

void tie_records(const Edition& before, const Edition& now, Changes& changes) {
  changes.has_records = !now->adjustments.empty();
  std::set<std::string> known;
  for (const model::AdjustmentRecord& record : before->adjustments)
    known.insert(key_of(record));
  std::unordered_map<std::string_view, std::vector<Change*>> by_id;
  for (Change& change : changes.all) {
    if (change.kind != Kind::item) continue;
    by_id[change.id].push_back(&change);
    if (!change.former.empty()) by_id[change.former].push_back(&change);
  }
  for (const model::AdjustmentRecord& record : now->adjustments) {
    if (known.contains(key_of(record))) continue;
    IdleRecord idle;
    for (const Text& item : record.items) {
      const auto found = by_id.find(item.text);
      if (found == by_id.end())
        idle.items.emplace_back(item.text);
      else
        for (Change* const change : found->second)
          change->records.push_back(text_of(record));
    }
    if (idle.items.empty()) continue;
    if (record.date.date) idle.date = days::iso(*record.date.date);
    idle.ground = record.ground.text;
    changes.idle_records.push_back(std::move(idle));
  }
}

}  // namespace catalog::compare
