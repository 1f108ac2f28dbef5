#include "view/departures.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace catalog::view {
namespace {

using model::ItemField;
using model::OriginId;
using resolve::Item;

/// A field, and the column value that prints it whole.
constexpr std::pair<std::string_view, ItemField> columns[] = {
    {"name", ItemField::name},
    {"code", ItemField::code},
    {"content", ItemField::content},
    {"basis", ItemField::basis},
    {"timing", ItemField::timing},
    {"body", ItemField::body},
    {"channels", ItemField::channels},
    {"audience", ItemField::audience},
    {"mode", ItemField::mode},
    {"level", ItemField::levels},
    {"supervision", ItemField::supervision},
    {"column", ItemField::column},
    {"note", ItemField::note},
    {"flow", ItemField::flow},
    {"must-post", ItemField::must_post}};

/// Values of several entries are compared entry by entry.
std::string_view separator_of(ItemField field) {
  return field == ItemField::channels ? "、" : "\n";
}

std::vector<std::string_view> entries_of(std::string_view text,
                                         std::string_view separator) {
  std::vector<std::string_view> entries;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    entries.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + separator.size(), text.size()));
  }
  return entries;
}

/// The entries of `all` that are not in `others`, in one text.
std::string missing_from(const std::vector<std::string_view>& others,
                         const std::vector<std::string_view>& all) {
  std::vector<std::string_view> missing;
  for (const std::string_view each : all)
    if (std::find(others.begin(), others.end(), each) == others.end())
      missing.push_back(each);
  return fmt::format("{}", fmt::join(missing, "；"));
}

std::string printed(const Cells& cells, const Item& item, ItemField field) {
  model::Column column;
  column.as = model::As::lines;
  for (const auto& [value, shown] : columns)
    if (shown == field) column.value.text = value;
  return cells.text(column, item, 0);
}

/// What the base has for it, entry by entry where there are several.
std::string compared(const std::string& now, const std::string& base,
                     ItemField field) {
  const auto here = entries_of(now, separator_of(field));
  const auto there = entries_of(base, separator_of(field));
  if (here.size() < 2 && there.size() < 2)
    return base.empty() ? "（无）" : base;
  std::string text;
  if (const std::string gone = missing_from(here, there); !gone.empty())
    text += "\n上级有、本级没有：" + gone;
  if (const std::string added = missing_from(there, here); !added.empty())
    text += "\n本级增加：" + added;
  return text.empty() ? "\n内容相同，顺序不同" : text;
}

}  // namespace

ItemField field_of(std::string_view column_value) {
  const std::string_view head = column_value.substr(0, column_value.find('.'));
  for (const auto& [value, field] : columns)
    if (value == head) return field;
  return ItemField::assumed;
}

Departures::Departures(const resolve::Edition& edition,
                       const source::SourceTree* sources)
    : edition_(edition), sources_(sources) {
  if (edition->base == nullptr) sources_ = nullptr;
  if (sources_ != nullptr) base_ = edition_of(*edition->base, edition.date);
}

std::string Departures::place(const source::Span& span) const {
  const source::File& file = (*sources_)[span.file];
  if (!edition_->is_own(span))
    return fmt::format("{}，{}", edition_->layer_of(span).id.text, file.path);
  const auto [at, is_new] = lines_.try_emplace(span.file, file.bytes);
  return fmt::format("{}:{}", file.path, at->second.position(span.begin).line);
}

std::string Departures::of(const Item& item, ItemField field) const {
  if (sources_ == nullptr) return {};
  const model::Origins& origins = edition_->origins;
  OriginId id = item.origin_of(field);
  if (id == OriginId::none || !edition_->is_own(origins[id].span)) return {};
  const auto there = base_->items.find(item.id.text);
  if (!there) return {};
  const std::string now = printed({edition_, layout_}, item, field);
  const std::string base = printed({base_, layout_}, base_[*there], field);
  if (now == base) return {};
  std::string text = "本级调整：";
  std::string separator;
  for (; id != OriginId::none && edition_->is_own(origins[id].span);
       id = origins[id].below) {
    text += separator + place(origins[id].span);
    separator = "；";
  }
  text += "\n上级目录";
  if (id == OriginId::none)
    text += fmt::format("（{}）", place(base_[*there].span));
  else
    text += fmt::format("（{}）", place(origins[id].span));
  text += "：" + compared(now, base, field);
  for (; id != OriginId::none && origins[id].below != OriginId::none;
       id = origins[id].below)
    text +=
        fmt::format("\n更上一级（{}）", place(origins[origins[id].below].span));
  return text;
}

}  // namespace catalog::view
