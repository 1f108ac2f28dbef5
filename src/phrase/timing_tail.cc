#include "phrase/timing_tail.h"

#include <algorithm>

#include "phrase/timing_act.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view channel_ends[] = {
    "网站上",   "网站",   "平台上", "平台",   "公示栏上", "公示栏",
    "公开栏上", "公开栏", "公告栏", "宣传栏", "媒体上",   "媒体",
    "公众号",   "专栏",   "栏目",   "大厅",   "服务中心", "电子屏",
    "显示屏",   "系统",   "公报",   "报刊",   "门户",     "网上",
    "网页",     "官网",   "信用网", "现场",   "场所",     "位置",
    "渠道",     "方式",   "形式",   "范围内", "群里",     "微信群"};

constexpr string_view channel_starts[] = {"在", "通过", "利用", "依托", "经由",
                                          "于", "以",   "至",   "到"};

/// What may follow a limit and adds nothing to it. Longer ones first.
constexpr string_view tail_words[] = {
    "全文",     "全程",     "公示牌",       "公告牌",   "公示板",
    "张榜",     "集中公布", "予以主动公开", "保留",     "保存",
    "管理",     "准确",     "真实",         "完整",     "书面",
    "规范",     "关联",     "链接",         "面向社会", "向社会公众",
    "向全社会", "向社会",   "向公众",       "对社会",   "对外",
    "给予",     "予以",     "进行",         "及时",     "主动",
    "依法",     "依规",     "统一",         "集中",     "完成",
    "全面",     "保持",     "补充",         "曝光",     "逐笔",
    "逐户",     "逐项",     "张榜公布",     "公开",     "公示",
    "公布",     "发布",     "更新",         "公告",     "披露",
    "调整",     "上传",     "上网",         "上墙",     "展示",
    "张贴",     "刊登",     "完善",         "维护",     "报道",
    "推送",     "线上",     "予",           "完毕",     "到位",
    "信息公开", "相关信息", "有关信息",     "相应信息", "政府信息",
    "信息",     "相关内容", "有关内容",     "内容",     "相关情况",
    "有关情况", "应当",     "应",           "须",       "需要",
    "即可",     "即",       "并且",         "并",       "和",
    "及",       "与",       "或者",         "或",       "、",
    "/",        "的"};

constexpr string_view places[] = {
    "村",   "组",   "乡",   "镇",   "街道", "社区", "地", "内", "处", "场",
    "委会", "单位", "学校", "小区", "门口", "窗口", "屏", "栏", "点"};

/// 在拟征收土地所在乡镇、村 before a verb.
bool take_place(string_view& text) {
  constexpr string_view verbs[] = {"予以", "进行", "公开", "公布", "公示",
                                   "公告", "发布", "张贴", "展示", "张榜"};
  string_view rest = text;
  if (!take(rest, "在")) return false;
  std::size_t end = rest.npos;
  for (const string_view verb : verbs) end = std::min(end, rest.find(verb));
  if (end == rest.npos || end == 0) return false;
  const string_view name = rest.substr(0, end);
  if (!is_who_or_where(name) || !ends_with_any(name, places)) return false;
  text = rest.substr(end);
  return true;
}

/// 由各部门, 由本级政府: who acts.
bool take_actor(string_view& text) {
  constexpr string_view ends[] = {"部门", "机关",   "政府",   "单位", "机构",
                                  "企业", "村委会", "委员会", "局"};
  string_view rest = text;
  if (!take(rest, "由")) return false;
  for (const string_view end : ends)
    if (const auto at = rest.find(end); at != rest.npos && at < 60) {
      if (!is_who_or_where(rest.substr(0, at + end.size()))) return false;
      text = rest.substr(at + end.size());
      return true;
    }
  return false;
}

}  // namespace

bool take_channel(string_view& text) {
  string_view rest = text;
  if (take_any(rest, channel_starts).empty()) return false;
  // 以上, 以下 are no places.
  if (rest.starts_with("上") || rest.starts_with("下")) return false;
  for (std::size_t at = 0, count = 0; at < rest.size() && count < 40; ++count) {
    {
      string_view end = rest.substr(at);
      if (!take_any(end, channel_ends).empty()) {
        // The longest: 在政府网站专栏.
        for (string_view more = end; take_any(more, channel_ends).size() > 0;)
          end = more;
        // 门户网站统一平台
        constexpr string_view between[] = {"统一", "政务公开", "信息公开"};
        if (string_view more = end; !take_any(more, between).empty() &&
                                    !take_any(more, channel_ends).empty())
          end = more;
        if (at > 0 && !is_who_or_where(rest.substr(0, at))) return false;
        take(end, "等");
        take(end, "上");
        text = end;
        return true;
      }
    }
    if (rest[at] == ',' || size_of_numerals(rest.substr(at))) return false;
    at += unicode::decode(rest, at).size;
  }
  return false;
}

bool take_last_place(string_view& text) {
  constexpr std::size_t longest = 400;  // a part is no longer
  for (const string_view in : {"在", "通过", "依托", "利用"})
    for (auto at = text.find(in); at < longest;
         at = text.find(in, at + in.size())) {
      if (!is_subject(text.substr(0, at))) continue;
      string_view rest = text.substr(at);
      const string_view name = rest.substr(in.size());
      const bool is_channel = take_channel(rest) && rest.empty();
      const bool is_place =
          in == "在" && (ends_with_any(name, places) || name.ends_with(")") ||
                         name == "信用中国");
      if (!is_channel && !(is_place && is_who_or_where(name))) continue;
      text = text.substr(0, at);
      return true;
    }
  return false;
}

bool take_tail(string_view& text) {
  return take_act(text) || !take_any(text, tail_words).empty() ||
         take_channel(text) || take_place(text) || take_actor(text);
}

void take_tails(string_view& text) {
  while (take_tail(text)) {
  }
}

}  // namespace catalog::phrase
