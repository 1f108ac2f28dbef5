#include <algorithm>
#include <iterator>

#include "schema/explanation.h"

/// What is wrong by the schemas that apply to the same value.
namespace catalog::schema {
namespace {

// Branches that are gone through for one file: enough for any file that people
// wrote, and an end for one that was made to have none.
constexpr std::size_t max_branches = 20'000;

/// Branches that each want other constants here: one list of all of them.
bool merged(std::vector<std::vector<Mistake>>& results, const Value& value,
            std::vector<Mistake>& found) {
  for (const std::vector<Mistake>& each : results)
    if (each.size() != 1 || each[0].fault != Fault::not_allowed ||
        !(each[0].node == value.node))
      return false;
  Mistake all = std::move(results[0][0]);
  for (std::size_t i = 1; i < results.size(); ++i)
    all.alternatives.push_back(results[i][0].schema);
  found.push_back(std::move(all));
  return true;
}

}  // namespace

bool Explanation::fits_several(const Subschema& schema, const Value& value,
                               const Where& where, const Scope* scope,
                               Found& found) {
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

void Explanation::excluded(const Subschema& schema, const Value& value,
                           const Where& where, Found& found) {
  const Subschema& not_ = program_[schema.in_place->not_];
  const bool names_keys = value.type == Type::object && not_.object &&
                          not_.object->required && !not_.in_place;
  add(names_keys ? Fault::not_together : Fault::excluded, schema, value, where,
      found);
}

void Explanation::one_branch(const Subschema& schema,
                             const std::vector<SubschemaId>& branches,
                             const Value& value, const Where& where,
                             const Scope* scope, Found& found) {
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

void Explanation::in_place(const Subschema& schema, const Value& value,
                           const Where& where, const Scope* scope,
                           Found& found) {
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
  const bool holds = evaluation_.branch_holds(rules.if_, value, scope, nullptr);
  if (!holds && evaluation_.missed_unknown) return;
  const SubschemaId chosen = holds ? rules.then_ : rules.else_;
  if (chosen != SubschemaId::none) branch(chosen, value, where, scope, found);
}

}  // namespace catalog::schema
