#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/tree.h"

namespace catalog::schema {

/// The types of JSON Schema, as bits. A number without fraction is an
/// `integer`; `number` stands for the others.
enum class Type : std::uint8_t {
  null = 1,
  boolean = 2,
  integer = 4,
  number = 8,
  string = 16,
  array = 32,
  object = 64
};

/// A set of types.
using Types = std::uint8_t;

constexpr Types bit(Type type) { return static_cast<Types>(type); }
inline constexpr Types no_type = 0;
inline constexpr Types any_type = 127;
inline constexpr Types numeric = bit(Type::integer) | bit(Type::number);

/// A node as one schema reads it. The same plain scalar of YAML may be a
/// number for one schema and text for another.
struct Value {
  syntax::Node node;
  Type type;
};

/// Reads a node where one of `expected` is expected; `no_type` where the schema
/// says nothing, which means text. Nodes of JSON are what they are.
///
/// The rule for a plain scalar of YAML: text where text may stand; else the
/// first of null, boolean, integer, number that is expected and whose JSON
/// grammar the whole text has; else text, which then has the wrong type.
Type type_of(syntax::Node node, Types expected);

/// The rule for a plain scalar alone.
Type plain_type(std::string_view text, Types expected);

inline Value read(syntax::Node node, Types expected) {
  return {node, type_of(node, expected)};
}

/// Whether a value is the same as a constant. What lies inside the value is
/// read as the constant has it.
bool equals_constant(const Value& value, const Value& constant);

/// Whether two nodes of one document are the same value. Scalars of YAML are
/// compared as text.
bool equal(syntax::Node a, syntax::Node b);

/// Equal nodes have equal hashes.
std::uint64_t hash_of(syntax::Node node);

}  // namespace catalog::schema
