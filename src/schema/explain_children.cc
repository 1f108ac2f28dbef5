#include "schema/explanation.h"
#include "schema/looked_at.h"
#include "unicode/closest.h"

/// What is wrong in a list or a mapping.
namespace catalog::schema {
namespace {

Where item_where(Where where, std::size_t number) {
  where.item = number;
  return where;
}

}  // namespace

void Explanation::array(const Subschema& schema, const Value& value,
                        const Where& where, const Scope* scope, Found& found) {
  const ArrayRules& rules = *schema.array;
  const std::size_t size = value.node.size();
  if (rules.at_most && size > *rules.at_most)
    return add(Fault::too_many, schema, value, where, *rules.at_most, size,
               found);
  if (rules.at_least && size < *rules.at_least && !value.node.is_incomplete())
    add(Fault::too_few, schema, value, where, *rules.at_least, size, found);
  std::size_t index = 0;
  std::uint64_t matching = 0;
  for (const syntax::Node item : value.node.items()) {
    const SubschemaId id =
        index < rules.prefix.size() ? rules.prefix[index] : rules.items;
    ++index;
    if (id != SubschemaId::none)
      child(id, item, item_where(where, index), scope, found);
    if (rules.contains != SubschemaId::none &&
        evaluation_.holds_child(rules.contains, item, scope))
      ++matching;
  }
  contains(schema, value, where, matching, found);
  if (!rules.unique) return;
  if (const auto again = repetition_in(value.node)) {
    add(Fault::repeated, schema, {again->again, value.type}, where, found);
    found.back().other = again->first;
  }
}

void Explanation::contains(const Subschema& schema, const Value& value,
                           const Where& where, std::uint64_t matching,
                           Found& found) {
  const ArrayRules& rules = *schema.array;
  if (rules.contains == SubschemaId::none) return;
  if (rules.contains_at_most && matching > *rules.contains_at_most)
    add(Fault::too_many_matching, schema, value, where, *rules.contains_at_most,
        matching, found);
  else if (matching < rules.contains_at_least && !value.node.is_incomplete())
    add(Fault::too_few_matching, schema, value, where, rules.contains_at_least,
        matching, found);
}

void Explanation::object(const Subschema& schema, const Value& value,
                         const Where& where, const Scope* scope, Found& found) {
  const ObjectRules& rules = *schema.object;
  const bool is_whole = !value.node.is_incomplete();
  const std::size_t size = value.node.size();
  if (rules.at_most && size > *rules.at_most)
    return add(Fault::too_many_keys, schema, value, where, *rules.at_most, size,
               found);
  if (rules.at_least && size < *rules.at_least && is_whole)
    add(Fault::too_few_keys, schema, value, where, *rules.at_least, size,
        found);
  const auto outer = around_;
  around_ = value.node;
  for (const syntax::Entry& entry : value.node.entries()) {
    if (has_enough()) break;
    this->entry(schema, value, entry, where, scope, found);
  }
  around_ = outer;
  if (is_whole) missing(schema, value, where, found);
  for (const DependentSchema& each : rules.dependent_schemas)
    if (has_key(value.node, each.name))
      branch(each.schema, value, where, scope, found);
}

void Explanation::entry(const Subschema& schema, const Value& value,
                        const syntax::Entry& entry, const Where& where,
                        const Scope* scope, Found& found) {
  const ObjectRules& rules = *schema.object;
  bool known = false;
  const auto apply = [&](SubschemaId id) {
    known = true;
    if (program_[id].never)
      return unknown(schema, value, entry.key, where, false, found);
    child(id, entry.value, {entry.key, title_of(program_, id)}, scope, found);
  };
  const Property* property = rules.properties.find(entry.key.text());
  if (property && property->schema != SubschemaId::none)
    apply(property->schema);
  for (const PatternProperty& each : rules.patterns)
    if (each.pattern->matches(entry.key.text())) apply(each.schema);
  if (!known && rules.additional != SubschemaId::none) apply(rules.additional);
  if (rules.names == SubschemaId::none) return;
  Where key_where = where;
  key_where.is_key = true;
  explain(rules.names, {entry.key, Type::string}, key_where, scope, found);
}

void Explanation::unknown(const Subschema& schema, const Value& value,
                          syntax::Node key, const Where& where, bool reaching,
                          Found& found) {
  unicode::Closest closest(key.text());
  if (value.node.size() <= most_keys)
    for (const std::string_view each : keys_known(program_, schema, reaching))
      if (!has_key(value.node, each)) closest.consider(each);
  add(Fault::unknown_key, schema, value, where, found);
  found.back().name = key.text();
  found.back().meant = closest.found();
  found.back().other = key;
  found.back().seen = reaching ? 1 : 0;
}

void Explanation::missing(const Subschema& schema, const Value& value,
                          const Where& where, Found& found) {
  const ObjectRules& rules = *schema.object;
  const auto need = [&](std::string_view name) {
    if (has_enough() || has_key(value.node, name)) return;
    add(Fault::missing_key, schema, value, where, found);
    found.back().name = name;
  };
  for (const Property& each : rules.properties.all())
    if (each.required) need(each.name);
  for (const std::string_view name : rules.more_required) need(name);
  for (const DependentNames& each : rules.dependent_names)
    for (const syntax::Entry& entry : value.node.entries()) {
      if (entry.key.text() != each.name) continue;
      for (const std::string_view name : each.required) {
        if (has_key(value.node, name)) continue;
        add(Fault::needed_key, schema, value, where, found);
        found.back().name = name;
        found.back().other = entry.key;
      }
    }
}

void Explanation::unevaluated(const Subschema& schema, const Value& value,
                              const Where& where, const Scope* scope,
                              Found& found) {
  const bool is_array = value.type == Type::array && schema.array &&
                        schema.array->unevaluated != SubschemaId::none;
  const bool is_object = value.type == Type::object && schema.object &&
                         schema.object->unevaluated != SubschemaId::none;
  if (!is_array && !is_object) return;
  const Seen seen = looked_at(program_, evaluation_, schema, value, scope);
  std::size_t index = 0;
  if (is_array)
    for (const syntax::Node item : value.node.items())
      if (!seen.has(index++))
        child(schema.array->unevaluated, item, item_where(where, index), scope,
              found);
  if (!is_object) return;
  const SubschemaId rest = schema.object->unevaluated;
  for (const syntax::Entry& entry : value.node.entries()) {
    if (seen.has(index++)) continue;
    if (program_[rest].never)
      unknown(schema, value, entry.key, where, true, found);
    else
      child(rest, entry.value, {entry.key, title_of(program_, rest)}, scope,
            found);
  }
}

}  // namespace catalog::schema
