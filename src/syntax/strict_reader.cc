#include "syntax/strict_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "syntax/recovery.h"
#include "syntax/strict_parser.h"
#include "syntax/strict_slips.h"
#include "syntax/yaml_characters.h"
#include "syntax/yaml_reader.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;

/// Each error costs another pass over the file, so there is an end to it.
constexpr std::size_t most_passes = 100;
constexpr std::size_t most_bytes = 256u << 20;  // over all passes

/// yaml-cpp takes 250 bytes for each that says something. A larger file that is
/// beyond the source language is read without the lines where it is.
constexpr std::size_t most_for_yaml_cpp = 1u << 20;

/// Reads a file that needs more than one look: passes over it, each without
/// the lines that stopped the one before.
class StrictReader {
 public:
  StrictReader(const source::SourceTree& tree, source::FileId file,
               Diagnostics& diagnostics)
      : diagnostics_(diagnostics), recovery_(tree, file, diagnostics) {}

  /// Nothing where the file is left to the other reader.
  std::optional<Document> document() {
    if (!recovery_.is_text()) return recovery_.unread();
    const std::size_t passes = std::clamp<std::size_t>(
        most_bytes / (recovery_.text().size() + 1), 2, most_passes);
    for (std::size_t pass = 1;; ++pass) switch (attempt(pass >= passes)) {
        case Outcome::again: break;
        case Outcome::outside: return std::nullopt;
        case Outcome::read: return std::move(document_);
      }
  }

 private:
  enum class Outcome { read, again, outside };

  Outcome attempt(bool is_last) {
    document_ = recovery_.fresh();
    Diagnostics found(diagnostics_.language(), diagnostics_.most());
    StrictParser parser(recovery_.text(), recovery_.base(), document_, found);
    if (parser.parse()) {
      recovery_.complete(document_, {parser.poisoned(), parser.unread(), found,
                                     parser.unlisted(), parser.rest()});
      return Outcome::read;
    }
    if (parser.stop().reason == StrictReason::outside &&
        recovery_.text().size() <= most_for_yaml_cpp)
      return Outcome::outside;
    Diagnostics report(diagnostics_.language());
    const Slip slip = report_slip(recovery_.text(), parser, report);
    if (recovery_.leave_out(slip, std::move(report), is_last))
      return Outcome::again;
    parser.abandon();
    recovery_.give_up(parser.position());
    recovery_.complete(document_, {parser.poisoned(), parser.unread(), found,
                                   parser.unlisted(), std::nullopt});
    return Outcome::read;
  }

  Diagnostics& diagnostics_;
  Recovery recovery_;
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
  if (auto read = StrictReader(tree, file, found).document()) {
    diagnostics.merge(std::move(found));
    return std::move(*read);
  }
  return read_yaml(tree, file, diagnostics);
}

}  // namespace catalog::syntax
