#include <doctest/doctest.h>

#include <cstdlib>

#include "unit/emit/small_catalog.h"
#include "view/flow_chart.h"

namespace catalog::view {
namespace {

bool overlap(const FlowChart::Box& a, const FlowChart::Box& b) {
  return 2 * std::abs(a.centre.x - b.centre.x) < a.width + b.width &&
         2 * std::abs(a.centre.y - b.centre.y) < a.height + b.height;
}

TEST_CASE("boxes of a flow chart stand apart, inside the picture") {
  const auto sample = test::make_sample();
  const auto& flow = sample->catalog.flows.all()[0];
  const FlowChart chart = flow_chart(sample->edition, flow);
  REQUIRE(chart.boxes.size() == flow.nodes.size());
  for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
    const FlowChart::Box& box = chart.boxes[i];
    CHECK(box.centre.x - box.width / 2 >= -1);
    CHECK(box.centre.x + box.width / 2 <= chart.width + 1);
    CHECK(box.centre.y - box.height / 2 >= -1);
    CHECK(box.centre.y + box.height / 2 <= chart.height + 1);
    for (std::size_t j = 0; j < i; ++j)
      CHECK_FALSE(overlap(box, chart.boxes[j]));
  }
  // The start is above all others.
  for (const FlowChart::Box& box : chart.boxes)
    CHECK(chart.boxes[0].centre.y <= box.centre.y);
}

TEST_CASE("a flow chart is drawn alike every time") {
  const auto sample = test::make_sample();
  const auto& flow = sample->catalog.flows.all()[0];
  const FlowChart first = flow_chart(sample->edition, flow);
  const FlowChart second = flow_chart(sample->edition, flow);
  REQUIRE(first.lines.size() == second.lines.size());
  for (std::size_t i = 0; i < first.lines.size(); ++i) {
    REQUIRE(first.lines[i].points.size() == second.lines[i].points.size());
    for (std::size_t j = 0; j < first.lines[i].points.size(); ++j) {
      CHECK(first.lines[i].points[j].x == second.lines[i].points[j].x);
      CHECK(first.lines[i].points[j].y == second.lines[i].points[j].y);
    }
  }
}

TEST_CASE("a flow's table says where each step leads") {
  const auto sample = test::make_sample();
  const Table table =
      flow_table(sample->edition, sample->catalog.flows.all()[0]);
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[0].cells[3].text == "瓯海区教育局");
  CHECK(table.rows[0].cells[5].text == "↓ 2. 是否属于公开范围");
  CHECK(
      table.rows[1].cells[5].text.starts_with("是 → 4. 答复申请人\n否 ↓ 3. "));
  CHECK(table.rows[3].cells[4].text == "收到申请之日起20个工作日内");
  CHECK(table.rows[3].cells[5].text.empty());
}

}  // namespace
}  // namespace catalog::view
