#include "diagnostics/diagnostics.h"

#include <doctest/doctest.h>

#include <utility>

namespace catalog::diagnostics {
namespace {

constexpr Problem<std::string_view> odd{
    "odd", Severity::error, {"`{}` is odd", "`{}` 不对"}};
constexpr source::FileId file{};

TEST_CASE("findings come by place, equal ones once") {
  Diagnostics found(Language::en);
  found.report(odd, {file, 8, 9}, "b");
  found.report(odd, {file, 2, 3}, "a");
  found.report(odd, {file, 8, 9}, "b");
  const auto all = found.sorted();
  REQUIRE(all.size() == 2);
  CHECK(all[0].message == "`a` is odd");
  CHECK(all[1].message == "`b` is odd");
}

TEST_CASE("what lies inside a poisoned range is dropped") {
  Diagnostics found(Language::zh);
  found.poison({file, 10, 20});
  found.poison({file, 18, 30});
  found.report(odd, {file, 12, 29}, "in");
  found.report(odd, {file, 12, 31}, "over");
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted()[0].message == "`over` 不对");
  CHECK(found.is_poisoned({file, 29, 40}));
  CHECK_FALSE(found.is_poisoned({file, 31, 40}));
}

TEST_CASE("findings beyond the most are counted, and one says so") {
  constexpr Problem<> worry{"worry", Severity::warning, {"hm", "注意"}};
  Diagnostics found(Language::en, 2);
  found.report(worry, {file, 8, 9});
  found.report(worry, {file, 2, 3});
  CHECK_FALSE(found.has_errors());
  found.report(worry, {file, 6, 7}).help(Message<>{"never said", "不说"});
  Diagnostics beside = found.beside(file, 1);
  beside.report(worry, {file, 1, 2});
  beside.report(odd, {file, 4, 5}, "x");
  CHECK(beside.has_errors());
  found.merge(std::move(beside));
  CHECK(found.has_errors());
  CHECK(found.size() == 5);
  CHECK(found.unlisted() == 3);
  CHECK(found.listed().size() == 2);
  const auto all = found.sorted();
  REQUIRE(all.size() == 3);
  CHECK(all[1].code == "too-many-findings");
  CHECK(all[1].severity == Severity::error);
  CHECK(all[1].span == source::Span{file, 6, 7});
  CHECK(all[1].message == "3 more findings are not listed");
}

}  // namespace
}  // namespace catalog::diagnostics
