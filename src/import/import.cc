#include "import/import.h"

#include <map>
#include <optional>
#include <utility>

#include "import/csv.h"
#include "import/grid.h"
#include "import/header.h"
#include "import/html.h"
#include "import/items.h"
#include "import/tables.h"
#include "import/text.h"
#include "unicode/utf8.h"
#include "workbook/archive.h"
#include "workbook/read.h"
#include "workbook/record.h"

namespace catalog::import {
namespace {

using Sheets = std::vector<workbook::Sheet>;
using workbook::Fault;
using workbook::Refused;

constexpr RemarkKind hidden_sheet{
    "hidden-sheet",
    Sure::likely,
    {"a hidden sheet was left out{}", "隐藏的工作表，未导入{}"}};
constexpr RemarkKind hidden_cells{
    "hidden-cells",
    Sure::likely,
    {"hidden rows or columns were imported like the others{}",
     "有隐藏的行或列，已一并导入{}"}};
constexpr RemarkKind no_table{
    "no-table",
    Sure::likely,
    {"no table with a header that is known{}", "没有可识别表头的表格{}"}};
constexpr RemarkKind cut{"too-large-table",
                         Sure::unsure,
                         {"larger than a table may be: the rest was left out{}",
                          "表格过大，超出部分未导入{}"}};

/// The compound file of before 2007, and of workbooks with a password.
Refused refusal_of_compound(std::string_view bytes) {
  // The name of a stream, in UTF-16.
  std::string name;
  for (const char each : std::string_view("EncryptedPackage")) {
    name += each;
    name += '\0';
  }
  const bool is_encrypted = bytes.find(name) != bytes.npos;
  return {is_encrypted ? Fault::encrypted : Fault::old_format, {}};
}

std::variant<Sheets, Refused> sheets_in(std::string bytes) {
  if (bytes.starts_with("PK")) return workbook::read(std::move(bytes));
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refusal_of_compound(bytes);
  if (bytes.size() > workbook::max_file_bytes)
    return Refused{Fault::too_large, {}};
  const auto text = text_of_bytes(bytes);
  if (!text) return Refused{Fault::other_format, {}};
  if (is_html(*text)) return html_sheets(*text);
  if (bytes.starts_with("%PDF") || text->starts_with("{\\rtf"))
    return Refused{Fault::other_format, {}};
  Sheets sheets;
  if (auto sheet = csv_sheet(bytes)) sheets.push_back(std::move(*sheet));
  return sheets;
}

/// A file's name without its ending, as a title.
std::string stem_of(const std::string& name) {
  return name.substr(0, name.rfind('.'));
}

/// Takes away the hidden column that our own workbooks have beside a table:
/// the ids in it by row.
std::map<std::uint32_t, std::string> take_ids(workbook::Sheet& sheet) {
  std::map<std::uint32_t, std::string> ids;
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    if (!sheet.cells[i].text.starts_with(workbook::id_column_mark)) continue;
    const workbook::Position head = sheet.cells[i].at;
    std::erase_if(sheet.cells, [&](const workbook::Cell& cell) {
      if (cell.at.column != head.column) return false;
      if (cell.at.row > head.row) ids.emplace(cell.at.row, cell.text);
      return true;
    });
    std::erase(sheet.hidden_columns, head.column);
    break;
  }
  return ids;
}

void read_sheet(workbook::Sheet& written, const std::string& file,
                Imported& imported, Result& result) {
  if (written.name == workbook::record_sheet) return;
  const auto ids = take_ids(written);
  if (written.cells.empty()) return;
  const auto right_way_round = turned(written);
  const workbook::Sheet& sheet = right_way_round ? *right_way_round : written;
  const Grid grid(sheet, file);
  const Place begin = grid.place(0, 0);
  if (sheet.hidden) return result.remarks.add(hidden_sheet, begin, {});
  if (!sheet.hidden_rows.empty() || !sheet.hidden_columns.empty())
    result.remarks.add(hidden_cells, begin, {});
  if (grid.is_cut()) result.remarks.add(cut, begin, {});
  const std::string file_domain = domain_in(stem_of(file));
  const SheetReading reading =
      read_tables(grid, file_domain, right_way_round ? decltype(ids)() : ids,
                  result.remarks);
  if (reading.tables.empty())
    result.remarks.add(no_table, begin, grid.text(0, 0));
  if (imported.title.empty()) imported.title = reading.title;
  if (imported.issuer.empty()) imported.issuer = reading.issuer;
  for (const Table& table : reading.tables) {
    ++result.tables;
    for (const Row& row : table.rows) result.cells_read += row.texts.size();
    add_items(table, file_domain, imported, result.remarks);
  }
}

}  // namespace

