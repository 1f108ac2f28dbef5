#include <algorithm>
#include <unordered_map>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Timing;
using phrase::Clause;
using phrase::Slip;
using resolve::Edition;
using resolve::Item;

/// Calls `visit(item, timing)` for every timing of an item.
template <class Visit>
void for_each_timing(const Edition& edition, Visit visit) {
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    for (const auto& part : item.timing.parts) visit(item, part.value);
    for (const model::ContentEntry& entry : item.content)
      if (entry.timing) visit(item, *entry.timing);
  }
}

/// Words of a phrase and their place in the file.
struct Part {
  std::string_view words;
  source::Span span;
};

/// Where a clause or a slip stands; the whole phrase where it was given by
/// fields.
Part part_of(const Timing::Phrase& phrase, phrase::Range range) {
  const model::Text& text = phrase.text;
  if (!phrase.is_written || range.end <= range.begin)
    return {text.text, text.span};
  const std::size_t size = range.end - range.begin;
  return {text.text.substr(range.begin, size),
          place_or_all(text, range.begin, size)};
}

/// Calls `visit(item, phrase, slip)` for every slip of one of the kinds.
template <class Visit>
void for_each_slip(const Edition& edition,
                   std::initializer_list<Slip::Kind> kinds, Visit visit) {
  for_each_timing(edition, [&](const Item& item, const Timing& timing) {
    for (const Timing::Phrase& phrase : timing.phrases)
      for (const Slip& slip : phrase.reading->slips)
        if (std::find(kinds.begin(), kinds.end(), slip.kind) != kinds.end())
          visit(item, phrase, slip);
  });
}

/// What the program cannot read it can neither compare nor count. 同上 is for
/// the rule of that name, a lost unit for the one below. Of a phrase nothing
/// of which was read it is said once.
void unread_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unread{
      "`{}` is not understood as a timing", "未能理解公开时限 `{}`"};
  constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                              "是否应为 `{}`？"};
  constexpr Message<> how{"`catalog timing` shows how a phrase is read",
                          "用 `catalog timing` 查看一句时限如何理解"};
  const auto report = [&](const Item& item, const Part& part,
                          const std::optional<std::string>& instead) {
    auto finding = found.at(item, part.span, unread, part.words);
    if (instead)
      finding.help(did_you_mean, *instead);
    else
      finding.help(how);
  };
  for_each_timing(edition, [&](const Item& item, const Timing& timing) {
    for (const Timing::Phrase& phrase : timing.phrases) {
      std::vector<Slip> slips;
      for (const Slip& slip : phrase.reading->slips)
        if (slip.kind == Slip::Kind::not_understood) slips.push_back(slip);
      if (slips.empty() || phrase.text.empty()) continue;
      if (phrase.reading->clauses.empty() && slips.size() > 1)
        slips = {{Slip::Kind::not_understood,
                  {slips.front().range.begin, slips.back().range.end},
                  std::nullopt}};
      for (const Slip& slip : slips)
        report(item, part_of(phrase, slip.range), slip.instead);
    }
  });
}

/// The office alone decides when: nothing that anyone could hold against it.
bool is_vague(const Clause& clause) {
  const bool is_bound = clause.within || clause.lead || clause.every ||
                        clause.notice || clause.retention || clause.extension ||
                        clause.at_once || clause.standing || clause.dynamic ||
                        !clause.before.empty() || !clause.by.empty() ||
                        !clause.during.empty() || !clause.with.empty();
  return !is_bound && (clause.promptly || !clause.discretion.empty());
}

/// Only where the whole timing says no more: `及时公开` beside a limit is
/// common and right. 随时 and 实时 are not vague.
void vague_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> vague{
      "`{}` sets no limit that anyone can check", "`{}` 没有可核查的时限"};
  constexpr Message<> help{"say within how many days after what, or how often",
                           "请写明自何时起多少日内，或每隔多久公开一次"};
  for_each_timing(edition, [&](const Item& item, const Timing& timing) {
    const auto clauses = timing.clauses();
    if (!timing.is_read() ||
        !std::any_of(clauses.begin(), clauses.end(), is_vague))
      return;
    const bool says_more =
        std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
          return !is_vague(clause) && clause.rider.empty();
        });
    if (says_more) return;
    found.at(item, timing.phrase.span, vague, timing.phrase.text).help(help);
  });
}

