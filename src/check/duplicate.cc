#include <algorithm>
#include <unordered_map>

#include "check/findings.h"
#include "unicode/classes.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;
using resolve::Item;

constexpr Message<> other_here{"the other one stands here", "另一项在这里"};

/// Whether no reader gets to see both: they are for different levels, or for
/// different kinds of place.
bool are_apart(const Item& a, const Item& b) {
  bool share_level = a.levels.all.empty() || b.levels.all.empty();
  for (const model::Level level : model::all_levels)
    share_level |= a.levels.all.contains(level) && b.levels.all.contains(level);
  if (!share_level) return true;
  if (a.only.empty() || b.only.empty()) return false;
  return std::none_of(a.only.begin(), a.only.end(), [&](const auto& place) {
    return std::any_of(b.only.begin(), b.only.end(), [&](const auto& other) {
      return other.text == place.text;
    });
  });
}

/// The levels of a name in one text, without differences of case and width.
std::string full_name(const Item& item) {
  std::string name;
  for (const model::Text& level : item.name)
    name += unicode::nfkc_folded(level.text) + '\n';
  return name;
}

std::string key_of_domain(const Item& item) {
  return std::to_string(static_cast<unsigned>(item.domain)) + '\n';
}

void duplicate_name(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> duplicate{
      "`{}` has the same name as `{}`", "`{}` 与 `{}` 同名"};
  constexpr Message<> help{
      "join the two, or say in the name what tells them apart",
      "请合并为一项，或在名称中写出区别"};
  std::unordered_map<std::string, std::vector<const Item*>> by_name;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete || item.name.empty()) continue;
    auto& same = by_name[key_of_domain(item) + full_name(item)];
    for (const Item* other : same)
      if (!are_apart(*other, item)) {
        found
            .at(item, item.name.back().span, duplicate, item.id.text,
                other->id.text)
            .label(other->name.back().span, other_here)
            .help(help);
        break;
      }
    // Items that are apart from eight others of their name are apart from all.
    if (same.size() < 8) same.push_back(&item);
  }
}

/// What is disclosed, whatever its order.
std::string key_of_content(const Item& item) {
  std::vector<std::string> texts;
  for (const model::ContentEntry& entry : item.content) {
    texts.push_back(unicode::nfkc_folded(entry.text.text));
    for (const model::Text& part : entry.parts)
      texts.push_back(unicode::nfkc_folded(part.text));
  }
  std::sort(texts.begin(), texts.end());
  std::string key = key_of_domain(item);
  for (const std::string& text : texts) key += text + '\n';
  return key;
}

/// A name without blanks and punctuation.
std::u32string bare_name(const Item& item) {
  std::u32string name;
  for (const char32_t each : unicode::to_utf32(full_name(item)))
    if (unicode::is_ideograph(each) || (each >= U'0' && each <= U'9') ||
        (each >= U'a' && each <= U'z'))
      name += each;
  return name;
}

/// Finds a name that differs from earlier ones by at most one character, in
/// time that does not grow with their number.
class Names {
 public:
  const Item* near(const std::u32string& name) const {
    if (const Item* same = find(whole_, name)) return same;
    for (std::size_t i = 0; i < name.size(); ++i) {
      std::u32string other = name;
      other[i] = blank;
      if (const Item* replaced = find(blanked_, other)) return replaced;
      other.erase(i, 1);
      if (const Item* shorter = find(whole_, other)) return shorter;
    }
    return find(shortened_, name);
  }
  void add(const std::u32string& name, const Item& item) {
    whole_.try_emplace(name, &item);
    for (std::size_t i = 0; i < name.size(); ++i) {
      std::u32string other = name;
      other[i] = blank;
      blanked_.try_emplace(other, &item);
      other.erase(i, 1);
      shortened_.try_emplace(other, &item);
    }
  }

 private:
  using Index = std::unordered_map<std::u32string, const Item*>;
  static constexpr char32_t blank = U'\uFFFF';

  static const Item* find(const Index& index, const std::u32string& name) {
    const auto at = index.find(name);
    return at == index.end() ? nullptr : at->second;
  }

  Index whole_, blanked_, shortened_;
};

/// Rows merged from several tables come twice with a character changed. The
/// same content under two such names is hardly ever meant, but 预算 and 决算
/// may be: so it is for somebody to look at.
void near_duplicate(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> near{
      "`{}` has the content of `{}` and nearly its name",
      "`{}` 与 `{}` 内容相同，名称相近"};
  constexpr Message<> help{"join the two if they are one",
                           "如系同一事项，请合并"};
  std::unordered_map<std::string, std::vector<const Item*>> by_content;
  for (const resolve::ItemId id : edition.items)
    if (const Item& item = edition[id];
        !item.is_incomplete && !item.content.empty())
      by_content[key_of_content(item)].push_back(&item);
  for (const auto& [content, items] : by_content) {
    if (items.size() < 2) continue;
    Names names;
    for (const Item* item : items) {
      const std::u32string name = bare_name(*item);
      const Item* const other = names.near(name);
      if (other && !are_apart(*other, *item) &&
          full_name(*other) != full_name(*item))
        found
            .at(*item, item->name.back().span, near, item->id.text,
                other->id.text)
            .label(other->name.back().span, other_here)
            .help(help);
      names.add(name, *item);
    }
  }
}

}  // namespace

std::vector<Rule> duplicate_rules() {
  return {
      {"duplicate-name",
       Severity::warning,
       {"items of a domain have different names", "同一领域的事项不同名"},
       duplicate_name},
      {"near-duplicate",
       Severity::info,
       {"no two items are one in slightly different words",
        "没有写法略异的重复事项"},
       near_duplicate},
  };
}

}  // namespace catalog::check
