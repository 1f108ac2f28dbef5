#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <unordered_map>

#include "source/failure.h"
#include "unicode/utf8.h"
#include "view/flow_chart.h"
#include "view/wrap.h"

namespace catalog::view {
namespace {

using Kind = model::FlowNode::Kind;

constexpr int text_size = 14;
constexpr int small_size = 12;
constexpr int padding = 12;
constexpr double room = 12;          // ems in a box
constexpr double decision_room = 8;  // in the middle of a decision
constexpr double label_room = 9;

bool may_not_begin(char32_t each) {
  return std::u32string_view(U"，。、；：！？）》〉」』】〕”’…").find(each) !=
         std::u32string_view::npos;
}

/// A text broken into lines of so many ems; closing punctuation may stand out.
/// The lines are as even as they can be.
std::vector<std::string> broken(std::string_view text, double ems) {
  std::vector<std::string> lines(1);
  const double whole = length(text);
  ems = std::ceil(whole / std::max(std::ceil(whole / ems), 1.0));
  double used = 0;
  const unicode::CodePoints points(text);
  for (auto at = points.begin(); at != points.end(); ++at) {
    const std::string_view each = text.substr(at.offset(), at.size());
    const double width = length(each);
    if (each == "\n" || (used + width > ems && !may_not_begin(*at))) {
      if (!lines.back().empty()) lines.emplace_back();
      used = 0;
      if (each == "\n") continue;
    }
    lines.back() += each;
    used += width;
  }
  return lines;
}

double longest(const std::vector<std::string>& lines) {
  double most = 0;
  for (const std::string& line : lines) most = std::max(most, length(line));
  return most;
}

void append(std::vector<std::string>& to, std::vector<std::string> from) {
  std::ranges::move(from, std::back_inserter(to));
}

FlowChart::Box box_of(const resolve::Edition& edition,
                      const model::FlowNode& node) {
  FlowChart::Box box;
  box.kind = node.kind;
  const bool is_decision = node.kind == Kind::decision;
  const double ems = is_decision ? decision_room : room;
  box.lines = broken(node.text.text, ems);
  if (const auto body = edition->bodies.find(node.body.text))
    append(box.small, broken(edition[*body].name.text, ems + 1));
  if (!node.timing.empty())
    append(box.small, broken(node.timing.text, ems + 1));
  const double widest =
      std::max(longest(box.lines) * text_size, longest(box.small) * small_size);
  box.width = static_cast<int>(std::ceil(widest)) + 2 * padding;
  box.height = static_cast<int>(box.lines.size()) * flow_line_height +
               static_cast<int>(box.small.size()) * flow_small_height + padding;
  box.width = std::max(box.width, 8 * text_size);
  box.height = std::max(box.height, flow_line_height + 2 * padding);
  if (is_decision) {  // the corners cut off half of it
    box.width = box.width * 17 / 10;
    box.height = box.height * 17 / 10;
  }
  return box;
}

/// What stands on a line.
std::vector<std::string> label_of(const model::FlowEdge& edge) {
  std::vector<std::string> lines;
  if (!edge.label.empty()) lines = broken(edge.label.text, label_room);
  if (!edge.timing.empty()) append(lines, broken(edge.timing.text, label_room));
  return lines;
}

struct ContextFreeing {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct GraphFreeing {
  GVC_t* context = nullptr;
  void operator()(Agraph_t* graph) const {
    gvFreeLayout(context, graph);
    agclose(graph);
  }
};

/// A graph of Graphviz with nodes of fixed sizes. Labels are nodes too, in the
/// middle of their lines: Graphviz would measure them with a font.
class Layout {
 public:
  Layout()
      : context_(gvContext()),
        graph_(agopen(name("flow"), Agdirected, nullptr), {context_.get()}) {
    set(graph_.get(), "rankdir", "TB");
    set(graph_.get(), "splines", "polyline");
    set(graph_.get(), "nodesep", "0.35");
    set(graph_.get(), "ranksep", "0.22");
  }

  Agnode_t* add(int width, int height, const char* shape) {
    Agnode_t* node = agnode(graph_.get(), name(std::to_string(count_++)), 1);
    set(node, "shape", shape);
    set(node, "fixedsize", "true");
    set(node, "label", "");
    set(node, "width", inches(width));
    set(node, "height", inches(height));
    return node;
  }

  /// `ranks` is how far down the one is below the other: with a label between
  /// them two steps of one.
  void join(Agnode_t* from, Agnode_t* to, bool has_arrow, const char* ranks) {
    Agedge_t* edge =
        agedge(graph_.get(), from, to, name(std::to_string(count_++)), 1);
    set(edge, "minlen", ranks);
    if (!has_arrow) set(edge, "arrowhead", "none");
    edges_.push_back({edge, has_arrow});
  }

