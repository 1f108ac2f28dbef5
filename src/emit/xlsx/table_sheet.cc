#include <algorithm>
#include <vector>

#include "emit/xlsx/charts.h"
#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "view/measure.h"
#include "workbook/record.h"

namespace catalog::emit {
namespace {

/// Writes one table. It lives as long as that takes.
class TableWriter {
 public:
  TableWriter(const Book& book, const TableSheet& from)
      : book_(book),
        from_(from),
        table_(from.table),
        placement_(from.placement),
        breaks_(from.breaks),
        sheet_(book.workbook, from.name, book.cells),
        last_column_(static_cast<std::uint32_t>(table_.columns.size()) - 1),
        is_merged_(table_.rows.size() * table_.columns.size()) {}

  void write() {
    if (has_numbers(table_)) sheet_.let_charts_read();
    for (std::uint32_t i = 0; i <= last_column_; ++i)
      sheet_.set_column(i, table_.columns[i].width);
    write_head();
    write_header();
    write_merges();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) write_row(i);
    if (flows_back()) write_ids();
    offer_choices();
    const std::uint32_t last = write_signature();
    set_page(last, write_charts(book_, sheet_, from_));
    sheet_.finish();
  }

 private:
  Area line(std::uint32_t row) const { return {row, 0, row, last_column_}; }

  /// Whether offices change it and `sync` takes that over.
  bool flows_back() const {
    return table_.layout != nullptr && book_.lists != nullptr;
  }

  void write_line(std::uint32_t row, std::string_view text, double height,
                  lxw_format* format) {
    sheet_.set_row(row, height);
    sheet_.write(line(row), text, format);
  }

  /// What stands above the table.
  void write_head() {
    sheet_.set_row(placement_.way_back, 16);
    if (!book_.contents->index.empty())
      sheet_.write_link({placement_.way_back, 0, placement_.way_back, 0},
                        "返回索引", target_of(book_.contents->index),
                        book_.formats->way_back);
    const Head head = head_of(table_);
    write_line(placement_.title, table_.title, head.title,
               book_.formats->title);
    if (placement_.subtitle)
      write_line(*placement_.subtitle, table_.subtitle, head.subtitle,
                 book_.formats->subtitle);
    if (placement_.note)
      write_line(*placement_.note, table_.note, head.note, book_.formats->note);
  }

  void write_header() {
    const auto heights = view::header_heights(table_);
    for (std::uint32_t i = 0; i < table_.header_rows; ++i)
      sheet_.set_row(placement_.header + i, heights[i]);
    for (const view::HeaderCell& cell : table_.header) {
      const std::uint32_t row = placement_.header + cell.row;
      sheet_.write({row, cell.column, row + cell.rows - 1,
                    cell.column + cell.columns - 1},
                   cell.text, book_.formats->header);
    }
  }

  void write_merges() {
    for (const view::Merge& merge : table_.merges) {
      write_cell(merge.first_row, merge.first_column,
                 {placement_.rows[merge.first_row].first, merge.first_column,
                  placement_.rows[merge.last_row].last(), merge.last_column});
      fill_covered(merge);
      for (auto row = merge.first_row; row <= merge.last_row; ++row)
        for (auto column = merge.first_column; column <= merge.last_column;
             ++column)
          is_merged_[place(row, column)] = true;
    }
  }

  /// Below the cell that is seen its text stands again, out of sight, so that
  /// filters find every row.
  void fill_covered(const view::Merge& merge) {
    if (merge.first_column != merge.last_column) return;
    const std::uint32_t column = merge.first_column;
    const view::Column& format = table_.columns[column];
    const std::string_view text = view::printed(
        format, table_.rows[merge.first_row].cells[column].text, printed_);
    if (text.empty()) return;
    for (auto row = merge.first_row + 1; row <= merge.last_row; ++row) {
      const std::uint32_t at = placement_.rows[row].first;
      sheet_.write(
          {at, column, at, column}, text,
          format.centred ? book_.formats->centred : book_.formats->prose);
    }
  }

  void write_row(std::size_t index) {
    const view::Row& row = table_.rows[index];
    const Placement::Rows& at = placement_.rows[index];
    for (auto each = at.first; each <= at.last(); ++each)
      sheet_.set_row(each, row.height / at.count);
    if (!row.group.empty()) {
      sheet_.write({at.first, 0, at.last(), last_column_}, row.group,
                   book_.formats->group);
      return;
    }
    for (std::uint32_t i = 0; i < row.cells.size(); ++i)
      if (!is_merged_[place(index, i)])
        write_cell(index, i, {at.first, i, at.last(), i});
  }

  void write_cell(std::size_t row, std::uint32_t column, const Area& area) {
    const view::Cell& cell = table_.rows[row].cells[column];
    const view::Column& format = table_.columns[column];
    const std::string_view text = view::printed(format, cell.text, printed_);
    if (is_number(column, text))
      sheet_.write_number(area.first_row, area.first_column,
                          std::stod(std::string(text)), book_.formats->centred);
    else if (const auto law = law_of(row, column))
      sheet_.write_link(area, text, *law, book_.formats->centred,
                        "查看公开依据");
    else if (const auto target = link_of(row, column))
      sheet_.write_link(area, text, *target,
                        format.centred ? book_.formats->centred_link
                                       : book_.formats->prose_link);
    else
      sheet_.write(
          area, text,
          format.centred ? book_.formats->centred : book_.formats->prose);
    write_remark(cell, area);
  }

