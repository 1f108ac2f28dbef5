#include "phrase/timing_condition.h"

#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// 除涉密信息外
bool is_exception(string_view text) {
  constexpr string_view ends[] = {"以外", "之外", "外"};
  string_view rest = text;
  return take(rest, "除") && !take_last_any(rest, ends).empty() &&
         is_prose(rest) && !has_duration(rest);
}

}  // namespace

bool is_on_request(string_view text) {
  constexpr string_view ends[] = {"的", "信息", "部分", "事项", "内容",
                                  "件", "政府", "公开", "类"};
  constexpr string_view asked[] = {"应申请人要求提供", "应申请人要求公开",
                                   "应申请人要求", "依申请提供", "依申请"};
  take(text, "属于");
  take(text, "属");
  if (take_any(text, asked).empty()) return false;
  while (!take_any(text, ends).empty()) {
  }
  return text.empty();
}

bool is_condition(string_view text) {
  constexpr string_view extended[] = {"需要延长", "确需延长", "需延长"};
  if (contains_any(text, extended) && text.ends_with("的"))
    return is_prose(text) && !has_duration(text);
  constexpr string_view ifs[] = {"如", "若", "确", "因", "遇"};
  if (string_view rest = text; !take_any(rest, ifs).empty() &&
                               contains_any(text, extended) && is_prose(text) &&
                               !find_duration(text))
    return true;
  constexpr string_view shorter[] = {"可以缩短", "可缩短", "可适当缩短",
                                     "可以适当缩短"};
  if (ends_with_any(text, shorter) && is_prose(text)) return true;
  if (is_exception(text)) return true;
  if (!is_name(text)) return false;
  // 内容如有变更
  constexpr string_view changes[] = {"变更", "变化", "调整", "变动", "更新"};
  if (text.find("如有") != text.npos && ends_with_any(text, changes))
    return true;
  // 政策有调整时
  constexpr string_view at_change[] = {"有调整时", "有变化时", "有变更时",
                                       "有变动时", "需要时",   "必要时",
                                       "情况下",   "情形时"};
  if (ends_with_any(text, at_change)) return true;
  constexpr string_view ends[] = {"的", "情况下", "同意", "批准", "原因"};
  constexpr string_view starts[] = {"因", "如", "遇", "特殊情况", "若"};
  string_view rest = text;
  return ends_with_any(text, ends) || !take_any(rest, starts).empty();
}

}  // namespace catalog::phrase
