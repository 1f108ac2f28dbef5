#include "trip.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "../folder.h"
#include "emit/emitters.h"
#include "view/publication.h"
#include "workbook/read.h"

namespace catalog::testing {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<compile::Compilation> compiled(
    const fs::path& folder, const compile::Replacements& replaced = {}) {
  return compile::edition_in(folder, {}, replaced);
}

}  // namespace

std::string workbook_of(const resolve::Edition& edition) {
  const Folder folder;
  std::string bytes;
  emit::Sink sink;
  sink.put_file = [&](std::string_view path, const auto& write) {
    write(folder.path() / path);
    bytes = folder.read(path);
  };
  emit::xlsx(view::arrange(edition), sink);
  return bytes;
}

Trip::Trip(fs::path from) : folder(std::move(from)), run(compiled(folder)) {
  REQUIRE_FALSE(run->found.has_errors());
  bytes = workbook_of(run->edition);
  auto read = workbook::read(bytes);
  REQUIRE(std::holds_alternative<std::vector<workbook::Sheet>>(read));
  sheets = std::move(std::get<std::vector<workbook::Sheet>>(read));
  auto found = workbook::record_in(sheets);
  REQUIRE(std::holds_alternative<workbook::Record>(found));
  record = std::move(std::get<workbook::Record>(found));
}

sync::Plan Trip::plan(const std::vector<workbook::Sheet>& now) const {
  return sync::plan_of(record, sync::find_tables(record, now), run->edition,
                       run->tree);
}

sync::Effects Trip::effects(const sync::Plan& plan) const {
  const auto after = compiled(folder, plan.files);
  return sync::effects_of(record, plan, run->edition, after->edition);
}

std::vector<fs::path> repository_catalogs() {
  const fs::path root = CATALOG_SOURCE_DIR;
  std::vector<fs::path> all{root / "catalog"};
  for (const auto& each : fs::directory_iterator(root / "examples"))
    if (fs::exists(each.path() / "catalog.yaml")) all.push_back(each.path());
  std::sort(all.begin(), all.end());
  return all;
}

void put(workbook::Sheet& sheet, workbook::Position at, std::string text) {
  const auto found = std::lower_bound(
      sheet.cells.begin(), sheet.cells.end(), at,
      [](const workbook::Cell& cell, const workbook::Position& place) {
        return cell.at < place;
      });
  const bool is_there = found != sheet.cells.end() && found->at == at;
  if (text.empty()) {
    if (is_there) sheet.cells.erase(found);
  } else if (is_there) {
    found->text = std::move(text);
  } else {
    sheet.cells.insert(found, {at, std::move(text)});
  }
}

std::string text_at(const workbook::Sheet& sheet, workbook::Position at) {
  for (const workbook::Cell& cell : sheet.cells)
    if (cell.at == at) return cell.text;
  return {};
}

workbook::Sheet& sheet_named(std::vector<workbook::Sheet>& sheets,
                             const std::string& name) {
  const auto found =
      std::find_if(sheets.begin(), sheets.end(),
                   [&](const auto& each) { return each.name == name; });
  REQUIRE(found != sheets.end());
  return *found;
}

}  // namespace catalog::testing
