#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "emit/emitters.h"
#include "emit/html/markup.h"
#include "unit/emit/small_catalog.h"

namespace catalog {
namespace {

using test::Files;

Files site_of(const test::Sample& sample) {
  return test::files_of(emit::html, sample.publication);
}

bool is_page(std::string_view path) { return path.ends_with(".html"); }

/// What the values of an attribute are, wherever it stands in a page.
std::vector<std::string> values_of(const std::string& page,
                                   const std::string& attribute) {
  std::vector<std::string> values;
  const RE2 pattern(" " + attribute + "=\"([^\"]*)\"");
  re2::StringPiece rest(page);
  std::string value;
  while (RE2::FindAndConsume(&rest, pattern, &value)) values.push_back(value);
  return values;
}

std::set<std::string> anchors_of(const std::string& page) {
  const auto ids = values_of(page, "id");
  return {ids.begin(), ids.end()};
}

/// Where a relative address leads, seen from a page.
std::string joined(std::string_view page, std::string_view address) {
  std::string path(page.substr(0, page.rfind('/') + 1));
  while (address.starts_with("../")) {
    REQUIRE(!path.empty());
    path.erase(path.rfind('/', path.size() - 2) + 1);
    address.remove_prefix(3);
  }
  return path + std::string(address);
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++found;
  return found;
}

TEST_CASE("a site has its pages, and none for a domain without items") {
  const auto files = site_of(*test::make_sample());
  for (const char* path : {"index.html",
                           "domains/compulsory-education.html",
                           "domains/social-assistance.html",
                           "domains/hostile.html",
                           "views/opens.html",
                           "laws.html",
                           "bodies.html",
                           "statistics.html",
                           "laws/adoption-law.html",
                           "bodies/education-bureau.html",
                           "by/opens/service.html",
                           "levels.html",
                           "elements.html",
                           "flows.html",
                           "flows/on-request.html",
                           "poster.html",
                           "pocket.html",
                           "documents/general-standard.html",
                           "last-changes.html",
                           "assets/changes.css",
                           "assets/data.js",
                           "assets/site.css",
                           "assets/search.js"})
    CHECK_MESSAGE(files.contains(path), path);
  CHECK_FALSE(files.contains("domains/empty.html"));
}

TEST_CASE("every link inside the site leads to a file and an anchor of it") {
  const auto files = site_of(*test::make_sample());
  std::size_t checked = 0;
  for (const auto& [name, page] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    if (!is_page(path)) continue;
    auto addresses = values_of(page, "href");
    for (const std::string& source : values_of(page, "src"))
      addresses.push_back(source);
    for (const std::string& address : addresses) {
      if (address.starts_with("tel:") || address.starts_with("https:"))
        continue;
      const std::size_t hash = std::min(address.find('#'), address.size());
      const std::string target =
          hash == 0 ? path : joined(path, address.substr(0, hash));
      CAPTURE(path);
      CAPTURE(address);
      REQUIRE(files.contains(target));
      const std::string anchor =
          address.substr(std::min(hash + 1, address.size()));
      // `#q=…` and the like are questions to the search.
      const bool is_question = target == "index.html" && anchor != "_main" &&
                               !anchor.starts_with("_");
      if (!anchor.empty() && !is_question)
        CHECK(anchors_of(files.at(target)).contains(anchor));
      ++checked;
    }
  }
  CHECK(checked > 100);
}

TEST_CASE("every item is an anchor on its domain's page, each id once") {
  const auto sample = test::make_sample();
  const auto files = site_of(*sample);
  for (const auto& item : sample->catalog.items) {
    const auto& domain = sample->edition[item.domain];
    const auto& page =
        files.at("domains/" + std::string(domain.id.text) + ".html");
    CHECK(anchors_of(page).contains(std::string(item.id.text)));
  }
  for (const auto& [name, page] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    if (!is_page(path)) continue;
    CAPTURE(path);
    CHECK(values_of(page, "id").size() == anchors_of(page).size());
  }
}

TEST_CASE("a law's page says where it stands and who cites it") {
  const auto files = site_of(*test::make_sample());
  const std::string& dead = files.at("laws/adoption-law.html");
  CHECK(count(dead, "已于2021年1月1日废止") == 1);
  CHECK(count(dead, "#social-assistance/minimum-living\"") == 1);
  CHECK(count(dead, "#compulsory-education/aid\"") == 0);
  const std::string& alive = files.at("laws/disclosure-regulation.html");
  CHECK(count(alive, "第二十六条") == 4);
  CHECK(count(alive, "信息形成或者变更之日起20个工作日内") >= 1);
}

TEST_CASE("a body's page has its items and their timings") {
  const auto files = site_of(*test::make_sample());
  const std::string& page = files.at("bodies/education-bureau.html");
  for (const char* id : {"enrolment-policy", "enrolment", "aid"})
    CHECK(count(page, "#compulsory-education/" + std::string(id) + "\"") == 1);
  CHECK(count(page, "social-assistance") == 0);
  CHECK(count(page, "长期公开") == 2);  // the item's, and the bar's
  CHECK(count(page, "href=\"tel:057788888888\"") == 1);
}

TEST_CASE("a term's page has its items and brings up what is linked") {
  const auto files = site_of(*test::make_sample());
  const std::string& page = files.at("by/opens/service.html");
  CHECK(count(page, "最低生活保障 › 审核信息") == 1);
  CHECK(count(page, "#compulsory-education/enrolment-policy\"") == 2);
  CHECK(count(page, "已废止") == 1);
  CHECK(count(page, "aria-current=\"page\"><span>服务公开") == 1);
  // A term without items has no page and is not among the steps.
  CHECK_FALSE(files.contains("by/opens/decision.html"));
}

TEST_CASE("a flow is drawn, told in words and lists its items") {
  const auto files = site_of(*test::make_sample());
  const std::string& page = files.at("flows/on-request.html");
  CHECK(count(page,
              "<svg class=\"flow\" role=\"img\" "
              "aria-labelledby=\"_title _description\"") == 1);
  CHECK(count(page, "<title id=\"_title\">依申请公开流程</title>") == 1);
  CHECK(count(page, "class=\"box decision\"") == 1);
  CHECK(count(page, "class=\"box terminal\"") == 2);
  CHECK(count(page, "class=\"head\"") == 4);
  CHECK(count(page, ">是</text>") == 1);
  CHECK(count(page, "是：转第 <a href=\"#reply\">4 步</a>") == 1);
  CHECK(count(page, "#social-assistance/minimum-living\"") == 1);
  CHECK(files.contains("flows.html"));
}

TEST_CASE("a document is what cmark makes of it, and safe") {
  const auto files = site_of(*test::make_sample());
  const std::string& page = files.at("documents/general-standard.html");
  CHECK(count(page, "<h2>总则</h2>") == 1);
  CHECK(count(page, "<a href=\"https://example.org/\">好链接</a>") == 1);
  CHECK(count(page, ">坏链接") == 1);
  CHECK(count(page, "图样") == 1);
  CHECK(count(page, "<img") == 0);
  CHECK(count(page, "alert(1)") == 0);
}

TEST_CASE("pages carry the code of their address where that is known") {
  const auto sample = test::make_sample();
  CHECK(count(site_of(*sample).at("laws.html"), "class=\"code\"") == 0);
  sample->catalog.manifest.url = {"https://example.gov.cn/gk", {{}, 0, 1}};
  const auto files = site_of(*sample);
  const std::string& page = files.at("laws.html");
  CHECK(count(page, "class=\"code\"") == 1);
  CHECK(count(page, ">https://example.gov.cn/gk/laws.html</a>") == 1);
  sample->catalog.manifest.url.text = test::hostile_url;
  CHECK(count(site_of(*sample).at("laws.html"), "class=\"code\"") == 0);
}

TEST_CASE("items have a code of their own where the catalog asks for it") {
  const auto sample = test::make_sample();
  const auto codes = [&] {
    return count(site_of(*sample).at("domains/compulsory-education.html"),
                 "class=\"scan\"");
  };
  sample->catalog.manifest.url = {"https://example.gov.cn/gk", {{}, 0, 1}};
  CHECK(codes() == 0);
  theme::Theme theme;
  theme.has_item_codes = true;
  sample->publication.theme = &theme;
  CHECK(codes() == 3);  // an item each, however its cells are merged
  sample->catalog.manifest.url = {};
  CHECK(codes() == 0);
}

TEST_CASE("a site built beside others leads to them and knows where it is") {
  const auto sample = test::make_sample();
  sample->catalog.manifest.url = {"https://example.gov.cn/gk", {{}, 0, 1}};
  sample->publication.around = "../";
  const std::string own(sample->edition.code.empty()
                            ? sample->catalog.manifest.id.text
                            : sample->edition.code);
  CHECK(count(site_of(*sample).at("laws.html"),
              ">https://example.gov.cn/gk/" + own + "/laws.html</a>") == 1);
}

TEST_CASE("the interface is English where the manifest says so") {
  const auto sample = test::make_sample();
  sample->catalog.manifest.site_langs = {{"en", {{}, 0, 1}}};
  sample->catalog.manifest.english_title = {"Ouhai", {{}, 0, 1}};
  const auto files = site_of(*sample);
  for (const auto& [name, page] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    if (!is_page(path)) continue;
    CAPTURE(path);
    CHECK(count(page, "<html lang=\"en\">") == 1);
    CHECK(count(page, ">Skip to content<") == 1);
    for (const char* words : {"首页", "搜索", "深色", "公开领域", "文字说明",
                              "上一个", "筛选", "共 "})
      CHECK_MESSAGE(count(page, words) == 0, words);
  }
  CHECK(count(files.at("by/opens/service.html"), "Subsistence › Review") == 1);
  CHECK(count(files.at("statistics.html"), "4 items have no English name") ==
        1);
}

TEST_CASE("a fragment brings its looks along and needs nothing else") {
  const auto files =
      test::files_of(emit::fragment, test::make_sample()->publication);
  CHECK(files.size() == 3);
  for (const auto& [name, page] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    CAPTURE(path);
    CHECK(page.starts_with("<table style=\""));
    CHECK(count(page, "<script") == 0);
    CHECK(count(page, " class=") == 0);
    CHECK(count(page, " href=") == 0);
  }
  const auto& merged = files.at("fragment/compulsory-education.html");
  CHECK(count(merged, "rowspan=\"2\" style=") >= 1);
  CHECK(count(merged, ">招生管理<") == 1);
}

TEST_CASE("what was waived is a fragment, under a name of its own") {
  const auto sample = test::make_sample();
  view::Publication& publication = sample->publication;
  publication.waivers = publication.domains.front();
  publication.waivers.id = "waivers";
  CHECK(test::files_of(emit::fragment, publication)
            .contains("fragment/waivers.html"));
  publication.domains.front().id = "waivers";
  const auto files = test::files_of(emit::fragment, publication);
  CHECK(files.contains("fragment/waivers.html"));
  CHECK(files.contains("fragment/approved-waivers.html"));
}

TEST_CASE("downloads are offered where they are made") {
  const auto sample = test::make_sample();
  CHECK_FALSE(site_of(*sample).contains("downloads.html"));
  sample->publication.formats = {"html", "csv"};
  const auto files = site_of(*sample);
  const std::string& page = files.at("downloads.html");
  CHECK(count(page, "catalog.xlsx") == 0);
  for (const auto& file : test::files_of(emit::csv, sample->publication))
    CHECK_MESSAGE(count(page, "\"" + file.first + "\"") == 1, file.first);
  sample->publication.formats = {"html", "tables"};
  const auto others = site_of(*sample);
  CHECK(count(others.at("downloads.html"), "href=\"tables.xlsx\"") == 1);
  CHECK(count(others.at("downloads.html"), "catalog.xlsx") == 0);
}

TEST_CASE("changes lead to what is shown, and fold what is not any more") {
  const auto sample = test::make_sample();
  const auto files = site_of(*sample);
  const std::string& page = files.at("last-changes.html");
  CHECK(count(page, "<article") == 5);
  for (const char* address :
       {"domains/compulsory-education.html#compulsory-education/aid",
        "domains/compulsory-education.html#compulsory-education/"
        "enrolment-policy",
        "laws/disclosure-regulation.html"})
    CHECK_MESSAGE(count(page, "</span> <a href=\"" + std::string(address)) == 1,
                  address);
  CHECK(count(page, "<details>") == 1);
  CHECK(count(page, "起<del>20</del>个工作日内") == 2);
  CHECK(count(page, "起<ins>3</ins>个工作日内") == 2);
  CHECK(count(page, "版式") == 1);
  CHECK(count(files.at("index.html"), "有 5 处变化") == 1);
  CHECK(count(page, "<script>alert") == 0);
}

TEST_CASE(
    "an edition without changes says so, one without a last edition "
    "nothing") {
  const auto sample = test::make_sample();
  sample->publication.last_changes->all.clear();
  const auto same = site_of(*sample);
  CHECK(count(same.at("last-changes.html"), "与上一版相比没有变化") == 1);
  CHECK(count(same.at("index.html"), "本版与上一版相比没有变化") == 1);
  sample->publication.last_changes.reset();
  const auto files = site_of(*sample);
  CHECK_FALSE(files.contains("last-changes.html"));
  CHECK_FALSE(files.contains("assets/changes.css"));
  CHECK(count(files.at("index.html"), "last-changes.html") == 0);
}

TEST_CASE("hostile fields appear as text") {
  const auto files = site_of(*test::make_sample());
  const std::string escaped =
      "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;";
  const std::string& page = files.at("domains/hostile.html");
  CHECK(count(page, escaped) >= 8);
  for (const auto& [name, bytes] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    if (!is_page(path)) continue;
    CAPTURE(path);
    CHECK(count(bytes, "<script>alert") == 0);
    for (const std::string& address : values_of(bytes, "href"))
      CHECK(count(address, "javascript:") == 0);
  }
  // The url is shown, but leads nowhere.
  CHECK(count(files.at("laws.html"), ">javascript:alert(1)<") == 1);
}

TEST_CASE("pages carry a strict policy and nothing inline") {
  const auto files = site_of(*test::make_sample());
  for (const auto& [name, page] : files) {
    const std::string& path = name;  // clang 14 captures no bindings
    if (!is_page(path)) continue;
    CAPTURE(path);
    CHECK(count(page,
                "content=\"default-src 'none'; style-src 'self'; "
                "script-src 'self'; img-src 'self'; base-uri 'none'; "
                "form-action 'none'\"") == 1);
    CHECK(count(page, "unsafe") == 0);
    CHECK(count(page, "<style") == 0);
    CHECK(values_of(page, "style").empty());
    CHECK(count(page, "<script") == count(page, "<script src=\""));
    CHECK_FALSE(RE2::PartialMatch(page, " on[a-z]+=\""));
    CHECK(count(page, "<html lang=\"zh-CN\">") == 1);
  }
}

TEST_CASE("merged cells span, and repeat their text for the cards alone") {
  const auto files = site_of(*test::make_sample());
  const std::string& page = files.at("domains/compulsory-education.html");
  CHECK(count(page, " rowspan=\"2\"><div class=\"stay\">招生管理</div></td>") ==
        1);
  CHECK(count(page, "of again\" data-label=\"一级事项\">招生管理</div>") == 1);
  CHECK(count(page, "<th scope=\"colgroup\"") == 2);
  CHECK(count(page, "<tbody>") == 1);
}

TEST_CASE("a repealed law is named as such beside its citation") {
  const auto files = site_of(*test::make_sample());
  CHECK(count(files.at("domains/social-assistance.html"),
              "<a href=\"../laws/adoption-law.html\">《中华人民共和国收养法》"
              "</a> <span class=\"fault\">已废止</span>") == 1);
}

TEST_CASE("only addresses that cannot run anything become links") {
  using emit::site::is_safe_link;
  for (const char* url :
       {"https://www.ouhai.gov.cn/", "HTTP://a.cn", "mailto:a@b.cn",
        "tel:0577-88888888", "docs/a.html", "/a:b", "#a:b", "?q=a:b"})
    CHECK_MESSAGE(is_safe_link(url), url);
  for (const char* url :
       {"", "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x",
        "java\nscript:x", "\x01javascript:x", "data:text/html,x", "file:///x",
        "vbscript:x", "//evil.example/", "\\\\evil\\share", "ms-word:x"})
    CHECK_FALSE_MESSAGE(is_safe_link(url), url);
}

TEST_CASE("a site is the same bytes each time") {
  CHECK(site_of(*test::make_sample(50)) == site_of(*test::make_sample(50)));
}

}  // namespace
}  // namespace catalog
