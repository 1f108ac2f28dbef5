#pragma once

#include <string_view>

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

inline constexpr std::string_view citations_id = "citations";
inline constexpr std::string_view body_duties_id = "body-duties";

/// Every law with the items that rest on it, so that both lead to each other.
/// Of a law that very many items cite, and of a body that publishes very many,
/// a row tells how many of each domain, whose own sheet names them. The first
/// row of each law or body has its id for an anchor.
Table citations_table(const resolve::Edition& edition);

/// Likewise every body with the items that it publishes.
Table body_duties_table(const resolve::Edition& edition);

}  // namespace catalog::view
