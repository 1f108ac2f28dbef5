#include "phrase/citation_words.h"

#include <algorithm>
#include <array>

#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view title_ends[] = {
    "法",   "条例", "办法", "规定", "决定", "意见", "通知", "细则", "方案",
    "规划", "公告", "标准", "规程", "章程", "制度", "目录", "指引", "指南",
    "纲要", "解释", "公约", "准则", "规范", "规则", "批复", "函",   "令",
    "计划", "清单", "通报", "通告", "决议", "宪法", "法典", "要点", "措施",
    "预案", "协定", "条约", "答复", "导则", "守则", "政策"};
constexpr string_view vague_words[] = {"相关", "有关", "各地", "各省", "各市",
                                       "各县", "各级", "各区", "本地", "当地",
                                       "上级", "其他", "其它", "配套"};
constexpr string_view vague_ends[] = {"规定", "文件", "政策", "法规", "法律",
                                      "规划", "要求", "制度", "办法", "规章",
                                      "精神", "通知", "等",   "方案", "细则"};
constexpr string_view organ_ends[] = {
    "国务院",   "中央", "委员会", "委",     "部", "局",   "厅",   "办公室",
    "政府",     "法院", "院",     "总局",   "署", "党委", "人大", "常委会",
    "领导小组", "银行", "海关",   "总工会", "办", "会"};
constexpr string_view dittos[] = {"同上", "同前", "同左", "同右", "同下",
                                  "〃",   "″",    "见上", "如上"};
constexpr string_view embedding[] = {
    "印发", "转发", "批转", "下发", "发布", "公布", "颁布", "实施", "贯彻",
    "执行", "落实", "修改", "修订", "废止", "关于", "施行", "做好", "开展"};
constexpr string_view prepositions[] = {"根据", "依据", "按照", "依照",
                                        "参照", "遵照", "按",   "参见",
                                        "以及", "及",   "和",   "与"};
constexpr string_view notes[] = {
    "等",       "及其",     "及相关",   "及有关",   "及配套",   "以及相关",
    "以及有关", "和相关",   "和有关",   "与相关",   "的有关",   "的相关",
    "的规定",   "的要求",   "的精神",   "有关规定", "相关规定", "有关要求",
    "相关要求", "有关文件", "相关文件", "有关条款", "相关条款", "规定",
    "要求",     "精神",     "配套文件", "全文",     "条款"};
constexpr string_view note_stops[] = {"、", ",", ";",  ":",  "。", "《", "(",
                                      "〔", "[", "【", "\n", "…",  "."};
constexpr string_view goes_on[] = {"的通知", "的意见", "的决定", "的公告",
                                   "的批复", "的函",   "的办法", "的通告"};
/// No phrase of this kind is longer, in bytes.
constexpr std::size_t longest_note = 120;

}  // namespace

bool ends_as_title(string_view text) {
  return text.size() > 3 && ends_with_any(text, title_ends);
}

bool names_nothing(string_view text) {
  constexpr string_view rules[] = {
      "规定",         "文件",     "政策",     "政策文件",
      "法律",         "法规",     "法律法规", "政策法规",
      "法律法规规定", "文件精神", "文件规定", "无",
      "暂无",         "/",        "-",        "—"};
  if (std::find(std::begin(rules), std::end(rules), text) != std::end(rules))
    return true;
  return contains_any(text, vague_words) && ends_with_any(text, vague_ends) &&
         text.find("关于") == text.npos;
}

bool is_organ(string_view text) {
  return text.size() > 3 && ends_with_any(text, organ_ends) &&
         !ends_as_title(text);
}

bool is_ditto(string_view text) {
  return std::find(std::begin(dittos), std::end(dittos), text) !=
         std::end(dittos);
}

bool embeds_title(string_view before) {
  return ends_with_any(before, embedding) || before.find("关于") != before.npos;
}

void take_preposition(string_view& text) {
  while (!take_any(text, prepositions).empty()) continue;
}

std::size_t size_of_note(string_view text) {
  string_view rest = text;
  if (take_any(rest, notes).empty()) return 0;
  while (!rest.empty() && text.size() - rest.size() < longest_note) {
    string_view stop = rest;
    if (!take_any(stop, note_stops).empty()) break;
    rest.remove_prefix(unicode::decode(rest, 0).size);
  }
  const string_view note = text.substr(0, text.size() - rest.size());
  // 关于执行某法有关规定的通知: still the title.
  return contains_any(note, goes_on) ? 0 : note.size();
}

std::string title_of(string_view written) {
  std::string title;
  bool after_space = false;
  for (std::size_t at = 0; at < written.size();) {
    const auto point = unicode::decode(written, at);
    string_view bytes = written.substr(at, point.size);
    at += point.size;
    switch (point.value) {
      case U'\r':
      case U'\n': continue;
      case U'\t':
      case U' ':
      case 0x3000:
      case 0x00A0: after_space = !title.empty(); continue;
      case U'《':
      case U'<':
      case U'＜': bytes = "〈"; break;
      case U'》':
      case U'>':
      case U'＞': bytes = "〉"; break;
      case U'(': bytes = "（"; break;
      case U')': bytes = "）"; break;
      case U',': bytes = "，"; break;
      default: break;
    }
    if (after_space) title += ' ';
    after_space = false;
    title += bytes;
  }
  return title;
}

std::size_t size_of_numbering(string_view text) {
  constexpr int most = 99;
  constexpr string_view list_mark(&PlainText::mark, 1);
  string_view rest = text;
  if (take(rest, list_mark)) return list_mark.size();
  const bool is_bracketed = take(rest, "(");
  const auto number = take_number(rest);
  if (!number || *number > most) return 0;
  if (is_bracketed) return take(rest, ")") ? text.size() - rest.size() : 0;
  if (take(rest, ".") || take(rest, "、") || take(rest, ")"))
    return text.size() - rest.size();
  return 0;
}

}  // namespace catalog::phrase
