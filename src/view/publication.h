#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/changes.h"
#include "diagnostics/diagnostics.h"
#include "resolve/edition.h"
#include "source/embedded.h"
#include "source/tree.h"
#include "theme/theme.h"
#include "view/table.h"

namespace catalog::view {

/// An edition arranged for readers: all that an output may know. Outputs are
/// Chinese whatever the locale.
struct Publication {
  const resolve::Edition* edition = nullptr;
  std::string title;           // of the catalog
  std::string place;           // of the jurisdiction; empty for a national base
  std::string issuer;          // 编制单位; empty where it is not known
  std::string body;            // whose duties alone it shows; else empty
  std::string version;         // may be empty
  std::string date;            // 2026年1月15日
  std::string levels;          // 适用层级: 县级、乡级
  std::vector<Table> domains;  // a table a domain, in order
  std::vector<Table> views;    // further tables over the same items
  Table laws;
  Table bodies;
  Table statistics;
  Table waivers;             // departures that were approved; may have no rows
  Table adjustments;         // the record of 动态调整; likewise
  std::vector<Table> flows;  // a flow's steps; see view/flow_chart.h
  /// How it departs from the catalog that it extends; see view/base_changes.h.
  compare::Changes base_changes;
  /// What changed since the last edition; nothing where none was named, or
  /// that had none of this place.
  std::optional<compare::Changes> last_changes;
  /// The names of all outputs that are made from it and lie beside each
  /// other, so that one may lead to the others.
  std::vector<std::string> formats;
  /// The files that its values come from, where they come from several
  /// catalogs; null for a catalog that stands alone.
  const source::SourceTree* sources = nullptr;
  /// How the site looks, where the catalog says so; else null.
  const theme::Theme* theme = nullptr;
  /// Where it is built together with those of other places: the way from its
  /// folder to the one that they all lie in, each by its code. Else empty.
  std::string around;
};

/// The layouts that come with the program, as source files.
std::span<const source::EmbeddedFile> embedded_files();

/// Reports what layouts and views name and nothing is known by.
void check(const resolve::Edition& edition, diagnostics::Diagnostics& found);

/// Arranges an edition. Expects that it was checked without an error. `sources`
/// are the files that its values come from, where it stands on a base: then
/// values that depart from the base say so.
Publication arrange(const resolve::Edition& edition,
                    const source::SourceTree* sources = nullptr);

}  // namespace catalog::view
