#include "workbook/read.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "unicode/utf8.h"
#include "workbook/archive.h"
#include "workbook/formats.h"
#include "workbook/xml.h"

namespace catalog::workbook {
namespace {

constexpr std::size_t max_merges = 200'000;
constexpr std::size_t max_sheets = 1'000;

/// `_x000D_`: a character that XML has no place for, as UTF-16 (ECMA-376 part
/// 1, 22.9.2.19). What only looks like it is written `_x005F_`.
void append_unescaped(std::string& text, std::string_view written) {
  while (!written.empty()) {
    const std::size_t at = written.find("_x");
    text += written.substr(0, at);
    if (at == written.npos) return;
    written.remove_prefix(at);
    unsigned value = 0;
    const char* digits = written.data() + 2;
    const bool is_escape =
        written.size() >= 7 && written[6] == '_' &&
        std::from_chars(digits, digits + 4, value, 16).ptr == digits + 4;
    if (is_escape && (value < 0xD800 || value > 0xDFFF))
      unicode::append(text, value);
    else
      text += written.substr(0, is_escape ? 7 : 2);
    written.remove_prefix(is_escape ? 7 : 2);
  }
}

/// The text of an `<si>` or `<is>`: its runs in order, without the readings
/// printed above them.
std::string text_of(pugi::xml_node holder) {
  std::string text;
  for (const pugi::xml_node each : holder) {
    if (is_named(each, "t")) append_unescaped(text, each.child_value());
    if (is_named(each, "r"))
      append_unescaped(text, child(each, "t").child_value());
  }
  return text;
}

/// `AB12` as a place; letters or digits may be missing (`A:A`, `1:1`).
std::optional<Position> position_of(std::string_view reference) {
  std::uint32_t column = 0, row = 0;
  std::size_t at = 0;
  for (; at < reference.size(); ++at) {
    const char each = reference[at];
    if (each == '$') continue;
    if (each < 'A' || each > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(each - 'A' + 1);
    if (column > max_columns) return std::nullopt;
  }
  for (; at < reference.size(); ++at) {
    const char each = reference[at];
    if (each == '$') continue;
    if (each < '0' || each > '9') return std::nullopt;
    row = row * 10 + static_cast<std::uint32_t>(each - '0');
    if (row > max_rows) return std::nullopt;
  }
  if (row == 0 || column == 0) return std::nullopt;
  return Position{row - 1, column - 1};
}

std::optional<std::uint32_t> index_of(std::string_view number) {
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || value == 0 || value > max_rows)
    return std::nullopt;
  return value - 1;
}

/// A part's path from the folder of the part that names it.
std::string path_from(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path(folder);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash =
        path.size() < 2 ? path.npos : path.rfind('/', path.size() - 2);
    path.erase(slash == path.npos ? 0 : slash + 1);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return path.append(target);
}

/// One part's links to others: by id, and by the last word of their type.
struct Relations {
  std::map<std::string, std::string, std::less<>> by_id;
  std::map<std::string, std::string, std::less<>> by_type;
};

/// Reads a workbook; the first thing that keeps it from being read ends it.
class Reader {
 public:
  explicit Reader(Archive archive) : archive_(std::move(archive)) {}

  std::variant<std::vector<Sheet>, Refused> read() {
    std::vector<Sheet> sheets;
    if (read_all(sheets)) return sheets;
    return *refused_;
  }

 private:
  bool refuse(Fault why, std::string part) {
    if (!refused_) refused_ = Refused{why, std::move(part)};
    return false;
  }

  /// The tree of a part; nothing, and the reason kept, where there is none.
  std::optional<Xml> tree_of(const std::string& part) {
    auto bytes = archive_.read(part);
    if (const auto* refused = std::get_if<Refused>(&bytes)) {
      refuse(refused->why, refused->part);
      return std::nullopt;
    }
    auto xml = Xml::parse(std::move(std::get<std::string>(bytes)), part);
    if (const auto* refused = std::get_if<Refused>(&xml)) {
      refuse(refused->why, refused->part);
      return std::nullopt;
    }
    return std::move(std::get<Xml>(xml));
  }

