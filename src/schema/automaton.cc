#include "schema/automaton.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>

namespace catalog::schema {
namespace {

using std::string_view;

using Bytes = std::bitset<128>;

/// A position is a literal or a class as it stands in the expression; what a
/// repetition repeats has positions for each time. Glushkov's construction: a
/// state is the set of positions that the next byte may be at.
constexpr std::size_t most_positions = 256;
constexpr std::size_t most_states = 512;
constexpr std::size_t the_end = 0;  // the position behind the last one
using Positions = std::bitset<most_positions>;

template <class Visit>
void for_each_in(const Positions& set, Visit visit) {
  for (std::size_t each = set._Find_first(); each < set.size();
       each = set._Find_next(each))
    visit(each);
}

/// A part of an expression.
struct Part {
  bool may_be_empty = true;
  Positions first;
  Positions last;
};

/// Reads an expression into its positions and what may follow each.
class Positioning {
 public:
  explicit Positioning(string_view expression) : rest_(expression) {}

  /// The positions that a match may begin with.
  std::optional<Positions> read() {
    if (!take('^')) return std::nullopt;
    Part all = sequence();
    if (!take('$') || !rest_.empty() || failed_) return std::nullopt;
    for_each_in(all.last,
                [&](std::size_t each) { follow_[each].set(the_end); });
    if (all.may_be_empty) all.first.set(the_end);
    return all.first;
  }

  const Positions& follow(std::size_t position) const {
    return follow_[position];
  }
  const Bytes& bytes(std::size_t position) const { return bytes_[position]; }
  std::size_t count() const { return count_; }

