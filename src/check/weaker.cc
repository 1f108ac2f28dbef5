#include "check/weaker.h"

#include <iterator>
#include <utility>

#include "check/findings.h"
#include "compare/calendar.h"
#include "compare/item.h"

namespace catalog::check {
namespace {

using compare::FieldOrder;
using compare::Order;
using compare::Reading;
using diagnostics::Message;
using diagnostics::Severity;
using diagnostics::Words;
using model::ItemField;
using resolve::Edition;
using resolve::Item;
using resolve::ResolvedCatalog;

/// A field that may not be weaker than the base's, and its rule.
struct Guard {
  std::string_view rule;
  ItemField field;
  Words name;
  FieldOrder (*order)(const Reading& now, const Reading& base,
                      const days::Calendar& calendar);
};

template <FieldOrder (*order)(const Reading&, const Reading&)>
FieldOrder without_calendar(const Reading& now, const Reading& base,
                            const days::Calendar&) {
  return order(now, base);
}

constexpr Guard guards[] = {
    {"weaker-timing",
     ItemField::timing,
     {"timing", "公开时限"},
     compare::order_of_timing},
    {"weaker-channels",
     ItemField::channels,
     {"channels", "公开渠道"},
     without_calendar<compare::order_of_channels>},
    {"weaker-content",
     ItemField::content,
     {"content", "公开内容"},
     without_calendar<compare::order_of_content>},
    {"weaker-levels",
     ItemField::levels,
     {"levels", "公开层级"},
     without_calendar<compare::order_of_levels>},
    {"weaker-audience",
     ItemField::audience,
     {"audience", "公开对象"},
     without_calendar<compare::order_of_audience>},
    {"weaker-basis",
     ItemField::basis,
     {"basis", "公开依据"},
     without_calendar<compare::order_of_basis>},
    {"weaker-supervision",
     ItemField::supervision,
     {"supervision", "监督渠道"},
     without_calendar<compare::order_of_supervision>},
    {"weaker-mode",
     ItemField::mode,
     {"mode", "公开方式"},
     without_calendar<compare::order_of_mode>},
    {"weaker-body",
     ItemField::body,
     {"body", "公开主体"},
     without_calendar<compare::order_of_body>},
    {"weaker-posting",
     ItemField::must_post,
     {"must-post", "公示栏张贴"},
     without_calendar<compare::order_of_posting>},
};

/// Calls `use(item, base)` for every reading of every item that the base has
/// too.
template <class Use>
void for_each_pair(const Edition& edition, Use use) {
  const ResolvedCatalog& base = *edition->base;
  for (std::size_t i = 0; i < edition->items.size(); ++i) {
    const Item& item = edition->items.all()[i];
    const auto there = base.items.find(item.id.text);
    if (!there) continue;
    use(item, base[*there]);
    const auto& of_base = base[*there].variants;
    for (std::size_t v = of_base.size(); v < item.variants.size(); ++v)
      use(edition[item.variants[v]], base[*there]);
  }
}

/// The place in this catalog that set a field, and the one below it that it
/// departs from.
struct Places {
  source::Span now;
  source::Span base;
};

Places places_of(const Edition& edition, const Item& item, const Item& base,
                 ItemField field) {
  Places places{item.span, base.span};
  const model::Origins& origins = edition->origins;
  auto id = item.origin_of(field);
  if (id != model::OriginId::none) places.now = origins[id].span;
  while (id != model::OriginId::none && edition->is_own(origins[id].span))
    id = origins[id].below;
  if (id != model::OriginId::none) places.base = origins[id].span;
  return places;
}

/// What an item is to the base's in one field. Only what this catalog set can
/// have changed.
FieldOrder order_of(const Edition& edition, const Guard& guard,
                    const Item& item, const Item& base,
                    const days::Calendar& calendar) {
  const auto id = item.origin_of(guard.field);
  const bool is_content_timing =
      guard.field == ItemField::timing &&
      item.origin_of(ItemField::content) != model::OriginId::none &&
      edition->is_own(
          edition->origins[item.origin_of(ItemField::content)].span);
  if ((id == model::OriginId::none ||
       !edition->is_own(edition->origins[id].span)) &&
      !is_content_timing)
    return {};
  return guard.order({*edition, item}, {*edition->base, base}, calendar);
}

constexpr Message<std::string_view, std::string_view, std::string_view> lost{
    "`{}` of `{}` lacks what the base has: {}",
    "`{1}` 的{0}缺少上级目录所要求的：{2}"};
constexpr Message<std::string_view, std::string_view, std::string_view,
                  std::string_view>
    weaker{"`{}` of `{}` is weaker than in the base: {} for {}",
           "`{1}` 的{0}弱于上级目录：上级为“{3}”，这里为“{2}”"};
constexpr Message<std::string_view, std::string_view, std::string_view,
                  std::string_view>
    incomparable{"`{}` of `{}` cannot be compared with the base: {} for {}",
                 "`{1}` 的{0}与上级目录无法比较：上级为“{3}”，这里为“{2}”"};
constexpr Message<> base_here{"the base says this", "上级目录的规定"};
constexpr Message<> keep_or_waive{
    "ask no less than the base; a departure needs a `waive` with reason, "
    "approval and end",
    "请不低于上级目录的要求；确需例外的，用 `waive` "
    "写明理由、批准和截止日期"};
constexpr Message<> look_and_waive{
    "read the two side by side; where it is no less, confirm it by a `waive`",
    "请对照两者；确认不低于上级要求的，用 `waive` 写明"};

void judge(const Edition& edition, const Guard& guard, const Item& item,
           const Item& base, const days::Calendar& calendar, Findings& found) {
  const FieldOrder field = order_of(edition, guard, item, base, calendar);
  if (field.order != Order::weaker && field.order != Order::incomparable)
    return;
  const Places places = places_of(edition, item, base, guard.field);
  const std::string_view name = guard.name.in(found.language());
  if (field.order == Order::incomparable)
    found
        .warn(item, places.now, incomparable, name, item.id.text, field.now,
              field.base)
        .label(places.base, base_here)
        .help(look_and_waive);
  else if (!field.lost.empty())
    found.at(item, places.now, lost, name, item.id.text, field.lost)
        .label(places.base, base_here)
        .help(keep_or_waive);
  else
    found
        .at(item, places.now, weaker, name, item.id.text, field.now, field.base)
        .label(places.base, base_here)
        .help(keep_or_waive);
}

/// The check of one guard, over all items.
template <std::size_t place>
void never_weaker(const Edition& edition, Findings& found) {
  if (edition->base == nullptr || edition.is_of_place_below) return;
  const days::Calendar calendar = compare::calendar_of(*edition);
  for_each_pair(edition, [&](const Item& item, const Item& base) {
    if (!item.is_incomplete && !base.is_incomplete)
      judge(edition, guards[place], item, base, calendar, found);
  });
}

/// Whether an item waives a rule on the edition's day.
bool is_waived(const Edition& edition, const Item& item,
               std::string_view rule) {
  for (const model::Waiver& waiver : item.waivers)
    if (waiver.rule.text == rule && waiver.until.date &&
        !(*waiver.until.date < edition.date) && is_for(edition, item, waiver))
      return true;
  return false;
}

/// The worst of an item's fields; `waived` where a waiver excuses it.
struct Verdict {
  bool is_weaker = false;
  bool is_incomparable = false;
  bool is_waived = false;
};

Verdict verdict_of(const Edition& edition, const Item& item, const Item& base,
                   const days::Calendar& calendar) {
  Verdict verdict;
  for (const Guard& guard : guards) {
    const Order order = order_of(edition, guard, item, base, calendar).order;
    if (order != Order::weaker && order != Order::incomparable) continue;
    if (is_waived(edition, item, guard.rule))
      verdict.is_waived = true;
    else if (order == Order::weaker)
      verdict.is_weaker = true;
    else
      verdict.is_incomparable = true;
  }
  return verdict;
}

template <std::size_t... places>
std::vector<Rule> rules_of(std::index_sequence<places...>) {
  constexpr Words summaries[] = {
      {"an overlay's timings are no weaker than its base's",
       "公开时限不弱于上级目录"},
      {"an overlay uses the channels of its base", "公开渠道不少于上级目录"},
      {"an overlay discloses the content of its base",
       "公开内容不少于上级目录"},
      {"an overlay's items are published at the levels of its base",
       "公开层级不少于上级目录"},
      {"an overlay addresses those whom its base does",
       "公开对象不窄于上级目录"},
      {"an overlay keeps the basis that its base names",
       "公开依据不少于上级目录"},
      {"an overlay keeps the supervision that its base names",
       "监督渠道不少于上级目录"},
      {"an overlay is as open as its base", "公开方式不低于上级目录"},
      {"an overlay's bodies are those of its base, or offices that play them",
       "公开主体与上级目录一致，或者是承担其职责的单位"},
      {"what the base has posted is posted", "上级目录要求张贴的，仍须张贴"},
  };
  static_assert(std::size(summaries) == std::size(guards));
  return {{guards[places].rule, Severity::error, summaries[places],
           never_weaker<places>}...};
}

}  // namespace

Compared compared_with_base(const Edition& edition) {
  Compared counts;
  const days::Calendar calendar = compare::calendar_of(*edition);
  std::size_t kept = 0;
  for (const Item& item : edition->items) {
    const auto there = edition->base->items.find(item.id.text);
    if (!there) continue;
    ++kept;
    const Item& base = (*edition->base)[*there];
    Verdict all = verdict_of(edition, item, base, calendar);
    for (std::size_t v = base.variants.size(); v < item.variants.size(); ++v) {
      const Verdict one =
          verdict_of(edition, edition[item.variants[v]], base, calendar);
      all.is_weaker |= one.is_weaker;
      all.is_incomparable |= one.is_incomparable;
      all.is_waived |= one.is_waived;
    }
    ++(all.is_weaker         ? counts.weaker
       : all.is_incomparable ? counts.incomparable
       : all.is_waived       ? counts.waived
                             : counts.not_weaker);
  }
  counts.waived += edition->base->items.size() - kept;
  return counts;
}

std::vector<Rule> weaker_rules() {
  return rules_of(std::make_index_sequence<std::size(guards)>());
}

}  // namespace catalog::check
