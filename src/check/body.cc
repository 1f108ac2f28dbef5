#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Level;
using resolve::BodyId;
using resolve::Edition;
using resolve::Item;

/// The items that a body publishes, without those that waive the rule.
struct Use {
  const Item* first = nullptr;
  std::size_t items = 0;
};

/// The bodies with some fault that items name, in the order of the registry.
template <class Faulty>
std::map<BodyId, Use> uses_of(const Edition& edition, Findings& found,
                              Faulty is_faulty) {
  std::map<BodyId, Use> uses;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    std::vector<BodyId> bodies;
    for (const auto& part : edition.body_of(item).parts)
      for (const BodyId body : part.value)
        if (is_faulty(edition[body]) && !edition.is_bound_below(body))
          bodies.push_back(body);
    if (bodies.empty() || found.is_waived(item)) continue;
    std::sort(bodies.begin(), bodies.end());
    bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
    for (const BodyId body : bodies) {
      Use& use = uses[body];
      if (use.items++ == 0) use.first = &item;
    }
  }
  return uses;
}

constexpr Message<> first_item{"the first of these items",
                               "这些事项中的第一项"};

/// Nobody can be asked, let alone held to it, where the table names a role.
/// One finding a role: it is bound once for all its items.
void generic_body(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::size_t> generic{
      "`{}` is a role that no office plays here (items: {})",
      "`{}` 是通称，本地没有对应的具体单位（涉及 {} 项）"};
  constexpr Message<> help{"name the office that plays it",
                           "请写明由哪个具体单位承担"};
  if (!is_of_place(edition)) return;
  const auto uses =
      uses_of(edition, found, [](const model::Body& b) { return b.generic; });
  for (const auto& [id, use] : uses)
    found.at(edition[id].name.span, generic, edition[id].name.text, use.items)
        .label(use.first->id.span, first_item)
        .help(help);
}

/// Names that fit any place: 相关审批部门, 县（区、市）人民政府, 民政部门. An
/// office is a 局, 委, 办 or 中心; what is called a 部门 is a role.
bool is_name_of_any(std::string_view name) {
  static const re2::RE2 pattern(
      "相关|有关|各级|(?:^|[、，和及])各|部门|[省市县区乡镇]级|"
      "[市县区乡镇][（(、/][市县区旗乡镇街]|(?:企业|单位)$|"
      "^(?:县|市|区|乡镇|镇|乡)?人民政府$|^街道办事处$|"
      "^(?:村|村委会|村民委员会|居委会|居民委员会|行政村|社区)$");
  return re2::RE2::PartialMatch(re2::StringPiece(name.data(), name.size()),
                                pattern);
}

void unnamed_office(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::size_t> unnamed{
      "`{}` could be any office (items: {})",
      "`{}` 没有指明是哪个单位（涉及 {} 项）"};
  constexpr Message<> help{"write the office's full name as on its seal",
                           "请写单位全称，与印章一致"};
  if (!is_of_place(edition)) return;
  const auto uses = uses_of(edition, found, [](const model::Body& body) {
    return !body.generic && is_name_of_any(body.name.text);
  });
  for (const auto& [id, use] : uses)
    found.at(edition[id].name.span, unnamed, edition[id].name.text, use.items)
        .label(use.first->id.span, first_item)
        .help(help);
}

/// Whether none of the bodies may publish at a level.
bool is_none_of_tier(const Edition& edition, const std::vector<BodyId>& bodies,
                     Level level) {
  return !bodies.empty() &&
         std::none_of(bodies.begin(), bodies.end(), [&](BodyId id) {
           const model::Levels levels = edition[id].levels;
           return levels.empty() || levels.contains(level);
         });
}

/// A body may stand at its own tier only, so a town's row needs a town's body.
void wrong_tier_body(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view, std::string_view> wrong{
      "`{}` publishes at {} level, where `{}` does not stand",
      "`{}` 由{}公开，而 `{}` 不在这一层级"};
  constexpr Message<> its_level{"its level is given here", "该主体写在这里"};
  constexpr Message<> help{
      "name the body of that level (`by-level:`), or take the level out",
      "请用 `by-level:` 写明这一层级的主体，或删去这一层级"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    for (const Level level : model::all_levels) {
      const bool is_spoken_of =
          item.levels.all.empty()
              ? std::any_of(item.body.parts.begin(), item.body.parts.end(),
                            [&](const auto& p) { return p.level == level; })
              : item.levels.all.contains(level);
      if (!is_spoken_of || !edition.speaks_of(level)) continue;
      const auto bodies = edition.bodies_at(item, level);
      if (!is_none_of_tier(edition, bodies, level)) continue;
      const model::Body& body = edition[bodies.front()];
      found
          .at(item, item.id.span, wrong, item.id.text,
              said(level, found.language()), body.name.text)
          .label(body.name.span, its_level)
          .help(help);
      break;  // one mistake, one finding
    }
  }
}

void unbound_level(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> unbound{
      "`{}` is published at {} level, where it has no body",
      "`{}` 由{}公开，但没有写明这一层级的公开主体"};
  constexpr Message<> help{"add that level to `by-level` of `body`",
                           "请在 `body` 的 `by-level` 中补上这一层级"};
  if (!is_of_place(edition)) return;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    for (const Level level : model::all_levels)
      if (item.levels.all.contains(level) && edition.speaks_of(level) &&
          !item.body.at(level))
        found
            .at(item, item.levels.span, unbound, item.id.text,
                said(level, found.language()))
            .help(help);
  }
}

}  // namespace

std::vector<Rule> body_rules() {
  return {
      {"generic-body",
       Severity::warning,
       {"from county down, offices publish, not roles",
        "县级及以下写具体单位，不写通称"},
       generic_body},
      {"unnamed-office",
       Severity::warning,
       {"from county down, an office has a name of its own",
        "县级及以下写单位全称，不写“有关部门”"},
       unnamed_office},
      {"wrong-tier-body",
       Severity::error,
       {"every level has a body that stands at it", "各层级由本层级的主体公开"},
       wrong_tier_body},
      {"unbound-level",
       Severity::warning,
       {"from county down, every level of an item has a body",
        "县级及以下，事项的每个层级都有公开主体"},
       unbound_level},
  };
}

}  // namespace catalog::check
