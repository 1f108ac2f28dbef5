#include "import/item_channels.h"

#include <re2/re2.h>

#include <set>
#include <utility>

#include "import/item_levels.h"
#include "import/text.h"
#include "import/ticks.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind two_ticks{
    "two-ticks",
    Sure::unsure,
    {"two different signs are used, both read as ticked: {}",
     "用了两种勾选符号，均按已勾选读取：{}"}};
constexpr RemarkKind unnamed_channel{
    "unnamed-channel",
    Sure::unsure,
    {"another channel is ticked and not named{}", "勾选了其他渠道而未写明{}"}};
constexpr RemarkKind said_more{
    "said-more",
    Sure::likely,
    {"more than a tick: ticked, and `{}` is in the note",
     "不止一个勾：按勾选读取，`{}` 写入备注"}};

/// `其他：办税服务厅` names a channel behind the word.
std::string other_name(const std::string& name) {
  static const re2::RE2 other(
      "^其[他它](?:渠道)?\\s*[：:_（( ]+\\s*(.+?)[）)]?$");
  static const re2::RE2 near("^其[他它](\\p{Han}.{2,})$");
  std::string named;
  if (re2::RE2::FullMatch(name, other, &named)) {
    if (contains(named, "（") && name.ends_with("）")) named += "）";
    return named;
  }
  if (re2::RE2::FullMatch(name, near, &named) && named != "渠道") return named;
  return {};
}

ChannelRefs channels_of(ItemRow& row, const std::string& text,
                        std::size_t domain) {
  ChannelRefs refs;
  const Boxes boxes = boxes_of(text);
  std::set<const Registered*> ticked;
  const Registered* before = nullptr;
  for (const Box& each : boxes.boxes) {
    constexpr std::size_t longest = 200;
    const std::string name(unicode::prefix(each.name, longest));
    if (const std::string other = other_name(name); !other.empty()) {
      if (each.ticked) refs.other.push_back(other);
      continue;
    }
    Registered& channel =
        row.imported.channels.entry_behind(before, squashed(name), name);
    before = &channel;
    if (boxes.has_open) channel.open_in.insert(domain);
    if (!each.ticked) {
      if (row.table.header.open_box_is_optional)
        refs.optional.push_back(channel.id);
    } else if (ticked.insert(&channel).second) {
      refs.ids.push_back(channel.id);
    }
  }
  if (row.table.header.one_is_enough && refs.ids.size() > 1)
    std::swap(refs.any_of, refs.ids);
  return refs;
}

void remark_boxes(ItemRow& row, Item& item, const std::string& text,
                  const Place& where) {
  const Boxes boxes = boxes_of(text);
  if (boxes.is_repaired) {
    std::string ticked;
    for (const Box& each : boxes.boxes)
      if (each.ticked) ticked += (ticked.empty() ? "" : "、") + each.name;
    row.remarks.add(lost_font, where, text, ticked);
  }
  if (boxes.has_two_kinds)
    row.ask(item, "channels", two_ticks, where, text,
            std::string(unicode::prefix(joined(text), 30)));
}

/// Tables that give channels a level each name it in the column before.
std::string level_left_of(const ItemRow& row, std::size_t index) {
  if (index == 0 || row.columns()[index - 1].field != Field::levels) return {};
  const auto levels = levels_of(row, tiers_in(row.text(index - 1)));
  return levels.size() == 1 ? std::string(word(levels[0])) : std::string();
}

/// 其他: what is written there are names; a tick names nothing.
void read_other_column(ItemRow& row, Item& item, ChannelRefs& refs,
                       std::size_t i) {
  const std::string& text = row.text(i);
  if (is_tick(text)) {
    refs.other.push_back("其他");
    return row.ask(item, "channels", unnamed_channel, row.place(i), text, {});
  }
  for (const Box& each : boxes_of(text).boxes)
    if (each.ticked) refs.other.emplace_back(unicode::prefix(each.name, 200));
}

/// A channel a column: its head names it, a tick chooses it.
void read_channel_columns(ItemRow& row, Item& item) {
  ChannelRefs refs;
  const Registered* before = nullptr;
  for (std::size_t i = 0; i < row.columns().size(); ++i) {
    if (row.columns()[i].field != Field::channel) continue;
    const std::string& text = row.text(i);
    const std::string& name = row.columns()[i].title;
    const bool is_open = is_empty_mark(text) || is_untick(text);
    const bool is_other = starts_with_any(squashed(name), {"其他", "其它"});
    if (is_other) {
      if (!is_open) read_other_column(row, item, refs, i);
      continue;
    }
    Registered& channel =
        row.imported.channels.entry_behind(before, squashed(name), name);
    before = &channel;
    channel.open_in.insert(item.domain);
    if (is_open) continue;
    if (is_doubtful_tick(text))
      row.remarks.add(lost_font, row.place(i), text, "√");
    refs.ids.push_back(channel.id);
    if (is_tick(text)) continue;
    row.remarks.add(said_more, row.place(i), text, plain_text(text));
    item.note +=
        (item.note.empty() ? "" : "；") + name + "：" + plain_text(text);
  }
  if (!refs.empty()) item.channels.emplace_back("", refs);
}

}  // namespace

void read_channels(ItemRow& row, Item& item) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < row.columns().size(); ++i)
    if (row.columns()[i].field == Field::channels &&
        !is_empty_mark(row.text(i)))
      found.push_back(i);
  for (const std::size_t i : found) {
    const std::string& text = row.text(i);
    const ChannelRefs refs = channels_of(row, text, item.domain);
    remark_boxes(row, item, text, row.place(i));
    if (refs.empty()) continue;
    const std::string level = found.size() > 1 ? level_left_of(row, i) : "";
    if (level.empty() && !item.channels.empty()) continue;
    item.channels.emplace_back(level, refs);
  }
  if (item.channels.empty()) read_channel_columns(row, item);
  if (!item.channels.empty()) return;
  constexpr std::string_view usual = "政府网站";
  ChannelRefs refs;
  refs.ids = {
      row.imported.channels.entry(std::string(usual), std::string(usual)).id};
  item.channels.emplace_back("", refs);
  item.assumed.push_back("channels");
  row.ask(item, "channels", nothing_stands, row.place(Field::channels), {},
          std::string(usual));
}

}  // namespace catalog::import
