#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "compare/changes.h"
#include "compare/marks.h"
#include "compile/compile.h"
#include "unit/folder.h"

namespace catalog::compare {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) {
  return random() % count;
}

template <class T>
const T& one_of(const std::vector<T>& all, Random& random) {
  return all[below(random, all.size())];
}

const std::vector<std::string> timings{"信息形成或者变更之日起20个工作日内",
                                       "信息形成或者变更之日起3个工作日内",
                                       "信息形成或者变更之日起1个月内",
                                       "实时",
                                       "长期公开",
                                       "及时公开",
                                       "每季度",
                                       "公示不少于7个工作日"};
const std::vector<std::string> contents{"办事指南", "政策文件", "申请条件",
                                        "办理结果", "咨询电话"};
const std::vector<std::string> channels{"website", "gazette", "board"};
const std::vector<std::string> bodies{"authority", "bureau", "office"};
const std::vector<std::string> levels{"county", "town", "village"};
const std::vector<std::string> bases{
    "regulation 第十九条", "regulation 第二十条", "act", "act 第五条"};

/// Some of a list, at least one, in its order.
std::string some_of(const std::vector<std::string>& all, Random& random) {
  std::string text;
  const std::size_t sure = below(random, all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i == sure || random() % 2 == 0)
      text += (text.empty() ? "" : ", ") + all[i];
  return "[" + text + "]";
}

/// An item as its fields are written.
using Fields = std::map<std::string, std::string>;

struct Tree {
  std::vector<Fields> items;
  std::string law_limit = "信息形成或者变更之日起20个工作日内";
  std::string body_name = "教育局";
};

void change_field(Fields& item, Random& random) {
  switch (below(random, 10)) {
    case 0: item["timing"] = one_of(timings, random); break;
    case 1: item["content"] = some_of(contents, random); break;
    case 2: item["channels"] = some_of(channels, random); break;
    case 3: item["body"] = one_of(bodies, random); break;
    case 4: item["levels"] = some_of(levels, random); break;
    case 5: item["basis"] = some_of(bases, random); break;
    case 6: item["must-post"] = random() % 2 == 0 ? "true" : "false"; break;
    case 7:
      item["audience"] = random() % 2 == 0 ? "public" : "{group: 学生}";
      break;
    case 8:
      item["mode"] = one_of<std::string>(
          {"proactive", "on-request", "[proactive, on-request]"}, random);
      break;
    case 9: item["note"] = one_of(contents, random); break;
  }
}

Fields new_item(std::size_t number, Random& random) {
  Fields item{{"id", "education/item-" + std::to_string(number)},
              {"name", "[管理, 事项" + std::to_string(number) + "]"},
              {"order", std::to_string(number)},
              {"timing", one_of(timings, random)},
              {"content", some_of(contents, random)},
              {"channels", some_of(channels, random)},
              {"body", one_of(bodies, random)}};
  for (int i = 0; i < 4; ++i) change_field(item, random);
  return item;
}

Tree new_tree(Random& random) {
  Tree tree;
  for (std::size_t i = 0; i < 8; ++i) tree.items.push_back(new_item(i, random));
  return tree;
}

Tree edited(Tree tree, Random& random) {
  for (int i = 0; i < 4; ++i)
    change_field(tree.items[below(random, tree.items.size())], random);
  if (random() % 2 == 0)
    tree.items.erase(tree.items.begin() + static_cast<std::ptrdiff_t>(below(
                                              random, tree.items.size())));
  if (random() % 2 == 0)
    tree.items.push_back(new_item(100 + below(random, 50), random));
  if (random() % 2 == 0) {
    Fields& item = tree.items[below(random, tree.items.size())];
    item["replaces"] = "[" + item["id"] + "]";
    item["id"] += "-renamed";
  }
  if (random() % 3 == 0) tree.law_limit = one_of(timings, random);
  if (random() % 3 == 0) tree.body_name = "教育和体育局";
  return tree;
}

std::string text_of(const Fields& item) {
  std::string text = "  - id: " + item.at("id") + "\n";
  for (const auto& [key, value] : item)
    if (key != "id" && !(key == "must-post" && value == "false"))
      text += "    " + key + ": " + value + "\n";
  return text;
}

constexpr const char* vocabulary = R"(
domains: [{id: education, name: 教育}]
bodies:
  - {id: authority, name: 教育行政部门, generic: true}
  - {id: office, name: 办公室}
channels: [{id: website, name: 政府网站}, {id: gazette, name: 政府公报}, {id: board, name: 公示栏}]
)";

