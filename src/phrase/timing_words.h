#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

using Words = std::span<const std::string_view>;

/// Takes a word off the front or the back of a text, if it stands there.
bool take(std::string_view& text, std::string_view word);
bool take_last(std::string_view& text, std::string_view word);

/// The first of the words that stands there, or empty: longer words must come
/// before their beginnings.
std::string_view take_any(std::string_view& text, Words words);
std::string_view take_last_any(std::string_view& text, Words words);
bool ends_with_any(std::string_view text, Words words);
bool contains_any(std::string_view text, Words words);

/// A whole number at the front, Arabic or Chinese.
std::optional<int> take_number(std::string_view& text);

/// A number with its unit at the front: `20个工作日`, `半年`, `二十日`.
struct CountedUnit {
  Duration duration;
  std::string_view text;
  bool lacks_measure = false;  // 20工作日
  int least = 0;               // 7至15日: the 7
};
std::optional<CountedUnit> take_duration(std::string_view& text);
/// Months and years: for how long something stays, where days are a limit.
bool is_long(Duration duration);

/// Durations but 半年 in front of a noun: 半年财政收支情况.
bool has_duration(std::string_view text);

/// The first duration of a text that is not a date, and what is before it.
struct FoundDuration {
  std::string_view before;
  CountedUnit counted;
  std::string_view rest;
};
std::optional<FoundDuration> find_duration(std::string_view text);

/// A fixed day or span of the calendar at the front, without 前: 3月底,
/// 1月31日, 首个月20日, 年底. Canonical: Arabic numerals, no 的.
/// In a period, a bare `20日` is its day.
std::optional<std::string> take_day(std::string_view& text, bool in_period);

/// A day that is not the last of several: 周五, 年初, 4月1日至4月30日.
bool is_span_of_days(std::string_view by);
/// A day told by the event before it: 当日, 次日.
bool is_day_of_event(std::string_view by);

/// Words without any sign that would end a clause; brackets are closed.
bool is_prose(std::string_view text);

/// A name that may stand free in a phrase (of an event, of a part of the
/// content): not empty, and without any word that itself says a time.
bool is_name(std::string_view text);

/// The words around a verb that say no time: 予以公开, 向社会公布, 在政府网站
/// 发布, 更新并公开. Takes one; false where none stands at the front.
bool take_tail(std::string_view& text);

/// What is done instead of publishing, in such words: 答复, 回应.
std::string_view act_in(std::string_view tail);

/// The tail says that something is published.
bool publishes(std::string_view tail);

/// What else is to be done by then, in words that say no time: 重新组织调查.
bool is_free_act(std::string_view text);

/// Verbs that by themselves are no way to publish, where 完成公开 is one.
std::string_view act_alone(std::string_view tail);

/// The verb that ends `tail` where it is told to somebody: 通知 用户.
std::string_view told_in(std::string_view tail);
/// What is published, behind the verb that ends `tail`: 公布 决算报告.
bool is_object(std::string_view text, std::string_view tail);

/// A place or means: `在村公示栏`, `通过政府网站`. Takes it off the front.
bool take_channel(std::string_view& text);

/// The default event, 信息形成或者变更, in any of its spellings, at the end of
/// a text; what stands before it is a part of the content.
struct DefaultEvent {
  std::string_view part;  // empty: information as such
  std::string event;      // canonical
};
std::optional<DefaultEvent> default_event(std::string_view text);

/// The printed text of an event; the default one in its canonical form.
std::string event_of(std::string_view text);

/// 日, 周, 月 … at the front, as in 每月.
std::optional<Unit> take_period(std::string_view& text);
std::string_view name_of_period(Unit unit);

/// The end of a group that opens at the front: `(…)`, `《…》`; 0 where it
/// does not close.
std::size_t end_of_group(std::string_view text);

}  // namespace catalog::phrase
