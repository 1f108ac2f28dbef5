#include "syntax/recovery.h"

#include <algorithm>
#include <utility>

#include "syntax/yaml_problems.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;
using source::Span;

/// More of what leaves a file readable is only counted.
constexpr std::size_t most_findings = 500;
constexpr std::size_t most_poisoned = 100;

bool has_tab(std::string_view text) {
  return text.find('\t') != std::string_view::npos;
}

/// Sorts ranges and makes one of those that touch.
void join(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> joined;
  for (const Span& each : spans)
    if (!joined.empty() && each.begin <= joined.back().end)
      joined.back().end = std::max(joined.back().end, each.end);
    else
      joined.push_back(each);
  spans = std::move(joined);
}

}  // namespace

Recovery::Recovery(const source::SourceTree& tree, source::FileId file,
                   Diagnostics& diagnostics)
    : file_(file),
      diagnostics_(diagnostics),
      bytes_(tree[file].bytes),
      characters_(check_characters(tree, file, diagnostics)) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) base_ = 3;
}

Document Recovery::fresh() const {
  Document document;
  document.file = file_;
  document.bytes = bytes_;
  return document;
}

Document Recovery::unread() {
  Document document = fresh();
  skip(document, 0, bytes_.size());
  return document;
}

Span Recovery::span(std::size_t begin, std::size_t end) const {
  return {file_, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end)};
}

void Recovery::skip(Document& document, std::size_t begin, std::size_t end) {
  document.skipped.push_back(span(begin, end));
  diagnostics_.poison(span(begin, end));
}

bool Recovery::leave_out(const Slip& slip, Diagnostics&& report, bool is_last) {
  const Gap gap = lines_of(slip);
  if (!follows_from_last(gap)) diagnostics_.merge(std::move(report));
  if (is_last || is_blank(gap)) return false;
  gaps_.push_back(gap);
  for (std::size_t at = gap.begin; at < gap.end; ++at)
    if (!scan::is_break(characters_.text[at])) characters_.text[at] = ' ';
  return true;
}

void Recovery::give_up(std::size_t at) {
  gaps_.push_back({std::min(at, bytes_.size()), bytes_.size(), 0});
}

