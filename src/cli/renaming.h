#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/mentions.h"
#include "source/tree.h"
#include "syntax/tree.h"

namespace catalog::cli {

/// A folder of source files, read.
struct Folder {
  std::filesystem::path path;
  source::SourceTree tree;
  std::vector<syntax::Document> documents;
  std::vector<model::Mention> mentions;
};

/// An id that is to be renamed.
struct Subject {
  model::IdKind kind{};
  std::string owner;  // of a term its taxonomy, of a node its flow
  std::string old_id;
  std::string new_id;

  bool is(const model::Mention& mention, std::string_view id) const {
    return mention.kind == kind && mention.id == id && mention.owner == owner;
  }
};

/// What a renaming makes of one folder's files.
struct Renamed {
  std::map<source::FileId, std::string> files;  // new bytes of those it changes
  std::size_t places = 0;
};

/// Renames an id wherever a folder mentions it. Of an item the earlier id stays
/// known, and its domain; items that belong to a domain by their ids say so
/// from then on.
Renamed renamed(const Folder& folder, const Subject& subject);

}  // namespace catalog::cli
