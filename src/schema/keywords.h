#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace catalog::schema {

/// The keywords of draft 2020-12.
enum class Keyword : std::uint8_t {
  // core
  schema_,
  id,
  ref,
  anchor,
  dynamic_ref,
  dynamic_anchor,
  vocabulary,
  comment,
  defs,
  // applicators
  all_of,
  any_of,
  one_of,
  not_,
  if_,
  then_,
  else_,
  dependent_schemas,
  prefix_items,
  items,
  contains,
  properties,
  pattern_properties,
  additional_properties,
  property_names,
  // unevaluated
  unevaluated_items,
  unevaluated_properties,
  // validation
  type,
  enum_,
  const_,
  multiple_of,
  maximum,
  exclusive_maximum,
  minimum,
  exclusive_minimum,
  max_length,
  min_length,
  pattern,
  max_items,
  min_items,
  unique_items,
  max_contains,
  min_contains,
  max_properties,
  min_properties,
  required,
  dependent_required,
  // annotations
  title,
  description,
  default_,
  deprecated,
  read_only,
  write_only,
  examples,
  format,
  content_encoding,
  content_media_type,
  content_schema,
};

/// The vocabularies of draft 2020-12, as bits.
using Vocabularies = std::uint8_t;
inline constexpr Vocabularies core = 1, applicator = 2, unevaluated = 4,
                              validation = 8, meta_data = 16,
                              format_annotation = 32, format_assertion = 64,
                              content = 128;

/// What stands as a keyword's value.
enum class Holds : std::uint8_t { data, schema, schemas, schemas_by_name };

struct KeywordInfo {
  std::string_view name;
  Keyword keyword;
  Vocabularies vocabulary;
  Holds holds = Holds::data;
};

/// Nothing for a name that is no keyword.
const KeywordInfo* keyword_named(std::string_view name);

/// The keyword that was probably meant.
std::optional<std::string> keyword_near(std::string_view name);

/// The bit of the vocabulary with this URI; 0 where it is not known here.
Vocabularies vocabulary_named(std::string_view uri);

}  // namespace catalog::schema
