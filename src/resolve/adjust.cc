#include <algorithm>
#include <map>
#include <utility>

#include "resolve/change.h"
#include "resolve/overlay.h"
#include "resolve/seen.h"
#include "resolve/target.h"
#include "unicode/closest.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Adjustment;
using model::Item;
using model::ItemField;
using model::OriginId;
using model::Text;

constexpr Problem<std::string_view, std::string_view> set_twice{
    "set-twice",
    Severity::error,
    {"`{}` of `{}` is set elsewhere too", "`{1}` 的 `{0}` 在别处也作了设定"}};
constexpr Message<> other{"the other place", "另一处在这里"};
constexpr Message<> keep_one{"keep one of the two", "请只保留一处"};

constexpr Problem<std::string_view, std::string_view> as_before{
    "no-effect",
    Severity::error,
    {"`{}` of `{}` is this in the base already",
     "`{1}` 的 `{0}` 在上级目录中已是如此"}};
constexpr Problem<std::string_view, std::string_view, std::string_view>
    there_already{
        "no-effect",
        Severity::error,
        {"`{}` is in `{}` of `{}` already", "`{2}` 的 `{1}` 中已有 `{0}`"}};
constexpr Problem<std::string_view, std::string_view, std::string_view>
    not_there{"no-effect",
              Severity::error,
              {"`{}` is not in `{}` of `{}`", "`{2}` 的 `{1}` 中没有 `{0}`"}};
constexpr Problem<std::string_view> nothing_to_do{
    "no-effect",
    Severity::error,
    {"nothing here changes `{}`", "这里没有改变 `{}` 的任何内容"}};
constexpr Message<> set_here{"set here", "在这里设定"};
constexpr Message<> delete_it{"delete it", "请删去"};
constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                            "是否应为 `{}`？"};

constexpr Problem<std::string_view> too_many{
    "too-many-variants",
    Severity::error,
    {"`{}` is adjusted for more than 6 different sets of places",
     "`{}` 按地方作了超过 6 组不同的调整"}};

/// More sets of places than this make an item that nobody can follow.
constexpr std::size_t max_place_sets = 6;

/// An adjustment with what it is about, and what it did so far.
struct Operation {
  const Adjustment* adjustment;
  std::vector<Targets::Target> targets;
  std::vector<Piece> pieces;
  std::vector<bool> has_effect;      // by piece
  std::vector<bool> changes_target;  // by target

  void note(std::size_t target, const std::vector<bool>& results) {
    for (std::size_t i = 0; i < results.size(); ++i)
      if (results[i]) has_effect[i] = changes_target[target] = true;
  }
};

/// Whether two adjustments are for the same places, as written.
bool have_same_places(const Adjustment& a, const Adjustment& b) {
  const auto &x = a.target.only, &y = b.target.only;
  if (x.empty() != y.empty()) return false;
  return x.empty() || std::any_of(x.begin(), x.end(), [&](const Text& each) {
           return std::any_of(y.begin(), y.end(), [&](const Text& other_place) {
             return other_place.text == each.text;
           });
         });
}

/// A field of an item has one value a catalog; entries may come from several
/// places, but not beside a whole value.
class Conflicts {
 public:
  Conflicts(const Draft& draft, Diagnostics& found)
      : draft_(draft), found_(found) {}

  void add(const Operation& operation) {
    for (const Targets::Target& target : operation.targets)
      for (const Piece& piece : operation.pieces)
        add(operation, target.item, piece);
  }

 private:
  struct Setting {
    const Adjustment* adjustment;
    const Piece* piece;
  };

  void add(const Operation& operation, std::size_t item, const Piece& piece) {
    auto& settings = settings_[{item, piece.field}];
    for (const Setting& before : settings) {
      if (before.adjustment == operation.adjustment ||
          !have_same_places(*before.adjustment, *operation.adjustment))
        continue;
      const bool is_entry = piece.kind != Piece::Kind::value &&
                            before.piece->kind != Piece::Kind::value;
      if (is_entry && piece.what.text != before.piece->what.text) continue;
      found_
          .report(set_twice, piece.what.span, word(piece.field),
                  draft_.catalog.items[item].id.text)
          .label(before.piece->what.span, other)
          .help(keep_one);
      return;
    }
    settings.push_back({operation.adjustment, &piece});
  }

  const Draft& draft_;
  Diagnostics& found_;
  std::map<std::pair<std::size_t, ItemField>, std::vector<Setting>> settings_;
};

/// The texts of a list's entries, for suggestions.
std::vector<std::string_view> entries_of(const Item& item, ItemField field) {
  std::vector<std::string_view> all;
  if (field == ItemField::content)
    for (const auto& entry : item.content) all.push_back(entry.text.text);
  if (field == ItemField::basis)
    for (const auto& entry : item.basis) all.push_back(entry.written.text);
  if (field == ItemField::channels)
    for (const auto& part : item.channels.parts)
      for (const auto& entry : part.value)
        for (const Text& id : entry.ids) all.push_back(id.text);
  if (field == ItemField::related)
    for (const Text& id : item.related) all.push_back(id.text);
  return all;
}

