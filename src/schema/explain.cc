#include <algorithm>

#include "schema/evaluation.h"
#include "schema/mistake.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::schema {
namespace {

// Branches that are gone through for one file: enough for any file that people
// wrote, and an end for one that was made to have none.
constexpr std::size_t max_branches = 20'000;

/// Who made so many did not make them by hand, and is not going to read them.
constexpr std::size_t most_faults = 2'000;

using Found = std::vector<Mistake>;

/// Goes through an instance as Evaluation does, but to the end, and keeps what
/// it finds.
class Explanation {
 public:
  explicit Explanation(const Program& program)
      : program_(program), evaluation_(program) {}

  Mistakes result(syntax::Node root) {
    Found found;
    child(program_.root, root, {}, nullptr, found);
    settle(found);
    return {std::move(found), std::move(mappings_), evaluation_.gave_up(),
            has_enough()};
  }

 private:
  void child(SubschemaId id, syntax::Node node, const Where& where,
             const Scope* scope, Found& found) {
    explain(id, read(node, program_[id].reading), where, scope, found);
  }

  /// What belongs here stands in bytes that could not be read.
  static bool is_unread(syntax::Node node) {
    return node.is_scalar() && node.is_plain() && node.text().empty() &&
           node.is_incomplete();
  }

  void explain(SubschemaId id, const Value& value, const Where& where,
               const Scope* scope, Found& found) {
    const Subschema& schema = program_[id];
    if (evaluation_.gave_up() || has_enough() || is_unread(value.node)) return;
    if (scope && scope->resource == schema.resource)
      return explain(schema, value, where, scope, found);
    const Scope entered{schema.resource, scope};
    explain(schema, value, where, &entered, found);
  }

  void branch(SubschemaId id, const Value& value, const Where& where,
              const Scope* scope, Found& found) {
    explain(id, evaluation_.reread(id, value), where, scope, found);
  }

