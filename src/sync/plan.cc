#include "sync/plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "format/format.h"
#include "import/catalog.h"
#include "import/text.h"
#include "sync/drafts.h"
#include "sync/plain.h"
#include "sync/printer.h"
#include "sync/writer.h"

namespace catalog::sync {
namespace {

using diagnostics::Message;
using import::Ids;
using model::ItemField;
using resolve::Item;
using syntax::Draft;
using workbook::PrintedTable;

constexpr Message<> no_item{
    "the catalog no longer has this item, or not in this edition",
    "目录或本级目录中已没有该事项"};
constexpr Message<std::string> two_cells{
    "the cell {} says something else for the same value",
    "单元格 {} 对同一内容写法不同"};
constexpr Message<> changes_nothing{
    "read as a value, it says what the source says already",
    "按取值读取，与源文件相同"};
constexpr Message<> of_view{
    "a new row of a view: add it to the sheet of its domain",
    "汇总表中的新行：请加到所属领域的工作表"};
constexpr Message<> of_place{
    "a new row in the edition of a place below: add it to the workbook of the "
    "whole catalog",
    "下级目录中的新行：请加到本级目录的工作簿"};
constexpr Message<std::string, std::string> bad_cell{"{}: {}", "{}：{}"};
constexpr Message<> no_content{"it has no content", "没有公开内容"};

using Kind = Decision::Kind;

/// A file as `catalog fmt` lays it out; nothing where it leaves it alone.
std::optional<std::string> laid_out(const std::string& path,
                                    const std::string& bytes) {
  static const format::Guide guide;
  source::SourceTree tree;
  const source::FileId file = tree.add(path, bytes);
  diagnostics::Diagnostics found(diagnostics::Language::en);
  return format::formatted(tree, file, guide, found);
}

/// Files that were as `catalog fmt` lays them out stay so, new ones begin so.
std::map<std::string, std::string> laid_out(
    std::map<std::string, std::string> files, const source::SourceTree& tree) {
  std::map<std::string, std::string> before;
  for (std::size_t i = 0; i < tree.size(); ++i)
    before.emplace(tree[tree.id(i)].path, tree[tree.id(i)].bytes);
  for (auto& [path, bytes] : files) {
    const auto old = before.find(path);
    if (old == before.end() || laid_out(path, old->second) == old->second)
      bytes = laid_out(path, bytes).value_or(bytes);
  }
  return files;
}

/// Makes the plan of one workbook.
class Planner {
 public:
  Planner(const workbook::Record& record, const resolve::Edition& edition,
          const source::SourceTree& tree)
      : record_(record),
        edition_(edition),
        tree_(tree),
        values_(edition),
        writer_(edition, tree) {}

  Plan plan(const std::vector<FoundTable>& tables) {
    for (const FoundTable& table : tables) {
      printers_.emplace(table.printed, Printer(edition_, *table.printed));
      for (Change& change : changes_in(record_, table)) decide(change);
    }
    settle_views();
    take_edits();
    for (const FoundTable& table : tables) {
      for (const FoundRow& row : table.rows)
        if (!row.printed) add(table, row);
      if (!table.is_gone) note_missing(table);
    }
    for (const NewBody& body : values_.new_bodies()) {
      writer_.add_body(body);
      plan_.new_bodies.push_back(body.name);
    }
    writer_.finish();
    plan_.files = laid_out(writer_.sources().changed(), tree_);
    plan_.is_broken = writer_.sources().is_broken();
    return std::move(plan_);
  }

 private:
  /// The span of what set a value.
  source::Span source_of(const Item& item, ItemField field) const {
    const model::OriginId origin = item.origin_of(field);
    return origin == model::OriginId::none ? source::Span()
                                           : edition_->origins[origin].span;
  }

  void decide(Change& change) {
    Decision decision;
    const PrintedTable& table = *change.table;
    const auto id = item_of(edition_, change.item());
    const auto field = field_of(change.kind().value);
    decision.change = change;
    if (!id) {
      decision.kind = Kind::refused;
      decision.why = Said::of(no_item);
    } else {
      const Item& item = edition_[*id];
      decision.mine = printers_.at(change.table).text(item, change.column);
      // Where the hidden sheet was altered too, its hash still tells whether
      // the source says what was printed.
      if (!change.was && workbook::text_hash(workbook::readable(
                             decision.mine)) == change.was_hash)
        decision.change.was = change.was = decision.mine;
      const std::string mine = plain(table, change.column, decision.mine);
      if (mine == plain(table, change.column, change.now))
        decision.kind = Kind::already;
      else if (!field)
        decision.kind = Kind::locked;
      else if (!change.was || mine != plain(table, change.column, *change.was))
        decision.kind = Kind::conflict;
      if (field) decision.source = source_of(item, *field);
    }
    plan_.decisions.push_back(std::move(decision));
  }

