#include <re2/re2.h>

#include <charconv>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;
using resolve::Item;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// Calls `visit(item, phrase)` for every printed timing of an item.
template <class Visit>
void for_each_timing(const Edition& edition, Visit visit) {
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    for (const auto& part : item.timing.parts)
      if (!part.value.phrase.empty()) visit(item, part.value.phrase);
    for (const model::ContentEntry& entry : item.content)
      if (entry.timing && !entry.timing->phrase.empty())
        visit(item, entry.timing->phrase);
  }
}

/// The clauses of a phrase, each without what it is for: of
/// `处罚决定：20个工作日；其他：及时公开` the parts behind the colons.
std::vector<std::string_view> clauses_of(std::string_view phrase) {
  static const re2::RE2 each("([^；;。\\n]+)");
  std::vector<std::string_view> clauses;
  re2::StringPiece rest = piece(phrase), found;
  while (re2::RE2::FindAndConsume(&rest, each, &found)) {
    std::string_view clause(found.data(), found.size());
    for (const std::string_view colon : {"：", ":"})
      if (const auto at = clause.rfind(colon); at != std::string_view::npos)
        clause.remove_prefix(at + colon.size());
    clauses.push_back(clause);
  }
  return clauses;
}

/// Only where the whole phrase says no more: `及时公开` beside a limit is
/// common and right. 随时 and 实时 are not vague.
void vague_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> vague{
      "`{}` sets no limit that anyone can check", "`{}` 没有可核查的时限"};
  constexpr Message<> help{"say within how many days after what, or how often",
                           "请写明自何时起多少日内，或每隔多久公开一次"};
  static const re2::RE2 pattern(
      "\\s*(?:(?:根据|视|按照|依据)[^，。；]*?(?:情况|需要|进展|要求)，?)?"
      "(?:及时|尽快|尽早|适时|定期|不定期|按时|按期|按规定|按要求)+"
      "(?:予以|进行|向社会|主动)?"
      "(?:公开|更新|公示|发布|公布|调整|披露|和|、|并)*[。；]?\\s*");
  for_each_timing(edition, [&](const Item& item, const model::Text& phrase) {
    if (re2::RE2::FullMatch(piece(phrase.text), pattern))
      found.at(item, phrase.span, vague, phrase.text).help(help);
  });
}

void bare_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> bare{
      "`{}` does not say from when it counts", "`{}` 没有写明自何时起算"};
  constexpr Message<> help{
      "write the event before it: 信息形成或者变更之日起…, or how often: 每…",
      "请写明起算点（“信息形成或者变更之日起……”），"
      "或者周期（“每……”）"};
  static const re2::RE2 pattern(
      "\\s*(?:应当?|在)?[0-9０-９〇一二两三四五六七八九十百]+\\s*"
      "(?:个?工作日|个?自然日|日|天|个?小时|个?月|周|年)(?:之内|以内|内)?"
      "(?:予以|进行|向社会|主动)?(?:公开|更新|公示|发布|公布)?\\s*");
  for_each_timing(edition, [&](const Item& item, const model::Text& phrase) {
    for (const std::string_view clause : clauses_of(phrase.text))
      if (re2::RE2::FullMatch(piece(clause), pattern)) {
        const auto offset =
            static_cast<std::size_t>(clause.data() - phrase.text.data());
        found
            .at(item, place_or_all(phrase, offset, clause.size()), bare, clause)
            .help(help);
        return;
      }
  });
}

/// `批准后20内` has lost its unit, `20工作日` its measure word.
void malformed_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> no_unit{"`{}` has no unit",
                                              "`{}` 缺少单位"};
  constexpr Message<> add_unit{"is it 日 or 个工作日? look at the law",
                               "是“日”还是“个工作日”，请对照依据"};
  constexpr Message<std::string_view> no_measure{"`{}` lacks 个",
                                                 "`{}` 缺“个”字"};
  constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
  static const re2::RE2 unitless(
      "((?:[0-9０-９]+|(?:后|起|前)[一二两三四五六七八九十]+)个?(?:之|以)?内)");
  static const re2::RE2 measureless("([0-9０-９]+)\\s*(工作日)");
  for_each_timing(edition, [&](const Item& item, const model::Text& phrase) {
    re2::StringPiece part, number, unit;
    const auto place = [&](const re2::StringPiece& what, std::size_t size) {
      return place_or_all(
          phrase, static_cast<std::size_t>(what.data() - phrase.text.data()),
          size);
    };
    if (re2::RE2::PartialMatch(piece(phrase.text), unitless, &part))
      found
          .at(item, place(part, part.size()), no_unit,
              {part.data(), part.size()})
          .help(add_unit);
    if (!re2::RE2::PartialMatch(piece(phrase.text), measureless, &number,
                                &unit))
      return;
    const auto size = static_cast<std::size_t>(unit.end() - number.data());
    const std::string right = number.ToString() + "个工作日";
    const source::Span span = place(number, size);
    auto finding = found.at(item, span, no_measure, {number.data(), size});
    finding.help(write, right);
    if (span != phrase.span || size == phrase.text.size())
      finding.fix({span, right});
  });
}