 private:
  Part fail() {
    failed_ = true;
    return {};
  }
  bool take(char byte) {
    if (!rest_.starts_with(byte)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool ends_here(string_view bytes) const {
    return failed_ || rest_.empty() || bytes.find(rest_[0]) != bytes.npos;
  }

  void link(const Part& from, const Part& to) {
    for_each_in(from.last,
                [&](std::size_t each) { follow_[each] |= to.first; });
  }
  Part joined(const Part& a, const Part& b) {
    link(a, b);
    Part both;
    both.may_be_empty = a.may_be_empty && b.may_be_empty;
    both.first = a.may_be_empty ? a.first | b.first : a.first;
    both.last = b.may_be_empty ? a.last | b.last : b.last;
    return both;
  }

  Part alternatives() {
    Part all = sequence();
    while (!failed_ && take('|')) {
      const Part other = sequence();
      all.may_be_empty |= other.may_be_empty;
      all.first |= other.first;
      all.last |= other.last;
    }
    return all;
  }

  Part sequence() {
    Part all;
    while (!ends_here("|)$")) all = joined(all, repeated());
    return all;
  }

  /// An atom and how often it may come.
  Part repeated() {
    const string_view begin = rest_;
    Part part = atom();
    if (failed_ || rest_.empty()) return part;
    if (take('*')) return looped(part, true);
    if (take('+')) return looped(part, false);
    if (take('?')) {
      part.may_be_empty = true;
      return part;
    }
    if (!take('{')) return part;
    return counted(begin, part);
  }

  Part looped(Part part, bool may_be_empty) {
    link(part, part);
    part.may_be_empty |= may_be_empty;
    return part;
  }

  /// `{2}`, `{2,}` and `{2,5}` behind the atom that begins with `begin`: it is
  /// read again for each time.
  Part counted(string_view begin, const Part& once) {
    const auto least = number();
    const bool has_more = take(',');
    const auto most = has_more ? number() : least;
    if (!least || !take('}') || (most && (*most < *least || *most == 0)))
      return fail();
    const string_view behind = rest_;
    const std::size_t times = most ? *most : std::max<std::size_t>(*least, 1);
    Part all;
    for (std::size_t time = 0; time < times && !failed_; ++time) {
      rest_ = begin;
      Part part = time == 0 ? once : atom();
      if (!most && time + 1 == times) part = looped(part, false);
      part.may_be_empty |= time >= *least;
      all = joined(all, part);
    }
    rest_ = behind;
    return all;
  }

  std::optional<std::size_t> number() {
    std::size_t value = 0, digits = 0;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9' &&
           ++digits < 4) {
      value = value * 10 + static_cast<std::size_t>(rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
    return value;
  }

  Part atom() {
    if (take('(')) {
      if (rest_.starts_with('?')) {
        if (!rest_.starts_with("?:")) return fail();
        rest_.remove_prefix(2);
      }
      const Part part = alternatives();
      return take(')') ? part : fail();
    }
    if (take('[')) return character_class();
    if (ends_here("^$.*+?{}]|)")) return fail();
    const auto byte = literal();
    return byte ? position(Bytes().set(*byte)) : fail();
  }

  /// A byte that stands for itself, or behind a backslash.
  std::optional<std::size_t> literal() {
    const bool is_escaped = take('\\');
    if (rest_.empty()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(rest_[0]);
    constexpr string_view signs = "^$\\.*+?()[]{}|/-";
    if (byte < 0x20 || byte > 0x7E ||
        (is_escaped && signs.find(rest_[0]) == signs.npos))
      return std::nullopt;
    rest_.remove_prefix(1);
    return byte;
  }

  Part character_class() {
    if (rest_.starts_with('^') || rest_.starts_with(']')) return fail();
    Bytes all;
    while (!rest_.empty() && !take(']')) {
      const auto from = literal();
      if (!from) return fail();
      std::size_t to = *from;
      if (rest_.starts_with('-') && !rest_.starts_with("-]")) {
        rest_.remove_prefix(1);
        const auto end = literal();
        if (!end || *end < *from) return fail();
        to = *end;
      }
      for (std::size_t byte = *from; byte <= to; ++byte) all.set(byte);
      if (rest_.empty()) return fail();
    }
    return position(all);
  }

  Part position(const Bytes& bytes) {
    if (count_ + 1 == most_positions) return fail();
    bytes_[++count_] = bytes;
    Part part;
    part.may_be_empty = false;
    part.first.set(count_);
    part.last.set(count_);
    return part;
  }

  string_view rest_;
  bool failed_ = false;
  std::size_t count_ = 0;  // the first is 1
  std::array<Bytes, most_positions> bytes_;
  std::array<Positions, most_positions> follow_;
};

}  // namespace

/// Makes the table of an expression that has been read.
class AutomatonBuilder {
 public:
  explicit AutomatonBuilder(const Positioning& positions)
      : positions_(positions) {}

  std::optional<Automaton> made(const Positions& first) {
    find_columns();
    made_.width_ = samples_.size();
    state_of(first);
    for (std::size_t state = 0; state < states_.size(); ++state) {
      if (states_.size() > most_states) return std::nullopt;
      for (std::size_t column = 0; column < samples_.size(); ++column)
        made_.next_.push_back(static_cast<std::uint16_t>(
            state_of(after(states_[state], samples_[column])) * made_.width_));
    }
    if (states_.size() * made_.width_ > 0xFFFF) return std::nullopt;
    for (const Positions& state : states_)
      made_.accepts_.push_back(state[the_end]);
    return std::move(made_);
  }

 private:
  /// Column 0 is for bytes that stand nowhere in the expression.
  void find_columns() {
    samples_ = {0x80};
    std::unordered_map<Positions, std::uint8_t> column_of;
    for (std::size_t byte = 0; byte < 128; ++byte) {
      Positions where;
      for (std::size_t each = 1; each <= positions_.count(); ++each)
        where[each] = positions_.bytes(each)[byte];
      if (where.none()) continue;
      const auto [column, is_new] = column_of.try_emplace(
          where, static_cast<std::uint8_t>(samples_.size()));
      if (is_new) samples_.push_back(byte);
      made_.columns_[byte] = column->second;
    }
  }

  Positions after(const Positions& state, std::size_t byte) const {
    Positions next;
    if (byte >= 128) return next;
    for_each_in(state, [&](std::size_t each) {
      if (positions_.bytes(each)[byte]) next |= positions_.follow(each);
    });
    return next;
  }

  std::size_t state_of(const Positions& positions) {
    const auto [state, is_new] = known_.try_emplace(positions, states_.size());
    if (is_new) states_.push_back(positions);
    return state->second;
  }

  const Positioning& positions_;
  Automaton made_;
  std::vector<std::size_t> samples_;  // a byte of each column
  std::vector<Positions> states_;
  std::unordered_map<Positions, std::size_t> known_;
};

std::optional<Automaton> Automaton::of(string_view expression) {
  Positioning positions(expression);
  const auto first = positions.read();
  if (!first) return std::nullopt;
  return AutomatonBuilder(positions).made(*first);
}

}  // namespace catalog::schema
