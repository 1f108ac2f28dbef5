// Everything that people are told exists in Chinese and English.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "check/explain.h"
#include "check/rules.h"
#include "cli/command.h"
#include "cli/help.h"
#include "diagnostics/render.h"
#include "emit/emitters.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;

bool has_chinese(std::string_view text) {
  const std::u32string points = unicode::to_utf32(text);
  return std::any_of(points.begin(), points.end(), unicode::is_ideograph);
}

/// A text without what is not language: names in backticks, places for
/// arguments, escapes as they stand in a source.
std::string prose(std::string_view text) {
  std::string rest;
  char closing = 0;
  bool is_escaped = false;
  for (const char byte : text) {
    if (is_escaped || byte == '\\') {
      is_escaped = !is_escaped;
    } else if (closing != 0) {
      if (byte == closing) closing = 0;
    } else if (byte == '`' || byte == '{') {
      closing = byte == '{' ? '}' : '`';
    } else {
      rest += byte;
    }
  }
  return rest;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char byte) {
    return std::isalpha(byte) != 0;
  });
}

/// How many arguments a message takes.
std::size_t arguments_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '{') continue;
    if (text[i + 1] == '{') {
      ++i;
      continue;
    }
    const bool is_numbered =
        std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    const auto number = static_cast<std::size_t>(text[i + 1] - '0') + 1;
    count = is_numbered ? std::max(count, number) : count + 1;
  }
  return count;
}

/// Half-width punctuation behind a Chinese character.
bool is_mixed(std::string_view text) {
  const std::u32string points = unicode::to_utf32(prose(text));
  for (std::size_t i = 1; i < points.size(); ++i)
    if (unicode::is_ideograph(points[i - 1]) &&
        std::u32string_view(U",;:?!()").find(points[i]) !=
            std::u32string_view::npos)
      return true;
  return false;
}

void check_both(std::string_view en, std::string_view zh,
                const std::string& where) {
  INFO(where);
  CAPTURE(en);
  CAPTURE(zh);
  CHECK_FALSE(en.empty());
  CHECK_FALSE(zh.empty());
  if (has_letters(prose(en))) CHECK(has_chinese(zh));
  CHECK(arguments_of(en) == arguments_of(zh));
  CHECK_FALSE(is_mixed(zh));
}

void check_both(const Words& words, const std::string& where) {
  check_both(words.en, words.zh, where);
}

TEST_CASE("commands, their arguments, options and examples speak both") {
  for (const Command* command : commands()) {
    const std::string name(command->name);
    check_both(command->summary, name);
    for (const Positional& each : command->positionals)
      check_both(each.help, name + " " + std::string(each.name));
    for (const Option& each : command->options)
      check_both(each.help, name + " " + std::string(each.name));
    for (const Example& each : command->examples)
      check_both(each.what, std::string(each.command));
    CHECK(has_chinese(help(*command, Language::zh)));
    CHECK(command->examples.size() >= 2);
  }
}

TEST_CASE("rules, their explanations, reports and outputs speak both") {
  for (const check::Rule& rule : check::all_rules()) {
    const std::string id(rule.id);
    check_both(rule.summary, id);
    CHECK(check::explanation_of(id, Language::en));
    const auto zh = check::explanation_of(id, Language::zh);
    CHECK((zh && has_chinese(*zh)));
  }
  for (const diagnostics::Renderer& each : diagnostics::renderers)
    check_both(each.summary, std::string(each.name));
  for (const emit::Emitter& each : emit::emitters)
    check_both(each.summary, std::string(each.name));
}

// ---- the messages, which stand where they are used ----

/// The parts of a C++ source: words, signs, and strings with their quotes;
/// strings beside each other are one.
std::vector<std::string> parts_of(const std::string& source) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < source.size();) {
    const auto byte = static_cast<unsigned char>(source[i]);
    std::size_t end = i + 1;
    if (source.compare(i, 2, "//") == 0) {
      i = std::min(source.find('\n', i), source.size());
      continue;
    }
    if (byte == '"' || byte == '\'') {
      while (end < source.size() && source[end] != source[i])
        end += source[end] == '\\' ? 2 : 1;
      ++end;
    } else if (std::isalnum(byte) != 0 || byte == '_') {
      // `'` parts the digits of a number.
      while (std::isalnum(static_cast<unsigned char>(source[end])) != 0 ||
             source[end] == '_' ||
             (std::isdigit(byte) != 0 && source[end] == '\''))
        ++end;
    }
    const std::string part = source.substr(i, end - i);
    i = end;
    if (std::isspace(byte) != 0) continue;
    if (byte == '"' && !parts.empty() && parts.back().front() == '"')
      parts.back() =
          parts.back().substr(0, parts.back().size() - 1) + part.substr(1);
    else
      parts.push_back(part);
  }
  return parts;
}

/// Where the bracket that opens at `at` is closed.
std::size_t closing(const std::vector<std::string>& parts, std::size_t at) {
  const std::string& open = parts[at];
  const std::string close = open == "<" ? ">" : "}";
  int depth = 0;
  for (; at < parts.size(); ++at) {
    if (parts[at] == open) ++depth;
    if (parts[at] == close && --depth == 0) break;
  }
  return at;
}

/// Checks the texts that a source declares; gives their number.
std::size_t check_source(const std::string& source, const std::string& path) {
  const std::vector<std::string> parts = parts_of(source);
  std::size_t count = 0;
  for (std::size_t i = 0; i + 3 < parts.size(); ++i) {
    const std::string& kind = parts[i];
    if (kind != "Message" && kind != "Problem" && kind != "Words") continue;
    std::size_t at = i + 1;
    if (parts[at] == "<") at = closing(parts, at) + 1;
    if (at + 1 >= parts.size() || parts[at + 1] != "{") continue;
    std::vector<std::string> texts;
    const std::size_t end = closing(parts, at + 1);
    for (std::size_t each = at + 2; each < end; ++each)
      if (parts[each].front() == '"')
        texts.push_back(parts[each].substr(1, parts[each].size() - 2));
    if (texts.empty()) continue;
    const std::string where = path + ": " + parts[at];
    if (kind == "Problem") texts.erase(texts.begin());
    CHECK_MESSAGE(texts.size() == 2, where);
    if (texts.size() == 2) check_both(texts[0], texts[1], where);
    ++count;
  }
  return count;
}

TEST_CASE("every message and every problem speaks both languages") {
  std::size_t count = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(CATALOG_SOURCE_DIR) / "src")) {
    const std::string ending = entry.path().extension();
    if (ending != ".cc" && ending != ".h") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    count += check_source({std::istreambuf_iterator<char>(file), {}},
                          entry.path().string());
  }
  CHECK(count > 250);
}

}  // namespace
}  // namespace catalog::cli
