#include <doctest/doctest.h>
#include <zip.h>

#include <filesystem>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "../folder.h"
#include "emit/emitters.h"
#include "emit/xlsx/sheet_names.h"
#include "emit/xlsx/text.h"
#include "sample.h"
#include "source/failure.h"

namespace catalog::emit {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const view::Publication& publication,
                     const Emitter& emitter = emitters[0]) {
  const testing::Folder folder;
  std::string bytes;
  Sink sink;
  sink.put_file = [&](std::string_view path, const auto& write) {
    const fs::path at = folder.path() / path;
    write(at);
    bytes = folder.read(path);
    const auto files = std::distance(fs::directory_iterator(folder.path()),
                                     fs::directory_iterator());
    CHECK(files == 1);  // nothing of the library's own is left
  };
  emitter.emit(publication, sink);
  return bytes;
}

/// A workbook read back: its parts, and its sheets' cells by address.
class Workbook {
 public:
  explicit Workbook(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source =
        zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = zip_open_from_source(source, ZIP_CHECKCONS, &error);
    REQUIRE(archive != nullptr);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i)
      read_part(archive, static_cast<zip_uint64_t>(i));
    zip_close(archive);
    for (const auto item : part("xl/sharedStrings.xml").child("sst"))
      strings_.push_back(item.child("t").text().get());
    for (const auto sheet :
         part("xl/workbook.xml").child("workbook").child("sheets"))
      names_.push_back(sheet.attribute("name").value());
  }

  const std::vector<std::string>& names() const { return names_; }
  const pugi::xml_document& part(const std::string& name) const {
    return parts_.at(name);
  }
  pugi::xml_node sheet(const std::string& name) const {
    const auto at = std::find(names_.begin(), names_.end(), name);
    REQUIRE(at != names_.end());
    return part("xl/worksheets/sheet" +
                std::to_string(at - names_.begin() + 1) + ".xml")
        .child("worksheet");
  }
  std::string cell(const std::string& name, const std::string& at) const {
    for (const auto row : sheet(name).child("sheetData"))
      for (const auto each : row)
        if (each.attribute("r").value() == at) {
          if (std::string_view(each.attribute("t").value()) == "s")
            return strings_[each.child("v").text().as_uint()];
          return each.child("v").text().get();
        }
    return "(none)";
  }
  std::set<std::string> merges(const std::string& name) const {
    std::set<std::string> all;
    for (const auto each : sheet(name).child("mergeCells"))
      all.insert(each.attribute("ref").value());
    return all;
  }
  std::string defined(const std::string& name, int sheet) const {
    for (const auto each :
         part("xl/workbook.xml").child("workbook").child("definedNames"))
      if (each.attribute("name").value() == name &&
          each.attribute("localSheetId").as_int() == sheet)
        return each.text().get();
    return "(none)";
  }
  const std::map<std::string, pugi::xml_document>& parts() const {
    return parts_;
  }
  const std::vector<std::string>& strings() const { return strings_; }

 private:
  void read_part(zip_t* archive, zip_uint64_t index) {
    zip_stat_t about;
    REQUIRE(zip_stat_index(archive, index, 0, &about) == 0);
    REQUIRE(about.size > 0);
    std::string text(about.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    REQUIRE(zip_fread(file, text.data(), about.size) ==
            static_cast<zip_int64_t>(about.size));
    zip_fclose(file);
    const auto result = parts_[about.name].load_buffer(
        text.data(), text.size(),
        pugi::parse_default | pugi::parse_ws_pcdata_single);
    CHECK(result);
  }

  std::map<std::string, pugi::xml_document> parts_;
  std::vector<std::string> strings_;
  std::vector<std::string> names_;
};

TEST_CASE("the same publication gives the same bytes") {
  const auto made = sample();
  CHECK(bytes_of(made->publication) == bytes_of(made->publication));
}

TEST_CASE("sheets come in order, under legal names") {
  const Workbook workbook(bytes_of(sample()->publication));
  CHECK(workbook.names() ==
        std::vector<std::string>{"封面", "索引", "义务教育",
                                 "个人全生命周期［出生／入学］", "公开依据",
                                 "_lists", "_catalog"});
}

