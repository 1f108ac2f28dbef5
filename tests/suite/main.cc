// Runs the official JSON-Schema-Test-Suite for draft 2020-12 against our
// engine. The suite is not part of the repository: it is looked for at
// CATALOG_JSON_SCHEMA_SUITE, then at shared/data/json-schema-test-suite beside
// the checkout. Exits with 77 (skipped) where it is not there.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "schema/schema.h"
#include "syntax/json_reader.h"

namespace fs = std::filesystem;
using namespace catalog;

namespace {

struct Text {
  std::string bytes;
  syntax::Document document;
};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void print(const diagnostics::Diagnostics& found) {
  for (const auto& each : found.sorted())
    fmt::print("    {} [{}]\n", each.message, each.code);
}

/// The documents live as long as the deque.
const syntax::Document& read(std::deque<Text>& texts, std::string bytes) {
  Text& text = texts.emplace_back();
  text.bytes = std::move(bytes);
  diagnostics::Diagnostics found(diagnostics::Language::en);
  text.document = syntax::read_json({}, text.bytes, found);
  print(found);
  return text.document;
}

std::vector<fs::path> json_files(const fs::path& folder, bool deep) {
  std::vector<fs::path> files;
  if (deep) {
    for (const auto& each : fs::recursive_directory_iterator(folder))
      if (each.path().extension() == ".json") files.push_back(each.path());
  } else {
    for (const auto& each : fs::directory_iterator(folder))
      if (each.path().extension() == ".json") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Count {
  int passed = 0, groups_passed = 0, tests = 0, groups = 0;
};

std::string slice(syntax::Node node) {
  const source::Span span = node.span();
  return std::string(
      node.document().bytes.substr(span.begin, span.end - span.begin));
}

std::string_view text_at(syntax::Node node, std::string_view key) {
  return schema::value_at(node, key)->text();
}

/// Runs one group: a schema and the instances it is tried on.
void run_group(syntax::Node group, const std::string& file,
               const schema::Registry& registry, schema::Dialect dialect,
               Count& count) {
  std::deque<Text> texts;
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const auto& document = read(texts, slice(*schema::value_at(group, "schema")));
  const auto compiled = schema::compile(
      document, "https://suite.test/schema.json", registry, dialect, found);
  bool all = true;
  for (const syntax::Node test : schema::value_at(group, "tests")->items()) {
    ++count.tests;
    const auto& instance = read(texts, slice(*schema::value_at(test, "data")));
    const bool expected = text_at(test, "valid") == "true";
    if (compiled && schema::is_valid(*compiled, instance.root()) == expected) {
      ++count.passed;
      continue;
    }
    all = false;
    fmt::print("  {}: {}: {}\n", file, text_at(group, "description"),
               text_at(test, "description"));
  }
  if (!compiled) print(found);
  ++count.groups;
  count.groups_passed += all ? 1 : 0;
}

Count run(const std::vector<fs::path>& files, const schema::Registry& registry,
          schema::Dialect dialect) {
  Count count;
  for (const fs::path& file : files) {
    std::deque<Text> texts;
    for (const syntax::Node group : read(texts, bytes_of(file)).root().items())
      run_group(group, file.filename().string(), registry, dialect, count);
  }
  return count;
}

void print(const char* what, const Count& count) {
  fmt::print("{}: {} of {} groups, {} of {} tests passed\n", what,
             count.groups_passed, count.groups, count.passed, count.tests);
}

fs::path suite_folder(const char* source_folder) {
  if (const char* named = std::getenv("CATALOG_JSON_SCHEMA_SUITE"))
    return named;
  return fs::path(source_folder) / "../shared/data/json-schema-test-suite";
}

}  // namespace

int main(int count, char** arguments) {
  const fs::path suite = suite_folder(count > 1 ? arguments[1] : ".");
  const fs::path tests = suite / "tests/draft2020-12";
  if (!fs::is_directory(tests)) {
    fmt::print(
        "the JSON Schema test suite is not at {}: get it from "
        "github.com/json-schema-org/JSON-Schema-Test-Suite and name its "
        "folder in CATALOG_JSON_SCHEMA_SUITE\n",
        suite.string());
    return 77;
  }
  std::deque<Text> remotes;
  schema::Registry registry;
  registry.add_embedded();
  diagnostics::Diagnostics found(diagnostics::Language::en);
  for (const fs::path& file : json_files(suite / "remotes/draft2020-12", true))
    registry.add("http://localhost:1234/" +
                     fs::relative(file, suite / "remotes").generic_string(),
                 read(remotes, bytes_of(file)), found);
  print(found);
  const Count required =
      run(json_files(tests, false), registry, schema::Dialect::standard);
  print("required", required);
  if (count > 2 && std::string(arguments[2]) == "--optional") {
    print("optional", run(json_files(tests / "optional", false), registry,
                          schema::Dialect::standard));
    const fs::path formats = tests / "optional/format";
    print("formats", run({formats / "date.json", formats / "uri.json",
                          formats / "email.json"},
                         registry, schema::Dialect::ours));
  }
  return required.passed == required.tests && required.tests > 1000 ? 0 : 1;
}
