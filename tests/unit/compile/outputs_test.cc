#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "compile/compile.h"
#include "diagnostics/render.h"
#include "emit/emitters.h"
#include "schema/registry.h"
#include "schema/schema.h"
#include "syntax/json_reader.h"
#include "unit/folder.h"
#include "view/publication.h"

namespace catalog::compile {
namespace {

/// What our own engine finds wrong with a JSON text, as text for people.
std::string faults_of(std::string json, std::string_view schema) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  schema::Registry registry;
  registry.add_embedded();
  const auto form =
      schema::compile(schema, registry, schema::Dialect::ours, found);
  REQUIRE(form);
  source::SourceTree tree;
  const source::FileId file = tree.add("output.json", std::move(json));
  const auto document = syntax::read_json(file, tree[file].bytes, found);
  REQUIRE_FALSE(document.empty());
  schema::validate(*form, document.root(), found);
  return diagnostics::render_text({found, tree, {}, {}, false});
}

std::unique_ptr<Compilation> compiled(const std::filesystem::path& folder) {
  return edition_in(folder, {});
}

std::string catalog_json(const std::filesystem::path& folder) {
  const auto run = compiled(folder);
  REQUIRE_FALSE(run->found.has_errors());
  const view::Publication publication = view::arrange(run->edition);
  std::string json;
  const emit::Sink sink{
      [&](std::string_view, std::string_view bytes) { json = bytes; }, {}};
  for (const emit::Emitter& emitter : emit::emitters)
    if (emitter.name == "json") emitter.emit(publication, sink);
  return json;
}

const std::string fine = "no errors or warnings (0 items checked)\n";

}  // namespace

TEST_CASE("catalog.json of every catalog here has the form of its schema") {
  for (const char* folder : {"catalog", "examples/minimal"}) {
    CAPTURE(folder);
    const std::filesystem::path root = CATALOG_SOURCE_DIR;
    const std::string json = catalog_json(root / folder);
    CHECK(json.size() > 1000);
    CHECK(faults_of(json, "urn:catalog:output:catalog") == fine);
  }
  CHECK(faults_of("{}", "urn:catalog:output:catalog") != fine);
}

TEST_CASE("findings as JSON have the form of their schema") {
  const std::filesystem::path cases = CATALOG_SOURCE_DIR "/tests/cases";
  for (const char* folder :
       {"compile/ten-mistakes", "schema/mistakes", "resolve/names"}) {
    CAPTURE(folder);
    const auto run = compiled(cases / folder);
    REQUIRE(run->found.has_errors());
    const std::string json =
        diagnostics::render_json({run->found, run->tree, {}, {}, false});
    CHECK(faults_of(json, "urn:catalog:output:diagnostics") == fine);
  }
}

TEST_CASE("texts with escapes outlive the documents of all files") {
  const testing::Folder folder;
  folder.write("catalog.yaml",
               "catalog: {id: a, title: \"\\u76EE\\u5F55\", version: \"1\", "
               "date: 2026-01-15}\n");
  for (int i = 0; i < 20; ++i)
    folder.write("d" + std::to_string(i) + ".yaml",
                 "domains:\n  - {id: d" + std::to_string(i) +
                     ", name: \"\\u9886\\u57DF" + std::to_string(i) + "\"}\n");
  const auto run = compiled(folder.path());
  CHECK(run->catalog.manifest.title.text == "目录");
  for (const model::Domain& domain : run->catalog.domains)
    CHECK(domain.name.text == "领域" + std::string(domain.id.text.substr(1)));
}

}  // namespace catalog::compile
