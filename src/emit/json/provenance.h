#pragma once

#include <string>

#include "json/writer.h"
#include "view/publication.h"

/// Where the values of a catalog with bases come from. A catalog that stands
/// alone has nothing to tell.
namespace catalog::emit {

/// `origins` of an item: for each field the layers and files that set it, the
/// last one first. No lines: a blank one in a base would change every file.
void write_origins(const view::Publication& publication,
                   const resolve::Item& item, json::Writer& out);

/// The bytes of provenance.json: the same with lines and columns.
std::string provenance_of(const view::Publication& publication);

}  // namespace catalog::emit
