#include "unit/check/written.h"

#include "check/rules.h"
#include "model/read.h"
#include "resolve/edition.h"
#include "resolve/join.h"
#include "syntax/read.h"

namespace catalog::check {
namespace {

source::SourceTree tree_of(std::string_view yaml) {
  source::SourceTree tree;
  tree.add("catalog.yaml", std::string(yaml));
  return tree;
}

}  // namespace

std::vector<diagnostics::Diagnostic> check_tree(
    const source::SourceTree& tree, diagnostics::Language language) {
  diagnostics::Diagnostics found(language);
  std::vector<syntax::Document> documents;
  for (std::size_t i = 0; i < tree.size(); ++i)
    documents.push_back(syntax::read(tree, tree.id(i), found));
  const resolve::ResolvedCatalog catalog = resolve::catalog_of(
      model::read(std::move(documents), tree.id(0), found), found);
  run(resolve::edition_of(catalog), found);
  return found.sorted();
}

std::vector<std::string> found_in(std::string_view yaml) {
  std::vector<std::string> codes;
  for (const auto& each : check_tree(tree_of(yaml), diagnostics::Language::en))
    codes.push_back(each.code);
  return codes;
}

std::vector<std::string> found_at(std::string_view yaml) {
  const source::SourceTree tree = tree_of(yaml);
  std::vector<std::string> codes;
  for (const auto& each : check_tree(tree, diagnostics::Language::en))
    codes.push_back(each.code + ' ' + std::string(tree.text(each.span)));
  return codes;
}

}  // namespace catalog::check
