#include <fmt/format.h>

#include "view/flow_chart.h"

namespace catalog::view {
namespace {

using model::Flow;
using model::FlowNode;

std::string_view kind_text(FlowNode::Kind kind) {
  switch (kind) {
    case FlowNode::Kind::start: return "开始";
    case FlowNode::Kind::step: return "办理";
    case FlowNode::Kind::decision: return "判断";
    case FlowNode::Kind::end: return "结束";
  }
  return {};
}

/// ↓ to the next step, → to another: 是 → 5. 答复申请人（20个工作日内）.
std::string ways_text(const Flow& flow, std::size_t node) {
  std::string text;
  for (const FlowWay& way : ways_from(flow, node)) {
    if (!text.empty()) text += '\n';
    if (!way.label.empty()) text += way.label + " ";
    text += fmt::format("{} {}. {}", way.to == node + 1 ? "↓" : "→", way.to + 1,
                        flow.nodes[way.to].text.text);
    if (!way.timing.empty()) text += fmt::format("（{}）", way.timing);
  }
  return text;
}

}  // namespace

std::vector<FlowWay> ways_from(const Flow& flow, std::size_t node) {
  std::vector<FlowWay> ways;
  for (const model::FlowEdge& edge : flow.edges) {
    if (edge.from.text != flow.nodes[node].id.text) continue;
    for (std::size_t to = 0; to < flow.nodes.size(); ++to)
      if (flow.nodes[to].id.text == edge.to.text)
        ways.push_back(
            {std::string(edge.label.text), std::string(edge.timing.text), to});
  }
  return ways;
}

Table flow_table(const resolve::Edition& edition, const Flow& flow) {
  Table table;
  table.kind = Table::Kind::flow;
  table.id = flow.id.text;
  table.name = table.title = flow.title.text;
  table.paper = model::Paper::a4;
  table.note = flow.note.text;
  const std::pair<const char*, double> columns[] = {
      {"步骤", 6},      {"环节", 34}, {"种类", 8},
      {"责任单位", 20}, {"时限", 24}, {"下一步", 44}};
  for (const auto& [title, width] : columns) {
    const auto place = static_cast<std::uint32_t>(table.columns.size());
    table.header.push_back({title, 0, place, 1, 1});
    Column& column = table.columns.emplace_back();
    column.title = title;
    column.width = width;
    column.centred = place == 0 || place == 2;
  }
  table.columns[0].value = "number";
  table.frozen_columns = 2;
  for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
    const FlowNode& node = flow.nodes[i];
    const auto body = edition->bodies.find(node.body.text);
    Row& row = table.rows.emplace_back();
    const auto add = [&](std::string text) {
      row.cells.push_back({std::move(text), {}});
    };
    add(std::to_string(i + 1));
    add(std::string(node.text.text));
    add(std::string(kind_text(node.kind)));
    add(body ? std::string(edition[*body].name.text) : "");
    add(std::string(node.timing.text));
    add(ways_text(flow, i));
  }
  return table;
}

}  // namespace catalog::view
