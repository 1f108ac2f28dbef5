#include "workbook/record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "source/hash.h"
#include "unicode/classes.h"
#include "unicode/plain.h"
#include "unicode/utf8.h"

namespace catalog::workbook {
namespace {

// One row of the hidden sheet says one thing; its first cell says which.
constexpr std::string_view mark = "catalog-record";
constexpr std::string_view format = "1";
constexpr std::string_view catalog_row = "catalog";
constexpr std::string_view version_row = "version";
constexpr std::string_view date_row = "date";
constexpr std::string_view edition_row = "edition";
constexpr std::string_view place_row = "place-below";
constexpr std::string_view build_row = "build";
constexpr std::string_view table_row = "table";
constexpr std::string_view columns_row = "columns";
constexpr std::string_view rows_row = "rows";
constexpr std::string_view hashes_row = "hashes";
constexpr std::string_view texts_row = "texts";

/// Cells are kept well below what a cell may hold.
constexpr std::size_t chunk = 30'000;
constexpr std::uint32_t cells_a_row = 250;
constexpr std::size_t most_units = 32'767;
constexpr std::size_t hash_digits = 12;
constexpr int base = 36;

void append_number(std::string& text, std::uint32_t number) {
  std::array<char, 8> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  text.append(digits.data(), end.ptr);
}

/// Puts down the rows of the hidden sheet.
class RecordWriter {
 public:
  explicit RecordWriter(const PutCell& put) : put_(put) {}

  void begin(std::string_view what) {
    ++row_;
    column_ = 0;
    what_ = what;
    put_(row_, column_++, what);
  }
  /// One more cell; a long row goes on in the next.
  void add(std::string_view text) {
    if (column_ == cells_a_row) begin(what_);
    if (!text.empty()) put_(row_, column_, text);
    ++column_;
  }
  void say(std::string_view what, std::string_view text) {
    begin(what);
    add(text);
  }

 private:
  const PutCell& put_;
  std::uint32_t row_ = ~0u;
  std::uint32_t column_ = 0;
  std::string_view what_;
};

/// `item|row|cells[|whole]`: of cells, `~` marks the covered; without an item,
/// it goes on with the one above.
void append_row(std::string& text, const PrintedTable& table,
                std::uint32_t index, std::size_t& whole) {
  const PrintedRow& row = table.rows[index];
  if (!row.goes_on) text += row.item;
  text += '|';
  append_number(text, row.row);
  text += '|';
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) text += ' ';
    if (row.cells[i].covered) text += '~';
    append_number(text, row.cells[i].text);
  }
  for (; whole < table.whole.size() && table.whole[whole].row == index;
       ++whole) {
    text += '|';
    append_number(text, table.whole[whole].column);
    text += ' ';
    append_number(text, table.whole[whole].text);
  }
}

void write_table(const PrintedTable& table, RecordWriter& out) {
  out.begin(table_row);
  for (const std::string* each :
       {&table.sheet, &table.kind, &table.id, &table.layout, &table.on,
        &table.off, &table.tick})
    out.add(*each);
  out.add(table.open_is_optional ? "1" : "0");
  out.add(table.has_dashes ? "1" : "0");
  std::string header;
  append_number(header, table.header);
  out.add(header);
  out.begin(columns_row);
  for (const PrintedColumn& each : table.columns)
    out.add(each.value + "|" + each.as + "|" + each.title);
  out.begin(rows_row);
  std::string rows;
  std::size_t whole = 0;
  for (std::uint32_t i = 0; i < table.rows.size(); ++i) {
    if (rows.size() > chunk - 2'000) {
      out.add(rows);
      rows.clear();
    }
    if (!rows.empty()) rows += '\n';
    append_row(rows, table, i, whole);
  }
  if (!rows.empty()) out.add(rows);
}

std::size_t units_of(std::string_view text) {
  if (text.size() <= most_units) return text.size();
  std::size_t units = 0;
  for (const char32_t each : unicode::CodePoints(text))
    units += each > 0xFFFF ? 2 : 1;
  return units;
}

// --- Reading. --------------------------------------------------------------

using Lines =
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>>;

