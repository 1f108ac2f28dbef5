#pragma once

#include <string>
#include <vector>

#include "emit/sink.h"
#include "view/publication.h"

namespace catalog::emit {

/// One of several editions that lie below each other in the output folder.
struct IndexEntry {
  std::string folder;  // the division code
  std::string place;
  std::string level;  // county, town …
  std::string under;  // the folder of the edition above; may be empty
  std::size_t items = 0;
  bool is_assumed = false;           // made up for an example
  std::vector<std::string> formats;  // the names of the outputs in it
};

/// The folder of an edition that is built together with others.
std::string folder_of(const resolve::Edition& edition);

/// Notes an edition before its publication is freed.
IndexEntry entry_of(const view::Publication& publication, std::string folder);

/// `index.html`, its style sheet and `index.json` over all of them: where each
/// lies, and how many items it has. `first` gives the catalog's title, version
/// and date.
void index(const view::Publication& first,
           const std::vector<IndexEntry>& entries, const Sink& sink);

}  // namespace catalog::emit
