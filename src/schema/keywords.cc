#include "schema/keywords.h"

#include "unicode/closest.h"

namespace catalog::schema {
namespace {

using K = Keyword;

constexpr KeywordInfo keywords[] = {
    {"$schema", K::schema_, core},
    {"$id", K::id, core},
    {"$ref", K::ref, core},
    {"$anchor", K::anchor, core},
    {"$dynamicRef", K::dynamic_ref, core},
    {"$dynamicAnchor", K::dynamic_anchor, core},
    {"$vocabulary", K::vocabulary, core},
    {"$comment", K::comment, core},
    {"$defs", K::defs, core, Holds::schemas_by_name},
    {"allOf", K::all_of, applicator, Holds::schemas},
    {"anyOf", K::any_of, applicator, Holds::schemas},
    {"oneOf", K::one_of, applicator, Holds::schemas},
    {"not", K::not_, applicator, Holds::schema},
    {"if", K::if_, applicator, Holds::schema},
    {"then", K::then_, applicator, Holds::schema},
    {"else", K::else_, applicator, Holds::schema},
    {"dependentSchemas", K::dependent_schemas, applicator,
     Holds::schemas_by_name},
    {"prefixItems", K::prefix_items, applicator, Holds::schemas},
    {"items", K::items, applicator, Holds::schema},
    {"contains", K::contains, applicator, Holds::schema},
    {"properties", K::properties, applicator, Holds::schemas_by_name},
    {"patternProperties", K::pattern_properties, applicator,
     Holds::schemas_by_name},
    {"additionalProperties", K::additional_properties, applicator,
     Holds::schema},
    {"propertyNames", K::property_names, applicator, Holds::schema},
    {"unevaluatedItems", K::unevaluated_items, unevaluated, Holds::schema},
    {"unevaluatedProperties", K::unevaluated_properties, unevaluated,
     Holds::schema},
    {"type", K::type, validation},
    {"enum", K::enum_, validation},
    {"const", K::const_, validation},
    {"multipleOf", K::multiple_of, validation},
    {"maximum", K::maximum, validation},
    {"exclusiveMaximum", K::exclusive_maximum, validation},
    {"minimum", K::minimum, validation},
    {"exclusiveMinimum", K::exclusive_minimum, validation},
    {"maxLength", K::max_length, validation},
    {"minLength", K::min_length, validation},
    {"pattern", K::pattern, validation},
    {"maxItems", K::max_items, validation},
    {"minItems", K::min_items, validation},
    {"uniqueItems", K::unique_items, validation},
    {"maxContains", K::max_contains, validation},
    {"minContains", K::min_contains, validation},
    {"maxProperties", K::max_properties, validation},
    {"minProperties", K::min_properties, validation},
    {"required", K::required, validation},
    {"dependentRequired", K::dependent_required, validation},
    {"title", K::title, meta_data},
    {"description", K::description, meta_data},
    {"default", K::default_, meta_data},
    {"deprecated", K::deprecated, meta_data},
    {"readOnly", K::read_only, meta_data},
    {"writeOnly", K::write_only, meta_data},
    {"examples", K::examples, meta_data},
    {"format", K::format, format_annotation | format_assertion},
    {"contentEncoding", K::content_encoding, content},
    {"contentMediaType", K::content_media_type, content},
    {"contentSchema", K::content_schema, content, Holds::schema},
};

}  // namespace

const KeywordInfo* keyword_named(std::string_view name) {
  for (const KeywordInfo& each : keywords)
    if (each.name == name) return &each;
  return nullptr;
}

std::optional<std::string> keyword_near(std::string_view name) {
  unicode::Closest best(name);
  for (const KeywordInfo& each : keywords) best.consider(each.name);
  return best.found();
}

Vocabularies vocabulary_named(std::string_view uri) {
  constexpr std::string_view prefix =
      "https://json-schema.org/draft/2020-12/vocab/";
  constexpr std::string_view names[] = {
      "core",      "applicator",        "unevaluated",      "validation",
      "meta-data", "format-annotation", "format-assertion", "content"};
  if (!uri.starts_with(prefix)) return 0;
  Vocabularies bit = 1;
  for (const std::string_view name : names) {
    if (uri.substr(prefix.size()) == name) return bit;
    bit = static_cast<Vocabularies>(bit << 1);
  }
  return 0;
}

}  // namespace catalog::schema
