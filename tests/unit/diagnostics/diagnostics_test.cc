#include "diagnostics/diagnostics.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace catalog::diagnostics
