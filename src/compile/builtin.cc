#include "compile/builtin.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/read.h"
#include "syntax/read.h"
#include "view/publication.h"

namespace catalog::compile {

source::FileId file_of_manifest(const source::SourceTree& tree,
                                std::size_t files) {
  for (std::size_t i = 0; i < files; ++i)
    if (tree[tree.id(i)].path == "catalog.yaml") return tree.id(i);
  return tree.id(0);
}

void add_builtin_layouts(source::SourceTree& tree, model::Catalog& catalog,
                         diagnostics::Diagnostics& found) {
  for (const source::EmbeddedFile& file : view::embedded_files()) {
    const source::FileId id =
        tree.add("<" + std::string(file.path) + ">", std::string(file.bytes));
    syntax::Document document = syntax::read(tree, id, found);
    for (model::Layout& layout : model::read_layouts(document, found)) {
      const bool is_own =
          std::any_of(catalog.layouts.begin(), catalog.layouts.end(),
                      [&](const model::Layout& own) {
                        return own.id.text == layout.id.text;
                      });
      if (!is_own) catalog.layouts.push_back(std::move(layout));
    }
    catalog.arenas.push_back(std::move(document.arena));
  }
}

}  // namespace catalog::compile
