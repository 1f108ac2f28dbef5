#include "syntax/yaml_reader.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

#include "syntax/recovery.h"
#include "syntax/yaml_builder.h"
#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "syntax/yaml_slips.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;
using source::Span;

/// Each error costs another pass over the file, so there is an end to it.
constexpr std::size_t most_passes = 20;
constexpr std::size_t most_bytes = 32u << 20;  // over all passes

/// Reads one file: passes over it, each without the lines that stopped the one
/// before.
class YamlReader {
 public:
  YamlReader(const source::SourceTree& tree, source::FileId file,
             Diagnostics& diagnostics)
      : file_(file),
        diagnostics_(diagnostics),
        recovery_(tree, file, diagnostics) {}

  Document document() {
    if (!recovery_.is_text()) return recovery_.unread();
    const std::size_t passes = std::clamp<std::size_t>(
        most_bytes / (recovery_.text().size() + 1), 2, most_passes);
    for (std::size_t pass = 1;; ++pass)
      if (auto read = attempt(pass >= passes)) return std::move(*read);
  }

 private:
  /// What stops the parser, if anything does.
  std::optional<Stop> parse(YamlBuilder& builder) const {
    const std::size_t base = recovery_.base();
    const std::string_view text = recovery_.text();
    std::istringstream stream(std::string(text.substr(base)));
    try {
      YAML::Parser parser(stream);
      parser.HandleNextDocument(builder);
      return std::nullopt;
    } catch (const YAML::Exception& error) {
      const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
      return Stop{std::min(base + at, text.size()), error.msg};
    }
  }

  /// The document, or nothing where lines were left out and another pass is
  /// due. The last pass takes what there is up to the error.
  std::optional<Document> attempt(bool is_last) {
    Document document = recovery_.fresh();
    Diagnostics found(diagnostics_.language(), diagnostics_.most());
    const std::string_view text = recovery_.text();
    YamlBuilder builder(text, recovery_.base(), document, found);
    std::optional<Stop> stop;
    std::optional<std::size_t> rest;
    std::optional<Halt> halt;
    try {
      stop = parse(builder);
      if (!stop) rest = builder.finish();
    } catch (const Halt& halted) {
      halt = halted;
    }
    if (rest && !scan::is_document_marker(text, *rest)) stop = Stop{*rest, ""};
    if (!stop && !halt) {
      recovery_.complete(
          document, {builder.poisoned(), builder.unread(), found, 0, rest});
      return document;
    }
    Diagnostics report(diagnostics_.language());
    const Slip slip = stop ? report_slip(text, builder, *stop, report)
                           : report_halt(*halt, report);
    if (recovery_.leave_out(slip, std::move(report), is_last))
      return std::nullopt;
    builder.abandon();
    recovery_.give_up(builder.cursor());
    recovery_.complete(document, {builder.poisoned(), builder.unread(), found,
                                  0, std::nullopt});
    return document;
  }

  Slip report_halt(const Halt& halt, Diagnostics& report) const {
    const auto at = static_cast<std::uint32_t>(halt.at);
    const Span place{file_, at, at + 1};
    if (halt.reason == Halt::Reason::too_deep)
      report.report(problems::too_deep, place, max_depth);
    else
      report
          .report(problems::unclosed_quote, place,
                  recovery_.text().substr(halt.at, 1))
          .help(problems::close_quote);
    return {halt.at, true};
  }

  source::FileId file_;
  Diagnostics& diagnostics_;
  Recovery recovery_;
};

}  // namespace

Document read_yaml(const source::SourceTree& tree, source::FileId file,
                   Diagnostics& diagnostics) {
  return YamlReader(tree, file, diagnostics).document();
}

}  // namespace catalog::syntax
