#pragma once

#include <optional>

#include "resolve/edition.h"
#include "syntax/draft.h"
#include "syntax/tree.h"

namespace catalog::sync {

/// A value as it stands in a file.
syntax::Draft draft_of(syntax::Node node);

bool is_same(const syntax::Draft& a, const syntax::Draft& b);

/// The value of an item's field as it could be written, wherever it comes
/// from; nothing where it has none, or nothing prints it.
std::optional<syntax::Draft> draft_of(const resolve::Edition& edition,
                                      const resolve::Item& item,
                                      model::ItemField field);

/// The value of a key; null where the mapping has none.
syntax::Draft* find(syntax::Draft& mapping, std::string_view key);
const syntax::Draft* find(const syntax::Draft& mapping, std::string_view key);
void set(syntax::Draft& mapping, std::string_view key, syntax::Draft value);
void erase(syntax::Draft& mapping, std::string_view key);

/// One value as a list of it; a list as it is.
std::vector<syntax::Draft> items_of(const std::optional<syntax::Draft>& draft);

bool is_list(const std::optional<syntax::Draft>& draft);

/// A list of one as that one, unless it is to stay a list.
syntax::Draft one_or_list(std::vector<syntax::Draft> all,
                          bool stays_list = false);

}  // namespace catalog::sync
