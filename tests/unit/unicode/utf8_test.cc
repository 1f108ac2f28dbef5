#include "unicode/utf8.h"

#include <doctest/doctest.h>

#include "unicode/classes.h"
#include "unicode/gb18030.h"
#include "unicode/normal.h"
#include "unicode/width.h"

namespace catalog::unicode {
namespace {

constexpr std::size_t none = std::string_view::npos;

TEST_CASE("well-formed UTF-8 is told from ill-formed, at the byte") {
  CHECK(find_ill_formed("") == none);
  CHECK(find_ill_formed("plain text of more than eight bytes") == none);
  CHECK(find_ill_formed("义务教育 𠮷 é") == none);
  CHECK(find_ill_formed("abc\x80") == 3);
  CHECK(find_ill_formed("12345678\xC0\xAF") == 8);   // overlong
  CHECK(find_ill_formed("a\xE0\x80\xAF") == 1);      // overlong
  CHECK(find_ill_formed("a\xED\xA0\x80") == 1);      // surrogate
  CHECK(find_ill_formed("a\xF4\x90\x80\x80") == 1);  // above U+10FFFF
  CHECK(find_ill_formed("教\xE8\x82") == 3);         // cut off
  CHECK(find_ill_formed("\xF8\x88\x80\x80\x80") == 0);
}

TEST_CASE("every code point survives encoding and decoding") {
  for (char32_t value = 1; value <= 0x10FFFF; value += 97) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append(text, value);
    CHECK(find_ill_formed(text) == none);
    CHECK(decode(text).value == value);
    CHECK(decode(text).size == text.size());
  }
}

TEST_CASE("code points are counted, cut and walked over") {
  CHECK(count("义务 a𠮷") == 5);
  CHECK(prefix("义务教育", 2) == "义务");
  CHECK(prefix("ab", 5) == "ab");
  CHECK(to_utf8(to_utf32("义务\xFFx")) == "义务\uFFFDx");
  std::size_t last = 0;
  for (auto at = CodePoints("义b").begin(); at != CodePoints("义b").end(); ++at)
    last = at.offset();
  CHECK(last == 3);
}

TEST_CASE("GB18030 is recognised, broken UTF-8 and Latin-1 are not") {
  const std::string gb = "name: \xD2\xE5\xCE\xF1\xBD\xCC\xD3\xFD\n";
  CHECK(looks_like_gb18030(gb));
  CHECK(decode_gb18030(gb) == "name: 义务教育\n");
  CHECK_FALSE(looks_like_gb18030("name: 义务教育\xFF\xFF"));
  CHECK_FALSE(looks_like_gb18030("name: 义务教育政务公开\xE8\x82\n"));
  CHECK_FALSE(looks_like_gb18030("caf\xE9 "));
  CHECK_FALSE(decode_gb18030("\xFF"));
}

TEST_CASE("names are compared without width and case") {
  CHECK(nfkc("ＩＤ：１２") == "ID:12");
  CHECK(nfkc("〔2024〕号") == "〔2024〕号");
  CHECK(nfkc_folded("ＩＤ") == "id");
  CHECK(nfkc_folded("Abc") == "abc");
  CHECK(nfkc("e\u0301") == "é");
  CHECK(nfkc("\xFF") == "\xFF");
}

TEST_CASE("widths follow East Asian width") {
  CHECK(width("abc") == 3);
  CHECK(width("义务（一）") == 10);
  CHECK(width("e\u0301") == 1);
  CHECK(width("\u200B\u202E") == 0);
  CHECK(width("■") == 1);
  CHECK(width("■", Ambiguous::wide) == 2);
  CHECK(width("𠮷") == 2);
}

TEST_CASE("characters fall into their classes") {
  CHECK(is_control(0x07));
  CHECK(is_control(0x85));
  CHECK(is_control(0x2028));
  CHECK(is_control(0xFFFE));
  CHECK_FALSE(is_control('\t'));
  CHECK_FALSE(is_control(U'务'));
  CHECK(is_bidi_control(0x202E));
  CHECK(is_bidi_control(0x2066));
  CHECK_FALSE(is_bidi_control(0x202F));
  CHECK(is_ideograph(U'务'));
  CHECK(is_ideograph(U'〇'));
  CHECK_FALSE(is_ideograph(U'、'));
  CHECK(is_full_width(U'：'));
  CHECK_FALSE(is_full_width(U'。'));
}

}  // namespace
}  // namespace catalog::unicode
