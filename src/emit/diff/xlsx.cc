#include <fmt/format.h>
#include <xlsxwriter.h>

#include <chrono>

#include "compare/marks.h"
#include "emit/diff/diff.h"
#include "emit/diff/words.h"
#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/workbook_file.h"
#include "view/measure.h"

namespace catalog::emit {
namespace {

using compare::Change;
using compare::Fate;
using compare::FieldChange;
using diagnostics::Language;
using diagnostics::Words;

constexpr Words name{"Revision", "修订对照表"};
constexpr Words title{"{}: what changed", "{}修订对照表"};
constexpr Words sides{"Old: {}    New: {}", "修订前：{}　　修订后：{}"};
constexpr Words nothing{"nothing changed", "没有变化"};

struct ColumnRow {
  Words title;
  double width;  // characters of half width
  bool centred;
};
constexpr ColumnRow columns[] = {
    {{"No.", "序号"}, 5, true},
    {{"Change", "变化"}, 8, true},
    {{"Item or entry", "事项或条目"}, 30, false},
    {{"Field", "要素"}, 12, true},
    {{"Before", "修订前"}, 44, false},
    {{"After", "修订后"}, 44, false},
    {{"Effect", "法律效果"}, 14, true},
    {{"Reason", "修订理由"}, 28, false},
};

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, "\n"));
}

class TableMaker {
 public:
  explicit TableMaker(const Revision& revision) : revision_(revision) {}

  view::Table make() {
    write_head();
    for (const ChangeGroup& group : groups_of(revision_)) {
      view::Row& heading = table_.rows.emplace_back();
      heading.group = group.title;
      for (const Change* const change : group.changes) write_change(*change);
    }
    if (revision_.changes.empty()) {
      view::Row& row = table_.rows.emplace_back();
      row.group = nothing.in(language());
    }
    table_.items = number_;
    view::measure(table_);
    return std::move(table_);
  }

 private:
  Language language() const { return revision_.language; }

  void write_head() {
    const compare::Changes& changes = revision_.changes;
    table_.kind = view::Table::Kind::view;
    table_.id = "revision";
    table_.name = name.in(language());
    table_.title =
        fmt::format(fmt::runtime(title.in(language())), changes.now.title);
    table_.subtitle =
        fmt::format(fmt::runtime(sides.in(language())),
                    side_text(changes.before, revision_.before, language()),
                    side_text(changes.now, revision_.now, language()));
    table_.note = counts_text(revision_);
    for (const std::string& remark : remarks_of(revision_))
      (table_.note += table_.note.empty() ? "" : "\n") += remark;
    for (std::uint32_t i = 0; i < std::size(columns); ++i) {
      const std::string text(columns[i].title.in(language()));
      table_.header.push_back({text, 0, i, 1, 1});
      view::Column& column = table_.columns.emplace_back();
      column.title = text;
      column.as = model::As::lines;
      column.centred = columns[i].centred;
      column.width = columns[i].width;
    }
    table_.frozen_columns = 3;
    table_.signature = true;
  }

  void write_change(const Change& change) {
    const auto first = static_cast<std::uint32_t>(table_.rows.size());
    ++number_;
    std::string subject = change.name;
    if (subject != change.id)
      subject += subject.empty() ? change.id : fmt::format("\n{}", change.id);
    if (!change.former.empty()) subject += fmt::format("\n← {}", change.former);
    const auto add = [&](const FieldChange* field, std::string old,
                         std::string fresh, compare::Effects effects) {
      view::Row& row = table_.rows.emplace_back();
      const bool is_first = table_.rows.size() == first + 1;
      const auto cell = [&](std::string text) {
        row.cells.push_back({std::move(text), {}});
      };
      cell(is_first ? std::to_string(number_) : "");
      cell(is_first ? std::string(name_of(change.fate).in(language())) : "");
      cell(is_first ? subject : "");
      cell(field == nullptr ? "" : label_of(*field));
      cell(std::move(old));
      cell(std::move(fresh));
      cell(effects_text(effects, language()));
      cell(why(revision_, change, field));
    };
    for (const FieldChange& field : change.fields) {
      std::string fresh = joined(field.now);
      if (change.fate == Fate::changed && field.now == field.before)
        fresh += fmt::format("\n{}", revision::other_order.in(language()));
      add(&field, joined(field.before), fresh, field.effects);
    }
    if (change.fields.empty()) add(nullptr, "", "", change.effects);
    const auto last = static_cast<std::uint32_t>(table_.rows.size() - 1);
    for (const std::uint32_t column : {0u, 1u, 2u})
      if (last > first) table_.merges.push_back({first, last, column, column});
  }

  std::string label_of(const FieldChange& field) const {
    std::string label(field.name.in(language()));
    if (!field.places.empty()) label += fmt::format("\n{}", field.places);
    return label;
  }

  const Revision& revision_;
  view::Table table_;
  std::size_t number_ = 0;
};

/// The workbook is made when the new side is dated: no clock gets into it.
void set_date(lxw_workbook* workbook, const std::string& date) {
  using namespace std::chrono;
  lxw_doc_properties properties{};
  if (const auto day = days::parse_date(date))
    properties.created =
        sys_days(year(day->year) / day->month / day->day).time_since_epoch() /
        seconds(1);
  require(workbook_set_properties(workbook, &properties), "docProps");
}

}  // namespace

void diff_xlsx(const Revision& revision, const std::filesystem::path& path) {
  view::Publication publication;
  publication.title = revision.changes.now.title;
  publication.views.push_back(TableMaker(revision).make());
  Contents contents(publication);
  contents.index.clear();  // there is but one sheet

  WorkbookFile file(path);
  set_date(file.get(), revision.changes.now.date);
  const Formats formats(file.get());
  const Book book{file.get(), &publication, &contents, &formats};
  for (const TableSheet& sheet : contents.views) write_table(book, sheet);
  file.close();
}

}  // namespace catalog::emit
