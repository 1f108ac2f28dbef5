#include "resolve/roles.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace catalog::resolve {
namespace {

using model::Binding;
using model::Body;
using model::Jurisdiction;
using model::Player;

constexpr std::string_view hole = "{jurisdiction}";

bool differs_by_place(const Binding& binding) {
  return std::any_of(
      binding.players.begin(), binding.players.end(), [](const Player& player) {
        return player.body &&
               player.body->name.text.find(hole) != std::string_view::npos;
      });
}

std::string filled(std::string_view name, std::string_view place) {
  std::string text(name);
  for (std::size_t at = text.find(hole); at != text.npos;
       at = text.find(hole, at + place.size()))
    text.replace(at, hole.size(), place);
  return text;
}

/// Turns bindings into plays; the bodies written out get an id.
class Casting {
 public:
  Casting(const model::Catalog& written, std::vector<Body>& bodies,
          std::deque<std::string>& texts)
      : written_(written), bodies_(bodies), texts_(texts) {
    for (std::size_t i = 0; i < bodies.size(); ++i) add_id(i);
  }

  std::optional<BodyId> find(std::string_view id) const {
    const auto at = by_id_.find(id);
    if (at == by_id_.end()) return std::nullopt;
    return at->second;
  }

  RoleBinding cast(BodyId role, const Binding& binding) {
    const model::Levels levels = bodies_[static_cast<std::size_t>(role)].levels;
    RoleBinding cast{binding.place.text, levels, binding.span, {}, {}};
    if (!differs_by_place(binding)) {
      cast.play = play_of(binding, levels, nullptr);
      return cast;
    }
    for (const Jurisdiction& place : written_.jurisdictions)
      if (is_for(binding, levels, place))
        cast.by_place.emplace(place.code.text,
                              play_of(binding, levels, &place));
    return cast;
  }

 private:
  void add_id(std::size_t place) {
    by_id_.try_emplace(bodies_[place].id.text, static_cast<BodyId>(place));
  }

  bool is_for(const Binding& binding, model::Levels levels,
              const Jurisdiction& place) const {
    if (!binding.place.empty())
      return place.code.text == binding.place.text ||
             place.kind.text == binding.place.text ||
             (place.level && word(*place.level) == binding.place.text);
    return levels.empty() || (place.level && levels.contains(*place.level));
  }

  Play play_of(const Binding& binding, model::Levels levels,
               const Jurisdiction* place) {
    Play play;
    play.by = binding.span;
    for (const Player& player : binding.players) {
      if (player.body)
        play.players.push_back(add(binding, *player.body, levels, place));
      else if (const auto known = find(player.id.text))
        play.players.push_back(*known);
    }
    return play;
  }

  BodyId add(const Binding& binding, const Body& written, model::Levels levels,
             const Jurisdiction* place) {
    Body body = written;
    body.id = {new_id(binding, written, place), binding.span};
    if (place != nullptr) {
      body.name.text =
          texts_.emplace_back(filled(written.name.text, place->name.text));
      if (body.levels.empty() && place->level)
        body.levels.insert(*place->level);
    }
    if (body.levels.empty()) body.levels = levels;
    bodies_.push_back(body);
    add_id(bodies_.size() - 1);
    return static_cast<BodyId>(bodies_.size() - 1);
  }

  /// The id that it was given; else the role's and where it is played.
  std::string_view new_id(const Binding& binding, const Body& body,
                          const Jurisdiction* place) {
    std::string_view where = place != nullptr   ? place->code.text
                             : !body.id.empty() ? std::string_view()
                             : !binding.place.empty()
                                 ? binding.place.text
                                 : written_.manifest.jurisdiction.text;
    if (where.empty() && body.id.empty()) where = written_.manifest.id.text;
    std::string id(body.id.empty() ? binding.role.text : body.id.text);
    if (!where.empty()) id.append("/").append(where);
    const std::string stem = id;
    for (int number = 2; by_id_.contains(id); ++number)
      id = stem + "/" + std::to_string(number);
    return texts_.emplace_back(std::move(id));
  }

  const model::Catalog& written_;
  std::vector<Body>& bodies_;
  std::deque<std::string>& texts_;
  std::unordered_map<std::string_view, BodyId> by_id_;
};

/// How closely a binding means a place: 0 not at all, 1 by its level, 2 by
/// its kind, 3 by its code.
int closeness(const RoleBinding& binding, const Jurisdiction& place) {
  if (binding.place.empty()) return 0;
  if (binding.place == place.code.text) return 3;
  if (place.level && binding.place == word(*place.level)) return 1;
  return binding.place == place.kind.text ? 2 : 0;
}

const Play* play_in(const RoleBinding& binding, const Jurisdiction& place) {
  if (binding.play) return &*binding.play;
  const auto at = binding.by_place.find(place.code.text);
  return at == binding.by_place.end() ? nullptr : &at->second;
}

}  // namespace

Roles::Roles(const model::Catalog& written, std::vector<Body>& bodies,
             std::deque<std::string>& texts) {
  Casting casting(written, bodies, texts);
  for (const Binding& binding : written.overlay.bind)
    if (const auto role = casting.find(binding.role.text))
      bindings_[*role].push_back(casting.cast(*role, binding));
}

const Play* Roles::in(BodyId role, const Jurisdictions& all,
                      const Jurisdiction& place) const {
  const auto at = bindings_.find(role);
  if (at == bindings_.end()) return nullptr;
  const Jurisdiction* here = &place;
  for (std::size_t tier = 0; here != nullptr && tier <= all.size(); ++tier) {
    const RoleBinding* closest = nullptr;
    for (const RoleBinding& binding : at->second)
      if (closeness(binding, *here) >
          (closest == nullptr ? 0 : closeness(*closest, *here)))
        closest = &binding;
    if (closest != nullptr) return play_in(*closest, *here);
    here = above(all, *here);
  }
  for (const RoleBinding& binding : at->second) {
    if (!binding.place.empty()) continue;
    here = &place;
    for (std::size_t tier = 0; here != nullptr && tier <= all.size(); ++tier) {
      if (const Play* const play = play_in(binding, *here)) return play;
      here = above(all, *here);
    }
  }
  return nullptr;
}

const Play* Roles::at(BodyId role, model::Level level) const {
  const auto at = bindings_.find(role);
  if (at == bindings_.end()) return nullptr;
  const Play* everywhere = nullptr;
  const Play* of_level = nullptr;
  for (const RoleBinding& binding : at->second) {
    if (binding.place.empty())
      everywhere = binding.play ? &*binding.play : nullptr;
    else if (binding.place == word(level))
      of_level = binding.play ? &*binding.play : nullptr;
    else if (!model::level_of(binding.place))
      return nullptr;  // kinds or places of their own: they may differ
  }
  return of_level != nullptr ? of_level : everywhere;
}

}  // namespace catalog::resolve
