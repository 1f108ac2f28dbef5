#include "import/items.h"

#include <algorithm>
#include <utility>

#include "import/item_audience.h"
#include "import/item_basis.h"
#include "import/item_bodies.h"
#include "import/item_channels.h"
#include "import/item_content.h"
#include "import/item_levels.h"
#include "import/item_name.h"
#include "import/item_others.h"
#include "import/item_row.h"
#include "import/item_timing.h"
#include "import/text.h"

namespace catalog::import {
namespace {

constexpr RemarkKind shown_before{"shown-before",
                                  Sure::likely,
                                  {"the same item stands at {}: imported once",
                                   "与 {} 为同一事项，只导入一次"}};

std::string key_of(const Item& item) {
  std::string key;
  for (const std::string& each : item.name) key += each + "\n";
  return key;
}

/// Whether another sheet of the file has the very same row: sheets of views
/// show items once more.
bool is_repeated(ItemRow& row, const Item& item) {
  std::string code;
  const std::string domain = squashed(domain_name(row, code));
  const auto [begin, end] = row.imported.by_name.equal_range(key_of(item));
  for (auto at = begin; at != end; ++at) {
    const Item& each = row.imported.items[at->second];
    if (each.place.file == item.place.file &&
        each.place.sheet != item.place.sheet &&
        (domain.empty() ||
         domain == squashed(row.imported.domains.all()[each.domain].name)) &&
        each.timing == item.timing && each.bodies == item.bodies &&
        std::equal(each.content.begin(), each.content.end(),
                   item.content.begin(), item.content.end(),
                   [](const Entry& a, const Entry& b) {
                     return a.text == b.text && a.parts == b.parts;
                   })) {
      row.remarks.add(shown_before, item.place, {}, text_of(each.place));
      return true;
    }
  }
  return false;
}

void add_item(ItemRow& row) {
  Item item;
  read_name(row, item);
  if (item.name.empty()) return;
  item.place = row.own_place();
  item.known_as = row.known_as();
  read_content(row, item);
  read_timing(row, item);
  read_bodies(row, item);
  if (is_repeated(row, item)) return;
  read_domain(row, item);
  read_basis(row, item);
  read_channels(row, item);
  read_audience(row, item);
  read_modes(row, item);
  read_levels(row, item);
  read_others(row, item);
  row.imported.by_name.emplace(key_of(item), row.imported.items.size());
  row.imported.items.push_back(std::move(item));
}

}  // namespace

void add_items(const Table& table, const std::string& fallback_domain,
               Imported& imported, Remarks& remarks) {
  ItemRow row(table, fallback_domain, imported, remarks);
  for (const Row& each : table.rows) {
    row.go_to(each);
    add_item(row);
  }
}

}  // namespace catalog::import
