#include "emit/xlsx/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "emit/xlsx/text.h"
#include "source/failure.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::emit {
namespace {

constexpr std::size_t most_units = 32'767;  // of one cell
constexpr std::size_t longest_url = 2'079;
constexpr double inch = 25.4;  // mm

std::string address(std::uint32_t row, std::uint32_t column) {
  char text[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(text, row, static_cast<lxw_col_t>(column));
  return text;
}

/// A cell that a workbook cannot hold is never cut short in silence.
void require_room(std::string_view sheet, const Area& area,
                  std::string_view text) {
  if (text.size() <= most_units) return;
  const std::size_t units = utf16_units(text);
  if (units <= most_units) return;
  const std::string cell = address(area.first_row, area.first_column);
  throw source::Failure(
      fmt::format("cannot write the workbook: cell {} of sheet `{}` has {} "
                  "characters, and a cell takes {}; write the item as several",
                  cell, sheet, units, most_units),
      fmt::format("无法写入工作簿：工作表 `{}` 的单元格 {} 有 {} 个字符，"
                  "单元格最多容纳 {} 个；请将该事项拆分为多个事项",
                  sheet, cell, units, most_units));
}

/// A note as a workbook takes it: one too long says that it goes on.
std::string remark_text(std::string_view text) {
  // Of these characters each has at most two units, and the end has a few.
  constexpr std::size_t most = 15'000;
  std::string escaped = cell_text(text);
  if (utf16_units(escaped) <= most_units) return escaped;
  return std::string(unicode::prefix(escaped, most)) +
         "\n（后文从略，全文见网站和 catalog.json）";
}

}  // namespace

void fail(lxw_error error, std::string_view doing) {
  throw source::Failure(fmt::format("cannot write the workbook at `{}`: {}",
                                    doing, lxw_strerror(error)),
                        fmt::format("写入工作簿时在 `{}` 处出错：{}", doing,
                                    lxw_strerror(error)));
}

void require(lxw_error result, std::string_view doing) {
  if (result != LXW_NO_ERROR) fail(result, doing);
}

Sheet::Sheet(lxw_workbook* workbook, std::string name, CellStore* cells)
    : sheet_(workbook_add_worksheet(workbook, name.c_str())),
      name_(std::move(name)),
      cells_(CellStore::knows_library() ? cells : nullptr) {
  if (sheet_ == nullptr) require(LXW_ERROR_PARAMETER_VALIDATION, name_);
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  // Codes and phone numbers are text, and no mistake to be marked.
  require(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                  "A1:XFD1048576"),
          name_);
}

void Sheet::set_column(std::uint32_t column, double width) {
  const auto at = static_cast<lxw_col_t>(column);
  require(worksheet_set_column(sheet_, at, at, width, nullptr), name_);
}

void Sheet::finish() {
  if (cells_ == nullptr) return;
  // Formats are numbered by this, whoever writes the cells.
  std::string rows = rows_.take(sheet_);
  if (is_ours()) cells_->keep(sheet_, std::move(rows));
}

void Sheet::set_row(std::uint32_t row, double height) {
  // The library places notes and charts by it.
  require(worksheet_set_row(sheet_, row, height, nullptr), name_);
  if (cells_ != nullptr) rows_.set_height(row, height);
}

void Sheet::hide_column(std::uint32_t column) {
  lxw_row_col_options options{};
  options.hidden = LXW_TRUE;
  const auto at = static_cast<lxw_col_t>(column);
  require(worksheet_set_column_opt(sheet_, at, at, 8, nullptr, &options),
          name_);
}

const std::string& Sheet::text_for(const Area& area, std::string_view text) {
  if (is_cell_text(text))
    text_ = text;
  else
    text_ = cell_text(text);
  require_room(name_, area, text_);
  return text_;
}

