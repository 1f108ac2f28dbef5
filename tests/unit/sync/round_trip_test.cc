#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "sync/plain.h"
#include "sync/values.h"
#include "trip.h"

namespace catalog::sync {
namespace {

using testing::put;
using testing::sheet_named;
using testing::text_at;
using testing::Trip;
using workbook::Position;
using workbook::PrintedTable;
using Kind = Decision::Kind;
using Sheets = std::vector<workbook::Sheet>;

std::size_t count(const Plan& plan, Kind kind) {
  return static_cast<std::size_t>(
      std::count_if(plan.decisions.begin(), plan.decisions.end(),
                    [&](const Decision& each) { return each.kind == kind; }));
}

bool is_quiet(const Plan& plan) {
  return plan.decisions.empty() && plan.additions.empty() &&
         plan.missing.empty() && plan.files.empty();
}

std::string first_off_ticked(std::string text, const PrintedTable& table) {
  const std::size_t at = text.find(table.off);
  if (at != text.npos) text.replace(at, table.off.size(), table.on);
  return text;
}

/// What an office might put into a cell instead; empty: nothing fits this one.
std::string edited(const PrintedTable& table, std::size_t column,
                   const std::string& text) {
  const std::string& value = table.columns[column].value;
  const std::string& as = table.columns[column].as;
  const std::string head = value.substr(0, value.find('.'));
  if (as == "tick") return text.empty() ? "√" : std::string();
  if (as == "boxes") {
    const std::string ticked = first_off_ticked(text, table);
    return ticked == text ? std::string() : ticked;
  }
  if (head == "name") return text.empty() ? text : text + "（修订）";
  if (head == "content") return text + "\n新的内容";
  if (head == "basis") return text + "\n《中华人民共和国档案法》第十条";
  if (head == "timing")
    return text.find('\n') == text.npos && text.find("：") == text.npos
               ? "信息形成或者变更之日起7个工作日内"
               : std::string();
  if (head == "body") return text.find("：") == text.npos ? "某某局" : "";
  if (head == "channels") return text + "、某某平台";
  if (value == "audience.group") return "√\n未成年人";
  if (head == "audience") return text + "；未成年人";
  if (head == "mode") return text == "依申请" ? "主动" : "依申请";
  if (head == "level") return text == "县级" ? "县级、乡级" : "县级";
  if (value == "supervision.url") return "https://example.com/x";
  if (value == "supervision.phone") return "11110000";
  if (head == "supervision") return "某某办公室\n" + text;
  if (head == "note" || head == "element") return text + "补充";
  if (head == "column") return text.empty() ? "政务公开>其他" : text + ">其他";
  if (value == "code" || value == "code.3") return text + "9";
  return {};
}

/// Where an item's cell stands in the sheet, if no other shares it.
std::optional<Position> own_cell(const PrintedTable& table, std::size_t row,
                                 std::size_t column) {
  const auto is_covered = [&](std::size_t i) {
    return i < table.rows.size() && table.rows[i].cells[column].covered;
  };
  const bool is_cut =
      row + 1 < table.rows.size() && table.rows[row + 1].goes_on;
  if (is_covered(row) || is_covered(row + 1) || is_cut ||
      table.rows[row].goes_on)
    return std::nullopt;
  return Position{table.rows[row].row, static_cast<std::uint32_t>(column)};
}

TEST_CASE("an untouched workbook changes nothing") {
  for (const auto& folder : testing::repository_catalogs()) {
    CAPTURE(folder.string());
    const Trip trip(folder);
    CHECK(is_quiet(trip.plan(trip.sheets)));
  }
}

TEST_CASE("one changed cell makes exactly one changed value") {
  std::set<std::string> kinds;
  for (const auto& folder : testing::repository_catalogs()) {
    const Trip trip(folder);
    const bool is_overlay = trip.run->base != nullptr;
    for (const PrintedTable& table : trip.record.tables)
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto& kind = table.columns[column];
        const std::string key =
            kind.value + "|" + kind.as + (is_overlay ? "|overlay" : "");
        if (!field_of(kind.value) || kinds.contains(key)) continue;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
          const auto at = own_cell(table, row, column);
          if (!at) continue;
          Sheets now = trip.sheets;
          workbook::Sheet& sheet = sheet_named(now, table.sheet);
          const std::string text = edited(table, column, text_at(sheet, *at));
          if (text.empty()) continue;
          put(sheet, *at, text);
          const Plan plan = trip.plan(now);
          const std::string where =
              folder.string() + " " + key + " " + table.rows[row].item;
          CAPTURE(where);
          REQUIRE(plan.decisions.size() == 1);
          CAPTURE(plan.decisions[0].why.en);
          CHECK(plan.decisions[0].kind == Kind::edit);
          CHECK_FALSE(plan.is_broken);
          CHECK(plan.files.size() >= 1);
          const Effects effects = trip.effects(plan);
          CHECK(effects.elsewhere.empty());
          CHECK(effects.reworded.empty());
          kinds.insert(key);
          break;
        }
      }
  }
  // The layouts of the repository show at least these.
  for (const char* each :
       {"name.1|text", "name.2|text", "content|lines", "basis|lines",
        "timing|text", "body|text", "channels|boxes", "audience.public|tick",
        "audience.group|text", "mode.proactive|tick", "mode.on-request|tick",
        "level.county|tick", "supervision|lines"}) {
    CAPTURE(each);
    CHECK((kinds.contains(each) ||
           kinds.contains(std::string(each) + "|overlay")));
  }
}

