#include <xlsxwriter.h>

#include <chrono>

#include "emit/emitters.h"
#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "emit/xlsx/workbook.h"
#include "emit/xlsx/workbook_file.h"

namespace catalog::emit {
namespace {

/// The start of a day, in seconds of Unix time.
std::time_t seconds_of(days::Date date) {
  using namespace std::chrono;
  const sys_days day = year(date.year) / date.month / date.day;
  return day.time_since_epoch() / seconds(1);
}

/// What the workbook says of itself. It is made when the catalog is dated, so
/// that it does not depend on the clock.
void set_properties(lxw_workbook* workbook,
                    const view::Publication& publication) {
  std::string title = cell_text(publication.title);
  std::string issuer = cell_text(publication.issuer);
  std::string place = cell_text(publication.place);
  std::string version = cell_text(publication.version);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.subject = place.data();
  properties.author = issuer.data();
  properties.company = issuer.data();
  properties.status = version.data();
  properties.created = seconds_of(publication.edition->date);
  require(workbook_set_properties(workbook, &properties), "docProps");
}

void write_sheets(const view::Publication& publication,
                  const std::filesystem::path& path, Extent extent) {
  const bool flows_back = extent == Extent::all;
  const Contents contents(publication, extent);
  WorkbookFile file(path);
  set_properties(file.get(), publication);
  const Formats formats(file.get());
  const Lists lists(publication, contents.lists);
  CellStore cells(file.get());
  const Book book{file.get(), &publication, &contents,
                  &formats,   &cells,       flows_back ? &lists : nullptr};
  write_cover(book);
  write_index(book);
  for (const auto* sheets :
       {&contents.domains, &contents.views, &contents.others})
    for (const TableSheet& sheet : *sheets) write_table(book, sheet);
  if (flows_back) {
    write_lists(book);
    write_record_page(book);
  }
  cells.hand_over(file.parts());
  if (flows_back) file.parts().hide_last_sheet();
  file.close();
}

}  // namespace

void write_workbook(const view::Publication& publication,
                    const std::filesystem::path& path) {
  write_sheets(publication, path, Extent::all);
}

void write_single_sheet(const view::Publication& publication,
                        const std::filesystem::path& path) {
  WorkbookFile file(path);
  set_properties(file.get(), publication);
  view::Publication bare = publication;
  bare.edition = nullptr;  // nothing else of it is shown
  Contents contents(bare);
  contents.index.clear();
  const Formats formats(file.get());
  CellStore cells(file.get());
  const Book book{file.get(), &bare, &contents, &formats, &cells};
  for (const TableSheet& sheet : contents.views) write_table(book, sheet);
  cells.hand_over(file.parts());
  file.close();
}

void xlsx(const view::Publication& publication, const Sink& sink) {
  sink.put_file("catalog.xlsx", [&](const std::filesystem::path& path) {
    write_workbook(publication, path);
  });
}

void tables(const view::Publication& publication, const Sink& sink) {
  sink.put_file("tables.xlsx", [&](const std::filesystem::path& path) {
    write_sheets(publication, path, Extent::domains);
  });
}

}  // namespace catalog::emit
