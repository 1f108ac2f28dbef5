#pragma once

#include "resolve/edition.h"
#include "view/table.h"

namespace catalog::view {

/// 类别 of a law as printed; the word itself where it is not known.
std::string_view kind_text(std::string_view kind);

/// Where a law stands on the edition's date, as printed: 有效, 已于…废止 ….
std::string standing_text(const resolve::Edition& edition,
                          const model::Law& law);

/// The laws that the edition's items cite, with their standing on its date.
Table laws_table(const resolve::Edition& edition);

/// The bodies that publish, with the number of their items.
Table bodies_table(const resolve::Edition& edition);

/// Counts by domain: items, modes and levels.
Table statistics_table(const resolve::Edition& edition);

}  // namespace catalog::view
