#include <unordered_map>
#include <utility>

#include "resolve/overlay.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Item;
using model::OriginId;

constexpr Problem<std::string_view> taken{
    "duplicate-id",
    Severity::error,
    {"`{}` is the id of an item of the base already",
     "标识 `{}` 已是上级目录中一个事项的标识"}};
constexpr Message<> of_base{"the base's is here", "上级目录的事项在这里"};
constexpr Message<> adjust_it{
    "change its values under `adjust:`, or take another id",
    "要改变其内容，请写在 `adjust:` 下；否则请换一个标识"};

/// Takes the origins of a layer's own values over. Gives what is to be added
/// to their ids.
std::uint32_t take_over(const model::Origins& own, model::Origins& into) {
  const auto shift = static_cast<std::uint32_t>(into.size() - 1);
  for (std::size_t i = 1; i < own.size(); ++i) {
    model::Origin origin = own[static_cast<OriginId>(i)];
    if (origin.below != OriginId::none)
      origin.below = static_cast<OriginId>(
          static_cast<std::uint32_t>(origin.below) + shift);
    into.add(origin);
  }
  return shift;
}

}  // namespace

Draft joined_by(Draft draft, std::deque<Item> own,
                const model::Origins& own_origins, Diagnostics& found) {
  std::deque<Item>& items = draft.catalog.items;
  std::unordered_map<std::string_view, source::Span> of_the_base;
  for (const Item& item : items)
    of_the_base.try_emplace(item.id.text, item.id.span);
  const std::uint32_t shift = take_over(own_origins, draft.catalog.origins);
  for (Item& item : own) {
    if (const auto at = of_the_base.find(item.id.text);
        at != of_the_base.end()) {
      found.report(taken, item.id.span, item.id.text)
          .label(at->second, of_base)
          .help(adjust_it);
      continue;
    }
    for (OriginId& origin : item.origins)
      if (origin != OriginId::none)
        origin =
            static_cast<OriginId>(static_cast<std::uint32_t>(origin) + shift);
    items.push_back(std::move(item));
  }
  return draft;
}

}  // namespace catalog::resolve
