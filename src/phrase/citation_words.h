#pragma once

#include <string>
#include <string_view>

namespace catalog::phrase {

/// Whether a text ends as titles of laws and documents do: 法, 条例, 通知.
bool ends_as_title(std::string_view text);

/// 相关政策文件, 各省“七五”普法规划: speaks of texts and names none.
bool names_nothing(std::string_view text);

/// 国务院, 中共中央办公厅: who issues texts.
bool is_organ(std::string_view text);

/// 同上 and the like.
bool is_ditto(std::string_view text);

/// 印发, 关于转发: a title goes on behind the one that it holds.
bool embeds_title(std::string_view before);

/// Takes 根据, 依照 and the like off the front.
void take_preposition(std::string_view& text);

/// The size of words behind a citation that add to it without naming a text,
/// at the front: 等法律法规, 及其实施细则, 有关规定. They go to the next sign.
std::size_t size_of_note(std::string_view text);

/// A title for reading: without line breaks, white space as one space, inner
/// 《》 as 〈〉, punctuation in full width.
std::string title_of(std::string_view written);

/// The size of the numbering of a list at the front: `1.`, `(一)`, `一、`, ①.
std::size_t size_of_numbering(std::string_view text);

}  // namespace catalog::phrase
