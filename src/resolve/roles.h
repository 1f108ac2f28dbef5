#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "resolve/places.h"
#include "resolve/registry.h"

namespace catalog::resolve {

/// Those who play a role in some place, and the binding that says so.
struct Play {
  source::Span by;
  std::vector<BodyId> players;
};

/// A binding with its names followed.
struct RoleBinding {
  std::string_view place;  // a kind, a level or a code; empty: everywhere
  model::Levels of_role;   // the levels that the role stands at
  source::Span span;
  std::optional<Play> play;  // the same in all places
  /// Or another in each, by its code: where a name has {jurisdiction}.
  std::map<std::string_view, Play> by_place;
};

/// Who plays each role where.
class Roles {
 public:
  Roles() = default;
  /// The bodies that bindings write out join `bodies`; their texts are kept in
  /// `texts`.
  Roles(const model::Catalog& written, std::vector<model::Body>& bodies,
        std::deque<std::string>& texts);

  /// Those who play a role in a place: by the most specific binding for it,
  /// else for the places above it, else for all. Null where nobody does.
  const Play* in(BodyId role, const Jurisdictions& all,
                 const model::Jurisdiction& place) const;

  /// The same at all places of a level, where they do not differ.
  const Play* at(BodyId role, model::Level level) const;

  /// Whether anybody plays it anywhere.
  bool has(BodyId role) const { return bindings_.contains(role); }

 private:
  std::map<BodyId, std::vector<RoleBinding>> bindings_;
};

}  // namespace catalog::resolve