  bool read_relations(const std::string& part, Relations& relations) {
    const std::size_t slash = part.rfind('/');
    const std::string folder =
        slash == part.npos ? "" : part.substr(0, slash + 1);
    const std::string file =
        folder + "_rels/" +
        (slash == part.npos ? part : part.substr(slash + 1)) + ".rels";
    const auto xml = tree_of(file);
    if (!xml) return false;
    for (const pugi::xml_node each : xml->root()) {
      if (attribute(each, "TargetMode") == "External") continue;
      const std::string path = path_from(folder, attribute(each, "Target"));
      std::string_view type = attribute(each, "Type");
      type.remove_prefix(type.rfind('/') + 1);
      relations.by_id.emplace(attribute(each, "Id"), path);
      relations.by_type.emplace(type, path);
    }
    return true;
  }

  bool read_all(std::vector<Sheet>& sheets) {
    Relations outer, inner;
    if (!read_relations("", outer)) return false;
    const auto main = outer.by_type.find("officeDocument");
    if (main == outer.by_type.end()) return refuse(Fault::damaged, "_rels");
    if (!main->second.ends_with(".xml") ||
        main->second.find("workbook") == std::string::npos)
      return refuse(Fault::other_format, main->second);
    if (!read_relations(main->second, inner)) return false;
    const auto book = tree_of(main->second);
    if (!book || !read_strings(inner) || !read_formats(inner)) return false;
    from_1904_ =
        is_true(attribute(child(book->root(), "workbookPr"), "date1904"));
    for (const pugi::xml_node each : child(book->root(), "sheets")) {
      if (sheets.size() == max_sheets) return refuse(Fault::too_large, {});
      const auto part = inner.by_id.find(id_of(each));
      if (part == inner.by_id.end())
        return refuse(Fault::damaged, main->second);
      if (part->second.find("worksheets/") == std::string::npos) continue;
      Sheet sheet;
      sheet.name = attribute(each, "name");
      sheet.hidden = !attribute(each, "state").empty() &&
                     attribute(each, "state") != "visible";
      if (!read_sheet(part->second, sheet)) return false;
      sheets.push_back(std::move(sheet));
    }
    return true;
  }

  /// `r:id`, beside `sheetId`: the one with a prefix.
  static std::string_view id_of(pugi::xml_node sheet) {
    for (const pugi::xml_attribute each : sheet.attributes()) {
      const std::string_view name = each.name();
      if (name.ends_with(":id")) return each.value();
    }
    return {};
  }

  bool read_strings(const Relations& relations) {
    const auto part = relations.by_type.find("sharedStrings");
    if (part == relations.by_type.end()) return true;
    const auto xml = tree_of(part->second);
    if (!xml) return false;
    for (const pugi::xml_node each : xml->root())
      if (is_named(each, "si")) strings_.push_back(text_of(each));
    return true;
  }

  bool read_formats(const Relations& relations) {
    const auto part = relations.by_type.find("styles");
    if (part == relations.by_type.end()) return true;
    const auto xml = tree_of(part->second);
    if (!xml) return false;
    formats_ = NumberFormats(xml->root());
    return true;
  }

  std::string value_of(pugi::xml_node cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return text_of(child(cell, "is"));
    const std::string_view value = child(cell, "v").child_value();
    if (type == "s") {
      std::size_t index = strings_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "e") return {};  // a formula's error: nobody wrote it
    if (type == "b") return is_true(value) ? "TRUE" : "FALSE";
    if (type == "str") {
      std::string text;
      append_unescaped(text, value);
      return text;
    }
    if (value.empty()) return {};
    return formats_.text_of(value, attribute(cell, "s"), from_1904_);
  }

