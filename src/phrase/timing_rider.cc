#include "phrase/timing_rider.h"

#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_text.h"
#include "phrase/timing_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 公示满1年后可申请撤下: it may go, or stay.
bool is_leave_to_withdraw(string_view sentence) {
  constexpr string_view starts[] = {"公开期满", "公示期满", "公开满", "公示满",
                                    "公布满",   "发布满",   "满"};
  constexpr string_view ends[] = {
      "撤下",     "撤除",     "下架",     "移出",     "停止公示", "停止公开",
      "信用修复", "撤销公示", "终止公示", "不再公示", "不再公开"};
  string_view rest = sentence;
  if (take_any(rest, starts).empty() || !take_duration(rest)) return false;
  take(rest, "后") || take(rest, "的");
  take(rest, ",");
  if (!take(rest, "可以") && !take(rest, "可")) return false;
  return ends_with_any(rest, ends) && unicode::count(rest) <= 12 &&
         is_prose(rest) && !find_duration(rest);
}

/// 不含法定节假日, 含公示期: what counts towards the limit before it.
bool is_inclusion(string_view sentence) {
  constexpr string_view starts[] = {"不含", "不包括", "不包含", "不计",
                                    "含",   "包括",   "包含"};
  string_view rest = sentence;
  return !take_any(rest, starts).empty() && is_name(rest) &&
         unicode::count(rest) <= 20 && rest.find("的") == rest.npos;
}

/// 参保人可随时查询, 图纸可依申请查阅: how to see it, not by when.
bool is_access(string_view sentence) {
  constexpr string_view ends[] = {"可随时查询",   "可随时查阅", "可依申请查阅",
                                  "可依申请查询", "可查询",     "可查阅"};
  string_view who = sentence;
  return !take_last_any(who, ends).empty() &&
         (who.empty() || is_who_or_where(who));
}

}  // namespace

bool is_rider(string_view sentence) {
  if (is_access(sentence)) return true;
  if (is_leave_to_withdraw(sentence) || is_inclusion(sentence)) return true;
  constexpr string_view onwards[] = {
      "顺延至下一个工作日", "顺延至下一工作日",       "顺延至次日",
      "顺延到下一个工作日", "顺延至节后第一个工作日", "顺延至节后首个工作日"};
  constexpr string_view force[] = {"之日起生效", "之日起施行", "之日起执行",
                                   "之日起实施"};
  if (string_view rest = sentence;
      !take_last_any(rest, force).empty() && is_name(rest))
    return true;
  for (string_view rest = sentence; !take_last_any(rest, onwards).empty();)
    return !find_duration(rest) && (rest.empty() || is_name(rest));
  constexpr string_view ends[] = {
      "要求执行",     "从其规定",   "除外",         "按其规定",
      "按其规定执行", "依照其规定", "从其规定执行", "适用其规定",
      "按规定执行",   "予以说明",   "说明理由",     "顺延",
      "数据同源",     "期满后撤下", "期满后撤除",   "期满后下架",
      "期满撤下",     "到期撤下",   "解除后撤除",   "解除后同步撤除"};
  constexpr string_view since[] = {"之日起计算", "之日起算", "不计算在内",
                                   "不计入期限"};
  if (ends_with_any(sentence, since) && !find_duration(sentence) &&
      is_prose(sentence))
    return true;
  // 期满转入历史信息
  constexpr string_view moved[] = {"转入", "转为", "移入", "归入", "转至"};
  constexpr string_view store[] = {"历史信息", "历史数据", "历史记录", "历史库",
                                   "历史栏目", "档案",     "档案管理", "归档"};
  constexpr string_view over[] = {"公示期满", "公开期满", "期满", "届满",
                                  "到期"};
  constexpr string_view ended[] = {"不再公示", "不再公开", "停止公示",
                                   "停止公开"};
  if (string_view rest = sentence; !take_any(rest, over).empty()) {
    take(rest, "后");
    if (is_one_of(rest, ended)) return true;
  }
  constexpr string_view done[] = {"移出", "撤下", "撤除",
                                  "下架", "归档", "撤销"};
  if (string_view rest = sentence;
      !take_any(rest, over).empty() && is_name(sentence) &&
      (ends_with_any(rest, done) ||
       ((take(rest, "后"), !take_any(rest, moved).empty()) &&
        is_one_of(rest, store))))
    return true;
  constexpr string_view marks[] = {"另有规定",   "有特别规定",  "另有约定",
                                   "有其他规定", "有规定的,从", "需要缩短期限",
                                   "可链接至",   "条目化展示"};
  // What stands in brackets behind a limit is not the limit.
  std::string outside;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t group = end_of_group(sentence.substr(at));
    if (group > 0 && at > 0 && sentence[at] == '(') {
      at += group;
      continue;
    }
    outside += sentence[at++];
  }
  constexpr string_view times[] = {"长期", "永久",   "实时",     "动态",
                                   "每",   "定期",   "提前",     "立即",
                                   "随时", "之日起", "及时公开", "当日"};
  return (contains_any(outside, marks) || ends_with_any(outside, ends)) &&
         !contains_any(outside, times) && !find_duration(sentence) &&
         is_prose(sentence);
}

std::optional<ReadClause> read_extension(string_view piece) {
  constexpr string_view words[] = {
      "可以适当延长", "可适当延长", "可以延长",   "可延长",   "可再延长",
      "可以再延长",   "延长期限",   "延长的期限", "延长时间", "最多延长",
      "最长延长",     "需延长",     "延长"};
  for (const string_view word : words) {
    const std::size_t at = piece.find(word);
    if (at == piece.npos) continue;
    ReadClause read;
    string_view before = piece.substr(0, at);
    string_view rest = piece.substr(at + word.size());
    take(rest, "的");
    constexpr string_view nouns[] = {"公开期限", "答复期限", "期限", "时限",
                                     "时间",     "最长",     "最多", "至"};
    constexpr string_view bounds[] = {"最长不超过", "最长不得超过", "不得超过",
                                      "不超过",     "最多",         "最长"};
    if (rest.starts_with("至")) return std::nullopt;
    take_any(rest, nouns);
    take_any(rest, modals);
    take_any(rest, bounds);
    const auto counted = take_duration(rest);
    if (!counted) continue;
    take(rest, "以内") || take(rest, "内");
    take_last(before, "可以") || take_last(before, "可");
    take_last(before, "最长") || take_last(before, "最多");
    take_last_any(before, modals);
    Extension& extension = read.clause.extension.emplace();
    extension.by = counted->duration;
    if (!before.empty()) {
      // 需延长的经批准可延长15个工作日
      string_view when = before;
      take_last(when, "经批准");
      constexpr string_view needs[] = {"需延长的", "需要延长的"};
      if (!is_one_of(when, needs) && !is_name(before)) return std::nullopt;
      extension.when = as_printed(before);
    }
    read.rest = rest;
    if (counted->lacks_measure) {
      read.slip = Slip::Kind::no_measure;
      read.slip_text = counted->text;
    }
    return read;
  }
  return std::nullopt;
}

}  // namespace catalog::phrase