/// Says of one piece that it did nothing to `item`, as the base has it.
void report_idle(const Piece& piece, const Item& item,
                 const model::Origins& origins, Diagnostics& found) {
  using Kind = Piece::Kind;
  const std::string_view field = word(piece.field);
  auto entry =
      piece.kind == Kind::value
          ? found.report(as_before, piece.what.span, field, item.id.text)
      : piece.kind == Kind::add
          ? found.report(there_already, piece.what.span, piece.what.text, field,
                         item.id.text)
          : found.report(not_there, piece.what.span, piece.what.text, field,
                         item.id.text);
  const OriginId origin = item.origin_of(piece.field);
  entry.label(origin == OriginId::none ? item.span : origins[origin].span,
              set_here);
  const auto meant =
      piece.kind == Kind::remove || piece.kind == Kind::replace
          ? unicode::closest(piece.what.text, entries_of(item, piece.field))
          : std::nullopt;
  if (meant)
    entry.help(did_you_mean, *meant);
  else
    entry.help(delete_it);
}

void report_idle(const Operation& operation, const std::deque<Item>& base,
                 const model::Origins& origins, Diagnostics& found) {
  if (operation.targets.empty()) return;
  const Item& first = base[operation.targets.front().item];
  for (std::size_t i = 0; i < operation.pieces.size(); ++i)
    if (!operation.has_effect[i])
      report_idle(operation.pieces[i], first, origins, found);
  const bool does_something =
      std::find(operation.has_effect.begin(), operation.has_effect.end(),
                true) != operation.has_effect.end();
  if (operation.pieces.empty())
    found
        .report(nothing_to_do, operation.targets.front().named.span,
                first.id.text)
        .help(delete_it);
  if (!does_something || operation.adjustment->target.where) return;
  for (std::size_t i = 0; i < operation.targets.size(); ++i)
    if (!operation.changes_target[i])
      found
          .report(nothing_to_do, operation.targets[i].named.span,
                  base[operation.targets[i].item].id.text)
          .help(delete_it);
}

/// Adds the readings of an item that come from an adjustment for some places:
/// of every reading there is one with the adjustment too.
std::vector<bool> vary(Item& item, const Adjustment& adjustment,
                       const model::Origins& own, model::Origins& origins) {
  std::vector<bool> results;
  Item plain = item;
  plain.variants.clear();
  std::vector<Item> readings = item.variants;
  readings.insert(readings.begin(), std::move(plain));
  for (Item& reading : readings) {
    results = apply(adjustment, own, reading, origins);
    reading.holds_in.push_back(adjustment.target.only);
    item.variants.push_back(std::move(reading));
  }
  return results;
}

void apply(Operation& operation, std::deque<Item>& items,
           const model::Origins& own, model::Origins& origins,
           Diagnostics& found) {
  const Adjustment& adjustment = *operation.adjustment;
  for (std::size_t i = 0; i < operation.targets.size(); ++i) {
    Item& item = items[operation.targets[i].item];
    if (adjustment.target.only.empty()) {
      operation.note(i, resolve::apply(adjustment, own, item, origins));
      for (Item& variant : item.variants)
        resolve::apply(adjustment, own, variant, origins);
    } else if (item.variants.size() < (1u << max_place_sets) - 1) {
      operation.note(i, vary(item, adjustment, own, origins));
    } else {
      found.report(too_many, operation.targets[i].named.span, item.id.text);
      operation.note(i, std::vector<bool>(operation.pieces.size(), true));
    }
  }
}

/// What an adjustment replaces, as the base has it.
model::Replacement replaced_by(const Operation& operation,
                               const std::deque<Item>& base,
                               const model::Origins& own,
                               const model::Origins& origins) {
  const Adjustment& adjustment = *operation.adjustment;
  model::Replacement all;
  all.operation = adjustment.span;
  all.seen = adjustment.seen;
  for (const Targets::Target& target : operation.targets)
    for (std::size_t i = 0; i < model::item_fields; ++i)
      if (const OriginId here = adjustment.values.origins[i];
          here != OriginId::none)
        add_value(base[target.item], static_cast<ItemField>(i), own[here].span,
                  origins, all);
  all.fingerprint = fingerprint_of(all);
  return all;
}

}  // namespace

Draft adjusted(Draft draft, const model::Overlay& overlay,
               const model::Origins& own_origins, Diagnostics& found) {
  if (overlay.adjust.empty()) return draft;
  const Targets targets(draft);
  Conflicts conflicts(draft, found);
  std::vector<Operation> operations;
  operations.reserve(overlay.adjust.size());
  for (const Adjustment& adjustment : overlay.adjust) {
    check_places(draft.catalog, adjustment.target.only, found);
    Operation& operation = operations.emplace_back();
    operation.adjustment = &adjustment;
    operation.targets = targets.of(adjustment.target, adjustment.span, found);
    operation.pieces = pieces_of(adjustment, own_origins);
    operation.has_effect.resize(operation.pieces.size());
    operation.changes_target.resize(operation.targets.size());
    conflicts.add(operation);
  }
  // What holds everywhere first, then what holds in some places.
  std::stable_partition(operations.begin(), operations.end(),
                        [](const Operation& operation) {
                          return operation.adjustment->target.only.empty();
                        });
  model::Catalog& catalog = draft.catalog;
  const std::deque<Item> base = catalog.items;
  for (const Operation& operation : operations)
    catalog.overlay.replacements.push_back(
        replaced_by(operation, base, own_origins, catalog.origins));
  for (Operation& operation : operations) {
    apply(operation, catalog.items, own_origins, catalog.origins, found);
    report_idle(operation, base, catalog.origins, found);
  }
  return draft;
}

}  // namespace catalog::resolve
