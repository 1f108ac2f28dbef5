#include <xlsxwriter.h>

#include <chrono>
#include <memory>

#include "emit/emitters.h"
#include "emit/xlsx/pages.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "emit/xlsx/workbook.h"

namespace catalog::emit {
namespace {

struct Freeing {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};

using Workbook = std::unique_ptr<lxw_workbook, Freeing>;

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

/// Opens a workbook to be written there.
Workbook opened(const view::Publication& publication,
                const std::filesystem::path& path) {
  // Temporary files beside the workbook: where that has room, they have.
  std::string folder = path.parent_path().string();
  if (folder.empty()) folder = ".";
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  Workbook workbook(workbook_new_opt(path.c_str(), &options));
  if (!workbook) require(LXW_ERROR_MEMORY_MALLOC_FAILED, path.string());
  set_properties(workbook.get(), publication);
  return workbook;
}

void write_sheets(const view::Publication& publication,
                  const std::filesystem::path& path, Extent extent) {
  const bool flows_back = extent == Extent::all;
  const Contents contents(publication, extent);
  Workbook workbook = opened(publication, path);
  const Formats formats(workbook.get());
  const Lists lists(publication, contents.lists);
  CellStore cells(workbook.get());
  const Book book{workbook.get(), &publication, &contents,
                  &formats,       &cells,       flows_back ? &lists : nullptr};
  write_cover(book);
  write_index(book);
  for (const auto* sheets :
       {&contents.domains, &contents.views, &contents.others})
    for (const TableSheet& sheet : *sheets) write_table(book, sheet);
  if (flows_back) {
    write_lists(book);
    write_record_page(book);
  }
  cells.hand_over();
  require(workbook_close(workbook.release()), path.string());
  if (flows_back) hide_record_page(path);
}

}  // namespace

void write_workbook(const view::Publication& publication,
                    const std::filesystem::path& path) {
  write_sheets(publication, path, Extent::all);
}

void write_single_sheet(const view::Publication& publication,
                        const std::filesystem::path& path) {
  Workbook workbook = opened(publication, path);
  view::Publication bare = publication;
  bare.edition = nullptr;  // nothing else of it is shown
  Contents contents(bare);
  contents.index.clear();
  const Formats formats(workbook.get());
  CellStore cells(workbook.get());
  const Book book{workbook.get(), &bare, &contents, &formats, &cells};
  for (const TableSheet& sheet : contents.views) write_table(book, sheet);
  cells.hand_over();
  require(workbook_close(workbook.release()), path.string());
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
