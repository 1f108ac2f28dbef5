#include "import/lists.h"

#include <re2/re2.h>

#include <memory>
#include <optional>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

enum class Kind {
  bullet,
  dotted,
  bracketed,
  chinese,
  chinese_bracketed,
  circled
};

/// What begins an entry: where it stands, and what it counts.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  Kind kind = Kind::bullet;
  int number = 0;
};

int value_of(std::string_view numeral) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  int value = 0, unit = 0;
  for (const char32_t each : unicode::CodePoints(numeral)) {
    if (each >= U'0' && each <= U'9')
      value = value * 10 + static_cast<int>(each - U'0');
    else if (each == U'十')
      value += (unit == 0 ? 1 : unit) * 10, unit = 0;
    else if (const auto at = digits.find(each); at != digits.npos)
      unit = static_cast<int>(at);
  }
  return value + unit;
}

struct Pattern {
  Kind kind;
  const char* pattern;
};

constexpr Pattern patterns[] = {
    {Kind::dotted, "^([0-9]{1,2})[.、．)）](?:[^0-9]|$)"},
    {Kind::bracketed, "^[(（]([0-9]{1,2})[)）]"},
    {Kind::chinese, "^([一二三四五六七八九十]{1,3})[、.．]"},
    {Kind::chinese_bracketed, "^[(（]([一二三四五六七八九十]{1,3})[)）]"},
};

std::optional<Mark> mark_at(std::string_view text, std::size_t at,
                            bool at_line_start) {
  const auto point = unicode::decode(text, at);
  if (point.value >= 0x2460 && point.value <= 0x2473)
    return Mark{at, at + point.size, Kind::circled,
                static_cast<int>(point.value - 0x2460 + 1)};
  constexpr std::u32string_view bullets = U"●·•◆■▪▶➢★◇※";
  constexpr std::u32string_view at_starts = U"-—*○";
  if (bullets.find(point.value) != bullets.npos ||
      (at_line_start && at_starts.find(point.value) != at_starts.npos))
    return Mark{at, at + point.size, Kind::bullet, 0};
  static const auto compiled = [] {
    std::vector<std::unique_ptr<re2::RE2>> all;
    for (const Pattern& each : patterns)
      all.push_back(std::make_unique<re2::RE2>(each.pattern));
    return all;
  }();
  const std::string_view rest = text.substr(at, 40);
  const re2::StringPiece piece(rest.data(), rest.size());
  for (std::size_t i = 0; i < compiled.size(); ++i) {
    std::string numeral;
    if (!re2::RE2::PartialMatch(piece, *compiled[i], &numeral)) continue;
    std::size_t end = at;
    // Over the numeral and the signs around it.
    const bool has_opening = patterns[i].kind == Kind::bracketed ||
                             patterns[i].kind == Kind::chinese_bracketed;
    if (has_opening) end += unicode::decode(text, end).size;
    end += numeral.size();
    end += unicode::decode(text, end).size;
    return Mark{at, end, patterns[i].kind, value_of(numeral)};
  }
  return std::nullopt;
}

/// Every place where an entry may begin.
std::vector<Mark> marks_in(std::string_view text) {
  constexpr std::u32string_view before = U";；。:：,，、 \n)）";
  std::vector<Mark> marks;
  char32_t last = U'\n';
  const unicode::CodePoints points(text);
  std::size_t skip = 0;
  for (auto at = points.begin(); at != points.end(); ++at) {
    // Circled numbers need nothing before them.
    const bool is_circled = *at >= 0x2460 && *at <= 0x2473;
    if (at.offset() >= skip &&
        (is_circled || before.find(last) != before.npos)) {
      if (auto mark = mark_at(text, at.offset(), last == U'\n')) {
        skip = mark->end;
        marks.push_back(*mark);
      }
    }
    if (*at != U' ' || last != U'\n') last = *at;
  }
  return marks;
}

/// The marks of one kind that count up from 1, or all bullets.
std::vector<Mark> sequence(const std::vector<Mark>& marks, Kind kind) {
  std::vector<Mark> chosen;
  int expected = 1;
  for (const Mark& each : marks) {
    if (each.kind != kind) continue;
    if (kind != Kind::bullet && each.number != expected) continue;
    ++expected;
    chosen.push_back(each);
  }
  return chosen;
}

constexpr std::u32string_view ends = U";；。，,、";

