#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/read.h"
#include "phrase/citation.h"
#include "resolve/citations.h"
#include "resolve/join.h"
#include "source/tree.h"
#include "syntax/read.h"

namespace catalog::resolve {
namespace {

namespace fs = std::filesystem;

ResolvedCatalog base_catalog(const source::SourceTree& tree) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  std::vector<syntax::Document> documents;
  for (std::size_t i = 0; i < tree.size(); ++i)
    documents.push_back(syntax::read(tree, tree.id(i), found));
  return catalog_of(model::read(std::move(documents), tree.id(0), found),
                    found);
}

/// What became of the citations of the published rows.
struct Tally {
  std::size_t listed = 0;        // as the table's readers counted them
  std::size_t read = 0;          // of these, found where they stand
  std::size_t registered = 0;    // led to a law
  std::size_t unregistered = 0;  // a title, reported as not registered
  std::size_t slips = 0;         // words that name no text, reported
  std::size_t lost = 0;          // neither
};

/// CATALOG_CITATIONS=FILE writes what each citation was read as, for a look.
class Account {
 public:
  Account() {
    if (const char* path = std::getenv("CATALOG_CITATIONS")) file_.open(path);
  }
  void line(std::string_view cell, std::string_view read,
            std::string_view law) {
    if (file_) file_ << cell << '\t' << read << '\t' << law << '\n';
  }

 private:
  std::ofstream file_;
};

void count(const nlohmann::json& row, const ResolvedCatalog& catalog,
           const LawIndex& index, Account& account, Tally& tally) {
  const auto cell = row.at("basis_raw").get<std::string>();
  const phrase::Basis basis = phrase::basis(cell);
  for (const phrase::Citation& each : basis.citations) {
    const auto match = index.find(each);
    ++(match.law ? tally.registered : tally.unregistered);
    account.line(
        cell, phrase::canonical(each),
        match.law ? catalog[*match.law].title.text : std::string_view("-"));
  }
  for (const auto& listed : row.at("basis")) {
    ++tally.listed;
    const auto text = listed.get<std::string>();
    std::size_t place = cell.find(text.substr(0, text.find_first_of("(…")));
    if (place == std::string::npos) place = 0;
    const auto covers = [&](phrase::Range range) {
      return range.begin <= place + text.size() && place < range.end;
    };
    bool is_read = false, is_slip = false;
    for (const auto& each : basis.citations)
      is_read = is_read || covers(each.range);
    for (const auto& each : basis.slips)
      is_slip = is_slip || covers(each.range);
    ++(is_read ? tally.read : is_slip ? tally.slips : tally.lost);
  }
}

TEST_CASE("the citations of the published tables are resolved or reported") {
  const fs::path root = CATALOG_SOURCE_DIR;
  const fs::path path = root / "../shared/data/published-rows.jsonl";
  std::ifstream rows(path);
  if (!rows) {
    MESSAGE("skipped: there is no ", path.string());
    return;
  }
  const auto loaded = source::load(root / "catalog");
  const ResolvedCatalog catalog = base_catalog(loaded.tree);
  const LawIndex index(catalog.laws, "");
  Account account;
  Tally tally;
  for (std::string line; std::getline(rows, line);) {
    const auto row = nlohmann::json::parse(line);
    if (row.at("basis_raw").is_string() && row.at("basis").is_array())
      count(row, catalog, index, account, tally);
  }
  MESSAGE(tally.listed, " citations: ", tally.read, " read, ", tally.slips,
          " reported as naming no text or cut off, ", tally.lost, " lost; of ",
          tally.registered + tally.unregistered, " titles and numbers ",
          tally.registered, " are of the registry, ", tally.unregistered,
          " reported as not registered");
  CHECK(tally.listed > 800);
  CHECK(100 * (tally.read + tally.slips) >= 95 * tally.listed);
  CHECK(100 * tally.registered >= 85 * (tally.registered + tally.unregistered));
}

}  // namespace
}  // namespace catalog::resolve
