#include "format/format.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "format/layout.h"
#include "syntax/read.h"
#include "syntax/trivia.h"

namespace catalog::format {
namespace {

using diagnostics::Diagnostics;
using syntax::Document;
using syntax::Entry;
using syntax::Node;
using Text = std::string_view;

constexpr diagnostics::Problem<> not_formatted{
    "not-formatted",
    diagnostics::Severity::error,
    {"this file cannot be laid out anew without a change of meaning",
     "此文件无法在不改变含义的前提下重新排版"}};

/// Without a byte order mark, and all lines ending in LF.
std::string with_plain_lines(Text bytes) {
  constexpr Text byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark))
    bytes.remove_prefix(byte_order_mark.size());
  std::string result;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r')
      result += bytes[i];
    else if (i + 1 == bytes.size() || bytes[i + 1] != '\n')
      result += '\n';
  }
  return result;
}

/// The bytes of all comments but for blanks: they move, and several may come
/// to stand on one line.
std::string comments_in(const Document& document) {
  std::string bytes;
  for (const syntax::Comment& comment : comments_of(document))
    for (const char byte :
         document.bytes.substr(comment.begin, comment.end - comment.begin))
      if (byte != ' ' && byte != '\t') bytes += byte;
  std::sort(bytes.begin(), bytes.end());
  return bytes;
}

std::vector<Entry> by_key(Node mapping) {
  std::vector<Entry> entries;
  entries.reserve(mapping.is_mapping() ? mapping.size() : 0);
  for (const Entry& each : mapping.entries()) entries.push_back(each);
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.key.text(), a.key.index()) <
           std::pair(b.key.text(), b.key.index());
  });
  return entries;
}

bool says_the_same(const Document& a, const Document& b) {
  if (comments_in(a) != comments_in(b)) return false;
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return is_same(a.root(), b.root());
}

}  // namespace

bool is_same(Node a, Node b) {
  if (a.kind() != b.kind() || a.size() != b.size()) return false;
  if (a.is_scalar()) return a.text() == b.text();
  auto other = b.items().begin();
  for (const Node item : a.items()) {
    if (!is_same(item, *other)) return false;
    ++other;
  }
  // Keys may stand in another order.
  const auto of_a = by_key(a), of_b = by_key(b);
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [](const Entry& x, const Entry& y) {
                      return x.key.text() == y.key.text() &&
                             is_same(x.value, y.value);
                    });
}

std::optional<std::string> formatted(const source::SourceTree& tree,
                                     source::FileId file, const Guide& guide,
                                     Diagnostics& found) {
  Diagnostics of_file(found.language());
  syntax::read(tree, file, of_file);
  const bool has_errors = of_file.has_errors();
  found.merge(std::move(of_file));
  if (has_errors) return std::nullopt;

  // Both readings are of texts that differ from the file in line ends alone.
  Diagnostics again(found.language());
  source::SourceTree texts;
  const Document before = syntax::read(
      texts, texts.add(tree[file].path, with_plain_lines(tree[file].bytes)),
      again);
  std::string result = layout_of(before, guide.shape_of(before));
  const Document after =
      syntax::read(texts, texts.add(tree[file].path, result), again);
  if (!again.has_errors() && says_the_same(before, after)) return result;
  found.report(not_formatted, {file, 0, 0});
  return std::nullopt;
}

}  // namespace catalog::format
