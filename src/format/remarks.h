#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/tree.h"
#include "syntax/trivia.h"

namespace catalog::format {

/// A comment on a line of its own.
struct Remark {
  std::string_view text;
  bool is_after_blank = false;  // a blank line stands above
};

/// The comments that belong to a node.
struct Remarks {
  std::vector<Remark> above;  // of an entry by its key, or of an item
  std::string behind;         // on its line, with the blanks before it
  std::vector<Remark> below;  // at the end of a collection
};

/// The comments of a document, each with what it belongs to: a comment above
/// an entry or item goes with it, one behind a value with the value, one that
/// is indented like the entries above it, and deeper than what follows, closes
/// their collection.
class Attached {
 public:
  explicit Attached(const syntax::Document& document);

  /// What stands at the head of the file and belongs to all of it: the line
  /// for editors, and comments that a blank line sets apart.
  const std::vector<Remark>& header() const { return header_; }

  /// Whether a blank line stands between it and the rest.
  bool is_blank_below_header() const { return is_blank_below_header_; }

  const Remarks& of(syntax::Node node) const;

  /// Whether anything inside a collection has comments.
  bool is_inside(syntax::Node collection) const;

  /// Whether a blank line stands above an entry's key or above an item.
  bool is_after_blank(syntax::Node unit) const;

 private:
  struct Role {
    std::uint32_t parent = 0;
    bool is_value = false;  // of a key
  };
  void learn_roles();
  std::size_t take_header(const std::vector<syntax::Comment>& comments);
  void attach(const syntax::Comment& comment);
  void attach_behind(const syntax::Comment& comment, std::uint32_t next);
  void attach_alone(const syntax::Comment& comment, std::uint32_t next);
  void put_below(const syntax::Comment& comment, std::uint32_t collection);
  void put_behind(const syntax::Comment& comment, std::uint32_t node);
  void put_above(const syntax::Comment& comment, std::uint32_t next);
  const syntax::NodeData& data(std::uint32_t index) const {
    return document_.nodes[index];
  }
  Remark remark(const syntax::Comment& comment) const;
  std::string_view text(const syntax::Comment& comment) const;

  const syntax::Document& document_;
  std::vector<Role> roles_;
  std::vector<Remark> header_;
  bool is_blank_below_header_ = false;
  std::unordered_map<std::uint32_t, Remarks> remarks_;
};

}  // namespace catalog::format
