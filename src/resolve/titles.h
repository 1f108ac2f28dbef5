#pragma once

#include <string>
#include <string_view>

namespace catalog::resolve {

/// The same text for all spellings of a title: without 中华人民共和国,
/// brackets, signs and spaces, ministries by their usual names.
std::string title_key(std::string_view title);

/// What a title is about, and who is said to have issued it:
/// 国务院办公厅关于推进…的意见 is 国务院办公厅 and 关于推进…意见,
/// 关于印发〈某办法〉的通知 is 某办法.
struct TitleCore {
  std::string issuer;  // may be empty
  std::string core;
};
TitleCore title_core(std::string_view title);

/// Whether an issuer speaks for one province, city or county.
bool is_local(std::string_view issuer);

}  // namespace catalog::resolve
