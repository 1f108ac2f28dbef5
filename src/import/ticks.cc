#include "import/ticks.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "import/lists.h"
#include "import/text.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr std::u32string_view ticks = U"√✓✔☑☒■●▲◆▄▇█★◼⬛✅✦∨";
constexpr std::u32string_view open_boxes = U"□☐○◻◇△▢❏❑〇⬜✗✘✕❌";
/// What a symbol font's ticks and boxes read as without the font.
constexpr std::u32string_view lost_ticks = U"RþüýP";
constexpr std::u32string_view lost_boxes = U"£t¨oq";

bool is_in(std::u32string_view all, char32_t value) {
  return all.find(value) != all.npos;
}

/// A sign that stands before a channel.
struct Sign {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t value = 0;
  bool ticked = false;
  bool is_letter = false;
};

/// What may be a sign in one text, and is none in another.
struct Doubtful {
  bool letters = false;  // what a lost symbol font leaves
  bool latin = false;    // such letters before Latin names, too: RLED屏
  bool crosses = false;  // × where others are ticked
};

/// Names that follow a box; 口 is a box only before one of them or at the
/// start of a word: 窗口, 入口, 人口 are words.
constexpr std::string_view usual_names[] = {
    "政府",     "两微", "发布会", "广播", "纸质", "公开查阅",
    "政务服务", "便民", "入户",   "社区", "精准", "其他",
    "电子",     "公示", "企业",   "村",   "微信"};

bool is_capital(char32_t value) { return value >= U'A' && value <= U'Z'; }

/// Whether a letter is what is left of a sign, by what stands behind it: a
/// name, or one blank and a name as symbols in a font of their own have it.
bool is_before_a_name(char32_t letter, std::string_view rest, bool at_start,
                      const Doubtful& doubtful) {
  if (at_start && rest.starts_with(" ")) rest.remove_prefix(1);
  if (rest.empty()) return false;
  const char32_t next = unicode::decode(rest).value;
  if (unicode::is_ideograph(next)) return true;
  return at_start && is_capital(next) && (doubtful.latin || letter >= 0x80);
}

std::optional<Sign> sign_at(std::string_view text, std::size_t at,
                            bool at_start, const Doubtful& doubtful) {
  const auto point = unicode::decode(text, at);
  const std::size_t end = at + point.size;
  if (is_in(ticks, point.value) && point.value != U'∨')
    return Sign{at, end, point.value, true, false};
  if (is_in(open_boxes, point.value) && (point.value != U'〇' || at_start))
    return Sign{at, end, point.value, false, false};
  const std::string_view rest = text.substr(std::min(end, text.size()));
  if (doubtful.crosses && point.value == U'×' && !rest.starts_with("×") &&
      !text.substr(0, at).ends_with("×"))
    return Sign{at, end, point.value, false, false};
  const bool before_name = std::any_of(
      std::begin(usual_names), std::end(usual_names),
      [&](std::string_view name) { return rest.starts_with(name); });
  if (point.value == U'口' && (at_start || before_name) && !rest.empty() &&
      (before_name || unicode::is_ideograph(unicode::decode(rest).value)))
    return Sign{at, end, point.value, false, false};
  if (!doubtful.letters || !(at_start || before_name) ||
      !is_before_a_name(point.value, rest, at_start, doubtful))
    return std::nullopt;
  if (is_in(lost_ticks, point.value))
    return Sign{at, end, point.value, true, true};
  if (is_in(lost_boxes, point.value) || point.value == U'?')
    return Sign{at, end, point.value, point.value == U'?', true};
  return std::nullopt;
}

std::vector<Sign> signs_in(std::string_view text, const Doubtful& doubtful) {
  std::vector<Sign> signs;
  char32_t last = U'\n';
  const unicode::CodePoints points(text);
  for (auto at = points.begin(); at != points.end(); ++at) {
    const bool at_start = last == U'\n' || last == U' ' || last == U'、' ||
                          last == U'；' || last == U';' || last == U')' ||
                          last == U'）' || last == U',' || last == U'，';
    const auto sign = sign_at(text, at.offset(), at_start, doubtful);
    // Within a word, 口 is a box only where boxes came before it.
    if (sign && (*at != U'口' || at_start || !signs.empty()))
      signs.push_back(*sign);
    last = *at;
  }
  return signs;
}

