#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/item.h"
#include "model/layout.h"
#include "model/vocabulary.h"

/// What a catalog says about the one that it extends, as written.
namespace catalog::model {

/// Who plays a role: a body known by its id, or one written out.
struct Player {
  Text id;                   // empty where it is written out
  std::optional<Body> body;  // its name may hold {jurisdiction}
};

/// An entry of `bind`: `role`, or `role@level`, `@kind`, `@code`.
struct Binding {
  Text key;
  Text role;
  Text place;  // what stands behind the @; empty: everywhere
  std::vector<Player> players;
  source::Span span;
};

/// An entry of `adopt: {except: …}`: domains that are not taken over.
struct AdoptionException {
  std::vector<Text> domains;
  Text reason;
  Approval approved;
  source::Span span;
};

/// Which items of the base an operation is about.
struct Target {
  std::vector<Text> items;
  std::optional<Where> where;
  std::vector<Text> only;  // kinds and codes; empty: in all places
};

/// `{add: […], remove: […], replace: {…}}` of a list.
template <class T>
struct ListChange {
  std::vector<T> add;
  std::vector<Text> remove;
  std::vector<std::pair<Text, T>> replace;

  bool empty() const {
    return add.empty() && remove.empty() && replace.empty();
  }
};

/// An entry of `adjust`. A field is either in `values`, written whole, or a
/// change of its list.
struct Adjustment {
  Target target;
  Item values;  // only fields with an origin are meant
  ListChange<ContentEntry> content;
  ListChange<BasisEntry> basis;
  ListChange<ChannelEntry> channels;
  ListChange<Text> levels;
  ListChange<Text> related;
  Text reason;
  Approval approved;
  Text seen;
  source::Span span;
};

/// An entry of `exclude`.
struct Exclusion {
  Target target;
  Text reason;
  Approval approved;
  Text seen;
  source::Span span;
};

/// An entry of the catalog's own `waive`.
struct GeneralWaiver {
  Target target;
  Waiver waiver;
  source::Span span;
};

/// An entry of `adjustments`: the record of 动态调整.
struct AdjustmentRecord {
  WrittenDate date;
  std::vector<Text> items;
  Text ground;
  std::vector<Text> laws;
  Text reported_by;
  WrittenDate reported_on;
  Approval approved;
  Text note;
  source::Span span;
};

/// What stood in the base when somebody looked at it last: an entry of `seen`,
/// by the fingerprint that `seen:` of an operation names.
struct SeenRecord {
  struct Value {
    Text item;
    Text field;
    Text text;
  };
  Text fingerprint;
  std::vector<Value> values;
};

/// An operation and what it replaces: the values that the base has today.
struct Replacement {
  struct Value {
    std::string_view item;  // its id
    ItemField field{};
    std::string text;   // as the base has it
    source::Span here;  // what stands in its place
    source::Span base;  // where the base says it
  };
  source::Span operation;
  Text seen;  // the fingerprint of what was seen; may not be written
  std::string fingerprint;
  std::vector<Value> values;
  bool is_exclusion = false;
};

/// The overlay sections of one catalog.
struct Overlay {
  std::vector<Binding> bind;
  std::vector<AdoptionException> except;
  std::vector<Adjustment> adjust;
  std::vector<Exclusion> exclude;
  std::vector<GeneralWaiver> waive;
  std::vector<AdjustmentRecord> adjustments;
  std::vector<SeenRecord> seen;
  std::vector<Replacement> replacements;  // found when it is laid over its base
  /// Some operation was lost to mistakes: no item may be called unchanged.
  bool is_incomplete = false;
};

}  // namespace catalog::model
