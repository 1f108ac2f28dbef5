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

void add(std::string& key, const std::string& text) {
  key += std::to_string(text.size()) + ":" + text;
}
void add(std::string& key, const std::vector<std::string>& texts) {
  key += std::to_string(texts.size()) + ";";
  for (const std::string& each : texts) add(key, each);
}

/// What makes two rows of a file the same, but for their domain.
std::string key_of(const Item& item) {
  std::string key;
  add(key, item.place.file);
  add(key, item.name);
  add(key, item.timing);
  for (const auto& [level, bodies] : item.bodies) {
    add(key, level);
    add(key, bodies);
  }
  key += '/';
  for (const Entry& entry : item.content) {
    add(key, entry.text);
    add(key, entry.parts);
  }
  return key + '/';
}

/// Whether another sheet of the file has the very same row: sheets of views
/// show items once more. A row that names no domain may be of any.
bool is_repeated(ItemRow& row, const Item& item, const std::string& key) {
  std::string code;
  const std::string domain = squashed(domain_name(row, code));
  const auto known = row.imported.shown.find(key + domain);
  if (known == row.imported.shown.end()) return false;
  for (const Place& each : known->second) {
    if (each.sheet == item.place.sheet) continue;
    row.remarks.add(shown_before, item.place, {}, text_of(each));
    return true;
  }
  return false;
}

void remember(ItemRow& row, const Item& item, const std::string& key) {
  const std::string domain =
      squashed(row.imported.domains.all()[item.domain].name);
  for (const std::string& each : {key, key + domain}) {
    auto& places = row.imported.shown[each];
    if (places.empty() ||
        (places.size() == 1 && places[0].sheet != item.place.sheet))
      places.push_back(item.place);
  }
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
  const std::string key = key_of(item);
  if (is_repeated(row, item, key)) return;
  read_domain(row, item);
  read_basis(row, item);
  read_channels(row, item);
  read_audience(row, item);
  read_modes(row, item);
  read_levels(row, item);
  read_others(row, item);
  remember(row, item, key);
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