/// Where a table's rows begin and end in its sheet.
struct Body {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
Body body_of(const PrintedTable& table) {
  return {table.rows.front().row, table.rows.back().row};
}

/// Puts rows of a sheet elsewhere: `to` gives the new place of each, or none.
template <class To>
void move_rows(workbook::Sheet& sheet, To to) {
  workbook::Sheet moved = sheet;
  moved.cells.clear();
  for (workbook::Cell cell : sheet.cells)
    if (const std::optional<std::uint32_t> row = to(cell.at.row)) {
      cell.at.row = *row;
      moved.cells.push_back(std::move(cell));
    }
  std::stable_sort(moved.cells.begin(), moved.cells.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  sheet = std::move(moved);
}

const Trip& national() {
  static const Trip trip(std::filesystem::path(CATALOG_SOURCE_DIR) / "catalog");
  return trip;
}

/// A table with several rows, one a row of the sheet.
const PrintedTable& table_of(const Trip& trip) {
  for (const PrintedTable& table : trip.record.tables) {
    const bool is_plain =
        std::none_of(table.rows.begin(), table.rows.end(),
                     [](const auto& row) { return row.goes_on; });
    if (is_plain && table.rows.size() > 6 && table.kind == "domain")
      return table;
  }
  FAIL("no table");
  return trip.record.tables.front();
}

std::size_t column_of(const PrintedTable& table, std::string_view value) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].value == value) return i;
  FAIL("no column");
  return 0;
}

/// Leaves only decisions that are about more than numbers.
bool has_only_numbers(const Plan& plan) {
  return std::all_of(plan.decisions.begin(), plan.decisions.end(),
                     [](const Decision& each) {
                       return each.change.kind().value == "number" &&
                              each.kind == Kind::locked;
                     });
}

TEST_CASE("sorted rows are known by their ids") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  const Body body = body_of(table);
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.merges.clear();  // programs ask for that before they sort
  move_rows(sheet, [&](std::uint32_t row) -> std::optional<std::uint32_t> {
    if (row < body.first || row > body.last) return row;
    return body.first + body.last - row;
  });
  const Plan plan = trip.plan(now);
  CHECK(has_only_numbers(plan));
  CHECK(plan.additions.empty());
  CHECK(plan.missing.empty());
  CHECK(plan.files.empty());
}

