#include "view/approvals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "view/list_table.h"

namespace catalog::view {
namespace {

using model::Text;
using resolve::Edition;
using resolve::ItemId;

/// So many items are named in a cell; of more, their number.
constexpr std::size_t most_names = 12;

std::string joined(const std::vector<std::string>& lines,
                   std::string_view separator) {
  return fmt::format("{}", fmt::join(lines, separator));
}

std::string day(const model::WrittenDate& date) {
  return date.date ? days::iso(*date.date) : std::string();
}

/// What a waiver excuses, in the words of the table's header where it is a
/// field that is weaker than the base's; else the rule's id.
std::string excused(std::string_view rule) {
  constexpr std::pair<std::string_view, std::string_view> fields[] = {
      {"weaker-timing", "公开时限"},      {"weaker-channels", "公开渠道"},
      {"weaker-content", "公开内容"},     {"weaker-levels", "公开层级"},
      {"weaker-audience", "公开对象"},    {"weaker-basis", "公开依据"},
      {"weaker-supervision", "监督渠道"}, {"weaker-mode", "公开方式"},
      {"weaker-body", "公开主体"},        {"weaker-posting", "公示栏张贴"}};
  for (const auto& [id, name] : fields)
    if (id == rule) return fmt::format("{}与上级目录不同", name);
  return std::string(rule);
}

std::string names_text(const std::vector<std::string>& names) {
  if (names.size() <= most_names) return joined(names, "\n");
  const std::vector<std::string> first(names.begin(),
                                       names.begin() + most_names);
  return fmt::format("{}\n等 {} 项", joined(first, "\n"), names.size());
}

std::string name_of(const resolve::Item& item) {
  std::vector<std::string> levels;
  for (const Text& level : item.name) levels.emplace_back(level.text);
  return joined(levels, "/");
}

/// The places of a waiver, by name where the catalog lists them.
std::string places_text(const Edition& edition,
                        const std::vector<Text>& places) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"street", "街道"}, {"town", "镇（乡级）"}, {"township", "乡"},
      {"farm", "农场"},   {"village", "村"},      {"community", "社区"},
      {"county", "县级"}, {"city", "市级"},       {"province", "省级"}};
  if (places.empty()) return "全部";
  std::vector<std::string> names;
  for (const Text& place : places) {
    std::string name(place.text);
    for (const auto& [kind, chinese] : kinds)
      if (kind == place.text) name = chinese;
    if (const auto* at = resolve::place_of(edition->jurisdictions, place.text))
      name = at->name.text;
    names.push_back(std::move(name));
  }
  return joined(names, "、");
}

bool holds_here(const Edition& edition, const std::vector<Text>& only) {
  return only.empty() || !edition.is_of_place_below ||
         edition.jurisdiction == nullptr ||
         resolve::mean(edition->jurisdictions, only, *edition.jurisdiction);
}

}  // namespace

Table waivers_table(const Edition& edition) {
  struct Departure {
    const model::Waiver* waiver = nullptr;
    std::vector<std::string> items;
  };
  std::vector<Departure> all;
  std::map<source::Span, std::size_t> places;
  for (const ItemId id : edition.items)
    for (const model::Waiver& waiver : edition[id].waivers) {
      if (!waiver.until.date || !holds_here(edition, waiver.only)) continue;
      const auto [at, is_new] = places.try_emplace(waiver.span, all.size());
      if (is_new) all.push_back({&waiver, {}});
      all[at->second].items.push_back(name_of(edition[id]));
    }
  if (all.empty()) return {};
  Table table = list_table(Table::Kind::waivers, "waivers", "经批准的例外",
                           {"序号", "公开事项", "例外内容", "理由", "批准单位",
                            "批准日期", "截止日期", "状态", "适用地方"});
  table.columns[3].centred = false;
  for (const Departure& each : all) {
    const model::Waiver& waiver = *each.waiver;
    add_row(table, {names_text(each.items), excused(waiver.rule.text),
                    std::string(waiver.reason.text),
                    std::string(waiver.approved.by.text),
                    day(waiver.approved.on), day(waiver.until),
                    *waiver.until.date < edition.date ? "已到期" : "有效",
                    places_text(edition, waiver.only)});
  }
  return table;
}

std::vector<const model::AdjustmentRecord*> records_of(const Edition& edition) {
  const auto is_here = [&](const Text& id) {
    const auto item = edition->items.find(id.text);
    return item && edition.reading_of(*item);
  };
  std::vector<const model::AdjustmentRecord*> records;
  for (const model::AdjustmentRecord& record : edition->adjustments)
    if (record.items.empty() || !edition.is_of_place_below ||
        std::any_of(record.items.begin(), record.items.end(), is_here))
      records.push_back(&record);
  return records;
}

Table adjustments_table(const Edition& edition) {
  const auto records = records_of(edition);
  if (records.empty()) return {};
  Table table =
      list_table(Table::Kind::adjustments, "adjustments", "动态调整记录",
                 {"序号", "调整事项", "调整日期", "调整原因", "有关法律法规",
                  "报告单位", "报告日期", "批准单位", "批准日期", "备注"});
  table.columns[3].centred = false;
  table.columns[9].centred = false;
  for (const model::AdjustmentRecord* record : records) {
    // What is no more has its id alone.
    std::vector<std::string> names;
    for (const Text& id : record->items) {
      const auto item = edition->items.find(id.text);
      names.push_back(item ? name_of(edition[*item]) : std::string(id.text));
    }
    std::vector<std::string> laws;
    for (const Text& id : record->laws) {
      const auto law = edition->laws.find(id.text);
      laws.push_back(law ? fmt::format("《{}》", edition[*law].title.text)
                         : std::string(id.text));
    }
    add_row(
        table,
        {names_text(names), day(record->date), std::string(record->ground.text),
         joined(laws, "\n"), std::string(record->reported_by.text),
         day(record->reported_on), std::string(record->approved.by.text),
         day(record->approved.on), std::string(record->note.text)});
  }
  return table;
}

}  // namespace catalog::view
