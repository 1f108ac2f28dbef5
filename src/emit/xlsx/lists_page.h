#pragma once

#include <string>
#include <vector>

#include "view/publication.h"

namespace catalog::emit {

/// What the cells of a workbook offer to choose from, each a column of its
/// hidden sheet.
class Lists {
 public:
  /// `sheet` is the name of that sheet.
  Lists(const view::Publication& publication, std::string sheet);

  /// What a column's cells offer, as Sheet::offer takes it; empty: nothing.
  std::string for_column(const view::Table& table,
                         const view::Column& column) const;

  struct List {
    std::string title;
    std::vector<std::string> texts;
  };
  const std::vector<List>& all() const { return all_; }

 private:
  enum Place { bodies, channels, boxes, modes, levels };
  std::string range_of(Place place) const;

  std::string sheet_;
  std::string on_;  // the glyph of the list of boxes
  std::vector<List> all_;
};

}  // namespace catalog::emit
