#include "emit/diff/diff.h"

#include <doctest/doctest.h>

#include "schema/schema.h"
#include "syntax/json_reader.h"
#include "unit/emit/small_catalog.h"

namespace catalog::emit {
namespace {

/// Changes with everything that the form has: an item gone, one new with
/// hostile texts, one renamed, records, a kind that was not compared.
compare::Changes all_changes() {
  const auto small = test::make_sample(3), large = test::make_sample(5);
  compare::Changes changes =
      compare::changes_between(small->edition, large->edition,
                               compare::Knows::published, compare::Knows::all);
  compare::Change& change = changes.all.emplace_back();
  change.id = "x/y";
  change.former = "x/z";
  change.name = std::string(test::hostile_name);
  change.domain = "*领域*";
  change.successor = "x/w";
  change.reason = "理由";
  change.effects = compare::Effect::duty_loosened;
  change.records = {"2026-01-10 修订"};
  compare::FieldChange& field = change.fields.emplace_back();
  field.field = "timing";
  field.name = {"timing", "公开时限"};
  field.places = "street";
  field.effects = compare::Effect::duty_loosened;
  field.before = {"3个工作日内"};
  field.now = {std::string(test::hostile_name)};
  field.reason = "理由";
  changes.idle_records.push_back({"2026-01-12", "修订", {"x/a"}});
  return changes;
}

TEST_CASE("changes as JSON are as their schema says") {
  const compare::Changes changes = all_changes();
  const std::string bytes = diff_json({changes, "old", "new"});
  diagnostics::Diagnostics found(diagnostics::Language::en);
  schema::Registry registry;
  registry.add_embedded();
  const auto described = schema::compile("urn:catalog:output:diff", registry,
                                         schema::Dialect::ours, found);
  REQUIRE(described);
  const auto document = syntax::read_json(source::FileId{}, bytes, found);
  REQUIRE_FALSE(document.empty());
  CHECK(schema::is_valid(*described, document.root()));
}

TEST_CASE("no text of a catalog becomes markup or moves the terminal") {
  const compare::Changes changes = all_changes();
  for (const bool wants_colour : {false, true}) {
    const std::string text =
        diff_text({changes, "old\x1b[2J", "new", diagnostics::Language::en,
                   wants_colour});
    CHECK(text.find("\x1b[2J") == std::string::npos);
  }
  CHECK(diff_html({changes, "old", "new"}).find("<script") ==
        std::string::npos);
  const std::string markdown = diff_markdown({changes, "old", "new"});
  CHECK(markdown.find("<script") == std::string::npos);
  CHECK(markdown.find("#### \\*领域\\*") != std::string::npos);
}

TEST_CASE("an edition does not differ from itself in any form") {
  const auto sample = test::make_sample(3);
  const compare::Changes changes =
      compare::changes_between(sample->edition, sample->edition);
  CHECK(changes.empty());
  CHECK(diff_text({changes, "a", "b"}).find("没有变化") != std::string::npos);
}

}  // namespace
}  // namespace catalog::emit
