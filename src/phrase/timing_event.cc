#include "phrase/timing_event.h"

#include "phrase/timing_text.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {
namespace {

using std::string_view;

constexpr string_view general_words[] = {
    "公开", "主动", "事项", "政府", "该", "本",   "此",   "相关", "有关", "应",
    "所",   "的",   "各类", "拟",   "需", "政务", "上述", "以上", "文件"};

/// 检查结果自该信息 before 形成: leaves the part of the content. False where
/// no part stands before the information.
bool take_own_information(string_view& text) {
  constexpr string_view whose[] = {"该",   "政府", "公开", "相关",
                                   "有关", "本",   "此"};
  constexpr string_view from[] = {"应当自", "应自", "须自", "应当在", "应在",
                                  "应于",   "自",   "在",   "于",     "从"};
  string_view part = text;
  if (!take_last(part, "信息")) return false;
  while (!take_last_any(part, whose).empty()) {
  }
  if (take_last_any(part, from).empty() || part.empty()) return false;
  text = part;
  return true;
}

}  // namespace

std::optional<DefaultEvent> default_event(string_view text) {
  constexpr string_view verbs[] = {"形成", "产生", "生成"};
  constexpr string_view changes[] = {"变更", "更新", "变动",
                                     "调整", "更改", "变化"};
  constexpr string_view joints[] = {"或者", "或", "及", "和", "、", "/", "与"};
  string_view rest = text;
  const bool grouped = take_last(rest, ")");
  const string_view change = take_last_any(rest, changes);
  if (!change.empty()) {
    const bool joined = !take_last_any(rest, joints).empty();
    // 信息形成变更: the word between them was lost.
    const bool is_lost = ends_with_any(rest, verbs);
    if (grouped ? !take_last(rest, "(") : !(joined || is_lost))
      return std::nullopt;
  } else if (grouped) {
    return std::nullopt;
  }
  if (take_last_any(rest, verbs).empty()) return std::nullopt;
  take_last(rest, "自");
  const bool is_parted = take_own_information(rest);
  string_view part = rest;
  // 文件公布或信息形成: two events.
  if (string_view other = rest; take_last(other, "信息") && !other.empty() &&
                                ends_with_any(other, joints))
    return std::nullopt;
  if (!take_last(rest, "信息") && change.empty() && !rest.empty() && !is_parted)
    return std::nullopt;
  while (!take_last_any(rest, general_words).empty()) {
  }
  DefaultEvent found{rest.empty() ? rest : part, "信息形成"};
  if (!change.empty())
    found.event += "或者" + std::string(change == "更改" ? "变更" : change);
  return found;
}

std::string event_of(string_view text) {
  const auto found = default_event(text);
  if (found && found->part.empty()) return found->event;
  if (text == "会") return "会议结束";
  if (text == "季") return "季度结束";
  return as_printed(text);
}

}  // namespace catalog::phrase
