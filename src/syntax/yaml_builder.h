#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "syntax/tree.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {

/// Thrown out of the parser, and caught by who called it, at what the parser
/// would accept and we do not read on from.
struct Halt {
  enum class Reason { too_deep, unclosed_quote };
  Reason reason;
  std::size_t at = 0;
};

/// A collection that is being read.
struct OpenCollection {
  std::uint32_t node = 0;
  bool is_mapping = false;
  bool is_flow = false;
  bool is_pair = false;      // `a: b` in a flow sequence, without braces
  bool wants_value = false;  // its last key has no value yet
  bool has_colon = false;    // after its last key
  std::size_t column = 0;    // of its first key or dash
  std::vector<std::uint32_t> keys;
  std::optional<std::size_t> unsound;  // where its last entry was refused
};

/// Makes a document of yaml-cpp's events. The marks say where nodes begin; the
/// builder keeps a cursor behind the last one it placed and walks from there
/// over what lies between the nodes, which is where tabs, anchors and tags
/// are. It reports all that leaves the file readable.
class YamlBuilder final : public YAML::EventHandler {
 public:
  /// `text` is the document's bytes made fit for reading; marks count from
  /// `base` on.
  YamlBuilder(std::string_view text, std::size_t base, Document& document,
              diagnostics::Diagnostics& found);

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  /// Walks to the end of the file. Gives the place of what does not belong to
  /// the document, if there is such.
  std::optional<std::size_t> finish();

  /// Closes what is open where reading stopped. A key that has no value yet is
  /// taken back.
  void abandon();

  /// What the refused constructs make unknown; complete after the last event.
  std::vector<source::Span> poisoned() const;

  /// Those of them in which a key or an item of what is around was meant, so
  /// that nothing can be said to be missing there.
  std::vector<source::Span> unread() const;

  // For the words of a syntax error.
  std::size_t cursor() const { return cursor_; }
  const std::vector<OpenCollection>& open() const { return open_; }
  const Document& document() const { return document_; }
  /// The scalar read last, if any, and the column of the block collection
  /// that was closed behind it.
  std::optional<std::uint32_t> last_scalar() const { return last_scalar_; }
  std::optional<std::size_t> closed_column() const { return closed_column_; }

 private:
  /// A refused part: from a place to the end of a node.
  struct Refused {
    std::size_t begin;
    std::uint32_t value;
    bool hides_key;
  };

  OpenCollection* parent() { return open_.empty() ? nullptr : &open_.back(); }
  source::Span span(std::size_t begin, std::size_t end) const;
  source::Span span(const Refused& each) const;
  bool has_break(std::size_t begin, std::size_t end) const;

  void pass(std::size_t to);
  void pass_tab();
  void pass_property();
  void pass_separator();
  std::size_t enter(const YAML::Mark& mark);

  std::uint32_t add(std::size_t begin, Kind kind, Style style);
  void add_scalar(std::size_t begin, std::size_t end, Style style,
                  std::string_view value);
  void add_null(std::size_t at);
  void start(const YAML::Mark& mark, Kind kind, bool is_flow);
  void end_collection();
  void close(std::uint32_t node, std::size_t end);
  void take_key(OpenCollection& mapping, std::uint32_t node);
  void take_value(OpenCollection& mapping, std::uint32_t node);
  void check_colon(OpenCollection& mapping);
  void check_keys(const OpenCollection& mapping);
  void check_swallowed(std::uint32_t node);
  bool belongs(std::size_t at);
  std::size_t end_of_quoted(std::size_t begin) const;

  std::string_view text_;
  std::size_t base_;
  Document& document_;
  diagnostics::Diagnostics& found_;
  scan::Columns columns_;
  std::size_t cursor_ = 0;
  std::size_t value_after_ = 0;  // where the last colon or dash ended
  std::vector<OpenCollection> open_;
  std::optional<std::uint32_t> last_scalar_;
  std::optional<std::size_t> closed_column_;
  std::optional<std::size_t> property_;       // before the node to come
  std::optional<std::size_t> question_mark_;  // before the key to come
  std::optional<std::size_t> tab_line_;       // reported: once a line
  bool has_marker_ = false;
  std::vector<Refused> refused_;
};

}  // namespace catalog::syntax
