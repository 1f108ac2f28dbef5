#include "format/layout.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "format/remarks.h"
#include "format/scalar.h"
#include "syntax/draft.h"
#include "syntax/quoting.h"
#include "unicode/width.h"

namespace catalog::format {
namespace {

using syntax::Entry;
using syntax::Node;
using syntax::Style;
using syntax::Surroundings;

/// How wide a row of a section may be that was written on one line: places,
/// channels and such are read as a table.
constexpr std::size_t row_width = 160;

/// More entries than this fit on no line.
constexpr std::uint32_t max_flow_entries = 40;

/// An entry or item, printed.
struct Block {
  std::vector<Remark> above;
  Lines lines;
  bool is_after_blank = false;
  bool is_item = false;  // a mapping in block style, an item of a section
  bool is_open = false;  // blank lines behind it would be its text

  bool is_long_item() const { return is_item && lines.size() > 1; }
};

std::string indented(std::size_t column, std::string_view text) {
  return std::string(column, ' ') + std::string(text);
}

std::string key_text(Node key, Surroundings surroundings) {
  const auto [file, begin, end] = key.span();
  if (!key.is_plain() || syntax::can_be_plain(key.text(), surroundings))
    return std::string(key.document().bytes.substr(begin, end - begin));
  return syntax::quoted_if_needed(key.text(), surroundings);
}

/// The entries in the order of the schema; what it does not name comes behind,
/// in its own order.
std::vector<Entry> sorted_entries(Node mapping, const Shape& shape) {
  const std::vector<std::string_view> keys = shape.keys();
  std::vector<std::pair<std::size_t, Entry>> ranked;
  for (const Entry entry : mapping.entries()) {
    const auto at = std::find(keys.begin(), keys.end(), entry.key.text());
    ranked.emplace_back(at - keys.begin(), entry);
  }
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Entry> entries;
  for (const auto& [rank, entry] : ranked) entries.push_back(entry);
  return entries;
}

/// What is written behind the colon or dash of a value.
struct Value {
  std::optional<std::string> head;  // nothing: the lines begin below
  Lines lines;
  /// Of the first entry or item below, which may come to stand behind a dash,
  /// where no comment can be before it.
  std::vector<Remark> above_first;
};

class Printer {
 public:
  explicit Printer(const syntax::Document& document)
      : document_(document), attached_(document) {}

  std::string print(const Shape& shape) const;

 private:
  std::optional<std::string> flow(Node node, const Shape& shape) const;
  std::optional<std::string> flow_on_line(Node node, const Shape& shape,
                                          std::size_t taken,
                                          std::size_t width) const;
  Value value(Node node, const Shape& shape, std::size_t inner,
              std::size_t taken, bool is_behind_dash,
              std::size_t width = syntax::line_width) const;
  Value children(Node node, const Shape& shape, std::size_t column,
                 bool is_behind_dash) const;
  Block entry_block(const Entry& entry, const Shape& shape,
                    std::size_t column) const;
  Block item_block(Node item, const Shape& shape, std::size_t column,
                   bool is_of_section) const;
  void settle_blank_lines(Node mapping, const std::vector<Entry>& entries,
                          std::vector<Block>& blocks) const;
  Lines joined(const std::vector<Block>& blocks,
               const std::vector<Remark>& below, std::size_t column) const;

