#pragma once

#include <string_view>
#include <vector>

#include "schema/registry.h"
#include "syntax/tree.h"

namespace catalog::format {

/// What the schema of the source language says of one value: every subschema
/// that may apply to it, branches included. Says nothing where the schema
/// does not know the value. Views into a Guide.
class Shape {
 public:
  Shape() = default;
  /// A schema and all it reaches in place.
  explicit Shape(syntax::Node schema) { take(schema); }

  Shape at_key(std::string_view key) const;
  Shape of_items() const;

  /// The keys of a mapping in the order of the schema's `properties`.
  std::vector<std::string_view> keys() const;

  /// Whether a plain scalar is text here whatever it looks like, so that
  /// quotes around it change nothing.
  bool is_always_text(std::string_view plain) const;

  /// Whether the schema lists this very text as a value.
  bool lists(std::string_view text) const;

  /// Whether the scalars here are ids, codes or other words of a fixed form.
  bool is_word() const;

 private:
  void take(syntax::Node schema);

  std::vector<syntax::Node> schemas_;
};

/// The schema of the source language, as the program carries it.
class Guide {
 public:
  Guide();

  /// The shape of a whole file. A file with `$schema` at its root is a schema
  /// and no part of a catalog: nothing is known of it.
  Shape shape_of(const syntax::Document& document) const;

 private:
  schema::Registry registry_;
};

}  // namespace catalog::format