TEST_CASE("rows sorted without their ids are known by what they say") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  const Body body = body_of(table);
  const auto id_column = static_cast<std::uint32_t>(table.columns.size());
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.merges.clear();
  std::map<std::uint32_t, std::string> ids;
  for (auto row = body.first; row <= body.last; ++row)
    ids[row] = text_at(sheet, {row, id_column});
  move_rows(sheet, [&](std::uint32_t row) -> std::optional<std::uint32_t> {
    if (row < body.first || row > body.last) return row;
    return body.first + body.last - row;
  });
  for (const auto& [row, id] : ids) put(sheet, {row, id_column}, id);
  const Plan plan = trip.plan(now);
  CHECK(has_only_numbers(plan));
  CHECK(plan.additions.empty());
  CHECK(plan.missing.empty());
}

TEST_CASE("elements keep the levels and audiences that they have") {
  const Trip trip(std::filesystem::path(CATALOG_SOURCE_DIR) /
                  "tests/cases/emit/element-parts");
  const PrintedTable& table = trip.record.tables.front();
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  const Position at{table.rows.front().row,
                    static_cast<std::uint32_t>(column_of(table, "content"))};
  put(sheet, at, text_at(sheet, at) + "\n新的内容");
  const Plan plan = trip.plan(now);
  REQUIRE(plan.files.size() == 1);
  const std::string& bytes = plan.files.begin()->second;
  CHECK(bytes.find("levels: [town]") != bytes.npos);
  CHECK(bytes.find("audience: {group: 受灾群众}") != bytes.npos);
  CHECK(bytes.find("新的内容") != bytes.npos);
}

TEST_CASE("an edited cell is found after the rows were sorted") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  const Body body = body_of(table);
  const auto timing = static_cast<std::uint32_t>(column_of(table, "timing"));
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.merges.clear();
  put(sheet, {body.first, timing}, "信息形成或者变更之日起2个工作日内");
  move_rows(sheet, [&](std::uint32_t row) -> std::optional<std::uint32_t> {
    if (row < body.first || row > body.last) return row;
    return body.first + body.last - row;
  });
  const Plan plan = trip.plan(now);
  REQUIRE(count(plan, Kind::edit) == 1);
  for (const Decision& each : plan.decisions)
    if (each.kind == Kind::edit) {
      CHECK(each.change.item() == table.rows.front().item);
      CHECK(each.change.at == Position{body.last, timing});
    }
}

TEST_CASE("a deleted row is reported and deletes nothing") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  const std::uint32_t gone = table.rows[2].row;
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.merges.clear();
  move_rows(sheet, [&](std::uint32_t row) -> std::optional<std::uint32_t> {
    if (row == gone) return std::nullopt;
    return row > gone ? row - 1 : row;
  });
  const Plan plan = trip.plan(now);
  CHECK(has_only_numbers(plan));
  CHECK(plan.files.empty());
  REQUIRE(plan.missing.size() == 1);
  CHECK(plan.missing[0].item == table.rows[2].item);
}

TEST_CASE("an inserted row becomes an item at the end of its domain's file") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  const std::uint32_t at = table.rows[3].row;
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.merges.clear();
  move_rows(sheet, [&](std::uint32_t row) -> std::optional<std::uint32_t> {
    return row >= at ? row + 1 : row;
  });
  const auto say = [&](std::string_view value, std::string text) {
    put(sheet, {at, static_cast<std::uint32_t>(column_of(table, value))},
        std::move(text));
  };
  say("name.1", "新的一级");
  say("name.2", "新的二级");
  say("content", "第一项\n第二项");
  say("basis", "《中华人民共和国政府信息公开条例》第二十条");
  say("timing", "信息形成或者变更之日起5个工作日内");
  say("body", "某某新局");
  say("channels", "■政府网站\n□政府公报");
  say("audience.public", "√");
  say("mode.proactive", "√");
  say("level.county", "√");
  const Plan plan = trip.plan(now);
  CHECK(plan.decisions.empty());
  REQUIRE(plan.additions.size() == 1);
  CHECK(plan.additions[0].why.en == "");
  CHECK(plan.additions[0].item == table.id + "/xinde-erji");
  CHECK(plan.new_bodies == std::vector<std::string>{"某某新局"});
  CHECK_FALSE(plan.is_broken);
  CHECK(plan.files.size() == 2);
  CHECK(trip.effects(plan).elsewhere.empty());
  for (const auto& [path, bytes] : plan.files) {
    if (path == "bodies.yaml") continue;
    CHECK(bytes.find("disclosure-regulation 第二十条") != bytes.npos);
    CHECK(bytes.find("channels: [website]") != bytes.npos);
  }
}

