#pragma once

#include <span>

namespace catalog::unicode {

/// A Han character without a place in GB 2312, and its simplified form, which
/// has one.
struct TraditionalForm {
  char32_t traditional;
  char32_t simplified;
};

/// All of them, in order, as ICU 72 knows them. Written while the program is
/// built, by tables/write_traditional.cc.
std::span<const TraditionalForm> traditional_forms();

}  // namespace catalog::unicode