std::string entry_text(std::string_view written) {
  return printed(joined(trimmed(written, ends)));
}

/// 〇 before it, or all of it in 〔* …〕.
void read_optional(Entry& entry) {
  std::string_view text = entry.text;
  if (text.starts_with("〇")) {
    text.remove_prefix(std::string_view("〇").size());
  } else if (starts_with_any(text, {"〔*", "[*", "〔＊"}) &&
             ends_with_any(text, {"〕", "]"})) {
    const std::string_view inner = trimmed(text, U"〔〕[]*＊；;。");
    entry.text = std::string(inner);
    entry.optional = true;
    return;
  } else {
    return;
  }
  entry.text = std::string(trimmed(text));
  entry.optional = true;
}

void add_entry(std::vector<Entry>& entries, std::string_view written) {
  Entry entry;
  entry.text = entry_text(written);
  read_optional(entry);
  if (!entry.text.empty()) entries.push_back(std::move(entry));
}

/// The lines that begin entries, where no sign does. A line within brackets
/// that an earlier one opened goes on with it.
std::vector<Entry> by_lines(std::string_view text) {
  std::vector<Entry> entries;
  std::string entry;
  int depth = 0;
  for (const std::string_view line : lines_of(text)) {
    if (!entry.empty()) entry += '\n';
    entry += line;
    for (const char32_t each : unicode::CodePoints(line)) {
      if (std::u32string_view(U"《（(〔").find(each) !=
          std::u32string_view::npos)
        ++depth;
      if (std::u32string_view(U"》）)〕").find(each) !=
          std::u32string_view::npos)
        --depth;
    }
    if (depth > 0) continue;
    depth = 0;
    add_entry(entries, entry);
    entry.clear();
  }
  add_entry(entries, entry);
  return entries;
}

std::vector<Entry> whole(std::string_view text) {
  Entry entry;
  entry.text = printed(joined(trimmed(text, U";；")));
  read_optional(entry);
  if (entry.text.empty()) return {};
  return {entry};
}

}  // namespace

std::vector<Entry> entries_of(std::string_view text, bool wrapped) {
  const std::vector<Mark> marks = marks_in(text);
  std::vector<Mark> chosen;
  if (!marks.empty()) chosen = sequence(marks, marks.front().kind);
  const bool is_list =
      chosen.size() >= 2 || (chosen.size() == 1 && chosen[0].begin == 0);
  if (!is_list)
    return wrapped || lines_of(text).size() < 2 ? whole(text) : by_lines(text);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t end =
        i + 1 < chosen.size() ? chosen[i + 1].begin : text.size();
    add_entry(entries, text.substr(chosen[i].end, end - chosen[i].end));
  }
  // A sentence before the list is what the list belongs to.
  const std::string head =
      printed(joined(trimmed(text.substr(0, chosen[0].begin), U";；:：。")));
  if (head.empty()) return entries;
  Entry all;
  all.text = head;
  bool fits = entries.size() <= 200;
  for (const Entry& each : entries) {
    fits = fits && !each.optional && unicode::count(each.text) <= 1000;
    all.parts.push_back(each.text);
  }
  if (fits) return {all};
  all.parts.clear();
  entries.insert(entries.begin(), all);
  return entries;
}

std::string without_number(std::string_view name) {
  static const re2::RE2 marks[] = {
      re2::RE2("^([0-9]{1,2}[.．、]\\s*)(?:19|20)[0-9]{2}"),
      re2::RE2("^((?:[0-9]{1,3}(?:[.．][0-9]{1,3})*[.．、]|"
               "[0-9]{1,3}(?:[.．][0-9]{1,3})+|[0-9]{1,3}\\s|"
               "[(（][0-9]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、|"
               "[(（][一二三四五六七八九十]{1,3}[)）]、?|[①-⑳㉑-㉟⑴-⒇])\\s*)"
               "(?:[^0-9]|$)"),
      // What a number counts is no numbering: 65岁, 2024年, 12345热线.
      re2::RE2("^([0-9]{1,3})[^0-9年月日岁个届%.．、]")};
  const re2::StringPiece piece(name.data(), name.size());
  for (const re2::RE2& each : marks)
    if (std::string mark;
        re2::RE2::PartialMatch(piece, each, &mark) && mark.size() < name.size())
      return std::string(name.substr(mark.size()));
  return std::string(name);
}

}  // namespace catalog::import
