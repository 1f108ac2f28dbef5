#pragma once

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "schema/registry.h"
#include "schema/schema.h"
#include "source/tree.h"
#include "syntax/tree.h"

namespace catalog::compile {

/// The schema of the source language, and those that the manifest names under
/// `schemas:`.
class Schemas {
 public:
  /// Looks for the manifest in the documents. The schemas that it names are
  /// taken out of them, or join the tree where they are not `*.yaml`. What is
  /// wrong with them is reported.
  Schemas(const std::filesystem::path& folder, source::SourceTree& tree,
          std::vector<syntax::Document>& documents,
          diagnostics::Diagnostics& found);

  void validate(const syntax::Document& document,
                diagnostics::Diagnostics& found) const;

 private:
  /// A path as the manifest names it.
  struct OwnPath {
    std::string path;
    source::Span span;
  };
  static std::vector<OwnPath> own_paths(
      const std::vector<syntax::Document>& documents);

  /// The document of a schema; null where it cannot be read.
  const syntax::Document* own_document(const std::filesystem::path& folder,
                                       source::SourceTree& tree,
                                       std::vector<syntax::Document>& documents,
                                       const OwnPath& path,
                                       diagnostics::Diagnostics& found);

  schema::Registry registry_;
  std::deque<syntax::Document> own_documents_;
  std::deque<schema::Schema> schemas_;  // the language's first
};

}  // namespace catalog::compile
