#pragma once

#include <memory>

#include "view/measure.h"
#include "view/publication.h"

namespace catalog::emit {

/// A publication with what makes outputs hard: cells merged down and across,
/// long texts, boxes, groups, links, and texts that look like formulas,
/// escapes and markup.
struct Sample {
  resolve::ResolvedCatalog catalog;
  resolve::Edition edition;
  view::Publication publication;
};

std::unique_ptr<Sample> sample();

/// The hostile texts of the sample; each stands in a cell of its own.
extern const std::vector<std::string> hostile_texts;

}  // namespace catalog::emit
