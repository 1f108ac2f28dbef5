#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/flow.h"
#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// A flow drawn: boxes and lines in units of a picture, y downwards, text in
/// lines that fit where it is 14 units high, small text 12.
struct FlowChart {
  struct Point {
    int x = 0;
    int y = 0;
  };
  struct Box {
    model::FlowNode::Kind kind = model::FlowNode::Kind::step;
    Point centre;
    int width = 0;
    int height = 0;
    std::vector<std::string> lines;
    std::vector<std::string> small;  // who, and by when
  };
  /// A label or a bend: a line runs to it and goes on from it.
  struct Label {
    Point centre;
    std::vector<std::string> lines;
  };
  struct Line {
    std::vector<Point> points;  // of a Bézier curve: 1 + 3n
    bool has_arrow = false;     // at its last point
  };
  int width = 0;
  int height = 0;
  std::vector<Box> boxes;  // one a node, in order
  std::vector<Label> labels;
  std::vector<Line> lines;
};

inline constexpr int flow_line_height = 20;
inline constexpr int flow_small_height = 17;

/// Lays a flow out. Sizes do not depend on any font of the machine. Throws
/// Failure where the layout program is not whole.
FlowChart flow_chart(const resolve::Edition& edition, const model::Flow& flow);

/// A flow as a table, a step a row with the ways on from it, for those who
/// cannot see the drawing, and for workbooks.
Table flow_table(const resolve::Edition& edition, const model::Flow& flow);

/// A way on from a step.
struct FlowWay {
  std::string label;
  std::string timing;
  std::size_t to = 0;  // place of the node
};
std::vector<FlowWay> ways_from(const model::Flow& flow, std::size_t node);

}  // namespace catalog::view
