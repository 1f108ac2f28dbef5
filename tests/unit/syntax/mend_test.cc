#include "syntax/mend.h"

#include <doctest/doctest.h>

#include "syntax/read.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

struct Trial {
  explicit Trial(std::string bytes) {
    file = tree.add("a.yaml", std::move(bytes));
  }
  void fix(const std::vector<std::pair<std::string, std::string>>& changes) {
    Diagnostic finding{"odd", Severity::error, {file, 0, 0}, "", {}, "", {}};
    for (const auto& [from, to] : changes) {
      const auto at = static_cast<std::uint32_t>(tree[file].bytes.find(from));
      const auto end = at + static_cast<std::uint32_t>(from.size());
      finding.fix.push_back({{file, at, end}, to});
    }
    findings.push_back(finding);
  }
  Mending mend(std::size_t files = 1) { return mended(tree, files, findings); }

  source::SourceTree tree;
  source::FileId file;
  std::vector<Diagnostic> findings;
};

TEST_CASE("fixes of several findings are made together") {
  Trial trial("a: one # keep\nb:  [two,   three]\n");
  trial.fix({{"one", "1"}});
  trial.fix({{"two", "2"}, {"three", "3"}});
  const Mending mending = trial.mend();
  REQUIRE(mending.files.size() == 1);
  CHECK(mending.files[0].bytes == "a: 1 # keep\nb:  [2,   3]\n");
  CHECK(mending.files[0].done.size() == 2);
  CHECK(mending.left == 0);
}

TEST_CASE("of fixes that touch, the first is made, all or none of each") {
  Trial trial("a: one two\nb: three\n");
  trial.fix({{"one two", "1"}});
  trial.fix({{"two", "2"}, {"three", "3"}});
  const Mending mending = trial.mend();
  REQUIRE(mending.files.size() == 1);
  CHECK(mending.files[0].bytes == "a: 1\nb: three\n");
  CHECK(mending.left == 1);
}

TEST_CASE("a fix that would change what else the file says is not made") {
  Trial trial("a: one\nb: two\nc: three\n");
  trial.fix({{"one", "1"}});
  trial.fix({{"two", "- x"}});
  trial.fix({{"three", "[3]"}});
  const Mending mending = trial.mend();
  REQUIRE(mending.files.size() == 1);
  CHECK(mending.files[0].bytes == "a: 1\nb: two\nc: three\n");
  CHECK(mending.left == 2);
}

TEST_CASE("a slip is mended with what else is to be mended") {
  Trial trial("a：one\nb: two\n");
  diagnostics::Diagnostics found(diagnostics::Language::en);
  read(trial.tree, trial.file, found);
  trial.findings = found.sorted();
  REQUIRE(trial.findings.size() == 1);
  REQUIRE_FALSE(trial.findings[0].fix.empty());
  trial.fix({{"two", "2"}});
  const Mending mending = trial.mend();
  REQUIRE(mending.files.size() == 1);
  CHECK(mending.files[0].bytes == "a: one\nb: 2\n");
  CHECK(mending.left == 0);
}

TEST_CASE("files that are not the author's are left alone") {
  Trial trial("a: one\n");
  trial.fix({{"one", "1"}});
  CHECK(trial.mend(0).files.empty());
}

}  // namespace
}  // namespace catalog::syntax
