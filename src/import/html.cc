#include "import/html.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr std::size_t max_depth = 30;
constexpr std::size_t max_span = 1'000;

char lower(char each) {
  return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each;
}

std::string lowered(std::string_view text) {
  std::string all(text);
  std::transform(all.begin(), all.end(), all.begin(), lower);
  return all;
}

bool is_space(char each) {
  return each == ' ' || each == '\t' || each == '\n' || each == '\r' ||
         each == '\f';
}

/// The entities that tables of offices have.
char32_t named_entity(std::string_view name) {
  static const std::map<std::string_view, char32_t> known = {
      {"amp", U'&'},      {"lt", U'<'},     {"gt", U'>'},     {"quot", U'"'},
      {"apos", U'\''},    {"nbsp", 0xA0},   {"ensp", 0x2002}, {"emsp", 0x2003},
      {"thinsp", 0x2009}, {"middot", U'·'}, {"bull", U'•'},   {"ldquo", U'“'},
      {"rdquo", U'”'},    {"lsquo", U'‘'},  {"rsquo", U'’'},  {"mdash", U'—'},
      {"ndash", U'–'},    {"hellip", U'…'}, {"times", U'×'},  {"radic", U'√'},
      {"copy", U'©'},     {"pound", U'£'},  {"thorn", U'þ'},  {"loz", U'◊'},
      {"sect", U'§'},     {"deg", U'°'},    {"zwnj", 0x200C}, {"zwj", 0x200D},
      {"uml", U'¨'}};
  const auto found = known.find(name);
  return found == known.end() ? 0 : found->second;
}

std::string with_entities(std::string_view text) {
  std::string read;
  while (!text.empty()) {
    const std::size_t at = text.find('&');
    read += text.substr(0, at);
    if (at == text.npos) break;
    text.remove_prefix(at);
    const std::size_t end = text.find(';');
    char32_t value = 0;
    if (end != text.npos && end > 1 && end < 12) {
      const std::string_view name = text.substr(1, end - 1);
      if (name.starts_with('#')) {
        const bool is_hex = name.size() > 1 && lower(name[1]) == 'x';
        const std::string_view digits = name.substr(is_hex ? 2 : 1);
        unsigned number = 0;
        const auto [last, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(),
                            number, is_hex ? 16 : 10);
        if (error == std::errc() && last == digits.data() + digits.size() &&
            number > 0 && number <= 0x10FFFF &&
            (number < 0xD800 || number > 0xDFFF))
          value = number;
      } else {
        value = named_entity(name);
      }
    }
    if (value != 0) {
      unicode::append(read, value);
      text.remove_prefix(end + 1);
    } else {
      read += '&';
      text.remove_prefix(1);
    }
  }
  return read;
}

/// A tag with the attributes that matter here.
struct Tag {
  std::string name;
  bool closes = false;
  std::size_t colspan = 1;
  std::size_t rowspan = 1;
};

std::size_t span_of(std::string_view value) {
  std::size_t number = 1;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return std::clamp<std::size_t>(number, 1, max_span);
}