  /// The sheets of views show items again: edited in one place, a value is
  /// taken from there; edited to two different ones, from none.
  void settle_views() {
    std::map<std::pair<std::string, std::string>, std::size_t> first;
    for (std::size_t i = 0; i < plan_.decisions.size(); ++i) {
      Decision& here = plan_.decisions[i];
      if (here.kind != Kind::edit) continue;
      const auto [found, is_new] = first.try_emplace(
          std::pair{here.change.item(), here.change.kind().value}, i);
      if (is_new) continue;
      Decision& other = plan_.decisions[found->second];
      if (plain(*here.change.table, here.change.column, here.change.now) ==
          plain(*other.change.table, other.change.column, other.change.now)) {
        here.kind = Kind::already;
        continue;
      }
      here.why =
          Said::of(two_cells, place_of(other.change.sheet, other.change.at));
      if (other.kind != Kind::refused)
        other.why =
            Said::of(two_cells, place_of(here.change.sheet, here.change.at));
      here.kind = other.kind = Kind::refused;
    }
  }

  Given given(const Decision& decision) const {
    return {decision.change.table, decision.change.column, decision.mine,
            decision.change.now};
  }

  /// Takes the edits over, an item's field at a time.
  void take_edits() {
    std::map<std::pair<std::string, ItemField>, std::vector<std::size_t>>
        groups;
    std::vector<std::pair<std::string, ItemField>> order;
    for (std::size_t i = 0; i < plan_.decisions.size(); ++i) {
      const Decision& each = plan_.decisions[i];
      if (each.kind != Kind::edit) continue;
      const Item& item = edition_[*item_of(edition_, each.change.item())];
      const auto key =
          std::pair{each.change.item(), *field_of(given(each), &item)};
      auto& group = groups[key];
      if (group.empty()) order.push_back(key);
      group.push_back(i);
    }
    // The content comes last: its cell and that of the timing may change it.
    for (const auto& key : order) take(key.first, key.second, groups.at(key));
  }

  void refuse(const std::vector<std::size_t>& group, const Said& why) {
    for (const std::size_t i : group) {
      plan_.decisions[i].kind = Kind::refused;
      plan_.decisions[i].why = why;
    }
  }

  void take(const std::string& id, ItemField field,
            const std::vector<std::size_t>& group) {
    const Item& item = edition_[*item_of(edition_, id)];
    auto current = writer_.current(item, field);
    if (const auto* why = std::get_if<Said>(&current))
      return refuse(group, *why);
    const auto& draft = std::get<std::optional<Draft>>(current);
    // Cells of one kind say one value; each other kind is a value of its own.
    std::vector<Given> cells;
    for (const std::size_t i : group)
      cells.push_back(given(plan_.decisions[i]));
    const Value value = values_.read(field, &item, draft, cells);
    if (const auto* why = std::get_if<Said>(&value)) return refuse(group, *why);
    const auto* now = std::get_if<Draft>(&value);
    if (now != nullptr && draft && is_same(*now, *draft))
      return refuse(group, Said::of(changes_nothing));
    if (const auto why = writer_.put(item, field, value))
      return refuse(group, *why);
  }

  // --- Rows that are new or gone. ------------------------------------------

  void note_missing(const FoundTable& table) {
    for (const std::uint32_t row : table.missing)
      plan_.missing.push_back({table.sheet, table.printed->rows[row].row,
                               table.printed->rows[row].item});
  }

  Ids& ids() {
    if (ids_) return *ids_;
    ids_.emplace();
    for (const Item& item : edition_->items)
      ids_->take(std::string(item.id.text));
    return *ids_;
  }

  void add(const FoundTable& table, const FoundRow& row) {
    Addition addition;
    addition.sheet = table.sheet;
    addition.row = row.row;
    std::map<ItemField, std::vector<Given>> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto field = field_of(table.printed->columns[i].value);
      if (!field || !row.cells[i] ||
          import::trimmed(row.cells[i]->text).empty())
        continue;
      if (*field == ItemField::name) {
        if (!addition.name.empty()) addition.name += "/";
        addition.name += import::joined(row.cells[i]->text);
      }
      cells[*field].push_back({table.printed, i, "", row.cells[i]->text});
    }
    if (table.printed->kind == "view")
      addition.why = Said::of(of_view);
    else if (edition_.is_of_place_below)
      addition.why = Said::of(of_place);
    else if (!cells.contains(ItemField::content))
      addition.why = Said::of(no_content);
    else
      add_item(table, cells, addition);
    plan_.additions.push_back(std::move(addition));
  }

  void add_item(const FoundTable& table,
                const std::map<ItemField, std::vector<Given>>& cells,
                Addition& addition) {
    std::map<ItemField, Draft> values;
    for (const auto& [field, given_cells] : cells) {
      Value value = values_.read(field, nullptr, std::nullopt, given_cells);
      if (auto* draft = std::get_if<Draft>(&value))
        values.emplace(field, std::move(*draft));
      if (const auto* why = std::get_if<Said>(&value)) {
        const std::string& title = given_cells.front().kind().title;
        addition.why = {bad_cell.in(diagnostics::Language::en, title, why->en),
                        bad_cell.in(diagnostics::Language::zh, title, why->zh)};
        return;
      }
    }
    const std::string& domain = table.printed->id;
    addition.item = ids().fresh(
        domain, values.at(ItemField::name).values.back().text, "item");
    Draft item = Draft::mapping({{"id", Draft::of(addition.item)}});
    for (auto& [field, value] : values)
      if (!is_default(field, value))
        set(item, model::word(field), std::move(value));
    writer_.add_item(domain, item);
  }