/// `[√]` and `[ ]` as the signs they stand for, in brackets of one shape:
/// 其他（ ） is a blank to write on.
std::string without_sign_brackets(std::string_view text) {
  struct Shape {
    re2::RE2 ticked, open, first_open;
  };
  static const Shape shapes[] = {
      {re2::RE2("\\[ ?[√✓✔☑■●] ?\\]"), re2::RE2("\\[ ?[□×✗✕○]? ?\\]"),
       re2::RE2("^\\[ ?[□×✗✕○]? ?\\]")},
      {re2::RE2("[（(] ?[√✓✔☑■●] ?[)）]"), re2::RE2("[（(] ?[□×✗✕○]? ?[)）]"),
       re2::RE2("^[（(] ?[□×✗✕○]? ?[)）]")},
      {re2::RE2("【 ?[√✓✔☑■●] ?】"), re2::RE2("【 ?[□×✗✕○]? ?】"),
       re2::RE2("^【 ?[□×✗✕○]? ?】")}};
  std::string plain(text);
  for (const Shape& each : shapes) {
    if (!re2::RE2::PartialMatch(plain, each.ticked) &&
        !re2::RE2::PartialMatch(plain, each.first_open))
      continue;
    re2::RE2::GlobalReplace(&plain, each.ticked, "√");
    re2::RE2::GlobalReplace(&plain, each.open, "□");
  }
  return plain;
}

/// A sign alone, out of the brackets around it.
std::string bare_sign(std::string_view text) {
  return squashed(without_sign_brackets(text));
}

std::string channel_name(std::string_view written) {
  std::string name = printed(joined(trimmed(written, U"、，,；;。.")));
  // A blank line to write on is no part of the name.
  while (name.ends_with("_") || name.ends_with("＿") || name.ends_with("—"))
    name = std::string(trimmed(name, U"_＿—"));
  return name;
}

/// The parts of a text at separators outside of brackets.
std::vector<std::string> names_in(std::string_view text,
                                  std::u32string_view separators) {
  std::vector<std::string> names;
  std::u32string name;
  int depth = 0;
  const auto end_name = [&] {
    std::string clean = channel_name(unicode::to_utf8(name));
    if (!clean.empty()) names.push_back(std::move(clean));
    name.clear();
  };
  for (const char32_t each : unicode::CodePoints(text)) {
    if (is_in(U"(（《“", each)) ++depth;
    if (is_in(U")）》”", each)) --depth;
    if (depth <= 0 && is_in(separators, each))
      end_name();
    else
      name += each;
  }
  end_name();
  return names;
}

/// 政府网站/政务服务中心 are two channels, 发布会/听证会 is one: every part
/// must begin as a channel does.
std::vector<std::string> at_slashes(const std::string& name) {
  std::vector<std::string> parts = names_in(name, U"/");
  const bool are_names =
      std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
        return std::any_of(
            std::begin(usual_names), std::end(usual_names),
            [&](std::string_view usual) { return part.starts_with(usual); });
      });
  if (!are_names) parts = {name};
  return parts;
}

/// Circled numbers of a list that the note under the table explains: they
/// part names, and need not count up.
std::string circled_apart(std::string_view text) {
  std::string apart(text);
  static const re2::RE2 circled("\\s*[①-⑳㉑-㉟⑴-⒇]\\s*");
  re2::RE2::GlobalReplace(&apart, circled, "\n");
  return apart;
}

/// Names without boxes: in lines, numbered, or separated.
Boxes by_separators(std::string_view text) {
  static const re2::RE2 number("^[(（]?[0-9]{1,2}[)）.．、]\\s*");
  Boxes result;
  for (const Entry& entry : entries_of(circled_apart(text), false))
    for (std::string& name : names_in(entry.text, U"、；;，, ")) {
      re2::RE2::Replace(&name, number, "");
      for (std::string& part : at_slashes(name))
        if (!part.empty()) result.boxes.push_back({std::move(part), true});
    }
  return result;
}

