#include "compare/effect.h"

#include <iterator>

namespace catalog::compare {
namespace {

struct Row {
  std::string_view word;
  diagnostics::Words name;
  Effect mirrored;
};

/// In the order of Effect.
constexpr Row rows[] = {
    {"duty-added", {"duty added", "义务新增"}, Effect::duty_removed},
    {"duty-removed", {"duty removed", "义务取消"}, Effect::duty_added},
    {"duty-tightened", {"duty tightened", "义务加严"}, Effect::duty_loosened},
    {"duty-loosened", {"duty loosened", "义务放宽"}, Effect::duty_tightened},
    {"duty-changed", {"duty changed", "义务变更"}, Effect::duty_changed},
    {"public", {"public", "公众可见"}, Effect::shown},
    {"exchange", {"exchange", "数据交换"}, Effect::exchange},
    {"editorial", {"editorial", "文字"}, Effect::editorial},
};
static_assert(std::size(rows) == std::size(all_effects));

const Row& row_of(Effect effect) {
  return rows[static_cast<std::size_t>(effect)];
}

}  // namespace

std::string_view word(Effect effect) { return row_of(effect).word; }

diagnostics::Words name_of(Effect effect) { return row_of(effect).name; }

Effect mirrored(Effect effect) { return row_of(effect).mirrored; }

std::optional<Effect> Effects::gravest() const {
  for (const Effect effect : all_effects)
    if (contains(effect)) return effect;
  return std::nullopt;
}

Effects Effects::mirrored() const {
  Effects all;
  for (const Effect effect : all_effects)
    if (contains(effect)) all.insert(compare::mirrored(effect));
  return all;
}

}  // namespace catalog::compare
