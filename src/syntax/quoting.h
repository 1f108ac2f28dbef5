#pragma once

#include <string>
#include <string_view>

#include "syntax/tree.h"

namespace catalog::syntax {

/// Whether the core schema of YAML 1.2 (section 10.3.2) takes a plain scalar
/// for something else than text: null, a boolean or a number.
bool is_core_literal(std::string_view text);

/// `yes`, `no`, `on`, `off`: booleans to programs that still read YAML 1.1.
bool is_old_boolean(std::string_view text);

/// Where a scalar stands: commas and brackets end a plain one in flow style.
enum class Surroundings { block, flow };

/// Whether a text reads as it is where no quotes stand around it.
bool can_be_plain(std::string_view text, Surroundings surroundings);

/// A text between quotes, on one line; the single ones have no escapes, so
/// the text must be one line of printable characters.
std::string double_quoted(std::string_view text);
std::string single_quoted(std::string_view text);

/// A text as a scalar on one line: plain where YAML reads it as this text,
/// else in double quotes, or in single ones where that saves escapes.
std::string quoted_if_needed(std::string_view text, Surroundings surroundings);

/// The same for a text that takes the place of a scalar: between the quotes
/// that stood there.
std::string quoted_like(Style style, std::string_view text,
                        Surroundings surroundings);

}  // namespace catalog::syntax
