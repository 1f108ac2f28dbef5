#include "phrase/citation_provision.h"

#include <array>

#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// From the widest to the narrowest. 目 is too common a character for what
/// nobody cites.
constexpr string_view units[] = {"章", "节", "条", "款", "项"};
constexpr int Provision::*const fields[] = {
    &Provision::chapter, &Provision::section, &Provision::article,
    &Provision::paragraph, &Provision::point};
constexpr std::size_t article = 2, point = 4;

constexpr string_view to_words[] = {"至", "到", "—", "–", "－", "-", "~", "～"};
constexpr string_view and_words[] = {"以及", "、", ",", "和", "及", "与", "或"};

/// `第十二`, `十二`, `第(二)`, `(二)`.
std::optional<int> take_ordinal(string_view& text) {
  string_view rest = text;
  take(rest, "第");
  const bool is_bracketed = take(rest, "(");
  const auto number = take_number(rest);
  if (!number || *number == 0 || (is_bracketed && !take(rest, ")")))
    return std::nullopt;
  text = rest;
  return number;
}

/// Numbers that share a unit: 第十、十一条, 第十至十二条, 第(一)(二)项.
struct Group {
  struct Numbers {
    int first = 0;
    int last = 0;  // of a range
  };
  std::vector<Numbers> numbers;
  std::size_t unit = 0;
};

std::optional<Group> take_group(string_view& text) {
  constexpr std::size_t most = 30;
  Group group;
  string_view rest = text;
  while (group.numbers.size() < most) {
    const auto first = take_ordinal(rest);
    if (!first) return std::nullopt;
    Group::Numbers& numbers = group.numbers.emplace_back();
    numbers.first = *first;
    string_view range = rest;
    if (!take_any(range, to_words).empty())
      if (const auto last = take_ordinal(range); last && *last > *first) {
        numbers.last = *last;
        rest = range;
      }
    for (std::size_t unit = 0; unit < std::size(units); ++unit)
      if (take(rest, units[unit])) {
        group.unit = unit;
        text = rest;
        return group;
      }
    if (!rest.starts_with("(") && !rest.starts_with("第(") &&
        take_any(rest, and_words).empty())
      return std::nullopt;
  }
  return std::nullopt;
}

/// A path with one field set and the narrower ones cleared.
Provision with(Provision path, std::size_t unit, Group::Numbers numbers) {
  for (std::size_t each = unit; each < std::size(fields); ++each)
    path.*fields[each] = 0;
  if (unit <= article) path.inserted = 0;
  path.*fields[unit] = numbers.first;
  path.last = numbers.last;
  return path;
}

/// The narrowest unit that a path names.
std::size_t depth(const Provision& path) {
  std::size_t deepest = 0;
  for (std::size_t each = 0; each < std::size(fields); ++each)
    if (path.*fields[each] > 0) deepest = each;
  return deepest;
}

/// 之一 behind 第二十条; not 之日.
int take_inserted(string_view& text) {
  string_view rest = text;
  if (!take(rest, "之")) return 0;
  const auto number = take_number(rest);
  if (!number || rest.starts_with("日")) return 0;
  text = rest;
  return *number;
}

/// 第十条至第十二条: the end of a range whose start has its own unit.
bool take_end(string_view& text, std::size_t unit, Provision& provision) {
  string_view rest = text;
  if (take_any(rest, to_words).empty()) return false;
  const auto group = take_group(rest);
  if (!group || group->unit != unit || group->numbers.size() != 1 ||
      group->numbers[0].first <= provision.*fields[unit])
    return false;
  provision.last = group->numbers[0].first;
  text = rest;
  return true;
}

/// Whether provisions go on behind 、 or 和: 第20条、21条.
bool goes_on(string_view text) {
  if (text.starts_with("第") || text.starts_with("(")) return true;
  const auto group = take_group(text);
  return group && group->unit == article &&
         (text.empty() ||
          !unicode::is_ideograph(unicode::decode(text, 0).value));
}

}  // namespace

bool operator==(const Provision& a, const Provision& b) {
  return a.chapter == b.chapter && a.section == b.section &&
         a.article == b.article && a.inserted == b.inserted &&
         a.paragraph == b.paragraph && a.point == b.point && a.last == b.last;
}

bool is_provision(string_view text) {
  if (!text.starts_with("第")) return false;
  const auto group = take_group(text);
  return group && group->unit != point;
}

std::vector<Provision> take_provisions(string_view& text) {
  std::vector<Provision> all;
  const std::size_t size = text.size();
  if (!is_provision(text)) return all;
  string_view rest = text;
  Provision path;
  bool refines = false;  // the next group narrows down the last provision
  while (true) {
    const string_view before = rest;
    const auto group = take_group(rest);
    const bool fits = group && (!refines || group->unit > depth(path));
    if (!fits || (all.empty() && group->unit == point)) break;
    if (refines) all.pop_back();
    const std::size_t from = all.size();
    for (const Group::Numbers& numbers : group->numbers) {
      path = with(path, group->unit, numbers);
      all.push_back(path);
    }
    if (group->unit == article) all.back().inserted = take_inserted(rest);
    take_end(rest, group->unit, all.back());
    for (std::size_t each = from; each < all.size(); ++each)
      all[each].range = {size - before.size(), size - rest.size()};
    path = all.back();
    text = rest;
    // 第十三条第二款、第三款: what comes next narrows, or stands beside.
    refines = take_any(rest, and_words).empty();
    if (!refines && !goes_on(rest)) break;
  }
  return all;
}

std::optional<std::vector<Provision>> provisions(string_view text) {
  const PlainText plain(text);
  string_view rest = plain.text();
  auto all = take_provisions(rest);
  if (all.empty() || !rest.empty()) return std::nullopt;
  for (Provision& each : all)
    each.range = plain.range(plain.text().substr(
        each.range.begin, each.range.end - each.range.begin));
  return all;
}

}  // namespace catalog::phrase
