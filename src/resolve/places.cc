#include "resolve/places.h"

#include <algorithm>
#include <string>

namespace catalog::resolve {
namespace {

using model::Jurisdiction;

/// More places above each other than there are tiers go in a circle.
constexpr int max_tiers = 8;

/// The code of the tier above: of a county the city's, of that the province's.
/// Empty where none is, and of what is no code.
std::string code_above(std::string_view code) {
  if (code.size() < 6) return {};
  std::string above(code);
  if (code.size() > 6) return above.substr(0, code.size() - 3);
  if (!code.ends_with("00")) return above.replace(4, 2, "00");
  if (!code.ends_with("0000")) return above.replace(2, 4, "0000");
  return {};
}

}  // namespace

const Jurisdiction* place_of(const Jurisdictions& all, std::string_view code) {
  const auto at = std::find_if(
      all.begin(), all.end(),
      [&](const Jurisdiction& each) { return each.code.text == code; });
  return at == all.end() ? nullptr : &*at;
}

const Jurisdiction* above(const Jurisdictions& all, const Jurisdiction& place) {
  if (!place.under.empty()) return place_of(all, place.under.text);
  for (std::string code = code_above(place.code.text); !code.empty();
       code = code_above(code))
    if (const Jurisdiction* const found = place_of(all, code)) return found;
  return nullptr;
}

bool means(const Jurisdictions& all, std::string_view kind_or_code,
           const Jurisdiction& place) {
  if (place.kind.text == kind_or_code ||
      (place.level && word(*place.level) == kind_or_code))
    return true;
  const Jurisdiction* at = &place;
  for (int tier = 0; at != nullptr && tier < max_tiers; ++tier) {
    if (at->code.text == kind_or_code) return true;
    at = above(all, *at);
  }
  return false;
}

bool mean(const Jurisdictions& all, const std::vector<model::Text>& kinds,
          const Jurisdiction& place) {
  return kinds.empty() ||
         std::any_of(kinds.begin(), kinds.end(), [&](const model::Text& kind) {
           return means(all, kind.text, place);
         });
}

std::vector<const Jurisdiction*> places_below(const Jurisdictions& all,
                                              std::string_view code) {
  std::vector<const Jurisdiction*> below;
  for (const Jurisdiction& place : all) {
    const Jurisdiction* at = above(all, place);
    for (int tier = 0; at != nullptr && tier < max_tiers; ++tier) {
      if (at->code.text == code) {
        below.push_back(&place);
        break;
      }
      at = above(all, *at);
    }
  }
  return below;
}

}  // namespace catalog::resolve
