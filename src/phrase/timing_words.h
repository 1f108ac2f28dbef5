#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace catalog::phrase {

using Words = std::span<const std::string_view>;

/// Takes a word off the front or the back of a text, if it stands there.
bool take(std::string_view& text, std::string_view word);
bool take_last(std::string_view& text, std::string_view word);

/// The first of the words that stands there, or empty: longer words must come
/// before their beginnings.
std::string_view take_any(std::string_view& text, Words words);
std::string_view take_last_any(std::string_view& text, Words words);
bool is_one_of(std::string_view text, Words words);
bool starts_with_any(std::string_view text, Words words);
bool ends_with_any(std::string_view text, Words words);
bool contains_any(std::string_view text, Words words);

inline bool is_digit(char value) { return value >= '0' && value <= '9'; }

/// The length of the numerals at the front, Arabic or Chinese.
std::size_t size_of_numerals(std::string_view text);

/// A whole number at the front, likewise.
std::optional<int> take_number(std::string_view& text);

/// The end of a group that opens at the front: `(…)`, `《…》`; 0 where it
/// does not close.
std::size_t end_of_group(std::string_view text);

/// Words without any sign that would end a clause; brackets are closed.
bool is_prose(std::string_view text);

}  // namespace catalog::phrase