/// Reads the tag that begins at `<`; `rest` is what follows it.
Tag take_tag(std::string_view& rest) {
  Tag tag;
  std::size_t at = 1;
  if (at < rest.size() && rest[at] == '/') {
    tag.closes = true;
    ++at;
  }
  const std::size_t begin = at;
  while (at < rest.size() && !is_space(rest[at]) && rest[at] != '>' &&
         rest[at] != '/')
    ++at;
  tag.name = lowered(rest.substr(begin, at - begin));
  while (at < rest.size() && rest[at] != '>') {
    while (at < rest.size() && (is_space(rest[at]) || rest[at] == '/')) ++at;
    const std::size_t name_begin = at;
    while (at < rest.size() && !is_space(rest[at]) && rest[at] != '=' &&
           rest[at] != '>' && rest[at] != '/')
      ++at;
    const std::string name = lowered(rest.substr(name_begin, at - name_begin));
    while (at < rest.size() && is_space(rest[at])) ++at;
    if (at >= rest.size() || rest[at] != '=') {
      if (name.empty() && at < rest.size() && rest[at] != '>') ++at;
      continue;
    }
    ++at;
    while (at < rest.size() && is_space(rest[at])) ++at;
    std::string_view value;
    if (at < rest.size() && (rest[at] == '"' || rest[at] == '\'')) {
      const std::size_t end = rest.find(rest[at], at + 1);
      value = rest.substr(at + 1, end == rest.npos ? end : end - at - 1);
      at = end == rest.npos ? rest.size() : end + 1;
    } else {
      const std::size_t value_begin = at;
      while (at < rest.size() && !is_space(rest[at]) && rest[at] != '>') ++at;
      value = rest.substr(value_begin, at - value_begin);
    }
    if (name == "colspan") tag.colspan = span_of(value);
    if (name == "rowspan") tag.rowspan = span_of(value);
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return tag;
}

/// A table that is being read; cells take the next free place of their row.
class TableBuilder {
 public:
  explicit TableBuilder(std::string title) : title_(std::move(title)) {}

  void open_row() {
    close_cell();
    if (has_row_) ++row_;
    has_row_ = true;
    column_ = 0;
  }

  void open_cell(const Tag& tag) {
    close_cell();
    if (!has_row_) open_row();
    while (taken_.contains({row_, column_})) ++column_;
    colspan_ = tag.colspan;
    rowspan_ = tag.rowspan;
    is_open_ = true;
  }

  void close_cell() {
    if (!is_open_) return;
    is_open_ = false;
    const auto last_row = row_ + static_cast<std::uint32_t>(rowspan_) - 1;
    const auto last_column = column_ + static_cast<std::uint32_t>(colspan_) - 1;
    if (last_row < workbook::max_rows && last_column < workbook::max_columns &&
        taken_.size() + colspan_ * rowspan_ < workbook::max_cells) {
      if (rowspan_ > 1)
        for (std::uint32_t row = row_ + 1; row <= last_row; ++row)
          for (std::uint32_t column = column_; column <= last_column; ++column)
            taken_.insert({row, column});
      if (rowspan_ > 1 || colspan_ > 1)
        sheet_.merges.push_back({{row_, column_}, {last_row, last_column}});
      if (!text_.empty()) sheet_.cells.push_back({{row_, column_}, text_});
    }
    column_ = last_column + 1;
    text_.clear();
  }

  void add_text(std::string_view text) {
    if (!is_open_) return;
    // Line ends of the page's source are blanks, as in a browser.
    for (const char each : text) {
      const char shown = is_space(each) ? ' ' : each;
      if (shown != ' ' ||
          (!text_.empty() && text_.back() != ' ' && text_.back() != '\n'))
        text_ += shown;
    }
  }
  void end_line() {
    if (is_open_ && !text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  /// A title that stood over the table is its first row then.
  workbook::Sheet finish() {
    close_cell();
    if (!title_.empty() && !sheet_.cells.empty()) {
      for (workbook::Cell& each : sheet_.cells) ++each.at.row;
      for (workbook::Merge& each : sheet_.merges) {
        ++each.first.row;
        ++each.last.row;
      }
      sheet_.cells.push_back({{0, 0}, title_});
    }
    std::stable_sort(sheet_.cells.begin(), sheet_.cells.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return std::move(sheet_);
  }

 private:
  workbook::Sheet sheet_;
  std::string title_;
  std::set<workbook::Position> taken_;  // by cells of rows above
  std::string text_;
  std::uint32_t row_ = 0, column_ = 0;
  std::size_t colspan_ = 1, rowspan_ = 1;
  bool has_row_ = false, is_open_ = false;
};

bool ends_a_line(const std::string& tag) {
  return tag == "br" || tag == "p" || tag == "div" || tag == "li" ||
         tag == "ul" || tag == "ol" || tag == "tr";
}

/// The last line of a page that may be the title of what follows: short, names
/// a domain or a catalog, and is no link to one.
class TitleFinder {
 public:
  void add_text(std::string_view text) {
    constexpr std::size_t longest = 400;
    if (line_.size() < longest) line_ += text;
  }
  void take(const Tag& tag, bool is_in_table) {
    if (tag.name == "a") has_link_ = true;
    const bool is_block = ends_a_line(tag.name) || tag.name == "table" ||
                          tag.name == "td" || tag.name == "th" ||
                          tag.name == "caption" ||
                          (tag.name.size() == 2 && tag.name[0] == 'h');
    if (is_block) end_line(is_in_table);
  }
  const std::string& last() const { return last_; }

 private:
  void end_line(bool is_in_table) {
    constexpr std::size_t shortest = 7;  // 一级公开目录 stands over a column
    const std::string line = joined(cleaned(line_));
    const bool names_one = (!is_in_table && contains(line, "领域")) ||
                           ((ends_with_any(line, {"目录", "清单", "一览表"}) ||
                             contains(line, "标准目录")) &&
                            unicode::count(line) >= shortest);
    const bool is_sentence = contains(line, "：") || contains(line, "。") ||
                             contains(line, ">") || contains(line, "，");
    if (!has_link_ && names_one && !is_sentence && unicode::count(line) <= 50)
      last_ = line;
    line_.clear();
    has_link_ = false;
  }

  std::string line_, last_;
  bool has_link_ = false;
};

/// What stands in such an element is no text.
bool hides_text(const std::string& tag) {
  return tag == "script" || tag == "style" || tag == "head" ||
         tag == "template" || tag == "noscript";
}

/// Over everything up to the end of an element that hides its text.
void skip_element(std::string_view& rest, const std::string& name) {
  const std::string end = "</" + name;
  for (std::size_t at = rest.find('<'); at != rest.npos;
       at = rest.find('<', at + 1))
    if (lowered(rest.substr(at, end.size())) == end) {
      rest.remove_prefix(at);
      return;
    }
  rest = {};
}

}  // namespace

bool is_html(std::string_view text) {
  const std::string begin = lowered(text.substr(0, 4096));
  const std::size_t first = begin.find_first_not_of(" \t\r\n");
  return first != begin.npos && begin[first] == '<' &&
         (begin.find("<html") != begin.npos ||
          begin.find("<!doctype html") != begin.npos ||
          begin.find("<table") != begin.npos ||
          begin.find("<body") != begin.npos);
}

std::vector<workbook::Sheet> html_sheets(std::string_view page) {
  std::vector<workbook::Sheet> sheets;
  std::vector<TableBuilder> open;
  TitleFinder titles;
  std::size_t too_deep = 0;
  while (!page.empty()) {
    const std::size_t at = page.find('<');
    if (at != 0) {
      const std::string text = with_entities(page.substr(0, at));
      titles.add_text(text);
      if (!open.empty()) open.back().add_text(text);
    }
    if (at == page.npos) break;
    page.remove_prefix(at);
    if (page.starts_with("<!--")) {
      const std::size_t end = page.find("-->");
      page.remove_prefix(end == page.npos ? page.size() : end + 3);
      continue;
    }
    const bool is_tag = page.size() > 1 &&
                        (page[1] == '/' || page[1] == '!' || page[1] == '?' ||
                         (lower(page[1]) >= 'a' && lower(page[1]) <= 'z'));
    if (!is_tag) {
      if (!open.empty()) open.back().add_text("<");
      page.remove_prefix(1);
      continue;
    }
    const Tag tag = take_tag(page);
    titles.take(tag, !open.empty());
    if (!tag.closes && hides_text(tag.name)) skip_element(page, tag.name);
    if (tag.name == "table" && !tag.closes) {
      if (open.size() < max_depth)
        open.emplace_back(titles.last());
      else
        ++too_deep;
    } else if (tag.name == "table" && too_deep > 0) {
      --too_deep;
    } else if (tag.name == "table" && !open.empty()) {
      sheets.push_back(open.back().finish());
      open.pop_back();
    } else if (open.empty()) {
      continue;
    } else if (tag.name == "tr" && !tag.closes) {
      open.back().open_row();
    } else if (tag.name == "td" || tag.name == "th") {
      if (tag.closes)
        open.back().close_cell();
      else
        open.back().open_cell(tag);
    } else if (ends_a_line(tag.name)) {
      open.back().end_line();
    }
  }
  for (; !open.empty(); open.pop_back()) sheets.push_back(open.back().finish());
  std::erase_if(sheets, [](const auto& each) { return each.cells.empty(); });
  return sheets;
}

}  // namespace catalog::import
