#include "import/item_content.h"

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind ditto_inside{
    "ditto",
    Sure::unsure,
    {"points to another row; write it out: `{}`", "指向其他行，须写明：`{}`"}};

}  // namespace

void read_content(ItemRow& row, Item& item) {
  const std::string text = row.cell(Field::content);
  if (is_empty_mark(text)) {
    item.content = {{item.name.back(), {}, false}};
    item.assumed.push_back("content");
    row.ask(item, "content", nothing_stands, row.place(Field::content), {},
            item.name.back());
    return;
  }
  constexpr std::size_t longest = 4000;
  for (Entry& each : entries_of(text, row.is_wrapped(Field::content))) {
    if (unicode::count(each.text) <= longest) {
      item.content.push_back(std::move(each));
      continue;
    }
    row.ask(item, "content", cut_text, row.place(Field::content), {},
            "content");
    for (std::string& piece : pieces_of(each.text, longest))
      item.content.push_back({std::move(piece), {}, each.optional});
  }
  if (contains(text, "同上"))
    row.ask(item, "content", ditto_inside, row.place(Field::content), text,
            std::string(unicode::prefix(plain_text(text), 40)));
}

}  // namespace catalog::import