/// The tree in `files` files, the items dealt out by `random`.
void write(const Tree& tree, const testing::Folder& folder,
           const std::string& below_it, std::size_t files, Random& random) {
  folder.write(below_it + "/catalog.yaml",
               "catalog: {id: sample, title: 目录, date: 2026-01-15}\n");
  const std::string salt = std::to_string(random() % 10);
  folder.write(below_it + "/" + salt + "-words.yaml",
               vocabulary + ("  # " + salt + "\n"));
  folder.write(below_it + "/" + salt + "x.yaml",
               "bodies: [{id: bureau, name: " + tree.body_name +
                   "}]\nlaws:\n  - {id: act, title: 教育法, articles: 9}\n"
                   "  - id: regulation\n    title: 信息公开条例\n"
                   "    limits: [{id: general, timing: " +
                   tree.law_limit + "}]\n");
  std::vector<std::string> texts(files);
  for (const Fields& item : tree.items)
    texts[below(random, files)] += text_of(item);
  for (std::size_t i = 0; i < files; ++i)
    if (!texts[i].empty())
      folder.write(below_it + "/items-" + salt + std::to_string(i) + ".yaml",
                   "items:\n" + texts[i]);
}

std::unique_ptr<compile::Compilation> compiled(
    const std::filesystem::path& folder) {
  auto run = compile::edition_in(folder, {});
  for (const auto& each : run->found.sorted())
    if (each.code.starts_with("unknown") || each.code == "unsound-base")
      FAIL_CHECK(each.message);
  REQUIRE(run->catalog.incomplete.none());
  return run;
}

/// A tree compiled, in one or two files of items.
std::unique_ptr<compile::Compilation> compiled(const Tree& tree,
                                               Random& random) {
  const testing::Folder folder;
  write(tree, folder, "a", 1 + below(random, 3), random);
  return compiled(folder / "a");
}

std::string ids_of(const Changes& changes) {
  std::string all;
  for (const Change& change : changes.all)
    all += change.id + " " + std::string(word(change.fate)) + "; ";
  return all;
}

/// What a change tells, its sides swapped where wanted: as one text.
std::string told(const Change& change, bool is_mirrored) {
  const auto effects = [&](Effects all) {
    std::string text;
    for (const Effect effect : all_effects)
      if ((is_mirrored ? all.mirrored() : all).contains(effect))
        text += " " + std::string(word(effect));
    return text;
  };
  Fate fate = change.fate;
  if (is_mirrored && fate != Fate::changed)
    fate = fate == Fate::added ? Fate::removed : Fate::added;
  const bool was_renamed = !change.former.empty();
  std::string text =
      std::string(word(change.kind)) + " " + std::string(word(fate)) + " " +
      (was_renamed && is_mirrored ? change.former + " < " + change.id
       : was_renamed              ? change.id + " < " + change.former
                                  : change.id) +
      effects(change.effects);
  std::vector<std::string> fields;
  for (const FieldChange& field : change.fields) {
    std::string line = "\n " + std::string(field.field) + field.places +
                       effects(field.effects) + ":";
    for (const auto* side : is_mirrored
                                ? std::array{&field.now, &field.before}
                                : std::array{&field.before, &field.now}) {
      for (const std::string& value : *side) line += " " + value;
      line += " |";
    }
    fields.push_back(line);
  }
  std::sort(fields.begin(), fields.end());
  for (const std::string& field : fields) text += field;
  return text;
}

std::vector<std::string> told(const Changes& changes, bool is_mirrored) {
  std::vector<std::string> all;
  for (const Change& change : changes.all)
    all.push_back(told(change, is_mirrored));
  std::sort(all.begin(), all.end());
  return all;
}

TEST_CASE("a catalog does not differ from itself, however its files lie") {
  Random random(5);
  for (int round = 0; round < 12; ++round) {
    const Tree tree = new_tree(random);
    const auto a = compiled(tree, random), b = compiled(tree, random);
    const Changes changes = changes_between(a->edition, b->edition);
    CHECK_MESSAGE(changes.empty(), ids_of(changes));
  }
}

TEST_CASE("an empty overlay has the items of its base") {
  Random random(6);
  for (int round = 0; round < 6; ++round) {
    const testing::Folder folder;
    Tree tree = new_tree(random);
    // A base is free of errors: no audience at odds with its mode.
    for (Fields& item : tree.items)
      for (const char* key : {"mode", "audience"}) item.erase(key);
    write(tree, folder, "base", 2, random);
    folder.write("county/catalog.yaml",
                 "catalog: {id: county, title: 县目录, date: 2026-01-15, "
                 "extends: ../base}\n");
    const auto base = compiled(folder / "base");
    for (const auto& each : base->found.sorted())
      CHECK_MESSAGE(each.severity != diagnostics::Severity::error,
                    each.message);
    const auto county = compiled(folder / "county");
    const Changes changes = changes_between(base->edition, county->edition);
    for (const Change& change : changes.all)
      CHECK_MESSAGE(change.kind == Kind::catalog, change.id);
  }
}