/// The rows of the hidden sheet: what each says, and its cells behind that.
Lines lines_of(const Sheet& sheet) {
  Lines lines;
  std::uint32_t row = ~0u;
  for (const Cell& cell : sheet.cells) {
    if (cell.at.row != row) lines.emplace_back();
    row = cell.at.row;
    if (cell.at.column > cells_a_row) continue;
    if (cell.at.column == 0) {
      lines.back().first = cell.text;
      continue;
    }
    auto& cells = lines.back().second;
    if (cells.size() < cell.at.column) cells.resize(cell.at.column);
    cells[cell.at.column - 1] = cell.text;
  }
  return lines;
}

/// Takes the text before a separator off the front.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto end =
      std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (text.empty() || end.ec != std::errc() ||
      end.ptr != text.data() + text.size())
    return std::nullopt;
  return number;
}

class RecordReader {
 public:
  explicit RecordReader(const Sheet& sheet) : lines_(lines_of(sheet)) {}

  std::variant<Record, RecordFault> read() {
    if (lines_.empty() || lines_[0].first != mark) return RecordFault::damaged;
    if (at(0, 0) != format) return RecordFault::other_format;
    std::size_t texts = 1;
    record_.texts.emplace_back();
    record_.hashes.push_back(text_hash(""));
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (!read_line(i, texts)) return RecordFault::damaged;
    record_.texts.resize(record_.hashes.size());
    for (const PrintedTable& table : record_.tables)
      if (!is_whole(table)) return RecordFault::damaged;
    if (record_.catalog.empty() || record_.tables.empty())
      return RecordFault::damaged;
    return std::move(record_);
  }

 private:
  std::string_view at(std::size_t line, std::size_t cell) const {
    const auto& cells = lines_[line].second;
    return cell < cells.size() ? cells[cell] : std::string_view();
  }

  bool read_line(std::size_t i, std::size_t& texts) {
    const std::string_view what = lines_[i].first;
    if (what == catalog_row) record_.catalog = at(i, 0);
    if (what == version_row) record_.version = at(i, 0);
    if (what == date_row) record_.date = at(i, 0);
    if (what == edition_row) record_.edition = at(i, 0);
    if (what == place_row) record_.is_of_place_below = at(i, 0) == "1";
    if (what == build_row) record_.build = at(i, 0);
    if (what == table_row) return read_table(i);
    if (what == columns_row) return read_columns(i);
    if (what == rows_row) return read_rows(i);
    if (what == hashes_row) return read_hashes(i);
    if (what == texts_row) read_texts(i, texts);
    return true;
  }

  bool read_table(std::size_t i) {
    PrintedTable& table = record_.tables.emplace_back();
    table.sheet = at(i, 0);
    table.kind = at(i, 1);
    table.id = at(i, 2);
    table.layout = at(i, 3);
    table.on = at(i, 4);
    table.off = at(i, 5);
    table.tick = at(i, 6);
    table.open_is_optional = at(i, 7) == "1";
    table.has_dashes = at(i, 8) == "1";
    const auto header = number_in(at(i, 9));
    if (header) table.header = *header;
    return header.has_value();
  }

  bool read_columns(std::size_t i) {
    if (record_.tables.empty()) return false;
    for (std::string_view each : lines_[i].second) {
      PrintedColumn& column = record_.tables.back().columns.emplace_back();
      column.value = take(each, '|');
      column.as = take(each, '|');
      column.title = each;
    }
    return true;
  }

  bool read_rows(std::size_t i) {
    if (record_.tables.empty()) return false;
    for (std::string_view chunk_of_rows : lines_[i].second)
      while (!chunk_of_rows.empty())
        if (!read_row(take(chunk_of_rows, '\n'), record_.tables.back()))
          return false;
    return true;
  }

