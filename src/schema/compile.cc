#include <algorithm>
#include <map>
#include <unordered_map>

#include "schema/assertions.h"
#include "schema/keyword_values.h"
#include "schema/keywords.h"
#include "schema/program.h"
#include "schema/readings.h"
#include "schema/references.h"
#include "schema/schema.h"
#include "schema/stand_ins.h"
#include "schema/uri.h"

namespace catalog::schema {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;

constexpr Problem<std::string_view> unknown_keyword{
    "unknown-keyword",
    Severity::error,
    {"`{}` is not a keyword of JSON Schema", "`{}` 不是 JSON Schema 的关键字"}};
constexpr Problem<std::string_view> unresolved_reference{
    "unresolved-reference",
    Severity::error,
    {"`{}` leads to no schema", "`{}` 没有指向任何模式"}};
constexpr Problem<std::string_view> unknown_vocabulary{
    "unknown-vocabulary",
    Severity::error,
    {"the vocabulary `{}` is required but not known here",
     "模式要求词汇表 `{}`，但此处没有"}};
constexpr Problem<std::string_view> unknown_schema{
    "unknown-schema",
    Severity::error,
    {"there is no schema `{}` here", "没有模式 `{}`"}};
constexpr Problem<> too_many_subschemas{
    "schema-too-large",
    Severity::error,
    {"the schema has too many parts", "模式的组成部分过多"}};
constexpr Message<std::string_view> did_you_mean{"did you mean `{}`?",
                                                 "是否应为 `{}`？"};

constexpr Vocabularies all_vocabularies = 0xFF & ~format_assertion;

/// Whether `required` of a few names is all that is said of the entries.
bool looks_for_few_names(const ObjectRules& rules) {
  constexpr std::size_t few = 4;
  const std::vector<Property>& names = rules.properties.all();
  return names.size() <= few && rules.patterns.empty() &&
         rules.additional == SubschemaId::none &&
         rules.names == SubschemaId::none &&
         std::all_of(names.begin(), names.end(), [](const Property& each) {
           return each.schema == SubschemaId::none;
         });
}

/// Turns schema objects into subschemas, one after another as they are reached.
class Compiler {
 public:
  Compiler(const References& references, Dialect dialect,
           Diagnostics& diagnostics)
      : references_(references),
        dialect_(dialect),
        diagnostics_(diagnostics),
        values_(diagnostics),
        program_(std::make_unique<Program>()) {}

  std::unique_ptr<const Program> program(const Place& root) {
    program_->root = id_of(root);
    for (std::size_t done = 0; !values_.failed();) {
      while (done < places_.size()) compile(done++);
      if (!add_dynamic_anchors()) break;
    }
    if (values_.failed() || !find_readings(*program_, dialect_, diagnostics_))
      return nullptr;
    find_stand_ins(*program_);
    return std::move(program_);
  }

 private:
  ResourceId id_of(const Resource* resource) {
    const auto [found, added] = resource_ids_.try_emplace(
        resource, static_cast<ResourceId>(resources_.size()));
    if (added) resources_.push_back({resource, vocabularies_of(*resource)});
    return found->second;
  }

  /// The subschema of a place; compiled when its turn comes.
  SubschemaId id_of(const Place& place) {
    const auto [found, added] =
        ids_.try_emplace({&place.node.document(), place.node.index()},
                         static_cast<SubschemaId>(places_.size()));
    if (!added) return found->second;
    if (places_.size() == max_subschemas) {
      values_.fail(too_many_subschemas, place.node);
      return SubschemaId{};
    }
    places_.push_back(place);
    program_->subschemas.emplace_back(place.node);
    program_->subschemas.back().resource = id_of(place.resource);
    return found->second;
  }

  SubschemaId id_of(syntax::Node node) {
    return id_of(Place{node, references_.resource_of(node)});
  }

  Vocabularies vocabularies_of(const Resource& resource) {
    if (resource.dialect.empty()) return all_vocabularies;
    const auto meta = references_.target_of(resource.dialect, resource.uri);
    const auto declared =
        meta ? value_at(meta->node, "$vocabulary") : std::nullopt;
    if (!declared) return all_vocabularies;
    Vocabularies all = core;
    for (const syntax::Entry& each : declared->entries()) {
      const Vocabularies known = vocabulary_named(each.key.text());
      all |= known;
      if (!known && each.value.text() == "true")
        values_.fail(unknown_vocabulary, resource.node(), each.key.text());
    }
    return all;
  }

