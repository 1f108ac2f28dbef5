#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "source/tree.h"
#include "syntax/tree.h"
#include "syntax/yaml_characters.h"
#include "syntax/yaml_scan.h"

namespace catalog::syntax {

/// What was found to be the mistake, and what has to be left out for it.
struct Slip {
  std::size_t at = 0;
  bool takes_children = false;  // also the deeper lines below
  bool takes_peers = false;     // also the lines below with the same mistake
  std::size_t until = 0;        // at least as far as the line of this
};

/// The lines left out for one mistake.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;
};

/// What a pass over a file found.
struct Pass {
  const std::vector<source::Span>& poisoned;  // what that makes unknown
  const std::vector<source::Span>& unread;    // where a key or item was meant
  const diagnostics::Diagnostics& found;
  std::size_t unlisted = 0;         // findings that were too many to keep
  std::optional<std::size_t> rest;  // where another document begins
};

/// A file that is read around its syntax errors: at each, the lines concerned
/// are blanked and what stands around them is read again; in the end the
/// document says what was left out. Both readers go by it.
class Recovery {
 public:
  /// Reports what no text file may hold.
  Recovery(const source::SourceTree& tree, source::FileId file,
           diagnostics::Diagnostics& diagnostics);

  bool is_text() const { return characters_.is_text; }
  std::string_view text() const { return characters_.text; }
  /// Where the text begins, after a byte order mark.
  std::size_t base() const { return base_; }

  Document fresh() const;
  /// A document of a file that cannot be read at all.
  Document unread();

  /// Takes over what was said of a slip, unless it follows from the one
  /// before, and blanks its lines. Says whether another pass is due: not after
  /// the last, nor where nothing was left to blank.
  bool leave_out(const Slip& slip, diagnostics::Diagnostics&& report,
                 bool is_last);

  /// The last pass reads up to a mistake: all from there on is left out.
  void give_up(std::size_t at);

  /// Says what was left out, and adds what was found on the way.
  void complete(Document& document, const Pass& pass);

 private:
  source::Span span(std::size_t begin, std::size_t end) const;
  void skip(Document& document, std::size_t begin, std::size_t end);
  Gap lines_of(const Slip& slip) const;
  bool opens_block(const Gap& gap) const;
  bool is_blank(const Gap& gap) const;
  bool follows_from_last(const Gap& gap) const;
  void take_over(const diagnostics::Diagnostics& found, std::size_t unlisted);
  void refuse_second(Document& document, std::size_t rest);
  void poison(std::vector<source::Span> spans);
  void poison_characters(const Document& document);
  source::Span reach(const Document& document, const Gap& gap) const;
  static bool has_empty_at(const Document& document, std::uint32_t at);

  source::FileId file_;
  diagnostics::Diagnostics& diagnostics_;
  std::string_view bytes_;
  Characters characters_;
  std::size_t base_ = 0;
  std::vector<Gap> gaps_;
};

/// Reports tabs on the empty lines of a block's text (`|` or `>` at `begin`)
/// that would be part of it, or of an indentation not known yet.
void check_blank_tabs(const Document& document, std::size_t begin,
                      diagnostics::Diagnostics& diagnostics);

/// Reports the anchor, alias or tag at `begin`, and gives its end.
std::size_t report_left_out(std::string_view text, source::FileId file,
                            std::size_t begin, bool is_flow,
                            diagnostics::Diagnostics& diagnostics);

/// Reports a word with a colon that makes it no key; `glued` counts from
/// `begin`.
void report_glued_colon(std::string_view text, source::FileId file,
                        std::size_t begin, const scan::GluedColon& glued,
                        diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::syntax
