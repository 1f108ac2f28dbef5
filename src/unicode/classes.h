#pragma once

namespace catalog::unicode {

/// Characters that print nothing and have no place in a text: C0 without tab,
/// LF and CR, DEL, C1, the line and paragraph separators, noncharacters.
bool is_control(char32_t value);

/// Marks, overrides and isolates of the bidirectional algorithm, which can
/// make a text read otherwise than it is: U+061C, U+200E, U+200F,
/// U+202A-202E, U+2066-2069.
bool is_bidi_control(char32_t value);

/// A Han character, as names and prose consist of: unified and compatibility
/// ideographs and 〇.
bool is_ideograph(char32_t value);

/// A full-width form of an ASCII character (！ to ～) or the wide space.
bool is_full_width(char32_t value);

}  // namespace catalog::unicode
