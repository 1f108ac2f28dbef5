#include "compile/compile.h"

#include <utility>
#include <vector>

#include "check/allowances.h"
#include "check/rules.h"
#include "compile/bases.h"
#include "compile/builtin.h"
#include "compile/files.h"
#include "compile/guides.h"
#include "compile/refusals.h"
#include "compile/schemas.h"
#include "compile/theme.h"
#include "model/read.h"
#include "resolve/join.h"
#include "resolve/overlay.h"
#include "schema/schema.h"
#include "view/publication.h"

namespace catalog::compile {

namespace {

/// A tree with other bytes in some files; those that it lacks come last.
source::SourceTree with(const Replacements& replaced, source::SourceTree tree) {
  if (replaced.empty()) return tree;
  source::SourceTree changed(tree.layer());
  Replacements left = replaced;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const source::File& file = tree[tree.id(i)];
    const auto now = left.extract(file.path);
    changed.add(file.path, now.empty() ? file.bytes : now.mapped());
  }
  for (auto& [path, bytes] : left) changed.add(path, std::move(bytes));
  return changed;
}

/// What the comments of all its bases allow.
std::vector<check::Allowance> allowances_below(const Compilation& run) {
  std::vector<check::Allowance> all;
  for (const Compilation* base = run.base; base != nullptr; base = base->base)
    all.insert(all.end(), base->allowances.begin(), base->allowances.end());
  return all;
}

}  // namespace

Compilation::Compilation(diagnostics::Language language) : found(language) {}
Compilation::~Compilation() = default;

std::unique_ptr<Compilation> compilation_of(const std::filesystem::path& folder,
                                            std::uint32_t layer, Bases& bases,
                                            const Replacements& replaced) {
  const Settings& settings = bases.settings();
  auto run = std::make_unique<Compilation>(settings.language);
  diagnostics::Diagnostics& found = run->found;

  // Every file's bytes; they never change. What lies in the folder and is no
  // file to read is named.
  source::Loaded loaded = source::load(folder, layer);
  run->tree = with(replaced, std::move(loaded.tree));
  run->files = run->tree.size();
  report(loaded.refused, run->tree, found);

  // What was written, each part with its place.
  std::vector<syntax::Document> documents = documents_of(*run, settings);

  // What their comments allow.
  for (const syntax::Document& document : documents)
    for (check::Allowance& each : check::allowances_in(document))
      run->allowances.push_back(std::move(each));

  // Whether it has the right form: that of the language, then what the
  // catalog itself asks on top.
  Schemas schemas(folder, run->tree, documents, found);
  for_each_file(*run, settings, {"validating", "校验"},
                [&](std::size_t i, diagnostics::Diagnostics& of_file) {
                  schemas.validate(documents[i], of_file);
                });

  // How its site is to look, which means nothing else.
  run->theme = theme_in(folder, run->tree, documents, found);

  // What it means: typed, its names not yet joined. The layouts that come
  // with the program are read like the author's own. The texts that go with
  // the catalog are no YAML and come along as they are.
  const source::FileId manifest = file_of_manifest(run->tree, run->files);
  model::Catalog written = model::read(std::move(documents), manifest, found);
  load_guides(folder, run->tree, written, found);

  // The catalog that it extends, by the same stages and once for all who do;
  // then what this one says laid over it, step by step.
  run->base = bases.base_of(folder, written.manifest, found);
  if (run->base != nullptr) {
    run->tree.stand_on(run->base->tree);
    written = resolve::overlaid(run->base->written, std::move(written), found);
  } else {
    add_builtin_layouts(run->tree, written, found);
    const bool lost_its_base = !written.manifest.extends.empty();
    if (lost_its_base) written.incomplete.set();
    if (!lost_its_base) written = resolve::alone(std::move(written), found);
  }
  if (layer > 0) {
    run->written = written;
    run->written.arenas.clear();  // the resolved catalog keeps them
    run->written.readings = {};
  }

  // Every name followed to where it leads; then what holds in the catalog's
  // own place on its date, or on the day that was asked for.
  run->catalog = resolve::catalog_of(std::move(written), found);
  if (run->base != nullptr) run->catalog.base = &run->base->catalog;
  run->edition = resolve::edition_of(run->catalog, settings.as_of);

  // Whether it is any good, here and in the places below.
  settings.progress({"checking", "检查"}, 0, 0);
  check::run(run->edition, found,
             run->base == nullptr ? nullptr : &run->base->found,
             settings.threads);
  view::check(run->edition, found);
  check::allow(run->allowances, allowances_below(*run), run->edition, found);
  return run;
}

std::unique_ptr<Compilation> edition_in(const std::filesystem::path& folder,
                                        const Settings& settings,
                                        const Replacements& replaced) {
  auto bases = std::make_unique<Bases>(settings);
  auto run = compilation_of(folder, 0, *bases, replaced);
  run->bases = std::move(bases);
  return run;
}

}  // namespace catalog::compile
