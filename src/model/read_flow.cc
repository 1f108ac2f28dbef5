#include "model/read_sections.h"
#include "model/read_timing.h"

namespace catalog::model {
namespace {

using syntax::Node;

FlowNode::Kind kind_of(std::string_view word) {
  using Kind = FlowNode::Kind;
  if (word == "start") return Kind::start;
  if (word == "decision") return Kind::decision;
  if (word == "end") return Kind::end;
  return Kind::step;
}

/// The printed phrase, also of clauses.
Text timing_of(Reader& reader, Node node) {
  return read_timing(reader, node).phrase;
}

void read_english_title(Reader& reader, Node node, Text& title) {
  for (const auto [key, value] : node.entries())
    if (key.text() == "title" && !reader.is_unknown(value))
      title = reader.text(value);
}

constexpr Field<FlowNode> node_fields[] = {
    {"id", [](Reader& r, Node n, FlowNode& f) { f.id = r.text(n); }},
    {"kind",
     [](Reader& r, Node n, FlowNode& f) { f.kind = kind_of(r.text(n).text); }},
    {"text", [](Reader& r, Node n, FlowNode& f) { f.text = r.text(n); }},
    {"body", [](Reader& r, Node n, FlowNode& f) { f.body = r.text(n); }},
    {"timing",
     [](Reader& r, Node n, FlowNode& f) { f.timing = timing_of(r, n); }},
    {"note", [](Reader& r, Node n, FlowNode& f) { f.note = r.text(n); }},
};

constexpr Field<FlowEdge> edge_fields[] = {
    {"from", [](Reader& r, Node n, FlowEdge& f) { f.from = r.text(n); }},
    {"to", [](Reader& r, Node n, FlowEdge& f) { f.to = r.text(n); }},
    {"label", [](Reader& r, Node n, FlowEdge& f) { f.label = r.text(n); }},
    {"timing",
     [](Reader& r, Node n, FlowEdge& f) { f.timing = timing_of(r, n); }},
};

constexpr Field<Flow> flow_fields[] = {
    {"id", [](Reader& r, Node n, Flow& f) { f.id = r.text(n); }},
    {"title", [](Reader& r, Node n, Flow& f) { f.title = r.text(n); }},
    {"nodes",
     [](Reader& r, Node n, Flow& f) { read_list(r, n, node_fields, f.nodes); }},
    {"edges",
     [](Reader& r, Node n, Flow& f) { read_list(r, n, edge_fields, f.edges); }},
    {"en", [](Reader& r, Node n,
              Flow& f) { read_english_title(r, n, f.english_title); }},
    {"note", [](Reader& r, Node n, Flow& f) { f.note = r.text(n); }},
};

constexpr Field<Guide> guide_fields[] = {
    {"id", [](Reader& r, Node n, Guide& g) { g.id = r.text(n); }},
    {"title", [](Reader& r, Node n, Guide& g) { g.title = r.text(n); }},
    {"file", [](Reader& r, Node n, Guide& g) { g.file = r.text(n); }},
    {"en", [](Reader& r, Node n,
              Guide& g) { read_english_title(r, n, g.english_title); }},
    {"note", [](Reader& r, Node n, Guide& g) { g.note = r.text(n); }},
};

}  // namespace

void read_flows(Reader& reader, Node node, std::vector<Flow>& into) {
  const std::size_t first = into.size();
  read_list(reader, node, flow_fields, into);
  // Of a flow that is known in part nothing can be said.
  std::size_t index = first;
  for (const Node each : node.items()) {
    if (!each.is_mapping()) continue;
    into[index++].is_incomplete = reader.is_incomplete(each);
  }
}

void read_guides(Reader& reader, Node node, std::vector<Guide>& into) {
  read_list(reader, node, guide_fields, into);
}

}  // namespace catalog::model
