#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"
#include "syntax/tree.h"

/// Where the ids of things stand in source files: for those who change them.
namespace catalog::model {

enum class IdKind {
  item,
  domain,
  law,
  limit,
  body,
  channel,
  taxonomy,
  term,
  element,
  layout,
  view,
  flow,
  node,
  document
};
inline constexpr std::size_t id_kinds = 14;

/// The kind as one types it: `item`; and as it is called in messages.
std::string_view word(IdKind kind);
diagnostics::Words name_of(IdKind kind);

/// A part of a scalar or key that is the id of something.
struct Mention {
  IdKind kind{};
  std::string_view owner;  // of a term its taxonomy, of a node its flow
  std::string_view id;     // within the node's text
  syntax::Node node;
  bool is_key = false;
  /// The entry that it names, where it does not refer to one.
  std::optional<syntax::Node> defines = {};
};

/// What the values of a catalog's own elements are, by the element's id: terms
/// of a taxonomy, or bodies (an empty taxonomy).
using ElementIds = std::map<std::string, std::string, std::less<>>;

/// Adds the elements that a document defines and whose values are ids.
void add_elements(const syntax::Document& document, ElementIds& elements);

/// Every id that a document mentions, in no order. `replaces` is not one of
/// them: it names what is no more.
std::vector<Mention> mentions_in(const syntax::Document& document,
                                 const ElementIds& elements);

}  // namespace catalog::model
