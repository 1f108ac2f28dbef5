#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compare/effect.h"
#include "compare/item.h"
#include "resolve/edition.h"

namespace catalog::compare {

/// The entries of a field, one by one. To see whether two are equal only
/// their keys are wanted; texts are made where they will be shown.
class Values {
 public:
  explicit Values(bool wants_texts) : wants_texts_(wants_texts) {}

  /// An entry: what tells it from others, and how it is printed.
  template <class Print>
  void add(std::initializer_list<std::string_view> key, Print print) {
    for (const std::string_view part : key) (keys_ += part) += '\x1f';
    keys_ += '\x1e';
    if (wants_texts_) texts_.push_back(print());
  }
  void add(std::string_view text) {
    add({text}, [&] { return std::string(text); });
  }

  /// All keys in a row: equal where the values are.
  const std::string& keys() const { return keys_; }
  const std::vector<std::string>& texts() const { return texts_; }
  std::vector<std::string> take_texts() { return std::move(texts_); }
  void clear() {
    keys_.clear();
    texts_.clear();
  }

 private:
  bool wants_texts_;
  std::string keys_;
  std::vector<std::string> texts_;
};

/// A field of an item as a comparison sees it.
struct ItemFieldRow {
  model::ItemField field;
  std::string_view key;  // of the source language
  diagnostics::Words name;
  /// A built catalog.json has it.
  bool is_published;
  /// Of what changed without a change of duty.
  Effect otherwise;
  void (*write)(const resolve::Edition& edition, const resolve::Item& item,
                Values& out);
  /// Null where no duty hangs on it.
  FieldOrder (*order)(const Reading& now, const Reading& base,
                      const days::Calendar& calendar);
};

/// In the order in which changes are told.
std::span<const ItemFieldRow> item_field_rows();

}  // namespace catalog::compare