TEST_CASE("text is text, and no cell is a formula") {
  const Workbook workbook(bytes_of(sample()->publication));
  for (const auto& [name, part] : workbook.parts())
    if (name.starts_with("xl/worksheets/"))
      CHECK(part.select_nodes("//f").empty());
  CHECK(workbook.cell("义务教育", "C14") == hostile_texts[0]);
  CHECK(workbook.cell("义务教育", "C15") == hostile_texts[1]);
  CHECK(workbook.cell("义务教育", "C16") == "_x005F_x0041_x005F_x0042_");
  CHECK(workbook.cell("义务教育", "C17") == hostile_texts[3]);
  CHECK(workbook.cell("义务教育", "C19") == hostile_texts[4]);
}

TEST_CASE("the table stands in its layout") {
  const Workbook workbook(bytes_of(sample()->publication));
  const auto merges = workbook.merges("义务教育");
  CHECK(workbook.cell("义务教育", "A2") == "义务教育领域基层政务公开标准目录");
  CHECK(merges.contains("A2:N2"));
  CHECK(merges.contains("A5:A6"));    // 序号, over both header rows
  CHECK(merges.contains("B5:C5"));    // 公开事项
  CHECK(merges.contains("B7:B10"));   // 一级事项 over a page's rows
  CHECK(merges.contains("B13:C13"));  // a missing second level
  CHECK(workbook.cell("义务教育", "B6") == "一级事项");
  CHECK(workbook.cell("义务教育", "I7") == "√");
  CHECK(workbook.cell("义务教育", "H7").starts_with("■政府网站　"));
  CHECK(workbook.cell("个人全生命周期［出生／入学］", "A6") == "出生");
  CHECK(workbook.merges("个人全生命周期［出生／入学］").contains("A6:N6"));
}

TEST_CASE("what is higher than a row takes several, merged") {
  const Workbook workbook(bytes_of(sample()->publication));
  const auto merges = workbook.merges("义务教育");
  CHECK(merges.contains("D17:D18"));
  CHECK(merges.contains("N17:N18"));
  for (const auto row : workbook.sheet("义务教育").child("sheetData"))
    CHECK(row.attribute("ht").as_double() <= 409);
}

TEST_CASE("the header is frozen on screen and repeated in print") {
  const Workbook workbook(bytes_of(sample()->publication));
  const auto sheet = workbook.sheet("义务教育");
  const auto pane = sheet.child("sheetViews").child("sheetView").child("pane");
  CHECK(pane.attribute("xSplit").as_int() == 3);
  CHECK(pane.attribute("ySplit").as_int() == 6);
  CHECK(std::string(pane.attribute("state").value()) == "frozen");
  CHECK(workbook.defined("_xlnm.Print_Titles", 2) == "'义务教育'!$5:$6");
  CHECK(workbook.defined("_xlnm.Print_Area", 2) == "'义务教育'!$A$2:$N$26");
  const auto setup = sheet.child("pageSetup");
  CHECK(setup.attribute("paperSize").as_int() == 8);
  CHECK(std::string(setup.attribute("orientation").value()) == "landscape");
  CHECK(setup.attribute("fitToHeight").as_int(-1) == 0);
  CHECK(std::string(sheet.child("headerFooter").child("oddFooter").text().get())
            .ends_with("第 &P 页 共 &N 页"));
}

TEST_CASE("rows are filtered by the leaf header, the hidden ids with them") {
  const Workbook workbook(bytes_of(sample()->publication));
  CHECK(std::string(workbook.sheet("义务教育")
                        .child("autoFilter")
                        .attribute("ref")
                        .value())
            .starts_with("A6:"));
  CHECK(std::string(workbook.sheet("公开依据")
                        .child("autoFilter")
                        .attribute("ref")
                        .value()) == "A3:D5");
}

TEST_CASE("below a merged cell its text stands again for the filter") {
  const Workbook workbook(bytes_of(sample()->publication));
  CHECK(workbook.cell("义务教育", "B8") == workbook.cell("义务教育", "B7"));
}