  /// A sheet stays quick to open: what departs beyond these is told by the
  /// site and the data.
  void write_remark(const view::Cell& cell, const Area& area) {
    constexpr std::size_t most = 2'000;
    if (cell.remark.empty() || remarks_ == most) return;
    const bool is_last = ++remarks_ == most;
    sheet_.remark(area.first_row, area.first_column,
                  is_last ? cell.remark + "\n（其余调整见网站和 catalog.json）"
                          : cell.remark);
  }

  bool has_items() const {
    return table_.kind == view::Table::Kind::domain ||
           table_.kind == view::Table::Kind::view;
  }

  bool is_number(std::uint32_t column, std::string_view text) const {
    return column >= 2 && has_numbers(table_) && !text.empty() &&
           text.size() < 10 &&
           text.find_first_not_of("0123456789") == text.npos;
  }

  /// Tables of items are edited in place, where a click should choose a cell
  /// and not lead away: only web addresses are links there, and the numbers,
  /// which nobody edits.
  std::optional<std::string> link_of(std::size_t row,
                                     std::uint32_t column) const {
    if (column == last_column_)
      if (auto target = book_.contents->references_of(table_, table_.rows[row]))
        return target;
    const view::Cell& cell = table_.rows[row].cells[column];
    if (!cell.link) return std::nullopt;
    if (has_items() && cell.link->kind != view::Link::Kind::web)
      return std::nullopt;
    return book_.contents->target(*cell.link);
  }

  /// Where the first law stands that an item's row rests on.
  std::optional<std::string> law_of(std::size_t row,
                                    std::uint32_t column) const {
    const auto item = table_.rows[row].item;
    if (!item || table_.columns[column].value != "number" || !has_items())
      return std::nullopt;
    const resolve::Edition& edition = *book_.publication->edition;
    for (const resolve::Citation& citation : edition[*item].basis)
      if (citation.law)
        if (auto target = book_.contents->target(
                {view::Link::Kind::law,
                 std::string(edition[*citation.law].id.text)}))
          return target;
    return std::nullopt;
  }

  /// What the cells of a column offer, and the titles that choose rows.
  void offer_choices() {
    if (table_.rows.empty()) return;
    const std::uint32_t header = placement_.header + table_.header_rows - 1;
    // Rows are known by the hidden column: whoever sorts takes it along.
    const std::uint32_t last = flows_back() ? last_column_ + 1 : last_column_;
    sheet_.filter({header, 0, placement_.end - 1, last});
    if (!flows_back()) return;
    for (std::uint32_t i = 0; i <= last_column_; ++i) {
      const view::Column& column = table_.columns[i];
      const std::string list = book_.lists->for_column(table_, column);
      if (list.empty()) continue;
      sheet_.offer({header + 1, i, placement_.end - 1, i}, list,
                   column.as == model::As::boxes
                       ? "■为采用，□为不采用：把方框改过来即可。"
                         "从下拉列表选择会替换整格内容。"
                       : "");
    }
  }

  /// The hidden column by which rows are known after they were sorted.
  void write_ids() {
    const std::uint32_t column = last_column_ + 1;
    sheet_.hide_column(column);
    const auto put = [&](std::uint32_t row, std::string_view text) {
      sheet_.write({row, column, row, column}, text, nullptr);
    };
    put(placement_.header + table_.header_rows - 1,
        std::string(workbook::id_column_mark) +
            std::to_string(book_.contents->number_of(table_)));
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (const auto item = table_.rows[i].item)
        put(placement_.rows[i].first,
            (*book_.publication->edition)[*item].id.text);
  }

  /// A line to sign, where the layout has one. The last row of the sheet.
  std::uint32_t write_signature() {
    if (!table_.signature) return placement_.end - 1;
    const std::uint32_t row = placement_.end;
    sheet_.set_row(row, table_.signers.empty() ? 36 : 54);
    sheet_.write(line(row),
                 table_.signers.empty()
                     ? "编制单位（盖章）：" + book_.publication->issuer +
                           "　　　　　　　　负责人（签字）：　　　　　　　　"
                           "填表人：　　　　　　　　日期：　　　　年　　月"
                           "　　日"
                     : table_.signers,
                 book_.formats->signature);
    return row;
  }

  void set_page(std::uint32_t last_row, std::uint32_t last_column) {
    sheet_.freeze(placement_.header + table_.header_rows,
                  table_.frozen_columns);
    sheet_.set_page(table_.paper, {placement_.title, 0, last_row, last_column});
    sheet_.set_head(book_.publication->title, sheet_.name());
    sheet_.repeat(placement_.header,
                  placement_.header + table_.header_rows - 1);
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : breaks_)
      rows.push_back(placement_.rows[row].first);
    sheet_.break_before(rows);
  }

  std::size_t place(std::size_t row, std::size_t column) const {
    return row * table_.columns.size() + column;
  }

  const Book& book_;
  const TableSheet& from_;
  const view::Table& table_;
  const Placement& placement_;
  const std::vector<std::uint32_t>& breaks_;
  Sheet sheet_;
  std::uint32_t last_column_;
  std::vector<bool> is_merged_;
  std::string printed_;  // of the cell being written
  std::size_t remarks_ = 0;
};

}  // namespace

void write_table(const Book& book, const TableSheet& sheet) {
  TableWriter(book, sheet).write();
}

}  // namespace catalog::emit
