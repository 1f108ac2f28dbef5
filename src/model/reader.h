#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/level.h"
#include "model/origin.h"
#include "model/text.h"
#include "model/timing.h"
#include "syntax/tree.h"

namespace catalog::model {

/// What the readers of all sections share: taking values out of nodes, and
/// leaving out what has no meaning after a mistake.
class Reader {
 public:
  Reader(diagnostics::Diagnostics& found, Readings& readings)
      : found_(found), readings_(readings) {}

  diagnostics::Diagnostics& found() { return found_; }

  /// The origin of a value that the node sets.
  OriginId origin(syntax::Node node) { return origins_.add({node.span()}); }
  /// All of them, once everything is read.
  Origins take_origins() { return std::move(origins_); }

  /// Whether nothing can be said of a node: it was poisoned by an earlier
  /// stage.
  bool is_unknown(syntax::Node node) const {
    return found_.has_poison() && found_.is_inside_poison(node.span());
  }
  /// Whether a part of it is unknown.
  bool is_incomplete(syntax::Node node) const {
    return found_.is_poisoned(node.span());
  }

  Text text(syntax::Node node) const {
    return node.is_scalar() ? Text{node.text(), node.span()} : Text{};
  }
  /// One scalar or a sequence of them.
  std::vector<Text> texts(syntax::Node node) const {
    std::vector<Text> all;
    all.reserve(node.is_scalar() ? 1 : node.size());
    if (node.is_scalar()) all.push_back(text(node));
    for (const syntax::Node item : node.items())
      if (item.is_scalar() && !is_unknown(item)) all.push_back(text(item));
    return all;
  }
  WrittenDate date(syntax::Node node) const {
    return {days::parse_date(text(node).text), node.span()};
  }
  bool flag(syntax::Node node) const { return text(node).text == "true"; }
  /// Nothing where the schema would not have let it pass.
  std::optional<int> number(syntax::Node node) const;
  std::optional<double> decimal(syntax::Node node) const;
  std::optional<Level> level(syntax::Node node) const {
    return level_of(text(node).text);
  }

  Levels levels(syntax::Node node) const;

  /// How a phrase is read; kept in the readings.
  const phrase::Timing* reading(std::string_view phrase);
  const phrase::Timing* keep(phrase::Timing timing) {
    return &readings_.timings.emplace_back(std::move(timing));
  }
  std::string_view keep(std::string text) {
    return readings_.texts.emplace_back(std::move(text));
  }

  /// A value that may be written `{by-level: {county: …}}`.
  template <class T, class Read>
  PerLevel<T> per_level(syntax::Node node, Read read) {
    PerLevel<T> all;
    const auto levels = by_level(node);
    if (!levels) return PerLevel<T>::same(read(node));
    for (const auto [key, value] : levels->entries())
      if (const auto at = level(key); at && !is_unknown(value))
        all.parts.push_back({at, read(value)});
    return all;
  }

 private:
  /// The mapping below `by-level`, if the node is one.
  std::optional<syntax::Node> by_level(syntax::Node node) const;

  diagnostics::Diagnostics& found_;
  Origins origins_;
  Readings& readings_;
  std::unordered_map<std::string_view, const phrase::Timing*> read_before_;
};

/// How one key of a mapping is read into a T.
template <class T>
struct Field {
  std::string_view key;
  void (*read)(Reader& reader, syntax::Node value, T& into);
};

/// Reads the entries of a mapping that have a field; those of unknown meaning
/// are left out. `only` decides by the field's place in the table.
template <class T, std::size_t size>
void read_fields(Reader& reader, syntax::Node mapping,
                 const Field<T> (&fields)[size], T& into) {
  for (const auto [key, value] : mapping.entries()) {
    if (reader.is_unknown(value)) continue;
    for (const Field<T>& field : fields)
      if (field.key == key.text()) field.read(reader, value, into);
  }
}

/// Reads a section that is a list of mappings into a list of T, each with its
/// span.
template <class T, std::size_t size>
void read_list(Reader& reader, syntax::Node list,
               const Field<T> (&fields)[size], std::vector<T>& into) {
  for (const syntax::Node node : list.items()) {
    if (!node.is_mapping()) continue;
    into.emplace_back().span = node.span();
    read_fields(reader, node, fields, into.back());
  }
}

}  // namespace catalog::model
