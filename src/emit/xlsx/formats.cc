#include "emit/xlsx/formats.h"

#include "view/measure.h"

namespace catalog::emit {
namespace {

constexpr auto hei = "黑体";
constexpr auto song = "宋体";
constexpr auto fang = "仿宋";
constexpr double index_points = 12;
constexpr std::uint8_t gb2312 = 134;  // the charset, so that fonts are found

constexpr lxw_color_t header_grey = 0xD9D9D9;
constexpr lxw_color_t group_grey = 0xF2F2F2;
constexpr lxw_color_t link_blue = 0x1F4E79;

void set_font(lxw_format* format, const char* font, double points) {
  format_set_font_name(format, font);
  format_set_font_size(format, points);
  format_set_font_charset(format, gb2312);
}

lxw_format* format_of(lxw_workbook* workbook, const char* font, double points,
                      std::uint8_t across = LXW_ALIGN_CENTER) {
  lxw_format* format = workbook_add_format(workbook);
  set_font(format, font, points);
  format_set_align(format, across);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap(format);
  return format;
}

lxw_format* cell(lxw_workbook* workbook, std::uint8_t across,
                 double points = view::cell_points) {
  lxw_format* format = format_of(workbook, song, points, across);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

lxw_format* shaded(lxw_workbook* workbook, std::uint8_t across,
                   lxw_color_t grey, double points = view::header_points) {
  lxw_format* format = format_of(workbook, hei, points, across);
  format_set_bold(format);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_bg_color(format, grey);
  return format;
}

lxw_format* as_link(lxw_format* format) {
  format_set_font_color(format, link_blue);
  format_set_underline(format, LXW_UNDERLINE_SINGLE);
  return format;
}

}  // namespace

Formats::Formats(lxw_workbook* workbook) {
  // The workbook's own font measures its columns. Every office that reads
  // Chinese has 宋体; Calibri may be replaced by anything.
  set_font(STAILQ_FIRST(workbook->formats), song, 11);

  title = format_of(workbook, hei, 18);
  subtitle = format_of(workbook, song, view::header_points);
  note = format_of(workbook, song, view::cell_points, LXW_ALIGN_LEFT);
  header = shaded(workbook, LXW_ALIGN_CENTER, header_grey);
  prose = cell(workbook, LXW_ALIGN_LEFT);
  centred = cell(workbook, LXW_ALIGN_CENTER);
  prose_link = as_link(cell(workbook, LXW_ALIGN_LEFT));
  centred_link = as_link(cell(workbook, LXW_ALIGN_CENTER));
  group = shaded(workbook, LXW_ALIGN_LEFT, group_grey);
  signature = format_of(workbook, song, view::header_points, LXW_ALIGN_LEFT);
  way_back = as_link(workbook_add_format(workbook));
  set_font(way_back, song, view::cell_points);

  index_header = shaded(workbook, LXW_ALIGN_CENTER, header_grey, index_points);
  index_centred = cell(workbook, LXW_ALIGN_CENTER, index_points);
  index_link = as_link(cell(workbook, LXW_ALIGN_LEFT, index_points));
  index_centred_link = as_link(cell(workbook, LXW_ALIGN_CENTER, index_points));

  cover_title = format_of(workbook, hei, 28);
  cover_place = format_of(workbook, fang, 20);
  cover_label = format_of(workbook, fang, 16, LXW_ALIGN_DISTRIBUTED);
  cover_value = format_of(workbook, fang, 16, LXW_ALIGN_LEFT);
  format_set_indent(cover_value, 1);
  format_set_bottom(cover_value, LXW_BORDER_THIN);
}

}  // namespace catalog::emit
