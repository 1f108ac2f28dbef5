#include "emit/xlsx/rows.h"

#include <doctest/doctest.h>

#include "../folder.h"
#include "emit/xlsx/formats.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/workbook_file.h"
#include "workbook/archive.h"

namespace catalog::emit {
namespace {

/// A sheet with cells of every kind, in an order that no reader has.
void fill(Sheet& sheet, const Formats& formats) {
  sheet.set_row(0, 16);
  sheet.set_row(1, 30.25);
  sheet.set_row(2, 15);          // the usual height
  sheet.set_row(3, 1227 / 7.0);  // no short number
  sheet.set_row(40, 20);         // without a cell
  sheet.write({1, 0, 1, 4}, "标题 & <标记>", formats.title);
  sheet.write({4, 1, 7, 1}, "合并", formats.prose);
  sheet.write({6, 1, 6, 1}, "再写一遍", formats.centred);
  sheet.write({4, 2, 5, 3}, "", formats.header);
  sheet.write_link({0, 0, 0, 0}, "返回索引", target_of("甲"), formats.way_back);
  sheet.write_link({8, 0, 9, 0}, "合并", "https://example.com/?a=1&b=2",
                   formats.prose_link, "提示");
  sheet.write({10, 0, 10, 0}, "", formats.prose);
  sheet.write({11, 0, 11, 0}, "", nullptr);  // nothing at all
  sheet.write({12, 27, 12, 27}, "没有格式", nullptr);
  sheet.write_number(13, 2, 12, formats.centred);
  sheet.write_number(14, 2, 0.1, formats.centred);
  sheet.write({33, 26, 33, 26}, "_x0041_\r\n", formats.prose);
  sheet.remark(33, 26, "批注");
  sheet.finish();
}

/// The parts of a workbook of two such sheets, written by the library or by
/// us.
std::vector<std::string> parts(bool by_library) {
  const testing::Folder folder;
  const std::string path = (folder.path() / "w.xlsx").string();
  WorkbookFile file(path);
  lxw_workbook* const workbook = file.get();
  lxw_doc_properties properties{};
  properties.created = 1;
  workbook_set_properties(workbook, &properties);
  const Formats formats(workbook);
  CellStore cells(workbook);
  for (const char* const name : {"甲", "乙"}) {
    Sheet sheet(workbook, name, by_library ? nullptr : &cells);
    fill(sheet, formats);
  }
  cells.hand_over(file.parts());
  file.close();
  auto archive = workbook::Archive::open(folder.read("w.xlsx"));
  std::vector<std::string> found;
  for (const char* const part :
       {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/sharedStrings.xml", "xl/styles.xml", "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml"})
    found.push_back(
        std::get<std::string>(std::get<workbook::Archive>(archive).read(part)));
  return found;
}

TEST_CASE("rows are written as the library writes them, byte for byte") {
  const auto ours = parts(false);
  const auto theirs = parts(true);
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    CAPTURE(i);
    CHECK(ours[i].size() > 100);
    CHECK(ours[i] == theirs[i]);
  }
}

}  // namespace
}  // namespace catalog::emit
