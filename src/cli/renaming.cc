#include "cli/renaming.h"

#include <optional>
#include <utility>

#include "syntax/edit.h"

namespace catalog::cli {
namespace {

using model::IdKind;
using model::Mention;
using syntax::Draft;
using syntax::Node;

std::optional<Node> value_of(Node mapping, std::string_view name) {
  for (const auto [key, value] : mapping.entries())
    if (key.text() == name) return value;
  return std::nullopt;
}

std::string_view first_part(std::string_view id) {
  return id.substr(0, id.find('/'));
}

/// The changes in one folder's files.
class Renaming {
 public:
  Renaming(const Folder& folder, const Subject& subject)
      : folder_(folder), subject_(subject) {
    for (const Mention& mention : folder.mentions)
      if (subject.is(mention, subject.old_id)) rename(mention);
    if (subject.kind == IdKind::domain) write_domains();
  }

  Renamed result() const {
    Renamed all;
    all.places = places_;
    for (const auto& [file, edits] : edits_)
      if (auto bytes = source::apply(folder_.tree[file].bytes, edits))
        all.files[file] = std::move(*bytes);
    return all;
  }

 private:
  void add(const source::Edits& edits) {
    for (const source::TextEdit& edit : edits)
      edits_[edit.span.file].push_back(edit);
  }

  void rename(const Mention& mention) {
    ++places_;
    const std::string_view whole = mention.node.text();
    const auto at = static_cast<std::size_t>(mention.id.data() - whole.data());
    const std::string text = std::string(whole.substr(0, at)) +
                             subject_.new_id +
                             std::string(whole.substr(at + mention.id.size()));
    add(mention.is_key ? syntax::rename_key(mention.node, text)
                       : syntax::replace_value(mention.node, Draft::of(text)));
    if (subject_.kind == IdKind::item && mention.defines)
      remember(*mention.defines);
  }

  /// The earlier id stays known, and the item in its domain.
  void remember(Node item) {
    const Draft old = Draft::of(subject_.old_id);
    if (const auto replaces = value_of(item, "replaces")) {
      bool is_back = false;
      for (const Node each : replaces->items())
        if (each.text() == subject_.new_id) {
          add(syntax::replace_value(each, old));
          is_back = true;
        }
      if (!is_back) add(syntax::add_item(*replaces, old));
    } else {
      add(syntax::add_entry(item, "replaces", Draft::list({old})));
    }
    const std::string_view domain = first_part(subject_.old_id);
    if (!names_domain(item) && first_part(subject_.new_id) != domain)
      add(syntax::add_entry(item, "domain", Draft::of(std::string(domain))));
  }

  /// Whether an item says its domain, itself or by its file's defaults.
  static bool names_domain(Node item) {
    if (value_of(item, "domain")) return true;
    const auto defaults = value_of(item.document().root(), "defaults");
    return defaults && value_of(*defaults, "domain");
  }

  /// Items that belong to a domain by the first part of their ids say so from
  /// now on: their own ids stay.
  void write_domains() {
    for (const Mention& mention : folder_.mentions)
      if (mention.kind == IdKind::item && mention.defines &&
          first_part(mention.id) == subject_.old_id &&
          !names_domain(*mention.defines)) {
        ++places_;
        add(syntax::add_entry(*mention.defines, "domain",
                              Draft::of(subject_.new_id)));
      }
  }

  const Folder& folder_;
  const Subject& subject_;
  std::map<source::FileId, source::Edits> edits_;
  std::size_t places_ = 0;
};

}  // namespace

Renamed renamed(const Folder& folder, const Subject& subject) {
  return Renaming(folder, subject).result();
}

}  // namespace catalog::cli
