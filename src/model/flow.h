#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/text.h"

namespace catalog::model {

/// One box of a flow chart.
struct FlowNode {
  enum class Kind : std::uint8_t { start, step, decision, end };
  Text id;  // unique in its flow
  Kind kind = Kind::step;
  Text text;
  Text body;  // who does it: the id of a body
  Text timing;
  Text note;
  source::Span span;
};

struct FlowEdge {
  Text from;
  Text to;
  Text label;  // 是, 否
  Text timing;
  source::Span span;
};

/// How something is done, step by step (流程图).
struct Flow {
  Text id;
  Text title;
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
  Text english_title;
  Text note;
  source::Span span;
  /// A part of it could not be read.
  bool is_incomplete = false;
};

/// A text that goes with the catalog (配套文件), such as a general standard.
struct Guide {
  Text id;
  Text title;
  Text file;  // below the catalog's folder
  Text english_title;
  Text note;
  /// The file's Markdown; a view into the SourceTree.
  std::string_view markdown;
  source::Span span;
};

}  // namespace catalog::model
