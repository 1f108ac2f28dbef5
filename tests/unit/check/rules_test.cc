#include "check/rules.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <set>

#include "check/explain.h"
#include "check/waivers.h"
#include "source/tree.h"
#include "unit/check/written.h"

namespace catalog::check {
namespace {

using diagnostics::Language;
namespace fs = std::filesystem;

fs::path case_of(const Rule& rule) {
  return fs::path(CATALOG_SOURCE_DIR) / "tests/cases/check" / rule.id;
}

TEST_CASE("a rule has an id of its own and a summary in both languages") {
  std::set<std::string_view> ids;
  for (const Rule& rule : all_rules()) {
    CHECK_MESSAGE(ids.insert(rule.id).second, rule.id);
    CHECK_MESSAGE(!rule.summary.en.empty(), rule.id);
    CHECK_MESSAGE(!rule.summary.zh.empty(), rule.id);
    CHECK_MESSAGE(static_cast<bool>(rule.run), rule.id);
  }
}

TEST_CASE("every rule is explained in both languages, with two examples") {
  for (const Rule& rule : all_rules())
    for (const Language language : {Language::en, Language::zh}) {
      const auto text = explanation_of(rule.id, language);
      REQUIRE_MESSAGE(text, rule.id);
      const bool is_zh = language == Language::zh;
      for (const std::string_view heading :
           is_zh ? std::array<std::string_view, 4>{"\n## 错误\n\n```yaml",
                                                   "\n## 正确\n\n```yaml",
                                                   "\n## 为什么\n",
                                                   "\n## 怎样不报告\n"}
                 : std::array<std::string_view, 4>{
                       "\n## Wrong\n\n```yaml", "\n## Right\n\n```yaml",
                       "\n## Why\n", "\n## How to silence it\n"})
        CHECK_MESSAGE(text->find(heading) != std::string::npos, rule.id,
                      heading);
      // The ground: none without a real table behind it.
      const auto why = text->find(is_zh ? "\n## 为什么\n" : "\n## Why\n");
      const auto how =
          text->find(is_zh ? "\n## 怎样不报告\n" : "\n## How to silence it\n");
      REQUIRE_MESSAGE(why < how, rule.id);
      const std::string ground = text->substr(why, how - why);
      bool is_real = false;
      for (const std::string_view mark :
           is_zh ? std::array<std::string_view, 3>{"实际表格", "试点",
                                                   "在用的调整办法"}
                 : std::array<std::string_view, 3>{"eal table", "pilot",
                                                   "rules in use"})
        is_real |= ground.find(mark) != std::string::npos;
      CHECK_MESSAGE(is_real, rule.id, ground);
    }
  CHECK(!explanation_of("no-such-rule", Language::en));
}

TEST_CASE("nothing is explained that is no rule") {
  std::set<std::string> ids;
  for (const Rule& rule : all_rules()) ids.insert(std::string(rule.id));
  const fs::path folder = fs::path(CATALOG_SOURCE_DIR) / "src/check/explain";
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    CHECK_MESSAGE(ids.contains(name.substr(0, name.find('.'))), name);
  }
}

TEST_CASE("a rule fires in its case, and no other does") {
  for (const Rule& rule : all_rules()) {
    INFO(rule.id);
    if (needs_base(rule.id)) continue;  // see the next
    REQUIRE(fs::exists(case_of(rule) / "catalog.yaml"));
    REQUIRE(fs::exists(case_of(rule) / "session.txt"));
    const auto loaded = source::load(case_of(rule));
    std::size_t fired = 0;
    for (const auto& each : check_tree(loaded.tree, Language::zh)) {
      if (each.code == rule.id) ++fired;
      // What an ended waiver no longer silences.
      const bool is_expected =
          each.code == rule.id ||
          (rule.id == "ended-waiver" && each.code == "ditto");
      CHECK_MESSAGE(is_expected, each.code, ": ", each.message);
    }
    CHECK(fired > 0);
    CHECK(loaded.tree[loaded.tree.id(0)].bytes.find("# Quiet") !=
          std::string::npos);
  }
}

TEST_CASE("a rule that compares with a base has a case of all verdicts") {
  for (const Rule& rule : all_rules())
    if (needs_base(rule.id))
      CHECK_MESSAGE(fs::exists(fs::path(CATALOG_SOURCE_DIR) /
                               "tests/cases/overlay" / rule.id / "session.txt"),
                    rule.id);
}

TEST_CASE("the base catalog has no error and no warning") {
  const auto loaded = source::load(fs::path(CATALOG_SOURCE_DIR) / "catalog");
  for (const auto& each : check_tree(loaded.tree, Language::en))
    // Built-in layouts are added by a later stage than this test has.
    if (each.code != "unknown-layout")
      CHECK_MESSAGE(each.severity == diagnostics::Severity::info, each.code,
                    ": ", each.message);
}

}  // namespace
}  // namespace catalog::check