  const syntax::Document& document_;
  Attached attached_;
};

/// A value in flow style, whatever it was; nothing where it holds what takes
/// lines of its own.
std::optional<std::string> Printer::flow(Node node, const Shape& shape) const {
  if (node.is_scalar()) return line_of(node, shape, true);
  const bool is_mapping = node.is_mapping();
  std::string text;
  const auto add = [&](std::string_view key, Node each, const Shape& inner) {
    auto one = flow(each, inner);
    if (!one) return false;
    // Nothing at all can stand behind a key, but not for an item.
    if (one->empty() && key.empty()) *one = "\"\"";
    if (!text.empty()) text += ", ";
    text += key;
    text += *one;
    return true;
  };
  for (const Node item : node.items())
    if (!add("", item, shape.of_items())) return std::nullopt;
  if (is_mapping)
    for (const Entry& entry : sorted_entries(node, shape))
      if (!add(key_text(entry.key, Surroundings::flow) + ": ", entry.value,
               shape.at_key(entry.key.text())))
        return std::nullopt;
  return (is_mapping ? "{" : "[") + text + (is_mapping ? "}" : "]");
}

/// A collection on one line: one that was in flow style, or a list of ids,
/// where it fits. Empty ones have no other form.
std::optional<std::string> Printer::flow_on_line(Node node, const Shape& shape,
                                                 std::size_t taken,
                                                 std::size_t width) const {
  if (node.size() > max_flow_entries || attached_.is_inside(node))
    return std::nullopt;
  if (node.style() != Style::flow) {
    bool is_list_of_ids = node.is_sequence() && shape.of_items().is_word();
    for (const Node item : node.items())
      is_list_of_ids = is_list_of_ids && item.is_scalar();
    if (!is_list_of_ids) return std::nullopt;
  }
  auto text = flow(node, shape);
  if (text && node.size() > 0 && taken + unicode::width(*text) > width)
    return std::nullopt;
  return text;
}

/// `inner` is the column of what stands on lines below; so many are `taken`
/// on the first.
Value Printer::value(Node node, const Shape& shape, std::size_t inner,
                     std::size_t taken, bool is_behind_dash,
                     std::size_t width) const {
  if (node.is_scalar()) {
    if (auto line = line_of(node, shape, false))
      return {std::move(line), {}, {}};
    Lines lines = lines_of(node, inner);
    std::string head = std::move(lines.front());
    lines.erase(lines.begin());
    return {std::move(head), std::move(lines), {}};
  }
  if (auto line = flow_on_line(node, shape, taken, width))
    return {std::move(line), {}, {}};
  return children(node, shape, inner, is_behind_dash);
}

Block Printer::entry_block(const Entry& entry, const Shape& shape,
                           std::size_t column) const {
  const Remarks& of_key = attached_.of(entry.key);
  const Remarks& of_value = attached_.of(entry.value);
  Block block{of_key.above, {}, attached_.is_after_blank(entry.key)};
  block.above.insert(block.above.end(), of_value.above.begin(),
                     of_value.above.end());
  std::string head =
      indented(column, key_text(entry.key, Surroundings::block) + ":");
  Value written = value(entry.value, shape.at_key(entry.key.text()), column + 2,
                        unicode::width(head) + 1, false);
  if (written.head && !written.head->empty()) head += " " + *written.head;
  // Behind a plain or quoted text of several lines there is room at its end.
  const bool is_text = entry.value.style() != Style::literal &&
                       entry.value.style() != Style::folded &&
                       entry.value.is_scalar() && !written.lines.empty();
  (is_text ? written.lines.back() : head) += of_key.behind + of_value.behind;
  block.lines.push_back(std::move(head));
  std::move(written.lines.begin(), written.lines.end(),
            std::back_inserter(block.lines));
  block.is_open = takes_blank_lines(entry.value);
  return block;
}

Block Printer::item_block(Node item, const Shape& shape, std::size_t column,
                          bool is_of_section) const {
  const Remarks& remarks = attached_.of(item);
  Block block{remarks.above, {}, attached_.is_after_blank(item)};
  const bool is_row = is_of_section && item.is_mapping();
  Value written = value(item, shape, column + 2, column + 2, true,
                        is_row ? row_width : syntax::line_width);
  block.is_open = takes_blank_lines(item);
  if (written.head) {
    std::string head = indented(column, "-");
    if (!written.head->empty()) head += " " + *written.head;
    const bool is_text = item.is_scalar() && item.style() != Style::literal &&
                         item.style() != Style::folded &&
                         !written.lines.empty();
    (is_text ? written.lines.back() : head) += remarks.behind;
    block.lines.push_back(std::move(head));
  } else {
    block.above.insert(block.above.end(), written.above_first.begin(),
                       written.above_first.end());
    if (!remarks.behind.empty())
      block.above.push_back(
          {std::string_view(remarks.behind).substr(remarks.behind.find('#')),
           false});
    written.lines.front()[column] = '-';
    block.is_item = is_of_section && item.is_mapping();
  }
  std::move(written.lines.begin(), written.lines.end(),
            std::back_inserter(block.lines));
  return block;
}

/// Blocks under each other. A blank line stands where one stood, and around
/// long items.
Lines Printer::joined(const std::vector<Block>& blocks,
                      const std::vector<Remark>& below,
                      std::size_t column) const {
  Lines lines;
  const Block* before = nullptr;
  const auto separate = [&](bool is_wanted) {
    if (is_wanted && !lines.empty() && !(before && before->is_open))
      lines.emplace_back();
  };
  for (const Block& block : blocks) {
    bool is_wanted = before && (before->is_long_item() || block.is_long_item());
    for (const Remark& remark : block.above) {
      separate(is_wanted || remark.is_after_blank);
      lines.push_back(indented(column, remark.text));
      before = nullptr;
      is_wanted = false;
    }
    separate(is_wanted || block.is_after_blank);
    lines.insert(lines.end(), block.lines.begin(), block.lines.end());
    before = &block;
  }
  for (const Remark& remark : below) {
    separate(remark.is_after_blank);
    lines.push_back(indented(column, remark.text));
    before = nullptr;
  }
  return lines;
}

/// A blank line above an entry stays where the entry before it stays. Sections
/// that changed places are parted as others of the file are.
void Printer::settle_blank_lines(Node mapping,
                                 const std::vector<Entry>& entries,
                                 std::vector<Block>& blocks) const {
  bool is_airy = false;
  for (const Entry entry : mapping.entries())
    is_airy = is_airy || (mapping == document_.root() &&
                          entry.key != mapping.first_child() &&
                          attached_.is_after_blank(entry.key));
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0 && entries[i - 1].value.next() == entries[i].key) continue;
    Block& block = blocks[i];
    bool& is_parted = block.above.empty() ? block.is_after_blank
                                          : block.above.front().is_after_blank;
    is_parted = is_airy && i > 0;
  }
}

