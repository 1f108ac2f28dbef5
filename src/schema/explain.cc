#include <algorithm>

#include "schema/explanation.h"
#include "unicode/utf8.h"

/// What is wrong with a value by itself.
namespace catalog::schema {
namespace {

/// What belongs here stands in bytes that could not be read.
bool is_unread(syntax::Node node) {
  return node.is_scalar() && node.is_plain() && node.text().empty() &&
         node.is_incomplete();
}

}  // namespace

void Explanation::child(SubschemaId id, syntax::Node node, const Where& where,
                        const Scope* scope, Found& found) {
  explain(id, read(node, program_[id].reading), where, scope, found);
}

void Explanation::branch(SubschemaId id, const Value& value, const Where& where,
                         const Scope* scope, Found& found) {
  explain(id, evaluation_.reread(id, value), where, scope, found);
}

void Explanation::add(Fault fault, const Subschema& schema, const Value& value,
                      const Where& where, Found& found) {
  ++faults_;
  found.push_back({fault, value.node, where, &schema});
}

void Explanation::add(Fault fault, const Subschema& schema, const Value& value,
                      const Where& where, std::uint64_t limit,
                      std::uint64_t seen, Found& found) {
  add(fault, schema, value, where, found);
  found.back().limit = limit;
  found.back().seen = seen;
}

void Explanation::note(const Subschema& schema, syntax::Node node,
                       const Where& where) {
  MappingNotes& notes = mappings_[node.index()];
  notes.around = around_;
  if (notes.where.title.empty()) notes.where = where;
  if (schema.object && std::find(notes.schemas.begin(), notes.schemas.end(),
                                 &schema) == notes.schemas.end())
    notes.schemas.push_back(&schema);
}

void Explanation::string(const Subschema& schema, const Value& value,
                         const Where& where, Found& found) {
  const StringRules& rules = *schema.string;
  const std::string_view text = value.node.text();
  const std::size_t length = unicode::count(text);
  if (rules.at_least && length < *rules.at_least)
    add(Fault::too_short, schema, value, where, *rules.at_least, length, found);
  else if (rules.at_most && length > *rules.at_most)
    add(Fault::too_long, schema, value, where, *rules.at_most, length, found);
  else if (!has_format(text, rules.format))
    add(Fault::wrong_format, schema, value, where, found);
  else if (rules.pattern && !rules.pattern->matches(text))
    add(Fault::wrong_form, schema, value, where, found);
}

void Explanation::number(const Subschema& schema, const Value& value,
                         const Where& where, Found& found) {
  const NumberRules& rules = *schema.number;
  if (number_fits(rules, value.node.text())) return;
  const Decimal number = decimal_of(value.node.text());
  if ((rules.minimum && number < *rules.minimum) ||
      (rules.above && number <= *rules.above))
    add(Fault::too_small, schema, value, where, found);
  else if ((rules.maximum && number > *rules.maximum) ||
           (rules.below && number >= *rules.below))
    add(Fault::too_large, schema, value, where, found);
  else
    add(Fault::not_multiple, schema, value, where, found);
}

void Explanation::explain(const Subschema& schema, const Value& value,
                          const Where& where, const Scope* scope,
                          Found& found) {
  if (schema.never) return add(Fault::unexpected, schema, value, where, found);
  if (!(schema.types & bit(value.type))) {
    add(Fault::wrong_type, schema, value, where, found);
    found.back().expected = schema.types;
    return;
  }
  if (schema.allowed && !is_allowed(schema, value))
    return add(Fault::not_allowed, schema, value, where, found);
  if (schema.string && value.type == Type::string)
    string(schema, value, where, found);
  if (schema.number && (bit(value.type) & numeric))
    number(schema, value, where, found);
  if (schema.array && value.type == Type::array)
    array(schema, value, where, scope, found);
  if (value.type == Type::object) {
    note(schema, value.node, where);
    if (schema.object) object(schema, value, where, scope, found);
  }
  if (schema.in_place) in_place(schema, value, where, scope, found);
  unevaluated(schema, value, where, scope, found);
}

void Explanation::explain(SubschemaId id, const Value& value,
                          const Where& where, const Scope* scope,
                          Found& found) {
  const Subschema& schema = program_[id];
  if (evaluation_.gave_up() || has_enough() || is_unread(value.node)) return;
  if (scope && scope->resource == schema.resource)
    return explain(schema, value, where, scope, found);
  const Scope entered{schema.resource, scope};
  explain(schema, value, where, &entered, found);
}

Mistakes Explanation::result(syntax::Node root) {
  Found found;
  child(program_.root, root, {}, nullptr, found);
  settle(found);
  return {std::move(found), std::move(mappings_), evaluation_.gave_up(),
          has_enough()};
}

Mistakes mistakes_in(const Program& program, syntax::Node instance) {
  return Explanation(program).result(instance);
}

}  // namespace catalog::schema
