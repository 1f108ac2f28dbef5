#include "schema/looked_at.h"

namespace catalog::schema {
namespace {

/// Marks the children as it goes from schema to schema.
class Looker {
 public:
  Looker(const Program& program, Evaluation& evaluation)
      : program_(program), evaluation_(evaluation) {}

  void look(const Subschema& schema, const Value& value, const Scope* scope,
            Seen& seen) {
    if (schema.array && value.type == Type::array) {
      const ArrayRules& rules = *schema.array;
      std::size_t index = 0;
      for (const syntax::Node item : value.node.items()) {
        if (index < rules.prefix.size() || rules.items != SubschemaId::none ||
            (rules.contains != SubschemaId::none &&
             evaluation_.holds_child(rules.contains, item, scope)))
          seen.add(index);
        ++index;
      }
    }
    if (schema.object && value.type == Type::object) {
      const ObjectRules& rules = *schema.object;
      std::size_t index = 0;
      for (const syntax::Entry& entry : value.node.entries()) {
        const Property* known = rules.properties.find(entry.key.text());
        bool is_seen = rules.additional != SubschemaId::none ||
                       (known && known->schema != SubschemaId::none);
        for (const PatternProperty& each : rules.patterns)
          is_seen |= each.pattern->matches(entry.key.text());
        if (is_seen) seen.add(index);
        ++index;
      }
      for (const DependentSchema& each : rules.dependent_schemas)
        if (has_key(value.node, each.name))
          look(program_[each.schema], value, scope, seen);
    }
    if (schema.in_place) look_in_place(*schema.in_place, value, scope, seen);
  }

 private:
  void look_in_place(const InPlace& rules, const Value& value,
                     const Scope* scope, Seen& seen) {
    const auto follow = [&](SubschemaId id) {
      if (id == SubschemaId::none) return;
      const Subschema& next = program_[id];
      look(next, value, scope, seen);
      if ((next.array && next.array->unevaluated != SubschemaId::none) ||
          (next.object && next.object->unevaluated != SubschemaId::none))
        seen.add_all();
    };
    follow(rules.ref);
    if (rules.dynamic_ref != SubschemaId::none)
      follow(evaluation_.dynamic_target(rules, scope));
    for (const SubschemaId each : rules.all_of) follow(each);
    for (const auto* branches : {&rules.any_of, &rules.one_of}) {
      bool any = branches->empty();
      for (const SubschemaId each : *branches)
        if (evaluation_.branch_holds(each, value, scope, nullptr)) {
          any = true;
          follow(each);
        }
      if (!any)
        for (const SubschemaId each : *branches) follow(each);
    }
    if (rules.if_ == SubschemaId::none) return;
    const bool holds =
        evaluation_.branch_holds(rules.if_, value, scope, nullptr);
    if (holds) follow(rules.if_);
    follow(holds ? rules.then_ : rules.else_);
  }

  const Program& program_;
  Evaluation& evaluation_;
};

}  // namespace

Seen looked_at(const Program& program, Evaluation& evaluation,
               const Subschema& schema, const Value& value,
               const Scope* scope) {
  Seen seen;
  Looker(program, evaluation).look(schema, value, scope, seen);
  return seen;
}

}  // namespace catalog::schema
