#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "source/tree.h"
#include "syntax/edit.h"
#include "syntax/read.h"

namespace catalog::sync {

/// The files of one catalog while they are being changed, in memory. Every
/// change is made from the text as it is then, and touches only the bytes
/// concerned.
class Sources {
 public:
  /// Of a tree only its own files.
  explicit Sources(const source::SourceTree& tree);

  /// The paths, in order.
  std::vector<std::string> paths() const;
  /// A file as it reads now; empty where there is none yet.
  const syntax::Document& document(const std::string& path);

  void apply(const std::string& path, const source::Edits& edits);
  void add(const std::string& path, std::string bytes);

  /// Makes a value what it ought to be, by the smallest edits. `find` gives
  /// its node.
  using Find = std::function<std::optional<syntax::Node>(
      const syntax::Document& document)>;
  void patch(const std::string& path, const Find& find,
             const syntax::Draft& value);

  /// New bytes by path, of the files that changed.
  std::map<std::string, std::string> changed() const;
  /// Whether some file can no longer be read: nothing may be written then.
  bool is_broken() const { return is_broken_; }

 private:
  struct File {
    std::string bytes;
    bool is_changed = false;
    std::unique_ptr<source::SourceTree> tree;  // that the document is of
    std::optional<syntax::Document> document;
  };
  std::map<std::string, File> files_;
  bool is_broken_ = false;
};

/// The value of a key; nothing where the node has none.
std::optional<syntax::Node> child(std::optional<syntax::Node> node,
                                  std::string_view key);

/// The entry of `items` with an id.
std::optional<syntax::Node> item_in(const syntax::Document& document,
                                    std::string_view id);

/// The entry of `adjust` that is about one item alone, everywhere or in one
/// place only.
std::optional<syntax::Node> adjustment_in(const syntax::Document& document,
                                          std::string_view item,
                                          std::string_view only);

}  // namespace catalog::sync
