#include "import/item_audience.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/item_others.h"
#include "import/text.h"
#include "import/ticks.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

using model::Mode;

constexpr RemarkKind unnamed_group{
    "unnamed-group",
    Sure::unsure,
    {"a special group is ticked and not named{}", "勾选了特定群体而未写明{}"}};
constexpr RemarkKind no_mode{
    "no-mode",
    Sure::likely,
    {"neither proactive nor on request is ticked: taken for {}",
     "主动与依申请均未勾选，按 {} 处理"}};

constexpr RemarkKind not_proactive{
    "not-proactive",
    Sure::unsure,
    {"not proactive, and nothing else is said: taken for {}",
     "不主动公开而未写明方式，按 {} 处理"}};

std::vector<std::string> joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& each : names) all += (all.empty() ? "" : "、") + each;
  if (all.empty()) return {};
  return {std::string(unicode::prefix(all, 200))};
}

/// 特定群体：求职者 names the group behind the word.
std::string group_of(const std::string& name) {
  static const re2::RE2 named(
      "^特定(?:的)?(?:群体|群众|对象|人群)\\s*[：:(（]\\s*(.+?)[)）]?$");
  std::string group;
  if (!re2::RE2::FullMatch(name, named, &group)) return name;
  if (contains(group, "（") && name.ends_with("）")) group += "）";
  return group;
}

void add_group(ItemRow& row, Item& item, const std::string& cell_text) {
  if (!is_tick(cell_text)) {
    item.groups.emplace_back(unicode::prefix(without_tick(cell_text), 200));
    return;
  }
  item.groups.emplace_back("特定群体");
  row.ask(item, "audience", unnamed_group, row.place(Field::group), cell_text,
          {});
}

void add_mode(Item& item, Mode mode) {
  if (std::find(item.modes.begin(), item.modes.end(), mode) == item.modes.end())
    item.modes.push_back(mode);
}

/// 是否主动公开: 是, 否, 否（依申请). Whether the cell answers like that.
bool read_answer(ItemRow& row, Item& item, std::size_t column) {
  const std::string& title = row.columns()[column].title;
  const std::string text = squashed(row.text(column));
  const bool yes = text == "是" || is_tick(text);
  const bool no = text.starts_with("否") || text.starts_with("不");
  if (!contains(title, "是否") || yes == no) return false;
  const bool on_request = contains(title, "申请");
  const bool says_how = contains(text, "申请") || contains(text, "主动");
  add_mode(item, yes == on_request ? Mode::on_request : Mode::proactive);
  if (no && !says_how && !on_request)
    row.ask(item, "mode", not_proactive, row.place(column), text, "依申请公开");
  return true;
}

}  // namespace

void read_audience(ItemRow& row, Item& item) {
  const std::string everyone = row.cell(Field::everyone);
  const std::string group = row.cell(Field::group);
  const std::string text = row.cell(Field::audience);
  row.note_doubt(Field::everyone, everyone);
  row.note_doubt(Field::group, group);
  item.everyone = !everyone.empty() && !is_untick(everyone);
  if (!group.empty() && !is_untick(group)) add_group(row, item, group);
  if (!text.empty() && !is_empty_mark(text)) {
    std::vector<std::string> groups;
    const Boxes boxes = boxes_of(text);
    for (const Box& each : boxes.boxes) {
      if (!each.ticked) continue;
      if (field_of(each.name) == Field::everyone ||
          contains(each.name, "全社会") || contains(each.name, "社会公众"))
        item.everyone = true;
      else
        groups.push_back(group_of(each.name));
    }
    // Without boxes, 申请人、受援人 is one text, as it is in a column of its
    // own.
    if (!has_signs(boxes, text)) groups = joined_names(groups);
    item.groups.insert(item.groups.end(), groups.begin(), groups.end());
  }
  if (!item.everyone && item.groups.empty()) item.everyone = true;
}

void read_modes(ItemRow& row, Item& item) {
  const std::string proactive = row.cell(Field::proactive);
  const std::string on_request = row.cell(Field::on_request);
  row.note_doubt(Field::proactive, proactive);
  row.note_doubt(Field::on_request, on_request);
  if (!proactive.empty() && !is_untick(proactive))
    add_mode(item, Mode::proactive);
  if (!on_request.empty() && !is_untick(on_request))
    add_mode(item, Mode::on_request);
  for (std::size_t i = 0; i < row.columns().size(); ++i) {
    if (row.columns()[i].field != Field::mode || read_answer(row, item, i))
      continue;
    for (const Box& each : boxes_of(row.text(i)).boxes) {
      if (!each.ticked) continue;
      if (contains(each.name, "主动"))
        add_mode(item, Mode::proactive);
      else if (contains(each.name, "申请"))
        add_mode(item, Mode::on_request);
      else if (contains(each.name, "不公开"))
        add_mode(item, Mode::withheld);
      else
        add_element(row, item, row.columns()[i].title, row.text(i));
    }
  }
  const bool has_columns = row.table.header.has(Field::proactive) ||
                           row.table.header.has(Field::on_request);
  if (item.modes.empty() && has_columns)
    row.remarks.add(
        no_mode,
        row.place(row.table.header.has(Field::proactive) ? Field::proactive
                                                         : Field::on_request),
        {}, "主动");
}

}  // namespace catalog::import
