#include <doctest/doctest.h>

#include <algorithm>

#include "unit/check/written.h"

namespace catalog::check {
namespace {

using Strings = std::vector<std::string>;

/// A national base with one item: what every rule is content with, and `more`
/// lines of the item.
std::string item(std::string_view more) {
  return "domains: [{id: a, name: 义务教育}]\n"
         "laws: [{id: law, title: 中华人民共和国义务教育法, kind: law}]\n"
         "bodies: [{id: bureau, name: 教育局}]\n"
         "channels: [{id: website, name: 政府网站, standard: true}]\n"
         "defaults:\n"
         "  name: [招生管理, 招生政策]\n"
         "  content: [招生计划]\n"
         "  basis: [law]\n"
         "  timing: 信息形成或者变更之日起20个工作日内\n"
         "  body: bureau\n"
         "  channels: [website]\n"
         "items:\n"
         "  - id: a/one\n" +
         std::string(more);
}

std::string manifest(std::string_view more = {}) {
  return "catalog:\n  id: base\n  title: 目录\n  version: \"1\"\n"
         "  date: 2026-01-15\n" +
         std::string(more);
}

Strings found_with(std::string_view of_item,
                   std::string_view of_manifest = {}) {
  return found_at(manifest(of_manifest) + item(of_item));
}

Strings phones(std::string_view phone) {
  return found_with("    supervision: {phone: \"" + std::string(phone) +
                    "\"}\n");
}

TEST_CASE("a sound item is left in peace") {
  CHECK(found_with("") == Strings{});
}

TEST_CASE("the manifest turns rules off and changes their severity") {
  const std::string wrong = manifest() + item("    timing: 20内\n");
  CHECK(found_in(wrong) == Strings{"malformed-timing"});
  CHECK(found_with("    timing: 20内\n",
                   "  checks: {malformed-timing: off}\n") == Strings{});
  source::SourceTree tree;
  tree.add("catalog.yaml", manifest("  checks: {malformed-timing: info}\n") +
                               item("    timing: 20内\n"));
  const auto found = check_tree(tree, diagnostics::Language::zh);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == diagnostics::Severity::info);
}

TEST_CASE("rules that are not known are reported wherever they are named") {
  CHECK(found_with("", "  checks: {malformd-timing: off}\n") ==
        Strings{"unknown-rule malformd-timing"});
  CHECK(found_with("    waive: [{rule: dito, until: 2026-12-31}]\n") ==
        Strings{"unknown-rule dito"});
  CHECK(found_with("", "  checks: {weaker-timing: off}\n") ==
        Strings{"fixed-severity weaker-timing"});
}

TEST_CASE("a waiver of a comparison excuses nothing where there is no base") {
  CHECK(found_with("    waive: [{rule: weaker-timing, until: 2026-12-31}]\n") ==
        Strings{"unused-waiver weaker-timing"});
}

TEST_CASE("a waiver of a rule that is off is not called unused") {
  CHECK(found_with("    waive: [{rule: ditto, until: 2026-12-31}]\n",
                   "  checks: {ditto: off}\n") == Strings{});
}

TEST_CASE("a waiver silences its item alone") {
  const std::string waived =
      "    content: [同上]\n"
      "    waive: [{rule: ditto, until: 2026-01-15}]\n"
      "  - id: a/two\n    name: [招生管理, 招生结果]\n    content: [同前]\n";
  CHECK(found_with(waived) == Strings{"ditto 同前"});
}

TEST_CASE("claims of absence are not made about what could not be read") {
  // The tab hides part of the item, so that its basis may stand there.
  const std::string broken =
      "catalog: {id: base, title: 目录, date: 2026-01-15}\n"
      "items:\n  - id: a/one\n    name: [招生政策]\n    content: [招生计划]\n"
      "    timing: 长期公开\n    body: bureau\n    channels: [website]\n"
      "\tbasis: [law]\n";
  for (const std::string& code : found_in(broken)) {
    CHECK(code != "uncited-item");
    CHECK(code != "nothing-ticked");
  }
}

TEST_CASE("a base is not asked for offices and phones") {
  const std::string role =
      "bodies: [{id: role, name: 教育行政部门, generic: true}]\n"
      "channels: [{id: website, name: 政府网站}]\n"
      "laws: [{id: law, title: 义务教育法, kind: law},"
      " {id: other, title: 教育法, kind: law}]\n"
      "domains: [{id: a, name: 义务教育}]\n"
      "items: [{id: a/one, name: [甲], content: [乙], basis: [law],"
      " timing: 长期公开, body: role, channels: [website]}]\n";
  CHECK(found_in(manifest() + role) == Strings{});
  CHECK(found_in(manifest("  jurisdiction: \"330000\"\n") +
                 "jurisdictions: [{code: \"330000\", name: 浙江省,"
                 " level: province}]\n" +
                 role) == Strings{});
  CHECK(found_in(manifest("  jurisdiction: \"330304\"\n") +
                 "jurisdictions: [{code: \"330304\", name: 瓯海区,"
                 " level: county}]\n" +
                 role) ==
        Strings{"missing-supervision", "generic-body", "unused-law"});
}

TEST_CASE("phone numbers as offices write them are accepted") {
  for (const auto* phone :
       {"0577-88888888", "（0577）88888888", "(0577)88888888", "057788888888",
        "88888888", "12345", "12333", "110", "0577-12345", "95598", "10086",
        "400-123-4567", "4001234567", "13800138000", "0577-88888888转8001",
        "0577-88888888-8001", "0577-88888888、88888889",
        "0577-88888888/88888889", "12345 0577-88888888"})
    CHECK_MESSAGE(phones(phone) == Strings{}, std::string(phone));
  for (const auto* phone : {"0577-888888", "0577-888888888", "1380013800",
                            "暂无", "0577－", "577-88888888", "123456789"})
    CHECK_MESSAGE(phones(phone).size() == 1, std::string(phone));
}

TEST_CASE("timings that say enough are left in peace") {
  for (const auto* timing :
       {"信息形成或者变更之日起20个工作日内", "每年1月31日前", "长期公开",
        "实时公开", "随时公布", "公示不少于7个工作日", "提前一周",
        "随采购公告公开", "每季度的首个月20日前", "发生变化后24小时内",
        "公示期为10个工作日", "3月底前"})
    CHECK_MESSAGE(
        found_with("    timing: " + std::string(timing) + "\n") == Strings{},
        std::string(timing));
}

TEST_CASE("numbers of documents are mended only where that is sure") {
  source::SourceTree tree;
  tree.add(
      "catalog.yaml",
      manifest() + item("    basis: [《义务教育法》（财农（2017）41号）]\n"));
  const auto found = check_tree(tree, diagnostics::Language::en);
  const auto at = std::find_if(
      found.begin(), found.end(),
      [](const auto& each) { return each.code == "malformed-number"; });
  REQUIRE(at != found.end());
  REQUIRE(at->fix.size() == 1);
  CHECK(at->fix[0].text == "财农〔2017〕41号");
}

TEST_CASE("both parentheses get the same width") {
  source::SourceTree tree;
  tree.add("catalog.yaml",
           manifest() + item("    content: [\"招生(2026)\", \"(A)类\"]\n"));
  const auto found = check_tree(tree, diagnostics::Language::en);
  REQUIRE(found.size() == 2);
  CHECK(found[0].help == "write `招生（2026）`");
  CHECK(found[0].fix.size() == 2);
  CHECK(found[1].help == "write `（A）类`");
}

TEST_CASE("places in escaped and folded texts are not guessed") {
  source::SourceTree tree;
  tree.add("catalog.yaml", manifest() + item("    content: [\"\\u4E49務\"]\n"));
  const auto found = check_tree(tree, diagnostics::Language::en);
  REQUIRE(found.size() == 1);
  CHECK(tree.text(found[0].span) == "\"\\u4E49務\"");
  CHECK(found[0].fix.empty());
}

}  // namespace
}  // namespace catalog::check
