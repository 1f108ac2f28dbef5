#include "model/reader.h"

#include <charconv>

namespace catalog::model {
namespace {

template <class T>
std::optional<T> whole_number(std::string_view digits) {
  T value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

}  // namespace

std::optional<int> Reader::number(syntax::Node node) const {
  return whole_number<int>(text(node).text);
}

std::optional<double> Reader::decimal(syntax::Node node) const {
  return whole_number<double>(text(node).text);
}

Levels Reader::levels(syntax::Node node) const {
  Levels all;
  for (const Text& each : texts(node))
    if (const auto at = level_of(each.text)) all.insert(*at);
  return all;
}

std::optional<syntax::Node> Reader::by_level(syntax::Node node) const {
  for (const auto [key, value] : node.entries())
    if (key.text() == "by-level") return value;
  return std::nullopt;
}

const phrase::Timing* Reader::reading(std::string_view phrase) {
  const auto [at, is_new] = read_before_.try_emplace(phrase);
  if (is_new) at->second = keep(phrase::timing(phrase));
  return at->second;
}

}  // namespace catalog::model
