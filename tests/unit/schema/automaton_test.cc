#include "schema/automaton.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "schema/pattern.h"

namespace catalog::schema {
namespace {

/// The same expression in a form that the automaton leaves to RE2.
bool matches_otherwise(std::string_view expression, std::string_view text) {
  const auto read = ReadPattern::from("(?:" + std::string(expression) + ")");
  REQUIRE(read.pattern);
  return read.pattern->matches(text);
}

/// A random expression of what the automaton takes.
class Expressions {
 public:
  explicit Expressions(unsigned seed) : random_(seed) {}

  std::string next() { return "^" + sequence(3) + "$"; }

  std::string text() {
    std::string all;
    for (int left = below(7); left > 0; --left)
      all += std::string_view("ab-/c0")[static_cast<std::size_t>(below(6))];
    return all;
  }

 private:
  int below(int bound) {
    return std::uniform_int_distribution(0, bound - 1)(random_);
  }
  template <std::size_t size>
  std::string one_of(const char* const (&all)[size]) {
    return all[below(static_cast<int>(size))];
  }
  std::string sequence(int depth) {
    std::string all;
    for (int left = below(4); left > 0; --left) all += repeated(depth);
    return all;
  }
  std::string repeated(int depth) {
    std::string atom = one_of(
        {"a", "b", "\\-", "[ab]", "[a-c]", "[-/]", "[0-9A-Za-z.-]", "(a|bc)"});
    if (depth > 0 && below(3) == 0)
      atom =
          "(?:" + sequence(depth - 1) + "|" + sequence(depth - 1) + "a" + ")";
    return atom +
           one_of({"", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{1,3}"});
  }

  std::mt19937 random_;
};

TEST_CASE("an automaton matches what the expression does") {
  Expressions expressions(2026);
  int matching = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string expression = expressions.next();
    const auto automaton = Automaton::of(expression);
    if (!automaton) continue;
    for (int text = 0; text < 30; ++text) {
      const std::string each = expressions.text();
      CAPTURE(expression);
      CAPTURE(each);
      const bool is_match = automaton->matches(each);
      CHECK(is_match == matches_otherwise(expression, each));
      matching += is_match;
    }
  }
  CHECK(matching > 500);
}

TEST_CASE("the patterns of the language are taken by an automaton") {
  const auto id = Automaton::of("^[a-z0-9]+([-/][a-z0-9]+)*$");
  REQUIRE(id);
  CHECK(id->matches("education/enrolment-policy"));
  CHECK(!id->matches(""));
  CHECK(!id->matches("education/"));
  CHECK(!id->matches("Education"));
  CHECK(!id->matches("教育"));
  const auto code = Automaton::of("^[0-9]{6}([0-9]{3}){0,2}$");
  REQUIRE(code);
  CHECK(code->matches("330304"));
  CHECK(code->matches("330304001001"));
  CHECK(!code->matches("3303040"));
  CHECK(!code->matches("330304001001001"));
  CHECK(!Automaton::of("^(hours?|half-years?)|day$"));
}

TEST_CASE("an automaton leaves what it does not know to others") {
  for (const char* expression : {"a",      "^a",           "a$",
                                 "^a|b$",  "^[^a]$",       "^.$",
                                 "^\\d$",  "^(?=a)a$",     "^(?<name>a)$",
                                 "^a+?$",  "^中$",         "^[a-\xC3\xA9]$",
                                 "^a{0}$", "^a{3,2}$",     "^(a$",
                                 "^a)$",   "^[a$",         "^a\\$",
                                 "^[]$",   "^(a{99}){99}$"})
    CHECK_MESSAGE(!Automaton::of(expression), expression);
}

}  // namespace
}  // namespace catalog::schema
