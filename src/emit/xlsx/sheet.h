#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emit/xlsx/rows.h"
#include "model/layout.h"

namespace catalog::emit {

/// Throws Failure for what the library says went wrong; `doing` names what it
/// was to do, such as a sheet's name.
[[noreturn]] void fail(lxw_error error, std::string_view doing);
/// The same unless it says that all is well.
void require(lxw_error result, std::string_view doing);

/// A rectangle of cells, its ends inside.
struct Area {
  std::uint32_t first_row = 0;
  std::uint32_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

/// One sheet of a workbook being written. Text is always written as text,
/// whatever it looks like; nothing is cut off, rather Failure is thrown.
class Sheet {
 public:
  /// Adds a sheet of that name, which SheetNames gave. Its cells go to `cells`
  /// when it is finished; without, the library writes them, which costs more.
  Sheet(lxw_workbook* workbook, std::string name, CellStore* cells);

  /// Has the library write the cells, so that charts can read them. Nothing
  /// may be written before.
  void let_charts_read() { is_read_by_charts_ = true; }

  /// Says that no cell follows.
  void finish();

  const std::string& name() const { return name_; }

  void set_column(std::uint32_t column, double width);
  void set_row(std::uint32_t row, double height);
  void hide_column(std::uint32_t column);

  /// Text in an area, merged where it is more than one cell.
  void write(const Area& area, std::string_view text, lxw_format* format);
  /// The same with a link: `internal:…` or a url.
  void write_link(const Area& area, std::string_view text,
                  const std::string& target, lxw_format* format,
                  const char* tip = nullptr);
  /// A note on a cell, shown when a reader points at it.
  void remark(std::uint32_t row, std::uint32_t column, std::string_view text);
  void write_number(std::uint32_t row, std::uint32_t column, double number,
                    lxw_format* format);

  void freeze(std::uint32_t rows, std::uint32_t columns);

  /// Lets readers choose rows by what the columns say; the first row of the
  /// area has their titles.
  void filter(const Area& area);
  /// Offers what stands in `list`, a range as formulas name it or, without
  /// `=`, one text. Anything else may still be written.
  void offer(const Area& area, const std::string& list,
             std::string_view advice = {});
  /// A chart that fills so many pixels from a cell's corner on.
  void insert(std::uint32_t row, std::uint32_t column, lxw_chart* chart,
              double width, double height, double down = 0);

  /// How it prints: on that paper, landscape, as wide as one page, only
  /// `area`.
  void set_page(model::Paper paper, const Area& area);
  /// A line at every page's head, and the page's number at its foot.
  void set_head(std::string_view left, std::string_view right);
  /// These rows stand on top of every page.
  void repeat(std::uint32_t first_row, std::uint32_t last_row);
  /// These rows begin a page.
  void break_before(const std::vector<std::uint32_t>& rows);
  /// Everything on one page.
  void fit_on_page();
  /// The page's middle, for a cover.
  void centre_on_page();

  /// Takes the sheet out of sight.
  void hide();

 private:
  /// The text as a cell takes it, until the next is asked for.
  const std::string& text_for(const Area& area, std::string_view text);

  bool is_ours() const { return cells_ != nullptr && !is_read_by_charts_; }
  void note_cell(const Area& area, lxw_format* format);
  void add_merged(const Area& area);

  lxw_worksheet* sheet_;
  std::string name_;
  CellStore* cells_;
  bool is_read_by_charts_ = false;
  Rows rows_;
  std::string text_;
};

/// A link's target: a cell of another sheet.
std::string target_of(std::string_view sheet, std::uint32_t row = 0,
                      std::uint32_t column = 0);

}  // namespace catalog::emit
