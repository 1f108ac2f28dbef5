#include "schema/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "schema/registry.h"
#include "unicode/utf8.h"

namespace catalog::schema {
namespace {

constexpr std::size_t max_listed = 12;
constexpr std::size_t max_quoted = 40;  // code points

bool is_among(const std::vector<std::string>& parts, std::string_view part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string line(text.substr(0, text.find('\n')));
  const bool is_cut =
      line.size() < text.size() || unicode::count(line) > max_quoted;
  line = unicode::prefix(line, max_quoted);
  return fmt::format("`{}{}`", line, is_cut ? "…" : "");
}

std::string_view keyword_text(const Subschema& schema, std::string_view name) {
  const auto value = value_at(schema.source, name);
  return value && value->is_scalar() ? value->text() : std::string_view();
}

std::string Wording::join(const std::vector<std::string>& parts) const {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      text += i + 1 < parts.size()  ? pick(", ", "、")
              : text.ends_with('`') ? pick(" or ", " 或")
                                    : pick(" or ", "或");
    text += i > 0 && i + 1 == parts.size() ? object(parts[i]) : parts[i];
  }
  return text;
}

std::string Wording::any_of(const std::vector<std::string>& all) const {
  if (all.size() <= max_listed) return join(all);
  std::string text;
  for (std::size_t i = 0; i < max_listed; ++i)
    (text += i ? pick(", ", "、") : "") += all[i];
  const std::size_t more = all.size() - max_listed;
  return text + (is_chinese() ? fmt::format(" 等 {} 个", all.size())
                              : fmt::format(" and {} more", more));
}

std::string Wording::all_of(const std::vector<std::string>& all) const {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0)
      text += is_chinese() ? "、" : i + 1 < all.size() ? ", " : " and ";
    text += all[i];
  }
  return text;
}

std::string Wording::count(std::uint64_t number, std::string_view one,
                           std::string_view more, std::string_view zh) const {
  return fmt::format("{} {}", number, pick(number == 1 ? one : more, zh));
}

std::string Wording::types(Types types) const {
  std::vector<std::string> parts;
  const auto add = [&](bool has, std::string_view en, std::string_view zh) {
    if (has) parts.emplace_back(pick(en, zh));
  };
  add(types & bit(Type::string), "text", "文本");
  add(types & bit(Type::number), "a number", "数字");
  add((types & numeric) == bit(Type::integer), "a whole number", "整数");
  add(types & bit(Type::boolean), "true or false", "true 或 false");
  add(types & bit(Type::array), "a list", "列表");
  add(types & bit(Type::object), "a mapping", "键值组");
  add(types & bit(Type::null), "null", "null");
  return parts.empty() ? std::string(pick("nothing", "空")) : join(parts);
}

std::string Wording::seen(syntax::Node node, Types expected) const {
  if (node.is_sequence()) return std::string(pick("a list", "列表"));
  if (node.is_mapping()) return std::string(pick("a mapping", "键值组"));
  if (node.text().empty())
    return std::string(node.is_plain() ? pick("nothing", "空白")
                                       : pick("empty text", "空文本"));
  const Type type = type_of(
      node,
      node.document().notation == syntax::Notation::json ? any_type : no_type);
  const bool would_fit =
      type == Type::string && !node.is_plain() && (expected & any_type) &&
      !(expected & bit(Type::string)) &&
      ((expected & numeric)
           ? is_number(node.text())
           : (expected & bit(Type::boolean)) &&
                 (node.text() == "true" || node.text() == "false"));
  const std::string_view kind = would_fit ? pick("quoted text", "带引号的文本")
                                : type == Type::string ? pick("text", "文本")
                                : type == Type::boolean || type == Type::null
                                    ? pick("the literal", "字面值")
                                    : pick("the number", "数字");
  return fmt::format("{} {}", kind, quoted(node.text()));
}

std::string Wording::key(std::string_view name, std::string_view title) const {
  if (!is_chinese() || title.empty()) return quoted(name);
  return fmt::format("{}（{}）", quoted(name), title);
}

std::string Wording::subject(std::string name) const {
  if (is_chinese() && name.ends_with('`')) name += ' ';
  return name;
}

std::string Wording::object(std::string name) const {
  const bool is_latin = !name.empty() && (name[0] & 0x80) == 0;
  if (is_chinese() && is_latin) name.insert(0, " ");
  return name;
}

std::string Wording::place(const Where& where) const {
  if (!where.key) return std::string(pick("the file", "文件"));
  std::string list = subject(key(where.key->text(), where.title));
  if (where.item == 0) return list;
  return is_chinese() ? fmt::format("{}的第 {} 项", list, where.item)
                      : fmt::format("entry {} of {}", where.item, list);
}

std::string Wording::owner(const Where& where) const {
  if (where.item == 0 || !where.key) return place(where);
  std::string list = subject(key(where.key->text(), where.title));
  return is_chinese() ? fmt::format("{}的条目", list)
                      : fmt::format("an entry of {}", list);
}

std::vector<std::string> Wording::constants(const Subschema& schema) const {
  std::vector<std::string> all;
  if (!schema.allowed) return all;
  for (const Value& each : *schema.allowed)
    all.push_back(each.node.is_scalar() ? quoted(each.node.text())
                                        : types(bit(each.type)));
  return all;
}

std::string Wording::form(SubschemaId id) const {
  const Subschema* schema = &program_[id];
  for (int i = 0; i < 8; ++i) {
    if (schema->allowed) return any_of(constants(*schema));
    const bool says = schema->object || schema->string || schema->array;
    if (says || !schema->in_place || schema->in_place->ref == SubschemaId::none)
      break;
    schema = &program_[schema->in_place->ref];
  }
  const std::string_view title = title_of(program_, id);
  std::string kind = types(program_[id].admits);
  std::vector<std::string> required;
  if (schema->object)
    for (const Property& each : schema->object->properties.all())
      if (each.required) required.push_back(quoted(each.name));
  if (!required.empty()) {
    std::string names = required[0];
    for (std::size_t i = 1; i < required.size(); ++i)
      (names += i + 1 == required.size() ? pick(" and ", "和")
                                         : pick(", ", "、")) += required[i];
    return is_chinese() ? fmt::format("有 {} 的键值组", names)
                        : fmt::format("a mapping with {}", names);
  }
  if (is_chinese() && !title.empty())
    return fmt::format("{}（{}）", title, kind);
  const bool has_format =
      schema->string && schema->string->format != Format::none;
  if (!is_chinese() && has_format)
    return fmt::format("a {}", keyword_text(*schema, "format"));
  const auto examples = value_at(schema->source, "examples");
  if (!is_chinese() && examples && examples->size() > 0)
    return fmt::format("{} such as {}", kind,
                       quoted((*examples->items().begin()).text()));
  return kind;
}

std::string Wording::forms(const std::vector<SubschemaId>& ids) const {
  std::vector<std::string> parts;
  for (const SubschemaId each : ids) {
    std::string part = form(each);
    if (!is_among(parts, part)) parts.push_back(std::move(part));
  }
  return any_of(parts);
}

}  // namespace catalog::schema
