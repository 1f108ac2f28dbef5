#include <re2/re2.h>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Edition;

void disordered_dates(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string, std::string> disordered{
      "《{}》 ends on {}, before it takes effect on {}",
      "《{}》于 {} 失效，早于 {} 施行"};
  constexpr Message<std::string_view, std::string, std::string> before_issue{
      "《{}》 takes effect on {}, before it was issued on {}",
      "《{}》自 {} 起施行，早于 {} 公布"};
  constexpr Message<> help{"one of the two dates is wrong", "两个日期必有一误"};
  for (const Law& law : edition->laws) {
    const auto& effective = law.effective.date;
    const auto issued = days::parse_date(law.issued.text);
    if (issued && effective && *effective < *issued)
      found
          .at(law.effective.span, before_issue, law.title.text,
              days::iso(*effective), days::iso(*issued))
          .help(help);
    const model::WrittenDate none;
    for (const model::WrittenDate& end :
         {law.repealed ? law.repealed->on : none, law.expires})
      if (end.date && effective && *end.date < *effective)
        found
            .at(end.span, disordered, law.title.text, days::iso(*end.date),
                days::iso(*effective))
            .help(help);
  }
}

/// A document number as it ought to be, or nothing where there is no fault:
/// 财农[2017]41号 has years in other brackets, 国务院令711号 lacks 第.
std::optional<std::string> mended(std::string_view number) {
  static const re2::RE2 brackets(
      "[\\[［(（【﹝〔]\\s*((?:19|20)[0-9]{2})\\s*[\\]］)）】﹞〕]\\s*"
      "(第?[0-9]+号)");
  static const re2::RE2 order("令([0-9]+号)");
  std::string text(number);
  re2::RE2::GlobalReplace(&text, brackets, "〔\\1〕\\2");
  re2::RE2::GlobalReplace(&text, order, "令第\\1");
  if (text == number) return std::nullopt;
  return text;
}

/// Whether the year and the number have run together, as in 〔201744号.
bool is_broken(std::string_view number) {
  static const re2::RE2 broken(
      "[\\[［(（【﹝〔](?:[0-9]{5,}号|[0-9]{4}\\s*[0-9]*号|"
      "[0-9]{4}\\s*[\\[［(（【﹝〔])|"
      "(?:^|[^0-9\\[［(（【﹝〔])(?:19|20)[0-9]{2}\\s*[\\]］)）】﹞〕]\\s*[0-9]"
      "+号");
  return re2::RE2::PartialMatch(re2::StringPiece(number.data(), number.size()),
                                broken);
}

constexpr Message<std::string_view> malformed{
    "`{}` is not how document numbers are written", "文号 `{}` 写法有误"};
constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
constexpr Message<> look_up{
    "such numbers read 财农〔2017〕41号 or 国务院令第711号",
    "文号写作“财农〔2017〕41号”“国务院令第711号”"};

void judge_number(const resolve::Item* item, const model::Text& text,
                  Findings& found) {
  const auto at = [&] {
    return item ? found.at(*item, text.span, malformed, text.text)
                : found.at(text.span, malformed, text.text);
  };
  if (is_broken(text.text)) {
    at().help(look_up);
  } else if (const auto right = mended(text.text)) {
    auto finding = at().help(write, *right);
    if (const auto place = place_in(text, 0, text.text.size()))
      finding.fix({*place, *right});
  }
}

void malformed_number(const Edition& edition, Findings& found) {
  for (const Law& law : edition->laws) {
    judge_number(nullptr, law.number, found);
    for (const Law::Former& former : law.former)
      judge_number(nullptr, former.number, found);
  }
  for (const resolve::ItemId id : edition.items)
    for (const resolve::Citation& citation : edition[id].basis)
      judge_number(&edition[id], citation.written, found);
}

}  // namespace

std::vector<Rule> law_rules() {
  return {
      {"disordered-dates",
       Severity::error,
       {"a law is issued, then takes effect, then ends",
        "法律法规先公布、后施行、再失效"},
       disordered_dates},
      {"malformed-number",
       Severity::warning,
       {"document numbers have their form, years in 〔〕",
        "文号写法规范，年份用〔〕"},
       malformed_number},
  };
}

}  // namespace catalog::check
