#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// One text of a 公开依据, taken apart. `printed` is all of it, full-width.
struct Citation {
  std::string printed;
  std::string title;  // without 《》; empty: names no text
  std::string number;  // 国务院令第711号, 财农〔2017〕41号; may be empty
  std::string article;  // 第十二条
  std::string rest;     // what else stands there: 等, dates, clause text
};

/// The citations of a cell, entry by entry, as phrase::basis reads them; what
/// it does not understand has no title.
std::vector<Citation> citations_in(std::string_view text, bool wrapped);

/// What the spellings of one title have in common: no 中华人民共和国 before it,
/// one form of brackets, no blanks.
std::string title_key(std::string_view title);

/// The offices of a 公开主体: separated ones, but only where every part is the
/// name of an office: 市场监督管理、行政审批相关责任部门 is one.
std::vector<std::string> bodies_in(std::string_view text, bool wrapped);

/// Whether a body is a role that a county fills: 县级民政部门.
bool is_generic(std::string_view body);

}  // namespace catalog::import
