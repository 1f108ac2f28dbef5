#include "view/references.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "view/duties.h"
#include "view/list_table.h"
#include "view/registers.h"

namespace catalog::view {
namespace {

using resolve::DomainId;
using resolve::Edition;
using resolve::ItemId;

/// Of more items only their number is told.
constexpr std::size_t most_items = 100;

std::string name_of(const resolve::Item& item) {
  std::string name;
  for (const model::Text& level : item.name) {
    if (!name.empty()) name += "/";
    name += level.text;
  }
  return name;
}

/// An item and what is said of it beside its name.
struct Reference {
  ItemId item{};
  std::string remark;
};

/// Writes blocks of rows: what all of a block share stands merged on the left,
/// then a row an item. What is to be clicked is short: programs differ in how
/// they wrap a link.
class Blocks {
 public:
  Blocks(const Edition& edition, Table& table, std::size_t shared)
      : edition_(edition), table_(table), shared_(shared) {}

  void add(std::string anchor, const Link& link,
           std::vector<std::string> shared,
           const std::vector<Reference>& items) {
    if (items.empty()) return;
    ++table_.items;
    first_ = static_cast<std::uint32_t>(table_.rows.size());
    shared.insert(shared.begin(), std::to_string(table_.items));
    shared_texts_ = std::move(shared);
    if (items.size() > most_items)
      add_numbers(items);
    else
      for (const Reference& each : items) add_item(each);
    table_.rows[first_].anchor = std::move(anchor);
    table_.rows[first_].cells[0].link = link;
    const auto last = static_cast<std::uint32_t>(table_.rows.size() - 1);
    for (std::uint32_t i = 0; i < shared_; ++i) merge(i, first_, last);
    merge_domains(last);
  }

 private:
  Row& begin_row(DomainId domain) {
    Row& row = table_.rows.emplace_back();
    row.cells.reserve(table_.columns.size());
    for (std::string& each : shared_texts_)
      row.cells.push_back({std::move(each), {}});
    for (std::string& each : shared_texts_) each.clear();
    row.cells.push_back(
        {std::string(edition_[domain].name.text),
         Link{Link::Kind::table, std::string(edition_[domain].id.text)}});
    return row;
  }

  void add_item(const Reference& each) {
    const resolve::Item& item = edition_[each.item];
    Row& row = begin_row(item.domain);
    row.cells.push_back({name_of(item), {}});
    row.cells.push_back({each.remark, {}});
    row.cells.push_back(
        {"查看", Link{Link::Kind::item, std::string(item.id.text)}});
  }

  void add_numbers(const std::vector<Reference>& items) {
    std::vector<std::size_t> counts(edition_->domains.size());
    for (const Reference& each : items)
      ++counts[static_cast<std::size_t>(edition_[each.item].domain)];
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const DomainId domain = edition_->domains.id(i);
      Row& row = begin_row(domain);
      const model::Domain& named = edition_[domain];
      row.cells.push_back(
          {fmt::format("共{}项，见“{}”表", counts[i], named.name.text), {}});
      row.cells.push_back({});
      row.cells.push_back(
          {"查看", Link{Link::Kind::table, std::string(named.id.text)}});
    }
  }

  void merge(std::uint32_t column, std::uint32_t first, std::uint32_t last) {
    if (last > first) table_.merges.push_back({first, last, column, column});
  }

  /// A domain's name stands once over its rows.
  void merge_domains(std::uint32_t last) {
    const auto column = static_cast<std::uint32_t>(shared_);
    for (std::uint32_t from = first_; from <= last;) {
      std::uint32_t to = from;
      while (to < last && table_.rows[to + 1].cells[column].text ==
                              table_.rows[from].cells[column].text) {
        ++to;
        table_.rows[to].cells[column].link.reset();
      }
      for (auto row = from + 1; row <= to; ++row)
        table_.rows[row].cells[column].text.clear();
      merge(column, from, to);
      from = to + 1;
    }
  }

  const Edition& edition_;
  Table& table_;
  std::size_t shared_;  // columns on the left
  std::uint32_t first_ = 0;
  std::vector<std::string> shared_texts_;
};

/// The items that cite each law, with the provisions that they name.
std::vector<std::vector<Reference>> citing(const Edition& edition) {
  std::vector<std::vector<Reference>> all(edition->laws.size());
  for (const ItemId id : edition.items)
    for (const resolve::Citation& citation : edition[id].basis) {
      if (!citation.law) continue;
      auto& items = all[static_cast<std::size_t>(*citation.law)];
      const std::string_view article = citation.article;
      if (items.empty() || items.back().item != id)
        items.push_back({id, std::string(article)});
      else if (!article.empty())
        items.back().remark += fmt::format(
            "{}{}", items.back().remark.empty() ? "" : "、", article);
    }
  return all;
}

/// Prose stands left: the second column, and the fifth and sixth.
void set_columns(Table& table, std::initializer_list<double> widths) {
  std::size_t i = 0;
  for (const double width : widths) {
    table.columns[i].width = width;
    table.columns[i].centred = i != 1 && i != 4 && i != 5;
    ++i;
  }
}

std::string timing_text(const Edition& edition, const resolve::Item& item) {
  std::string text;
  edition.each_here(item.timing, [&](const model::Timing& timing, auto level) {
    if (!text.empty()) text += "\n";
    if (level) text += fmt::format("{}：", model::chinese(*level));
    text += timing.phrase.text;
  });
  return text;
}

}  // namespace

// The titles of these columns are not those of tables of items, for which the
// tables would be taken when a workbook is imported.
Table citations_table(const Edition& edition) {
  Table table = list_table(
      Table::Kind::appendix, std::string(citations_id), "引用事项",
      {"序号", "依据名称", "状态", "领域", "引用事项", "条款", "查阅"});
  table.title = "公开依据引用事项表";
  set_columns(table, {6, 42, 20, 22, 54, 20, 7});
  Blocks blocks(edition, table, 3);
  const auto all = citing(edition);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const model::Law& law = edition->laws.all()[i];
    blocks.add(std::string(law.id.text),
               Link{Link::Kind::law, std::string(law.id.text)},
               {std::string(law.title.text), standing_text(edition, law)},
               all[i]);
  }
  return table;
}

Table body_duties_table(const Edition& edition) {
  Table table = list_table(
      Table::Kind::appendix, std::string(body_duties_id), "主体职责",
      {"序号", "单位名称", "事项数", "领域", "负责事项", "时限规定", "查阅"});
  table.title = "公开主体职责表";
  set_columns(table, {6, 32, 7, 22, 54, 42, 7});
  Blocks blocks(edition, table, 3);
  for (const Duties& each : duties_of(edition)) {
    const model::Body& body = edition[each.body];
    std::vector<Reference> items;
    const bool has_timings = each.items.size() <= most_items;
    for (const ItemId id : each.items)
      items.push_back(
          {id, has_timings ? timing_text(edition, edition[id]) : ""});
    blocks.add(std::string(body.id.text),
               Link{Link::Kind::body, std::string(body.id.text)},
               {std::string(body.name.text), std::to_string(items.size())},
               items);
  }
  return table;
}

}  // namespace catalog::view