TEST_CASE("cells offer what may stand in them, from a hidden sheet") {
  auto made = sample();
  static const model::Layout layout;
  made->publication.domains[0].layout = &layout;
  const Workbook workbook(bytes_of(made->publication));
  std::map<std::string, std::string> lists;
  for (const auto each : workbook.sheet("义务教育").child("dataValidations"))
    lists[each.attribute("sqref").value()] =
        each.child("formula1").text().get();
  CHECK(lists["I7:I25"] == "\"√\"");
  CHECK(workbook.cell("_lists", "D2") == "主动");
  CHECK(workbook.cell("_lists", "E3") == "省级");
  const auto sheets =
      workbook.part("xl/workbook.xml").child("workbook").child("sheets");
  for (const auto sheet : sheets) {
    const std::string name = sheet.attribute("name").value();
    const std::string state = sheet.attribute("state").value();
    if (name == "_lists") CHECK(state == "hidden");
    if (name == "_catalog") CHECK(state == "veryHidden");
  }
}

TEST_CASE("a workbook to attach has its domains' tables and nothing hidden") {
  auto made = sample();
  static const model::Layout layout;
  made->publication.domains[0].layout = &layout;
  const auto tables =
      std::find_if(std::begin(emitters), std::end(emitters),
                   [](const Emitter& each) { return each.name == "tables"; });
  const Workbook workbook(bytes_of(made->publication, *tables));
  CHECK(workbook.names() ==
        std::vector<std::string>{"封面", "索引", "义务教育"});
  const Workbook whole(bytes_of(made->publication));
  const std::string name = workbook.cell("义务教育", "B7");
  CHECK(name == whole.cell("义务教育", "B7"));
  CHECK(name != "(none)");
  for (const auto sheet :
       workbook.part("xl/workbook.xml").child("workbook").child("sheets"))
    CHECK(!sheet.attribute("state"));
  const auto sheet = workbook.sheet("义务教育");
  CHECK(!sheet.child("dataValidations"));
  for (const auto column : sheet.child("cols"))
    CHECK(!column.attribute("hidden"));
}

