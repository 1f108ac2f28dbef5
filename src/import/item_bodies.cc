#include "import/item_bodies.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/basis.h"
#include "import/item_levels.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

void add_bodies(ItemRow& row, Item& item, const std::string& level,
                std::string_view text, bool wrapped) {
  std::vector<std::string> ids;
  for (std::string& name : bodies_in(text, wrapped)) {
    constexpr std::size_t longest = 200;
    if (unicode::count(name) > longest) {
      item.note += name;
      row.ask(item, "body", cut_text, row.place(Field::body), {}, "note");
      name = std::string(unicode::prefix(name, longest));
    }
    Registered& body = row.imported.bodies.entry(squashed(name), name);
    if (!body.is_from_base) body.flag = is_generic(name);
    if (std::find(ids.begin(), ids.end(), body.id) == ids.end())
      ids.push_back(body.id);
  }
  if (!ids.empty()) item.bodies.emplace_back(level, std::move(ids));
}

/// `县级：民政部门`, a line a level; nothing is read where one line is not
/// like that.
bool read_bodies_by_level(ItemRow& row, Item& item, const std::string& text) {
  static const re2::RE2 line("([省市州县区旗乡镇村]+级)[：:]\\s*(.+)");
  std::vector<std::pair<std::string, std::string>> parts;
  for (const std::string_view each : lines_of(text)) {
    std::string tier, bodies;
    if (!re2::RE2::FullMatch(re2::StringPiece(each.data(), each.size()), line,
                             &tier, &bodies))
      return false;
    const auto levels = levels_of(row, tiers_in(tier));
    if (levels.size() != 1) return false;
    parts.emplace_back(word(levels[0]), bodies);
  }
  for (const auto& [level, bodies] : parts)
    add_bodies(row, item, level, bodies, true);
  return !parts.empty();
}

}  // namespace

void read_bodies(ItemRow& row, Item& item) {
  const std::string text = row.cell(Field::body);
  if (!is_empty_mark(text) && !read_bodies_by_level(row, item, text))
    add_bodies(row, item, "", text, row.is_wrapped(Field::body));
  if (!item.bodies.empty()) return;
  constexpr std::string_view unknown = "待明确的公开主体";
  Registered& body =
      row.imported.bodies.entry(std::string(unknown), std::string(unknown));
  body.flag = true;
  item.bodies.push_back({"", {body.id}});
  item.assumed.push_back("body");
  row.ask(item, "body", nothing_stands, row.place(Field::body), {},
          std::string(unknown));
}

}  // namespace catalog::import
