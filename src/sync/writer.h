#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/edition.h"
#include "sync/sources.h"
#include "sync/values.h"

namespace catalog::sync {

/// Puts values into the right files: of the catalog's own items where they
/// stand, of a base's items into `adjust`.
class Writer {
 public:
  Writer(const resolve::Edition& edition, const source::SourceTree& tree)
      : edition_(edition), tree_(tree), sources_(tree) {}

  /// The value of a field as it is, to be changed; or why it cannot be.
  std::variant<std::optional<syntax::Draft>, Said> current(
      const resolve::Item& item, model::ItemField field);

  /// Puts a value there, or takes the field away. Nothing: it was done.
  std::optional<Said> put(const resolve::Item& item, model::ItemField field,
                          const Value& value);

  /// A new item at the end of its domain's file.
  void add_item(std::string_view domain, const syntax::Draft& item);
  void add_body(const NewBody& body);

  /// What `put` left to do, once at the end.
  void finish();

  const Sources& sources() const { return sources_; }

 private:
  bool is_own(const resolve::Item& item) const;
  std::string file_of(const resolve::Item& item) const;
  /// The file whose `adjust` speaks of the item alone.
  std::optional<std::string> adjusting(std::string_view id);
  bool is_set_for_several(const resolve::Item& item, model::ItemField field);
  std::optional<Said> put_adjusted(const resolve::Item& item,
                                   model::ItemField field, const Value& value);
  void add_key(const std::string& path, const Sources::Find& find,
               std::string_view key, const syntax::Draft& value);
  std::string file_with(std::string_view section, std::string_view domain,
                        const std::string& otherwise);
  /// The first line of the manifest, where it tells editors of the schema.
  std::string modeline() const;
  std::string only() const;

  const resolve::Edition& edition_;
  const source::SourceTree& tree_;
  Sources sources_;
  /// Entries of `adjust` that are new, by item.
  std::vector<std::pair<std::string, syntax::Draft>> adjustments_;
};

}  // namespace catalog::sync
