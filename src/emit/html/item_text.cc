#include "emit/html/item_text.h"

#include <fmt/format.h>

namespace catalog::emit::site {
namespace {

constexpr std::size_t most_entries = 8;

}  // namespace

std::string ItemText::name(const Site& site, const resolve::Item& item) {
  std::string name;
  std::string_view last;
  const bool is_english = site.is_english && !item.en.name.empty();
  for (const model::Text& level : is_english ? item.en.name : item.name) {
    if (level.text == last) continue;
    if (!name.empty()) name += " › ";
    name += last = level.text;
  }
  return name;
}

std::string ItemText::content(const Site& site, const resolve::Item& item) {
  const auto entries = site.edition.content_of(item);
  std::string content;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i == most_entries)
      return fmt::format("{} 等 {} 项", content, entries.size());
    if (i > 0) content += "、";
    content += entries[i]->text.text;
  }
  return content;
}

std::string ItemText::value(std::string_view name,
                            const resolve::Item& item) const {
  model::Column column;
  column.value.text = name;
  return cells_.text(column, item, 0);
}

std::string ItemText::timing(const resolve::Item& item) const {
  return value("timing", item);
}
std::string ItemText::body(const resolve::Item& item) const {
  return value("body", item);
}
std::string ItemText::channels(const resolve::Item& item) const {
  return value("channels", item);
}
std::string ItemText::levels(const resolve::Item& item) const {
  return value("level", item);
}

}  // namespace catalog::emit::site
