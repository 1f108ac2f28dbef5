// Any bytes as a file of an office: read or refused, without harm; and what is
// written of it is a catalog that can be read. Bytes that begin like a sheet or
// like shared strings are put into a workbook first, since random bytes are
// seldom a zip.

#include "import/import.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/sound.h"
#include "source/tree.h"
#include "syntax/read.h"

using namespace catalog;

namespace {

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFu;
  for (const char each : bytes) {
    sum ^= static_cast<unsigned char>(each);
    for (int bit = 0; bit < 8; ++bit)
      sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320u : 0);
  }
  return ~sum;
}

/// A zip whose entries are stored as they are.
class Zip {
 public:
  void add(std::string_view name, std::string_view bytes) {
    const std::size_t begin = bytes_.size();
    const auto entry = [&](std::string& to) {
      number(to, 20, 2);  // version needed
      number(to, 0, 8);   // flags, method, time, date
      number(to, checksum(bytes), 4);
      number(to, bytes.size(), 4);
      number(to, bytes.size(), 4);
      number(to, name.size(), 2);
      number(to, 0, 2);
    };
    bytes_ += "PK\3\4";
    entry(bytes_);
    bytes_ += name;
    bytes_ += bytes;
    directory_ += "PK\1\2";
    number(directory_, 20, 2);
    entry(directory_);
    number(directory_, 0, 10);  // comment, disk, attributes
    number(directory_, begin, 4);
    directory_ += name;
    ++entries_;
  }

  std::string finish() {
    const std::size_t begin = bytes_.size();
    bytes_ += directory_;
    bytes_ += "PK\5\6";
    number(bytes_, 0, 4);
    number(bytes_, entries_, 2);
    number(bytes_, entries_, 2);
    number(bytes_, directory_.size(), 4);
    number(bytes_, begin, 4);
    number(bytes_, 0, 2);
    return std::move(bytes_);
  }

 private:
  static void number(std::string& to, std::size_t value, int size) {
    for (; size > 0; --size, value >>= 8) to += static_cast<char>(value & 0xFF);
  }
  std::string bytes_, directory_;
  std::size_t entries_ = 0;
};

#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE \
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

std::string workbook_with(std::string_view sheet, std::string_view strings) {
  Zip zip;
  zip.add("_rels/.rels", "<Relationships xmlns=\"" RELATIONS
                         "\"><Relationship Id=\"a\" Type=\"" OFFICE
                         "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                         "</Relationships>");
  zip.add("xl/workbook.xml", "<workbook xmlns=\"" SHEET "\" xmlns:r=\"" OFFICE
                             "\"><sheets><sheet name=\"S\" sheetId=\"1\" "
                             "r:id=\"s\"/></sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"" RELATIONS
          "\"><Relationship Id=\"s\" Type=\"" OFFICE
          "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
          "Id=\"t\" Type=\"" OFFICE
          "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
  zip.add("xl/worksheets/sheet1.xml", sheet);
  zip.add("xl/sharedStrings.xml", strings);
  return zip.finish();
}

constexpr std::string_view some_strings =
    "<sst xmlns=\"" SHEET
    "\"><si><t>序号</t></si><si><t>一级事项</t></si><si><t>公开内容</t></si>"
    "<si><t>公开时限</t></si><si><t>公开主体</t></si><si><t>公开渠道</t></si>"
    "</sst>";
constexpr std::string_view some_sheet =
    "<worksheet xmlns=\"" SHEET
    "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
    "t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\">"
    "<v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>5</v>"
    "</c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>6"
    "</v></c><c r=\"C2\" t=\"s\"><v>7</v></c><c r=\"D2\" t=\"s\"><v>8</v></c>"
    "</row></sheetData></worksheet>";

import::Source source_of(std::string_view bytes){
    if (bytes.starts_with("<worksheet")) return {
        "义务教育领域.xlsx", workbook_with(bytes, some_strings)};
if (bytes.starts_with("<sst"))
  return {"义务教育领域.xlsx", workbook_with(some_sheet, bytes)};
return {"table", std::string(bytes)};
}  // namespace

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  import::Request request;
  request.sources.push_back(source_of(bytes));
  request.date = "2026-01-15";
  const auto outcome = import::catalog_in(std::move(request));
  const auto* result = std::get_if<import::Result>(&outcome);
  if (result == nullptr) return 0;
  fuzz::require(fuzz::is_well_formed(
      import::report_text(result->remarks, diagnostics::Language::zh)));
  fuzz::require(fuzz::is_well_formed(import::report_json(result->remarks)));
  fuzz::require((result->items == 0) == result->files.empty());
  source::SourceTree tree;
  diagnostics::Diagnostics found(diagnostics::Language::en);
  for (const import::WrittenFile& each : result->files)
    syntax::read(tree, tree.add(each.path, each.bytes), found);
  fuzz::require(!found.has_errors());
  return 0;
}
