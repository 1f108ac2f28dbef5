#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

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

/// For hashes of sequences. Odd, so that it has an inverse modulo 2^64.
constexpr std::uint64_t odd_factor = 0x9E3779B97F4A7C15;

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

using Items = std::span<const Item* const>;

/// Calls `visit` with the items of each key that several have, in the order of
/// the catalog. What is incomplete is left out, and what has no key.
template <class KeyOf, class Visit>
void for_each_group(const Edition& edition, KeyOf key_of, Visit visit) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(edition.items.size());
  for (std::uint32_t i = 0; i < edition.items.size(); ++i) {
    const Item& item = edition[edition.items[i]];
    if (item.is_incomplete) continue;
    if (const std::optional<std::uint64_t> key = key_of(item))
      keys.emplace_back(*key, i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<const Item*> group;
  for (auto key = keys.begin(); key != keys.end();) {
    group.clear();
    const auto first = key;
    for (; key != keys.end() && key->first == first->first; ++key)
      group.push_back(&edition[edition.items[key->second]]);
    if (group.size() > 1) visit(Items(group));
  }
}

/// The same for items of one name in one domain, and hardly ever for others.
std::optional<std::uint64_t> name_key(const Item& item) {
  if (item.name.empty()) return std::nullopt;
  std::uint64_t key = static_cast<std::uint64_t>(item.domain);
  for (const model::Text& level : item.name)
    key = key * odd_factor + unicode::folded_hash(level.text);
  return key;
}

void duplicate_name(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> duplicate{
      "`{}` has the same name as `{}`", "`{}` 与 `{}` 同名"};
  constexpr Message<> help{
      "join the two, or say in the name what tells them apart",
      "请合并为一项，或在名称中写出区别"};
  // Items that are apart from eight others of their name are apart from all.
  constexpr std::size_t enough = 8;
  for_each_group(edition, name_key, [&](Items same) {
    for (std::size_t i = 1; i < same.size(); ++i) {
      const Item& item = *same[i];
      const Items before = same.first(std::min(i, enough));
      const auto other =
          std::find_if(before.begin(), before.end(), [&](const Item* each) {
            return each->domain == item.domain && !are_apart(*each, item) &&
                   full_name(*each) == full_name(item);
          });
      if (other == before.end()) continue;
      found
          .at(item, item.name.back().span, duplicate, item.id.text,
              (*other)->id.text)
          .label((*other)->name.back().span, other_here)
          .help(help);
    }
  });
}

/// What is disclosed, whatever its order.
std::vector<std::string> content_of(const Item& item) {
  std::vector<std::string> texts;
  for (const model::ContentEntry& entry : item.content) {
    texts.push_back(unicode::nfkc_folded(entry.text.text));
    for (const model::Text& part : entry.parts)
      texts.push_back(unicode::nfkc_folded(part.text));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// The same for items of the same content in the same domain, and hardly ever
/// for others.
std::optional<std::uint64_t> content_key(const Item& item) {
  if (item.content.empty()) return std::nullopt;
  std::uint64_t key = static_cast<std::uint64_t>(item.domain);
  for (const model::ContentEntry& entry : item.content) {
    key += unicode::folded_hash(entry.text.text);
    for (const model::Text& part : entry.parts)
      key += unicode::folded_hash(part.text);
  }
  return key;
}

/// A name without blanks and punctuation.
std::u32string bare_name(const Item& item) {
  std::u32string name;
  std::string folded;
  for (const model::Text& level : item.name) {
    std::string_view text = level.text;
    if (!unicode::is_surely_folded(text))
      text = folded = unicode::nfkc_folded(text);
    for (const char32_t each : unicode::CodePoints(text))
      if (unicode::is_ideograph(each) || (each >= U'0' && each <= U'9') ||
          (each >= U'a' && each <= U'z'))
        name += each;
  }
  return name;
}

/// Whether two names differ by at most one character: another one, or one more.
bool are_near(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (same == b.size()) return true;
  const bool is_longer = a.size() < b.size();
  return a.substr(is_longer ? same : same + 1) == b.substr(same + 1);
}

/// Finds names that differ by at most one character, in time that hardly
/// grows with their number: two such have a variant in common, which is the
/// name itself, or without one character, or with one blanked.
class Variants {
 public:
  void add(std::u32string_view name) {
    const auto index = static_cast<std::uint32_t>(count_++);
    std::uint64_t power = 1;
    std::uint64_t after = 0;  // the hash of what follows the character
    std::uint64_t before = 0;
    for (const char32_t each : name) before = before * base + each;
    all_.push_back({before, index, Kind::whole});
    for (std::size_t i = name.size(); i-- > 0; power *= base) {
      before = (before - name[i]) * inverse;
      all_.push_back({before * power + after, index, Kind::shorter});
      all_.push_back(
          {(before * base + blank) * power + after, index, Kind::blanked});
      after += name[i] * power;
    }
  }

  /// For each name the first earlier one that is near, or its own index.
  std::vector<std::uint32_t> nearest() {
    std::vector<std::uint32_t> nearest(count_);
    std::iota(nearest.begin(), nearest.end(), 0u);
    std::sort(all_.begin(), all_.end());
    for (auto run = all_.begin(); run != all_.end();) {
      std::optional<std::uint32_t> whole, shorter, blanked;
      const std::uint64_t hash = run->hash;
      for (; run != all_.end() && run->hash == hash; ++run) {
        auto& near = nearest[run->name];
        const auto take = [&](std::optional<std::uint32_t> other) {
          if (other) near = std::min(near, *other);
        };
        switch (run->kind) {
          case Kind::whole: take(whole), take(shorter); break;
          case Kind::shorter: take(whole); break;
          case Kind::blanked: take(blanked); break;
        }
        auto& first = run->kind == Kind::whole     ? whole
                      : run->kind == Kind::shorter ? shorter
                                                   : blanked;
        if (!first) first = run->name;
      }
    }
    return nearest;
  }

 private:
  enum class Kind : std::uint8_t { whole, shorter, blanked };
  struct Variant {
    std::uint64_t hash;
    std::uint32_t name;
    Kind kind;

    friend auto operator<=>(const Variant&, const Variant&) = default;
  };
  static constexpr std::uint64_t base = odd_factor;
  static constexpr std::uint64_t inverse = [] {
    std::uint64_t found = base;  // right in three bits; each step doubles them
    for (int i = 0; i < 5; ++i) found *= 2 - base * found;
    return found;
  }();
  static_assert(base * inverse == 1);
  static constexpr char32_t blank = U'\uFFFF';

  std::size_t count_ = 0;
  std::vector<Variant> all_;
};

/// For each name the first earlier one that is near, or its own index.
std::vector<std::uint32_t> nearest_of(
    const std::vector<std::u32string>& names) {
  // Up to here it is cheaper to compare each with each.
  constexpr std::size_t few = 40;
  if (names.size() > few) {
    Variants variants;
    for (const std::u32string& name : names) variants.add(name);
    return variants.nearest();
  }
  std::vector<std::uint32_t> nearest(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    nearest[i] = 0;
    while (!are_near(names[nearest[i]], names[i])) ++nearest[i];
  }
  return nearest;
}

/// Rows merged from several tables come twice with a character changed. The
/// same content under two such names is hardly ever meant, but 预算 and 决算
/// may be: so it is for somebody to look at.
void near_duplicate(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> near{
      "`{}` has the content of `{}` and nearly its name",
      "`{}` 与 `{}` 内容相同，名称相近"};
  constexpr Message<> help{"join the two if they are one",
                           "如系同一事项，请合并"};
  for_each_group(edition, content_key, [&](Items items) {
    std::vector<std::u32string> names;
    names.reserve(items.size());
    for (const Item* item : items) names.push_back(bare_name(*item));
    const auto nearest = nearest_of(names);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item& item = *items[i];
      const Item& other = *items[nearest[i]];
      if (nearest[i] == i || are_apart(other, item) ||
          full_name(other) == full_name(item) ||
          content_of(other) != content_of(item))
        continue;
      found.at(item, item.name.back().span, near, item.id.text, other.id.text)
          .label(other.name.back().span, other_here)
          .help(help);
    }
  });
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