TEST_CASE("a note longer than a note may be says that it goes on") {
  auto made = sample();
  view::Cell& cell = made->publication.domains[0].rows[0].cells[3];
  for (int i = 0; i < 33'000; ++i) cell.remark += "注";
  const Workbook workbook(bytes_of(made->publication));
  const auto comments = workbook.part("xl/comments1.xml").select_nodes("//t");
  REQUIRE(comments.size() == 1);
  const std::string text = comments[0].node().text().get();
  CHECK(text.ends_with("（后文从略，全文见网站和 catalog.json）"));
  CHECK(utf16_units(text) < 32'767);
}

TEST_CASE("statistics are numbers, with a chart beside them") {
  auto made = sample();
  view::Table& table = made->publication.statistics;
  table.kind = view::Table::Kind::statistics;
  table.id = "statistics";
  table.name = table.title = "统计";
  for (std::uint32_t i = 0; i < 3; ++i) {
    const std::string title = i == 0 ? "序号" : i == 1 ? "领域" : "事项数";
    table.header.push_back({title, 0, i, 1, 1});
    table.columns.emplace_back().title = title;
  }
  const auto add = [&](std::string name, std::string count) {
    table.rows.emplace_back().cells = {{"1", {}}, {name, {}}, {count, {}}};
  };
  add("义务教育", "12");
  add("医疗卫生", "7");
  add("合计", "19");
  view::measure(table);
  const Workbook workbook(bytes_of(made->publication));
  CHECK(workbook.cell("统计", "C4") == "12");
  const auto& chart = workbook.part("xl/charts/chart1.xml");
  const auto values = chart.select_nodes("//c:val//c:f");
  REQUIRE(values.size() == 1);
  CHECK(std::string(values[0].node().text().get()) == "'统计'!$C$4:$C$5");
  CHECK(
      std::string(chart.select_nodes("//c:cat//c:f")[0].node().text().get()) ==
      "'统计'!$B$4:$B$5");
}

TEST_CASE("links lead to the sheets and back, and never to a script") {
  const Workbook workbook(bytes_of(sample()->publication));
  std::set<std::string> targets;
  for (const auto each : workbook.sheet("索引").child("hyperlinks"))
    targets.insert(each.attribute("location").value());
  CHECK(targets == std::set<std::string>{"'封面'!A1", "'义务教育'!A1",
                                         "'个人全生命周期［出生／入学］'!A1",
                                         "'公开依据'!A1"});
  const auto back =
      workbook.sheet("义务教育").child("hyperlinks").first_child();
  CHECK(std::string(back.attribute("ref").value()) == "A1");
  CHECK(std::string(back.attribute("location").value()) == "'索引'!A1");
  targets.clear();
  for (const auto each : workbook.sheet("公开依据").child("hyperlinks"))
    targets.insert(each.attribute("ref").value());
  CHECK(targets == std::set<std::string>{"A1", "C4", "D4", "C5"});
  CHECK(workbook.cell("公开依据", "D5") == "javascript:alert(1)");
}

TEST_CASE("the index counts the items") {
  const Workbook workbook(bytes_of(sample()->publication));
  CHECK(workbook.cell("索引", "B5") == "义务教育");
  CHECK(workbook.cell("索引", "C5") == "12");
  CHECK(workbook.cell("索引", "A6") == "合计");
}

TEST_CASE("the workbook says whose and of when it is") {
  const Workbook workbook(bytes_of(sample()->publication));
  const auto core =
      workbook.part("docProps/core.xml").child("cp:coreProperties");
  CHECK(std::string(core.child("dc:title").text().get()) ==
        "温州市瓯海区基层政务公开标准目录");
  CHECK(std::string(core.child("dc:creator").text().get()) ==
        "瓯海区人民政府办公室");
  CHECK(std::string(core.child("dcterms:created").text().get()) ==
        "2026-01-15T00:00:00Z");
}

TEST_CASE("a text longer than a cell may be is refused, not cut") {
  auto made = sample();
  std::string text = "a";
  for (int i = 0; i < 32'766; ++i) text += "\u0301";  // takes no room
  made->publication.laws.rows[0].cells[1].text = text;
  const Workbook workbook(bytes_of(made->publication));
  CHECK((workbook.cell("公开依据", "B4") == text));
  made->publication.laws.rows[0].cells[1].text = text + "b";
  CHECK_THROWS_AS(bytes_of(made->publication), source::Failure);
}

TEST_CASE("a folder that takes no files is a failure") {
  const auto made = sample();
  Sink sink;
  sink.put_file = [](std::string_view, const auto& write) {
    write("/nonexistent/catalog.xlsx");
  };
  CHECK_THROWS_AS(xlsx(made->publication, sink), source::Failure);
}

TEST_CASE("names of sheets are legal and unlike") {
  SheetNames names;
  CHECK(names.give("甲") == "甲");
  CHECK(names.give("甲") == "甲（2）");
  CHECK(names.give("a/b:c*d?e[f]\\g") == "a／b：c＊d？e［f］＼g");
  CHECK(names.give("History") == "History_");
  CHECK(names.give("'quoted'") == "’quoted’");
  CHECK(names.give("") == "表");
  CHECK(names.give("ABC") == "ABC");
  CHECK(names.give("abc") == "abc（2）");
  std::string astral;
  for (int i = 0; i < 20; ++i) astral += "𠀀";
  CHECK(utf16_units(names.give(astral)) == 30);
  CHECK(utf16_units(names.give(astral)) <= 31);
}

TEST_CASE("text is escaped only where a workbook would read it otherwise") {
  CHECK(cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(cell_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_");
  CHECK(cell_text("_x00G1_ _x41_ _") == "_x00G1_ _x41_ _");
  CHECK(cell_text("a\x01\x0B"
                  "b\uFFFE") == "ab");
  CHECK(cell_text("a\r\nb\rc") == "a\nb\nc");
  CHECK(page_text("甲&乙\n丙") == "甲&&乙 丙");
}

}  // namespace
}  // namespace catalog::emit
