#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace catalog::syntax {

enum class Kind : std::uint8_t { scalar, sequence, mapping };

/// How a node was written. A scalar is plain, quoted or a block; a collection
/// is block or flow. In JSON, strings are double_quoted and the other literals
/// plain.
enum class Style : std::uint8_t {
  plain,
  single_quoted,
  double_quoted,
  literal,
  folded,
  block,
  flow
};

/// One node of the flat tree. Nodes stand in document order: a mapping, then
/// its first key, that key's value, the second key …; so `next` - the index
/// after the node's last descendant - is also its next sibling.
struct NodeData {
  std::string_view text;    // of a scalar, escapes and folds resolved
  std::uint32_t begin = 0;  // bytes of the file, quotes and brackets included
  std::uint32_t end = 0;
  std::uint32_t next = 0;
  std::uint32_t count = 0;  // items of a sequence, entries of a mapping
  Kind kind = Kind::scalar;
  Style style = Style::plain;
};

enum class Notation : std::uint8_t { yaml, json };

class Node;

/// What was written in one file, each part with its place. Made by a reader,
/// then const. Texts are views into the file's bytes or into `arena`, so the
/// SourceTree must outlive it; whoever keeps texts beyond the document takes
/// the arena over.
///
/// Moved, never copied: the texts of a copy would view another's arena.
struct Document {
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  source::FileId file{};
  std::string_view bytes;
  Notation notation = Notation::yaml;
  std::vector<NodeData> nodes;        // empty: nothing was written
  std::deque<std::string> arena;      // texts that are not as in the file
  std::vector<source::Span> skipped;  // not understood: unknown, never empty

  bool empty() const { return nodes.empty(); }
  Node root() const;
};

/// A view of one node: cheap to copy, good while its Document lives.
class Node {
 public:
  Node(const Document& document, std::uint32_t index)
      : document_(&document), index_(index) {}

  Kind kind() const { return data().kind; }
  Style style() const { return data().style; }
  bool is_scalar() const { return kind() == Kind::scalar; }
  bool is_sequence() const { return kind() == Kind::sequence; }
  bool is_mapping() const { return kind() == Kind::mapping; }
  /// A plain scalar may be a number, a boolean or null; others are text.
  bool is_plain() const { return style() == Style::plain; }
  std::string_view text() const { return data().text; }
  std::uint32_t size() const { return data().count; }
  std::uint32_t index() const { return index_; }
  const Document& document() const { return *document_; }
  source::Span span() const {
    return {document_->file, data().begin, data().end};
  }
  /// Whether a part of it was not understood: what is absent may be there.
  bool is_incomplete() const;

  /// The node after this one and all below it.
  Node next() const { return {*document_, data().next}; }
  Node first_child() const { return {*document_, index_ + 1}; }

  class Items;
  class Entries;
  /// The nodes of a sequence, in order; none for other kinds.
  Items items() const;
  /// The keys and values of a mapping, in order; none for other kinds.
  Entries entries() const;

  friend bool operator==(const Node& a, const Node& b) {
    return a.document_ == b.document_ && a.index_ == b.index_;
  }

 private:
  const NodeData& data() const { return document_->nodes[index_]; }

  const Document* document_;
  std::uint32_t index_;
};

struct Entry {
  Node key;
  Node value;
};

class Node::Items {
 public:
  class Iterator {
   public:
    explicit Iterator(Node node) : node_(node) {}
    Node operator*() const { return node_; }
    Iterator& operator++() {
      node_ = node_.next();
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    Node node_;
  };
  explicit Items(Node node) : node_(node) {}
  Iterator begin() const { return Iterator(node_.first_child()); }
  Iterator end() const {
    return Iterator(node_.is_sequence() ? node_.next() : node_.first_child());
  }

 private:
  Node node_;
};

class Node::Entries {
 public:
  class Iterator {
   public:
    explicit Iterator(Node key) : key_(key) {}
    Entry operator*() const { return {key_, key_.next()}; }
    Iterator& operator++() {
      key_ = key_.next().next();
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    Node key_;
  };
  explicit Entries(Node node) : node_(node) {}
  Iterator begin() const { return Iterator(node_.first_child()); }
  Iterator end() const {
    return Iterator(node_.is_mapping() ? node_.next() : node_.first_child());
  }

 private:
  Node node_;
};

inline Node::Items Node::items() const { return Items(*this); }
inline Node::Entries Node::entries() const { return Entries(*this); }
inline Node Document::root() const { return {*this, 0}; }

}  // namespace catalog::syntax
