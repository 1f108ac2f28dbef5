#include <doctest/doctest.h>

#include <string_view>

#include "theme/flaw.h"

namespace catalog::theme {
namespace {

TEST_CASE("a style sheet that only styles has no flaws") {
  for (const std::string_view css :
       {"", "h1 { color: #fff; }", "/* url( @import */ a { b: c }",
        "@media (min-width: 10em) { p::before { content: \"\\201C url(x)\"; } "
        "}",
        "@supports (display: grid) { a { display: grid } }",
        "a { width: calc(1px + 2em); content: '}' }", ".图 { color: red }"})
    CHECK_MESSAGE(flaws_of_style(css).empty(), css);
}

TEST_CASE("a style sheet that loads, hides or does not end has a flaw") {
  for (const std::string_view css : {"@import 'x';",
                                     "@IMPORT 'x';",
                                     "@font-face { }",
                                     "@charset 'x';",
                                     "@\\69mport 'x';",
                                     "a { b: url(x) }",
                                     "a { b: URL(x) }",
                                     "a { b: u\\72l(x) }",
                                     "a { b: src(x) }",
                                     "a { b: image-set('x') }",
                                     "a { b: -webkit-image-set('x') }",
                                     "a { b: expression(1) }",
                                     "a { -moz-binding: x }",
                                     "a { behavior: x }",
                                     "a {",
                                     "a { b: 'x\n }",
                                     "a { b: \"",
                                     "/* ",
                                     "a { } }",
                                     "a { b: (] }",
                                     "a { b: cross-fade(x) }"})
    CHECK_MESSAGE(!flaws_of_style(css).empty(), css);
}

TEST_CASE("every flaw lies in the style sheet") {
  const std::string_view css = "@import \"x\";a{b:url(\"\\";
  for (std::size_t size = 0; size <= css.size(); ++size)
    for (const Flaw& flaw : flaws_of_style(css.substr(0, size))) {
      CHECK(flaw.begin <= flaw.end);
      CHECK(flaw.end <= size);
    }
}

TEST_CASE("a PNG is whole, or it is none") {
  using namespace std::string_view_literals;
  const std::string png(
      "\x89PNG\r\n\x1a\n"
      "\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55"
      "\0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71"
      "\0\0\0\0IEND\xae\x42\x60\x82"sv);
  CHECK_FALSE(flaw_of_png(png));
  for (std::size_t size = 0; size < png.size(); ++size)
    CHECK(flaw_of_png(png.substr(0, size)));
  CHECK(flaw_of_png(png + "<script>"));
  std::string wide = png;
  wide[17] = '\x20';
  CHECK(flaw_of_png(wide));
  std::string endless = png;
  endless[8] = '\xff';
  CHECK(flaw_of_png(endless));
}

}  // namespace
}  // namespace catalog::theme
