#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "emit/sink.h"
#include "view/publication.h"

namespace catalog::test {

/// A publication made by hand, so that the outputs are tested by themselves:
/// three domains in the official header, merged cells, a view with headings,
/// laws in force and repealed, values that differ by level, and one item
/// whose every field is hostile.
struct Sample {
  resolve::ResolvedCatalog catalog;
  resolve::Edition edition;
  view::Publication publication;
};

/// With `more` further items in the first domain.
std::unique_ptr<Sample> make_sample(std::size_t more = 0);

/// Hostile texts; each has to appear as text.
inline constexpr std::string_view hostile_name =
    "<script>alert(1)</script>\"'&\u202e=cmd|' /C calc'!A0";
inline constexpr std::string_view hostile_url = "javascript:alert(1)";

using Files = std::map<std::string, std::string>;

/// Everything an emitter hands on, by path.
Files files_of(void (*emit)(const view::Publication&, const emit::Sink&),
               const view::Publication& publication);

}  // namespace catalog::test
