#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/level.h"
#include "model/text.h"

namespace catalog::model {

/// How a column's value is printed.
enum class As : std::uint8_t { text, lines, numbered, boxes, tick, names };

/// A column of a printed table, or several under one header.
struct Column {
  Text title;
  Text value;  // such as `name.1`; empty where it has columns
  As as = As::text;
  bool merge = false;           // equal cells below each other become one
  std::optional<double> width;  // characters of half width; else by content
  std::vector<Column> columns;
  source::Span span;
};

enum class Paper : std::uint8_t { a3, a4 };

/// What a missing second level becomes.
enum class Missing : std::uint8_t { merge, dash, blank };

struct Glyphs {
  std::string_view on = "■";
  std::string_view off = "□";
  std::string_view tick = "√";
};

/// How a table looks: data, none known to the compiler by name.
struct Layout {
  Text id;
  Text title;  // with {domain}
  Paper paper = Paper::a3;
  Glyphs glyphs;
  Text header_note;
  Missing missing = Missing::merge;
  std::vector<Text> sort;
  std::vector<Column> columns;
  bool signature = false;
  source::Span span;
};

/// Which items: every condition must hold.
struct Where {
  struct Condition {
    Text key;  // domain, level, body, must-post, or a taxonomy's id
    std::vector<Text> values;
  };
  std::vector<Condition> conditions;
};

/// A further sheet and page over the same items.
struct View {
  Text id;
  Text title;
  Text group_by;  // a taxonomy
  std::optional<Where> where;
  Text layout;
  source::Span span;
};

}  // namespace catalog::model
