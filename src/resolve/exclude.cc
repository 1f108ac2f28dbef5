#include <algorithm>
#include <unordered_map>
#include <utility>

#include "resolve/names.h"
#include "resolve/overlay.h"
#include "resolve/seen.h"
#include "resolve/target.h"

namespace catalog::resolve {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Item;
using model::Text;

constexpr Problem<std::string_view> twice{
    "set-twice",
    Severity::error,
    {"`{}` is left out elsewhere already", "`{}` 已在别处写明不采用"}};
constexpr Message<> other{"the other place", "另一处在这里"};
constexpr Message<> keep_one{"keep one of the two", "请只保留一处"};

constexpr Problem<std::string_view> empty_domain{
    "no-effect",
    Severity::error,
    {"the base has no item of the domain `{}`",
     "上级目录中没有领域 `{}` 的事项"}};
constexpr Message<> drop_it{"take it out of `except`", "请从 `except` 中删去"};

/// What no longer leads anywhere because items are gone is dropped, where the
/// base wrote it: whoever leaves an item out need not mend the base.
void drop_references(Draft& draft) {
  const auto is_gone = [&](const Text& id) {
    return draft.gone.find(id.text) != draft.gone.end();
  };
  for (Item& item : draft.catalog.items) {
    std::erase_if(item.related, is_gone);
    if (is_gone(item.after)) item.after = {};
    for (Item& variant : item.variants) {
      std::erase_if(variant.related, is_gone);
      if (is_gone(variant.after)) variant.after = {};
    }
  }
}

/// Takes the items out for which `by` has a place.
void take_out(Draft& draft, const std::vector<const source::Span*>& by) {
  std::deque<Item> kept;
  for (std::size_t i = 0; i < by.size(); ++i) {
    Item& item = draft.catalog.items[i];
    if (by[i] == nullptr) {
      kept.push_back(std::move(item));
    } else {
      const std::string_view id = item.id.text;
      draft.gone.insert({id, {*by[i], std::move(item)}});
    }
  }
  draft.catalog.items = std::move(kept);
  drop_references(draft);
}

/// Leaves an item out of some places only.
void leave_out_of(Item& item, const std::vector<Text>& places,
                  const Text& named, Diagnostics& found) {
  for (const Text& place : places) {
    const auto before =
        std::find_if(item.not_in.begin(), item.not_in.end(),
                     [&](const Text& each) { return each.text == place.text; });
    if (before == item.not_in.end())
      item.not_in.push_back(place);
    else
      found.report(twice, named.span, item.id.text)
          .label(before->span, other)
          .help(keep_one);
  }
}

}  // namespace

Draft adopted(Draft draft, const model::Overlay& overlay, Diagnostics& found) {
  if (overlay.except.empty()) return draft;
  std::unordered_map<std::string_view, const Text*> except;
  std::vector<std::string_view> domains;
  for (const model::Domain& domain : draft.catalog.domains)
    domains.push_back(domain.id.text);
  for (const model::AdoptionException& exception : overlay.except)
    for (const Text& domain : exception.domains) {
      const auto [before, is_new] = except.try_emplace(domain.text, &domain);
      if (!is_new)
        found.report(twice, domain.span, domain.text)
            .label(before->second->span, other)
            .help(keep_one);
      else if (std::find(domains.begin(), domains.end(), domain.text) ==
               domains.end())
        report_unknown(found, a_domain, domain, domains);
      else if (std::none_of(draft.catalog.items.begin(),
                            draft.catalog.items.end(), [&](const Item& item) {
                              return item.domain.text == domain.text;
                            }))
        found.report(empty_domain, domain.span, domain.text).help(drop_it);
    }
  std::vector<const source::Span*> by(draft.catalog.items.size());
  for (std::size_t i = 0; i < by.size(); ++i)
    if (const auto at = except.find(draft.catalog.items[i].domain.text);
        at != except.end())
      by[i] = &at->second->span;
  take_out(draft, by);
  return draft;
}

Draft excluded(Draft draft, const model::Overlay& overlay, Diagnostics& found) {
  if (overlay.exclude.empty()) return draft;
  const Targets targets(draft);
  std::vector<const source::Span*> by(draft.catalog.items.size());
  for (const model::Exclusion& exclusion : overlay.exclude) {
    check_places(draft.catalog, exclusion.target.only, found);
    model::Replacement& left_out =
        draft.catalog.overlay.replacements.emplace_back();
    left_out.operation = exclusion.span;
    left_out.seen = exclusion.seen;
    left_out.is_exclusion = true;
    for (const Targets::Target& target :
         targets.of(exclusion.target, exclusion.span, found)) {
      Item& item = draft.catalog.items[target.item];
      add_item(item, target.named.span, draft.catalog.origins, left_out);
      if (!exclusion.target.only.empty()) {
        leave_out_of(item, exclusion.target.only, target.named, found);
      } else if (by[target.item] != nullptr) {
        found.report(twice, target.named.span, item.id.text)
            .label(*by[target.item], other)
            .help(keep_one);
      } else {
        by[target.item] = &exclusion.span;
      }
    }
    left_out.fingerprint = fingerprint_of(left_out);
  }
  take_out(draft, by);
  return draft;
}

}  // namespace catalog::resolve
