#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/program.h"
#include "syntax/tree.h"

namespace catalog::schema {

/// Where a mapping has more keys, nobody wrote them by hand: which was meant by
/// each is not looked for.
inline constexpr std::size_t most_keys = 1'000;

/// What can be wrong with a value. Those that come first explain those that
/// come later at the same value.
enum class Fault : std::uint8_t {
  wrong_type,
  fits_none,    // of several forms
  not_allowed,  // not one of the constants
  wrong_format,
  wrong_form,  // the pattern
  too_short,
  too_long,
  too_small,
  too_large,
  not_multiple,
  fits_several,  // of several forms that exclude each other
  excluded,      // by `not`
  unexpected,    // nothing may stand here
  last_of_value = unexpected,
  too_few,
  too_many,
  too_few_keys,
  too_many_keys,
  too_few_matching,
  too_many_matching,
  repeated,
  not_together,
  unknown_key,
  missing_key,
  needed_key,  // by another key
};

/// How people would say where a value stands.
struct Where {
  std::optional<syntax::Node> key;  // the nearest one around or before it
  std::string_view title;           // of that key's value, in Chinese
  std::size_t item = 0;  // its number in the key's list; 0: not in it
  bool is_key = false;   // the value is itself a key
};

/// One thing that is wrong, before it is put into words.
struct Mistake {
  Fault fault;
  syntax::Node node;
  Where where;
  const Subschema* schema = nullptr;   // whose rule it is
  std::string_view name{};             // of a key
  std::optional<std::string> meant{};  // the key that was probably meant
  Types expected = no_type;            // of wrong_type
  std::uint64_t limit = 0;
  std::uint64_t seen = 0;
  std::vector<SubschemaId> branches{};           // of fits_none, fits_several
  std::vector<const Subschema*> alternatives{};  // also allowed: more constants
  std::optional<syntax::Node> other{};           // another node that explains
};

/// What is known of a mapping: the schemas that name its keys, and where it
/// stands.
struct MappingNotes {
  std::vector<const Subschema*> schemas;
  std::optional<syntax::Node> around;  // the mapping that it stands in
  Where where;
};

struct Mistakes {
  std::vector<Mistake> all;
  std::unordered_map<std::uint32_t, MappingNotes> mappings;  // by node index
  bool gave_up = false;
  bool has_more = false;  // that were not looked for
};

/// All that is wrong with an instance, each thing once: of several branches
/// only what the one that was meant finds; nothing about what may merely not
/// have been understood.
Mistakes mistakes_in(const Program& program, syntax::Node instance);

/// Leaves out what another mistake explains: a missing key that is there but
/// misspelt, and what was found twice.
void settle(std::vector<Mistake>& mistakes);

/// The branch that an author meant by what stands at `node`, given what each
/// branch that admits its type finds wrong; nothing where that is not clear.
std::optional<std::size_t> branch_meant(
    const std::vector<std::vector<Mistake>>& branches, syntax::Node node);

/// The keys that a subschema knows; with `reaching`, also those of the schemas
/// that apply in place.
std::vector<std::string_view> keys_known(const Program& program,
                                         const Subschema& schema,
                                         bool reaching);

/// The title of a subschema or of what it refers to.
std::string_view title_of(const Program& program, SubschemaId id);

}  // namespace catalog::schema
