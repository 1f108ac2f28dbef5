#include <algorithm>
#include <map>
#include <unordered_map>

#include "schema/keywords.h"
#include "schema/program.h"
#include "schema/schema.h"
#include "schema/uri.h"

namespace catalog::schema {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using diagnostics::Words;

constexpr Problem<std::string_view> unknown_keyword{
    "unknown-keyword",
    Severity::error,
    {"`{}` is not a keyword of JSON Schema", "`{}` 不是 JSON Schema 的关键字"}};
constexpr Problem<std::string_view, std::string_view> wrong_keyword_value{
    "wrong-keyword-value",
    Severity::error,
    {"the value of `{}` is not {}", "`{}` 的值应为{}"}};
constexpr Problem<std::string_view> number_without_type{
    "keyword-without-type",
    Severity::error,
    {"`{}` has no effect without a numeric `type`",
     "没有数字类型的 `type`，`{}` 不起作用"}};
constexpr Problem<std::string_view> unresolved_reference{
    "unresolved-reference",
    Severity::error,
    {"`{}` leads to no schema", "`{}` 没有指向任何模式"}};
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
constexpr Problem<std::string_view, std::string_view> refused_pattern{
    "refused-pattern",
    Severity::error,
    {"the pattern `{}` cannot be used: {}", "正则表达式 `{}` 无法使用：{}"}};
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
                                                 "是不是 `{}`？"};

constexpr Words a_schema{"a schema: a mapping, or true or false",
                         "模式（键值组，或 true、false）"};
constexpr Words a_mapping{"a mapping", "键值组"};
constexpr Words a_list{"a list with at least one entry", "非空的列表"};
constexpr Words a_list_of_names{"a list of distinct names",
                                "不重复的名称的列表"};
constexpr Words a_text{"text", "文本"};
constexpr Words a_number{"a number", "数字"};
constexpr Words a_count{"a whole number, at least 0", "不小于 0 的整数"};
constexpr Words a_divisor{"a number above 0, of at most 18 digits",
                          "大于 0 且至多 18 位的数字"};
constexpr Words a_boolean{"true or false", "true 或 false"};
constexpr Words a_type{"a type of JSON or a list of such",
                       "JSON 的类型，或者这样的列表"};

constexpr Vocabularies all_vocabularies = 0xFF & ~format_assertion;

struct Place {
  syntax::Node node;
  const Resource* resource;
};

std::optional<Type> type_named(std::string_view name) {
  constexpr std::pair<std::string_view, Type> types[] = {
      {"null", Type::null},       {"boolean", Type::boolean},
      {"integer", Type::integer}, {"number", Type::number},
      {"string", Type::string},   {"array", Type::array},
      {"object", Type::object}};
  for (const auto& [known, type] : types)
    if (known == name) return type;
  return std::nullopt;
}

std::string unescaped(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size() &&
        (token[i + 1] == '0' || token[i + 1] == '1'))
      text += token[++i] == '0' ? '~' : '/';
    else
      text += token[i];
  }
  return text;
}

