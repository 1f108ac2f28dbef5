#include "import/item_timing.h"

#include <algorithm>

#include "import/text.h"
#include "phrase/timing.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind not_understood{
    "timing-not-understood",
    Sure::unsure,
    {"of this timing, `{}` is not understood", "公开时限中的 `{}` 未能理解"}};

constexpr std::string_view statutory = "信息形成或者变更之日起20个工作日内";

/// Lines that are clauses of their own stay apart.
std::vector<std::string> clauses_of(const std::string& cell_text) {
  const auto lines = lines_of(cell_text);
  const bool are_clauses =
      lines.size() > 1 && lines.size() <= 50 &&
      std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
        const auto timing = phrase::timing(line);
        return timing.clauses.size() == 1 && timing.is_read();
      });
  if (!are_clauses) return {plain_text(cell_text)};
  std::vector<std::string> clauses;
  for (const std::string_view line : lines)
    clauses.push_back(printed(trimmed(line, U"；;。，,")));
  return clauses;
}

}  // namespace

void read_timing(ItemRow& row, Item& item) {
  const std::string cell_text = row.cell(Field::timing);
  if (is_empty_mark(cell_text)) {
    item.timing = {std::string(statutory)};
    item.assumed.push_back("timing");
    row.ask(item, "timing", nothing_stands, row.place(Field::timing), {},
            std::string(statutory));
    return;
  }
  item.timing = clauses_of(cell_text);
  constexpr std::size_t longest = 2000;
  for (std::string& text : item.timing) {
    if (unicode::count(text) > longest) {
      item.note += text;
      text = std::string(unicode::prefix(text, longest));
      row.ask(item, "timing", cut_text, row.place(Field::timing), {}, "note");
    }
    const phrase::Timing timing = phrase::timing(text);
    for (const phrase::Slip& slip : timing.slips) {
      if (!slip.is_unread()) continue;
      row.ask(item, "timing", not_understood, row.place(Field::timing),
              cell_text,
              text.substr(slip.range.begin, slip.range.end - slip.range.begin));
      break;
    }
  }
}

}  // namespace catalog::import
