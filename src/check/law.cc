#include "check/findings.h"
#include "phrase/citation.h"

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

constexpr Message<std::string_view> malformed{
    "`{}` is not how document numbers are written", "文号 `{}` 写法有误"};
constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
constexpr Message<> look_up{
    "such numbers read 财农〔2017〕41号 or 国务院令第711号",
    "文号写作“财农〔2017〕41号”“国务院令第711号”"};

void advise(Finding finding, const model::Text& text, std::size_t offset,
            std::size_t size, const std::optional<std::string>& instead) {
  if (!instead) {
    finding.help(look_up);
    return;
  }
  finding.help(write, *instead);
  if (const auto place = place_in(text, offset, size))
    finding.fix({*place, *instead});
}

void judge_number(const model::Text& text, Findings& found) {
  const auto number = phrase::document_number(text.text);
  if (!number || number->fault == phrase::DocumentNumber::Fault::none) return;
  std::optional<std::string> instead;
  if (phrase::is_sure(*number)) instead = number->text;
  advise(found.at(text.span, malformed, text.text), text, 0, text.text.size(),
         instead);
}

void judge_citation(const resolve::Item& item, const model::Text& written,
                    Findings& found) {
  for (const phrase::BasisSlip& slip : phrase::basis(written.text).slips) {
    if (slip.kind != phrase::BasisSlip::Kind::malformed_number) continue;
    const std::size_t size = slip.range.end - slip.range.begin;
    const auto text = written.text.substr(slip.range.begin, size);
    advise(found.at(item, place_or_all(written, slip.range.begin, size),
                    malformed, text),
           written, slip.range.begin, size, slip.instead);
  }
}

void malformed_number(const Edition& edition, Findings& found) {
  for (const Law& law : edition->laws) {
    judge_number(law.number, found);
    for (const Law::Former& former : law.former)
      judge_number(former.number, found);
  }
  for (const resolve::ItemId id : edition.items) {
    source::Span last;
    for (const resolve::Citation& citation : edition[id].basis) {
      if (citation.kind == resolve::Citation::Kind::id ||
          citation.written.span == last)
        continue;
      last = citation.written.span;
      judge_citation(edition[id], citation.written, found);
    }
  }
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
