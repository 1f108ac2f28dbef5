#include <re2/re2.h>

#include "check/findings.h"
#include "check/printed.h"
#include "unicode/classes.h"
#include "unicode/traditional.h"
#include "unicode/utf8.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;
using unicode::CodePoints;

/// A change to a text: what stands at `offset` becomes `right`.
struct Change {
  std::size_t offset = 0;
  std::size_t size = 0;
  std::string right;
};

std::string changed(std::string_view text, const std::vector<Change>& changes) {
  std::string all;
  std::size_t done = 0;
  for (const Change& change : changes) {
    all += text.substr(done, change.offset - done);
    all += change.right;
    done = change.offset + change.size;
  }
  return all += text.substr(done);
}

/// One finding a text, at the first of its changes, with all of them as its
/// fix where they can be placed.
template <class... Args>
void report(Findings& found, const Printed& printed,
            const std::vector<Change>& changes, const Message<Args...>& message,
            const std::type_identity_t<Args>&... args) {
  constexpr Message<std::string> write{"write `{}`", "应写作 `{}`"};
  constexpr std::size_t short_enough = 60;
  const model::Text& text = printed.text;
  const source::Span span =
      place_or_all(text, changes[0].offset, changes[0].size);
  Finding finding = printed.item
                        ? found.at(*printed.item, span, message, args...)
                        : found.at(span, message, args...);
  if (const std::string right = changed(text.text, changes);
      unicode::count(right) <= short_enough)
    finding.help(write, right);
  for (const Change& change : changes)
    if (auto place = place_in(text, change.offset, change.size))
      finding.fix({*place, change.right});
}

bool is_blank(char32_t value) {
  return value == U' ' || value == U'\t' || value == 0xA0 || value == 0x3000;
}

/// Characters that no reader sees or can read.
bool is_stray(char32_t value) {
  return (value >= 0x200B && value <= 0x200D) || value == 0x2060 ||
         value == 0xFEFF || value == 0xAD || value == 0xFFFC ||
         value == 0xFFFD || (value >= 0xE000 && value <= 0xF8FF) ||
         (value >= 0xF0000 && value <= 0x10FFFD) ||
         unicode::is_bidi_control(value) || unicode::is_control(value);
}

/// What the export of a workbook makes of a control character: _x000b_.
void add_escapes(std::string_view text, std::vector<Change>& changes) {
  static const re2::RE2 escape("(_x[0-9A-Fa-f]{4}_)");
  re2::StringPiece rest(text.data(), text.size()), part;
  while (re2::RE2::FindAndConsume(&rest, escape, &part))
    changes.push_back(
        {static_cast<std::size_t>(part.data() - text.data()), part.size(), {}});
}

void stray_characters(const Edition&, Findings& found) {
  constexpr Message<std::string> escaped{"`{}` is a leftover of a spreadsheet",
                                         "`{}` 是表格软件的残留"};
  constexpr Message<unsigned> stray{"U+{:04X} is not a character for readers",
                                    "U+{:04X} 不是供人阅读的字符"};
  constexpr Message<std::string_view> blanks{"`{}` begins or ends with blanks",
                                             "`{}` 首尾有多余的空格"};
  found.printed().with(Sign::stray, [&](const Printed& printed) {
    const std::string_view text = printed.text.text;
    std::vector<Change> changes;
    add_escapes(text, changes);
    if (!changes.empty()) {
      const Change& first = changes[0];
      report(found, printed, changes, escaped,
             std::string(text.substr(first.offset, first.size)));
      changes.clear();
    }
    unsigned value = 0;
    const CodePoints points(text);
    for (auto at = points.begin(); at != points.end(); ++at)
      if (is_stray(*at) && *at != U'\n') {
        if (changes.empty()) value = static_cast<unsigned>(*at);
        changes.push_back({at.offset(), at.size(), {}});
      }
    if (!changes.empty()) report(found, printed, changes, stray, value);
    changes.clear();
    std::size_t begin = 0, end = 0;
    for (auto at = points.begin(); at != points.end(); ++at) {
      if (is_blank(*at)) continue;
      if (end == 0) begin = at.offset();
      end = at.offset() + at.size();
    }
    if (begin > 0) changes.push_back({0, begin, {}});
    if (end < text.size() && !text.ends_with('\n'))
      changes.push_back({end, text.size() - end, {}});
    if (!changes.empty()) report(found, printed, changes, blanks, text);
  });
}

