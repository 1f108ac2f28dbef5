#include "emit/html/table.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "emit/html/columns.h"
#include "emit/html/item_card.h"
#include "emit/html/qr_code.h"
#include "view/merged_cells.h"

namespace catalog::emit::site {
namespace {

/// Lines of a cell, empty ones left out.
template <class Take>
void each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::size_t count_lines(std::string_view text) {
  std::size_t count = 0;
  each_line(text, [&](std::string_view) { ++count; });
  return count;
}

/// One table on its way into a page.
class Writer {
 public:
  Writer(const Site& site, const view::Table& table, std::string_view root,
         Markup& out)
      : site_(site),
        table_(table),
        root_(root),
        out_(out),
        merged_(table),
        styles_(column_styles(table)),
        name_column_(name_column()),
        code_column_(code_column()) {}

  void write() {
    out_ << "<div class=\"scroll m" << table_width(styles_);
    // Without prose there is nothing to fill a whole line with.
    if (std::ranges::none_of(styles_, &ColumnStyle::stretches)) out_ << " snug";
    out_ << "\" role=\"region\" aria-label=\"" << text(table_.name)
         << "\" tabindex=\"0\">\n<table class=\"sheet\">\n"
            "<caption class=\"unseen\">"
         << text(table_.title) << "</caption>\n<colgroup>";
    for (const ColumnStyle& style : styles_) {
      if (style.stretches)
        out_ << "<col>";
      else
        out_ << "<col class=\"w" << style.width << "\">";
    }
    out_ << "</colgroup>\n";
    write_header();
    write_body();
    out_ << "</table>\n</div>\n";
  }

 private:
  /// The column whose cells name their rows: the last of the frozen ones.
  std::size_t name_column() const {
    const std::size_t frozen =
        std::min<std::size_t>(table_.frozen_columns, table_.columns.size());
    return frozen > 0 ? frozen - 1 : 0;
  }

  /// The column whose cells carry the codes of their items: the last of names,
  /// which is never merged over several.
  std::size_t code_column() const {
    std::size_t last = table_.columns.size();
    if (table_.kind != view::Table::Kind::domain) return last;
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      if (table_.columns[i].value.starts_with("name")) last = i;
    return last;
  }

  void write_header() {
    std::vector<const view::HeaderCell*> cells;
    for (const view::HeaderCell& cell : table_.header) cells.push_back(&cell);
    std::ranges::stable_sort(cells, {}, [](const view::HeaderCell* cell) {
      return std::pair(cell->row, cell->column);
    });
    out_ << "<thead>\n";
    auto next = cells.begin();
    for (std::uint32_t row = 0; row < table_.header_rows; ++row) {
      out_ << "<tr>";
      for (; next != cells.end() && (*next)->row == row; ++next)
        write_header_cell(**next);
      out_ << "</tr>\n";
    }
    out_ << "</thead>\n";
  }

  void write_header_cell(const view::HeaderCell& cell) {
    out_ << "<th scope=\"";
    out_ << (cell.columns > 1 ? text("colgroup") : text("col")) << "\"";
    // A cell over several columns keeps its place only if all of them do.
    const std::size_t last = cell.column + cell.columns - 1;
    if (last < styles_.size() && styles_[last].is_frozen)
      out_ << " class=\"x x" << styles_[cell.column].left << "\"";
    write_spans(cell.rows, cell.columns);
    out_ << ">" << text(cell.text) << "</th>";
  }

  void write_spans(std::size_t rows, std::size_t columns) {
    if (rows > 1) out_ << " rowspan=\"" << rows << "\"";
    if (columns > 1) out_ << " colspan=\"" << columns << "\"";
  }

  void write_body() {
    out_ << "<tbody>\n";
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const view::Row& row = table_.rows[i];
      if (row.group.empty())
        write_row(i);
      else
        write_group(row, i == 0);
    }
    out_ << "</tbody>\n";
  }

  void write_group(const view::Row& row, bool is_first) {
    if (!is_first) out_ << "</tbody>\n<tbody>\n";
    out_ << "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\""
         << table_.columns.size() << "\"><span>" << text(row.group)
         << "</span></th></tr>\n";
  }

