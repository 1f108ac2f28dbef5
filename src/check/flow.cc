#include <algorithm>
#include <unordered_map>

#include "check/findings.h"
#include "unicode/closest.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Flow;
using model::FlowEdge;
using model::FlowNode;
using resolve::Edition;

/// A flow as a graph. Ends of edges that lead nowhere are left out; of a flow
/// that was not read whole there is no graph.
class Graph {
 public:
  explicit Graph(const Flow& flow) : flow_(flow), out_(flow.nodes.size()) {
    for (std::size_t i = 0; i < flow.nodes.size(); ++i)
      places_.try_emplace(flow.nodes[i].id.text, i);
    for (const FlowEdge& edge : flow.edges) {
      const auto from = place_of(edge.from), to = place_of(edge.to);
      if (from && to)
        out_[*from].push_back({&edge, *to});
      else
        is_whole_ = false;
    }
  }

  struct Way {
    const FlowEdge* edge = nullptr;
    std::size_t to = 0;
  };

  /// Every edge joins two nodes; else nothing can be said of what lacks one.
  bool is_whole() const { return is_whole_; }

  std::optional<std::size_t> place_of(const model::Text& id) const {
    const auto found = places_.find(id.text);
    if (found == places_.end()) return std::nullopt;
    return found->second;
  }
  const std::vector<Way>& ways_from(std::size_t node) const {
    return out_[node];
  }

  /// Which nodes can be come to: from the starts, or from the first node where
  /// none is marked as one.
  std::vector<bool> reached() const {
    std::vector<bool> reached(out_.size());
    std::vector<std::size_t> next;
    for (std::size_t i = 0; i < flow_.nodes.size(); ++i)
      if (flow_.nodes[i].kind == FlowNode::Kind::start) next.push_back(i);
    if (next.empty() && !out_.empty()) next.push_back(0);
    while (!next.empty()) {
      const std::size_t node = next.back();
      next.pop_back();
      if (reached[node]) continue;
      reached[node] = true;
      for (const Way& way : out_[node]) next.push_back(way.to);
    }
    return reached;
  }

  /// From which nodes there is a way to one without ways out.
  std::vector<bool> ending() const {
    std::vector<bool> ends(out_.size());
    for (bool has_grown = true; has_grown;) {
      has_grown = false;
      for (std::size_t i = out_.size(); i-- > 0;) {
        if (ends[i]) continue;
        ends[i] = out_[i].empty() ||
                  std::ranges::any_of(
                      out_[i], [&](const Way& way) { return ends[way.to]; });
        has_grown |= ends[i];
      }
    }
    return ends;
  }

 private:
  const Flow& flow_;
  std::vector<std::vector<Way>> out_;
  bool is_whole_ = true;
  std::unordered_map<std::string_view, std::size_t> places_;
};

template <class Judge>
void each_whole_flow(const Edition& edition, Judge judge) {
  for (const Flow& flow : edition->flows) {
    const Graph graph(flow);
    if (!flow.is_incomplete && graph.is_whole()) judge(flow, graph);
  }
}

void unknown_step(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> unknown{
      "flow `{}` has no node `{}`", "流程 `{}` 没有环节 `{}`"};
  constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                              "是否应为 `{}`？"};
  constexpr Message<> define{"define it in the flow's `nodes:`",
                             "请在该流程的 `nodes:` 中定义"};
  for (const Flow& flow : edition->flows) {
    if (flow.is_incomplete) continue;
    const Graph graph(flow);
    std::vector<std::string_view> known;
    for (const FlowNode& node : flow.nodes) known.push_back(node.id.text);
    for (const FlowEdge& edge : flow.edges)
      for (const model::Text* end : {&edge.from, &edge.to}) {
        if (graph.place_of(*end)) continue;
        auto finding = found.at(end->span, unknown, flow.id.text, end->text);
        if (const auto meant = unicode::closest(end->text, known))
          finding.help(did_you_mean, *meant);
        else
          finding.help(define);
      }
  }
}