bool is_chinese(char32_t value) {
  return unicode::is_ideograph(value) ||
         std::u32string_view(U"《》〈〉“”〔〕（）【】、，。；：！？")
                 .find(value) != std::u32string_view::npos;
}

/// The full-width form of the punctuation that Chinese text has its own of.
std::string_view full_width(char32_t value) {
  switch (value) {
    case U',': return "，";
    case U';': return "；";
    case U':': return "：";
    case U'?': return "？";
    case U'!': return "！";
    case U'(': return "（";
    case U')': return "）";
    default: return {};
  }
}

bool is_wide_letter(char32_t value) {
  return (value >= U'０' && value <= U'９') ||
         (value >= U'Ａ' && value <= U'Ｚ') ||
         (value >= U'ａ' && value <= U'ｚ');
}

/// The parenthesis that belongs to each, as places in `points`; so that both
/// get the same width. `size()` where there is none.
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

std::vector<Change> width_changes(std::string_view text) {
  const std::u32string points = unicode::to_utf32(text);
  const auto stands_in_chinese = [&](std::size_t i) {
    return (i > 0 && is_chinese(points[i - 1])) ||
           (i + 1 < points.size() && is_chinese(points[i + 1]));
  };
  const auto partner = partners(points);
  std::vector<Change> changes;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::string bytes;
    unicode::append(bytes, points[i]);
    const std::string_view wide = full_width(points[i]);
    const std::size_t other = partner[i];
    if (is_wide_letter(points[i])) {
      const auto narrow = static_cast<char>(points[i] - U'！' + U'!');
      changes.push_back({offset, bytes.size(), std::string(1, narrow)});
    } else if (!wide.empty() &&
               (stands_in_chinese(i) ||
                (other < points.size() &&
                 (stands_in_chinese(other) || points[other] >= 0x80)))) {
      changes.push_back({offset, bytes.size(), std::string(wide)});
    }
    offset += bytes.size();
  }
  return changes;
}

/// Offices compare and search by eye: （ and ( are not the same to a search.
void mixed_width(const Edition&, Findings& found) {
  constexpr Message<std::string_view> narrow{
      "`{}` is half-width in Chinese text", "中文里的 `{}` 是半角"};
  constexpr Message<std::string_view> wide{
      "`{}` is full-width, where digits and Latin letters are half-width",
      "`{}` 是全角，数字和西文字母用半角"};
  found.printed().with(Sign::width, [&](const Printed& printed) {
    const std::string_view text = printed.text.text;
    const auto changes = width_changes(text);
    if (changes.empty()) return;
    const Change& first = changes[0];
    report(found, printed, changes, first.size == 1 ? narrow : wide,
           text.substr(first.offset, first.size));
  });
}

void traditional_characters(const Edition&, Findings& found) {
  constexpr Message<std::string_view, std::string> traditional{
      "`{}` is a traditional form of `{}`", "`{}` 是 `{}` 的繁体"};
  found.printed().with(Sign::traditional, [&](const Printed& printed) {
    const std::string_view text = printed.text.text;
    std::vector<Change> changes;
    const CodePoints points(text);
    for (auto at = points.begin(); at != points.end(); ++at) {
      const auto form = unicode::simplified(*at);
      if (!form) continue;
      changes.push_back({at.offset(), at.size(), {}});
      unicode::append(changes.back().right, *form);
    }
    if (changes.empty()) return;
    report(found, printed, changes, traditional,
           text.substr(changes[0].offset, changes[0].size), changes[0].right);
  });
}

}  // namespace

std::vector<Rule> character_rules() {
  return {
      {"stray-characters",
       Severity::warning,
       {"texts have no leftovers of other programs",
        "文字里没有其他软件的残留字符"},
       stray_characters},
      {"mixed-width",
       Severity::warning,
       {"Chinese punctuation is full-width, digits and Latin half-width",
        "中文标点用全角，数字和西文用半角"},
       mixed_width},
      {"traditional-characters",
       Severity::warning,
       {"characters are simplified ones", "使用规范的简化字"},
       traditional_characters},
  };
}

}  // namespace catalog::check
