#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/allowances.h"
#include "diagnostics/diagnostics.h"
#include "resolve/edition.h"
#include "source/tree.h"
#include "syntax/read.h"
#include "theme/theme.h"

namespace catalog::compile {

/// Told as work goes on; `total` is 0 where it is not known.
using Progress = std::function<void(const diagnostics::Words& doing,
                                    std::size_t done, std::size_t total)>;

/// How to compile, whatever the catalog.
struct Settings {
  diagnostics::Language language = diagnostics::Language::en;
  syntax::Reader reader = syntax::Reader::strict;
  std::optional<days::Date> as_of = {};  // in place of the catalog's date
  unsigned threads = 1;
  Progress progress = [](const auto&, std::size_t, std::size_t) {};
};

/// Bytes that take the place of a file's, by its path below the catalog's
/// folder, or that make a file there: to see what a change would come to.
using Replacements = std::map<std::string, std::string>;

class Bases;

/// A catalog after all stages but the last, and what they found. Its parts
/// refer to each other and to the catalog that it extends, so it stays where
/// it is.
struct Compilation {
  explicit Compilation(diagnostics::Language language);
  ~Compilation();
  Compilation(const Compilation&) = delete;
  Compilation& operator=(const Compilation&) = delete;

  std::unique_ptr<Bases> bases;       // where they are read for it alone
  const Compilation* base = nullptr;  // that it extends
  source::SourceTree tree;
  std::size_t files = 0;  // the author's own
  diagnostics::Diagnostics found;
  std::vector<check::Allowance> allowances;  // of its files' comments
  model::Catalog written;  // of a base: what stands on it is laid over this
  resolve::ResolvedCatalog catalog;
  resolve::Edition edition;
  theme::Theme theme;  // its own, of its site
};

/// Compiles the catalog in a folder as far as its own edition, and checks it:
/// the story of a compile, up to what is written. Mistakes of the author are
/// in `found`; throws Failure where the machine does not give a file. `layer`
/// numbers it among the catalogs of its chain: 0 for the one asked for;
/// `replaced` takes the place of its own files. The settings are those of
/// `bases`.
std::unique_ptr<Compilation> compilation_of(const std::filesystem::path& folder,
                                            std::uint32_t layer, Bases& bases,
                                            const Replacements& replaced = {});

/// The same for a catalog whose bases nobody shares.
std::unique_ptr<Compilation> edition_in(const std::filesystem::path& folder,
                                        const Settings& settings,
                                        const Replacements& replaced = {});

}  // namespace catalog::compile
