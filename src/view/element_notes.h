#pragma once

#include "view/publication.h"

namespace catalog::view {

/// What the columns of a publication's tables mean (要素说明), in the words of
/// the schema; of elements and taxonomies of the catalog's own, in its words.
Table element_notes(const Publication& publication);

}  // namespace catalog::view
