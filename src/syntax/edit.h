#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "source/edit.h"
#include "syntax/draft.h"
#include "syntax/tree.h"

/// Changes of a YAML file, made from nodes of its tree. Each gives the edits
/// that touch only the bytes concerned: comments, order, quotes, indentation
/// and line endings around them stay. `source::apply` makes them, those of
/// several changes together; changes of the same bytes overlap there and are
/// refused.
///
/// The nodes must come from a document read without errors, and the edits hold
/// for its bytes only. Each call walks from the root to its node.
namespace catalog::syntax {

/// A value in place of another, also of another kind. A scalar for a scalar
/// stands between the quotes of the old one. A comment behind the old value
/// stays; those inside it go with it.
source::Edits replace_value(Node value, const Draft& draft);

source::Edits rename_key(Node key, std::string_view name);

/// Adds an item or an entry to a collection: at the end, or behind `after`, an
/// item or a key of it. Items that a blank line separates are kept so.
source::Edits add_item(Node sequence, const Draft& item,
                       std::optional<Node> after = {});
source::Edits add_entry(Node mapping, std::string_view key, const Draft& value,
                        std::optional<Node> after = {});

/// Adds an item at the end of a section, a list at the root of the document,
/// and the section where it is missing. The root must be a mapping, or the
/// document empty.
source::Edits append_to_section(const Document& document,
                                std::string_view section, const Draft& item);

/// Removes items of one sequence, or entries of one mapping by their keys, with
/// the comments on their lines; those above stay, since they may speak of what
/// follows, too. A collection that loses all it has stays as `[]` or `{}`: only
/// the caller knows whether its key may go.
source::Edits remove(const std::vector<Node>& children);
source::Edits remove(Node child);

}  // namespace catalog::syntax
