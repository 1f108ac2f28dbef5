#include "phrase/timing_sentence.h"

#include <vector>

#include "phrase/timing_condition.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_joined.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_piece.h"
#include "phrase/timing_rider.h"
#include "phrase/timing_split.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

bool is_ditto(string_view text) {
  constexpr string_view words[] = {"同上", "同前",     "同左",   "同上栏",
                                   "见上", "同上所述", "同上行", "″",
                                   "〃",   "\""};
  return is_one_of(text, words);
}

/// `处罚决定:` in front, or 依申请公开 as a piece of its own.
bool set_label(string_view text, Scope& scope) {
  constexpr string_view general[] = {
      "公开时限", "时限",     "公开期限", "期限",     "公开时间", "时间",
      "公开时效", "更新时限", "更新时间", "更新周期", "更新频率", "更新频次",
      "公开周期", "公开频率", "公开频次", "公开时长", "公开期",   "频率",
      "频次",     "周期",     "公布时间", "发布时间"};
  constexpr string_view terms[] = {"期限", "时限", "时间",
                                   "时长", "天数", "期"};
  constexpr string_view signs[] = {":"};
  constexpr string_view stays[] = {"公开期限", "公开时长", "公开期"};
  std::string label;
  bool on_request = scope.on_request, is_stay = false;
  for (const string_view each : split(text, signs, false)) {
    if (is_one_of(each, general)) {
      is_stay = is_one_of(each, stays);
      continue;
    }
    if (is_on_request(each)) {
      on_request = true;
      continue;
    }
    // 动态信息：即时更新. What it is about, whatever its kind.
    constexpr string_view kinds[] = {"动态", "实时", "即时", "长期", "定期"};
    string_view kind = each;
    take_any(kind, kinds);
    if (!is_name(kind)) return false;
    // 公示期：7天
    string_view name = each;
    scope.is_term =
        !take_last_any(name, terms).empty() && ends_with_notice_noun(name);
    label +=
        (label.empty() ? "" : "：") + as_printed(scope.is_term ? name : each);
  }
  scope.on_request = on_request;
  scope.is_stay = is_stay;
  scope.label = label;
  scope.own.clear();
  return true;
}

/// 公示期：报告书10个工作日、报告表5个工作日: for how long each is shown.
bool each_shown_for(Reading& reading, string_view text, Scope& scope) {
  constexpr string_view joints[] = {"、", "和"};
  // 村级7天、镇级5天; 初审7天、复审5天
  constexpr string_view kinds[] = {"级", "审", "评", "榜", "类"};
  std::vector<ReadClause> all;
  const string_view whole = text;
  while (!text.empty()) {
    const auto found = find_duration(text);
    if (!found || found->counted.least > 0 || found->counted.lacks_measure ||
        !(is_subject(found->before) || (is_who_or_where(found->before) &&
                                        ends_with_any(found->before, kinds))))
      return false;
    text = found->rest;
    take(text, "以上");
    if (!text.empty() && (take_any(text, joints).empty() || text.empty()))
      return false;
    ReadClause& read = all.emplace_back();
    read.clause.notice = found->counted.duration;
    read.clause.part = as_printed(found->before);
  }
  if (all.empty()) return false;
  if (scope.label == "公示") scope.label.clear();
  reading.shows_each = true;
  for (const ReadClause& read : all) reading.accept(read, whole, scope);
  return true;
}

/// 公示：7天 is for how long; 招标公告：20日 might be by when as well. Takes
/// the piece where its label makes it one of these.
bool shown_for(Reading& reading, string_view each, Scope& scope) {
  if (scope.is_stay) {
    string_view rest = each;
    const auto counted = take_duration(rest);
    if (!counted || counted->least > 0 || !rest.empty() ||
        !is_long(counted->duration))
      return false;
    ReadClause read;
    read.clause.retention = counted->duration;
    reading.accept(read, each, scope);
    return true;
  }
  if (!ends_with_notice_noun(scope.label)) return false;
  string_view rest = each;
  const auto counted = take_duration(rest);
  take(rest, "以上");
  if (!counted || !rest.empty())
    return (scope.label.ends_with("公示") || scope.is_term) &&
           each_shown_for(reading, each, scope);
  if (!scope.label.ends_with("公示") && !scope.is_term) {
    reading.slip(Slip::Kind::not_understood, each);
    return true;
  }
  ReadClause read;
  read.clause.notice = counted->duration;
  if (counted->least > 0) {
    read.clause.at_most = read.clause.notice;
    read.clause.notice->count = counted->least;
  }
  if (counted->lacks_measure) {
    read.slip = Slip::Kind::no_measure;
    read.slip_text = counted->text;
  }
  reading.accept(read, each, scope);
  return true;
}

