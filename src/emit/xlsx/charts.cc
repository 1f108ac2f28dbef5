#include "emit/xlsx/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "view/measure.h"

namespace catalog::emit {
namespace {

constexpr double page_width = 1105;  // points, of A3 within the margins
constexpr double gap_width = 2;      // characters
constexpr double least_width = 300;  // points, of a chart
constexpr double bar_height = 20;    // points
constexpr double pair_height = 23;   // beside the base's
constexpr double frame_height = 50;  // of a chart's title and edges
constexpr double chart_gap = 10;
constexpr double pixels = 96.0 / 72;
constexpr lxw_color_t own_blue = 0x1F4E79;
constexpr lxw_color_t base_grey = 0xBFBFBF;

/// A chart to draw: a bar a row, from `first` to `last` of a table's rows.
struct Bars {
  std::string title;
  std::size_t first = 0;
  std::size_t last = 0;

  std::size_t count() const { return last - first + 1; }
};

/// The table's chart, or one a class of its rows.
std::vector<Bars> bars_of(const view::Table& table) {
  std::vector<Bars> all;
  if (table.kind == view::Table::Kind::statistics) {
    // The last row is the sum.
    if (table.rows.size() > 1)
      all.push_back({"各领域事项数", 0, table.rows.size() - 2});
    return all;
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (!table.rows[i].group.empty())
      all.push_back({table.rows[i].group + "的事项数", i + 1, i});
    else if (!all.empty())
      all.back().last = i;
  return all;
}

/// Fonts are taken over when they are set.
lxw_chart_font font_of(std::string& name, double points) {
  lxw_chart_font font{};
  font.name = name.data();
  font.size = points;
  font.bold = LXW_EXPLICIT_FALSE;
  return font;
}

/// Draws the charts of one sheet.
class Drawing {
 public:
  Drawing(const Book& book, Sheet& sheet, const TableSheet& from)
      : book_(book), sheet_(sheet), from_(from) {}

  std::uint32_t draw() {
    const view::Table& table = from_.table;
    const auto bars = bars_of(table);
    const auto last = static_cast<std::uint32_t>(table.columns.size()) - 1;
    if (bars.empty()) return last;
    abreast_ = bars.size() > 1 ? 2 : 1;
    set_columns(last);
    std::vector<double> used(abreast_);
    const double room = room_for(bars.size());
    for (const Bars& each : bars) {
      const auto column = static_cast<std::size_t>(
          std::min_element(used.begin(), used.end()) - used.begin());
      const double height =
          abreast_ == 1 ? std::max(room, 150.0) : height_of(each);
      if (used[column] > 0 && used[column] + height > room) continue;
      // Below the header, which is repeated on every page.
      sheet_.insert(from_.placement.header + table.header_rows,
                    last + 2 + 2 * static_cast<std::uint32_t>(column),
                    chart_of(each), chart_pixels_, height * pixels,
                    used[column] * pixels);
      used[column] += height + chart_gap;
    }
    return last + 2 * static_cast<std::uint32_t>(abreast_);
  }

 private:
  double height_of(const Bars& bars) const {
    return frame_height + (has_base() ? pair_height : bar_height) *
                              static_cast<double>(bars.count());
  }

  /// The column of the base's numbers; none: zero.
  std::uint32_t base_column() const {
    const auto& columns = from_.table.columns;
    for (std::uint32_t i = 0; i < columns.size(); ++i)
      if (columns[i].title == "上级目录") return i;
    return 0;
  }
  bool has_base() const { return base_column() > 0; }

  /// The height of the first page's rows, of a single chart; else that of the
  /// page below the header.
  double room_for(std::size_t charts) const {
    const view::Table& table = from_.table;
    double height = 0;
    const std::size_t end =
        from_.breaks.empty() ? table.rows.size() : from_.breaks.front();
    for (std::size_t i = 0; i < end; ++i) height += table.rows[i].height;
    // The library counts a row's pixels without what is behind the point.
    if (charts == 1 || !from_.breaks.empty()) return height * 0.96 - 4;
    const Head head = head_of(table);
    double page =
        page_height(table) - head.title - head.subtitle - head.note - 20;
    for (const double each : view::header_heights(table)) page -= each;
    return page;
  }

  void set_columns(std::uint32_t last) {
    const double room =
        page_width - view::width_in_points(from_.table) - 20 * 5.5;
    const double points =
        std::max(room / static_cast<double>(abreast_), least_width);
    const double width = points / 5.5 - 1;
    for (std::uint32_t i = 0; i < abreast_; ++i) {
      sheet_.set_column(last + 1 + 2 * i, gap_width);
      sheet_.set_column(last + 2 + 2 * i, width);
    }
    chart_pixels_ = width * 7 + 3;  // as the library counts
  }

  std::string range_of(std::uint32_t column, const Bars& bars) const {
    const auto row = [&](std::size_t index) {
      return from_.placement.rows[index].first + 1;
    };
    std::string name;
    for (const char each : sheet_.name()) {
      if (each == '\'') name += each;
      name += each;
    }
    const char letter = static_cast<char>('A' + column);
    return fmt::format("='{0}'!${1}${2}:${1}${3}", name, letter,
                       row(bars.first), row(bars.last));
  }

  void add_series(lxw_chart* chart, const Bars& bars, std::uint32_t column,
                  const char* name, lxw_color_t color) {
    lxw_chart_series* const series = chart_add_series(
        chart, range_of(1, bars).c_str(), range_of(column, bars).c_str());
    if (series == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED, bars.title);
    chart_series_set_name(series, name);
    lxw_chart_fill fill{};
    fill.color = color;
    chart_series_set_fill(series, &fill);
    lxw_chart_line line{};
    line.color = own_blue;
    line.width = 0.5;
    chart_series_set_line(series, &line);
    chart_series_set_labels(series);
    lxw_chart_font font = font_of(song_, 8);
    chart_series_set_labels_font(series, &font);
  }

  lxw_chart* chart_of(const Bars& bars) {
    lxw_chart* const chart = workbook_add_chart(book_.workbook, LXW_CHART_BAR);
    if (chart == nullptr) require(LXW_ERROR_MEMORY_MALLOC_FAILED, bars.title);
    add_series(chart, bars, 2, "本目录", own_blue);
    if (has_base())
      add_series(chart, bars, base_column(), "上级目录", base_grey);
    chart_title_set_name(chart, bars.title.c_str());
    lxw_chart_font title = font_of(hei_, 12);
    chart_title_set_name_font(chart, &title);
    lxw_chart_font font = font_of(song_, 9);
    // Of bars the library's y axis is that of the names.
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_axis_set_reverse(chart->y_axis);  // the first on top
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_off(chart->x_axis);  // every bar has its number
    chart_set_series_gap(chart, 35);
    chart_legend_set_font(chart, &font);
    chart_legend_set_position(
        chart, has_base() ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    return chart;
  }

  const Book& book_;
  Sheet& sheet_;
  const TableSheet& from_;
  std::string song_ = "宋体";
  std::string hei_ = "黑体";
  std::size_t abreast_ = 1;
  double chart_pixels_ = 0;
};

}  // namespace

bool has_numbers(const view::Table& table) {
  return table.kind == view::Table::Kind::statistics ||
         (table.kind == view::Table::Kind::appendix && table.id == "classes");
}

std::uint32_t write_charts(const Book& book, Sheet& sheet,
                           const TableSheet& from) {
  if (!has_numbers(from.table))
    return static_cast<std::uint32_t>(from.table.columns.size()) - 1;
  return Drawing(book, sheet, from).draw();
}

}  // namespace catalog::emit
