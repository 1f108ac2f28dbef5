#pragma once

#include <string>
#include <string_view>

#include "source/tree.h"
#include "syntax/read.h"

namespace catalog::syntax {

/// One text as both readers read it.
struct Readings {
  explicit Readings(std::string_view text);

  source::SourceTree tree;
  diagnostics::Diagnostics strict_found;
  diagnostics::Diagnostics reference_found;
  Document strict;
  Document reference;
};

/// How the two differ, in words; empty where they agree. Both must read the
/// same tree and find the same, or both must find a mistake: how far each gets
/// around a syntax error is its own affair.
std::string difference(const Readings& readings);

/// Whether a difference comes of an error that yaml-cpp 0.7 is known to have
/// (see the table of them in readers_test.cc).
bool is_departure(const Readings& readings);

}  // namespace catalog::syntax
