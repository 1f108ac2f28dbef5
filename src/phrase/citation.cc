#include "phrase/citation.h"

#include <algorithm>
#include <utility>

#include "phrase/citation_reading.h"
#include "phrase/citation_titled.h"
#include "phrase/citation_untitled.h"
#include "phrase/citation_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// Words that class a text, before its title: 法律:《…》.
constexpr string_view classes[] = {
    "行政法规",   "地方性法规", "部门规章", "地方政府规章", "政府规章",
    "规范性文件", "法律法规",   "国家法律", "司法解释",     "法律",
    "法规",       "规章",       "文件"};

/// The size of what separates citations, at the front.
std::size_t separator(const BasisReading& reading, bool at_start) {
  string_view rest = reading.rest();
  if (!take_any(rest, separators).empty()) {
    if (!reading.rest().starts_with("...")) return reading.at_gone(rest);
    rest = reading.rest();
  }
  const bool numbers =
      at_start ||
      (reading.at > 0 && reading.text.text()[reading.at - 1] == ')') ||
      reading.between(0, reading.at).ends_with("》") ||
      reading.rest().starts_with("(");
  if (numbers)
    if (const std::size_t size = size_of_numbering(reading.rest())) return size;
  if (!take_any(rest, joints).empty() && rest.starts_with(title_opens))
    return reading.at_gone(rest);
  return 0;
}

/// 【法律】 and `法律:` go to the next citation.
bool take_class(BasisReading& reading) {
  string_view rest = reading.rest();
  if (rest.starts_with("【")) {
    const std::size_t end = reading.text.end_of_group(reading.at);
    const std::size_t sign = string_view("【").size();
    if (end == string_view::npos || end - reading.at > 60) return false;
    const string_view inside = reading.between(reading.at + sign, end - sign);
    if (inside.empty() || (inside[0] >= '0' && inside[0] <= '9')) return false;
    reading.class_next(inside);
    reading.at = end;
    if (reading.rest().starts_with(":")) ++reading.at;
    return true;
  }
  const string_view word = take_any(rest, classes);
  if (word.empty() || !take(rest, ":")) return false;
  reading.class_next(word);
  reading.at += reading.at_gone(rest);
  return true;
}

/// Reads one citation or one part that is none; takes at least a character.
void read_piece(BasisReading& reading) {
  if (take_class(reading)) return;
  string_view rest = reading.rest();
  if (!take_any(rest, dots).empty()) {
    reading.slip(BasisSlip::Kind::cut_off, reading.at,
                 reading.at + reading.at_gone(rest));
    reading.at += reading.at_gone(rest);
    while (reading.rest().starts_with("…"))
      reading.at += string_view("…").size();
  } else if (rest.starts_with(title_opens)) {
    read_titled(reading);
  } else {
    read_untitled(reading);
  }
}

}  // namespace

bool operator==(const TextEvent& a, const TextEvent& b) {
  return a.what == b.what && a.year == b.year && a.month == b.month &&
         a.day == b.day;
}

bool operator==(const Citation& a, const Citation& b) {
  return a.kind == b.kind && a.issuer == b.issuer && a.title == b.title &&
         a.is_quoted == b.is_quoted && a.number == b.number &&
         a.events == b.events && a.provisions == b.provisions &&
         a.note == b.note && a.quote == b.quote;
}

Basis basis(string_view cell) {
  if (cell.size() > longest_cell) {
    Basis none;
    none.slips.push_back(
        {BasisSlip::Kind::not_understood, {0, cell.size()}, std::nullopt});
    return none;
  }
  BasisReading reading(cell);
  bool at_start = true;
  while (!reading.rest().empty()) {
    if (const std::size_t skip = separator(reading, at_start)) {
      reading.at += skip;
      at_start = true;
      continue;
    }
    at_start = false;
    read_piece(reading);
  }
  return std::move(reading.basis);
}

}  // namespace catalog::phrase
