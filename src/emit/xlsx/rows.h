#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/xlsx/parts.h"

namespace catalog::emit {

/// What the sheets of a workbook share: its texts, each once, which cells name
/// by number, and the finished rows until the library has taken them. Lives
/// until the workbook is closed.
class CellStore {
 public:
  explicit CellStore(lxw_workbook* workbook) : strings_(workbook->sst) {}

  /// Whether the library is the one whose structures are known here: that of
  /// Debian 12. Any other writes the cells itself.
  static bool knows_library() {
    return LXW_VERSION_ID == 114 && lxw_version_id() == LXW_VERSION_ID;
  }

  /// The number of a text for one more cell, or for one that the library has
  /// counted when it wrote it.
  std::uint32_t number_of(const std::string& text);
  std::uint32_t number_of_counted(const std::string& text);

  void keep(lxw_worksheet* sheet, std::string rows);
  /// Gives the rows to the library, as files; nothing may be written to the
  /// sheets any more.
  void hand_over(Parts& parts);

 private:
  struct Finished {
    lxw_worksheet* sheet;
    std::string rows;
  };

  lxw_sst* strings_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::deque<Finished> sheets_;
};

/// The cells of a sheet, which are most of what a workbook costs. They are kept
/// as numbers, written here in one go, and given to the library as it takes
/// the rows of a sheet that it wrote to a file before: byte for byte what it
/// writes itself, in a tenth of the time (see tests/unit/emit/rows_test.cc).
class Rows {
 public:
  void set_height(std::uint32_t row, double height);
  void put_blank(std::uint32_t row, std::uint32_t column, lxw_format* format);
  void put_text(std::uint32_t row, std::uint32_t column, std::uint32_t text,
                lxw_format* format);
  void put_number(std::uint32_t row, std::uint32_t column, double number,
                  lxw_format* format);

  /// Writes the rows to `sheet`, whose formats are numbered as they are come
  /// across: sheets follow in their order. Nothing is kept here.
  std::string take(lxw_worksheet* sheet);

 private:
  struct Cell {
    enum class Kind : std::uint8_t { none, blank, text, number };
    double number = 0;
    lxw_format* format = nullptr;
    std::uint32_t text = 0;
    Kind kind = Kind::none;
  };
  struct Row {
    std::vector<Cell> cells;
    std::optional<double> height;
  };
  /// From `first` to before `end`.
  struct Columns {
    std::size_t first = 0;
    std::size_t end = 0;
    bool empty() const { return first == end; }
  };

  Row& row(std::uint32_t index);
  Cell& cell(std::uint32_t row, std::uint32_t column);
  static Columns columns_of(const Row& row);
  Columns columns_from(std::size_t row) const;
  void tell_extent(lxw_worksheet* sheet) const;

  std::vector<Row> rows_;
  std::size_t widest_ = 0;  // cells of a row
};

}  // namespace catalog::emit
