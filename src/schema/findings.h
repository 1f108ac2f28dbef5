#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostics/message.h"

/// The words of what report.cc says.
namespace catalog::schema::findings {

using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using Text = std::string_view;
using Count = std::uint64_t;

inline constexpr Problem<Text, Text> wrong_type{
    "wrong-type",
    Severity::error,
    {"{} where {} is expected", "此处是{}，应为{}"}};
inline constexpr Problem<Text, Text, Text> wrong_type_of{
    "wrong-type",
    Severity::error,
    {"{1} where {0} takes {2}", "{}是{}，应为{}"}};
inline constexpr Problem<Text, Text> not_allowed{
    "not-allowed-value",
    Severity::error,
    {"{1} is not a value of {0}", "{}不能写 {}"}};
inline constexpr Problem<Text, Text> wrong_form{
    "wrong-form",
    Severity::error,
    {"{1} does not have the form of {0}", "{}的写法不对：{}"}};
inline constexpr Problem<Text> wrong_key_form{
    "wrong-form",
    Severity::error,
    {"the key {} does not have the form that is expected here",
     "键 {} 的写法不对"}};
inline constexpr Problem<Text, Text> wrong_format{
    "wrong-format", Severity::error, {"{} is not {}", "{} 不是{}"}};
inline constexpr Problem<Text> empty_value{
    "empty-value",
    Severity::error,
    {"nothing is written for {}", "{}没有写内容"}};
inline constexpr Problem<Text, Text, Count> too_short{
    "too-short",
    Severity::error,
    {"{} has {}, fewer than {}", "{}只有 {}，至少应有 {} 个"}};
inline constexpr Problem<Text, Text, Count> too_long{
    "too-long",
    Severity::error,
    {"{} has {}, more than {}", "{}有 {}，至多 {} 个"}};
inline constexpr Problem<Text, Text, Text> too_small{
    "too-small",
    Severity::error,
    {"{1} for {0}, which is {2}", "{}写了 {}，{}"}};
inline constexpr Problem<Text, Text, Text> too_large{
    "too-large",
    Severity::error,
    {"{1} for {0}, which is {2}", "{}写了 {}，{}"}};
inline constexpr Problem<Text, Text> not_a_multiple{
    "not-a-multiple",
    Severity::error,
    {"{} is not a multiple of {}", "{} 不是 {} 的倍数"}};
inline constexpr Problem<Text, Text, Count> too_few{
    "too-few",
    Severity::error,
    {"{} has {}, fewer than {}", "{}有 {}，至少应有 {} 项"}};
inline constexpr Problem<Text, Text, Count> too_many{
    "too-many",
    Severity::error,
    {"{} has {}, more than {}", "{}有 {}，至多 {} 项"}};
inline constexpr Problem<Text> empty_list{
    "too-few", Severity::error, {"{} has no entries", "{}一项也没有"}};
inline constexpr Problem<Text, Text, Count> too_few_keys{
    "too-few",
    Severity::error,
    {"{} has {}, fewer than {}", "{}有 {}，至少应有 {} 个"}};
inline constexpr Problem<Text> empty_mapping{
    "too-few", Severity::error, {"{} has no keys", "{}一个键也没有"}};
inline constexpr Problem<Text, Text, Count> too_many_keys{
    "too-many",
    Severity::error,
    {"{} has {}, more than {}", "{}有 {}，至多 {} 个"}};
inline constexpr Problem<Text, Text, Text, Count> too_few_matching{
    "too-few-matching",
    Severity::error,
    {"{} has {} of the form {}, fewer than {}",
     "{}中有 {}是{}，至少应有 {} 项"}};
inline constexpr Problem<Text, Text, Text, Count> too_many_matching{
    "too-many-matching",
    Severity::error,
    {"{} has {} of the form {}, more than {}", "{}中有 {}是{}，至多 {} 项"}};
inline constexpr Problem<Text, Text> repeated_entry{
    "repeated-entry",
    Severity::error,
    {"{1} stands twice in {0}", "{}中 {} 重复出现"}};
inline constexpr Problem<Text> repeated_part{
    "repeated-entry",
    Severity::error,
    {"the same entry stands twice in {}", "{}中有两项相同"}};
inline constexpr Problem<Text, Text> fits_none{
    "no-form-fits", Severity::error, {"{1} fits no form of {0}", "{}不能是{}"}};
inline constexpr Problem<Text, Text> fits_several{
    "ambiguous-form",
    Severity::error,
    {"{} can be read as {} alike", "{}既可读作{}，无法确定"}};
inline constexpr Problem<Text> excluded{
    "not-allowed-value",
    Severity::error,
    {"what stands here is not allowed for {}", "{}不能这样写"}};
inline constexpr Problem<Text> not_together{
    "not-together", Severity::error, {"{} do not go together", "{}不能同时写"}};
inline constexpr Problem<Text> unexpected{
    "unexpected-value",
    Severity::error,
    {"nothing more can stand in {}", "{}不能再有内容"}};
inline constexpr Problem<Text, Text> unknown_key{
    "unknown-key",
    Severity::error,
    {"{1} is not a key of {0}", "{}没有 {} 这个键"}};
inline constexpr Problem<Text, Text> missing_key{
    "missing-key", Severity::error, {"{} has no {}", "{}缺少 {}"}};
inline constexpr Problem<Text, Text> needed_key{
    "missing-key",
    Severity::error,
    {"{} is written without {}", "写了 {} 而没有写 {}"}};
inline constexpr Problem<> more_mistakes{
    "too-many-mistakes",
    Severity::error,
    {"more mistakes than are listed here: the rest of this was not checked",
     "错误过多，未全部列出，其余内容未检查"}};
inline constexpr Problem<> gave_up{
    "too-involved",
    Severity::error,
    {"checking this against its schema takes too long",
     "按模式检查此处耗时过长，未能完成"}};

inline constexpr Message<Text> did_you_mean{"did you mean `{}`?",
                                            "是否应为 `{}`？"};
inline constexpr Message<Text, Text> did_you_mean_of{
    "did you mean `{}`? it takes {}", "是否应为 `{}`？可写：{}"};
inline constexpr Message<Text> takes{"it takes {}", "可写：{}"};
inline constexpr Message<Text> keys_are{"it takes the keys {}", "可用的键：{}"};
inline constexpr Message<Text, Text> belongs_outside{
    "{} is a key of {}: check the indentation", "{} 是{}的键，请检查缩进"};
inline constexpr Message<Text, Text> belongs_inside{"{} is written under {}",
                                                    "{} 应写在{}之下"};
inline constexpr Message<Text> looks_like{"{}", "{}"};
inline constexpr Message<Text> for_example{"for example {}", "例如 {}"};
inline constexpr Message<Text> must_match{"it must match `{}`", "应符合 `{}`"};
inline constexpr Message<Text> expected_one_of{"expected {}", "应为{}"};
inline constexpr Message<> remove_quotes{"write it without quotes",
                                         "请去掉引号"};
inline constexpr Message<> first_here{"first written here", "首次写在这里"};
inline constexpr Message<> keep_one{"keep one of them", "请只保留其一"};
inline constexpr Message<> date_form{"a date is written 2026-01-15",
                                     "日期写作 2026-01-15"};
inline constexpr Message<> uri_form{
    "an address begins with its scheme, such as https://, and has no spaces",
    "网址以 https:// 等开头，不含空格和汉字"};
inline constexpr Message<> email_form{
    "an e-mail address is written name@example.org",
    "电子邮箱写作 name@example.org"};

}  // namespace catalog::schema::findings