/// The lines of a mistake: what stands after the dashes of its own, and the
/// deeper ones below if it is at their head.
Gap Recovery::lines_of(const Slip& slip) const {
  const std::string_view text = characters_.text;
  const std::size_t line = scan::line_begin(text, slip.at);
  Gap gap;
  gap.begin = line + scan::indentation(text, slip.at);
  while (gap.begin + 1 < slip.at && text[gap.begin] == '-' &&
         scan::is_blank(text[gap.begin + 1]))
    gap.begin = std::min(text.find_first_not_of(" \t", gap.begin + 1), slip.at);
  gap.end = scan::line_end(text, std::max(slip.at, slip.until));
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

bool Recovery::opens_block(const Gap& gap) const {
  std::string_view line =
      std::string_view(characters_.text).substr(gap.begin, gap.end - gap.begin);
  while (!line.empty() && scan::is_blank(line.back())) line.remove_suffix(1);
  return line.ends_with(':') || line.ends_with("：") || line.ends_with('|') ||
         line.ends_with('>') || line.ends_with('[') || line.ends_with('{') ||
         line.ends_with(',') || line.starts_with("- ");
}

bool Recovery::is_blank(const Gap& gap) const {
  return std::string_view(characters_.text)
             .substr(gap.begin, gap.end - gap.begin)
             .find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Deeper lines right below what was left out came to grief by it.
bool Recovery::follows_from_last(const Gap& gap) const {
  return std::any_of(gaps_.begin(), gaps_.end(), [&](const Gap& before) {
    return before.end <= gap.begin && before.column < gap.column &&
           is_blank({before.end, gap.begin, 0});
  });
}

void Recovery::complete(Document& document, const Pass& pass) {
  take_over(pass.found, pass.unlisted);
  poison(pass.poisoned);
  for (const Span& each : pass.unread) document.skipped.push_back(each);
  poison_characters(document);
  for (const Gap& gap : gaps_) {
    const Span reached = reach(document, gap);
    const std::size_t begin =
        has_empty_at(document, reached.begin) ? reached.begin : gap.begin;
    diagnostics_.poison(span(begin, gap.end));
    document.skipped.push_back(reached);
  }
  join(document.skipped);
  if (pass.rest) refuse_second(document, *pass.rest);
}

/// From the mistake on that is one too many, nothing is known: a file with so
/// many is mended from its head.
void Recovery::poison(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  const std::size_t listed = std::min(spans.size(), most_poisoned);
  for (std::size_t i = 0; i < listed; ++i) diagnostics_.poison(spans[i]);
  if (listed < spans.size())
    diagnostics_.poison(span(spans[listed].begin, bytes_.size()));
}

/// A file with more findings than anybody reads is not a catalog's.
void Recovery::take_over(const Diagnostics& found, std::size_t unlisted) {
  const auto all = found.listed();
  const std::size_t listed = std::min(all.size(), most_findings);
  for (std::size_t i = 0; i < listed; ++i) diagnostics_.add(all[i]);
  const std::size_t more = all.size() - listed + found.unlisted() + unlisted;
  if (listed < all.size())
    diagnostics_.report(problems::too_many, all[listed].span, more);
  else if (more > 0)
    diagnostics_.leave_out(more, diagnostics::Severity::error,
                           span(0, bytes_.size()));
}

void Recovery::refuse_second(Document& document, std::size_t rest) {
  diagnostics_
      .report(problems::second_document, span(rest, rest + 3),
              std::string_view(characters_.text).substr(rest, 3))
      .help(problems::one_document);
  const std::size_t after = scan::skip_space(characters_.text, rest + 3);
  if (after < characters_.text.size())
    skip(document, rest, characters_.text.size());
}

/// A text with a refused character in it means nothing as a whole.
void Recovery::poison_characters(const Document& document) {
  for (const Span& unsound : characters_.unsound) {
    Span whole = unsound;
    const auto after = std::upper_bound(
        document.nodes.begin(), document.nodes.end(), unsound.begin,
        [](std::uint32_t at, const NodeData& node) { return at < node.begin; });
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
Span Recovery::reach(const Document& document, const Gap& gap) const {
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
bool Recovery::has_empty_at(const Document& document, std::uint32_t at) {
  return std::any_of(
      document.nodes.begin(), document.nodes.end(), [&](const NodeData& node) {
        return node.kind == Kind::scalar && node.begin == at && node.end == at;
      });
}

void check_blank_tabs(const Document& document, std::size_t begin,
                      Diagnostics& diagnostics) {
  const std::string_view text = document.bytes;
  const std::size_t column = scan::indentation(text, begin);
  std::optional<std::size_t> indent;
  for (std::size_t line = scan::next_line(text, begin); line < text.size();
       line = scan::next_line(text, line)) {
    const std::size_t end = scan::line_end(text, line);
    const std::size_t blanks = scan::indentation(text, line);
    if (line + blanks < end) {
      if (blanks <= column) return;
      if (!indent) indent = blanks;
      continue;
    }
    const std::size_t tab = text.substr(0, end).find('\t', line);
    if (tab == std::string_view::npos || tab - line < indent.value_or(0))
      continue;
    const source::Span span{document.file, static_cast<std::uint32_t>(tab),
                            static_cast<std::uint32_t>(end)};
    diagnostics.report(problems::tab, span).help(problems::use_spaces);
  }
}

std::size_t report_left_out(std::string_view text, source::FileId file,
                            std::size_t begin, bool is_flow,
                            Diagnostics& diagnostics) {
  const bool is_tag = text[begin] == '!';
  std::string ends = " \t\r\n";
  if (is_tag) ends += '"';
  if (!is_tag || is_flow) ends += ",[]{}";
  const std::size_t end =
      std::min(text.find_first_of(ends, begin), text.size());
  const std::string_view word =
      unicode::prefix(text.substr(begin, end - begin), 30);
  const Span place{file, static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(end)};
  if (is_tag)
    diagnostics.report(problems::tag, place, word).help(problems::delete_tag);
  else
    diagnostics
        .report(text[begin] == '&' ? problems::anchor : problems::alias, place,
                word)
        .help(problems::write_out);
  return end;
}

void report_glued_colon(std::string_view text, source::FileId file,
                        std::size_t begin, const scan::GluedColon& glued,
                        Diagnostics& diagnostics) {
  const auto word = text.substr(begin, glued.colon);
  const auto at = static_cast<std::uint32_t>(begin);
  const source::Span colon{file, at + static_cast<std::uint32_t>(glued.colon),
                           at + static_cast<std::uint32_t>(glued.end())};
  diagnostics
      .report(glued.is_full_width ? problems::full_width_colon
                                  : problems::missing_space,
              {file, at, colon.end}, word)
      .help(problems::colon_space, word)
      .fix({colon, ": "});
}

}  // namespace catalog::syntax
