#include "import/text.h"

#include <re2/re2.h>

#include <algorithm>

#include "unicode/classes.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

bool is_blank(char32_t value) {
  return value == U' ' || value == U'\t' || value == 0xA0 || value == 0x3000 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x202F;
}

bool is_invisible(char32_t value) {
  return (value >= 0x200B && value <= 0x200D) || value == 0x2060 ||
         value == 0xFEFF || value == 0xAD || value == 0xFFFC ||
         value == 0xFFFD || unicode::is_bidi_control(value) ||
         (unicode::is_control(value) && value != U'\n');
}

const re2::RE2& escape() {
  static const re2::RE2 pattern("_x[0-9A-Fa-f]{4}_");
  return pattern;
}

bool is_chinese(char32_t value) {
  return unicode::is_ideograph(value) ||
         std::u32string_view(U"《》〈〉“”〔〕（）【】、，。；：！？")
                 .find(value) != std::u32string_view::npos;
}

char32_t full_width(char32_t value) {
  constexpr std::u32string_view narrow = U",;:?!()";
  constexpr std::u32string_view wide = U"，；：？！（）";
  const std::size_t at = narrow.find(value);
  return at == narrow.npos ? 0 : wide[at];
}

/// The parenthesis that belongs to each; `size()` where there is none.
std::vector<std::size_t> partners(const std::u32string& points) {
  std::vector<std::size_t> partner(points.size(), points.size()), open;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] == U'(' || points[i] == U'（') open.push_back(i);
    if ((points[i] == U')' || points[i] == U'）') && !open.empty()) {
      partner[i] = open.back();
      partner[open.back()] = i;
      open.pop_back();
    }
  }
  return partner;
}

/// One round of widening; what is widened makes its neighbours Chinese.
bool widen(std::u32string& points) {
  const auto partner = partners(points);
  const std::u32string before = points;
  const auto stands_in_chinese = [&](std::size_t i) {
    return (i > 0 && is_chinese(before[i - 1])) ||
           (i + 1 < before.size() && is_chinese(before[i + 1]));
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t wide = full_width(before[i]);
    if (wide == 0) continue;
    const std::size_t other = partner[i];
    if (stands_in_chinese(i) ||
        (other < before.size() &&
         (stands_in_chinese(other) || before[other] >= 0x80)))
      points[i] = wide;
  }
  return points != before;
}

bool is_latin(char32_t value) {
  return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z') ||
         (value >= U'0' && value <= U'9');
}

}  // namespace

std::string cleaned(std::string_view cell) {
  std::string text(cell);
  re2::RE2::GlobalReplace(&text, escape(), "\n");
  std::string kept;
  bool blank = false;
  for (const char32_t each : unicode::CodePoints(text)) {
    char32_t value = each;
    if (value == U'\r' || value == U'\v' || value == U'\f' || value == 0x2028)
      value = U'\n';
    if (is_blank(value)) {
      blank = true;
      continue;
    }
    if (is_invisible(value)) continue;
    if ((value >= U'０' && value <= U'９') ||
        (value >= U'Ａ' && value <= U'Ｚ') ||
        (value >= U'ａ' && value <= U'ｚ'))
      value = value - U'！' + U'!';
    if (value == U'﹝') value = U'〔';
    if (value == U'﹞') value = U'〕';
    if (value == U'\n') {
      if (!kept.empty() && kept.back() != '\n') kept += '\n';
    } else {
      if (blank && !kept.empty() && kept.back() != '\n') kept += ' ';
      unicode::append(kept, value);
    }
    blank = false;
  }
  while (!kept.empty() && (kept.back() == '\n' || kept.back() == ' '))
    kept.pop_back();
  return kept;
}

bool has_debris(std::string_view cell) {
  if (re2::RE2::PartialMatch(re2::StringPiece(cell.data(), cell.size()),
                             escape()))
    return true;
  for (const char32_t each : unicode::CodePoints(cell))
    if (each != U'\r' && each != U'\t' && is_invisible(each)) return true;
  return false;
}

std::string printed(std::string_view text) {
  static const re2::RE2 year(
      "[(（\\[【［〔]\\s*((?:19|20)\\d\\d)\\s*年?[)）\\]】］〕]\\s*(第?)\\s*("
      "\\d+)"
      "\\s*号");
  std::string right(text);
  re2::RE2::GlobalReplace(&right, year, "〔\\1〕\\2\\3号");
  std::u32string points = unicode::to_utf32(right);
  for (int round = 0; round < 8 && widen(points); ++round) {
  }
  return unicode::to_utf8(points);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) lines.push_back(line);
    if (end == text.npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string joined(std::string_view text) {
  std::u32string all;
  for (const std::string_view line : lines_of(text)) {
    const std::u32string points = unicode::to_utf32(line);
    if (!all.empty() && is_latin(all.back()) && is_latin(points.front()) &&
        all.back() >= U'A')
      all += U' ';
    all += points;
  }
  // A blank between Chinese characters is where a line was broken.
  std::u32string kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool stays =
        all[i] != U' ' || (i > 0 && i + 1 < all.size() &&
                           !(is_chinese(all[i - 1]) && is_chinese(all[i + 1]) &&
                             !(unicode::is_ideograph(all[i - 1]) &&
                               unicode::is_ideograph(all[i + 1]))));
    if (stays) kept += all[i];
  }
  return unicode::to_utf8(kept);
}

std::string squashed(std::string_view text) {
  std::u32string kept;
  const std::string composed = unicode::nfkc(text);
  for (const char32_t each : unicode::CodePoints(composed))
    if (!is_blank(each) && each != U'\n' && !is_invisible(each)) kept += each;
  return unicode::to_utf8(kept);
}

std::string_view trimmed(std::string_view text, std::u32string_view also) {
  std::size_t begin = 0, end = 0;
  const unicode::CodePoints points(text);
  bool seen = false;
  for (auto at = points.begin(); at != points.end(); ++at) {
    if (is_blank(*at) || *at == U'\n' || also.find(*at) != also.npos) continue;
    if (!seen) begin = at.offset();
    seen = true;
    end = at.offset() + at.size();
  }
  return text.substr(begin, end - begin);
}

std::vector<std::string> pieces_of(const std::string& text, std::size_t limit) {
  std::vector<std::string> pieces;
  std::u32string rest = unicode::to_utf32(text);
  while (rest.size() > limit) {
    std::size_t cut = rest.find_last_of(U"。；\n", limit - 1);
    if (cut == rest.npos || cut == 0)
      cut = rest.find_last_of(U"，、", limit - 1);
    if (cut == rest.npos || cut == 0) cut = limit - 1;
    pieces.push_back(unicode::to_utf8(rest.substr(0, cut + 1)));
    rest.erase(0, cut + 1);
  }
  if (!rest.empty()) pieces.push_back(unicode::to_utf8(rest));
  return pieces;
}

bool starts_with_any(std::string_view text,
                     std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    return text.starts_with(head);
  });
}

bool ends_with_any(std::string_view text,
                   std::initializer_list<std::string_view> tails) {
  return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) {
    return text.ends_with(tail);
  });
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

std::string line_of(const std::vector<std::string>& texts,
                    std::string_view between) {
  std::string all;
  for (const std::string& each : texts)
    all += (all.empty() ? "" : std::string(between)) + each;
  return all;
}

}  // namespace catalog::import
