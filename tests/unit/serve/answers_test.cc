#include "serve/answers.h"

#include <doctest/doctest.h>

namespace catalog::serve {
namespace {

Asked asking(std::string path) {
  return {"GET", "127.0.0.1:80", std::move(path), "", "", ""};
}

TEST_CASE("only what was built is answered with") {
  Showing showing;
  showing.take(
      {{{"index.html", "<head></head>home"}, {"a/b.css", "x"}}, "", "", 0});
  CHECK(answer_to(asking("/"), 80, showing).status == 200);
  CHECK(answer_to(asking("/a/b.css"), 80, showing).bytes == "x");
  for (const char* path : {"/a", "/a/../index.htm", "/../etc/passwd", "/x.html",
                           "/_serve/", "/_serve/x", "/index.html/"})
    CHECK_MESSAGE(answer_to(asking(path), 80, showing).status == 404, path);
}

TEST_CASE("a build with errors leaves the pages of the last sound one") {
  Showing showing;
  CHECK_FALSE(showing.has_files());
  CHECK(showing.take({{{"index.html", "one"}}, "", "", 0}) == 1);
  CHECK(showing.take({{}, "an error", "1 error", 1}) == 0);
  CHECK(showing.file("index.html")->bytes == "one");
  CHECK(showing.take({{{"index.html", "two"}, {"x", ""}}, "", "", 0}) == 2);
  CHECK(showing.take({{{"index.html", "two"}}, "", "", 0}) == 1);
}

TEST_CASE("a page has another print when what it loads changed") {
  const std::string page = "<head>assets/a.css</head>assets/b.css";
  Showing showing;
  const auto print = [&](const char* a, const char* b) {
    showing.take(
        {{{"index.html", page}, {"assets/a.css", a}, {"assets/b.css", b}},
         "",
         "",
         0});
    return showing.file("index.html")->print;
  };
  const std::string first = print("1", "1");
  CHECK(print("1", "2") == first);
  CHECK(print("2", "2") != first);
}

TEST_CASE("a machine has two names for itself") {
  CHECK(is_own_host("127.0.0.1:8137", 8137));
  CHECK(is_own_host("localhost:8137", 8137));
  for (const char* host : {"", "localhost", "127.0.0.1", "localhost:80",
                           "evil.example:8137", "127.0.0.1:8137.evil.example",
                           "localhost.evil.example:8137", "127.0.0.2:8137"})
    CHECK_FALSE_MESSAGE(is_own_host(host, 8137), host);
}

}  // namespace
}  // namespace catalog::serve
