#include <algorithm>
#include <unordered_set>

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
        table_(from.table),
        placement_(from.placement),
        breaks_(from.breaks),
        sheet_(book.workbook, from.name),
        last_column_(static_cast<std::uint32_t>(table_.columns.size()) - 1) {}

  void write() {
    for (std::uint32_t i = 0; i <= last_column_; ++i)
      sheet_.set_column(i, table_.columns[i].width);
    write_head();
    write_header();
    write_merges();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) write_row(i);
    if (table_.layout != nullptr) write_ids();
    const std::uint32_t last = write_signature();
    set_page(last);
  }

 private:
  Area line(std::uint32_t row) const { return {row, 0, row, last_column_}; }

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
      for (auto row = merge.first_row; row <= merge.last_row; ++row)
        for (auto column = merge.first_column; column <= merge.last_column;
             ++column)
          merged_.insert(place(row, column));
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
      if (!merged_.contains(place(index, i)))
        write_cell(index, i, {at.first, i, at.last(), i});
  }

  void write_cell(std::size_t row, std::uint32_t column, const Area& area) {
    const view::Cell& cell = table_.rows[row].cells[column];
    const view::Column& format = table_.columns[column];
    const std::string text = view::printed(format, cell.text);
    if (const auto target = link_of(cell))
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

  /// Tables of items are edited in place, where a click should choose a cell
  /// and not lead away: only web addresses are links there.
  std::optional<std::string> link_of(const view::Cell& cell) const {
    if (!cell.link) return std::nullopt;
    const bool has_items = table_.kind == view::Table::Kind::domain ||
                           table_.kind == view::Table::Kind::view;
    if (has_items && cell.link->kind != view::Link::Kind::web)
      return std::nullopt;
    return book_.contents->target(*cell.link);
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
    sheet_.set_row(row, 36);
    sheet_.write(line(row),
                 "编制单位（盖章）：" + book_.publication->issuer +
                     "　　　　　　　　负责人（签字）：　　　　　　　　"
                     "填表人：　　　　　　　　日期：　　　　年　　月　　日",
                 book_.formats->signature);
    return row;
  }

  void set_page(std::uint32_t last_row) {
    sheet_.freeze(placement_.header + table_.header_rows,
                  table_.frozen_columns);
    sheet_.set_page(table_.paper,
                    {placement_.title, 0, last_row, last_column_});
    sheet_.set_head(book_.publication->title, sheet_.name());
    sheet_.repeat(placement_.header,
                  placement_.header + table_.header_rows - 1);
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : breaks_)
      rows.push_back(placement_.rows[row].first);
    sheet_.break_before(rows);
  }

  std::uint64_t place(std::size_t row, std::size_t column) const {
    return row * table_.columns.size() + column;
  }

  const Book& book_;
  const view::Table& table_;
  const Placement& placement_;
  const std::vector<std::uint32_t>& breaks_;
  Sheet sheet_;
  std::uint32_t last_column_;
  std::unordered_set<std::uint64_t> merged_;
  std::size_t remarks_ = 0;
};

}  // namespace

void write_table(const Book& book, const TableSheet& sheet) {
  TableWriter(book, sheet).write();
}

}  // namespace catalog::emit
