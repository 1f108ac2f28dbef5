#include "syntax/yaml_reader.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "syntax/yaml_builder.h"
#include "syntax/yaml_characters.h"
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

/// More of what leaves a file readable is only counted.
constexpr std::size_t most_findings = 500;

/// The lines left out for one mistake.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;
};

bool has_tab(std::string_view text) {
  return text.find('\t') != std::string_view::npos;
}

/// Reads one file: passes over it, each without the lines that stopped the one
/// before.
class YamlReader {
 public:
  YamlReader(const source::SourceTree& tree, source::FileId file,
             Diagnostics& diagnostics)
      : file_(file),
        diagnostics_(diagnostics),
        bytes_(tree[file].bytes),
        characters_(check_characters(tree, file, diagnostics)) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) base_ = 3;
  }

  Document document() {
    if (!characters_.is_text) {
      Document unread = fresh();
      skip(unread, 0, bytes_.size());
      return unread;
    }
    const std::size_t passes = std::clamp<std::size_t>(
        most_bytes / (bytes_.size() + 1), 2, most_passes);
    for (std::size_t pass = 1;; ++pass)
      if (auto read = attempt(pass >= passes)) return std::move(*read);
  }

 private:
  Document fresh() const {
    Document document;
    document.file = file_;
    document.bytes = bytes_;
    return document;
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end)};
  }
  void skip(Document& document, std::size_t begin, std::size_t end) {
    document.skipped.push_back(span(begin, end));
    diagnostics_.poison(span(begin, end));
  }

  /// What stops the parser, if anything does.
  std::optional<Stop> parse(YamlBuilder& builder) const {
    std::istringstream stream(characters_.text.substr(base_));
    try {
      YAML::Parser parser(stream);
      parser.HandleNextDocument(builder);
      return std::nullopt;
    } catch (const YAML::Exception& error) {
      const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
      return Stop{std::min(base_ + at, characters_.text.size()), error.msg};
    }
  }

  /// The document, or nothing where lines were left out and another pass is
  /// due. The last pass takes what there is up to the error.
  std::optional<Document> attempt(bool is_last) {
    Document document = fresh();
    Diagnostics found(diagnostics_.language());
    YamlBuilder builder(characters_.text, base_, document, found);
    std::optional<Stop> stop;
    std::optional<std::size_t> rest;
    std::optional<Halt> halt;
    try {
      stop = parse(builder);
      if (!stop) rest = builder.finish();
    } catch (const Halt& halted) {
      halt = halted;
    }
    const std::string_view text = characters_.text;
    if (rest && !scan::is_document_marker(text, *rest)) stop = Stop{*rest, ""};
    if (!stop && !halt) {
      complete(document, builder, found, rest);
      return document;
    }
    if (!leave_out(builder, stop, halt, is_last)) return std::nullopt;
    builder.abandon();
    gaps_.push_back({std::min(builder.cursor(), text.size()), text.size(), 0});
    complete(document, builder, found, std::nullopt);
    return document;
  }

  Slip report_halt(const Halt& halt, Diagnostics& report) const {
    const Span place = span(halt.at, halt.at + 1);
    if (halt.reason == Halt::Reason::too_deep)
      report.report(problems::too_deep, place, max_depth);
    else
      report
          .report(problems::unclosed_quote, place,
                  std::string_view(characters_.text).substr(halt.at, 1))
          .help(problems::close_quote);
    return {halt.at, true};
  }

  /// Reports a mistake and blanks its lines; says whether reading ends there.
  bool leave_out(const YamlBuilder& builder, const std::optional<Stop>& stop,
                 const std::optional<Halt>& halt, bool is_last) {
    Diagnostics report(diagnostics_.language());
    const Slip slip =
        stop ? report_slip(characters_.text, builder, *stop, report)
             : report_halt(*halt, report);
    const Gap gap = lines_of(slip);
    if (!follows_from_last(gap)) diagnostics_.merge(std::move(report));
    if (is_last || is_blank(gap)) return true;
    gaps_.push_back(gap);
    for (std::size_t at = gap.begin; at < gap.end; ++at)
      if (!scan::is_break(characters_.text[at])) characters_.text[at] = ' ';
    return false;
  }

  /// The lines of a mistake: what stands after the dashes of its own, and the
  /// deeper ones below if it is at their head.
  Gap lines_of(const Slip& slip) const {
    const std::string_view text = characters_.text;
    const std::size_t line = scan::line_begin(text, slip.at);
    Gap gap;
    gap.begin = line + scan::indentation(text, slip.at);
    while (gap.begin + 1 < slip.at && text[gap.begin] == '-' &&
           scan::is_blank(text[gap.begin + 1]))
      gap.begin =
          std::min(text.find_first_not_of(" \t", gap.begin + 1), slip.at);
    gap.end = scan::line_end(text, slip.at);
    gap.column = gap.begin - line;
    // Blanked, a line must not keep the tab that was its fault.
    if (has_tab(text.substr(line, gap.column))) gap.begin = line;
    const bool children = slip.takes_children || opens_block(gap);
    for (std::size_t next = scan::next_line(text, gap.end); next < text.size();
         next = scan::next_line(text, next)) {
      const std::size_t end = scan::line_end(text, next);
      const std::size_t indent = scan::indentation(text, next);
      if (next + indent == end) continue;  // nothing on it
      const bool same = slip.takes_peers && has_tab(text.substr(next, indent));
      if (!same && !(children && indent > gap.column)) break;
      gap.end = end;
    }
    return gap;
  }

  bool opens_block(const Gap& gap) const {
    std::string_view line = std::string_view(characters_.text)
                                .substr(gap.begin, gap.end - gap.begin);
    while (!line.empty() && scan::is_blank(line.back())) line.remove_suffix(1);
    return line.ends_with(':') || line.ends_with("：") || line.ends_with('|') ||
           line.ends_with('>') || line.ends_with('[') || line.ends_with('{') ||
           line.ends_with(',') || line.starts_with("- ");
  }

  bool is_blank(const Gap& gap) const {
    return std::string_view(characters_.text)
               .substr(gap.begin, gap.end - gap.begin)
               .find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  /// Deeper lines right below what was left out came to grief by it.
  bool follows_from_last(const Gap& gap) const {
    return std::any_of(gaps_.begin(), gaps_.end(), [&](const Gap& before) {
      return before.end <= gap.begin && before.column < gap.column &&
             is_blank({before.end, gap.begin, 0});
    });
  }

  void complete(Document& document, const YamlBuilder& builder,
                Diagnostics& found, std::optional<std::size_t> rest) {
    take_over(found);
    for (const Span& each : builder.poisoned()) diagnostics_.poison(each);
    for (const Span& each : builder.unread()) document.skipped.push_back(each);
    poison_characters(document);
    for (const Gap& gap : gaps_) {
      const Span reached = reach(document, gap);
      const std::size_t begin =
          has_empty_at(document, reached.begin) ? reached.begin : gap.begin;
      diagnostics_.poison(span(begin, gap.end));
      document.skipped.push_back(reached);
    }
    join(document.skipped);
    if (rest) refuse_second(document, *rest);
  }

  /// A file with more findings than anybody reads is not a catalog's.
  void take_over(Diagnostics& found) {
    const auto all = found.sorted();
    for (std::size_t i = 0; i < std::min(all.size(), most_findings); ++i)
      diagnostics_.add(all[i]);
    if (all.size() > most_findings)
      diagnostics_.report(problems::too_many, all[most_findings].span,
                          all.size() - most_findings);
  }

  /// Sorts ranges and makes one of those that touch.
  static void join(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<Span> joined;
    for (const Span& each : spans)
      if (!joined.empty() && each.begin <= joined.back().end)
        joined.back().end = std::max(joined.back().end, each.end);
      else
        joined.push_back(each);
    spans = std::move(joined);
  }

  void refuse_second(Document& document, std::size_t rest) {
    diagnostics_
        .report(problems::second_document, span(rest, rest + 3),
                std::string_view(characters_.text).substr(rest, 3))
        .help(problems::one_document);
    const std::size_t after = scan::skip_space(characters_.text, rest + 3);
    if (after < characters_.text.size())
      skip(document, rest, characters_.text.size());
  }

  /// A text with a refused character in it means nothing as a whole.
  void poison_characters(const Document& document) {
    for (const Span& unsound : characters_.unsound) {
      Span whole = unsound;
      const auto after = std::upper_bound(
          document.nodes.begin(), document.nodes.end(), unsound.begin,
          [](std::uint32_t at, const NodeData& node) {
            return at < node.begin;
          });
      if (after != document.nodes.begin()) {
        const NodeData& node = *std::prev(after);
        if (node.kind == Kind::scalar && node.end >= unsound.end) {
          whole.begin = node.begin;
          whole.end = node.end;
        }
      }
      diagnostics_.poison(whole);
    }
  }

  /// A gap with the space around it, so that it touches the nodes that what is
  /// in it may belong to.
  Span reach(const Document& document, const Gap& gap) const {
    const std::string_view text = characters_.text;
    std::uint32_t before = 0;
    for (const NodeData& node : document.nodes)
      if (node.end <= gap.begin) before = std::max(before, node.end);
    // Nothing before a dash is concerned; the empty item behind it is.
    std::size_t begin = gap.begin;
    while (begin > 0 && scan::is_blank(text[begin - 1])) --begin;
    const bool has_dash = begin > 0 && text[begin - 1] == '-';
    const std::size_t end = std::max(gap.end, scan::skip_space(text, gap.end));
    return span(has_dash ? begin : before, end);
  }

  /// Whether an empty value stands there, which would have what was left out.
  bool has_empty_at(const Document& document, std::uint32_t at) const {
    return std::any_of(document.nodes.begin(), document.nodes.end(),
                       [&](const NodeData& node) {
                         return node.kind == Kind::scalar && node.begin == at &&
                                node.end == at;
                       });
  }

  source::FileId file_;
  Diagnostics& diagnostics_;
  std::string_view bytes_;
  Characters characters_;
  std::size_t base_ = 0;
  std::vector<Gap> gaps_;
};

}  // namespace

Document read_yaml(const source::SourceTree& tree, source::FileId file,
                   Diagnostics& diagnostics) {
  return YamlReader(tree, file, diagnostics).document();
}

}  // namespace catalog::syntax