std::variant<Result, Rejected> catalog_in(Request request) {
  Result result{{}, Remarks(request.language), 0, 0, 0};
  Imported imported;
  imported.title = request.title;
  std::optional<Base> base;
  if (request.base != nullptr)
    base = base_of(*request.base, request.reference, imported);
  Manifest manifest;
  manifest.date = request.date;
  for (Source& source : request.sources) {
    auto read = sheets_in(std::move(source.bytes));
    if (const auto* why = std::get_if<Refused>(&read))
      return Rejected{source.name, *why};
    for (workbook::Sheet& sheet : std::get<Sheets>(read))
      read_sheet(sheet, source.name, imported, result);
    manifest.sources += (manifest.sources.empty() ? "" : "、") + source.name;
  }
  result.items = imported.items.size();
  if (imported.items.empty()) return result;
  if (imported.title.empty()) {
    const std::string& first = request.sources.front().name;
    imported.title = printed(trimmed(stem_of(first)));
    if (!contains(imported.title, "目录"))
      imported.title += "基层政务公开标准目录";
  }
  imported.title = std::string(unicode::prefix(imported.title, 200));
  if (!base) {
    result.files = source_of(imported, manifest);
    return result;
  }
  const Overlay overlay = overlay_of(imported, *base, request.weaker,
                                     request.equal, result.remarks);
  for (const Departure& each : overlay.adjust)
    for (const std::string& key : each.keys)
      result.adjusted.emplace(base->items[each.base].id, key);
  result.own_items = overlay.own.size();
  result.missing = overlay.missing.size();
  for (const Departure& each : overlay.adjust)
    result.changed += each.says_something() ? 1 : 0;
  result.files = source_of(imported, *base, overlay, manifest);
  return result;
}

diagnostics::Words words_of(Fault fault) {
  switch (fault) {
    case Fault::encrypted:
      return {"it is protected by a password: save it without one",
              "文件设有密码：请另存为不带密码的文件"};
    case Fault::old_format:
      return {
          "it is in the format of before 2007 (.xls, .et): save it as .xlsx",
          "文件是 2007 年以前的格式（.xls、.et）：请另存为 .xlsx"};
    case Fault::other_format:
      return {
          "it is no workbook (.xlsx), no table of text (.csv) and no page "
          "(.html)",
          "它不是工作簿（.xlsx）、文本表格（.csv）或网页（.html）"};
    case Fault::damaged:
      return {
          "it is damaged or not whole: open it in its program and save it "
          "again",
          "文件已损坏或不完整：请用原软件打开后重新保存"};
    case Fault::too_large:
      return {
          "it is larger than a workbook may be (64 MiB packed, 384 MiB "
          "unpacked)",
          "文件过大（压缩后不得超过 64 MiB，解压后不得超过 384 MiB）"};
    case Fault::inflates:
      return {
          "a part of it unpacks to over 200 times its size, as no table "
          "does",
          "其中一部分解压后膨胀 200 倍以上，不是正常的表格"};
    case Fault::has_declarations:
      return {"a part of it declares a document type, as no workbook does",
              "其中一部分含有文档类型声明，不是正常的工作簿"};
    case Fault::too_deep:
      return {"a part of it is nested deeper than 100 elements",
              "其中一部分的嵌套超过 100 层"};
    case Fault::too_many_cells:
      return {"it has more than 2,000,000 cells with something in them",
              "有内容的单元格超过 200 万个"};
  }
  return {"", ""};
}

}  // namespace catalog::import
