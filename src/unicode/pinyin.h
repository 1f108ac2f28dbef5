#pragma once

#include <string_view>

namespace catalog::unicode {

/// The first letter of a Chinese character's most usual reading: `z` for 政.
/// 0 where it is no Chinese character or has no reading.
char pinyin_initial(char32_t character);

}  // namespace catalog::unicode
