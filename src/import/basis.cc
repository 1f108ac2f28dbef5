#include "import/basis.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/lists.h"
#include "import/text.h"
#include "phrase/citation.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

bool is_in(std::u32string_view all, char32_t value) {
  return all.find(value) != all.npos;
}

constexpr std::u32string_view opening = U"《〈（(【[〔“";
constexpr std::u32string_view closing = U"》〉）)】]〕”";

/// Parts at separators that no bracket surrounds.
std::vector<std::string> split(std::string_view text,
                               std::u32string_view separators) {
  std::vector<std::string> parts;
  std::u32string part;
  int depth = 0;
  const auto end_part = [&] {
    const std::string bytes = unicode::to_utf8(part);
    const std::string_view plain = trimmed(bytes, U"、，,；;。\n");
    if (!plain.empty()) parts.emplace_back(plain);
    part.clear();
    depth = 0;
  };
  for (const char32_t each : unicode::CodePoints(text)) {
    if (depth == 0 && is_in(separators, each)) {
      end_part();
      continue;
    }
    if (is_in(opening, each)) ++depth;
    if (is_in(closing, each) && depth > 0) --depth;
    part += each;
  }
  end_part();
  return parts;
}

/// What a citation says beside its title, number and articles, as a note.
std::string rest_of(const std::string& piece, const phrase::Citation& read) {
  std::string rest;
  std::size_t at = read.range.begin;
  const auto skip = [&](const phrase::Range& range) {
    if (range.end <= range.begin || range.begin < at) return;
    rest += std::string_view(piece).substr(at, range.begin - at);
    at = range.end;
  };
  std::vector<phrase::Range> ranges = {read.title_range, read.number_range,
                                       read.provisions_range};
  std::sort(ranges.begin(), ranges.end(),
            [](const auto& a, const auto& b) { return a.begin < b.begin; });
  for (const phrase::Range& each : ranges) skip(each);
  rest += std::string_view(piece).substr(at, read.range.end - at);
  // What stood around them goes with them.
  for (const std::string_view hollow : {"《》", "（）", "()", "〔〕"})
    for (std::size_t begin = rest.find(hollow); begin != rest.npos;
         begin = rest.find(hollow, begin))
      rest.erase(begin, hollow.size());
  std::string note(trimmed(rest, U"。；;，,：:、"));
  // Notes are printed in brackets: those that stand there already go.
  static const re2::RE2 bracketed("^（([^（）]*)）$");
  std::string inner;
  if (re2::RE2::FullMatch(note, bracketed, &inner)) note = inner;
  return note;
}

Citation citation_of(const std::string& piece, const phrase::Citation& read) {
  Citation citation;
  citation.printed = std::string(
      trimmed(std::string_view(piece).substr(read.range.begin,
                                             read.range.end - read.range.begin),
              U"、，,；;。\n"));
  citation.title = read.title;
  // A number that is not sure stays as it was written.
  citation.number = read.number.text;
  citation.article = phrase::canonical(read.provisions);
  citation.rest = rest_of(piece, read);
  return citation;
}

/// What was found in an entry, and where.
struct Found {
  std::size_t begin, end;
  Citation citation;
  bool is_bare = false;  // a title that no 《》 surrounds
};

/// 省、市年度实施方案: a bare title goes as far back as words do that are
/// none by themselves. The whole is kept as a text then.
void join_bare_titles(const std::string& piece, std::vector<Found>& found) {
  constexpr std::size_t longest_head = 4;
  constexpr std::string_view comma = "、";
  for (std::size_t i = found.size(); i-- > 1;) {
    Found &head = found[i - 1], &tail = found[i];
    const bool is_head = head.citation.title.empty() &&
                         unicode::count(head.citation.printed) <= longest_head;
    if (!tail.is_bare || !is_head || head.end > tail.begin ||
        trimmed(std::string_view(piece).substr(head.end,
                                               tail.begin - head.end)) != comma)
      continue;
    Citation whole;
    whole.printed = std::string(trimmed(
        std::string_view(piece).substr(head.begin, tail.end - head.begin),
        U"、，,；;。\n"));
    whole.rest = whole.printed;
    head = {head.begin, tail.end, std::move(whole), true};
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// The citations of one entry, and what was not understood, in their order.
void add_citations(const std::string& written, std::vector<Citation>& all) {
  const std::string piece = printed(joined(written));
  const phrase::Basis basis = phrase::basis(piece);
  std::vector<Found> found;
  for (const phrase::Citation& each : basis.citations)
    found.push_back({each.range.begin, each.range.end, citation_of(piece, each),
                     !each.is_quoted});
  for (const phrase::BasisSlip& slip : basis.slips) {
    const bool is_inside = std::any_of(
        basis.citations.begin(), basis.citations.end(), [&](const auto& each) {
          return slip.range.begin < each.range.end &&
                 each.range.begin < slip.range.end;
        });
    if (is_inside) continue;
    Citation text;
    text.printed =
        trimmed(std::string_view(piece).substr(
                    slip.range.begin, slip.range.end - slip.range.begin),
                U"、，,；;。\n");
    text.rest = text.printed;
    if (!text.printed.empty())
      found.push_back(
          {slip.range.begin, slip.range.end, std::move(text), false});
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Found& a, const Found& b) { return a.begin < b.begin; });
  join_bare_titles(piece, found);
  for (Found& each : found) all.push_back(std::move(each.citation));
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
    add_citations(entry.text, all);
    for (const std::string& part : entry.parts) add_citations(part, all);
  }
  return all;
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
    const auto parts = split(whole, U"、；;，, ");
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