TEST_CASE("a renamed sheet and a moved column are found again") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  Sheets now = trip.sheets;
  workbook::Sheet& sheet = sheet_named(now, table.sheet);
  sheet.name = "改过的名称";
  for (workbook::Cell& cell : sheet.cells) ++cell.at.column;
  for (workbook::Merge& merge : sheet.merges) {
    ++merge.first.column;
    ++merge.last.column;
  }
  CHECK(is_quiet(trip.plan(now)));
}

TEST_CASE("a sheet that is gone deletes nothing") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  Sheets now = trip.sheets;
  std::erase_if(now,
                [&](const auto& sheet) { return sheet.name == table.sheet; });
  CHECK(is_quiet(trip.plan(now)));
  const auto tables = find_tables(trip.record, now);
  CHECK(std::count_if(tables.begin(), tables.end(),
                      [](const auto& each) { return each.is_gone; }) == 1);
}

TEST_CASE("columns that are not to be edited are refused") {
  const Trip& trip = national();
  const PrintedTable& table = table_of(trip);
  Sheets now = trip.sheets;
  put(sheet_named(now, table.sheet), {table.rows[0].row, 0}, "99");
  const Plan plan = trip.plan(now);
  CHECK(count(plan, Kind::locked) == 1);
  CHECK(plan.files.empty());
}

TEST_CASE("a cell that the record lost is known by its hash, or a conflict") {
  Trip trip(std::filesystem::path(CATALOG_SOURCE_DIR) / "catalog");
  const PrintedTable& table = table_of(trip);
  const auto timing = static_cast<std::uint32_t>(column_of(table, "timing"));
  Sheets now = trip.sheets;
  put(sheet_named(now, table.sheet), {table.rows[0].row, timing}, "即时");
  // Somebody replaced words in all sheets, the hidden one too.
  trip.record.texts[table.rows[0].cells[timing].text] = "即时";
  // The source still says what was printed.
  const Plan plan = trip.plan(now);
  CHECK(count(plan, Kind::edit) >= 1);
  CHECK(count(plan, Kind::conflict) == 0);
  // It does not, or nobody knows.
  trip.record.hashes[table.rows[0].cells[timing].text] = "0";
  const Plan unknown = trip.plan(now);
  CHECK(count(unknown, Kind::edit) == 0);
  CHECK(count(unknown, Kind::conflict) >= 1);
}

TEST_CASE("a workbook without its hidden sheet is not ours") {
  Sheets now = national().sheets;
  std::erase_if(now, [](const auto& sheet) {
    return sheet.name == workbook::record_sheet;
  });
  const auto record = workbook::record_in(now);
  REQUIRE(std::holds_alternative<workbook::RecordFault>(record));
  CHECK(std::get<workbook::RecordFault>(record) ==
        workbook::RecordFault::missing);
}

TEST_CASE("a hidden sheet that was cut or scribbled over is damaged") {
  const Trip& trip = national();
  for (std::uint32_t row = 0; row < 12; ++row) {
    Sheets now = trip.sheets;
    workbook::Sheet& sheet =
        sheet_named(now, std::string(workbook::record_sheet));
    put(sheet, {row, 1}, "|~zz 9 |||");
    const auto record = workbook::record_in(now);
    if (const auto* read = std::get_if<workbook::Record>(&record))
      find_tables(*read, now);  // whatever it says, nothing falls over
  }
}

}  // namespace
}  // namespace catalog::sync
