#include "syntax/strict_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/recovery.h"
#include "syntax/strict_parser.h"
#include "syntax/strict_slips.h"
#include "syntax/yaml_characters.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;

/// Each error costs another pass over the file, so there is an end to it. A
/// tree of many large files with many errors each has less of them a file.
std::size_t passes_over(const source::SourceTree& tree, std::size_t size) {
  constexpr std::size_t most_passes = 100;
  constexpr std::size_t most_bytes = 256u << 20;    // over all passes
  constexpr std::size_t most_of_tree = 512u << 20;  // the same of all files
  return std::clamp<std::size_t>(
      std::min(most_bytes / (size + 1), most_of_tree / (tree.bytes() + 1)), 2,
      most_passes);
}

/// Reads a file that needs more than one look: passes over it, each without
/// the lines that stopped the one before.
class StrictReader {
 public:
  StrictReader(const source::SourceTree& tree, source::FileId file,
               Diagnostics& diagnostics)
      : diagnostics_(diagnostics),
        recovery_(tree, file, diagnostics),
        passes_(passes_over(tree, recovery_.text().size())) {}

  Document document() {
    if (!recovery_.is_text()) return recovery_.unread();
    for (std::size_t pass = 1;; ++pass)
      if (attempt(pass >= passes_)) return std::move(document_);
  }

 private:
  /// Whether that was the last pass.
  bool attempt(bool is_last) {
    document_ = recovery_.fresh();
    Diagnostics found(diagnostics_.language(), diagnostics_.most());
    StrictParser parser(recovery_.text(), recovery_.base(), document_, found);
    if (parser.parse()) {
      recovery_.complete(document_, {parser.poisoned(), parser.unread(), found,
                                     parser.unlisted(), parser.rest()});
      return true;
    }
    Diagnostics report(diagnostics_.language());
    const Slip slip = report_slip(recovery_.text(), parser, report);
    if (recovery_.leave_out(slip, std::move(report), is_last)) return false;
    parser.abandon();
    recovery_.give_up(parser.position());
    recovery_.complete(document_, {parser.poisoned(), parser.unread(), found,
                                   parser.unlisted(), std::nullopt});
    return true;
  }

  Diagnostics& diagnostics_;
  Recovery recovery_;
  std::size_t passes_;
  Document document_;
};

/// A file as it ought to be: nothing but text, and nothing to say about it.
std::optional<Document> read_sound(const source::SourceTree& tree,
                                   source::FileId file, Diagnostics& found) {
  const std::string_view bytes = tree[file].bytes;
  if (!is_plain_text(bytes)) return std::nullopt;
  Document document;
  document.file = file;
  document.bytes = bytes;
  StrictParser parser(bytes, 0, document, found);
  if (!parser.parse() || parser.rest() || !parser.poisoned().empty() ||
      found.has_errors())
    return std::nullopt;
  return document;
}

}  // namespace

Document read_strict(const source::SourceTree& tree, source::FileId file,
                     Diagnostics& diagnostics) {
  Diagnostics unsound(diagnostics.language(), diagnostics.most());
  if (auto sound = read_sound(tree, file, unsound)) return std::move(*sound);
  Diagnostics found(diagnostics.language(), diagnostics.most());
  Document document = StrictReader(tree, file, found).document();
  diagnostics.merge(std::move(found));
  return document;
}

}  // namespace catalog::syntax
