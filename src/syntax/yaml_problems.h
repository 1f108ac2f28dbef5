#pragma once

#include "diagnostics/message.h"

/// What can be wrong with the YAML of a file.
namespace catalog::syntax::problems {

using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using Text = std::string_view;

// Characters.

inline constexpr Problem<unsigned> not_utf8{
    "not-utf8",
    Severity::error,
    {"byte 0x{:02X} here is not UTF-8", "此处的字节 0x{:02X} 不是 UTF-8 编码"}};
inline constexpr Message<> save_gb18030{
    "the file looks like GB18030 (GBK): save it as UTF-8, or convert it with "
    "`iconv -f GB18030 -t UTF-8`",
    "文件看起来是 GB18030（GBK）编码：请另存为 UTF-8，或用 "
    "`iconv -f GB18030 -t UTF-8` 转换"};
inline constexpr Message<> save_utf16{
    "the file looks like UTF-16: save it as UTF-8",
    "文件看起来是 UTF-16 编码：请另存为 UTF-8"};
inline constexpr Message<std::size_t> mend_bytes{
    "write these characters anew and save the file as UTF-8 (bytes concerned: "
    "{})",
    "请重新输入这些字符，并以 UTF-8 编码保存（涉及 {} 个字节）"};
inline constexpr Problem<> byte_order_mark{
    "byte-order-mark",
    Severity::error,
    {"a byte order mark (U+FEFF) in the middle of the file",
     "文件中间有字节顺序标记（U+FEFF）"}};
inline constexpr Message<> delete_mark{
    "delete it: it cannot be seen, and often comes from joining files",
    "请删除：它不可见，多因拼接文件而产生"};
inline constexpr Problem<unsigned> control_character{
    "control-character",
    Severity::error,
    {"control character U+{:04X} in the text", "文本中有控制字符 U+{:04X}"}};
inline constexpr Problem<unsigned> bidi_control{
    "bidi-control",
    Severity::error,
    {"U+{:04X} makes the text read in another order than it is written",
     "字符 U+{:04X} 会使文字的显示顺序与实际顺序不一致"}};
inline constexpr Message<> delete_character{"delete it; it cannot be seen",
                                            "请删除；该字符不可见"};

// What the source language leaves out of YAML.

inline constexpr Problem<> tab{
    "tab",
    Severity::error,
    {"a tab where only spaces can stand", "此处只能用空格，却有制表符"}};
inline constexpr Message<> use_spaces{"put spaces in its place", "请改用空格"};
inline constexpr Problem<Text> second_document{
    "second-document",
    Severity::error,
    {"`{}` begins another document; what follows is not read",
     "`{}` 另起一个文档，其后内容不会读取"}};
inline constexpr Message<> one_document{
    "a file holds one document: delete the line, or move the rest to a file "
    "of its own",
    "一个文件只能有一个文档：请删除该行，或把其余内容移到另一个文件"};
inline constexpr Problem<Text> directive{
    "directive",
    Severity::error,
    {"`{}` is a YAML directive, which is not used here",
     "`{}` 是 YAML 指令，此处不使用"}};
inline constexpr Message<> delete_line{"delete the line", "请删除该行"};
inline constexpr Problem<Text> anchor{
    "anchor",
    Severity::error,
    {"`{}` is an anchor, which is not used here", "`{}` 是锚点，此处不使用"}};
inline constexpr Problem<Text> alias{
    "alias",
    Severity::error,
    {"`{}` is read as an alias, which is not used here",
     "`{}` 会被读作别名，此处不使用"}};
inline constexpr Message<> write_out{
    "write the value out; put text that begins with `*` or `&` in quotes",
    "请写出完整的值；以 `*` 或 `&` 开头的文字须加引号"};
inline constexpr Problem<Text> tag{
    "tag",
    Severity::error,
    {"`{}` is a tag, which is not used here", "`{}` 是标签，此处不使用"}};
inline constexpr Message<> delete_tag{
    "delete it: the schema says what type a value has; put text that begins "
    "with `!` in quotes",
    "请删除：值的类型由模式决定；以 `!` 开头的文字须加引号"};
inline constexpr Problem<> merge_key{
    "merge-key",
    Severity::error,
    {"`<<` merges mappings in some programs, which is not done here",
     "`<<` 在有的程序中表示合并，此处不使用"}};
inline constexpr Message<> write_keys{"write the keys out, or use `defaults`",
                                      "请写出各键，或使用 `defaults`"};
inline constexpr Problem<> complex_key{
    "complex-key",
    Severity::error,
    {"a key that is not one plain or quoted word on one line",
     "键不是一行以内的单个词"}};
inline constexpr Message<> key_form{"write `key: value`",
                                    "请写成 `键: 值` 的形式"};
inline constexpr Problem<> missing_key{
    "missing-key", Severity::error, {"no key before `:`", "`:` 前面没有键"}};
inline constexpr Problem<Text> duplicate_key{
    "duplicate-key",
    Severity::error,
    {"`{}` stands here a second time", "`{}` 重复出现"}};
inline constexpr Message<> first_here{"first here", "首次出现于此"};
inline constexpr Problem<std::size_t> too_deep{
    "too-deep",
    Severity::error,
    {"nested more than {} levels deep", "嵌套超过 {} 层"}};

inline constexpr Problem<std::size_t> too_many{
    "too-many",
    Severity::error,
    {"{} more mistakes of this kind from here on",
     "自此处起还有 {} 处此类错误"}};

// Slips that leave the file readable, or not.

inline constexpr Problem<Text> unclosed_quote{
    "unclosed-quote",
    Severity::error,
    {"the quote `{}` opened here is not closed",
     "此处的引号 `{}` 没有配对的结束引号"}};
inline constexpr Message<> close_quote{
    "close it at the end of the text, or take it away",
    "请在文字末尾补上引号，或去掉此引号"};
inline constexpr Problem<Text> full_width_colon{
    "full-width-colon",
    Severity::error,
    {"`{}` is followed by a full-width colon and so is no key",
     "`{}` 后面用了全角冒号，不能读作键"}};
inline constexpr Problem<Text> missing_space{
    "missing-space",
    Severity::error,
    {"`{}` is followed by a colon without a space and so is no key",
     "`{}` 的冒号后面没有空格，不能读作键"}};
inline constexpr Message<Text> colon_space{"write `{}: ` before the value",
                                           "请写成 `{}: ` 再接值"};
inline constexpr Problem<> swallowed_item{
    "swallowed-item",
    Severity::error,
    {"this `- ` continues the text of the line above",
     "此处的 `- ` 被读作上一行文字的延续"}};
inline constexpr Message<> align_items{
    "give it the indentation of the items before it, or put the text in "
    "quotes",
    "请与前面各项的缩进对齐；如确为文字，请加引号"};
inline constexpr Problem<Text> unclosed_bracket{
    "unclosed-bracket",
    Severity::error,
    {"the bracket `{}` opened here is not closed",
     "此处的括号 `{}` 没有配对的结束括号"}};
inline constexpr Message<> fails_here{"here it cannot go on", "到此处无法继续"};
inline constexpr Problem<Text> stray_bracket{
    "stray-bracket",
    Severity::error,
    {"`{}` closes nothing", "`{}` 没有配对的开始括号"}};
inline constexpr Problem<std::size_t, std::size_t> indentation{
    "indentation",
    Severity::error,
    {"indented by {}, but what it belongs to by {}",
     "缩进为 {} 格，而同级内容缩进为 {} 格"}};
inline constexpr Message<> align{
    "align it with its neighbours; children stand two spaces deeper",
    "请与同级内容对齐；下级内容再缩进两格"};
inline constexpr Problem<Text> no_colon{
    "missing-colon",
    Severity::error,
    {"`{}` stands where a `key: value` is expected",
     "`{}` 所在处应为 `键: 值`"}};
inline constexpr Problem<Text> no_dash{
    "missing-dash",
    Severity::error,
    {"`{}` stands where a list item `- …` is expected",
     "`{}` 所在处应为列表项 `- …`"}};
inline constexpr Problem<> second_colon{
    "second-colon",
    Severity::error,
    {"a second `: ` in one value", "值中又出现了 `: `"}};
inline constexpr Problem<> stray_dash{
    "stray-dash",
    Severity::error,
    {"a list item cannot begin here", "此处不能开始列表项"}};
inline constexpr Message<> dash_below{
    "put the list on the lines below, or the text in quotes",
    "请把列表写在下面各行；如为文字，请加引号"};
inline constexpr Problem<Text> after_quote{
    "text-after-quote",
    Severity::error,
    {"`{}` follows a text that is already closed by its quote",
     "引号已经结束，后面又有 `{}`"}};
inline constexpr Message<> quote_all{"put the whole text in quotes",
                                     "请给整段文字加引号"};
inline constexpr Problem<Text> odd_start{
    "odd-start",
    Severity::error,
    {"a text cannot begin with `{}`", "文字不能以 `{}` 开头"}};
inline constexpr Problem<Text> odd_escape{
    "odd-escape",
    Severity::error,
    {"`{}` is no escape that double quotes know",
     "双引号中没有 `{}` 这种转义"}};
inline constexpr Message<> single_quotes{
    "write `\\\\` for a backslash, or put the text in single quotes",
    "反斜杠请写成 `\\\\`，或改用单引号"};
inline constexpr Problem<Text> not_yaml{
    "syntax",
    Severity::error,
    {"`{}` cannot be read here", "此处无法读取 `{}`"}};

}  // namespace catalog::syntax::problems
