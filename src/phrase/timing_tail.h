#pragma once

#include <string_view>

namespace catalog::phrase {

/// The words around a verb that say no time: 予以公开, 向社会公布, 在政府网站
/// 发布, 更新并公开. Takes one; false where none stands at the front.
bool take_tail(std::string_view& text);
/// All of them.
void take_tails(std::string_view& text);

/// A place or means: `在村公示栏`, `通过政府网站`. Takes it off the front.
bool take_channel(std::string_view& text);
/// Takes it off the back of a part of the content: 初审结果在村公示栏.
bool take_last_place(std::string_view& text);

}  // namespace catalog::phrase
