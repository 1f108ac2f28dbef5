#include "schema/readings.h"

#include <algorithm>

#include "schema/keywords.h"
#include "schema/words.h"

namespace catalog::schema {
namespace {

using diagnostics::Problem;
using diagnostics::Severity;

constexpr Problem<std::string_view> endless_reference{
    "endless-reference",
    Severity::error,
    {"`{}` applies this schema to the same value again, without end",
     "`{}` 使本模式对同一个值无休止地重复"}};
constexpr Problem<std::string_view> long_reference{
    "long-reference",
    Severity::error,
    {"`{}` begins a chain of too many schemas for one value",
     "从 `{}` 开始，对同一个值起作用的模式层层相连，过多"}};
constexpr Problem<std::string_view> number_without_type{
    "keyword-without-type",
    Severity::error,
    {"`{}` has no effect without a numeric `type`",
     "没有数字类型的 `type`，`{}` 不起作用"}};

/// What the types and constants of one object alone admit.
Types own_reading(const Subschema& schema) {
  if (schema.has_type || !schema.allowed)
    return schema.has_type ? schema.types : any_type;
  Types all = no_type;
  for (const Value& each : *schema.allowed) all |= bit(each.type);
  return all;
}

/// What a message calls a subschema: its title, or what it refers to.
std::string_view name_of(const Program& program, const Subschema& schema) {
  const std::string_view reference = keyword_text(schema, "$ref");
  const SubschemaId next =
      schema.in_place ? schema.in_place->ref : SubschemaId::none;
  const std::string_view title =
      schema.title.empty() ? title_of(program, next) : schema.title;
  return !title.empty() ? title : !reference.empty() ? reference : "#";
}

class Readings {
 public:
  Readings(Program& program, diagnostics::Diagnostics& diagnostics)
      : program_(program),
        diagnostics_(diagnostics),
        readings_(program.subschemas.size(), any_type),
        depths_(program.subschemas.size(), 0),
        states_(program.subschemas.size(), State::unseen) {}

  bool find() {
    for (std::size_t i = 0; i < program_.subschemas.size() && !failed_; ++i) {
      visit(static_cast<SubschemaId>(i), 0);
      Subschema& schema = program_.subschemas[i];
      schema.reading = readings_[i] == any_type ? no_type : readings_[i];
    }
    return !failed_;
  }

  /// Bounds on numbers where no number is ever read have no effect.
  bool check_bounds() {
    for (const Subschema& schema : program_.subschemas) {
      if (!schema.number || (schema.reading & numeric)) continue;
      for (const syntax::Entry& entry : schema.source.entries()) {
        const KeywordInfo* info = keyword_named(entry.key.text());
        if (info && info->keyword >= Keyword::multiple_of &&
            info->keyword <= Keyword::exclusive_minimum)
          fail(number_without_type, entry.key, entry.key.text());
      }
    }
    return !failed_;
  }

 private:
  enum class State : std::uint8_t { unseen, open, closed };

  template <class... Args>
  void fail(const Problem<Args...>& problem, syntax::Node at,
            const std::type_identity_t<Args>&... args) {
    failed_ = true;
    diagnostics_.report(problem, at.span(), args...);
  }

  /// Goes through all schemas that apply to the same value: finds those that
  /// come back to themselves, and the types that must hold together. Returns
  /// how many schemas deep the value is looked at.
  std::size_t visit(SubschemaId id, std::size_t depth) {
    const auto index = static_cast<std::size_t>(id);
    const Subschema& schema = program_.subschemas[index];
    if (states_[index] == State::closed) return depths_[index];
    if (failed_) return 0;
    if (states_[index] == State::open || depth > max_in_place_depth) {
      fail(states_[index] == State::open ? endless_reference : long_reference,
           schema.source, name_of(program_, schema));
      return 0;
    }
    states_[index] = State::open;
    Types reading = own_reading(schema);
    Types admits = schema.never ? no_type : reading;
    std::size_t deepest = 0;
    const auto follow = [&](SubschemaId next) {
      if (next == SubschemaId::none) return any_type;
      deepest = std::max(deepest, visit(next, depth + 1) + 1);
      return program_.subschemas[static_cast<std::size_t>(next)].admits;
    };
    const auto follow_all = [&](const std::vector<SubschemaId>& branches) {
      Types any = branches.empty() ? any_type : no_type;
      for (const SubschemaId each : branches) any |= follow(each);
      admits &= any;
    };
    const auto follow_together = [&](SubschemaId next) {
      admits &= follow(next);
      if (next != SubschemaId::none)
        reading &= readings_[static_cast<std::size_t>(next)];
    };
    if (const InPlace* in_place = schema.in_place.get()) {
      follow_together(in_place->ref);
      for (const SubschemaId each : in_place->all_of) follow_together(each);
      follow_all(in_place->any_of);
      follow_all(in_place->one_of);
      for (const SubschemaId each :
           {in_place->not_, in_place->if_, in_place->then_, in_place->else_})
        follow(each);
    }
    if (schema.object)
      for (const DependentSchema& each : schema.object->dependent_schemas)
        follow(each.schema);
    program_.subschemas[index].admits = admits;
    if (deepest > max_in_place_depth && !failed_)
      fail(long_reference, schema.source, name_of(program_, schema));
    readings_[index] = reading;
    depths_[index] = deepest;
    states_[index] = State::closed;
    return deepest;
  }

  Program& program_;
  diagnostics::Diagnostics& diagnostics_;
  bool failed_ = false;
  std::vector<Types> readings_;
  std::vector<std::size_t> depths_;
  std::vector<State> states_;
};

}  // namespace

bool find_readings(Program& program, Dialect dialect,
                   diagnostics::Diagnostics& diagnostics) {
  Readings readings(program, diagnostics);
  return readings.find() &&
         (dialect == Dialect::standard || readings.check_bounds());
}

}  // namespace catalog::schema
