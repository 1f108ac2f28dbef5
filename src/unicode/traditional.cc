#include "unicode/traditional.h"

#include <algorithm>
#include <string_view>

#include "unicode/traditional_forms.h"

namespace catalog::unicode {
namespace {

/// Characters outside GB 2312 that the Table of General Standard Chinese
/// Characters (2013) kept beside the form they are otherwise reduced to.
constexpr std::u32string_view kept = U"瞭徵摺麽夥祇邨迺陞氾龢甯";

}  // namespace

std::optional<char32_t> simplified(char32_t value) {
  const auto forms = traditional_forms();
  const auto found =
      std::ranges::lower_bound(forms, value, {}, &TraditionalForm::traditional);
  if (found == forms.end() || found->traditional != value ||
      kept.find(value) != kept.npos)
    return std::nullopt;
  return found->simplified;
}

}  // namespace catalog::unicode
