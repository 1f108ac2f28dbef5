#pragma once

#include <optional>
#include <string_view>

#include "model/item.h"
#include "model/reader.h"

namespace catalog::model {

/// An item as it stands in its file, with what the file's `defaults` give
/// where it is silent.
Item read_item(Reader& reader, syntax::Node node,
               std::optional<syntax::Node> defaults);

Supervision read_supervision(Reader& reader, syntax::Node node);

/// Reads one field, if the key is one, and notes its origin.
bool read_item_field(Reader& reader, std::string_view key, syntax::Node value,
                     Item& item);

/// Notes what set a field without reading its value.
void note_origin(Reader& reader, std::string_view key, syntax::Node value,
                 Item& item);

/// Entries of an item's lists, for changes of them.
ContentEntry read_content_entry(Reader& reader, syntax::Node node);
BasisEntry read_basis_entry(Reader& reader, syntax::Node node);
ChannelEntry read_channel_entry(Reader& reader, syntax::Node node);

Approval read_approval(Reader& reader, syntax::Node node);

/// One key of a waiver; false where it is not a waiver's.
bool read_waiver_field(Reader& reader, std::string_view key, syntax::Node value,
                       Waiver& waiver);

}  // namespace catalog::model
