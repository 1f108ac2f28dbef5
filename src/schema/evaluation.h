#pragma once

#include <cstdint>
#include <vector>

#include "schema/program.h"
#include "schema/value.h"

namespace catalog::schema {

/// The children of one collection that some schema has looked at, by their
/// place: what `unevaluatedItems` and `unevaluatedProperties` leave alone.
class Seen {
 public:
  void add(std::size_t child);
  void add_all() { all_ = true; }
  void add(const Seen& other);
  bool has(std::size_t child) const;

 private:
  bool all_ = false;
  std::uint64_t first_ = 0;  // the first 64
  std::vector<std::uint64_t> more_;
};

/// The resources on the way from the root to here, innermost first: where
/// dynamic references look.
struct Scope {
  ResourceId resource;
  const Scope* outer;
};

/// Answers whether values fit subschemas. One run over one instance.
class Evaluation {
 public:
  explicit Evaluation(const Program& program) : program_(program) {}

  /// Whether a child of a collection fits, read as the schema has it.
  bool holds_child(SubschemaId id, syntax::Node node, const Scope* scope) {
    return holds(id, read(node, program_[id].reading), scope, nullptr);
  }

  /// Whether a value fits. `seen`, where given, learns which children were
  /// looked at; what it holds means nothing unless the value fits.
  bool holds(SubschemaId id, const Value& value, const Scope* scope,
             Seen* seen);

  /// As holds, for a branch: one that says types makes its own reading.
  bool branch_holds(SubschemaId id, const Value& value, const Scope* scope,
                    Seen* seen) {
    return may_fit(id, value) && holds(id, reread(id, value), scope, seen);
  }
  Value reread(SubschemaId id, const Value& value) const {
    const Types reading = program_[id].reading;
    return value.node.is_scalar() && reading != no_type
               ? read(value.node, reading)
               : value;
  }

  SubschemaId dynamic_target(const InPlace& in_place, const Scope* scope) const;

  /// Whether the run was given up: nested too deeply, or too many steps.
  bool gave_up() const { return gave_up_; }

  /// Whether, since it was last cleared, something did not fit for what may
  /// merely not have been understood.
  bool missed_unknown = false;

 private:
  /// Whether a schema admits values of the kind: branches are mostly told apart
  /// so.
  bool may_fit(SubschemaId id, const Value& value) const {
    constexpr Types scalars =
        any_type & ~(bit(Type::array) | bit(Type::object));
    const Types kinds = value.node.is_scalar() ? scalars : bit(value.type);
    return (program_[id].admits & kinds) != 0;
  }
  bool fits(const Subschema& schema, const Value& value, const Scope* scope,
            Seen* seen);
  bool array_fits(const Subschema& schema, const Value& value,
                  const Scope* scope, Seen* seen);
  bool entries_fit(const ObjectRules& rules, const Value& value,
                   const Scope* scope, Seen* seen);
  bool object_fits(const Subschema& schema, const Value& value,
                   const Scope* scope, Seen* seen);
  bool in_place_fits(const InPlace& in_place, const Value& value,
                     const Scope* scope, Seen* seen);
  bool unevaluated_fits(const Subschema& schema, const Value& value,
                        const Scope* scope, Seen& seen);
  bool absent(const Value& value);

  const Program& program_;
  std::size_t depth_ = 0;
  std::size_t steps_ = 0;
  bool gave_up_ = false;
};

bool number_fits(const NumberRules& rules, std::string_view text);
bool is_allowed(const Subschema& schema, const Value& value);
bool has_key(syntax::Node mapping, std::string_view key);
/// An item that stood before, of a sequence with one; else nothing.
struct Repetition {
  syntax::Node first, again;
};
std::optional<Repetition> repetition_in(syntax::Node sequence);

}  // namespace catalog::schema
