#include "import/cut_rows.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/text.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"
#include "unicode/width.h"

namespace catalog::import {
namespace {

bool is_in(std::u32string_view all, char32_t value) {
  return all.find(value) != all.npos;
}

/// Whether a text ends within brackets.
bool ends_inside(const std::u32string& text) {
  int depth = 0;
  for (const char32_t each : text) {
    if (is_in(U"《（(〔【“", each)) ++depth;
    if (is_in(U"》）)〕】”", each) && depth > 0) --depth;
  }
  return depth > 0;
}

}  // namespace

bool is_wrapped(const std::vector<Row>& rows, std::size_t index) {
  std::size_t longest = 0, full = 0, all = 0;
  for (int round = 0; round < 2; ++round)
    for (const Row& row : rows) {
      const auto lines = lines_of(row.texts[index]);
      for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::size_t width =
            unicode::width(lines[i], unicode::Ambiguous::wide);
        if (round == 0) {
          longest = std::max(longest, width);
        } else {
          ++all;
          full += width + 2 >= longest ? 1 : 0;
        }
      }
    }
  // Lists of short words have lines of one length, too.
  return all >= 2 && longest >= 16 && full * 10 >= all * 7;
}

std::string without_joints(std::string text) {
  for (std::size_t at = text.find(joint); at != text.npos;
       at = text.find(joint, at))
    text.erase(at, joint.size());
  return text;
}

bool is_cut(const std::string& above, const std::string& rest) {
  const std::u32string a = unicode::to_utf32(above);
  const std::u32string b = unicode::to_utf32(rest);
  if (a.empty() || b.empty()) return false;
  if (ends_inside(a) || is_in(U"）)》〕】”、，。；：", b.front())) return true;
  if (is_in(U"。；;：:", a.back())) return false;
  const bool after_digit = a.back() >= U'0' && a.back() <= U'9';
  return (after_digit && is_in(U"个日天月年号条时项件", b.front())) ||
         (b.size() == 1 && unicode::is_ideograph(b.front()));
}

bool begins_anew(const std::string& above, const std::string& rest) {
  static const re2::RE2 mark(
      "^([(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳●•◆·《■□▲△☑☐√◇▇▢]|"
      "[R£þ]\\p{Han})");
  const bool has_ended = ends_with_any(above, {"。", "；", ";"});
  return has_ended || re2::RE2::PartialMatch(
                          re2::StringPiece(rest.data(), rest.size()), mark);
}

}  // namespace catalog::import
