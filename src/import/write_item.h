#pragma once

#include <set>
#include <string>

#include "import/catalog.h"
#include "import/yaml.h"

namespace catalog::import {

/// An item of `items`, with the comments of what a person must decide. `opens`
/// is the id of the taxonomy of 五公开.
void write_item(Yaml& yaml, const Item& item, const std::string& opens);

/// The fields of an item that have these keys, as an entry of `adjust` has
/// them.
void write_fields(Yaml& yaml, const Item& item,
                  const std::set<std::string>& keys, const std::string& opens);

/// An entry of each list.
void write_entry(Yaml& yaml, std::size_t indent, const Entry& entry);
void write_basis(Yaml& yaml, std::size_t indent, const Basis& basis);
/// All entries of a list of channels.
void write_refs(Yaml& yaml, std::size_t indent, const ChannelRefs& refs);

}  // namespace catalog::import
