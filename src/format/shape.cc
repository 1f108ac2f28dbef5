#include "format/shape.h"

#include <algorithm>
#include <string>

#include "schema/value.h"

namespace catalog::format {
namespace {

using schema::value_at;
using syntax::Node;

constexpr std::string_view language_schema = "urn:catalog:source";

/// The target of `#/$defs/name`; the schema refers to nothing else.
std::optional<Node> target_of(Node reference) {
  std::string_view path = reference.text();
  if (!path.starts_with("#/")) return std::nullopt;
  std::optional<Node> at = reference.document().root();
  for (path.remove_prefix(2); at && !path.empty();) {
    const std::size_t end = std::min(path.find('/'), path.size());
    at = value_at(*at, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return at;
}

schema::Types type_named(std::string_view name) {
  using schema::Type;
  constexpr std::pair<std::string_view, Type> types[] = {
      {"null", Type::null},       {"boolean", Type::boolean},
      {"integer", Type::integer}, {"number", Type::number},
      {"string", Type::string},   {"array", Type::array},
      {"object", Type::object}};
  for (const auto& [each, type] : types)
    if (each == name) return schema::bit(type);
  return schema::no_type;
}

schema::Types types_in(Node schema) {
  const auto type = value_at(schema, "type");
  if (!type) return schema::no_type;
  schema::Types types = type_named(type->text());
  for (const Node each : type->items()) types |= type_named(each.text());
  return types;
}

}  // namespace

void Shape::take(Node schema) {
  if (std::find(schemas_.begin(), schemas_.end(), schema) != schemas_.end())
    return;
  schemas_.push_back(schema);
  if (const auto reference = value_at(schema, "$ref"))
    if (const auto target = target_of(*reference)) take(*target);
  for (const std::string_view keyword : {"allOf", "anyOf", "oneOf"})
    if (const auto branches = value_at(schema, keyword))
      for (const Node branch : branches->items()) take(branch);
  for (const std::string_view keyword : {"then", "else"})
    if (const auto branch = value_at(schema, keyword)) take(*branch);
}

Shape Shape::at_key(std::string_view key) const {
  Shape shape;
  for (const Node schema : schemas_) {
    const auto properties = value_at(schema, "properties");
    if (const auto known =
            properties ? value_at(*properties, key) : std::nullopt)
      shape.take(*known);
    else if (const auto other = value_at(schema, "additionalProperties"))
      shape.take(*other);
  }
  return shape;
}

Shape Shape::of_items() const {
  Shape shape;
  for (const Node schema : schemas_)
    if (const auto items = value_at(schema, "items")) shape.take(*items);
  return shape;
}

std::vector<std::string_view> Shape::keys() const {
  std::vector<std::string_view> keys;
  for (const Node schema : schemas_)
    if (const auto properties = value_at(schema, "properties"))
      for (const syntax::Entry entry : properties->entries())
        if (std::find(keys.begin(), keys.end(), entry.key.text()) == keys.end())
          keys.push_back(entry.key.text());
  return keys;
}

bool Shape::is_always_text(std::string_view plain) const {
  schema::Types types = schema::no_type;
  for (const Node schema : schemas_) types |= types_in(schema);
  const schema::Types text = schema::bit(schema::Type::string);
  const auto others = static_cast<schema::Types>(types & ~text);
  return (types & text) != 0 &&
         (others == schema::no_type ||
          schema::plain_type(plain, others) == schema::Type::string);
}

bool Shape::lists(std::string_view text) const {
  for (const Node schema : schemas_)
    if (const auto values = value_at(schema, "enum"))
      for (const Node each : values->items())
        if (each.text() == text) return true;
  return false;
}

bool Shape::is_word() const {
  bool has_word = false;
  for (const Node schema : schemas_) {
    if (value_at(schema, "pattern") || value_at(schema, "enum"))
      has_word = true;
    else if ((types_in(schema) & schema::bit(schema::Type::string)) != 0)
      return false;
  }
  return has_word;
}

Guide::Guide() { registry_.add_embedded(); }

Shape Guide::shape_of(const syntax::Document& document) const {
  const schema::Resource* language = registry_.find(language_schema);
  if (language == nullptr || document.empty() ||
      value_at(document.root(), "$schema"))
    return {};
  return Shape(language->node());
}

}  // namespace catalog::format
