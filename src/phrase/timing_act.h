#pragma once

#include <optional>
#include <string_view>

namespace catalog::phrase {

/// What is done instead of publishing, a verb or a few words with one: 上报,
/// 书面答复. Takes one off the front; false where none stands there.
bool take_act(std::string_view& text);

/// All that is done instead of publishing in the words around a verb, from
/// the first act to the last: 受理并办结. Empty where nothing is.
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

/// 组织编制机关应当将规划草案予以公告, 预公告应当在拟征收土地所在村发布: who
/// does it, to what, and no word on when. Gives what it is about.
std::optional<std::string_view> doing(std::string_view text);

}  // namespace catalog::phrase
