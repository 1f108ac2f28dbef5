#pragma once

#include <string>

#include "model/overlay.h"

/// What an operation of an overlay replaces, so that a change of the base is
/// noticed where somebody relied on it.
namespace catalog::resolve {

/// A field of an item in words: equal where the field says the same, however
/// it was written, and fit to be shown.
std::string value_text(const model::Item& item, model::ItemField field);

/// Notes the value that an operation replaces. `here` is what stands in its
/// place.
void add_value(const model::Item& base, model::ItemField field,
               source::Span here, const model::Origins& origins,
               model::Replacement& into);

/// The same for an item that is left out whole: the fields that a reader sees.
void add_item(const model::Item& base, source::Span here,
              const model::Origins& origins, model::Replacement& into);

/// The fingerprint of all values noted: 16 hexadecimal digits.
std::string fingerprint_of(const model::Replacement& replacement);

/// The same of what was recorded, to see whether it is what was seen.
std::string fingerprint_of(const model::SeenRecord& record);

}  // namespace catalog::resolve
