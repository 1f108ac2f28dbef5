#pragma once

#include <span>
#include <string_view>

namespace catalog::unicode {

/// The initials of 256 characters from `first` on; `.` where there is none.
struct PinyinPage {
  char32_t first;
  std::string_view letters;
};

/// In the order of their characters. Pages without any letter are left out.
std::span<const PinyinPage> pinyin_pages();

}  // namespace catalog::unicode
