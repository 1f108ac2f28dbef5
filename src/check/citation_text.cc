#include "check/cited.h"
#include "check/findings.h"
#include "phrase/citation.h"

/// Which text of a law is cited, by its number and its date.
namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using resolve::NumberMatch;

/// Whether a number may be that of a decree that amended the text: of the same
/// organ's orders, a later one.
bool may_amend(const phrase::DocumentNumber& said, std::string_view own) {
  const auto number = phrase::document_number(own);
  return number && number->form == phrase::DocumentNumber::Form::order &&
         said.form == phrase::DocumentNumber::Form::order &&
         said.number > number->number;
}

/// A number goes with one text: where title and number lead to different ones,
/// nobody can tell which is meant.
void contradictory_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view>
      of_other{"{} is the number of 《{}》, not of 《{}》",
               "{} 是《{}》的文号，不是《{}》的文号"};
  constexpr Message<std::string_view, std::string_view, std::string_view>
      differs{"《{}》 is cited with the number {}; the registry has {}",
              "《{}》的文号写作 {}，登记册中是 {}"};
  constexpr Message<> help{"correct the title or the number",
                           "请改正名称或者文号"};
  constexpr Message<std::string_view, std::string_view> of_amendment{
      "write {}; if {} is the decree of an amendment, register it under "
      "`former:`",
      "请写 {}；{} 如是修改它的令，请登记在 `former:`"};
  for_each_cited(
      edition, [&](const Item& item, const Citation& citation, const Law& law) {
        const phrase::Citation& said = citation.said();
        const source::Span place = place_of(citation, said.number_range);
        if (citation.number == NumberMatch::other && citation.number_law) {
          const Law& other = edition[*citation.number_law];
          found
              .at(item, place, of_other, said.number.text, other.title.text,
                  law.title.text)
              .label(other.number.span, says_so)
              .help(help);
        } else if (citation.number == NumberMatch::differs) {
          auto finding = found
                             .at(item, place, differs, law.title.text,
                                 said.number.text, law.number.text)
                             .label(law.number.span, says_so);
          if (may_amend(said.number, law.number.text))
            finding.help(of_amendment, law.number.text, said.number.text);
          else
            finding.help(help);
        }
      });
}

/// Whether a day, a month or a year lies wholly before a day.
bool is_before(const phrase::TextEvent& event, days::Date day) {
  if (event.year != day.year) return event.year < day.year;
  if (event.month == 0 || event.month != day.month)
    return event.month != 0 && event.month < day.month;
  return event.day != 0 && event.day < day.day;
}

/// The last amendment of a law up to the edition's date.
std::optional<days::Date> amended_last(const Edition& edition, const Law& law) {
  std::optional<days::Date> last;
  for (const model::WrittenDate& each : law.amended)
    if (each.date && *each.date <= edition.date &&
        (!last || *last < *each.date))
      last = each.date;
  return last;
}

/// A revised law keeps its title, so an old number or an old date is all that
/// shows that the old text was cited.
void superseded_citation(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view>
      old_number{"{} is the number of a former text of 《{}》, now {}",
                 "{} 是《{}》旧文本的文号，现为 {}"};
  constexpr Message<std::string_view, std::string> amended{
      "《{}》 was amended on {}, after the text that is cited",
      "《{}》又于 {} 修改，引用的是此前的文本"};
  constexpr Message<> help{"cite the text in force, and look its articles up",
                           "请改引现行文本，并核对条文"};
  for_each_cited(edition, [&](const Item& item, const Citation& citation,
                              const Law& law) {
    const phrase::Citation& said = citation.said();
    const bool is_numbered = citation.number == NumberMatch::former ||
                             citation.number == NumberMatch::current;
    const std::string_view now = edition.number_of(law);
    const auto number =
        is_numbered ? phrase::document_number(now) : std::nullopt;
    if (number && !phrase::may_be_same(*number, said.number)) {
      auto finding =
          found.at(item, place_of(citation, said.number_range), old_number,
                   said.number.text, law.title.text, now);
      finding.help(help);
      // Articles of the old text may stand elsewhere in the new one.
      if (said.provisions.empty())
        if (const auto place =
                place_in(citation.written, said.number_range.begin,
                         said.number_range.end - said.number_range.begin))
          finding.fix({*place, number->text});
      return;
    }
    const auto last = amended_last(edition, law);
    if (!last || said.events.empty() || !is_before(said.events.back(), *last) ||
        said.events.back().what == phrase::TextEvent::What::effective)
      return;
    found
        .at(item, place_of(citation, said.events.back().range), amended,
            law.title.text, days::iso(*last))
        .help(help);
  });
}

}  // namespace

std::vector<Rule> citation_text_rules() {
  return {
      {"contradictory-citation",
       Severity::warning,
       {"a citation's title and number are of one text",
        "引用的名称和文号属于同一文件"},
       contradictory_citation},
      {"superseded-citation",
       Severity::warning,
       {"the text in force is cited, not a former one",
        "引用的是现行文本，不是旧文本"},
       superseded_citation},
  };
}

}  // namespace catalog::check