void bare_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> bare{
      "`{}` does not say from when it counts", "`{}` 没有写明自何时起算"};
  constexpr Message<> help{
      "write the event before it: 信息形成或者变更之日起…, or how often: 每…",
      "请写明起算点（“信息形成或者变更之日起……”），"
      "或者周期（“每……”）"};
  const auto report = [&](const Item& item, const Part& part) {
    found.at(item, part.span, bare, part.words).help(help);
  };
  for_each_timing(edition, [&](const Item& item, const Timing& timing) {
    for (const Timing::Phrase& phrase : timing.phrases) {
      for (const Slip& slip : phrase.reading->slips)
        if (slip.kind == Slip::Kind::bare)
          report(item, part_of(phrase, slip.range));
      if (phrase.is_written) continue;
      for (const Clause& clause : phrase.reading->clauses)
        if (clause.within && clause.after.empty())
          report(item, part_of(phrase, {}));
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
  for_each_slip(
      edition, {Slip::Kind::no_unit, Slip::Kind::no_measure},
      [&](const Item& item, const Timing::Phrase& phrase, const Slip& slip) {
        const Part part = part_of(phrase, slip.range);
        if (slip.kind == Slip::Kind::no_unit) {
          found.at(item, part.span, no_unit, part.words).help(add_unit);
          return;
        }
        auto finding = found.at(item, part.span, no_measure, part.words);
        if (!slip.instead) return;
        finding.help(write, *slip.instead);
        if (place_in(phrase.text, slip.range.begin, part.words.size()))
          finding.fix({part.span, *slip.instead});
      });
}

/// The one spelling of the general limit, where a phrase is a matter of
/// spelling alone: the event of art. 26, one clause, read whole. Else empty.
std::string general_spelling(const phrase::Timing& reading) {
  if (reading.clauses.size() != 1 || !reading.slips.empty()) return {};
  const Clause& clause = reading.clauses[0];
  phrase::Clause plain;
  plain.within = clause.within;
  plain.after = clause.after;
  const bool is_general = clause.after.starts_with("信息形成");
  if (!clause.within || !is_general || clause != plain) return {};
  return phrase::canonical(clause);
}

/// The statutory limit has dozens of spellings; only the same spelling can be
/// searched, sorted and compared by eye.
void variant_timing(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> variant{"`{}` is a variant spelling",
                                              "`{}` 不是规范写法"};
  constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
  std::unordered_map<const phrase::Timing*, std::string> spellings;
  for_each_timing(edition, [&](const Item& item, const Timing& timing) {
    const model::Text& text = timing.phrase;
    if (timing.phrases.size() != 1 || !timing.phrases[0].is_written) return;
    const phrase::Timing* const reading = timing.phrases[0].reading;
    const auto [known, is_new] = spellings.try_emplace(reading);
    if (is_new) known->second = general_spelling(*reading);
    const std::string& canonical = known->second;
    // 公开 behind the limit says no more.
    if (canonical.empty() || text.text == canonical ||
        text.text == canonical + "公开" ||
        text.text.find("及时") != text.text.npos)
      return;
    auto finding = found.at(item, text.span, variant, text.text);
    finding.help(write, canonical);
    if (const auto place = place_in(text, 0, text.text.size()))
      finding.fix({*place, canonical});
  });
}

/// 收到申请, 受理申请: what begins with a request.
bool is_request(std::string_view event) {
  for (const std::string_view verb : {"收到", "接到", "受理"})
    if (const auto at = event.find(verb);
        at != event.npos && event.find("申请", at) != event.npos)
      return true;
  return false;
}

bool is_proactive(const Item& item) {
  if (item.is_incomplete) return false;
  for (const model::Mode mode : item.modes.all)
    if (mode != model::Mode::proactive) return false;
  for (const model::ContentEntry& entry : item.content)
    if (entry.mode && *entry.mode != model::Mode::proactive) return false;
  return true;
}

/// A limit that counts from a request is about what is given on request.
void timing_against_mode(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> against{
      "`{}` counts from a request, but the item is proactive",
      "`{}` 自收到申请起算，而公开方式为主动公开"};
  constexpr Message<std::string_view> part_against{
      "`{}` is for what is given on request, but the item is proactive",
      "`{}` 针对依申请公开，而公开方式为主动公开"};
  constexpr Message<> help{
      "write `mode: on-request`, or the limit of proactive disclosure",
      "请改写为 `mode: on-request`，或改用主动公开的时限"};
  constexpr Message<> here{"the mode is written here", "公开方式写在这里"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (!is_proactive(item)) continue;
    for (const auto& timing : item.timing.parts)
      for (const Timing::Phrase& phrase : timing.value.phrases)
        for (const Clause& clause : phrase.reading->clauses) {
          const bool counts = is_request(clause.after);
          if (!counts && !clause.on_request) continue;
          const Part part = part_of(phrase, clause.range);
          auto finding = found.at(item, part.span,
                                  counts ? against : part_against, part.words);
          if (item.modes.span.end > item.modes.span.begin)
            finding.label(item.modes.span, here);
          finding.help(help);
        }
  }
}

/// A timing with its only number taken out.
struct Skeleton {
  std::vector<Clause> clauses;
  int number = 0;
};

std::optional<Skeleton> skeleton_of(const phrase::Timing& reading) {
  if (!reading.is_read()) return std::nullopt;
  Skeleton skeleton;
  int numbers = 0;
  for (const Clause& clause : reading.clauses) {
    Clause& bare = skeleton.clauses.emplace_back(clause);
    for (auto* duration : {&bare.within, &bare.lead, &bare.notice})
      if (*duration) {
        skeleton.number = std::exchange((*duration)->count, 0);
        ++numbers;
      }
  }
  if (numbers != 1) return std::nullopt;
  return skeleton;
}

/// The skeletons of timings, each made once: thousands of items share one.
class Skeletons {
 public:
  /// Null where an item has no such timing.
  const Skeleton* of(const Item& item) {
    if (item.timing.parts.size() != 1) return nullptr;
    const phrase::Timing* const reading = item.timing.parts[0].value.reading;
    if (reading == nullptr) return nullptr;
    const auto [known, is_new] = known_.try_emplace(reading);
    if (is_new) known->second = skeleton_of(*reading);
    return known->second ? &*known->second : nullptr;
  }

 private:
  std::unordered_map<const phrase::Timing*, std::optional<Skeleton>> known_;
};

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
  Skeletons skeletons;
  const Skeleton* last = nullptr;
  const auto item_at = [&](std::size_t i) -> const Item& {
    return edition[edition.items[i]];
  };
  for (std::size_t i = 0; i <= edition.items.size(); ++i) {
    const Skeleton* const next =
        i < edition.items.size() ? skeletons.of(item_at(i)) : nullptr;
    if (last && next && next->number == last->number + 1 &&
        next->clauses == last->clauses) {
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
      {"unread-timing",
       Severity::warning,
       {"every timing is understood", "公开时限都能理解"},
       unread_timing},
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
      {"variant-timing",
       Severity::info,
       {"the same limit is written in the same words", "同样的时限写法一致"},
       variant_timing},
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
