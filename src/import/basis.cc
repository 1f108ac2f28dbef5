#include "import/basis.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/lists.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

bool is_in(std::u32string_view all, char32_t value) {
  return all.find(value) != all.npos;
}

constexpr std::u32string_view opening = U"《〈（(【[〔“";
constexpr std::u32string_view closing = U"》〉）)】]〕”";

/// Parts at separators that no bracket surrounds; also where a title follows
/// directly on a title or its number.
std::vector<std::string> split(std::string_view text,
                               std::u32string_view separators, bool at_titles) {
  std::vector<std::string> parts;
  std::u32string part;
  int depth = 0, titles = 0;
  const auto end_part = [&] {
    const std::string bytes = unicode::to_utf8(part);
    const std::string_view plain = trimmed(bytes, U"、，,；;。\n");
    if (!plain.empty()) parts.emplace_back(plain);
    part.clear();
    depth = titles = 0;
  };
  const std::u32string points = unicode::to_utf32(text);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t each = points[i];
    if (depth == 0 && is_in(separators, each)) {
      end_part();
      continue;
    }
    // A title after the end of another begins a citation of its own, unless
    // words join them: 《…》和《…》 stays for a person to part.
    if (at_titles && each == U'《' && depth == 0 && titles > 0 &&
        is_in(U"》）)号条款等 ", part.back()))
      end_part();
    if (is_in(opening, each)) ++depth;
    if (is_in(closing, each) && depth > 0) {
      --depth;
      if (each == U'》' && depth == 0) ++titles;
    }
    part += each;
  }
  end_part();
  return parts;
}

const re2::RE2& number_pattern() {
  static const re2::RE2 pattern(
      "[(（]?((?:中华人民共和国)?(?:国务院|国|主席)令\\s*(?:〔\\d{4}〕)?第?\\s*"
      "\\d+\\s*号"
      "|\\p{Han}{2,16}令(?:\\d{4}年)?\\s*第?\\s*\\d+\\s*号"
      "|\\p{Han}{1,16}(?:\\p{Han}|\\s)*〔\\d{4}〕\\s*第?\\d+\\s*号)[)）]?");
  return pattern;
}

/// 国令第711号 and 中华人民共和国国务院令711号 are one.
std::string one_form(std::string number) {
  static const re2::RE2 decree(
      "^(?:中华人民共和国)?国(?:务院)?令\\s*第?\\s*(\\d+)\\s*号$");
  std::string digits;
  if (re2::RE2::FullMatch(number, decree, &digits))
    return "国务院令第" + digits + "号";
  std::erase(number, ' ');
  return number;
}

/// The title in the first 《》, and what stands before and behind it.
bool take_title(const std::string& text, Citation& citation,
                std::string& behind) {
  const std::size_t begin = text.find("《");
  if (begin == text.npos) return false;
  int depth = 0;
  std::size_t at = begin;
  for (const char32_t each :
       unicode::CodePoints(std::string_view(text).substr(begin))) {
    if (each == U'《') ++depth;
    if (each == U'》') --depth;
    std::string bytes;
    unicode::append(bytes, each);
    at += bytes.size();
    if (depth == 0) break;
  }
  if (depth != 0) return false;
  constexpr std::size_t mark = std::string_view("《").size();
  citation.title = text.substr(begin + mark, at - begin - 2 * mark);
  citation.rest = std::string(trimmed(text.substr(0, begin)));
  behind = text.substr(at);
  return !citation.title.empty();
}

/// A document named without 《》: 关于印发…的通知（苏财农〔2021〕95号）.
bool take_bare_title(const std::string& text, Citation& citation,
                     std::string& behind) {
  static const re2::RE2 bare(
      "^((?:\\p{Han}|[、“”〈〉0-9（）－-])*(?:法|条例|规定|办法|细则|意见|通知|"
      "决定|方案|规则|"
      "标准|规范|纲要|目录|公告|批复|函))((?:[（(].*)?)$");
  std::string title;
  if (text.size() > 400 || !re2::RE2::FullMatch(text, bare, &title, &behind))
    return false;
  static const re2::RE2 vague(".*(相关|有关|各地|各级|其他|上级|本级|等).*");
  const bool has_number = re2::RE2::PartialMatch(behind, number_pattern());
  if (unicode::count(title) < 4 ||
      (re2::RE2::FullMatch(title, vague) && !has_number))
    return false;
  // Brackets must be whole, or the text was cut.
  citation.title = title;
  return true;
}

Citation citation_of(const std::string& written) {
  Citation citation;
  citation.printed = printed(joined(written));
  std::string behind;
  if (!take_title(citation.printed, citation, behind) &&
      !take_bare_title(citation.printed, citation, behind)) {
    citation.rest = citation.printed;
    return citation;
  }
  re2::StringPiece number;
  if (re2::RE2::PartialMatch(behind, number_pattern(), &number)) {
    citation.number = one_form(std::string(number));
    // With the brackets around it, when nothing else is in them.
    std::size_t begin = static_cast<std::size_t>(number.data() - behind.data());
    std::size_t size = number.size();
    constexpr std::size_t bracket = std::string_view("（").size();
    if (begin >= bracket &&
        std::string_view(behind).substr(begin - bracket, bracket) == "（" &&
        std::string_view(behind).substr(begin + size).starts_with("）")) {
      begin -= bracket;
      size += 2 * bracket;
    }
    behind.erase(begin, size);
  }
  static const re2::RE2 article(
      "^\\s*(第[一二三四五六七八九十百零〇0-9]+条(?:之[一二三])?(?:第?[（(]?["
      "一二三四五六七八九十0-9]+[）)]?[款项目])*"
      "(?:[、和至]第[一二三四五六七八九十百零〇0-9]+条(?:第?[（(]?["
      "一二三四五六七八九十0-9]+[）)]?[款项目])*)*)");
  std::string found;
  if (re2::RE2::PartialMatch(behind, article, &found)) {
    citation.article = found;
    re2::RE2::Replace(&behind, article, "");
  }
  citation.rest += trimmed(behind, U"。；;，,：:");
  // Notes are printed in brackets: those that stand there already go.
  static const re2::RE2 bracketed("^（([^（）]*)）$");
  std::string inner;
  if (re2::RE2::FullMatch(citation.rest, bracketed, &inner))
    citation.rest = inner;
  return citation;
}

