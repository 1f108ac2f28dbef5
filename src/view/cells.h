#pragma once

#include <string>
#include <vector>

#include "model/layout.h"
#include "resolve/edition.h"

namespace catalog::view {

/// Prints the values of one domain's or view's items as a layout wants them.
class Cells {
 public:
  Cells(const resolve::Edition& edition, const model::Layout& layout)
      : edition_(edition),
        layout_(layout),
        note_explains_off_(layout.header_note.text.find(layout.glyphs.off) !=
                           std::string_view::npos) {}

  /// What a column shows of an item; `number` is the item's place in its
  /// table, from 1. Nothing where the column's value has no meaning.
  std::string text(const model::Column& column, const resolve::Item& item,
                   std::size_t number) const;

 private:
  std::string name(const resolve::Item& item, std::string_view level) const;
  std::string code(const resolve::Item& item, std::string_view part) const;
  std::string content(const model::Column& column,
                      const resolve::Item& item) const;
  std::string basis(const model::Column& column,
                    const resolve::Item& item) const;
  std::string timing(const resolve::Item& item) const;
  std::string body(const resolve::Item& item) const;
  std::string contact(std::string_view part, const resolve::Item& item) const;
  std::string boxes(const resolve::Item& item) const;
  std::string channel_names(const resolve::Item& item) const;
  std::string audience(std::string_view part, const model::Column& column,
                       const resolve::Item& item) const;
  std::string modes(std::string_view part, const resolve::Item& item) const;
  std::string levels(std::string_view part, const resolve::Item& item) const;
  std::string supervision(std::string_view part,
                          const resolve::Item& item) const;
  std::string terms(std::string_view taxonomy, const resolve::Item& item) const;
  std::string element(std::string_view id, const resolve::Item& item) const;
  std::string tick(bool on) const;

  const resolve::Edition& edition_;
  const model::Layout& layout_;
  bool note_explains_off_;  // that an open box is a channel too
};

/// A law as it is cited: 《title》（number）article.
std::string citation_text(const resolve::Edition& edition,
                          const resolve::Citation& citation);

/// Lines joined by '\n', numbered from 1 where the column says so.
std::string joined_lines(const std::vector<std::string>& lines, model::As as);

}  // namespace catalog::view