  void compile(std::size_t index) {
    const syntax::Node node = places_[index].node;
    Subschema made(node);
    made.resource = program_->subschemas[index].resource;
    if (node.is_mapping()) {
      now_ = &made;
      for (const syntax::Entry& entry : node.entries()) keyword(entry);
      finish(made);
    } else {
      made.never = !values_.boolean_schema(node);
    }
    program_->subschemas[index] = std::move(made);
  }

  void finish(Subschema& made) {
    if (made.object)
      made.object->looks_for_few_names = looks_for_few_names(*made.object);
    if (made.in_place && made.in_place->if_ == SubschemaId::none)
      made.in_place->then_ = made.in_place->else_ = SubschemaId::none;
    if (made.allowed) {
      // In YAML a constant is read for the type beside it.
      for (Value& each : *made.allowed)
        each = read(each.node, made.has_type ? made.types : no_type);
    }
  }

  void keyword(const syntax::Entry& entry) {
    const KeywordInfo* info = keyword_named(entry.key.text());
    if (!info) {
      if (dialect_ != Dialect::ours) return;
      auto found = values_.fail(unknown_keyword, entry.key, entry.key.text());
      if (const auto near = keyword_near(entry.key.text()))
        found.help(did_you_mean, *near);
      return;
    }
    const Vocabularies known =
        resources_[static_cast<std::size_t>(now_->resource)].vocabularies;
    if (!(info->vocabulary & known)) return;
    if (!values_.has_right_shape(entry, info->holds)) return;
    if (info->vocabulary & core)
      core_keyword(entry, info->keyword);
    else if (info->vocabulary & validation)
      Assertions(*now_, values_).add(entry, info->keyword);
    else if (info->holds != Holds::data)
      applicator_keyword(entry, info->keyword);
    else
      annotation(entry, info->keyword, known);
  }

  StringRules& string() { return made(now_->string); }
  ArrayRules& array() { return made(now_->array); }
  ObjectRules& object() { return made(now_->object); }
  InPlace& in_place() { return made(now_->in_place); }

  const std::string& base() const {
    return resources_[static_cast<std::size_t>(now_->resource)].resource->uri;
  }

  std::optional<Place> reference(const syntax::Entry& entry) {
    if (!values_.is_text(entry)) return std::nullopt;
    const auto target = references_.target_of(entry.value.text(), base());
    if (!target)
      values_.fail(unresolved_reference, entry.value, entry.value.text());
    return target;
  }

  void core_keyword(const syntax::Entry& entry, Keyword keyword) {
    if (keyword == Keyword::ref) {
      if (const auto target = reference(entry)) in_place().ref = id_of(*target);
    } else if (keyword == Keyword::dynamic_ref) {
      if (const auto target = reference(entry))
        dynamic_reference(*target, entry);
    } else if (keyword != Keyword::defs && keyword != Keyword::vocabulary) {
      values_.is_text(entry);
    }
  }

  /// A dynamic reference is one only where it leads to a dynamic anchor.
  void dynamic_reference(const Place& target, const syntax::Entry& entry) {
    in_place().dynamic_ref = id_of(target);
    const std::string uri = resolved_uri(base(), entry.value.text());
    const std::string name = split_fragment(uri).fragment;
    for (const Anchor& anchor : target.resource->anchors)
      if (anchor.dynamic && anchor.name == name &&
          anchor.node == target.node.index()) {
        in_place().dynamic_name = anchor.name;
        dynamic_names_.try_emplace(anchor.name);
      }
  }

  /// Any resource that is reached may be in scope, so its anchors count.
  bool add_dynamic_anchors() {
    bool added = false;
    for (auto& [name, done] : dynamic_names_)
      for (; done < resources_.size(); ++done)
        for (const Anchor& anchor : resources_[done].resource->anchors)
          if (anchor.dynamic && anchor.name == name) {
            const Resource* resource = resources_[done].resource;
            program_->dynamic_anchors.push_back(
                {static_cast<ResourceId>(done), anchor.name,
                 id_of(Place{{*resource->document, anchor.node}, resource})});
            added = true;
          }
    return added;
  }

