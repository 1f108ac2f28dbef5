#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "source/lines.h"
#include "source/tree.h"
#include "syntax/edit.h"
#include "syntax/edit_place.h"
#include "syntax/read.h"

/// Random edits of the real catalog: each reads back as it was meant, and
/// leaves every other line alone. 100 of them; CATALOG_EDITS says how many.
namespace catalog::syntax {
namespace {

/// What a tree says, without how it is written.
struct Meaning {
  Kind kind = Kind::scalar;
  std::string text;
  std::vector<std::string> keys;
  std::vector<Meaning> values;

  friend bool operator==(const Meaning&, const Meaning&) = default;
};

Meaning meaning(Node node) {
  Meaning result{node.kind(), std::string(node.text()), {}, {}};
  for (const Node item : node.items()) result.values.push_back(meaning(item));
  for (const Entry entry : node.entries()) {
    result.keys.emplace_back(entry.key.text());
    result.values.push_back(meaning(entry.value));
  }
  return result;
}

Meaning meaning(const Draft& draft) {
  Meaning result{draft.kind, draft.text, draft.keys, {}};
  for (const Draft& value : draft.values)
    result.values.push_back(meaning(value));
  return result;
}

using Path = std::vector<std::size_t>;

Meaning& at(Meaning& root, const Path& path) {
  Meaning* result = &root;
  for (const std::size_t step : path) result = &result->values[step];
  return *result;
}

/// A value anywhere in a document, and the way to it.
struct Found {
  Node node;
  Path path;
};

void collect(Node node, const Path& path, std::vector<Found>& all) {
  all.push_back({node, path});
  std::size_t number = 0;
  const auto below = [&](Node child) {
    Path inner = path;
    inner.push_back(number++);
    collect(child, inner, all);
  };
  for (const Node item : node.items()) below(item);
  for (const Entry entry : node.entries()) below(entry.value);
}

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937 engine_;
};

Draft draft(Random& random, std::size_t depth) {
  static const std::vector<std::string> texts{
      "website", "12345",      "no",      "2026-01-15", "",       "#",
      "- 一",    "甲: 乙",     "一 # 二", "it's",       "\"引\"", "a, b",
      "[x]",     "{",          " 前后 ",  "~",          "0x1F",   "招生：计划",
      "*",       "&",          "!",       "%",          "@",      "`",
      "一\n二",  "一\n\n二\n", "末\n\n",  "\t",         "路\\径", "key:",
      "? x",     "：",         "...",     "---",        "1.5e3",  "null",
      "true",    ": x",        "\n首",    "  缩\n进"};
  switch (random.below(depth > 1 ? 2 : 5)) {
    case 2: {
      std::vector<Draft> items;
      for (std::size_t i = random.below(4); i > 0; --i)
        items.push_back(draft(random, depth + 1));
      return Draft::list(std::move(items));
    }
    case 3: {
      std::vector<std::pair<std::string, Draft>> entries;
      for (std::size_t i = random.below(4); i > 0; --i)
        entries.emplace_back(fmt::format("{}{}", i, random.of(texts)),
                             draft(random, depth + 1));
      for (auto& [key, value] : entries)
        key.erase(std::remove(key.begin(), key.end(), '\n'), key.end());
      return Draft::mapping(std::move(entries));
    }
    default: return Draft::of(random.of(texts));
  }
}

/// An edit, what the whole must mean after it, and the bytes that it may
/// touch: whole lines.
struct Trial {
  std::string what;
  source::Edits edits;
  Meaning meant;
  std::size_t begin = 0, end = 0;
};

/// All but the root: at least one child must be there.
Trial trial(const Document& document, Random& random) {
  std::vector<Found> all;
  collect(document.root(), {}, all);
  const Found& chosen = all[1 + random.below(all.size() - 1)];
  const Node node = chosen.node;
  const Place place = place_of(node);
  Path outside = chosen.path;
  const std::size_t number = outside.back();
  outside.pop_back();
  Trial result{
      "", {}, meaning(document.root()), node.span().begin, node.span().end};
  Meaning& parent = at(result.meant, outside);
  const std::size_t units = parent.values.size();
  const auto position = static_cast<std::ptrdiff_t>(number);
  if (place.key) result.begin = place.key->span().begin;
  switch (random.below(5)) {
    case 0: {
      const Draft now = draft(random, 0);
      result.what = "replace";
      result.edits = replace_value(node, now);
      parent.values[number] = meaning(now);
      break;
    }
    case 1: {
      result.what = "remove";
      result.edits = remove(place.key.value_or(node));
      parent.values.erase(parent.values.begin() + position);
      if (place.key) parent.keys.erase(parent.keys.begin() + position);
      if (units == 1) result.begin = place.parent->span().begin;
      break;
    }
    case 2: {
      if (!place.key) return trial(document, random);
      result.what = "rename";
      result.edits = rename_key(*place.key, "新 键: #");
      parent.keys[number] = "新 键: #";
      result.end = place.key->span().end;
      break;
    }
    default: {
      const Draft now = draft(random, 0);
      result.what = "add";
      result.edits = place.key ? add_entry(*place.parent, "new", now, place.key)
                               : add_item(*place.parent, now, node);
      parent.values.insert(parent.values.begin() + position + 1, meaning(now));
      if (place.key)
        parent.keys.insert(parent.keys.begin() + position + 1, "new");
      result.begin = result.end;
    }
  }
  return result;
}

std::vector<std::string> lines_of(std::string_view bytes) {
  const source::Lines lines(bytes);
  std::vector<std::string> result;
  for (std::uint32_t i = 1; i <= lines.count(); ++i)
    result.emplace_back(lines.line(i));
  return result;
}

/// What stands before the trial's lines and behind them is as it was, but for
/// blank lines right at their edges. An emptied collection moves up to its key.
bool keeps_the_rest(const Document& document, const std::string& now,
                    const Trial& trial) {
  const source::Lines lines(document.bytes);
  const auto before = lines_of(document.bytes), after = lines_of(now);
  std::size_t first =
      lines.position(static_cast<std::uint32_t>(trial.begin)).line - 1;
  std::size_t last = lines.position(static_cast<std::uint32_t>(trial.end)).line;
  if (trial.what == "remove") {
    if (first > 0) --first;
    while (first > 0 && before[first].empty()) --first;
    while (last < before.size() && before[last].empty()) ++last;
    if (last < before.size() && before[last].find("- ") == std::string::npos)
      ++last;
  }
  const std::size_t rest = before.size() - last;
  return after.size() >= rest && after.size() >= first &&
         std::equal(before.begin(),
                    before.begin() + static_cast<std::ptrdiff_t>(first),
                    after.begin()) &&
         std::equal(before.rbegin(),
                    before.rbegin() + static_cast<std::ptrdiff_t>(rest),
                    after.rbegin());
}

void check(const source::SourceTree& tree, source::FileId file,
           Random& random) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const Document document = read(tree, file, found);
  REQUIRE_FALSE(found.has_errors());
  const Trial trial_made = trial(document, random);
  CAPTURE(tree[file].path);
  CAPTURE(trial_made.what);
  CAPTURE(document.bytes.substr(trial_made.begin, 200));
  const auto now = source::apply(document.bytes, trial_made.edits);
  REQUIRE(now);
  source::SourceTree again;
  const Document edited = read(again, again.add("a.yaml", *now), found);
  for (const auto& finding : found.sorted()) FAIL_CHECK(finding.message);
  REQUIRE_FALSE(edited.empty());
  CAPTURE(now->substr(std::min(trial_made.begin, now->size()), 300));
  CHECK(meaning(edited.root()) == trial_made.meant);
  CHECK(keeps_the_rest(document, *now, trial_made));
}

TEST_CASE("random edits of the real catalog do what they should, no more") {
  const auto loaded =
      source::load(std::filesystem::path(CATALOG_SOURCE_DIR) / "catalog");
  source::SourceTree crlf;
  for (std::size_t i = 0; i < loaded.tree.size(); ++i) {
    std::string bytes;
    for (const char byte : loaded.tree[loaded.tree.id(i)].bytes)
      bytes += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
    crlf.add(loaded.tree[loaded.tree.id(i)].path, bytes);
  }
  const char* const wanted = std::getenv("CATALOG_EDITS");
  const int count = wanted ? std::atoi(wanted) : 100;
  for (int seed = 0; seed < count; ++seed) {
    CAPTURE(seed);
    Random random(static_cast<std::uint32_t>(seed));
    const source::SourceTree& tree = seed % 4 == 0 ? crlf : loaded.tree;
    check(tree, tree.id(random.below(tree.size())), random);
  }
}

}  // namespace
}  // namespace catalog::syntax