constexpr std::string_view offices[] = {
    "局",   "委",   "委员会", "办",   "办公室", "政府", "部门",  "机关",
    "中心", "所",   "站",     "队",   "处",     "科",   "股",    "院",
    "公司", "学校", "单位",   "社区", "村",     "企业", "协会",  "会",
    "厅",   "署",   "街道",   "镇",   "乡",     "部",   "窗口",  "机构",
    "园",   "馆",   "医院",   "行",   "办事处", "组",   "管委会"};

/// Without what brackets add: 乡镇政府（街道办事处）.
bool names_an_office(std::string_view part) {
  std::string plain(part);
  static const re2::RE2 bracket("[（(][^（）()]*[）)]");
  re2::RE2::GlobalReplace(&plain, bracket, "");
  const std::string_view name = trimmed(plain, U"等。");
  return unicode::count(name) >= 3 &&
         std::any_of(std::begin(offices), std::end(offices),
                     [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace

std::vector<Citation> citations_in(std::string_view text, bool wrapped) {
  std::vector<Citation> all;
  for (const Entry& entry : entries_of(text, wrapped)) {
    std::vector<std::string> pieces = {entry.text};
    pieces.insert(pieces.end(), entry.parts.begin(), entry.parts.end());
    for (const std::string& piece : pieces) {
      // Clause text quoted in full has separators of its own.
      static const re2::RE2 clause(
          "》?[^》]{0,40}第[一二三四五六七八九十百零0-9]+条[^，、；]{0,12}[：: "
          "].{30,}");
      if (re2::RE2::PartialMatch(piece, clause)) {
        all.push_back(citation_of(piece));
        continue;
      }
      for (const std::string& part : split(piece, U"、；;，,\n", true))
        all.push_back(citation_of(part));
    }
  }
  // What follows a comma and names no text belongs to the citation before it:
  // 第五条、第六条; 2019年修订.
  std::vector<Citation> merged;
  static const re2::RE2 tail(
      "^(第.{1,12}[条款项].*|\\d{4}年.*|.{0,6}(修订|修正|等)|[^《]{1,3})$");
  for (Citation& each : all) {
    if (each.title.empty() && !merged.empty() && !merged.back().title.empty() &&
        re2::RE2::FullMatch(each.printed, tail))
      merged.back() = citation_of(merged.back().printed + "、" + each.printed);
    else
      merged.push_back(std::move(each));
  }
  return merged;
}

std::string title_key(std::string_view title) {
  std::string key = squashed(title);
  for (const auto& [from, to] : {std::pair{"〈", "《"}, std::pair{"〉", "》"},
                                 std::pair{"<", "《"}, std::pair{">", "》"}}) {
    const std::string_view old = from;
    for (std::size_t at = key.find(old); at != key.npos; at = key.find(old, at))
      key.replace(at, old.size(), to);
  }
  constexpr std::string_view country = "中华人民共和国";
  if (key.starts_with(country)) key.erase(0, country.size());
  return key;
}

std::vector<std::string> bodies_in(std::string_view text, bool wrapped) {
  std::vector<std::string> bodies;
  const auto take = [&](std::string_view piece) {
    const std::string whole = printed(joined(trimmed(piece, U"、；;，,。")));
    if (whole.empty()) return;
    const auto parts = split(whole, U"、；;，, ", false);
    if (parts.size() > 1 &&
        std::all_of(parts.begin(), parts.end(), names_an_office))
      bodies.insert(bodies.end(), parts.begin(), parts.end());
    else
      bodies.push_back(whole);
  };
  const auto entries = entries_of(text, wrapped);
  const bool all_offices =
      std::all_of(entries.begin(), entries.end(),
                  [](const Entry& each) { return names_an_office(each.text); });
  if (entries.size() > 1 && !all_offices) {
    take(joined(text));
  } else {
    for (const Entry& each : entries) {
      take(each.text);
      for (const std::string& part : each.parts) take(part);
    }
  }
  std::vector<std::string> once;
  for (std::string& each : bodies)
    if (std::find(once.begin(), once.end(), each) == once.end())
      once.push_back(std::move(each));
  return once;
}

bool is_generic(std::string_view body) {
  if (ends_with_any(body, {"部门", "机关", "单位", "机构", "主体"}))
    return true;
  return starts_with_any(body,
                         {"县级", "县（区、市）", "县（市、区）", "各", "乡级",
                          "市级", "区级", "镇级", "村级", "相关", "有关"}) ||
         body == "乡镇人民政府" || body == "街道办事处" ||
         body == "镇人民政府" || body == "行政村" || body == "村民委员会" ||
         body == "村委会";
}

}  // namespace catalog::import
