#include "emit/xlsx/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "emit/xlsx/sheet.h"

namespace catalog::emit {
namespace {

// Rows tell which columns they span, the same for as many at a time.
constexpr std::size_t block = 16;
constexpr double usual_height = 15;

std::string letters_of(std::size_t column) {
  char text[LXW_MAX_COL_NAME_LENGTH];
  lxw_col_to_name(text, static_cast<lxw_col_t>(column), 0);
  return text;
}

/// The XML of a sheet's rows.
class Writer {
 public:
  explicit Writer(std::size_t columns) {
    for (std::size_t i = 0; i < columns; ++i)
      begins_.push_back("<c r=\"" + letters_of(i));
  }

  /// Makes room for a row of so many cells.
  void begin_row(std::size_t row, std::size_t cells) {
    const std::size_t most = most_of_row + cells * most_of_cell;
    if (out_.size() < used_ + most) out_.resize((used_ + most) * 2);
    row_ = fmt::format_int(row + 1).str();
    put("<row r=\"");
    put(row_);
    put("\"");
  }
  void span(std::size_t first, std::size_t last) {
    put(" spans=\"");
    put_digits(first + 1);
    put(":");
    put_digits(last + 1);
    put("\"");
  }
  void set_height(double height) {
    if (height == usual_height) return;
    if (height != height_) {
      height_ = height;
      text_of_height_ =
          fmt::format(" ht=\"{:.16G}\" customHeight=\"1\"", height);
    }
    put(text_of_height_);
  }
  void end_head(bool has_cells) { put(has_cells ? ">" : "/>"); }
  void end_row() { put("</row>"); }

  void begin_cell(std::size_t column, lxw_format* format) {
    put(begins_[column]);
    put(row_);
    if (format != format_) {
      format_ = format;
      const auto number =
          format == nullptr ? 0 : lxw_format_get_xf_index(format);
      text_of_format_ = "\"";
      if (number != 0)
        (text_of_format_ += " s=\"") += fmt::format_int(number).str() + '"';
    }
    put(text_of_format_);
  }
  void end_blank() { put("/>"); }
  void end_text(std::uint32_t text) {
    put(" t=\"s\"><v>");
    put_digits(text);
    put("</v></c>");
  }
  void end_number(double number) {
    put("><v>");
    put(fmt::format("{:.16G}", number));
    put("</v></c>");
  }

  std::string take() {
    out_.resize(used_);
    return std::move(out_);
  }

 private:
  // Bytes: no name of a cell is longer than XFD1048576, no number than 24.
  static constexpr std::size_t most_of_cell = 100;
  static constexpr std::size_t most_of_row = 200;

  void put(std::string_view text) {
    std::memcpy(out_.data() + used_, text.data(), text.size());
    used_ += text.size();
  }
  void put_digits(std::size_t number) {
    const fmt::format_int digits(number);
    put({digits.data(), digits.size()});
  }

