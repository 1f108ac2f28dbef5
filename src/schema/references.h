#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/registry.h"

namespace catalog::schema {

/// A schema object where it stands.
struct Place {
  syntax::Node node;
  const Resource* resource;
};

/// Follows references: first among the resources of the document that is being
/// compiled, then among all that are known.
class References {
 public:
  References(const Registry& local, const Registry& known)
      : local_(local), known_(known) {}

  /// What a reference leads to, as seen from `base`: a resource, an anchor in
  /// it, or what a JSON pointer finds in it.
  std::optional<Place> target_of(std::string_view reference,
                                 std::string_view base) const;

  const Resource* resource_of(syntax::Node node) const;

 private:
  const Registry& local_;
  const Registry& known_;
};

}  // namespace catalog::schema
