#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "resolve/catalog.h"

namespace catalog::resolve {

/// A printed citation taken apart: 《中华人民共和国义务教育法》第十二条.
struct PrintedCitation {
  std::string_view title;    // without the outer 《》
  std::string_view article;  // from 第 on, may be empty
};

/// Reads the first title in 《》, which may hold further 《》, and what follows
/// it. Nothing where there is no whole title.
std::optional<PrintedCitation> printed_citation(std::string_view text);

/// Finds laws by their printed title or one of their aliases.
class TitleIndex {
 public:
  explicit TitleIndex(const Registry<LawId, model::Law>& laws);

  std::optional<LawId> find(std::string_view title) const;

 private:
  std::unordered_map<std::string_view, LawId> by_title_;
};

}  // namespace catalog::resolve
