#pragma once

#include <string>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// Words that several ways to read a clause share.
inline constexpr std::string_view modals[] = {"应当", "必须", "需要", "应该",
                                              "应",   "须",   "需",   "要"};
inline constexpr std::string_view soft_words[] = {"原则上", "一般"};
inline constexpr std::string_view at_most[] = {
    "最长不超过", "最迟不超过", "最多不超过", "最长不得超过", "不得超过",
    "不超过",     "不晚于",     "不迟于",     "最迟",         "最晚",
    "至迟",       "最长",       "最多"};
/// Of a day: 最迟于每年4月1日前.
inline constexpr std::string_view latest[] = {
    "最迟", "最晚", "至迟", "不晚于", "不迟于", "不得晚于", "不得迟于"};
inline constexpr std::string_view at_least[] = {
    "应当不少于", "应不少于",   "不得少于", "不少于", "不得低于",
    "不低于",     "不短于",     "不得短于", "至少为", "至少",
    "最少",       "最短不少于", "最短为",   "最短"};
inline constexpr std::string_view notice_nouns[] = {
    "公开征求意见", "征求公众意见", "征求意见", "征集意见", "听取意见",
    "公示",         "公告",         "公开展示", "展示",     "发布",
    "公布",         "发售",         "正式披露", "信息披露", "披露",
    "张榜",         "挂牌",         "公众参与", "报名"};
inline constexpr std::string_view information[] = {
    "信息", "内容", "事项", "情况", "结果", "名单", "文件", "政策", "方案",
    "决定", "部分", "数据", "计划", "标准", "公告", "公示", "通知", "报告",
    "流程", "指南", "目录", "清单", "表",   "办法", "制度", "资料", "材料",
    "规划", "预案", "公布", "服务", "动态", "意见", "预算", "决算", "资金",
    "的",   "类",   "项目", "公开", "活动", "问题", "条件", "时间", "地址",
    "电话", "职责", "职能", "机构", "简介", "方式", "名录", "章程", "依据",
    "渠道", "简章", "证书", "程序", "合同", "档案"};

/// Takes 自, 在, 于 and the like off the front of an event.
void take_from(std::string_view& text);

/// Takes 原则上 or 一般 off the back, into the clause.
void take_soft(std::string_view& text, Clause& clause);

/// Sets the part of the content, without who acts: `公共交通企业应当` is none.
/// `is_firm`: 应当 followed it. False where the text is no part.
bool set_part(Clause& clause, std::string_view part, bool is_firm = false);

/// Sets the event in `text`, and the part before it. False where there is
/// something else in it; the clause is of no use then.
bool set_event(Clause& clause, std::string_view text,
               std::string Clause::*event);

/// 根据实际情况, 视工作进展: left to the office.
bool is_reservation(std::string_view text);

/// 活动期间, 非汛期: a time in which a clause holds.
bool is_span(std::string_view text);

/// A day told by the event before it: 次月15日, 次年3月底.
bool is_next(std::string_view day);

/// 公示, 公告, 征求意见 …: what a notice period is of.
bool is_notice_noun(std::string_view text);
bool ends_with_notice_noun(std::string_view text);

}  // namespace catalog::phrase
