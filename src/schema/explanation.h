#pragma once

#include "schema/evaluation.h"
#include "schema/mistake.h"

namespace catalog::schema {

/// Goes through an instance as Evaluation does, but to the end, and keeps what
/// it finds. One run over one instance. What it asks of a value stands in
/// explain.cc, of its children in explain_children.cc, of schemas in place in
/// explain_branches.cc.
class Explanation {
 public:
  explicit Explanation(const Program& program)
      : program_(program), evaluation_(program) {}

  Mistakes result(syntax::Node root);

 private:
  using Found = std::vector<Mistake>;

  void child(SubschemaId id, syntax::Node node, const Where& where,
             const Scope* scope, Found& found);
  void explain(SubschemaId id, const Value& value, const Where& where,
               const Scope* scope, Found& found);
  void branch(SubschemaId id, const Value& value, const Where& where,
              const Scope* scope, Found& found);
  void explain(const Subschema& schema, const Value& value, const Where& where,
               const Scope* scope, Found& found);
  void note(const Subschema& schema, syntax::Node node, const Where& where);
  void string(const Subschema& schema, const Value& value, const Where& where,
              Found& found);
  void number(const Subschema& schema, const Value& value, const Where& where,
              Found& found);

  void array(const Subschema& schema, const Value& value, const Where& where,
             const Scope* scope, Found& found);
  void contains(const Subschema& schema, const Value& value, const Where& where,
                std::uint64_t matching, Found& found);
  void object(const Subschema& schema, const Value& value, const Where& where,
              const Scope* scope, Found& found);
  void entry(const Subschema& schema, const Value& value,
             const syntax::Entry& entry, const Where& where, const Scope* scope,
             Found& found);
  void unknown(const Subschema& schema, const Value& value, syntax::Node key,
               const Where& where, bool reaching, Found& found);
  void missing(const Subschema& schema, const Value& value, const Where& where,
               Found& found);
  void unevaluated(const Subschema& schema, const Value& value,
                   const Where& where, const Scope* scope, Found& found);

  void in_place(const Subschema& schema, const Value& value, const Where& where,
                const Scope* scope, Found& found);
  bool fits_several(const Subschema& schema, const Value& value,
                    const Where& where, const Scope* scope, Found& found);
  /// `not: {required: […]}` is how schemas say that keys exclude each other.
  void excluded(const Subschema& schema, const Value& value, const Where& where,
                Found& found);
  /// Of branches of which one must fit: nothing, where one does; else what is
  /// wrong with the one that was meant.
  void one_branch(const Subschema& schema,
                  const std::vector<SubschemaId>& branches, const Value& value,
                  const Where& where, const Scope* scope, Found& found);

  void add(Fault fault, const Subschema& schema, const Value& value,
           const Where& where, Found& found);
  void add(Fault fault, const Subschema& schema, const Value& value,
           const Where& where, std::uint64_t limit, std::uint64_t seen,
           Found& found);
  /// Who made so many did not make them by hand, and is not going to read them.
  bool has_enough() const { return faults_ > 2'000; }

  const Program& program_;
  Evaluation evaluation_;
  std::unordered_map<std::uint32_t, MappingNotes> mappings_;
  std::optional<syntax::Node> around_;  // the mapping of the entry at hand
  std::size_t branches_ = 0;            // gone through
  std::size_t faults_ = 0;              // found, in branches too
};

}  // namespace catalog::schema
