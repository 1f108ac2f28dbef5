#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/embedded.h"
#include "syntax/tree.h"

namespace catalog::schema {

/// The files of `schemas/`, as the program carries them.
std::span<const source::EmbeddedFile> embedded_files();

struct Anchor {
  std::string_view name;
  std::uint32_t node;
  bool dynamic;
};

/// A schema with a URI of its own: a document, or a part of one with `$id`.
struct Resource {
  std::string uri;
  const syntax::Document* document;
  std::uint32_t root;
  std::string_view dialect;  // `$schema`, of it or of the one around it
  std::vector<Anchor> anchors;

  syntax::Node node() const { return {*document, root}; }
};

/// Schemas by URI: all that references can reach, since nothing is fetched.
/// Holds views of the documents given to it, which must outlive it, as it must
/// outlive what is compiled with it.
class Registry {
 public:
  Registry() = default;
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  /// Makes a document known under the address it came from, and under its
  /// `$id` where it has one; likewise the resources inside it. Two for one URI
  /// are reported, and the first holds.
  void add(std::string_view address, const syntax::Document& document,
           diagnostics::Diagnostics& diagnostics);

  /// Adds the schemas that the program carries: the source language, the
  /// outputs, and the metaschemas of draft 2020-12.
  void add_embedded();

  /// Null where the URI (without fragment) is not known.
  const Resource* find(std::string_view uri) const;

  /// The innermost resource that a node stands in; null where its document
  /// is not known.
  const Resource* resource_of(syntax::Node node) const;

 private:
  void scan(syntax::Node schema, Resource* around);
  Resource* add_resource(const std::string& uri, syntax::Node schema,
                         std::string_view dialect);

  std::deque<syntax::Document> own_;
  std::deque<Resource> resources_;
  std::unordered_map<std::string, const Resource*> by_uri_;
  std::unordered_map<const syntax::Document*, std::vector<const Resource*>>
      by_document_;
  diagnostics::Diagnostics* diagnostics_ = nullptr;  // while adding
};

/// The value of a key; nothing where the mapping (or whatever it is) has none.
std::optional<syntax::Node> value_at(syntax::Node mapping,
                                     std::string_view key);

}  // namespace catalog::schema