/// The part of a document that a JSON pointer leads to.
std::optional<syntax::Node> node_at(syntax::Node root,
                                    std::string_view pointer) {
  std::optional<syntax::Node> at = root;
  while (at && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string token = unescaped(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (at->is_mapping()) {
      at = value_at(*at, token);
      continue;
    }
    const bool is_index =
        is_whole_number(token) && token[0] != '-' && token.size() < 10;
    const std::size_t index = is_index ? std::stoul(token) : at->size();
    if (index >= at->size()) return std::nullopt;
    auto item = at->items().begin();
    for (std::size_t i = 0; i < index; ++i) ++item;
    at = *item;
  }
  return at;
}

/// Turns schema objects into subschemas, one after another as they are reached.
class Compiler {
 public:
  Compiler(const Registry& registry, const Registry& local, Dialect dialect,
           Diagnostics& diagnostics)
      : registry_(registry),
        local_(local),
        dialect_(dialect),
        diagnostics_(diagnostics),
        program_(std::make_unique<Program>()) {}

  std::unique_ptr<const Program> program(const Place& root) {
    program_->root = id_of(root);
    for (std::size_t done = 0; !failed_;) {
      while (done < places_.size()) compile(done++);
      if (!add_dynamic_anchors()) break;
    }
    if (!failed_) find_readings();
    if (failed_) return nullptr;
    return std::move(program_);
  }

  std::optional<Place> target_of(std::string_view reference,
                                 const std::string& base) const {
    const std::string uri = resolved_uri(base, reference);
    const SplitUri split = split_fragment(uri);
    const Resource* resource = local_.find(split.address);
    if (!resource) resource = registry_.find(split.address);
    if (!resource) return std::nullopt;
    if (split.fragment.empty()) return Place{resource->node(), resource};
    if (split.fragment[0] == '/') {
      const auto node = node_at(resource->node(), split.fragment);
      if (!node) return std::nullopt;
      return Place{*node, resource_of(*node)};
    }
    for (const Anchor& anchor : resource->anchors)
      if (anchor.name == split.fragment)
        return Place{{*resource->document, anchor.node}, resource};
    return std::nullopt;
  }

 private:
  const Resource* resource_of(syntax::Node node) const {
    const Resource* resource = local_.resource_of(node);
    return resource ? resource : registry_.resource_of(node);
  }

  template <class... Args>
  Diagnostics::Entry fail(const Problem<Args...>& problem, syntax::Node at,
                          const std::type_identity_t<Args>&... args) {
    failed_ = true;
    return diagnostics_.report(problem, at.span(), args...);
  }

  bool is(bool right, const syntax::Entry& entry, const Words& expected) {
    if (!right)
      fail(wrong_keyword_value, entry.value, entry.key.text(),
           expected.in(diagnostics_.language()));
    return right;
  }

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
      fail(too_many_subschemas, place.node);
      return SubschemaId{};
    }
    places_.push_back(place);
    program_->subschemas.emplace_back(place.node);
    program_->subschemas.back().resource = id_of(place.resource);
    return found->second;
  }

  SubschemaId id_of(syntax::Node node) {
    return id_of(Place{node, resource_of(node)});
  }

  Vocabularies vocabularies_of(const Resource& resource) {
    if (resource.dialect.empty()) return all_vocabularies;
    const auto meta = target_of(resource.dialect, resource.uri);
    const auto declared =
        meta ? value_at(meta->node, "$vocabulary") : std::nullopt;
    if (!declared) return all_vocabularies;
    Vocabularies all = core;
    for (const syntax::Entry& each : declared->entries()) {
      const Vocabularies known = vocabulary_named(each.key.text());
      all |= known;
      if (!known && each.value.text() == "true")
        fail(unknown_vocabulary, resource.node(), each.key.text());
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
    } else if (node.is_scalar() && node.is_plain() &&
               (node.text() == "true" || node.text() == "false")) {
      made.never = node.text() == "false";
    } else {
      fail(wrong_keyword_value, node, "", a_schema.in(diagnostics_.language()));
    }
    program_->subschemas[index] = std::move(made);
  }

  void finish(Subschema& made) {
    if (made.object) made.object->properties.freeze();
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
      auto found = fail(unknown_keyword, entry.key, entry.key.text());
      if (const auto near = keyword_near(entry.key.text()))
        found.help(did_you_mean, *near);
      return;
    }
    const Vocabularies known =
        resources_[static_cast<std::size_t>(now_->resource)].vocabularies;
    if (!(info->vocabulary & known)) return;
    if (!has_right_shape(entry, *info)) return;
    if (info->vocabulary & core)
      core_keyword(entry, info->keyword);
    else if (info->vocabulary & validation)
      assertion(entry, info->keyword);
    else if (info->holds != Holds::data)
      applicator_keyword(entry, info->keyword);
    else
      annotation(entry, info->keyword, known);
  }

  bool has_right_shape(const syntax::Entry& entry, const KeywordInfo& info) {
    switch (info.holds) {
      case Holds::data:
        return true;
      case Holds::schema:
        return true;  // said when it is compiled
      case Holds::schemas:
        return is(entry.value.is_sequence() && entry.value.size() > 0, entry,
                  a_list);
      case Holds::schemas_by_name:
        return is(entry.value.is_mapping(), entry, a_mapping);
    }
    return true;
  }

  template <class Rules>
  static Rules& made(std::unique_ptr<Rules>& rules) {
    if (!rules) rules = std::make_unique<Rules>();
    return *rules;
  }
  NumberRules& number() { return made(now_->number); }
  StringRules& string() { return made(now_->string); }
  ArrayRules& array() { return made(now_->array); }
  ObjectRules& object() { return made(now_->object); }
  InPlace& in_place() { return made(now_->in_place); }

  const std::string& base() const {
    return resources_[static_cast<std::size_t>(now_->resource)].resource->uri;
  }

  std::optional<Place> reference(const syntax::Entry& entry) {
    if (!is(entry.value.is_scalar(), entry, a_text)) return std::nullopt;
    const auto target = target_of(entry.value.text(), base());
    if (!target) fail(unresolved_reference, entry.value, entry.value.text());
    return target;
  }

  void core_keyword(const syntax::Entry& entry, Keyword keyword) {
    if (keyword == Keyword::ref) {
      if (const auto target = reference(entry)) in_place().ref = id_of(*target);
    } else if (keyword == Keyword::dynamic_ref) {
      if (const auto target = reference(entry))
        dynamic_reference(*target, entry);
    } else if (keyword != Keyword::defs && keyword != Keyword::vocabulary) {
      is(entry.value.is_scalar(), entry, a_text);
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
      case Keyword::all_of:
        in_place().all_of = ids_of(value);
        break;
      case Keyword::any_of:
        in_place().any_of = ids_of(value);
        break;
      case Keyword::one_of:
        in_place().one_of = ids_of(value);
        break;
      case Keyword::not_:
        in_place().not_ = id_of(value);
        break;
      case Keyword::if_:
        in_place().if_ = id_of(value);
        break;
      case Keyword::then_:
        in_place().then_ = id_of(value);
        break;
      case Keyword::else_:
        in_place().else_ = id_of(value);
        break;
      case Keyword::prefix_items:
        array().prefix = ids_of(value);
        break;
      case Keyword::items:
        array().items = id_of(value);
        break;
      case Keyword::contains:
        array().contains = id_of(value);
        break;
      case Keyword::unevaluated_items:
        array().unevaluated = id_of(value);
        break;
      case Keyword::additional_properties:
        object().additional = id_of(value);
        break;
      case Keyword::property_names:
        object().names = id_of(value);
        break;
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
          if (auto pattern = pattern_of(each.key))
            object().patterns.push_back(
                {std::move(pattern), id_of(each.value)});
        break;
      case Keyword::dependent_schemas:
        for (const syntax::Entry& each : value.entries())
          object().dependent_schemas.push_back(
              {each.key.text(), id_of(each.value)});
        break;
      default:
        break;
    }
  }

  std::unique_ptr<Pattern> pattern_of(syntax::Node node) {
    ReadPattern read = ReadPattern::from(node.text());
    if (!read.pattern)
      fail(refused_pattern, node, node.text(),
           read.problem.in(diagnostics_.language()));
    return std::move(read.pattern);
  }

  void annotation(const syntax::Entry& entry, Keyword keyword,
                  Vocabularies known) {
    if (keyword == Keyword::title && entry.value.is_scalar())
      now_->title = entry.value.text();
    if (keyword != Keyword::format ||
        !is(entry.value.is_scalar(), entry, a_text))
      return;
    if (dialect_ == Dialect::ours || (known & format_assertion))
      if (const auto format = format_named(entry.value.text()))
        string().format = *format;
  }

  std::optional<std::uint64_t> count(const syntax::Entry& entry) {
    if (!is(type_of(entry.value, numeric) == Type::integer &&
                !entry.value.text().starts_with('-'),
            entry, a_count))
      return std::nullopt;
    const Decimal number = decimal_of(entry.value.text());
    constexpr std::uint64_t most = 1'000'000'000'000'000'000u;
    if (number.digits.size() + static_cast<std::uint64_t>(number.exponent) > 18)
      return most;
    std::uint64_t result = 0;
    for (const char c : number.digits)
      result = result * 10 + static_cast<std::uint64_t>(c - '0');
    for (std::int64_t i = 0; i < number.exponent; ++i) result *= 10;
    return result;
  }

  std::optional<Decimal> bound(const syntax::Entry& entry) {
    if (!is(bit(type_of(entry.value, numeric)) & numeric, entry, a_number))
      return std::nullopt;
    return decimal_of(entry.value.text());
  }

  std::optional<Decimal> divisor(const syntax::Entry& entry) {
    const auto value = bound(entry);
    if (value && !is(!value->negative && !value->digits.empty() &&
                         value->digits.size() <= max_divisor_digits,
                     entry, a_divisor))
      return std::nullopt;
    return value;
  }

  bool boolean(const syntax::Entry& entry) {
    return is(type_of(entry.value, bit(Type::boolean)) == Type::boolean, entry,
              a_boolean) &&
           entry.value.text() == "true";
  }

  void assertion(const syntax::Entry& entry, Keyword keyword) {
    switch (keyword) {
      case Keyword::type:
        types(entry);
        break;
      case Keyword::enum_:
        if (is(entry.value.is_sequence(), entry, a_list)) {
          made_allowed();
          for (const syntax::Node each : entry.value.items()) allow(each);
        }
        break;
      case Keyword::const_:
        made_allowed();
        allow(entry.value);
        break;
      case Keyword::multiple_of:
        number().multiple_of = divisor(entry);
        break;
      case Keyword::maximum:
        number().maximum = bound(entry);
        break;
      case Keyword::exclusive_maximum:
        number().below = bound(entry);
        break;
      case Keyword::minimum:
        number().minimum = bound(entry);
        break;
      case Keyword::exclusive_minimum:
        number().above = bound(entry);
        break;
      case Keyword::max_length:
        string().at_most = count(entry);
        break;
      case Keyword::min_length:
        string().at_least = count(entry);
        break;
      case Keyword::pattern:
        if (is(entry.value.is_scalar(), entry, a_text))
          string().pattern = pattern_of(entry.value);
        break;
      case Keyword::max_items:
        array().at_most = count(entry);
        break;
      case Keyword::min_items:
        array().at_least = count(entry);
        break;
      case Keyword::unique_items:
        array().unique = boolean(entry);
        break;
      case Keyword::max_contains:
        array().contains_at_most = count(entry);
        break;
      case Keyword::min_contains:
        array().contains_at_least = count(entry).value_or(1);
        break;
      case Keyword::max_properties:
        object().at_most = count(entry);
        break;
      case Keyword::min_properties:
        object().at_least = count(entry);
        break;
      case Keyword::required:
        required(entry);
        break;
      case Keyword::dependent_required:
        dependent_required(entry);
        break;
      default:
        break;
    }
  }

  /// `const` beside `enum`: what both admit.
  void made_allowed() {
    if (now_->allowed) narrowing_ = std::move(*now_->allowed);
    is_narrowing_ = now_->allowed.has_value();
    now_->allowed.emplace();
  }

  void allow(syntax::Node node) {
    const Value value = read(node, no_type);
    const bool admitted =
        !is_narrowing_ || std::any_of(narrowing_.begin(), narrowing_.end(),
                                      [&](const Value& each) {
                                        return equals_constant(value, each);
                                      });
    if (admitted) now_->allowed->push_back(value);
  }

  void types(const syntax::Entry& entry) {
    Types all = no_type;
    const auto add = [&](syntax::Node node) {
      const auto type = type_named(node.is_scalar() ? node.text() : "");
      if (!is(type.has_value(), entry, a_type)) return;
      all |= *type == Type::number ? numeric : bit(*type);
    };
    if (entry.value.is_sequence())
      for (const syntax::Node each : entry.value.items()) add(each);
    else
      add(entry.value);
    now_->types = all;
    now_->has_type = true;
  }

  std::vector<std::string_view> names(const syntax::Entry& entry) {
    std::vector<std::string_view> all;
    if (!is(entry.value.is_sequence(), entry, a_list_of_names)) return all;
    for (const syntax::Node each : entry.value.items())
      if (is(each.is_scalar() &&
                 std::find(all.begin(), all.end(), each.text()) == all.end(),
             entry, a_list_of_names))
        all.push_back(each.text());
    return all;
  }

  void required(const syntax::Entry& entry) {
    std::uint64_t next = 1;
    for (const std::string_view name : names(entry)) {
      if (next == 0) {
        object().more_required.push_back(name);
        continue;
      }
      object().properties[name].required = next;
      object().required |= next;
      next <<= 1;
    }
  }

  void dependent_required(const syntax::Entry& entry) {
    if (!is(entry.value.is_mapping(), entry, a_mapping)) return;
    for (const syntax::Entry& each : entry.value.entries())
      object().dependent_names.push_back({each.key.text(), names(each)});
  }

  /// What the types and constants of one object alone admit.
  static Types own_reading(const Subschema& schema) {
    if (schema.has_type || !schema.allowed)
      return schema.has_type ? schema.types : any_type;
    Types all = no_type;
    for (const Value& each : *schema.allowed) all |= bit(each.type);
    return all;
  }

  enum class State : std::uint8_t { unseen, open, closed };

  void find_readings() {
    readings_.assign(program_->subschemas.size(), any_type);
    depths_.assign(program_->subschemas.size(), 0);
    states_.assign(program_->subschemas.size(), State::unseen);
    for (std::size_t i = 0; i < program_->subschemas.size() && !failed_; ++i) {
      visit(static_cast<SubschemaId>(i), 0);
      Subschema& schema = program_->subschemas[i];
      schema.reading = readings_[i] == any_type ? no_type : readings_[i];
    }
    if (dialect_ == Dialect::ours && !failed_) check_bounds();
  }

  std::string_view name_of(const Subschema& schema) const {
    if (!schema.title.empty()) return schema.title;
    return resources_[static_cast<std::size_t>(schema.resource)].resource->uri;
  }

  /// Goes through all schemas that apply to the same value: finds those that
  /// come back to themselves, and the types that must hold together. Returns
  /// how many schemas deep the value is looked at.
  std::size_t visit(SubschemaId id, std::size_t depth) {
    const auto index = static_cast<std::size_t>(id);
    const Subschema& schema = program_->subschemas[index];
    if (states_[index] == State::closed) return depths_[index];
    if (failed_) return 0;
    if (states_[index] == State::open || depth > max_in_place_depth) {
      fail(states_[index] == State::open ? endless_reference : long_reference,
           schema.source, name_of(schema));
      return 0;
    }
    states_[index] = State::open;
    Types reading = own_reading(schema);
    Types admits = schema.never ? no_type : reading;
    std::size_t deepest = 0;
    const auto follow = [&](SubschemaId next) {
      if (next == SubschemaId::none) return any_type;
      deepest = std::max(deepest, visit(next, depth + 1) + 1);
      return program_->subschemas[static_cast<std::size_t>(next)].admits;
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
    program_->subschemas[index].admits = admits;
    if (deepest > max_in_place_depth && !failed_)
      fail(long_reference, schema.source, name_of(schema));
    readings_[index] = reading;
    depths_[index] = deepest;
    states_[index] = State::closed;
    return deepest;
  }

  void check_bounds() {
    for (const Subschema& schema : program_->subschemas) {
      if (!schema.number || (schema.reading & numeric)) continue;
      for (const syntax::Entry& entry : schema.source.entries()) {
        const KeywordInfo* info = keyword_named(entry.key.text());
        if (info && info->keyword >= Keyword::multiple_of &&
            info->keyword <= Keyword::exclusive_minimum)
          fail(number_without_type, entry.key, entry.key.text());
      }
    }
  }

  struct Reached {
    const Resource* resource;
    Vocabularies vocabularies;
  };
  using NodeKey = std::pair<const syntax::Document*, std::uint32_t>;

  const Registry& registry_;
  const Registry& local_;
  Dialect dialect_;
  Diagnostics& diagnostics_;
  std::unique_ptr<Program> program_;
  bool failed_ = false;
  std::vector<Place> places_;  // of each subschema
  std::map<NodeKey, SubschemaId> ids_;
  std::vector<Reached> resources_;
  std::unordered_map<const Resource*, ResourceId> resource_ids_;
  /// How many resources were searched for each name of a dynamic reference.
  std::map<std::string_view, std::size_t> dynamic_names_;
  Subschema* now_ = nullptr;  // the one being compiled
  std::vector<Value> narrowing_;
  bool is_narrowing_ = false;
  std::vector<Types> readings_;
  std::vector<std::size_t> depths_;
  std::vector<State> states_;
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
  Compiler compiler(registry, local, dialect, diagnostics);
  return schema_of(
      compiler.program({document.root(), local.resource_of(document.root())}));
}

std::optional<Schema> compile(std::string_view uri, const Registry& registry,
                              Dialect dialect, Diagnostics& diagnostics) {
  const Registry local;
  Compiler compiler(registry, local, dialect, diagnostics);
  const auto root = compiler.target_of(uri, "");
  if (!root) {
    diagnostics.report(unknown_schema, {}, uri);
    return std::nullopt;
  }
  return schema_of(compiler.program(*root));
}

}  // namespace catalog::schema
