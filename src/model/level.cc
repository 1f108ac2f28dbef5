#include "model/level.h"

namespace catalog::model {
namespace {

struct Names {
  std::string_view word;
  std::string_view chinese;
};
constexpr std::array<Names, 6> levels{{{"national", "国家级"},
                                       {"province", "省级"},
                                       {"city", "市级"},
                                       {"county", "县级"},
                                       {"town", "乡级"},
                                       {"village", "村级"}}};
constexpr std::array<Names, 3> modes{{{"proactive", "主动"},
                                      {"on-request", "依申请"},
                                      {"withheld", "不予公开"}}};

template <class T, std::size_t size>
std::optional<T> find(const std::array<Names, size>& names,
                      std::string_view word) {
  for (std::size_t i = 0; i < size; ++i)
    if (names[i].word == word) return static_cast<T>(i);
  return std::nullopt;
}

}  // namespace

std::string_view word(Level level) {
  return levels[static_cast<std::size_t>(level)].word;
}
std::string_view chinese(Level level) {
  return levels[static_cast<std::size_t>(level)].chinese;
}
std::optional<Level> level_of(std::string_view word) {
  return find<Level>(levels, word);
}

std::string_view word(Mode mode) {
  return modes[static_cast<std::size_t>(mode)].word;
}
std::string_view chinese(Mode mode) {
  return modes[static_cast<std::size_t>(mode)].chinese;
}
std::optional<Mode> mode_of(std::string_view word) {
  return find<Mode>(modes, word);
}

}  // namespace catalog::model
