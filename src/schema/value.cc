#include "schema/value.h"

#include <string_view>

#include "schema/decimal.h"

namespace catalog::schema {
namespace {

bool is_integral(std::string_view number) {
  return is_whole_number(number) || decimal_of(number).is_integer();
}

Type json_type(syntax::Node node) {
  if (!node.is_plain()) return Type::string;
  switch (node.text().empty() ? '\0' : node.text()[0]) {
    case 'n': return Type::null;
    case 't':
    case 'f': return Type::boolean;
    default: return is_integral(node.text()) ? Type::integer : Type::number;
  }
}

bool same_scalar(std::string_view a, std::string_view b, Type type) {
  if (a == b) return true;
  return (bit(type) & numeric) && decimal_of(a) == decimal_of(b);
}

syntax::Node const* find(syntax::Node mapping, std::string_view key,
                         syntax::Node& found) {
  for (const syntax::Entry& entry : mapping.entries())
    if (entry.key.text() == key) {
      found = entry.value;
      return &found;
    }
  return nullptr;
}

/// Compares two nodes, one inside the other's kind, by `same` for their parts.
template <class Same>
bool same_parts(syntax::Node a, syntax::Node b, const Same& same) {
  if (a.kind() != b.kind() || a.size() != b.size()) return false;
  if (a.is_sequence()) {
    auto other = b.items().begin();
    for (const syntax::Node item : a.items()) {
      if (!same(item, *other)) return false;
      ++other;
    }
    return true;
  }
  for (const syntax::Entry& entry : a.entries()) {
    syntax::Node found = b;
    if (!find(b, entry.key.text(), found) || !same(entry.value, found))
      return false;
  }
  return true;
}

std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 33);
}

std::uint64_t hash_of(std::string_view text) {
  return mixed(std::hash<std::string_view>()(text));
}

}  // namespace

Type plain_type(std::string_view text, Types expected) {
  if (expected == no_type || (expected & bit(Type::string)))
    return Type::string;
  if ((expected & bit(Type::null)) && text == "null") return Type::null;
  if ((expected & bit(Type::boolean)) && (text == "true" || text == "false"))
    return Type::boolean;
  if ((expected & bit(Type::integer)) && is_whole_number(text))
    return Type::integer;
  if ((expected & bit(Type::number)) && is_number(text))
    return is_integral(text) ? Type::integer : Type::number;
  return Type::string;
}

Type type_of(syntax::Node node, Types expected) {
  if (node.is_mapping()) return Type::object;
  if (node.is_sequence()) return Type::array;
  if (node.document().notation == syntax::Notation::json)
    return json_type(node);
  return node.is_plain() ? plain_type(node.text(), expected) : Type::string;
}

bool equals_constant(const Value& value, const Value& other) {
  if (value.type != other.type) return false;
  if (value.node.is_scalar())
    return same_scalar(value.node.text(), other.node.text(), value.type);
  return same_parts(value.node, other.node, [](syntax::Node a, syntax::Node b) {
    const Value inner = read(b, no_type);
    return equals_constant(read(a, bit(inner.type)), inner);
  });
}

bool equal(syntax::Node a, syntax::Node b) {
  if (a.is_scalar() && b.is_scalar()) {
    const Type type = type_of(a, no_type);
    return type == type_of(b, no_type) && same_scalar(a.text(), b.text(), type);
  }
  return same_parts(a, b, equal);
}

std::uint64_t hash_of(syntax::Node node) {
  if (node.is_scalar()) {
    const Type type = type_of(node, no_type);
    if (!(bit(type) & numeric)) return hash_of(node.text()) + bit(type);
    const Decimal number = decimal_of(node.text());
    return mixed(hash_of(number.digits) +
                 static_cast<std::uint64_t>(number.exponent) +
                 (number.negative ? 1 : 0));
  }
  std::uint64_t hash = node.is_sequence() ? 1 : 2;
  for (const syntax::Node item : node.items())
    hash = mixed(hash * 31 + hash_of(item));
  for (const syntax::Entry& entry : node.entries())
    hash += mixed(hash_of(entry.key.text()) * 31 + hash_of(entry.value));
  return hash;
}

}  // namespace catalog::schema
