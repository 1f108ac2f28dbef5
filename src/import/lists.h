#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// An entry of a list in a cell, without its bullet or number.
struct Entry {
  std::string text;
  std::vector<std::string> parts;  // a list below it
  bool optional = false;           // marked 〇 or 〔* …〕
};

/// The entries of a cell: by bullets, by numbers that count up, else by lines;
/// one where it has none of these. Commas never split. `wrapped`: the ends of
/// lines are those of a page, and mean nothing.
std::vector<Entry> entries_of(std::string_view text, bool wrapped);

/// A numbered name without its number: `1.1 就业信息服务`, `（一）政策文件`.
std::string without_number(std::string_view name);

}  // namespace catalog::import