/// A limit that counts from a request is about what is given on request.
void timing_against_mode(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> against{
      "`{}` counts from a request, but the item is proactive",
      "`{}` 自收到申请起算，而公开方式为主动公开"};
  constexpr Message<> help{
      "write `mode: on-request`, or the limit of proactive disclosure",
      "请改写为 `mode: on-request`，或改用主动公开的时限"};
  constexpr Message<> here{"the mode is written here", "公开方式写在这里"};
  static const re2::RE2 request("(?:收到|接到|受理)[^，。；]*申请");
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    bool is_proactive = !item.is_incomplete;
    for (const model::Mode mode : item.modes.all)
      is_proactive &= mode == model::Mode::proactive;
    for (const model::ContentEntry& entry : item.content)
      is_proactive &= !entry.mode || *entry.mode == model::Mode::proactive;
    if (!is_proactive) continue;
    for (const auto& part : item.timing.parts) {
      const model::Text& phrase = part.value.phrase;
      if (!re2::RE2::PartialMatch(piece(phrase.text), request)) continue;
      auto finding = found.at(item, phrase.span, against, phrase.text);
      if (item.modes.span.end > item.modes.span.begin)
        finding.label(item.modes.span, here);
      finding.help(help);
    }
  }
}

/// A phrase with its only number taken out.
struct Skeleton {
  std::string words;
  int number = 0;
};

std::optional<Skeleton> skeleton_of(const Item& item) {
  static const re2::RE2 pattern("([^0-9]*)([0-9]{1,4})([^0-9]*)");
  if (item.timing.parts.size() != 1) return std::nullopt;
  re2::StringPiece before, digits, after;
  if (!re2::RE2::FullMatch(piece(item.timing.parts[0].value.phrase.text),
                           pattern, &before, &digits, &after))
    return std::nullopt;
  Skeleton skeleton;
  skeleton.words = before.ToString() + '#' + after.ToString();
  std::from_chars(digits.begin(), digits.end(), skeleton.number);
  return skeleton;
}

/// Dragging a cell down in a spreadsheet counts 20, 21, 22 …
void drag_filled_timing(const Edition& edition, Findings& found) {
  constexpr Message<int, int> filled{
      "the limit counts up from {} to {}, item by item",
      "时限从 {} 到 {} 逐项加一"};
  constexpr Message<> first{"it begins here", "从这里开始"};
  constexpr Message<> help{
      "a cell was dragged down; write the limit that was meant",
      "应是下拉填充所致，请改回原定时限"};
  std::size_t begin = 0;
  std::optional<Skeleton> last;
  const auto item_at = [&](std::size_t i) -> const Item& {
    return edition[edition.items[i]];
  };
  for (std::size_t i = 0; i <= edition.items.size(); ++i) {
    const auto next =
        i < edition.items.size() ? skeleton_of(item_at(i)) : std::nullopt;
    if (last && next && next->words == last->words &&
        next->number == last->number + 1) {
      last = next;
      continue;
    }
    if (last && i - begin >= 3) {
      const int count = static_cast<int>(i - begin);
      found
          .at(item_at(i - 1), item_at(i - 1).timing.parts[0].value.phrase.span,
              filled, last->number - count + 1, last->number)
          .label(item_at(begin).timing.parts[0].value.phrase.span, first)
          .help(help);
    }
    begin = i;
    last = next;
  }
}

}  // namespace

std::vector<Rule> timing_rules() {
  return {
      // Laws themselves say 及时, and base catalogs keep their words: worth
      // telling, not worth a warning.
      {"vague-timing",
       Severity::info,
       {"a timing sets a limit that can be checked", "公开时限可以核查"},
       vague_timing},
      {"bare-timing",
       Severity::warning,
       {"a limit says from when it counts", "公开时限写明起算点"},
       bare_timing},
      {"malformed-timing",
       Severity::error,
       {"a limit has a number, a measure word and a unit",
        "公开时限数字、单位齐全"},
       malformed_timing},
      {"timing-against-mode",
       Severity::warning,
       {"only what is given on request counts from the request",
        "自收到申请起算的只用于依申请公开"},
       timing_against_mode},
      {"drag-filled-timing",
       Severity::warning,
       {"limits do not count up from item to item", "公开时限没有逐项递增"},
       drag_filled_timing},
  };
}

}  // namespace catalog::check
