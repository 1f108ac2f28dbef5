#pragma once

#include <set>
#include <vector>

#include "resolve/edition.h"
#include "view/publication.h"

namespace catalog::view {

/// A body, and the items of an edition that it publishes, alone or with
/// others.
struct Duties {
  resolve::BodyId body{};
  std::vector<resolve::ItemId> items;
};

/// Who publishes an item here, each once.
std::set<resolve::BodyId> publishers_of(const resolve::Edition& edition,
                                        resolve::ItemId item);

/// Of every body that publishes something, in the order of the registry; items
/// as in the edition.
std::vector<Duties> duties_of(const resolve::Edition& edition);

/// The edition with the items of one body only.
resolve::Edition edition_of(const resolve::Edition& edition,
                            const Duties& duties);

/// What a body is to publish (责任分解表), for it to confirm: one table in the
/// layout `duties`, grouped by domain, and the laws it rests on. `of_body` is
/// the edition of its items, and must outlive it.
Publication duties_publication(const resolve::Edition& of_body,
                               const model::Body& body,
                               const source::SourceTree* sources);

/// All bodies in one table, each with the path of the file that has its
/// duties, and room to note when that was sent and came back.
Table list_of_duties(const resolve::Edition& edition,
                     const std::vector<Duties>& all);

/// Where the workbook of a body lies in the output.
std::string path_of_duties(const model::Body& body);

}  // namespace catalog::view
