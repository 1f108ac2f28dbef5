#pragma once

#include <string_view>

#include "resolve/edition.h"

namespace catalog::emit::site {

/// What readers are told of a law that does not hold on the edition's date;
/// empty where it holds or nothing is known against it.
constexpr std::string_view standing_fault(resolve::Edition::Standing standing) {
  using Standing = resolve::Edition::Standing;
  switch (standing) {
    case Standing::not_yet: return "尚未施行";
    case Standing::repealed: return "已废止";
    case Standing::expired: return "已失效";
    case Standing::in_force:
    case Standing::unknown: break;
  }
  return {};
}

}  // namespace catalog::emit::site