TEST_CASE("changes seen from the other side are mirrored") {
  Random random(7);
  std::size_t seen = 0;
  Effects effects;
  for (int round = 0; round < 30; ++round) {
    const Tree tree = new_tree(random);
    const auto a = compiled(tree, random),
               b = compiled(edited(tree, random), random);
    const Changes forth = changes_between(a->edition, b->edition),
                  back = changes_between(b->edition, a->edition);
    CHECK(told(forth, false) == told(back, true));
    seen += forth.all.size();
    for (const Change& change : forth.all) effects.insert(change.effects);
  }
  CHECK(seen > 60);
  for (const Effect effect : all_effects) {
    // Editorial changes are made by hand below.
    if (effect == Effect::editorial) continue;
    CAPTURE(word(effect));
    CHECK(effects.contains(effect));
  }
}

/// The changes of the only item of a tree.
Change between(const Fields& before, const Fields& now) {
  Random random(8);
  Tree a, b;
  a.items.push_back(before);
  b.items.push_back(now);
  const auto old = compiled(a, random), fresh = compiled(b, random);
  const Changes changes = changes_between(old->edition, fresh->edition);
  REQUIRE(changes.all.size() == 1);
  return changes.all.front();
}

TEST_CASE("changes are classed by what they mean in law") {
  const Fields item{{"id", "education/item"},
                    {"name", "[事项]"},
                    {"timing", timings[0]},
                    {"content", "[办事指南, 政策文件]"},
                    {"channels", "[website, gazette]"},
                    {"body", "authority"}};
  const auto effects_with = [&](const std::string& key,
                                const std::string& value) {
    Fields other = item;
    other[key] = value;
    return between(item, other).effects;
  };
  const auto both = [](Effect a, Effect b) {
    Effects all(a);
    all.insert(b);
    return all;
  };
  CHECK(effects_with("timing", timings[1]) == Effect::duty_tightened);
  CHECK(effects_with("timing", "信息形成或者变更之日起30个工作日内") ==
        Effect::duty_loosened);
  CHECK(effects_with("timing", timings[2]) == Effect::duty_changed);
  CHECK(effects_with("timing", "自信息形成或变更之日起 20 个工作日内") ==
        Effect::editorial);
  CHECK(effects_with("content", "[办事指南]") == Effect::duty_loosened);
  CHECK(effects_with("content", "[办事指南, 其他]") ==
        both(Effect::duty_loosened, Effect::duty_tightened));
  CHECK(effects_with("content", "[政策文件, 办事指南]") == Effect::editorial);
  CHECK(effects_with("content", "[办事指南, {text: 政策文件, timing: 实时}]") ==
        Effect::duty_tightened);
  CHECK(effects_with("content",
                     "[办事指南, {text: 政策文件, mode: on-request}]") ==
        Effect::duty_loosened);
  CHECK(effects_with("channels", "[website, {any-of: [gazette, board]}]") ==
        Effect::duty_loosened);
  CHECK(effects_with("body", "bureau") == Effect::shown);
  CHECK(effects_with("note", "说明") == Effect::shown);
  CHECK(effects_with("code", "\"124001001\"") == Effect::exchange);
  CHECK(effects_with("only", "[community]") == Effect::duty_loosened);
}

TEST_CASE("changed words are marked, a Chinese character at a time") {
  std::string text;
  for (const Part& part :
       marked("之日起20个工作日内", "之日起3个工作日内（含）"))
    text += (part.kind == Part::Kind::gone    ? "-"
             : part.kind == Part::Kind::fresh ? "+"
                                              : "") +
            part.text + "|";
  CHECK(text == "之日起|-20|+3|个工作日内|+（含）|");
}

TEST_CASE("like entries of a list are put side by side") {
  FieldChange field;
  field.before = {"招生计划", "报名条件", "联系电话"};
  field.now = {"招生计划和规模", "联系电话", "学区图"};
  const auto lines = lines_of(field);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].before == "招生计划");
  CHECK(lines[0].now == "招生计划和规模");
  CHECK(lines[1].before == "报名条件");
  CHECK(lines[1].now.empty());
  CHECK(lines[2].now == "学区图");
}

}  // namespace
}  // namespace catalog::compare