  std::string out_;  // the first `used_` bytes; then room
  std::size_t used_ = 0;
  std::vector<std::string> begins_;  // of a cell in each column
  std::string row_;                  // its number
  double height_ = usual_height;     // the last, and what says so
  std::string text_of_height_;
  lxw_format* format_ = nullptr;
  std::string text_of_format_ = "\"";
};

}  // namespace

std::uint32_t CellStore::number_of(const std::string& text) {
  const auto known = numbers_.find(text);
  if (known == numbers_.end()) {
    const sst_element* const added =
        lxw_get_sst_index(strings_, text.c_str(), LXW_FALSE);
    if (added == nullptr) fail(LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND, text);
    numbers_.emplace(added->string, added->index);
    return added->index;
  }
  ++strings_->string_count;
  return known->second;
}

std::uint32_t CellStore::number_of_counted(const std::string& text) {
  const std::uint32_t number = number_of(text);
  --strings_->string_count;
  return number;
}

void CellStore::keep(lxw_worksheet* sheet, std::string rows) {
  if (!rows.empty()) sheets_.push_back({sheet, std::move(rows)});
}

void CellStore::hand_over(Parts& parts) {
  for (Finished& each : sheets_) {
    // The library reads the file to its end and closes it.
    each.sheet->optimize_tmpfile = parts.file(std::move(each.rows));
    each.sheet->optimize = LXW_TRUE;
  }
  sheets_.clear();
}

Rows::Row& Rows::row(std::uint32_t index) {
  if (index >= rows_.size()) rows_.resize(index + 1);
  return rows_[index];
}

Rows::Cell& Rows::cell(std::uint32_t row_index, std::uint32_t column) {
  auto& cells = row(row_index).cells;
  if (column >= cells.size()) {
    widest_ = std::max<std::size_t>(widest_, column + 1);
    cells.reserve(widest_);
    cells.resize(column + 1);
  }
  return cells[column];
}

void Rows::set_height(std::uint32_t index, double height) {
  row(index).height = height;
}

void Rows::put_blank(std::uint32_t row_index, std::uint32_t column,
                     lxw_format* format) {
  if (format != nullptr)
    cell(row_index, column) = {0, format, 0, Cell::Kind::blank};
}

void Rows::put_text(std::uint32_t row_index, std::uint32_t column,
                    std::uint32_t text, lxw_format* format) {
  cell(row_index, column) = {0, format, text, Cell::Kind::text};
}

void Rows::put_number(std::uint32_t row_index, std::uint32_t column,
                      double number, lxw_format* format) {
  cell(row_index, column) = {number, format, 0, Cell::Kind::number};
}

Rows::Columns Rows::columns_of(const Row& row) {
  Columns columns;
  while (columns.first < row.cells.size() &&
         row.cells[columns.first].kind == Cell::Kind::none)
    ++columns.first;
  columns.end = row.cells.size();  // the last of them is one
  return columns;
}

/// What the rows of a block span, from one of them on.
Rows::Columns Rows::columns_from(std::size_t row) const {
  const std::size_t end = std::min((row / block + 1) * block, rows_.size());
  Columns all = columns_of(rows_[row]);
  for (++row; row < end; ++row) {
    const Columns columns = columns_of(rows_[row]);
    if (columns.empty()) continue;
    all.first = std::min(all.first, columns.first);
    all.end = std::max(all.end, columns.end);
  }
  return all;
}

/// What the library knows of cells that it writes itself.
void Rows::tell_extent(lxw_worksheet* sheet) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Columns columns = columns_of(rows_[i]);
    if (columns.empty()) continue;
    const auto row = static_cast<lxw_row_t>(i);
    const auto first = static_cast<lxw_col_t>(columns.first);
    const auto last = static_cast<lxw_col_t>(columns.end - 1);
    sheet->dim_rowmin = std::min(sheet->dim_rowmin, row);
    sheet->dim_rowmax = std::max(sheet->dim_rowmax, row);
    sheet->dim_colmin = std::min(sheet->dim_colmin, first);
    sheet->dim_colmax = std::max(sheet->dim_colmax, last);
  }
}

std::string Rows::take(lxw_worksheet* sheet) {
  tell_extent(sheet);
  Writer out(widest_);
  Columns of_block;
  std::size_t block_end = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Columns columns = columns_of(row);
    if (columns.empty() && !row.height) continue;
    out.begin_row(i, row.cells.size());
    if (!columns.empty()) {
      if (i >= block_end) {
        block_end = (i / block + 1) * block;
        of_block = columns_from(i);
      }
      out.span(of_block.first, of_block.end - 1);
    }
    out.set_height(row.height.value_or(usual_height));
    out.end_head(!columns.empty());
    if (columns.empty()) continue;
    for (std::size_t k = columns.first; k < columns.end; ++k) {
      const Cell& cell = row.cells[k];
      if (cell.kind == Cell::Kind::none) continue;
      out.begin_cell(k, cell.format);
      if (cell.kind == Cell::Kind::blank)
        out.end_blank();
      else if (cell.kind == Cell::Kind::text)
        out.end_text(cell.text);
      else
        out.end_number(cell.number);
    }
    out.end_row();
  }
  rows_.clear();
  return out.take();
}

}  // namespace catalog::emit
