// Any bytes as a file, and any edits to its parts as fixes: those that are made
// leave a file that reads without a new mistake, none is made by halves, and
// made again nothing changes. Comments that allow something lie in their file.

#include "syntax/mend.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "check/allowances.h"
#include "fuzz/sound.h"
#include "source/tree.h"
#include "syntax/read.h"

using catalog::diagnostics::Diagnostic;
using catalog::diagnostics::Diagnostics;
using catalog::diagnostics::Language;
using catalog::diagnostics::Severity;
using catalog::fuzz::require;
using catalog::source::Span;

namespace {

constexpr std::string_view texts[] = {
    "",   "x",        " ",  "信息形成或者变更之日起20个工作日内",
    "：", "a: b",     "\"", "- x",
    "#",  "[1, 2]",   "\n", "，",
    "'",  "  k: v\n", "{",  "20"};

/// Four bytes an edit: which part, where in it, how much of it, the new text.
std::vector<Diagnostic> findings_of(const catalog::syntax::Document& document,
                                    const std::uint8_t* data,
                                    std::size_t count) {
  std::vector<Diagnostic> findings;
  for (std::size_t i = 0; i < count && !document.empty(); ++i) {
    const std::uint8_t* at = data + 4 * i;
    const auto& node = document.nodes[at[0] % document.nodes.size()];
    const std::uint32_t size = node.end - node.begin;
    const std::uint32_t begin =
        node.begin + (size > 0 ? at[1] % (size + 1) : 0);
    const std::uint32_t end =
        at[2] % 4 == 0 ? node.end
                       : std::min<std::uint32_t>(node.end, begin + at[2] % 8);
    Diagnostic finding;
    finding.code = "finding";
    finding.severity = Severity::warning;
    finding.span = Span{document.file, begin, end};
    finding.message = "finding";
    finding.fix.push_back(
        {finding.span, std::string(texts[at[3] % std::size(texts)])});
    // Some fixes are of two edits.
    if (at[3] >= 128) {
      const auto& other = document.nodes[at[2] % document.nodes.size()];
      finding.fix.push_back({Span{document.file, other.begin, other.begin},
                             std::string(texts[at[1] % std::size(texts)])});
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size < 1) return 0;
  const std::size_t count = data[0] % 8;
  if (size < 1 + 4 * count) return 0;
  const std::uint8_t* bytes = data + 1 + 4 * count;
  const std::string text(reinterpret_cast<const char*>(bytes),
                         size - 1 - 4 * count);
  catalog::source::SourceTree tree;
  const auto file = tree.add("fuzz.yaml", text);
  Diagnostics found(Language::en);
  const auto document = catalog::syntax::read(tree, file, found);

  for (const auto& each : catalog::check::allowances_in(document)) {
    for (const Span& span : {each.comment, each.line})
      require(span.begin <= span.end && span.end <= text.size());
    for (const auto& rule : each.rules)
      require(rule.span.begin >= each.comment.begin &&
              rule.span.end <= each.comment.end);
  }

  const auto findings = findings_of(document, data + 1, count);
  const auto mending = catalog::syntax::mended(tree, 1, findings);
  std::size_t done = 0;
  for (const auto& mended : mending.files) {
    require(mended.file == file);
    done += mended.done.size();
    catalog::source::SourceTree after;
    const auto again = after.add("fuzz.yaml", mended.bytes);
    Diagnostics found_after(Language::en);
    const auto read = catalog::syntax::read(after, again, found_after);
    catalog::fuzz::require_sound(read, found_after);
    require(found.has_errors() || !found_after.has_errors());
  }
  require(done + mending.left <= findings.size());
  // The same findings, the same file.
  const auto twice = catalog::syntax::mended(tree, 1, findings);
  require(twice.files.size() == mending.files.size() &&
          twice.left == mending.left);
  for (std::size_t i = 0; i < mending.files.size(); ++i)
    require(twice.files[i].bytes == mending.files[i].bytes);
  return 0;
}
