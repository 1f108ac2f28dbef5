#include "phrase/timing_act.h"

#include <algorithm>

#include "phrase/timing_guard.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// What is done if not publishing, in more than a verb.
constexpr string_view long_acts[] = {
    "首次公开", "首次公布",       "首次发布",           "停止公示",
    "停止公开", "撤回并说明理由", "撤回并公开说明理由", "决定是否受理",
    "作出决定", "书面答复",       "书面告知",           "书面通知",
    "公开征求", "说明理由",       "重新公布",           "重新公开"};

/// The same in a verb. Tried after the longer ones.
constexpr string_view short_acts[] = {
    "答复", "回复", "回应", "反馈", "告知", "办结", "送达", "解读", "通报",
    "上报", "撤下", "撤除", "撤回", "撤销", "下架", "移除", "移出", "通知",
    "受理", "预告", "审批", "审核", "核发", "处置", "修复", "审查", "办理",
    "作出", "编制", "修订", "修改", "汇总", "归集", "录入", "报送", "报备",
    "举行", "召开", "拨付", "发放", "兑现", "组织", "征求", "征集", "核查",
    "抽查", "排查", "巡查", "检查", "监测", "检测", "评估", "评议", "评审",
    "测评", "考核", "清理", "复核", "核对", "校核", "核实", "核定", "盘点",
    "整改", "移送", "移交", "备案", "登记", "归档", "签订", "签约", "培训",
    "演练", "处理", "反映", "印发", "下发", "下达", "报告", "研究", "督查",
    "验收", "开展", "实施", "修正", "更正", "审定", "审议", "退还", "支付",
    "缴纳", "交付", "出具", "提交", "制定", "建立", "采购", "催告", "提示",
    "提醒", "结案", "立案", "兑付", "结算", "决定", "确认", "确定", "认定",
    "调查", "查处", "复查", "回访", "整理", "转办", "交办", "会审", "公证",
    "补办", "补正", "缴存", "返还", "退回", "赔偿", "补偿", "安置", "救助",
    "救治", "救援", "抢修", "恢复", "维修", "修缮", "发证", "标注", "澄清",
    "处罚", "提出", "说明", "回购", "研判", "部署", "签发", "领取", "到账",
    "出示", "补发", "停发", "注销", "变更", "退出", "化解", "销号", "约谈"};

}  // namespace

bool take_act(string_view& text) {
  return !take_any(text, long_acts).empty() ||
         !take_any(text, short_acts).empty();
}

bool publishes(string_view tail) {
  constexpr string_view verbs[] = {"公开", "公布", "公示", "发布",
                                   "公告", "披露", "更新", "上网",
                                   "上墙", "张贴", "张榜"};
  return contains_any(tail, verbs);
}

string_view act_in(string_view tail) {
  // From the first to the last of them: 受理并办结, 核定并公布.
  std::size_t first = tail.npos, end = 0;
  for (const Words acts : {Words(long_acts), Words(short_acts)})
    for (const string_view act : acts)
      if (const auto at = tail.find(act); at != tail.npos) {
        first = std::min(first, at);
        end = std::max(end, tail.rfind(act) + act.size());
      }
  if (first == tail.npos) return {};
  if (publishes(tail.substr(end))) {
    end = tail.size();
    string_view act = tail.substr(first);
    constexpr string_view idle[] = {"信息", "相关信息", "内容", "的"};
    take_last_any(act, idle);
    return act;
  }
  return tail.substr(first, end - first);
}

bool is_free_act(string_view text) {
  constexpr string_view starts[] = {
      "不", "未", "无", "非", "可", "暂", "方", "才", "再", "均", "只", "仅",
      "左", "约", "或", "和", "及", "与", "并", "且", "的", "容", "部", "设",
      "控", "资", "外", "有", "为", "是", "其", "各", "每", "由", "在", "以",
      "按", "依", "经", "至", "起", "后", "前", "时", "(",  "应", "须", "完",
      "涝", "环", "河", "陆", "蒙", "镜", "科", "业"};
  constexpr string_view sends[] = {"发", "报", "送",   "交",   "签",
                                   "办", "缴", "出具", "核",   "退",
                                   "补", "提", "组织", "重新", "作"};
  const std::size_t count = unicode::count(text);
  string_view first = text;
  if (count < 2 || count > 10 || publishes(text) ||
      !take_any(first, starts).empty() || !is_who_or_where(text))
    return false;
  string_view rest = text;
  return !is_subject(text) || !take_any(rest, sends).empty();
}

string_view act_alone(string_view tail) {
  constexpr string_view alone[] = {"完成", "完毕", "到位", "调整", "维护",
                                   "完善", "管理", "保存", "保留"};
  return is_one_of(tail, alone) ? tail : string_view();
}

string_view told_in(string_view tail) {
  string_view rest = tail;
  const string_view act = take_last_any(rest, long_acts);
  return act.empty() ? take_last_any(rest, short_acts) : act;
}

bool is_object(string_view text, string_view tail) {
  constexpr string_view verbs[] = {"公开", "公布", "公示", "发布",
                                   "更新", "公告", "披露"};
  if (!told_in(tail).empty()) {
    // 发放情况 is what is published.
    constexpr string_view of_act[] = {"情况", "结果", "信息", "名单", "数据",
                                      "内容", "明细", "标准", "进度", "报告"};
    string_view rest = text;
    string_view inner = text;
    take_last(inner, "发布会");
    return is_who_or_where(text) && unicode::count(text) <= 12 &&
           !contains_any(inner, verbs) && take_any(rest, of_act).empty();
  }
  constexpr string_view work[] = {"政府信息公开", "政务公开", "信息公开"};
  // 政府信息公开工作年度报告 is the name of a report.
  std::string inner(text);
  for (const string_view word : work)
    if (const auto at = inner.find(word); at != inner.npos)
      inner.erase(at, word.size());
  if (inner.ends_with("公告") && unicode::count(inner) > 2)
    inner.resize(inner.size() - string_view("公告").size());
  return ends_with_any(tail, verbs) && is_subject(text) &&
         !contains_any(inner, verbs) && unicode::count(text) <= 20;
}

std::optional<string_view> doing(string_view text) {
  constexpr string_view modal[] = {"应当", "应该", "必须", "应", "须"};
  string_view part;
  for (const string_view word : modal)
    if (const auto at = text.find(word); at != text.npos && at > 0) {
      const string_view who = text.substr(0, at);
      if (!is_who_or_where(who)) return std::nullopt;
      if (is_subject(who)) part = who;
      text.remove_prefix(at + word.size());
      break;
    }
  if (string_view rest = text; take(rest, "将") || take(rest, "对")) {
    constexpr string_view verbs[] = {"予以", "进行", "向社会", "在",
                                     "公开", "公布", "公示",   "公告"};
    std::size_t end = rest.npos;
    for (const string_view verb : verbs)
      if (const auto at = rest.find(verb, 1); at < end) end = at;
    if (end == rest.npos || !is_subject(rest.substr(0, end)))
      return std::nullopt;
    part = rest.substr(0, end);
    text = rest.substr(end);
  }
  string_view rest = text;
  take_tails(rest);
  if (!rest.empty() || !act_in(text).empty() || text.find("或") != text.npos ||
      text.find("及时") != text.npos)
    return std::nullopt;
  return part;
}

}  // namespace catalog::phrase
