#include "emit/xlsx/lists_page.h"

#include <fmt/format.h>

#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"

namespace catalog::emit {

Lists::Lists(const view::Publication& publication, std::string sheet)
    : sheet_(std::move(sheet)),
      all_{{"公开主体", {}},
           {"公开渠道和载体", {}},
           {"公开渠道和载体（方框）", {}},
           {"公开方式", {}},
           {"公开层级", {}}} {
  const resolve::Edition& edition = *publication.edition;
  for (const auto* tables : {&publication.domains, &publication.views})
    for (const view::Table& table : *tables)
      if (on_.empty() && table.layout != nullptr) on_ = table.layout->glyphs.on;
  const std::vector<bool> is_listed = edition.listed_bodies();
  for (std::size_t i = 0; i < edition->bodies.size(); ++i)
    if (is_listed[i])
      all_[bodies].texts.emplace_back(edition[edition->bodies.id(i)].name.text);
  for (const model::Channel& channel : edition->channels) {
    all_[channels].texts.emplace_back(channel.name.text);
    all_[boxes].texts.push_back(on_ + std::string(channel.name.text));
  }
  for (const model::Mode mode :
       {model::Mode::proactive, model::Mode::on_request, model::Mode::withheld})
    all_[modes].texts.emplace_back(chinese(mode));
  for (const model::Level level : model::all_levels)
    all_[levels].texts.emplace_back(chinese(level));
}

std::string Lists::range_of(Place place) const {
  const std::size_t rows = all_[place].texts.size();
  if (rows == 0) return {};
  return fmt::format("='{0}'!${1}$2:${1}${2}", sheet_,
                     static_cast<char>('A' + place), rows + 1);
}

std::string Lists::for_column(const view::Table& table,
                              const view::Column& column) const {
  if (column.as == model::As::tick)
    return std::string(table.layout->glyphs.tick);
  if (column.value == "body") return range_of(bodies);
  if (column.value == "mode") return range_of(modes);
  if (column.value == "level") return range_of(levels);
  if (column.value != "channels") return {};
  if (column.as != model::As::boxes) return range_of(channels);
  return table.layout->glyphs.on == on_ ? range_of(boxes) : std::string();
}

void write_lists(const Book& book) {
  Sheet sheet(book.workbook, book.contents->lists, book.cells);
  sheet.hide();
  std::uint32_t column = 0;
  for (const Lists::List& list : book.lists->all()) {
    std::uint32_t row = 0;
    sheet.set_column(column, 30);
    const auto put = [&](std::string_view text, lxw_format* format) {
      sheet.write({row, column, row, column}, text, format);
      ++row;
    };
    put(list.title, book.formats->header);
    for (const std::string& text : list.texts) put(text, book.formats->prose);
    ++column;
  }
  sheet.finish();
}

}  // namespace catalog::emit
