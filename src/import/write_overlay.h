#pragma once

#include <string>

#include "import/overlay.h"

namespace catalog::import {

/// The sections of an overlay, and what a person must decide before there can
/// be more of them.
struct OverlayText {
  std::string sections;  // `bind` and `adjust`; empty where nothing differs
  std::string remarks;   // comments: what the base asks and the tables lack
};

OverlayText text_of(const Imported& imported, const Base& base,
                    const Overlay& overlay);

}  // namespace catalog::import