  /// What is so where nothing is said.
  static bool is_default(ItemField field, const Draft& value) {
    return (field == ItemField::audience && value.text == "public") ||
           (field == ItemField::mode && value.text == "proactive");
  }

  const workbook::Record& record_;
  const resolve::Edition& edition_;
  const source::SourceTree& tree_;
  ValueReader values_;
  Writer writer_;
  std::unordered_map<const PrintedTable*, Printer> printers_;
  std::optional<Ids> ids_;
  Plan plan_;
};

std::unordered_map<std::string_view, resolve::ItemId> items_by_id(
    const resolve::Edition& edition) {
  std::unordered_map<std::string_view, resolve::ItemId> items;
  for (const resolve::ItemId id : edition.items)
    items.emplace(edition[id].id.text, id);
  return items;
}

bool reads_alike(const PrintedTable& table, std::size_t column,
                 std::string_view printed, std::string_view wanted) {
  if (table.columns[column].as == "boxes") {
    const auto ticked = [&](std::string_view cell) {
      std::set<std::string> names;
      for (const import::Box& each : boxes_in(table, cell))
        if (each.ticked) names.insert(import::squashed(each.name));
      return names;
    };
    return ticked(printed) == ticked(wanted);
  }
  return import::squashed(plain(table, column, printed)) ==
         import::squashed(import::printed(plain(table, column, wanted)));
}

}  // namespace

Plan plan_of(const workbook::Record& record,
             const std::vector<FoundTable>& tables,
             const resolve::Edition& edition, const source::SourceTree& tree) {
  return Planner(record, edition, tree).plan(tables);
}

bool is_current(const workbook::Record& record,
                const resolve::Edition& edition) {
  const auto items = items_by_id(edition);
  std::set<std::string_view> seen;
  for (const PrintedTable& table : record.tables) {
    const Printer printer(edition, table);
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
      const workbook::PrintedRow& printed = table.rows[row];
      const auto item = items.find(printed.item);
      if (item == items.end()) return false;
      seen.insert(printed.item);
      const bool is_cut = printed.goes_on || (row + 1 < table.rows.size() &&
                                              table.rows[row + 1].goes_on);
      for (std::size_t i = 0; i < table.columns.size() && !is_cut; ++i) {
        const std::string now = printer.text(edition[item->second], i);
        if (table.columns[i].value != "number" &&
            plain(table, i, now) !=
                plain(table, i, record.texts[printed.cells[i].text]))
          return false;
      }
    }
  }
  // The workbook of a body has its own items only.
  const bool has_all = std::any_of(
      record.tables.begin(), record.tables.end(),
      [](const PrintedTable& each) { return each.kind == "domain"; });
  return !has_all || seen.size() == items.size();
}

Effects effects_of(const workbook::Record& record, const Plan& plan,
                   const resolve::Edition& before,
                   const resolve::Edition& after) {
  std::map<std::tuple<const PrintedTable*, std::string, std::string>,
           const Decision*>
      wanted;
  std::set<std::pair<std::string, ItemField>> touched;
  for (const Decision& each : plan.decisions) {
    if (each.kind != Kind::edit) continue;
    const std::string& value = each.change.kind().value;
    wanted.emplace(std::tuple{each.change.table, each.change.item(), value},
                   &each);
    touched.emplace(each.change.item(), *field_of(value));
    // Parts of the content are printed among the timings, too.
    for (const ItemField field : {ItemField::timing, ItemField::content})
      if (field_of(value) == ItemField::timing ||
          field_of(value) == ItemField::content)
        touched.emplace(each.change.item(), field);
  }
  const auto old_items = items_by_id(before), new_items = items_by_id(after);
  Effects effects;
  for (const PrintedTable& table : record.tables) {
    const Printer old(before, table), fresh(after, table);
    for (const workbook::PrintedRow& row : table.rows) {
      const auto was = old_items.find(row.item);
      if (row.goes_on || was == old_items.end()) continue;
      const auto is = new_items.find(row.item);
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& value = table.columns[i].value;
        const auto field = field_of(value);
        const auto edit = wanted.find({&table, row.item, value});
        const std::string now = is == new_items.end()
                                    ? std::string()
                                    : fresh.text(after[is->second], i);
        std::string cell = row.item + " " + table.columns[i].title;
        if (edit != wanted.end()) {
          if (!reads_alike(table, i, now, edit->second->change.now))
            effects.reworded.push_back(std::move(cell));
        } else if ((!field || !touched.contains({row.item, *field})) &&
                   now != old.text(before[was->second], i)) {
          effects.elsewhere.push_back(std::move(cell));
        }
      }
    }
  }
  return effects;
}

}  // namespace catalog::sync
