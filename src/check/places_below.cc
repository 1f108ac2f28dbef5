#include "check/places_below.h"

#include <map>
#include <string>

#include "check/waivers.h"

namespace catalog::check {
namespace {

using resolve::Edition;
using resolve::Item;

void add(std::string& key, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8)
    key.push_back(static_cast<char>(number >> shift));
}

/// All that findings about the edition of a place below can depend on, but for
/// names that its bindings are filled in with.
std::string key_of(const Edition& edition) {
  std::string key(1, static_cast<char>(edition.level));
  const model::Supervision& whom = edition.jurisdiction->supervision;
  for (const model::Text* part : {&whom.phone, &whom.office, &whom.url})
    add(key, part->span.begin);
  key += edition.jurisdiction->kind.text;
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    add(key, static_cast<std::uint32_t>(id));
    for (const source::Span& binding : edition.bound_by(item)) {
      add(key, static_cast<std::uint32_t>(binding.file));
      add(key, binding.begin);
    }
    for (const model::Waiver& waiver : item.waivers)
      if (!waiver.only.empty())
        key += is_for(edition, item, waiver) ? '1' : '0';
  }
  return key;
}

}  // namespace

std::vector<LikePlaces> places_below(const Edition& own) {
  std::vector<LikePlaces> all;
  std::map<std::string, std::size_t> known;
  for (const model::Jurisdiction* place :
       resolve::places_below(own->jurisdictions, own.code)) {
    Edition edition = resolve::edition_of(*own, *place, own.date);
    const auto [at, is_new] = known.try_emplace(key_of(edition), all.size());
    if (is_new) all.push_back({std::move(edition), {}});
    all[at->second].places.push_back(place);
  }
  return all;
}

}  // namespace catalog::check
