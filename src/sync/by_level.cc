#include "sync/by_level.h"

#include <algorithm>

#include "import/text.h"
#include "sync/drafts.h"
#include "sync/plain.h"

namespace catalog::sync {
namespace {

using model::Level;
using syntax::Draft;

std::optional<Level> level_named(std::string_view name) {
  for (const Level level : model::all_levels)
    if (name == chinese(level)) return level;
  return std::nullopt;
}

/// `县级：…`, a line or several a level; one part without a level where no
/// line begins so.
using LevelParts = std::vector<std::pair<std::optional<Level>, std::string>>;

LevelParts level_parts(std::string_view cell) {
  LevelParts parts;
  constexpr std::string_view colon = "：";
  for (const std::string& line : lines_in(import::printed(cell))) {
    const std::size_t at = line.find(colon);
    const auto level = at == line.npos
                           ? std::nullopt
                           : level_named(import::trimmed(line.substr(0, at)));
    if (level)
      parts.emplace_back(level,
                         import::trimmed(line.substr(at + colon.size())));
    else if (parts.empty())
      parts.emplace_back(std::nullopt, line);
    else
      parts.back().second += "\n" + line;
  }
  return parts;
}

}  // namespace

Value by_level(const std::optional<Draft>& current, const Given& cell,
               const ReadPart& read_part) {
  const Draft* const levels = current ? find(*current, "by-level") : nullptr;
  const LevelParts now = level_parts(cell.now);
  const bool has_levels =
      !now.empty() && std::all_of(now.begin(), now.end(), [](const auto& part) {
        return part.first.has_value();
      });
  if (!has_levels)
    return read_part(std::nullopt, levels ? std::nullopt : current, cell.now);
  const LevelParts before = level_parts(cell.mine);
  Draft all = Draft::mapping({});
  for (const auto& [level, part] : now) {
    const Draft* const old = levels ? find(*levels, word(*level)) : nullptr;
    std::string mine;
    for (const auto& [each, said] : before)
      if (each == level) mine = said;
    if (old != nullptr && import::squashed(mine) == import::squashed(part)) {
      set(all, word(*level), *old);
      continue;
    }
    Value value =
        read_part(level, old ? std::optional(*old) : std::nullopt, part);
    if (const auto* draft = std::get_if<Draft>(&value))
      set(all, word(*level), *draft);
    else
      return value;
  }
  return Draft::mapping({{"by-level", std::move(all)}});
}

}  // namespace catalog::sync
