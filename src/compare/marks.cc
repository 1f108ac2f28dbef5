#include "compare/marks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "unicode/utf8.h"

namespace catalog::compare {
namespace {

/// Longer texts are not worth the square of their length.
constexpr std::size_t most_words = 1'000;
/// Nor are more entries worth looking for their likes.
constexpr std::size_t most_lines = 60;

bool is_word_part(char32_t value) {
  return (value >= '0' && value <= '9') || (value >= 'a' && value <= 'z') ||
         (value >= 'A' && value <= 'Z');
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  bool was_part = false;
  const unicode::CodePoints points(text);
  for (auto at = points.begin(); at != points.end(); ++at) {
    const bool is_part = is_word_part(*at);
    const bool is_digit = *at >= '0' && *at <= '9';
    const bool was_digit =
        was_part && words.back().back() >= '0' && words.back().back() <= '9';
    if (is_part && was_part && is_digit == was_digit)
      words.back() = {words.back().data(), words.back().size() + at.size()};
    else
      words.push_back(text.substr(at.offset(), at.size()));
    was_part = is_part;
  }
  return words;
}

using Words = std::vector<std::string_view>;

/// The lengths of the longest common subsequences of all ends.
class Lengths {
 public:
  Lengths(const Words& a, const Words& b)
      : columns_(b.size() + 1), all_((a.size() + 1) * columns_) {
    for (std::size_t i = a.size(); i-- > 0;)
      for (std::size_t j = b.size(); j-- > 0;)
        at(i, j) = static_cast<std::uint16_t>(
            a[i] == b[j] ? at(i + 1, j + 1) + 1
                         : std::max(at(i + 1, j), at(i, j + 1)));
  }
  std::uint16_t& at(std::size_t i, std::size_t j) {
    return all_[i * columns_ + j];
  }

 private:
  std::size_t columns_;
  std::vector<std::uint16_t> all_;
};

void add(std::vector<Part>& parts, Part::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (!parts.empty() && parts.back().kind == kind)
    parts.back().text += text;
  else
    parts.push_back({kind, std::string(text)});
}

/// How many words two texts have in common, of the longer one's.
double likeness(const Words& a, const Words& b) {
  if (a.size() > most_words || b.size() > most_words) return a == b ? 1 : 0;
  Lengths lengths(a, b);
  return lengths.at(0, 0) /
         static_cast<double>(std::max<std::size_t>({a.size(), b.size(), 1}));
}

/// Takes away what both have, as often as both have it.
std::pair<std::vector<std::string>, std::vector<std::string>> without_common(
    const FieldChange& field) {
  std::map<std::string_view, int> here;
  for (const std::string& line : field.now) ++here[line];
  std::pair<std::vector<std::string>, std::vector<std::string>> rest;
  std::map<std::string_view, int> kept;
  for (const std::string& line : field.before)
    if (here[line] > kept[line])
      ++kept[line];
    else
      rest.first.push_back(line);
  for (const std::string& line : field.now)
    if (--kept[line] < 0) rest.second.push_back(line);
  return rest;
}

}  // namespace

std::vector<Part> marked(std::string_view before, std::string_view now) {
  const Words old = words_in(before), fresh = words_in(now);
  std::vector<Part> parts;
  if (old.size() > most_words || fresh.size() > most_words) {
    add(parts, Part::Kind::gone, before);
    add(parts, Part::Kind::fresh, now);
    return parts;
  }
  Lengths lengths(old, fresh);
  std::size_t i = 0, j = 0;
  while (i < old.size() && j < fresh.size()) {
    if (old[i] == fresh[j]) {
      add(parts, Part::Kind::kept, old[i++]);
      ++j;
    } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
      add(parts, Part::Kind::gone, old[i++]);
    } else {
      add(parts, Part::Kind::fresh, fresh[j++]);
    }
  }
  for (; i < old.size(); ++i) add(parts, Part::Kind::gone, old[i]);
  for (; j < fresh.size(); ++j) add(parts, Part::Kind::fresh, fresh[j]);
  return parts;
}

std::vector<LineChange> lines_of(const FieldChange& field) {
  const auto [gone, fresh] = without_common(field);
  std::vector<LineChange> lines;
  std::vector<bool> is_used(fresh.size());
  const bool is_only = gone.size() == 1 && fresh.size() == 1;
  const bool are_few = gone.size() <= most_lines && fresh.size() <= most_lines;
  for (const std::string& line : gone) {
    LineChange& change = lines.emplace_back(LineChange{line, {}});
    if (!are_few) continue;
    const Words words = words_in(line);
    double best = is_only ? 0.4 : 0.5;
    std::size_t like = fresh.size();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      if (is_used[i]) continue;
      const double found = likeness(words, words_in(fresh[i]));
      if (found <= best) continue;
      best = found;
      like = i;
    }
    if (like == fresh.size()) continue;
    is_used[like] = true;
    change.now = fresh[like];
  }
  for (std::size_t i = 0; i < fresh.size(); ++i)
    if (!is_used[i]) lines.push_back({{}, fresh[i]});
  return lines;
}

}  // namespace catalog::compare
