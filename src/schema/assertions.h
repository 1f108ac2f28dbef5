#pragma once

#include <memory>
#include <vector>

#include "schema/keyword_values.h"
#include "schema/program.h"

namespace catalog::schema {

/// The rules of one kind of a subschema; made where it has none.
template <class Rules>
Rules& made(std::unique_ptr<Rules>& rules) {
  if (!rules) rules = std::make_unique<Rules>();
  return *rules;
}

/// Adds the keywords of the validation vocabulary to a subschema: those that
/// hold no schemas.
class Assertions {
 public:
  Assertions(Subschema& made, KeywordValues& values)
      : made_(made), values_(values) {}

  void add(const syntax::Entry& entry, Keyword keyword);

 private:
  NumberRules& number() { return made(made_.number); }
  StringRules& string() { return made(made_.string); }
  ArrayRules& array() { return made(made_.array); }
  ObjectRules& object() { return made(made_.object); }

  /// `const` beside `enum`: what both admit.
  void allow(const std::vector<syntax::Node>& nodes);
  void required(const syntax::Entry& entry);
  void dependent_required(const syntax::Entry& entry);

  Subschema& made_;
  KeywordValues& values_;
};

}  // namespace catalog::schema
