#pragma once

#include <functional>
#include <string>

#include "emit/diff/diff.h"
#include "emit/html/markup.h"

namespace catalog::emit {

/// How a change is told on a page.
struct ChangeStyle {
  diagnostics::Words before;  // over the old values
  diagnostics::Words now;     // over the new ones
  /// Its name; else as the change has it.
  std::function<std::string(const compare::Change&)> name = {};
  /// What stands under the name; else its ids, and what is meant by its
  /// coming or going.
  std::function<std::string(const compare::Change&)> about = {};
  /// The page that shows it now; empty where there is none. What is new and
  /// shown is not told again.
  std::function<std::string(const compare::Change&)> address = {};
  bool shows_fate = true;  // before the name
  /// What came or went tells all it says only when asked.
  bool folds = false;
};

/// Writes a change: what it is, its fields with the old and the new value side
/// by side, what is gone or new in them marked, what it means, and why. The
/// rules for it are in diff.css.
void write_change(const Revision& revision, const compare::Change& change,
                  const ChangeStyle& style, site::Markup& out);

}  // namespace catalog::emit
