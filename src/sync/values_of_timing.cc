#include <algorithm>

#include "import/text.h"
#include "sync/by_level.h"
#include "sync/drafts.h"
#include "sync/plain.h"
#include "sync/values.h"

/// Timings, of items and of the parts of their contents.
namespace catalog::sync {
namespace {

using diagnostics::Message;
using model::ItemField;
using syntax::Draft;

constexpr Message<> two_timings{
    "change the timing of one part at a time, or in the file",
    "请逐项修改各部分内容的时限，或在文件中修改"};

constexpr std::string_view other_content = "其他内容";

/// The timing that a cell has for a part of the content; nothing where it has
/// none.
std::optional<std::string> timing_for(std::string_view part,
                                      std::string_view cell) {
  const std::string begin = std::string(part) + "：";
  for (const std::string& line : lines_in(import::printed(cell)))
    if (line.starts_with(begin)) return line.substr(begin.size());
  return std::nullopt;
}

bool has_timings(const resolve::Item* item) {
  return item != nullptr &&
         std::any_of(
             item->content.begin(), item->content.end(),
             [](const auto& entry) { return entry.timing.has_value(); });
}

}  // namespace

std::optional<ItemField> field_of(const Given& cell,
                                  const resolve::Item* item) {
  const auto field = field_of(cell.kind().value);
  if (field != ItemField::timing || !has_timings(item)) return field;
  for (const model::ContentEntry& entry : item->content)
    if (entry.timing && timing_for(entry.text.text, cell.now) !=
                            timing_for(entry.text.text, cell.mine))
      return ItemField::content;
  return field;
}

Value ValueReader::part_timings(const resolve::Item& item,
                                const std::optional<Draft>& current,
                                const Given& cell) const {
  std::vector<Draft> entries = items_of(current);
  if (entries.size() != item.content.size()) return Said::of(two_timings);
  if (timing_for(other_content, cell.now) !=
      timing_for(other_content, cell.mine))
    return Said::of(two_timings);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!item.content[i].timing) continue;
    const std::string_view part = item.content[i].text.text;
    const auto now = timing_for(part, cell.now);
    if (now == timing_for(part, cell.mine)) continue;
    if (!now) return Said::of(two_timings);
    set(entries[i], "timing", Draft::of(*now));
  }
  return Draft::list(std::move(entries));
}

Value ValueReader::timing(const resolve::Item* item,
                          const std::optional<Draft>& current,
                          const Given& cell) const {
  if (has_timings(item)) {
    const auto now = timing_for(other_content, cell.now);
    if (!now || now->empty()) return Said::of(two_timings);
    return Draft::of(*now);
  }
  return by_level(
      current, cell,
      [](std::optional<model::Level>, const std::optional<Draft>&,
         const std::string& now) -> Value {
        std::string all;
        for (const std::string& line : lines_in(import::cleaned(now))) {
          if (!all.empty()) all += '\n';
          all += import::printed(line);
        }
        if (all.empty()) return Said::of(cannot_be_empty);
        return Draft::of(all);
      });
}

}  // namespace catalog::sync