  bool read_row(pugi::xml_node row, std::uint32_t number, Sheet& sheet) {
    std::uint32_t next = 0;
    for (const pugi::xml_node each : row) {
      if (!is_named(each, "c")) continue;
      const auto written = position_of(attribute(each, "r"));
      const Position at{number, written ? written->column : next};
      next = at.column + 1;
      std::string text = value_of(each);
      if (text.empty() || at.column >= max_columns) continue;
      // One shared text may stand in every cell.
      text_bytes_ += text.size();
      if (++cells_ > max_cells || text_bytes_ > max_unpacked_bytes)
        return refuse(Fault::too_many_cells, {});
      sheet.cells.push_back({at, std::move(text)});
    }
    return true;
  }

  bool read_sheet(const std::string& part, Sheet& sheet) {
    const auto xml = tree_of(part);
    if (!xml) return false;
    for (const pugi::xml_node each : child(xml->root(), "cols")) {
      const auto first = index_of(attribute(each, "min"));
      const auto last = index_of(attribute(each, "max"));
      if (!first || !last || !is_true(attribute(each, "hidden"))) continue;
      for (auto i = *first; i <= *last && i < max_columns; ++i)
        sheet.hidden_columns.push_back(i);
    }
    std::uint32_t next = 0;
    for (const pugi::xml_node each : child(xml->root(), "sheetData")) {
      if (!is_named(each, "row")) continue;
      const std::uint32_t row = index_of(attribute(each, "r")).value_or(next);
      if (row >= max_rows) return refuse(Fault::damaged, part);
      next = row + 1;
      if (is_true(attribute(each, "hidden"))) sheet.hidden_rows.push_back(row);
      if (!read_row(each, row, sheet)) return false;
    }
    for (const pugi::xml_node each : child(xml->root(), "mergeCells")) {
      if (sheet.merges.size() == max_merges)
        return refuse(Fault::too_large, part);
      const std::string_view reference = attribute(each, "ref");
      const std::size_t colon = reference.find(':');
      if (colon == reference.npos) continue;
      const auto first = position_of(reference.substr(0, colon));
      const auto last = position_of(reference.substr(colon + 1));
      if (first && last && first->row <= last->row &&
          first->column <= last->column)
        sheet.merges.push_back({*first, *last});
    }
    put_in_order(sheet);
    return true;
  }

  static void put_in_order(Sheet& sheet) {
    const auto by_place = [](const Cell& a, const Cell& b) {
      return a.at < b.at;
    };
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), by_place);
    const auto same = [](const Cell& a, const Cell& b) { return a.at == b.at; };
    sheet.cells.erase(std::unique(sheet.cells.begin(), sheet.cells.end(), same),
                      sheet.cells.end());
    std::sort(sheet.hidden_rows.begin(), sheet.hidden_rows.end());
    std::sort(sheet.hidden_columns.begin(), sheet.hidden_columns.end());
  }

  Archive archive_;
  std::optional<Refused> refused_;
  std::vector<std::string> strings_;
  NumberFormats formats_;
  bool from_1904_ = false;
  std::size_t cells_ = 0;
  std::uint64_t text_bytes_ = 0;
};

/// What an archive is that is no workbook of ours.
std::optional<Refused> other_kind(const Archive& archive) {
  if (archive.has("_rels/.rels")) return std::nullopt;
  const bool is_other =
      archive.has("mimetype") || archive.has("META-INF/manifest.xml");
  return Refused{is_other ? Fault::other_format : Fault::damaged, {}};
}

}  // namespace

std::variant<std::vector<Sheet>, Refused> read(std::string bytes) {
  auto opened = Archive::open(std::move(bytes));
  if (const auto* refused = std::get_if<Refused>(&opened)) return *refused;
  Archive& archive = std::get<Archive>(opened);
  if (const auto other = other_kind(archive)) return *other;
  return Reader(std::move(archive)).read();
}

}  // namespace catalog::workbook
