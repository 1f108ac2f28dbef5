#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/changes.h"

namespace catalog::compare {

/// A field of an entry of a registry as a comparison sees it.
struct EntryField {
  std::string_view key;  // of the source language
  diagnostics::Words name;
  Effect effect;  // of a change
  std::vector<std::string> lines;
};

/// An entry of a registry, described.
struct Entry {
  std::string id;
  std::string name;
  std::vector<EntryField> fields;
};

/// The catalog itself as the only entry of its kind.
Entry described_manifest(const resolve::Edition& edition, Knows knows);

/// All entries of a registry. `knows` is what both sides can tell; kinds that
/// a built catalog.json lacks have none then.
std::vector<Entry> described(const resolve::Edition& edition, Kind kind,
                             Knows knows);

/// Whether a built catalog.json has such entries.
bool is_published(Kind kind);

}  // namespace catalog::compare
