#include "schema/evaluation.h"

#include <algorithm>

#include "schema/schema.h"
#include "unicode/utf8.h"

namespace catalog::schema {
namespace {

// Schemas within schemas, over all levels of the instance; and schemas applied
// in one run: some times what the largest file takes, and under a second.
constexpr std::size_t max_depth = 3'000;
constexpr std::size_t max_steps = 20'000'000;

/// A code point takes one to four bytes, which mostly settles a length.
bool length_fits(const StringRules& rules, std::string_view text) {
  const std::uint64_t least = rules.at_least.value_or(0);
  const std::uint64_t most = rules.at_most.value_or(text.size());
  if (least <= (text.size() + 3) / 4 && text.size() <= most) return true;
  const std::size_t length = unicode::count(text);
  return least <= length && length <= most;
}

bool string_fits(const StringRules& rules, std::string_view text) {
  if (!length_fits(rules, text)) return false;
  return (rules.format == Format::none || has_format(text, rules.format)) &&
         (!rules.pattern || rules.pattern->matches(text));
}

std::optional<Repetition> repetition_in_few(syntax::Node sequence) {
  for (auto b = sequence.items().begin(); b != sequence.items().end(); ++b)
    for (auto a = sequence.items().begin(); a != b; ++a)
      if (equal(*a, *b)) return Repetition{*a, *b};
  return std::nullopt;
}

}  // namespace

void Seen::add(std::size_t child) {
  if (child < 64) {
    first_ |= std::uint64_t{1} << child;
    return;
  }
  const std::size_t word = child / 64 - 1;
  if (more_.size() <= word) more_.resize(word + 1);
  more_[word] |= std::uint64_t{1} << (child % 64);
}

void Seen::add(const Seen& other) {
  all_ |= other.all_;
  first_ |= other.first_;
  if (more_.size() < other.more_.size()) more_.resize(other.more_.size());
  for (std::size_t i = 0; i < other.more_.size(); ++i)
    more_[i] |= other.more_[i];
}

bool Seen::has(std::size_t child) const {
  if (all_) return true;
  if (child < 64) return first_ >> child & 1;
  const std::size_t word = child / 64 - 1;
  return word < more_.size() && (more_[word] >> (child % 64) & 1);
}

bool number_fits(const NumberRules& rules, std::string_view text) {
  const Decimal number = decimal_of(text);
  return !(rules.minimum && number < *rules.minimum) &&
         !(rules.maximum && number > *rules.maximum) &&
         !(rules.above && number <= *rules.above) &&
         !(rules.below && number >= *rules.below) &&
         !(rules.multiple_of && !is_multiple(number, *rules.multiple_of));
}

bool is_allowed(const Subschema& schema, const Value& value) {
  return std::any_of(
      schema.allowed->begin(), schema.allowed->end(),
      [&](const Value& each) { return equals_constant(value, each); });
}

bool has_key(syntax::Node mapping, std::string_view key) {
  for (const syntax::Entry& entry : mapping.entries())
    if (entry.key.text() == key) return true;
  return false;
}

std::optional<Repetition> repetition_in(syntax::Node sequence) {
  if (sequence.size() <= 8) return repetition_in_few(sequence);
  std::vector<std::pair<std::uint64_t, syntax::Node>> hashed;
  for (const syntax::Node item : sequence.items())
    hashed.emplace_back(hash_of(item), item);
  std::stable_sort(
      hashed.begin(), hashed.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto a = hashed.begin(); a != hashed.end(); ++a)
    for (auto b = a + 1; b != hashed.end() && b->first == a->first; ++b)
      if (equal(a->second, b->second)) return Repetition{a->second, b->second};
  return std::nullopt;
}

bool Evaluation::absent(const Value& value) {
  if (value.node.is_incomplete()) missed_unknown = true;
  return false;
}

SubschemaId Evaluation::dynamic_target(const InPlace& in_place,
                                       const Scope* scope) const {
  SubschemaId target = in_place.dynamic_ref;
  if (in_place.dynamic_name.empty()) return target;
  for (; scope; scope = scope->outer)
    for (const DynamicAnchor& each : program_.dynamic_anchors)
      if (each.resource == scope->resource &&
          each.name == in_place.dynamic_name)
        target = each.schema;
  return target;
}

bool Evaluation::holds(SubschemaId id, const Value& value, const Scope* scope,
                       Seen* seen) {
  const Subschema& named = program_[id];
  const Subschema& schema = named.stands_for == SubschemaId::none
                                ? named
                                : program_[named.stands_for];
  if (schema.never) return false;
  if (depth_ == max_depth || ++steps_ > max_steps) gave_up_ = true;
  if (gave_up_) return false;
  ++depth_;
  bool result = false;
  if (scope && scope->resource == schema.resource) {
    result = fits(schema, value, scope, seen);
  } else {
    const Scope entered{schema.resource, scope};
    result = fits(schema, value, &entered, seen);
  }
  --depth_;
  return result;
}

bool Evaluation::fits(const Subschema& schema, const Value& value,
                      const Scope* scope, Seen* seen) {
  if (!(schema.types & bit(value.type))) return false;
  if (schema.allowed && !is_allowed(schema, value)) return false;
  const bool is_array = value.type == Type::array && schema.array;
  const bool is_object = value.type == Type::object && schema.object;
  if (schema.string && value.type == Type::string &&
      !string_fits(*schema.string, value.node.text()))
    return false;
  if (schema.number && (bit(value.type) & numeric) &&
      !number_fits(*schema.number, value.node.text()))
    return false;
  const bool is_left_over =
      (is_array && schema.array->unevaluated != SubschemaId::none) ||
      (is_object && schema.object->unevaluated != SubschemaId::none);
  if (!is_left_over)
    return (!is_array || array_fits(schema, value, scope, seen)) &&
           (!is_object || object_fits(schema, value, scope, seen)) &&
           (!schema.in_place ||
            in_place_fits(*schema.in_place, value, scope, seen));
  Seen own;
  if ((is_array && !array_fits(schema, value, scope, &own)) ||
      (is_object && !object_fits(schema, value, scope, &own)) ||
      (schema.in_place && !in_place_fits(*schema.in_place, value, scope, &own)))
    return false;
  if (!unevaluated_fits(schema, value, scope, own)) return false;
  if (seen) seen->add_all();
  return true;
}

bool Evaluation::array_fits(const Subschema& schema, const Value& value,
                            const Scope* scope, Seen* seen) {
  const ArrayRules& rules = *schema.array;
  const std::size_t size = value.node.size();
  if (rules.at_most && size > *rules.at_most) return false;
  if (rules.at_least && size < *rules.at_least) return absent(value);
  std::size_t index = 0;
  std::uint64_t matching = 0;
  for (const syntax::Node item : value.node.items()) {
    const SubschemaId id =
        index < rules.prefix.size() ? rules.prefix[index] : rules.items;
    if (id != SubschemaId::none) {
      if (!holds_child(id, item, scope)) return false;
      if (seen) seen->add(index);
    }
    if (rules.contains != SubschemaId::none &&
        holds_child(rules.contains, item, scope)) {
      ++matching;
      if (seen) seen->add(index);
    }
    ++index;
  }
  if (rules.contains != SubschemaId::none) {
    if (rules.contains_at_most && matching > *rules.contains_at_most)
      return false;
    if (matching < rules.contains_at_least) return absent(value);
  }
  return !rules.unique || !repetition_in(value.node);
}

bool Evaluation::entries_fit(const ObjectRules& rules, const Value& value,
                             const Scope* scope, Seen* seen) {
  if (rules.looks_for_few_names) {
    for (const Property& each : rules.properties.all())
      if (!has_key(value.node, each.name)) return absent(value);
    return true;
  }
  std::uint64_t present = 0;
  std::size_t index = 0;
  for (const syntax::Entry& entry : value.node.entries()) {
    bool known = false;
    if (const Property* property = rules.properties.find(entry.key.text())) {
      present |= property->required;
      if (property->schema != SubschemaId::none) {
        known = true;
        if (!holds_child(property->schema, entry.value, scope)) return false;
      }
    }
    for (const PatternProperty& each : rules.patterns) {
      if (!each.pattern->matches(entry.key.text())) continue;
      known = true;
      if (!holds_child(each.schema, entry.value, scope)) return false;
    }
    if (!known && rules.additional != SubschemaId::none) {
      known = true;
      if (!holds_child(rules.additional, entry.value, scope)) return false;
    }
    if (rules.names != SubschemaId::none &&
        !holds(rules.names, {entry.key, Type::string}, scope, nullptr))
      return false;
    if (known && seen) seen->add(index);
    ++index;
  }
  return present == rules.required || absent(value);
}

bool Evaluation::object_fits(const Subschema& schema, const Value& value,
                             const Scope* scope, Seen* seen) {
  const ObjectRules& rules = *schema.object;
  const std::size_t size = value.node.size();
  if (rules.at_most && size > *rules.at_most) return false;
  if (rules.at_least && size < *rules.at_least) return absent(value);
  if (!entries_fit(rules, value, scope, seen)) return false;
  for (const std::string_view name : rules.more_required)
    if (!has_key(value.node, name)) return absent(value);
  for (const DependentNames& each : rules.dependent_names)
    if (has_key(value.node, each.name))
      for (const std::string_view name : each.required)
        if (!has_key(value.node, name)) return absent(value);
  for (const DependentSchema& each : rules.dependent_schemas)
    if (has_key(value.node, each.name) &&
        !branch_holds(each.schema, value, scope, seen))
      return false;
  return true;
}

bool Evaluation::in_place_fits(const InPlace& in_place, const Value& value,
                               const Scope* scope, Seen* seen) {
  if (in_place.ref != SubschemaId::none &&
      !holds(in_place.ref, value, scope, seen))
    return false;
  if (in_place.dynamic_ref != SubschemaId::none &&
      !branch_holds(dynamic_target(in_place, scope), value, scope, seen))
    return false;
  for (const SubschemaId each : in_place.all_of)
    if (!holds(each, value, scope, seen)) return false;
  // What a branch that fails has seen does not count.
  const auto try_branch = [&](SubschemaId id) {
    if (!seen) return branch_holds(id, value, scope, nullptr);
    Seen own;
    if (!branch_holds(id, value, scope, &own)) return false;
    seen->add(own);
    return true;
  };
  bool any = in_place.any_of.empty();
  for (const SubschemaId each : in_place.any_of) {
    any |= try_branch(each);
    if (any && !seen) break;
  }
  if (!any) return false;
  std::size_t matching = 0;
  for (const SubschemaId each : in_place.one_of) {
    if (try_branch(each)) ++matching;
    if (matching > 1) return false;
  }
  if (!in_place.one_of.empty() && matching != 1) return false;
  if (in_place.not_ != SubschemaId::none &&
      branch_holds(in_place.not_, value, scope, nullptr))
    return false;
  if (in_place.if_ == SubschemaId::none) return true;
  const SubschemaId chosen =
      try_branch(in_place.if_) ? in_place.then_ : in_place.else_;
  return chosen == SubschemaId::none ||
         branch_holds(chosen, value, scope, seen);
}

bool Evaluation::unevaluated_fits(const Subschema& schema, const Value& value,
                                  const Scope* scope, Seen& seen) {
  std::size_t index = 0;
  for (const syntax::Node item : value.node.items())
    if (!seen.has(index++) &&
        !holds_child(schema.array->unevaluated, item, scope))
      return false;
  for (const syntax::Entry& entry : value.node.entries())
    if (!seen.has(index++) &&
        !holds_child(schema.object->unevaluated, entry.value, scope))
      return false;
  return true;
}

bool is_valid(const Schema& schema, syntax::Node instance) {
  Evaluation evaluation(schema.program());
  return evaluation.holds_child(schema.program().root, instance, nullptr);
}

}  // namespace catalog::schema