/// 经批准可适当延长,但延长期限不得超过30日: the condition of what is said
/// next. Takes it.
bool leads_to_extension(string_view each, string_view next, Scope& scope) {
  constexpr string_view words[] = {"可以适当延长", "可适当延长", "可以延长",
                                   "可延长", "适当延长"};
  take_joint(next);
  if (take_last_any(each, words).empty() || !next.starts_with("延长") ||
      !has_duration(next))
    return false;
  if (!each.empty()) scope.conditions.push_back(each);
  return true;
}

/// 纳入预算草案: what is done, and no part of the content.
bool is_deed(string_view text) {
  constexpr string_view verbs[] = {"纳入", "列入", "编入", "报请", "提请",
                                   "提交", "报送", "报经", "征得", "征求"};
  return starts_with_any(text, verbs) && text.find("的") == text.npos;
}

/// 季度, 月度 and no more: how often.
bool bare_period(Reading& reading, string_view each, Scope& scope) {
  constexpr string_view terms[] = {"月度", "季度", "半年度", "年度"};
  string_view rest = each;
  if (!is_one_of(each, terms)) return false;
  ReadClause read;
  read.clause.every = Duration{1, *take_period(rest)};
  reading.accept(read, each, scope);
  return true;
}

/// One piece: a rider, an extension, a clause, or what it is about.
void read_one(Reading& reading, string_view each,
              const std::vector<string_view>& pieces, std::size_t& i,
              Scope& scope) {
  const string_view first = pieces[i];
  const bool has_label = last_colon(first) != first.npos;
  // 另有规定的, and what then holds.
  string_view whole = each;
  if (i + 1 < pieces.size() && each.ends_with("的"))
    whole = from_to(each, pieces[i + 1]);
  if (is_rider(whole)) {
    if (whole.size() > each.size()) ++i;
    reading.add_rider(from_to(has_label ? each : first, whole), scope);
  } else if (i + 1 < pieces.size() &&
             leads_to_extension(each, pieces[i + 1], scope)) {
    // Said with the next piece.
  } else if (bare_period(reading, each, scope) ||
             reading.add_extension(each, scope) ||
             read_piece(reading, each, scope) ||
             read_joined(reading, each, pieces, i, scope)) {
    reading.begin_anew();
  } else if (is_reservation(each)) {
    ReadClause read;
    read.clause.discretion = as_printed(each);
    reading.accept(read, each, scope);
  } else if (is_on_request(each)) {
    scope.on_request = true;
  } else if (is_condition(each)) {
    scope.conditions.push_back(each);
  } else if (i == 0 && i + 1 < pieces.size() && scope.label.empty() &&
             is_subject(each) && !is_deed(each)) {
    // 租赁补贴发放名单，每季度首月公布
    scope.label = as_printed(each);
  } else {
    reading.slip(Slip::Kind::not_understood, each);
  }
}

}  // namespace

void read_sentence(Reading& reading, string_view text, Scope scope,
                   bool is_inner) {
  if (!is_inner) scope.first = reading.clauses.size();
  constexpr string_view signs[] = {","};
  const auto pieces = split(text, signs, false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    string_view each = pieces[i];
    take_joint(each);
    if (each.empty()) continue;
    if (is_ditto(each)) {
      reading.slip(Slip::Kind::ditto, each);
      continue;
    }
    if (const std::size_t colon = last_colon(each); colon != each.npos) {
      reading.shows_each = false;
      if (!set_label(each.substr(0, colon), scope)) {
        reading.slip(Slip::Kind::not_understood, each);
        continue;
      }
      each.remove_prefix(colon + 1);
      if (each.empty() || shown_for(reading, each, scope)) continue;
    } else if (reading.shows_each && each_shown_for(reading, each, scope)) {
      continue;
    } else if (scope.is_term && !is_inner) {
      // 公告期：30日，审批后20日内公布 is about the approval.
      scope.label.clear();
      scope.is_term = false;
    }
    std::string_view remark;
    if (string_view rest = each; take(rest, "条目化展示、")) {
      remark = each.substr(0, std::string_view("条目化展示").size());
      each = rest;
    }
    read_one(reading, each, pieces, i, scope);
    if (!remark.empty()) reading.add_rider(remark, scope);
  }
  for (const string_view each : scope.conditions)
    reading.slip(Slip::Kind::not_understood, each);
}

}  // namespace catalog::phrase