  void explain(const Subschema& schema, const Value& value, const Where& where,
               const Scope* scope, Found& found) {
    if (schema.never)
      return add(Fault::unexpected, schema, value, where, found);
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

  void add(Fault fault, const Subschema& schema, const Value& value,
           const Where& where, Found& found) {
    ++faults_;
    found.push_back({fault, value.node, where, &schema});
  }

  bool has_enough() const { return faults_ > most_faults; }

  void add(Fault fault, const Subschema& schema, const Value& value,
           const Where& where, std::uint64_t limit, std::uint64_t seen,
           Found& found) {
    add(fault, schema, value, where, found);
    found.back().limit = limit;
    found.back().seen = seen;
  }

  void note(const Subschema& schema, syntax::Node node, const Where& where) {
    MappingNotes& notes = mappings_[node.index()];
    notes.around = around_;
    if (notes.where.title.empty()) notes.where = where;
    if (schema.object && std::find(notes.schemas.begin(), notes.schemas.end(),
                                   &schema) == notes.schemas.end())
      notes.schemas.push_back(&schema);
  }

  void string(const Subschema& schema, const Value& value, const Where& where,
              Found& found) {
    const StringRules& rules = *schema.string;
    const std::string_view text = value.node.text();
    const std::size_t length = unicode::count(text);
    if (rules.at_least && length < *rules.at_least)
      add(Fault::too_short, schema, value, where, *rules.at_least, length,
          found);
    else if (rules.at_most && length > *rules.at_most)
      add(Fault::too_long, schema, value, where, *rules.at_most, length, found);
    else if (!has_format(text, rules.format))
      add(Fault::wrong_format, schema, value, where, found);
    else if (rules.pattern && !rules.pattern->matches(text))
      add(Fault::wrong_form, schema, value, where, found);
  }

  void number(const Subschema& schema, const Value& value, const Where& where,
              Found& found) {
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

  void array(const Subschema& schema, const Value& value, const Where& where,
             const Scope* scope, Found& found) {
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

  static Where item_where(Where where, std::size_t number) {
    where.item = number;
    return where;
  }

  void contains(const Subschema& schema, const Value& value, const Where& where,
                std::uint64_t matching, Found& found) {
    const ArrayRules& rules = *schema.array;
    if (rules.contains == SubschemaId::none) return;
    if (rules.contains_at_most && matching > *rules.contains_at_most)
      add(Fault::too_many_matching, schema, value, where,
          *rules.contains_at_most, matching, found);
    else if (matching < rules.contains_at_least && !value.node.is_incomplete())
      add(Fault::too_few_matching, schema, value, where,
          rules.contains_at_least, matching, found);
  }

  void object(const Subschema& schema, const Value& value, const Where& where,
              const Scope* scope, Found& found) {
    const ObjectRules& rules = *schema.object;
    const bool is_whole = !value.node.is_incomplete();
    const std::size_t size = value.node.size();
    if (rules.at_most && size > *rules.at_most)
      return add(Fault::too_many_keys, schema, value, where, *rules.at_most,
                 size, found);
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

  void entry(const Subschema& schema, const Value& value,
             const syntax::Entry& entry, const Where& where, const Scope* scope,
             Found& found) {
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
    if (!known && rules.additional != SubschemaId::none)
      apply(rules.additional);
    if (rules.names == SubschemaId::none) return;
    Where key_where = where;
    key_where.is_key = true;
    explain(rules.names, {entry.key, Type::string}, key_where, scope, found);
  }

  void unknown(const Subschema& schema, const Value& value, syntax::Node key,
               const Where& where, bool reaching, Found& found) {
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

  void missing(const Subschema& schema, const Value& value, const Where& where,
               Found& found) {
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

  void in_place(const Subschema& schema, const Value& value, const Where& where,
                const Scope* scope, Found& found) {
    const InPlace& rules = *schema.in_place;
    if (rules.ref != SubschemaId::none)
      explain(rules.ref, value, where, scope, found);
    if (rules.dynamic_ref != SubschemaId::none)
      branch(evaluation_.dynamic_target(rules, scope), value, where, scope,
             found);
    for (const SubschemaId each : rules.all_of)
      explain(each, value, where, scope, found);
    if (!rules.any_of.empty())
      one_branch(schema, rules.any_of, value, where, scope, found);
    if (!rules.one_of.empty() &&
        !fits_several(schema, value, where, scope, found))
      one_branch(schema, rules.one_of, value, where, scope, found);
    if (rules.not_ != SubschemaId::none &&
        evaluation_.branch_holds(rules.not_, value, scope, nullptr))
      excluded(schema, value, where, found);
    if (rules.if_ == SubschemaId::none) return;
    evaluation_.missed_unknown = false;
    const bool holds =
        evaluation_.branch_holds(rules.if_, value, scope, nullptr);
    if (!holds && evaluation_.missed_unknown) return;
    const SubschemaId chosen = holds ? rules.then_ : rules.else_;
    if (chosen != SubschemaId::none) branch(chosen, value, where, scope, found);
  }

  bool fits_several(const Subschema& schema, const Value& value,
                    const Where& where, const Scope* scope, Found& found) {
    std::vector<SubschemaId> fitting;
    for (const SubschemaId each : schema.in_place->one_of)
      if (evaluation_.branch_holds(each, value, scope, nullptr))
        fitting.push_back(each);
    if (fitting.size() < 2) return false;
    if (value.node.is_incomplete()) return true;
    add(Fault::fits_several, schema, value, where, found);
    found.back().branches = std::move(fitting);
    return true;
  }

  /// `not: {required: […]}` is how schemas say that keys exclude each other.
  void excluded(const Subschema& schema, const Value& value, const Where& where,
                Found& found) {
    const Subschema& not_ = program_[schema.in_place->not_];
    const bool names_keys = value.type == Type::object && not_.object &&
                            not_.object->required && !not_.in_place;
    add(names_keys ? Fault::not_together : Fault::excluded, schema, value,
        where, found);
  }

  /// Of branches of which one must fit: nothing, where one does; else what is
  /// wrong with the one that was meant.
  void one_branch(const Subschema& schema,
                  const std::vector<SubschemaId>& branches, const Value& value,
                  const Where& where, const Scope* scope, Found& found) {
    for (const SubschemaId each : branches)
      if (evaluation_.branch_holds(each, value, scope, nullptr)) return;
    Types admitted = no_type;
    std::vector<SubschemaId> candidates;
    for (const SubschemaId each : branches) {
      const Types admits = program_[each].admits;
      admitted |= admits;
      if (admits & bit(evaluation_.reread(each, value).type))
        candidates.push_back(each);
    }
    if (candidates.empty()) {
      add(Fault::wrong_type, schema, value, where, found);
      found.back().expected = admitted;
      return;
    }
    std::vector<Found> results;
    for (const SubschemaId each : candidates) {
      if (++branches_ > max_branches) break;
      Found& mine = results.emplace_back();
      branch(each, value, where, scope, mine);
      settle(mine);
      if (mine.empty()) return;  // only what is unknown is missing
    }
    if (results.size() == candidates.size() && merged(results, value, found)) {
      for (const SubschemaId each : branches)
        if (std::find(candidates.begin(), candidates.end(), each) ==
            candidates.end())
          found.back().branches.push_back(each);
      return;
    }
    const auto meant = results.size() == candidates.size()
                           ? branch_meant(results, value.node)
                           : std::nullopt;
    if (meant) {
      std::move(results[*meant].begin(), results[*meant].end(),
                std::back_inserter(found));
      return;
    }
    add(Fault::fits_none, schema, value, where, found);
    found.back().branches = std::move(candidates);
  }

  /// Branches that each want other constants here: one list of all of them.
  static bool merged(std::vector<Found>& results, const Value& value,
                     Found& found) {
    for (const Found& each : results)
      if (each.size() != 1 || each[0].fault != Fault::not_allowed ||
          !(each[0].node == value.node))
        return false;
    Mistake all = std::move(results[0][0]);
    for (std::size_t i = 1; i < results.size(); ++i)
      all.alternatives.push_back(results[i][0].schema);
    found.push_back(std::move(all));
    return true;
  }

  /// Marks the children that some schema in place looks at, whether they fit
  /// it or not: what is wrong with them was said.
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

  void unevaluated(const Subschema& schema, const Value& value,
                   const Where& where, const Scope* scope, Found& found) {
    const bool is_array = value.type == Type::array && schema.array &&
                          schema.array->unevaluated != SubschemaId::none;
    const bool is_object = value.type == Type::object && schema.object &&
                           schema.object->unevaluated != SubschemaId::none;
    if (!is_array && !is_object) return;
    Seen seen;
    look(schema, value, scope, seen);
    std::size_t index = 0;
    if (is_array)
      for (const syntax::Node item : value.node.items())
        if (!seen.has(index++))
          child(schema.array->unevaluated, item, item_where(where, index),
                scope, found);
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

  const Program& program_;
  Evaluation evaluation_;
  std::unordered_map<std::uint32_t, MappingNotes> mappings_;
  std::optional<syntax::Node> around_;
  std::size_t branches_ = 0;
  std::size_t faults_ = 0;
};

}  // namespace

Mistakes mistakes_in(const Program& program, syntax::Node instance) {
  return Explanation(program).result(instance);
}

}  // namespace catalog::schema