/// Takes the text down that was asked for last, as the cell of an area.
void Sheet::note_cell(const Area& area, lxw_format* format) {
  for (auto row = area.first_row; row <= area.last_row; ++row)
    for (auto column = area.first_column; column <= area.last_column; ++column)
      rows_.put_blank(row, column, format);
  if (text_.empty()) return;
  const std::uint32_t text = is_ours() ? cells_->number_of(text_) : 0;
  rows_.put_text(area.first_row, area.first_column, text, format);
}

/// Makes one cell of several that were written.
void Sheet::add_merged(const Area& area) {
  auto* const range =
      static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
  if (range == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED, name_);
  range->first_row = area.first_row;
  range->first_col = static_cast<lxw_col_t>(area.first_column);
  range->last_row = area.last_row;
  range->last_col = static_cast<lxw_col_t>(area.last_column);
  STAILQ_INSERT_TAIL(sheet_->merged_ranges, range, list_pointers);
  ++sheet_->merged_range_count;
}

void Sheet::write(const Area& area, std::string_view text, lxw_format* format) {
  const std::string& escaped = text_for(area, text);
  const auto column = static_cast<lxw_col_t>(area.first_column);
  const auto last = static_cast<lxw_col_t>(area.last_column);
  const bool is_merged = area.first_row != area.last_row || column != last;
  if (cells_ != nullptr) note_cell(area, format);
  if (is_ours()) {
    if (is_merged) add_merged(area);
  } else if (is_merged) {
    require(worksheet_merge_range(sheet_, area.first_row, column, area.last_row,
                                  last, escaped.c_str(), format),
            name_);
  } else if (escaped.empty()) {
    require(worksheet_write_blank(sheet_, area.first_row, column, format),
            name_);
  } else {
    require(worksheet_write_string(sheet_, area.first_row, column,
                                   escaped.c_str(), format),
            name_);
  }
}

void Sheet::write_link(const Area& area, std::string_view text,
                       const std::string& target, lxw_format* format,
                       const char* tip) {
  const bool is_one_cell =
      area.first_row == area.last_row && area.first_column == area.last_column;
  const bool can_link = target.size() <= longest_url && !text.empty();
  if (!is_one_cell || !can_link) write(area, text, format);
  if (!can_link) return;
  const std::string& escaped = text_for(area, text);
  require(worksheet_write_url_opt(sheet_, area.first_row,
                                  static_cast<lxw_col_t>(area.first_column),
                                  target.c_str(), format, escaped.c_str(), tip),
          name_);
  if (cells_ == nullptr) return;
  const std::uint32_t number =
      is_ours() ? cells_->number_of_counted(escaped) : 0;
  rows_.put_text(area.first_row, area.first_column, number, format);
}

