#include <re2/re2.h>

#include "check/findings.h"
#include "check/printed.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;

/// Calls `report(printed, part)` for the first match in each printed text that
/// has a sign, as every match does.
template <class Report>
void for_each_match(const Findings& found, const re2::RE2& pattern,
                    unsigned sign, Report report) {
  found.printed().with(sign, [&](const Printed& printed) {
    const std::string_view text = printed.text.text;
    re2::StringPiece part;
    if (re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()),
                               pattern, &part))
      report(printed, std::string_view(part.data(), part.size()));
  });
}

/// A finding about a part of a printed text.
template <class... Args>
Finding at_part(Findings& found, const Printed& printed, std::string_view part,
                const Message<Args...>& message,
                const std::type_identity_t<Args>&... args) {
  const source::Span span = place_or_all(
      printed.text,
      static_cast<std::size_t>(part.data() - printed.text.text.data()),
      part.size());
  return printed.item ? found.at(*printed.item, span, message, args...)
                      : found.at(span, message, args...);
}

/// Templates are handed down with blanks that somebody has to fill in.
void placeholder(const Edition&, Findings& found) {
  constexpr Message<std::string_view> left{
      "`{}` is a blank that nobody filled in", "`{}` 是没有填写的空白"};
  constexpr Message<> help{"write what was meant, or leave it out",
                           "请填写实际内容，没有的删去"};
  static const re2::RE2 pattern(
      "((?:[XxＸｘ×＊*○]{2,}|某某?)"
      "(?:省|市|县|区|乡|镇|街道|村|社区|局|厅|委|办|部门|单位|年|月|日|号|元|"
      "电话)|"
      "[XＸ×]{2,}|[*＊]{2,}|[_＿]{2,}|\\p{Han}[_＿](?:[^xX]|$)|"
      "^各(?:省|市|县|区|地区)[“\"]|"
      "[（(〔\\[【]?(?:待定|待补充|待填|待完善|待明确|暂缺)[）)〕\\]】]?$|"
      "[（(〔\\[【](?:此处|请)?(?:填写|填入|插入)[^）)〕\\]】]*[）)〕\\]】]|"
      "\\b(?:TODO|TBD|todo|tbd)\\b|\\?{2,}|？{2,})");
  for_each_match(found, pattern, Sign::placeholder,
                 [&](const Printed& printed, std::string_view part) {
                   at_part(found, printed, part, left, part).help(help);
                 });
}

/// Breaks as soon as rows move, and on the web there is no row above.
void ditto(const Edition&, Findings& found) {
  constexpr Message<std::string_view> said_again{"`{}` points to another row",
                                                 "`{}` 指向别的行"};
  constexpr Message<> help{"write out what it stands for", "请写出所指的内容"};
  static const re2::RE2 pattern(
      "^\\s*[（(“\"]?((?:内容|依据|时限|主体|渠道)?"
      "(?:同上一?[行项条栏格]?|同前一?[行项条]?|同左|同下|见上一?[行项条]?|"
      "如上|上同|同第[0-9一二三四五六七八九十]+[行项条])|〃|″|〞)"
      "[）)”\"]?[。.；;]?\\s*$");
  for_each_match(found, pattern, Sign::ditto,
                 [&](const Printed& printed, std::string_view part) {
                   at_part(found, printed, part, said_again, part).help(help);
                 });
}

}  // namespace

std::vector<Rule> text_rules() {
  return {
      {"placeholder",
       Severity::error,
       {"no blanks of a template are left", "没有遗留模板里的空白"},
       placeholder},
      {"ditto",
       Severity::error,
       {"no cell points to another row", "没有“同上”一类写法"},
       ditto},
  };
}

}  // namespace catalog::check
