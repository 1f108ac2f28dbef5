#include "schema/keyword_values.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace catalog::schema {
namespace {

using diagnostics::Problem;
using diagnostics::Severity;
using diagnostics::Words;

constexpr Problem<std::string_view, std::string_view> wrong_keyword_value{
    "wrong-keyword-value",
    Severity::error,
    {"the value of `{}` is not {}", "`{}` 的值应为{}"}};
constexpr Problem<std::string_view, std::string_view> refused_pattern{
    "refused-pattern",
    Severity::error,
    {"the pattern `{}` cannot be used: {}", "正则表达式 `{}` 无法使用：{}"}};

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

}  // namespace

bool KeywordValues::is(bool right, const syntax::Entry& entry,
                       const Words& expected) {
  if (!right)
    fail(wrong_keyword_value, entry.value, entry.key.text(),
         expected.in(diagnostics_.language()));
  return right;
}

bool KeywordValues::has_right_shape(const syntax::Entry& entry, Holds holds) {
  switch (holds) {
    case Holds::data:
    case Holds::schema: return true;  // said when it is compiled
    case Holds::schemas:
      return is(entry.value.is_sequence() && entry.value.size() > 0, entry,
                a_list);
    case Holds::schemas_by_name:
      return is(entry.value.is_mapping(), entry, a_mapping);
  }
  return true;
}

bool KeywordValues::boolean_schema(syntax::Node schema) {
  const bool is_boolean = schema.is_scalar() && schema.is_plain() &&
                          (schema.text() == "true" || schema.text() == "false");
  if (!is_boolean)
    fail(wrong_keyword_value, schema, "", a_schema.in(diagnostics_.language()));
  return schema.text() != "false";
}

bool KeywordValues::is_text(const syntax::Entry& entry) {
  return is(entry.value.is_scalar(), entry, a_text);
}

bool KeywordValues::is_list(const syntax::Entry& entry) {
  return is(entry.value.is_sequence(), entry, a_list);
}

bool KeywordValues::is_mapping(const syntax::Entry& entry) {
  return is(entry.value.is_mapping(), entry, a_mapping);
}

std::optional<std::uint64_t> KeywordValues::count(const syntax::Entry& entry) {
  if (!is(type_of(entry.value, numeric) == Type::integer &&
              !entry.value.text().starts_with('-'),
          entry, a_count))
    return std::nullopt;
  const Decimal value = decimal_of(entry.value.text());
  constexpr std::uint64_t most = 1'000'000'000'000'000'000u;
  if (value.digits.size() + static_cast<std::uint64_t>(value.exponent) > 18)
    return most;
  std::uint64_t result = 0;
  for (const char c : value.digits)
    result = result * 10 + static_cast<std::uint64_t>(c - '0');
  for (std::int64_t i = 0; i < value.exponent; ++i) result *= 10;
  return result;
}

std::optional<Decimal> KeywordValues::number(const syntax::Entry& entry) {
  if (!is(bit(type_of(entry.value, numeric)) & numeric, entry, a_number))
    return std::nullopt;
  return decimal_of(entry.value.text());
}

std::optional<Decimal> KeywordValues::divisor(const syntax::Entry& entry) {
  auto value = number(entry);
  if (value && !is(!value->negative && !value->digits.empty() &&
                       value->digits.size() <= max_divisor_digits,
                   entry, a_divisor))
    return std::nullopt;
  return value;
}

bool KeywordValues::boolean(const syntax::Entry& entry) {
  return is(type_of(entry.value, bit(Type::boolean)) == Type::boolean, entry,
            a_boolean) &&
         entry.value.text() == "true";
}

Types KeywordValues::types(const syntax::Entry& entry) {
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
  return all;
}

std::vector<std::string_view> KeywordValues::names(const syntax::Entry& entry) {
  std::vector<std::string_view> all;
  std::unordered_set<std::string_view> known;
  if (!is(entry.value.is_sequence(), entry, a_list_of_names)) return all;
  for (const syntax::Node each : entry.value.items())
    if (is(each.is_scalar() && known.insert(each.text()).second, entry,
           a_list_of_names))
      all.push_back(each.text());
  return all;
}

std::unique_ptr<Pattern> KeywordValues::pattern(syntax::Node node) {
  ReadPattern read = ReadPattern::from(node.text());
  if (!read.pattern)
    fail(refused_pattern, node, node.text(),
         read.problem.in(diagnostics_.language()));
  return std::move(read.pattern);
}

}  // namespace catalog::schema