  void run() {
    if (gvLayout(context_.get(), graph_.get(), "dot") != 0)
      throw source::Failure("cannot lay out flow charts: Graphviz lacks `dot`",
                            "无法编排流程图：Graphviz 缺少 `dot`");
    const boxf bounds = GD_bb(graph_.get());
    height_ = bounds.UR.y;
    width_ = bounds.UR.x;
  }

  FlowChart::Point place_of(Agnode_t* node) const {
    return point(ND_coord(node));
  }

  std::vector<FlowChart::Line> lines() const {
    std::vector<FlowChart::Line> lines;
    for (const auto& [edge, has_arrow] : edges_) {
      const splines* spline = ED_spl(edge);
      if (!spline) continue;
      for (int i = 0; i < spline->size; ++i) {
        const bezier& curve = spline->list[i];
        FlowChart::Line& line = lines.emplace_back();
        for (int j = 0; j < curve.size; ++j)
          line.points.push_back(point(curve.list[j]));
        line.has_arrow = has_arrow && i + 1 == spline->size;
      }
    }
    return lines;
  }

  int width() const { return static_cast<int>(std::lround(width_)); }
  int height() const { return static_cast<int>(std::lround(height_)); }

 private:
  /// Graphviz takes texts that it might write to.
  char* name(std::string text) {
    return names_.emplace_back(std::move(text)).data();
  }
  template <class Object>
  void set(Object* object, const char* key, std::string value) {
    agsafeset(object, name(key), name(std::move(value)), name(""));
  }
  static std::string inches(int points) {
    // Thousandths: numbers with a point whatever the locale.
    const int thousandths = points * 1000 / 72;
    std::string rest = std::to_string(thousandths % 1000);
    rest.insert(0, 3 - rest.size(), '0');
    return std::to_string(thousandths / 1000) + "." + rest;
  }
  FlowChart::Point point(pointf at) const {
    return {static_cast<int>(std::lround(at.x)),
            static_cast<int>(std::lround(height_ - at.y))};
  }

  struct Edge {
    Agedge_t* edge = nullptr;
    bool has_arrow = false;
  };
  std::vector<std::string> names_ = reserved();
  static std::vector<std::string> reserved() {
    std::vector<std::string> names;
    names.reserve(16384);  // they stay where they are
    return names;
  }
  std::unique_ptr<GVC_t, ContextFreeing> context_;
  std::unique_ptr<Agraph_t, GraphFreeing> graph_;
  std::vector<Edge> edges_;
  std::size_t count_ = 0;
  double width_ = 0;
  double height_ = 0;
};

}  // namespace

FlowChart flow_chart(const resolve::Edition& edition, const model::Flow& flow) {
  // Graphviz keeps state of its own.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  FlowChart chart;
  Layout layout;
  std::vector<Agnode_t*> nodes;
  std::unordered_map<std::string_view, Agnode_t*> by_id;
  for (const model::FlowNode& node : flow.nodes) {
    const FlowChart::Box& box = chart.boxes.emplace_back(box_of(edition, node));
    nodes.push_back(layout.add(box.width, box.height,
                               box.kind == Kind::decision ? "diamond" : "box"));
    by_id.try_emplace(node.id.text, nodes.back());
  }
  std::vector<Agnode_t*> labels;
  for (const model::FlowEdge& edge : flow.edges) {
    const auto from = by_id.find(edge.from.text);
    const auto to = by_id.find(edge.to.text);
    if (from == by_id.end() || to == by_id.end()) continue;
    std::vector<std::string> lines = label_of(edge);
    if (lines.empty()) {
      layout.join(from->second, to->second, true, "2");
      continue;
    }
    Agnode_t* const middle = layout.add(
        static_cast<int>(longest(lines) * small_size) + 8,
        static_cast<int>(lines.size()) * flow_small_height + 2, "box");
    layout.join(from->second, middle, false, "1");
    layout.join(middle, to->second, true, "1");
    labels.push_back(middle);
    chart.labels.push_back({{}, std::move(lines)});
  }
  layout.run();
  for (std::size_t i = 0; i < nodes.size(); ++i)
    chart.boxes[i].centre = layout.place_of(nodes[i]);
  for (std::size_t i = 0; i < labels.size(); ++i)
    chart.labels[i].centre = layout.place_of(labels[i]);
  chart.lines = layout.lines();
  chart.width = layout.width();
  chart.height = layout.height();
  return chart;
}

}  // namespace catalog::view