  std::vector<SubschemaId> ids_of(syntax::Node list) {
    std::vector<SubschemaId> ids;
    for (const syntax::Node each : list.items()) ids.push_back(id_of(each));
    return ids;
  }

  void applicator_keyword(const syntax::Entry& entry, Keyword keyword) {
    const syntax::Node value = entry.value;
    switch (keyword) {
      case Keyword::all_of: in_place().all_of = ids_of(value); break;
      case Keyword::any_of: in_place().any_of = ids_of(value); break;
      case Keyword::one_of: in_place().one_of = ids_of(value); break;
      case Keyword::not_: in_place().not_ = id_of(value); break;
      case Keyword::if_: in_place().if_ = id_of(value); break;
      case Keyword::then_: in_place().then_ = id_of(value); break;
      case Keyword::else_: in_place().else_ = id_of(value); break;
      case Keyword::prefix_items: array().prefix = ids_of(value); break;
      case Keyword::items: array().items = id_of(value); break;
      case Keyword::contains: array().contains = id_of(value); break;
      case Keyword::unevaluated_items:
        array().unevaluated = id_of(value);
        break;
      case Keyword::additional_properties:
        object().additional = id_of(value);
        break;
      case Keyword::property_names: object().names = id_of(value); break;
      case Keyword::unevaluated_properties:
        object().unevaluated = id_of(value);
        break;
      case Keyword::properties:
        for (const syntax::Entry& each : value.entries())
          object().properties[each.key.text()].schema = id_of(each.value);
        object();
        break;
      case Keyword::pattern_properties:
        for (const syntax::Entry& each : value.entries())
          if (auto pattern = values_.pattern(each.key))
            object().patterns.push_back(
                {std::move(pattern), id_of(each.value)});
        break;
      case Keyword::dependent_schemas:
        for (const syntax::Entry& each : value.entries())
          object().dependent_schemas.push_back(
              {each.key.text(), id_of(each.value)});
        break;
      default: break;
    }
  }

  void annotation(const syntax::Entry& entry, Keyword keyword,
                  Vocabularies known) {
    if (keyword == Keyword::title && entry.value.is_scalar())
      now_->title = entry.value.text();
    if (keyword != Keyword::format || !values_.is_text(entry)) return;
    if (dialect_ == Dialect::ours || (known & format_assertion))
      if (const auto format = format_named(entry.value.text()))
        string().format = *format;
  }

  struct Reached {
    const Resource* resource;
    Vocabularies vocabularies;
  };
  using NodeKey = std::pair<const syntax::Document*, std::uint32_t>;

  const References& references_;
  Dialect dialect_;
  Diagnostics& diagnostics_;
  KeywordValues values_;
  std::unique_ptr<Program> program_;
  std::vector<Place> places_;  // of each subschema
  std::map<NodeKey, SubschemaId> ids_;
  std::vector<Reached> resources_;
  std::unordered_map<const Resource*, ResourceId> resource_ids_;
  /// How many resources were searched for each name of a dynamic reference.
  std::map<std::string_view, std::size_t> dynamic_names_;
  Subschema* now_ = nullptr;  // the one being compiled
};

std::optional<Schema> schema_of(std::unique_ptr<const Program> program) {
  if (!program) return std::nullopt;
  return Schema(std::move(program));
}

}  // namespace

Schema::Schema(std::unique_ptr<const Program> program)
    : program_(std::move(program)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::optional<Schema> compile(const syntax::Document& document,
                              std::string_view address,
                              const Registry& registry, Dialect dialect,
                              Diagnostics& diagnostics) {
  if (document.empty()) return std::nullopt;
  Registry local;
  local.add(address, document, diagnostics);
  const References references(local, registry);
  Compiler compiler(references, dialect, diagnostics);
  return schema_of(
      compiler.program({document.root(), local.resource_of(document.root())}));
}

std::optional<Schema> compile(std::string_view uri, const Registry& registry,
                              Dialect dialect, Diagnostics& diagnostics) {
  const Registry local;
  const References references(local, registry);
  Compiler compiler(references, dialect, diagnostics);
  const auto root = references.target_of(uri, "");
  if (!root) {
    diagnostics.report(unknown_schema, {}, uri);
    return std::nullopt;
  }
  return schema_of(compiler.program(*root));
}

}  // namespace catalog::schema
