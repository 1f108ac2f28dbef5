#include "resolve/change.h"

#include <algorithm>

#include "resolve/fields.h"

namespace catalog::resolve {
namespace {

using model::Adjustment;
using model::Item;
using model::ItemField;
using model::ListChange;
using model::OriginId;
using model::Text;

Text text_of(const Text& entry) { return entry; }
Text text_of(const model::ContentEntry& entry) { return entry.text; }
Text text_of(const model::BasisEntry& entry) { return entry.written; }
Text text_of(const model::ChannelEntry& entry) {
  if (entry.kind == model::ChannelEntry::Kind::other) return entry.name;
  return entry.ids.empty() ? Text{{}, entry.span} : entry.ids.front();
}

bool is_equal(const Text& a, const Text& b) { return a.text == b.text; }
template <class T>
bool is_equal(const T& a, const T& b) {
  return is_same(a, b);
}

/// Whether `remove` and `replace` mean an entry by this text.
bool is_named(const Text& entry, std::string_view name) {
  return entry.text == name;
}
bool is_named(const model::ContentEntry& entry, std::string_view name) {
  return entry.text.text == name;
}
bool is_named(const model::BasisEntry& entry, std::string_view name) {
  return entry.written.text == name || entry.law.text == name;
}

template <class T>
bool add(std::vector<T>& list, const T& entry) {
  if (std::any_of(list.begin(), list.end(),
                  [&](const T& each) { return is_equal(each, entry); }))
    return false;
  list.push_back(entry);
  return true;
}

template <class T>
bool remove(std::vector<T>& list, std::string_view name) {
  return std::erase_if(list,
                       [&](const T& each) { return is_named(each, name); }) > 0;
}

/// A channel leaves a choice too; a choice of one is that one.
bool remove(std::vector<model::ChannelEntry>& list, std::string_view id) {
  using Kind = model::ChannelEntry::Kind;
  bool changed = false;
  for (model::ChannelEntry& entry : list) {
    const auto before = entry.ids.size();
    std::erase_if(entry.ids, [&](const Text& each) { return each.text == id; });
    changed |= entry.ids.size() != before;
    if (entry.kind == Kind::any_of && entry.ids.size() == 1)
      entry.kind = Kind::one;
  }
  std::erase_if(list, [](const model::ChannelEntry& entry) {
    return entry.kind != Kind::other && entry.ids.empty();
  });
  return changed;
}

template <class T>
void reword(T& entry, const T& by) {
  entry = by;
}
/// What is reworded is not gone: it is to be read side by side.
void reword(model::ContentEntry& entry, const model::ContentEntry& by) {
  const Text old = entry.instead_of ? *entry.instead_of : entry.text;
  entry = by;
  entry.instead_of = old;
}

template <class T>
bool replace(std::vector<T>& list, std::string_view name, const T& by) {
  bool changed = false;
  for (T& entry : list)
    if (is_named(entry, name) && !is_equal(entry, by)) {
      reword(entry, by);
      changed = true;
    }
  return changed;
}

/// Makes the changes of a list, a result a piece. A list by level is changed
/// at each level that is written.
class Lists {
 public:
  explicit Lists(std::vector<bool>& results) : results_(results) {}

  template <class T>
  void change(const ListChange<T>& change, std::vector<T>& list) {
    for (const T& entry : change.add) results_.push_back(add(list, entry));
    for (const Text& name : change.remove)
      results_.push_back(remove(list, name.text));
    for (const auto& [name, by] : change.replace)
      results_.push_back(replace(list, name.text, by));
  }

  void change(const ListChange<model::ChannelEntry>& change,
              model::PerLevel<std::vector<model::ChannelEntry>>& lists) {
    for (const model::ChannelEntry& entry : change.add) {
      bool changed = false;
      for (auto& part : lists.parts) changed |= add(part.value, entry);
      results_.push_back(changed);
    }
    for (const Text& name : change.remove) {
      bool changed = false;
      for (auto& part : lists.parts) changed |= remove(part.value, name.text);
      results_.push_back(changed);
    }
  }

  void change(const ListChange<Text>& change, model::Levels& levels) {
    for (const Text& name : change.add) {
      const auto level = model::level_of(name.text);
      results_.push_back(level && !levels.contains(*level));
      if (level) levels.insert(*level);
    }
    for (const Text& name : change.remove) {
      const auto level = model::level_of(name.text);
      results_.push_back(level && levels.contains(*level));
      if (level) levels.erase(*level);
    }
  }

 private:
  std::vector<bool>& results_;
};

template <class T>
void list_pieces(ItemField field, const ListChange<T>& change,
                 std::vector<Piece>& pieces) {
  for (const T& entry : change.add)
    pieces.push_back({field, Piece::Kind::add, text_of(entry)});
  for (const Text& name : change.remove)
    pieces.push_back({field, Piece::Kind::remove, name});
  for (const auto& [name, by] : change.replace)
    pieces.push_back({field, Piece::Kind::replace, name});
}

/// Whether the adjustment writes a field whole.
bool is_whole(const Adjustment& a, ItemField field) {
  if (a.values.origin_of(field) == OriginId::none) return false;
  switch (field) {
    case ItemField::content: return a.content.empty();
    case ItemField::basis: return a.basis.empty();
    case ItemField::channels: return a.channels.empty();
    case ItemField::levels: return a.levels.empty();
    case ItemField::related: return a.related.empty();
    default: return true;
  }
}

ItemField field_at(std::size_t place) { return static_cast<ItemField>(place); }

}  // namespace

std::vector<Piece> pieces_of(const Adjustment& adjustment,
                             const model::Origins& own_origins) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < model::item_fields; ++i)
    if (const ItemField field = field_at(i); is_whole(adjustment, field))
      pieces.push_back(
          {field,
           Piece::Kind::value,
           {word(field), own_origins[adjustment.values.origins[i]].span}});
  list_pieces(ItemField::content, adjustment.content, pieces);
  list_pieces(ItemField::basis, adjustment.basis, pieces);
  list_pieces(ItemField::channels, adjustment.channels, pieces);
  list_pieces(ItemField::levels, adjustment.levels, pieces);
  list_pieces(ItemField::related, adjustment.related, pieces);
  return pieces;
}

std::vector<bool> apply(const Adjustment& adjustment,
                        const model::Origins& own_origins, Item& item,
                        model::Origins& origins) {
  std::vector<bool> results;
  for (std::size_t i = 0; i < model::item_fields; ++i) {
    const ItemField field = field_at(i);
    if (!is_whole(adjustment, field)) continue;
    results.push_back(!is_same(adjustment.values, item, field));
    take(adjustment.values, item, field);
  }
  Lists lists(results);
  lists.change(adjustment.content, item.content);
  lists.change(adjustment.basis, item.basis);
  lists.change(adjustment.channels, item.channels);
  lists.change(adjustment.levels, item.levels.all);
  lists.change(adjustment.related, item.related);
  for (std::size_t i = 0; i < model::item_fields; ++i)
    if (const OriginId set_by = adjustment.values.origins[i];
        set_by != OriginId::none)
      item.origins[i] =
          origins.add({own_origins[set_by].span, item.origins[i]});
  return results;
}

}  // namespace catalog::resolve