/// The signs of a text, letters of a lost font among them where they cannot be
/// words; whether there are such.
std::pair<std::vector<Sign>, bool> all_signs(std::string_view text) {
  Doubtful doubtful;
  std::vector<Sign> signs = signs_in(text, doubtful);
  const auto has_kind = [&](bool ticked) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](const Sign& each) { return each.ticked == ticked; });
  };
  // ×× is a blank for a name, and × alone a word of few tables.
  if (!has_kind(false) && (has_kind(true) || text.starts_with("×"))) {
    doubtful.crosses = true;
    signs = signs_in(text, doubtful);
  }
  if (has_kind(true) && has_kind(false)) return {std::move(signs), false};
  // Where one kind is missing, letters may stand for it: each must begin
  // the text or follow a blank, so that words stay words.
  doubtful.letters = true;
  std::vector<Sign> all = signs_in(text, doubtful);
  const auto letters = std::count_if(
      all.begin(), all.end(), [](const Sign& each) { return each.is_letter; });
  const bool is_list = letters >= 2 || (letters == 1 && !signs.empty()) ||
                       (letters == 1 && all[0].begin == 0);
  if (letters == 0 || !is_list) return {std::move(signs), false};
  // Of a list of signs, names that begin with Latin letters have theirs, too.
  doubtful.latin = letters >= 2 && all[0].begin == 0;
  if (doubtful.latin) all = signs_in(text, doubtful);
  return {std::move(all), true};
}

/// Whether the signs stand behind what they mark: 政府网站√ 公示栏×.
bool stand_behind(std::string_view text, const std::vector<Sign>& signs) {
  return !channel_name(text.substr(0, signs.front().begin)).empty() &&
         channel_name(text.substr(signs.back().end)).empty();
}

}  // namespace

bool is_tick(std::string_view text) {
  const std::string plain = bare_sign(text);
  if (unicode::count(plain) == 1)
    return is_in(ticks, unicode::decode(plain).value) ||
           is_doubtful_tick(plain) || plain == "V" || plain == "v" ||
           plain == "Y" || plain == "1" || plain == "是" || plain == "有";
  return plain == "√√" || plain == "TRUE";
}

bool is_doubtful_tick(std::string_view text) {
  const std::string plain = squashed(text);
  return plain == "R" || plain == "þ" || plain == "?" || plain == "ü" ||
         plain == "ý" || plain == "P";
}

std::string without_tick(std::string_view text) {
  return printed(joined(trimmed(text, U"√✓✔☑■●▲◆▄✅:：")));
}

bool is_untick(std::string_view text) {
  const std::string plain = bare_sign(text);
  if (unicode::count(plain) > 1) return plain == "--" || plain == "——";
  return plain.empty() || is_in(open_boxes, unicode::decode(plain).value) ||
         plain == "否" || plain == "无" || plain == "×" || plain == "/" ||
         plain == "—" || plain == "-" || plain == "─" || plain == "0" ||
         plain == "£" || plain == "口" || plain == "t" || plain == "¨";
}

Boxes boxes_of(std::string_view written) {
  const std::string text = without_sign_brackets(written);
  const auto [signs, with_letters] = all_signs(text);
  if (signs.empty()) return by_separators(text);
  Boxes result;
  result.is_repaired = with_letters;
  const bool behind = stand_behind(text, signs);
  char32_t first_tick = 0;
  if (const std::string before = channel_name(text.substr(0, signs[0].begin));
      !before.empty() && !behind)
    result.boxes.push_back({before, true});
  for (std::size_t i = 0; i < signs.size(); ++i) {
    std::size_t begin = signs[i].end;
    std::size_t end = i + 1 < signs.size() ? signs[i + 1].begin : text.size();
    if (behind) {
      begin = i > 0 ? signs[i - 1].end : 0;
      end = signs[i].begin;
    }
    // One tick may stand before several names.
    auto names = names_in(text.substr(begin, end - begin), U"、；;");
    if (names.empty()) continue;
    for (std::string& name : names)
      result.boxes.push_back({std::move(name), signs[i].ticked});
    result.has_open = result.has_open || !signs[i].ticked;
    if (signs[i].ticked && first_tick != 0 && signs[i].value != first_tick)
      result.has_two_kinds = true;
    if (signs[i].ticked && first_tick == 0) first_tick = signs[i].value;
  }
  return result;
}

bool has_signs(const Boxes& boxes, const std::string& text) {
  return boxes.has_open || without_tick(text) != printed(joined(text));
}

}  // namespace catalog::import
