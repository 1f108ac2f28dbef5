#include "compile/schemas.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "compile/refusals.h"
#include "syntax/json_reader.h"
#include "syntax/read.h"

namespace catalog::compile {
namespace {

using syntax::Document;
using syntax::Node;

constexpr std::string_view language_schema = "urn:catalog:source";

bool is_json(std::string_view path) { return path.ends_with(".json"); }

}  // namespace

/// What stands under `schemas:` of the manifest, in whatever file it is.
std::vector<Schemas::OwnPath> Schemas::own_paths(
    const std::vector<Document>& documents) {
  std::vector<OwnPath> paths;
  for (const Document& document : documents) {
    if (document.empty()) continue;
    const auto manifest = schema::value_at(document.root(), "catalog");
    if (!manifest) continue;
    const auto list = schema::value_at(*manifest, "schemas");
    if (!list) continue;
    for (const Node path : list->items())
      if (path.is_scalar())
        paths.push_back({std::string(path.text()), path.span()});
  }
  return paths;
}

Schemas::Schemas(const std::filesystem::path& folder, source::SourceTree& tree,
                 std::vector<Document>& documents,
                 diagnostics::Diagnostics& found) {
  registry_.add_embedded();
  if (auto schema = schema::compile(language_schema, registry_,
                                    schema::Dialect::ours, found))
    schemas_.push_back(std::move(*schema));
  for (const OwnPath& path : own_paths(documents)) {
    const Document* own = own_document(folder, tree, documents, path, found);
    if (own == nullptr || own->empty()) continue;
    registry_.add(path.path, *own, found);
    if (auto schema = schema::compile(*own, path.path, registry_,
                                      schema::Dialect::ours, found))
      schemas_.push_back(std::move(*schema));
  }
}

const Document* Schemas::own_document(const std::filesystem::path& folder,
                                      source::SourceTree& tree,
                                      std::vector<Document>& documents,
                                      const OwnPath& path,
                                      diagnostics::Diagnostics& found) {
  const auto among = std::find_if(
      documents.begin(), documents.end(), [&](const Document& document) {
        return tree[document.file].path == path.path;
      });
  if (among != documents.end()) {
    own_documents_.push_back(std::move(*among));
    *among = Document{};
    among->file = own_documents_.back().file;
    return &own_documents_.back();
  }
  auto bytes = source::read_below(folder, path.path);
  if (const auto* why = std::get_if<source::Refusal>(&bytes)) {
    report(*why, path.span, found);
    return nullptr;
  }
  const source::FileId file =
      tree.add(path.path, std::move(std::get<std::string>(bytes)));
  return &own_documents_.emplace_back(
      is_json(path.path) ? syntax::read_json(file, tree[file].bytes, found)
                         : syntax::read(tree, file, found));
}

void Schemas::validate(const Document& document,
                       diagnostics::Diagnostics& found) const {
  if (document.empty()) return;
  for (const schema::Schema& schema : schemas_)
    schema::validate(schema, document.root(), found);
}

}  // namespace catalog::compile
