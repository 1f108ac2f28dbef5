#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalog::unicode {

/// A Chinese text as an id: its words in pinyin without tones, lower-case
/// letters and digits, words joined by `-`: 政府信息公开条例 gives
/// `zhengfu-xinxi-gongkai-tiaoli`. Whole words only, at most `limit` bytes.
/// Empty where the text has nothing that can be spelled.
std::string slug(std::string_view text, std::size_t limit);

}  // namespace catalog::unicode
