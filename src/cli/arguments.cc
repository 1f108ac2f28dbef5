#include <utility>

#include "cli/command.h"

namespace catalog::cli {

void Arguments::set(std::string_view name, std::vector<std::string> values) {
  given_.push_back({std::string(name), std::move(values)});
}

bool Arguments::has(std::string_view name) const {
  for (const Given& given : given_)
    if (given.name == name) return true;
  return false;
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  for (const Given& given : given_)
    if (given.name == name && !given.values.empty())
      return given.values.front();
  return std::nullopt;
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  for (const Given& given : given_)
    if (given.name == name) return given.values;
  return {};
}

std::optional<days::Date> Arguments::date(std::string_view name) const {
  const auto text = value(name);
  return text ? days::parse_date(*text) : std::nullopt;
}

}  // namespace catalog::cli
