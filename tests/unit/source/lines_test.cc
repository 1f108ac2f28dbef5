#include "source/lines.h"

#include <doctest/doctest.h>

#include <string>

namespace catalog::source {
namespace {

TEST_CASE("places in a line of a megabyte count its characters") {
  std::string text = "甲\n";
  for (int i = 0; i < 350'000; ++i) text += i % 2 == 0 ? "乙" : "b";
  text += "\r\nc\rd";
  const Lines lines(text);
  Position expected{1, 1};
  bool is_right = true;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (text[i] & '\xC0') == '\x80') continue;
    const Position found = lines.position(i);
    is_right = is_right && found.line == expected.line &&
               found.column == expected.column;
    ++expected.column;
    if (i < text.size() &&
        (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')))
      expected = {expected.line + 1, 1};
  }
  CHECK(is_right);
  CHECK(lines.count() == 4);
  CHECK(lines.position(~0u).line == 4);
}

}  // namespace
}  // namespace catalog::source