  static bool read_row(std::string_view text, PrintedTable& table) {
    PrintedRow row;
    row.item = take(text, '|');
    row.goes_on = row.item.empty();
    if (row.goes_on) {
      if (table.rows.empty()) return false;
      row.item = table.rows.back().item;
    }
    const auto place = number_in(take(text, '|'));
    if (!place) return false;
    row.row = *place;
    std::string_view cells = take(text, '|');
    while (!cells.empty()) {
      std::string_view cell = take(cells, ' ');
      const bool covered = cell.starts_with('~');
      if (covered) cell.remove_prefix(1);
      const auto number = number_in(cell);
      if (!number || row.cells.size() == table.columns.size()) return false;
      row.cells.push_back({*number, covered});
    }
    while (!text.empty()) {
      std::string_view pair = take(text, '|');
      const auto column = number_in(take(pair, ' ')), whole = number_in(pair);
      if (!column || !whole) return false;
      table.whole.push_back(
          {static_cast<std::uint32_t>(table.rows.size()), *column, *whole});
    }
    table.rows.push_back(std::move(row));
    return true;
  }

  bool read_hashes(std::size_t i) {
    for (const std::string_view each : lines_[i].second) {
      if (each.size() % hash_digits != 0) return false;
      for (std::size_t k = 0; k < each.size(); k += hash_digits)
        record_.hashes.emplace_back(each.substr(k, hash_digits));
    }
    return true;
  }

  void read_texts(std::size_t i, std::size_t& texts) {
    std::uint32_t cells = 0;
    for (const std::string_view each : lines_[i].second) {
      record_.texts.resize(std::max(record_.texts.size(), texts + cells + 1));
      record_.texts[texts + cells] = record_.kept.emplace_back(each);
      ++cells;
    }
    texts += cells_a_row - 1;
  }

  /// Whether all that a table names is there.
  bool is_whole(const PrintedTable& table) const {
    const std::size_t texts = record_.hashes.size();
    for (const PrintedRow& row : table.rows) {
      if (row.cells.size() != table.columns.size()) return false;
      for (const PrintedCell& cell : row.cells)
        if (cell.text >= texts) return false;
    }
    return std::all_of(
        table.whole.begin(), table.whole.end(), [&](const WholeText& each) {
          return each.text < texts && each.column < table.columns.size();
        });
  }

  Lines lines_;
  Record record_;
};

}  // namespace

bool Record::is_sound(std::uint32_t text) const {
  return text_hash(texts[text]) == hashes[text];
}

std::string text_hash(std::string_view text) {
  return source::hash(text).substr(0, hash_digits);
}

std::string readable(std::string_view text) {
  if (unicode::is_surely_plain(text)) return std::string(text);
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto point = unicode::decode(text, i);
    if (point.value == U'\r') {
      if (text.substr(i + 1, 1) != "\n") kept += '\n';
    } else if (!unicode::is_control(point.value)) {
      unicode::append(kept, point.value);
    }
    i += point.size;
  }
  return kept;
}

void write_record(const Record& record, const PutCell& put) {
  RecordWriter out(put);
  out.say(mark, format);
  out.say(catalog_row, record.catalog);
  out.say(version_row, record.version);
  out.say(date_row, record.date);
  out.say(edition_row, record.edition);
  out.say(place_row, record.is_of_place_below ? "1" : "0");
  out.say(build_row, record.build);
  for (const PrintedTable& table : record.tables) write_table(table, out);
  out.begin(hashes_row);
  std::string hashes;
  for (std::size_t i = 1; i < record.hashes.size(); ++i) {
    hashes += record.hashes[i];
    if (hashes.size() + hash_digits > chunk || i + 1 == record.hashes.size()) {
      out.add(hashes);
      hashes.clear();
    }
  }
  out.begin(texts_row);
  for (std::size_t i = 1; i < record.texts.size(); ++i)
    out.add(units_of(record.texts[i]) > most_units ? std::string_view()
                                                   : record.texts[i]);
}

std::string build_of(const Record& record) {
  source::Hasher hasher;
  write_record(record,
               [&](std::uint32_t row, std::uint32_t, std::string_view text) {
                 hasher.add(std::to_string(row));
                 hasher.add(text);
                 hasher.add("\n");
               });
  return hasher.hex();
}

std::variant<Record, RecordFault> record_in(const std::vector<Sheet>& sheets) {
  for (const Sheet& sheet : sheets)
    if (sheet.name == record_sheet) return RecordReader(sheet).read();
  return RecordFault::missing;
}

}  // namespace catalog::workbook
