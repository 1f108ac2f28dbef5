#pragma once

#include <string_view>

namespace catalog::unicode {

/// Whether a well-formed text surely holds nothing that programs which read it
/// back would drop or alter: no control character but tab and LF, no line or
/// paragraph separator, no noncharacter. Seen quickly, so that of the few that
/// hold rare characters some are doubted which hold none of these.
bool is_surely_plain(std::string_view text);

}  // namespace catalog::unicode
