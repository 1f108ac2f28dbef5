#pragma once

#include <string>
#include <string_view>

namespace catalog::sync {

/// One text and what became of it, word by word: `20[-个工作日-]{+日+}内`. Each
/// Chinese character is a word, so is a number. Long stretches that stayed are
/// left out; lines that stayed are.
std::string word_difference(std::string_view was, std::string_view now);

}  // namespace catalog::sync
