#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "schema/decimal.h"
#include "schema/format.h"
#include "schema/pattern.h"
#include "schema/value.h"
#include "syntax/tree.h"

namespace catalog::schema {

enum class SubschemaId : std::uint32_t { none = 0xFFFFFFFF };
enum class ResourceId : std::uint32_t {};

/// A name that a mapping may or must have.
struct Property {
  std::string_view name;
  SubschemaId schema = SubschemaId::none;  // of its value, if said
  std::uint64_t required = 0;              // its bit; 0: it may be missing
};

/// A name by its size and its bytes, or by its hash where it has more than 16.
struct NameKey {
  explicit NameKey(std::string_view name);

  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t size = 0;

  bool is_whole() const { return size <= 16; }
  std::size_t hash() const;
  friend bool operator==(const NameKey&, const NameKey&) = default;
};

/// Finds names by hash; keeps the order they were added in.
class PropertyTable {
 public:
  Property& operator[](std::string_view name);  // adds it
  const Property* find(std::string_view name) const;

  bool empty() const { return all_.empty(); }
  const std::vector<Property>& all() const { return all_; }

 private:
  struct Slot {
    NameKey key{{}};
    std::uint32_t property = 0;  // 1 + index; 0 is empty
  };
  /// The slot that holds the name, or the empty one where it belongs.
  std::size_t slot_of(const NameKey& key, std::string_view name) const;
  void grow();

  std::vector<Property> all_;
  std::vector<Slot> slots_;  // at most half of them taken
};

struct NumberRules {
  std::optional<Decimal> minimum, maximum, above, below, multiple_of;
};

struct StringRules {
  std::optional<std::uint64_t> at_least, at_most;  // code points
  std::unique_ptr<Pattern> pattern;
  Format format = Format::none;
};

struct ArrayRules {
  std::optional<std::uint64_t> at_least, at_most;
  bool unique = false;
  std::vector<SubschemaId> prefix;
  SubschemaId items = SubschemaId::none;  // after the prefix
  SubschemaId contains = SubschemaId::none;
  std::uint64_t contains_at_least = 1;
  std::optional<std::uint64_t> contains_at_most;
  SubschemaId unevaluated = SubschemaId::none;
};

struct PatternProperty {
  std::unique_ptr<Pattern> pattern;
  SubschemaId schema;
};

struct DependentNames {
  std::string_view name;
  std::vector<std::string_view> required;
};

struct DependentSchema {
  std::string_view name;
  SubschemaId schema;
};

struct ObjectRules {
  std::optional<std::uint64_t> at_least, at_most;
  PropertyTable properties;
  std::uint64_t required = 0;                   // the bits of all that must be
  std::vector<std::string_view> more_required;  // beyond 64
  /// No value of a mapping is looked at, only whether a few names are there.
  bool looks_for_few_names = false;
  std::vector<PatternProperty> patterns;
  SubschemaId additional = SubschemaId::none;
  SubschemaId names = SubschemaId::none;
  std::vector<DependentNames> dependent_names;
  std::vector<DependentSchema> dependent_schemas;
  SubschemaId unevaluated = SubschemaId::none;
};

/// Schemas that apply to the same value.
struct InPlace {
  SubschemaId ref = SubschemaId::none;
  SubschemaId dynamic_ref = SubschemaId::none;  // where no scope redirects it
  std::string_view dynamic_name;                // empty: nothing redirects it
  std::vector<SubschemaId> all_of, any_of, one_of;
  SubschemaId not_ = SubschemaId::none;
  SubschemaId if_ = SubschemaId::none;
  SubschemaId then_ = SubschemaId::none;
  SubschemaId else_ = SubschemaId::none;
};

/// One schema object, or `true` or `false`. What most of them lack stands
/// behind pointers.
struct Subschema {
  explicit Subschema(syntax::Node node) : source(node) {}

  syntax::Node source;
  ResourceId resource{};
  bool never = false;      // `false`: nothing fits
  Types types = any_type;  // `type`
  bool has_type = false;
  /// What a plain scalar of YAML is read for: the types that the object and
  /// those it reaches by `allOf` and `$ref` admit; none: not said.
  Types reading = no_type;
  /// The types that any value can have that fits, as far as `type`, constants
  /// and the schemas in place say.
  Types admits = any_type;
  std::optional<std::vector<Value>> allowed;  // `enum`, `const`
  std::unique_ptr<NumberRules> number;
  std::unique_ptr<StringRules> string;
  std::unique_ptr<ArrayRules> array;
  std::unique_ptr<ObjectRules> object;
  std::unique_ptr<InPlace> in_place;
  /// Where it does nothing but refer to another: what that one refers to at
  /// last, which fits the same values.
  SubschemaId stands_for = SubschemaId::none;
  std::string_view title;
};

/// Where a dynamic anchor leads in one resource.
struct DynamicAnchor {
  ResourceId resource;
  std::string_view name;
  SubschemaId schema;
};

/// A compiled schema: all that the root can reach, references as indices.
struct Program {
  std::vector<Subschema> subschemas;
  std::vector<DynamicAnchor> dynamic_anchors;
  SubschemaId root{};

  const Subschema& operator[](SubschemaId id) const {
    return subschemas[static_cast<std::size_t>(id)];
  }
};

}  // namespace catalog::schema