void Sheet::remark(std::uint32_t row, std::uint32_t column,
                   std::string_view text) {
  // Of 9 points, so that a box as wide as `width` holds `columns` half-width
  // characters a line.
  constexpr std::uint16_t width = 330;
  constexpr std::size_t columns = 46;
  constexpr std::size_t line_height = 17;
  const std::string escaped = remark_text(text);
  std::size_t lines = 1;
  for (std::string_view rest = escaped; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines += 1 + unicode::width(rest.substr(0, end)) / columns;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::string font = "宋体";
  lxw_comment_options options{};
  options.width = width;
  options.height = static_cast<std::uint16_t>(
      std::min<std::size_t>(lines * line_height, 1'200));
  options.font_name = font.data();
  options.font_size = 9;
  require(
      worksheet_write_comment_opt(sheet_, row, static_cast<lxw_col_t>(column),
                                  escaped.c_str(), &options),
      name_);
}

void Sheet::write_number(std::uint32_t row, std::uint32_t column, double number,
                         lxw_format* format) {
  if (cells_ != nullptr) rows_.put_number(row, column, number, format);
  if (is_ours()) return;
  require(worksheet_write_number(sheet_, row, static_cast<lxw_col_t>(column),
                                 number, format),
          name_);
}

void Sheet::freeze(std::uint32_t rows, std::uint32_t columns) {
  worksheet_freeze_panes(sheet_, rows, static_cast<lxw_col_t>(columns));
}

void Sheet::filter(const Area& area) {
  require(worksheet_autofilter(
              sheet_, area.first_row, static_cast<lxw_col_t>(area.first_column),
              area.last_row, static_cast<lxw_col_t>(area.last_column)),
          name_);
}

void Sheet::offer(const Area& area, const std::string& list,
                  std::string_view advice) {
  std::string text = list;
  std::string message(advice);
  char* one[] = {text.data(), nullptr};
  lxw_data_validation validation{};
  const bool is_range = list.starts_with('=');
  validation.validate =
      is_range ? LXW_VALIDATION_TYPE_LIST_FORMULA : LXW_VALIDATION_TYPE_LIST;
  if (is_range)
    validation.value_formula = text.data();
  else
    validation.value_list = one;
  validation.show_error = LXW_VALIDATION_OFF;
  if (!message.empty()) validation.input_message = message.data();
  require(
      worksheet_data_validation_range(
          sheet_, area.first_row, static_cast<lxw_col_t>(area.first_column),
          area.last_row, static_cast<lxw_col_t>(area.last_column), &validation),
      name_);
}

void Sheet::insert(std::uint32_t row, std::uint32_t column, lxw_chart* chart,
                   double width, double height, double down) {
  constexpr double usual_width = 480;  // that the library gives a chart
  constexpr double usual_height = 288;
  lxw_chart_options options{};
  options.x_scale = width / usual_width;
  options.y_scale = height / usual_height;
  options.y_offset = static_cast<std::int32_t>(down);
  require(worksheet_insert_chart_opt(
              sheet_, row, static_cast<lxw_col_t>(column), chart, &options),
          name_);
}

void Sheet::set_page(model::Paper paper, const Area& area) {
  constexpr std::uint8_t a3 = 8;
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, paper == model::Paper::a3 ? a3 : a4);
  worksheet_set_margins(sheet_, 15 / inch, 15 / inch, 20 / inch, 18 / inch);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_center_horizontally(sheet_);
  require(worksheet_print_area(
              sheet_, area.first_row, static_cast<lxw_col_t>(area.first_column),
              area.last_row, static_cast<lxw_col_t>(area.last_column)),
          name_);
}

void Sheet::set_head(std::string_view left, std::string_view right) {
  lxw_header_footer_options options{};
  options.margin = 9 / inch;
  const std::string head =
      fmt::format("&L&9&\"宋体,Regular\"{}&R&9&\"宋体,Regular\"{}",
                  page_text(left), page_text(right));
  require(worksheet_set_header_opt(sheet_, head.c_str(), &options), name_);
  require(worksheet_set_footer_opt(
              sheet_, "&C&9&\"宋体,Regular\"第 &P 页 共 &N 页", &options),
          name_);
}

void Sheet::repeat(std::uint32_t first_row, std::uint32_t last_row) {
  require(worksheet_repeat_rows(sheet_, first_row, last_row), name_);
}

void Sheet::break_before(const std::vector<std::uint32_t>& rows) {
  constexpr std::size_t most = 1'023;  // that Excel takes
  if (rows.empty()) return;
  std::vector<lxw_row_t> breaks(
      rows.begin(),
      rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), most)));
  breaks.push_back(0);  // ends the list
  require(worksheet_set_h_pagebreaks(sheet_, breaks.data()), name_);
}

void Sheet::fit_on_page() { worksheet_fit_to_pages(sheet_, 1, 1); }

void Sheet::centre_on_page() { worksheet_center_vertically(sheet_); }

void Sheet::hide() { worksheet_hide(sheet_); }

std::string target_of(std::string_view sheet, std::uint32_t row,
                      std::uint32_t column) {
  std::string quoted;
  for (const char each : sheet) {
    if (each == '\'') quoted += '\'';
    quoted += each;
  }
  return fmt::format("internal:'{}'!{}", quoted, address(row, column));
}

}  // namespace catalog::emit