/// The entries or items of a collection, in block style.
Value Printer::children(Node node, const Shape& shape, std::size_t column,
                        bool is_behind_dash) const {
  std::vector<Block> blocks;
  bool is_section = false;
  for (const Entry section : document_.root().entries())
    is_section = is_section || section.value == node;
  for (const Node item : node.items())
    blocks.push_back(item_block(item, shape.of_items(), column, is_section));
  if (node.is_mapping()) {
    const std::vector<Entry> entries = sorted_entries(node, shape);
    for (const Entry& entry : entries)
      blocks.push_back(entry_block(entry, shape, column));
    settle_blank_lines(node, entries, blocks);
  }
  Value result;
  if (is_behind_dash)
    result.above_first = std::exchange(blocks.front().above, {});
  result.lines = joined(blocks, attached_.of(node).below, column);
  return result;
}

std::string Printer::print(const Shape& shape) const {
  Lines lines;
  const auto add = [&](const std::vector<Remark>& remarks) {
    for (const Remark& remark : remarks) {
      if (remark.is_after_blank && !lines.empty()) lines.emplace_back();
      lines.emplace_back(remark.text);
    }
  };
  add(attached_.header());
  if (attached_.is_blank_below_header() && !document_.empty())
    lines.emplace_back();
  if (!document_.empty()) {
    const Node root = document_.root();
    Value written = root.is_scalar() || root.size() == 0
                        ? value(root, shape, 2, 0, false)
                        : children(root, shape, 0, false);
    if (written.head)
      lines.push_back(*written.head + attached_.of(root).behind);
    std::move(written.lines.begin(), written.lines.end(),
              std::back_inserter(lines));
    if (written.head) add(attached_.of(root).below);
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

std::string layout_of(const syntax::Document& document, const Shape& shape) {
  return Printer(document).print(shape);
}

}  // namespace catalog::format
