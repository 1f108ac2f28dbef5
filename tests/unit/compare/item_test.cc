#include "compare/item.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/calendar.h"
#include "model/read.h"
#include "resolve/join.h"
#include "resolve/overlay.h"
#include "source/tree.h"
#include "syntax/read.h"

namespace catalog::compare {
namespace {

constexpr std::string_view registries = R"(
catalog: {id: base, title: 基础目录, date: 2026-01-15}
domains: [{id: education, name: 义务教育}]
laws:
  - {id: regulation, title: 中华人民共和国政府信息公开条例}
  - {id: education-law, title: 中华人民共和国义务教育法}
bodies:
  - {id: authority, name: 教育行政部门, generic: true}
  - {id: other-authority, name: 应急管理部门, generic: true}
channels:
  - {id: website, name: 政府网站}
  - {id: gazette, name: 政府公报}
  - {id: board, name: 公示栏}
  - {id: visit, name: 入户/现场}
)";

/// The fields of the base's item, unless a pair says otherwise.
const std::map<std::string, std::string> usual{
    {"content", "[招生计划, 申请指南]"},
    {"basis", "[regulation 第二十条]"},
    {"timing", "信息形成或者变更之日起20个工作日内"},
    {"body", "authority"},
    {"channels", "[website, gazette]"},
    {"levels", "[county, town]"}};

/// A field as the base has it and as the overlay sets it, and the verdict.
struct Pair {
  std::string field;
  std::string base;
  std::string now;
  Order order;
};

const std::vector<Pair> pairs{
    {"timing", "信息形成或者变更之日起20个工作日内",
     "信息形成或者变更之日起3个工作日内", Order::stricter},
    {"timing", "信息形成或者变更之日起20个工作日内",
     "自信息形成或者变更之日起20个工作日内", Order::equal},
    {"timing", "信息形成或者变更之日起20个工作日内",
     "信息形成或者变更之日起30个工作日内", Order::weaker},
    {"timing", "信息形成或者变更之日起20个工作日内",
     "信息形成或者变更之日起1个月内", Order::incomparable},

    {"channels", "[website]", "[website, gazette]", Order::stricter},
    {"channels", "[{any-of: [gazette, board]}]", "[gazette]", Order::stricter},
    {"channels", "[website, gazette]", "[gazette, website]", Order::equal},
    {"channels", "[website, gazette]", "[website]", Order::weaker},
    {"channels", "[{any-of: [gazette, board]}]",
     "[{any-of: [gazette, board, visit]}]", Order::weaker},

    {"content", "[招生计划]", "[招生计划, 学区划分]", Order::stricter},
    {"content", "[{text: 招生计划, optional: true}]", "[招生计划]",
     Order::stricter},
    {"content", "[招生计划, 申请指南]", "[申请指南, 招生计划]", Order::equal},
    {"content", "[招生计划, 申请指南]", "[招生计划]", Order::weaker},
    {"content", "[招生计划]", "[{text: 招生计划, optional: true}]",
     Order::weaker},
    {"content", "[招生计划]", "[{text: 招生计划, levels: [county]}]",
     Order::weaker},
    {"content", "[{text: 招生计划, levels: [county]}]", "[招生计划]",
     Order::stricter},
    {"content", "[招生计划]", "{replace: {招生计划: 招生安排}}",
     Order::incomparable},

    {"levels", "[county]", "[county, town]", Order::stricter},
    {"levels", "[county, town]", "[town, county]", Order::equal},
    {"levels", "[county, town]", "[county]", Order::weaker},

    {"audience", "{group: 学生}", "public", Order::stricter},
    {"audience", "{group: 学生}", "[{group: 学生}, {group: 家长}]",
     Order::stricter},
    {"audience", "public", "[public]", Order::equal},
    {"audience", "public", "{group: 学生}", Order::weaker},
    {"audience", "{group: 学生}", "{group: 家长}", Order::weaker},

    {"mode", "on-request", "proactive", Order::stricter},
    {"mode", "proactive", "[proactive]", Order::equal},
    {"mode", "proactive", "on-request", Order::weaker},
    {"mode", "on-request", "withheld", Order::weaker},

    {"basis", "[regulation]", "[regulation, education-law]", Order::stricter},
    {"basis", "[regulation, education-law]", "[education-law, regulation]",
     Order::equal},
    {"basis", "[regulation, education-law]", "[regulation]", Order::weaker},
    {"basis", "[regulation 第二十条]", "[regulation 第二十一条]",
     Order::incomparable},

    {"body", "authority", "[authority, other-authority]", Order::stricter},
    {"body", "authority", "[authority]", Order::equal},
    {"body", "{by-level: {county: authority, town: authority}}",
     "{by-level: {county: authority}}", Order::weaker},
    {"body", "authority", "other-authority", Order::incomparable},

    {"supervision", "{phone: '12345'}", "{phone: '12345', office: 监督科}",
     Order::stricter},
    {"supervision", "{phone: '12345'}", "{phone: 0577-88888888}", Order::equal},
    {"supervision", "{phone: '12345', office: 监督科}", "{phone: '12345'}",
     Order::weaker},

    {"must-post", "false", "true", Order::stricter},
    {"must-post", "true", "true", Order::equal},
    {"must-post", "true", "false", Order::weaker}};

/// Verdicts that cannot occur, since the field is a set or an order in which
/// any two values compare. src/resolve/README.md says why of each.
const std::set<std::pair<std::string, Order>> impossible{
    {"channels", Order::incomparable},    {"levels", Order::incomparable},
    {"audience", Order::incomparable},    {"mode", Order::incomparable},
    {"supervision", Order::incomparable}, {"must-post", Order::incomparable}};

model::Catalog read(const source::SourceTree& tree,
                    diagnostics::Diagnostics& found) {
  std::vector<syntax::Document> documents;
  documents.push_back(syntax::read(tree, tree.id(0), found));
  return model::read(std::move(documents), tree.id(0), found);
}

std::string base_text(const Pair& pair) {
  std::string text(registries);
  text += "items:\n  - id: education/policy\n    name: [招生管理, 招生政策]\n";
  auto fields = usual;
  fields[pair.field] = pair.base;
  for (const auto& [key, value] : fields)
    text += "    " + key + ": " + value + "\n";
  return text;
}

Order order_between(const Pair& pair) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  source::SourceTree base_tree;
  base_tree.add("catalog.yaml", base_text(pair));
  source::SourceTree tree(1);
  tree.add("catalog.yaml",
           "catalog: {id: county, title: 某县目录, date: 2026-01-15, "
           "jurisdiction: '330304', extends: ../base}\n"
           "adjust:\n  - item: education/policy\n    " +
               pair.field + ": " + pair.now + "\n");
  const model::Catalog base = read(base_tree, found);
  tree.stand_on(base_tree);
  model::Catalog laid_over = resolve::overlaid(base, read(tree, found), found);
  model::Catalog alone = base;
  const auto below = resolve::catalog_of(std::move(alone), found);
  const auto above = resolve::catalog_of(std::move(laid_over), found);
  const Reading now{above, above.items.all()[0]};
  const Reading then{below, below.items.all()[0]};
  const days::Calendar calendar = calendar_of(above);
  const std::string& field = pair.field;
  if (field == "timing") return order_of_timing(now, then, calendar).order;
  if (field == "channels") return order_of_channels(now, then).order;
  if (field == "content") return order_of_content(now, then).order;
  if (field == "levels") return order_of_levels(now, then).order;
  if (field == "audience") return order_of_audience(now, then).order;
  if (field == "mode") return order_of_mode(now, then).order;
  if (field == "basis") return order_of_basis(now, then).order;
  if (field == "body") return order_of_body(now, then).order;
  if (field == "supervision") return order_of_supervision(now, then).order;
  REQUIRE(field == "must-post");
  return order_of_posting(now, then).order;
}

TEST_CASE("a field of an item against its base: every verdict") {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.field);
    CAPTURE(pair.base);
    CAPTURE(pair.now);
    CHECK(order_between(pair) == pair.order);
  }
}

TEST_CASE("no verdict is left out but those that cannot occur") {
  std::set<std::pair<std::string, Order>> shown;
  std::set<std::string> fields;
  for (const Pair& pair : pairs) {
    shown.emplace(pair.field, pair.order);
    fields.insert(pair.field);
  }
  CHECK(fields.size() == 10);
  for (const std::string& field : fields)
    for (const Order order :
         {Order::stricter, Order::equal, Order::weaker, Order::incomparable}) {
      CAPTURE(field);
      CAPTURE(static_cast<int>(order));
      CHECK(shown.contains({field, order}) !=
            impossible.contains({field, order}));
    }
}

}  // namespace
}  // namespace catalog::compare
