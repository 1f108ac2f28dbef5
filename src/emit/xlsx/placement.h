#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "emit/xlsx/paging.h"
#include "emit/xlsx/sheet_names.h"
#include "view/appendices.h"
#include "view/publication.h"

namespace catalog::emit {

/// Which rows of its sheet a table's parts take.
struct Placement {
  /// From `first`, `count` rows: more than one where a row is higher than
  /// Excel allows.
  struct Rows {
    std::uint32_t first = 0;
    std::uint32_t count = 1;

    std::uint32_t last() const { return first + count - 1; }
  };
  std::uint32_t way_back = 0;  // the link to the index
  std::uint32_t title = 1;
  std::optional<std::uint32_t> subtitle;
  std::optional<std::uint32_t> note;
  std::uint32_t header = 0;
  std::vector<Rows> rows;  // one a row of the table
  std::uint32_t end = 0;   // the row below the table
};

Placement placement_of(const view::Table& table);

/// How high, in points, the rows above a measured table are.
struct Head {
  double title = 0;
  double subtitle = 0;
  double note = 0;
};
inline constexpr double title_points = 18;
Head head_of(const view::Table& table);

/// A table, cut into pages, and the sheet that shows it.
struct TableSheet {
  std::string name;
  /// Before it was cut, where it lives as long: of tables of items.
  const view::Table* whole = nullptr;
  std::size_t entries = 0;  // its items or else its rows, before it was cut
  view::Table table;
  std::vector<std::uint32_t> breaks;
  Placement placement;
};

/// Which of a publication's tables a workbook has: all, to be filled in and
/// taken back, or those of its domains, to be read, with nothing hidden.
enum class Extent { all, domains };

/// All sheets of a workbook, in order, and where links lead.
class Contents {
 public:
  explicit Contents(const view::Publication& publication,
                    Extent extent = Extent::all);
  Contents(const Contents&) = delete;
  Contents& operator=(const Contents&) = delete;

  std::string cover;
  std::string index;
  std::vector<TableSheet> domains;
  std::vector<TableSheet> views;
  std::vector<TableSheet> others;  // laws, bodies, approvals …
  std::string lists;  // what cells offer to choose from; empty: nothing

  /// The place of a table of items among those of domains and views.
  std::size_t number_of(const view::Table& table) const;

  /// Where a link leads to, as Sheet::write_link takes it; nothing where the
  /// workbook does not show that, or a url is not one to click.
  std::optional<std::string> target(const view::Link& link) const;

  /// Where the items stand that rest on the law, or fall to the body, of a row
  /// of a register; nothing for other tables.
  std::optional<std::string> references_of(const view::Table& table,
                                           const view::Row& row) const;

 private:
  void add(std::vector<TableSheet>& to, const view::Table& table);
  void add_own(std::vector<TableSheet>& to, view::Table table);
  void add_others(const view::Publication& publication);
  void find_anchors(const view::Publication& publication);

  using Targets = std::unordered_map<std::string, std::string>;
  Targets* anchors_of(const view::Table& table);
  Targets tables_;
  Targets items_;
  Targets laws_;
  Targets bodies_;
  Targets citations_;  // by law
  Targets duties_;     // by body
  SheetNames names_;
};

}  // namespace catalog::emit
