#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/item.h"
#include "resolve/catalog.h"
#include "resolve/citations.h"

namespace catalog::resolve {

/// Reads the basis of items. Thousands of entries say the same, so each
/// wording is read once, into `readings`; both must outlive the citations.
class BasisReader {
 public:
  BasisReader(const LawIndex& index, CitationReadings& readings)
      : index_(index), readings_(readings) {}

  /// What stands as an id, its law not looked for yet, or is declared to be
  /// mere text.
  Citation of_id(const model::BasisEntry& entry);

  /// Adds the citations of a printed entry, and between them the words that
  /// name no text, in the order of the entry.
  void add_printed(const model::BasisEntry& entry, std::vector<Citation>& into);

 private:
  struct Article {
    std::string_view text;  // in its printed form
    const phrase::Citation* reading = nullptr;
  };
  Article article_of(std::string_view text);
  std::vector<Citation> printed(std::string_view text);
  Citation cited(phrase::Citation&& said);
  const phrase::Citation* keep(phrase::Citation&& said) {
    return &readings_.citations.emplace_back(std::move(said));
  }
  std::string_view keep(std::string text) {
    return readings_.texts.emplace_back(std::move(text));
  }

  const LawIndex& index_;
  CitationReadings& readings_;
  std::unordered_map<std::string_view, Article> articles_;
  std::unordered_map<std::string_view, std::vector<Citation>> printed_;
};

}  // namespace catalog::resolve
