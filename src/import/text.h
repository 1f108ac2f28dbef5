#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// A cell's text without what other programs left in it: control and invisible
/// characters, `_x000b_`, blanks at the ends of lines. Lines stay lines;
/// full-width letters and digits become half-width.
std::string cleaned(std::string_view cell);

/// Whether cleaning took more away than blanks.
bool has_debris(std::string_view cell);

/// A text as it is printed: Chinese punctuation full-width, years of document
/// numbers in 〔〕.
std::string printed(std::string_view text);

/// The lines of a text as one: no blank between Chinese characters.
std::string joined(std::string_view text);
std::vector<std::string_view> lines_of(std::string_view text);

/// What texts are compared by: one form of every character, no blanks.
std::string squashed(std::string_view text);

/// Without blanks at both ends, and without these characters (ASCII or not).
std::string_view trimmed(std::string_view text, std::u32string_view also = {});

/// A text in pieces of at most `limit` characters, cut after sentences.
std::vector<std::string> pieces_of(const std::string& text, std::size_t limit);

/// Texts on one line.
std::string line_of(const std::vector<std::string>& texts,
                    std::string_view between = "、");

bool starts_with_any(std::string_view text,
                     std::initializer_list<std::string_view> heads);
bool ends_with_any(std::string_view text,
                   std::initializer_list<std::string_view> tails);
bool contains(std::string_view text, std::string_view part);

}  // namespace catalog::import