  void write_row(std::size_t index) {
    const view::Row& row = table_.rows[index];
    out_ << "<tr";
    if (const std::string_view id = anchor_of(row);
        !id.empty() && anchors_.insert(id).second)
      out_ << " id=\"" << text(id) << "\"";
    out_ << ">";
    ticked_group_ = {};
    repeat_in_cells(index);
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const view::Merge* merge = merged_.at(index, column);
      if (merge == nullptr)
        write_cell(index, column, 1, 1);
      else if (begins_in(*merge, index, column))
        write_cell(index, column, rows_of(*merge), columns_of(*merge));
    }
    out_ << "</tr>\n";
  }

  /// A cell that spans has no place in the rows below its first. Cards say it
  /// again there: in the cell before, or, where there is none to be seen, in
  /// the first one behind.
  void repeat_in_cells(std::size_t row) {
    repeated_.assign(table_.columns.size(), {});
    std::vector<std::size_t> without_place;
    std::vector<std::size_t>* place = &without_place;
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const view::Merge* merge = merged_.at(row, column);
      const bool is_below = merge != nullptr && merge->first_row < row;
      if (is_below && merge->first_column == column) place->push_back(column);
      if (is_below || table_.rows[row].cells[column].text.empty() ||
          table_.columns[column].value == "number")
        continue;
      if (place == &without_place) repeated_[column] = without_place;
      place = &repeated_[column];
    }
  }

  std::string_view anchor_of(const view::Row& row) const {
    if (row.item) return site_.edition[*row.item].id.text;
    return row.anchor;
  }

  void write_cell(std::size_t row, std::size_t column, std::size_t rows,
                  std::size_t columns) {
    const view::Cell& cell = table_.rows[row].cells[column];
    const bool is_name =
        column <= name_column_ && name_column_ < column + columns;
    if (is_name)
      out_ << "<th scope=\"row\"";
    else
      out_ << "<td";
    write_classes(column, cell, is_name ? text("called") : text("of"));
    write_label(column, cell);
    write_spans(rows, columns);
    out_ << ">";
    // What names many rows stays in sight beside all of them.
    if (rows > 1) out_ << "<div class=\"stay\">";
    write_value(row, column, cell);
    write_remark(cell);
    if (column == code_column_) write_code(row);
    if (rows > 1) out_ << "</div>";
    for (const std::size_t each : repeated_[column]) write_again(row, each);
    if (is_name)
      out_ << "</th>";
    else
      out_ << "</td>";
  }

  /// What a cell above says of this row too.
  void write_again(std::size_t row, std::size_t column) {
    const std::size_t first = merged_.at(row, column)->first_row;
    const view::Cell& cell = table_.rows[first].cells[column];
    if (cell.text.empty()) return;
    out_ << "<div";
    write_classes(column, cell, text("of again"));
    write_label(column, cell);
    out_ << ">";
    write_value(row, column, cell);
    out_ << "</div>";
  }

  /// Whether a column says yes or no under a header that says of what.
  bool may_tick(std::size_t column) const {
    if (styles_[column].group.empty()) return false;
    const view::Column& shown = table_.columns[column];
    const std::string_view value = shown.value;
    return shown.as == model::As::tick || value.starts_with("audience.") ||
           value.starts_with("mode.") || value.starts_with("level.");
  }

  void write_classes(std::size_t column, const view::Cell& cell, Text kind) {
    const view::Column& shown = table_.columns[column];
    out_ << " class=\"";
    if (shown.centred) out_ << "c ";
    if (shown.as == model::As::tick) out_ << "tick ";
    if (styles_[column].is_frozen) out_ << "x x" << styles_[column].left << " ";
    if (cell.text.empty()) out_ << "none ";
    if (shown.value == "number") out_ << "number ";
    out_ << kind << "\"";
  }

  /// Of several ticks under one header the first alone is labelled; what is
  /// empty has no line on a card.
  void write_label(std::size_t column, const view::Cell& cell) {
    if (cell.text.empty()) return;
    const bool is_ticked = may_tick(column);
    const ColumnStyle& style = styles_[column];
    std::string_view label = style.label;
    if (is_ticked && !style.group.empty()) {
      label = ticked_group_ == style.group ? "" : style.group;
      ticked_group_ = style.group;
    }
    out_ << " data-label=\"" << text(label) << "\"";
  }

  void write_value(std::size_t row, std::size_t column,
                   const view::Cell& cell) {
    const view::Column& shown = table_.columns[column];
    const auto& item = table_.rows[row].item;
    if (cell.text.empty()) return;
    if (cell.link) {
      write_linked(cell);
    } else if (column == name_column_ && !page_of(row).empty()) {
      out_ << "<a href=\"" << text(page_of(row)) << "\">" << text(cell.text)
           << "</a>";
    } else if (shown.value == "number" && item) {
      out_ << "<a href=\"#" << text(site_.edition[*item].id.text) << "\">"
           << text(cell.text) << "</a>";
    } else if (may_tick(column)) {
      write_tick(column, cell.text);
    } else if (shown.value == "basis" && item) {
      write_cited(site_.edition[*item], cell.text);
    } else if (shown.value == "body" && item) {
      write_bodies(site_, site_.edition[*item], root_, out_);
    } else if (shown.as == model::As::boxes) {
      write_lines("boxes", cell.text);
    } else if (cell.text.find('\n') != std::string::npos) {
      write_lines("lines", cell.text);
    } else {
      out_ << text(cell.text);
    }
  }

  /// What departs from the base says so when asked.
  void write_remark(const view::Cell& cell) {
    if (cell.remark.empty()) return;
    out_ << "<details class=\"departs\"><summary>"
         << site_.say("本级有调整", "Adjusted here") << "</summary><ul>";
    each_line(cell.remark, [&](std::string_view line) {
      out_ << "<li>" << text(line) << "</li>";
    });
    out_ << "</ul></details>";
  }

  void write_code(std::size_t row) {
    const auto& item = table_.rows[row].item;
    const Markup code = item ? code_of(site_, *item) : Markup();
    if (code.empty()) return;
    out_ << "<details class=\"scan\"><summary>"
         << site_.say("二维码", "QR code") << "</summary>" << code
         << "</details>";
  }

  /// The page of the law or body that a row shows; empty if it shows none.
  std::string page_of(std::size_t row) const {
    using Kind = view::Table::Kind;
    const std::string& id = table_.rows[row].anchor;
    if (table_.kind == Kind::laws)
      return address_of(site_, {view::Link::Kind::law, id}, root_);
    if (table_.kind == Kind::bodies)
      return address_of(site_, {view::Link::Kind::body, id}, root_);
    return {};
  }

  void write_linked(const view::Cell& cell) {
    const std::string address = address_of(site_, *cell.link, root_);
    if (address.empty()) {
      out_ << text(cell.text);
      return;
    }
    out_ << "<a href=\"" << text(address) << "\"";
    if (cell.link->kind == view::Link::Kind::web)
      out_ << " rel=\"noopener noreferrer\"";
    out_ << ">" << text(cell.text) << "</a>";
  }

  /// A tick says what it ticks where its column is not in sight; more may
  /// stand below it, such as the name of a group.
  void write_tick(std::size_t column, std::string_view value) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    const std::string_view rest = value.substr(std::min(end + 1, value.size()));
    out_ << "<span class=\"mark\">" << text(value.substr(0, end)) << "</span>";
    if (rest.empty())
      out_ << "<span class=\"means\">" << text(styles_[column].label)
           << "</span>";
    else
      out_ << "<span class=\"more\">" << text(rest) << "</span>";
  }

  void write_lines(std::string_view kind, std::string_view value) {
    out_ << "<ul class=\"" << text(kind) << "\">";
    each_line(value, [&](std::string_view line) {
      if (line.starts_with("□"))
        out_ << "<li class=\"off\">" << text(line) << "</li>";
      else
        out_ << "<li>" << text(line) << "</li>";
    });
    out_ << "</ul>";
  }

  void write_cited(const resolve::Item& item, std::string_view value) {
    if (count_lines(value) != item.basis.size()) {
      write_lines("lines", value);
      return;
    }
    out_ << "<ul class=\"lines\">";
    auto citation = item.basis.begin();
    each_line(value, [&](std::string_view line) {
      out_ << "<li>";
      write_citation(site_, *citation++, line, root_, out_);
      out_ << "</li>";
    });
    out_ << "</ul>";
  }

  const Site& site_;
  const view::Table& table_;
  std::string_view root_;
  Markup& out_;
  const view::MergedCells merged_;
  std::vector<ColumnStyle> styles_;
  std::size_t name_column_;
  std::size_t code_column_;
  /// Of the row: what a cell says again of cells above, by its column.
  std::vector<std::vector<std::size_t>> repeated_;
  std::unordered_set<std::string_view> anchors_;
  std::string_view ticked_group_;
};

}  // namespace

void write_table(const Site& site, const view::Table& table,
                 std::string_view root, Markup& out) {
  Writer(site, table, root, out).write();
}

}  // namespace catalog::emit::site
