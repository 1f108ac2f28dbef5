#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// Whether a cell is ticked and nothing else: √ ✓ ☑ ■ …, or what is left of
/// one where a font was lost.
bool is_tick(std::string_view text);
/// Whether only a lost font makes it a tick: `R`, `þ`, `?`.
bool is_doubtful_tick(std::string_view text);
/// The text of a cell without the tick before or behind it.
std::string without_tick(std::string_view text);
/// Whether the box in the cell is open, or it says no: □, 否, ×, /, —.
bool is_untick(std::string_view text);

/// A channel as its cell has it.
struct Box {
  std::string name;
  bool ticked = true;
};

/// The channels of a cell with what is ticked.
struct Boxes {
  std::vector<Box> boxes;
  bool has_open = false;       // some boxes are open
  bool is_repaired = false;    // ticks were letters of a lost font
  bool has_two_kinds = false;  // two signs that mean ticked
};

/// Whether a text has any sign of a tick or a box, and is not only words.
bool has_signs(const Boxes& boxes, const std::string& text);

/// Boxes by their glyphs ■□口▲◆▄√☑ R£ þt, else names by separators.
Boxes boxes_of(std::string_view text);

}  // namespace catalog::import