void unreachable_step(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unreachable{"no way leads to `{}`",
                                                  "没有任何走向到达“{}”"};
  constexpr Message<> help{
      "add an edge to it, mark it as `kind: start`, or delete it",
      "请补上通往它的走向，或标明 `kind: start`，或删去"};
  each_whole_flow(edition, [&](const Flow& flow, const Graph& graph) {
    const auto reached = graph.reached();
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (!reached[i])
        found.at(flow.nodes[i].id.span, unreachable, flow.nodes[i].text.text)
            .help(help);
  });
}

void dead_end(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> dead{
      "`{}` leads nowhere and is not an end",
      "“{}”没有下一步，又没有标明是结束"};
  constexpr Message<> help{"add an edge from it, or `kind: end`",
                           "请补上它的去向，或标明 `kind: end`"};
  each_whole_flow(edition, [&](const Flow& flow, const Graph& graph) {
    for (std::size_t i = 0; i < flow.nodes.size(); ++i)
      if (flow.nodes[i].kind != FlowNode::Kind::end &&
          graph.ways_from(i).empty())
        found.at(flow.nodes[i].id.span, dead, flow.nodes[i].text.text)
            .help(help);
  });
}

void unlabelled_decision(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> lacks{
      "a way out of the decision `{}` does not say when it is taken",
      "判断“{}”的一个走向没有说明"};
  constexpr Message<> label{"write `label: 是` or `label: 否`",
                            "请写明 `label: 是` 或 `label: 否`"};
  constexpr Message<std::string_view> single{
      "the decision `{}` has only one way out", "判断“{}”只有一个走向"};
  constexpr Message<> help{"add the other, or make it a step",
                           "请补上另一走向，或改为办理环节"};
  each_whole_flow(edition, [&](const Flow& flow, const Graph& graph) {
    for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
      const FlowNode& node = flow.nodes[i];
      if (node.kind != FlowNode::Kind::decision) continue;
      const auto& ways = graph.ways_from(i);
      if (ways.size() == 1)
        found.at(node.id.span, single, node.text.text).help(help);
      else
        for (const Graph::Way& way : ways)
          if (way.edge->label.empty())
            found.at(way.edge->span, lacks, node.text.text).help(label);
    }
  });
}

void endless_cycle(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> endless{
      "from `{}` on, the flow goes round and never ends",
      "从“{}”起，流程循环往复，没有出口"};
  constexpr Message<> help{"add a way out of the circle", "请为循环补上出口"};
  each_whole_flow(edition, [&](const Flow& flow, const Graph& graph) {
    const auto ends = graph.ending();
    const auto first = std::ranges::find(ends, false);
    if (first == ends.end()) return;
    const FlowNode& node =
        flow.nodes[static_cast<std::size_t>(first - ends.begin())];
    found.at(node.id.span, endless, node.text.text).help(help);
  });
}

}  // namespace

std::vector<Rule> flow_rules() {
  return {
      {"unknown-step",
       Severity::error,
       {"edges of a flow join nodes of that flow",
        "流程的走向两端都是本流程的环节"},
       unknown_step},
      {"unreachable-step",
       Severity::error,
       {"every node of a flow is reached from its start",
        "流程的每个环节都能从开始到达"},
       unreachable_step},
      {"dead-end",
       Severity::error,
       {"what has no next step in a flow is marked as an end",
        "流程中没有下一步的环节都标明是结束"},
       dead_end},
      {"unlabelled-decision",
       Severity::warning,
       {"each way out of a decision says when it is taken",
        "判断环节的每个走向都有说明"},
       unlabelled_decision},
      {"endless-cycle",
       Severity::error,
       {"every node of a flow leads to an end", "流程的每个环节都能走到结束"},
       endless_cycle},
  };
}

}  // namespace catalog::check
