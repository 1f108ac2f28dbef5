// Checks every report of `catalog check` against what its readers require:
// each catalog below the folders given is compiled, and reported on in every
// form and both languages.
//
//   catalog_reports json|sarif|gitlab|junit SOURCE
//
// SARIF is checked against the official schema, which is not part of the
// repository: it is looked for at CATALOG_SARIF_SCHEMA, then at
// shared/data/sarif-schema-2.1.0.json beside the checkout. Exits with 77
// (skipped) where it is not there.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/report.h"
#include "compile/compile.h"
#include "diagnostics/render.h"
#include "schema/schema.h"
#include "schema/value.h"
#include "syntax/json_reader.h"

namespace fs = std::filesystem;
using namespace catalog;
using diagnostics::Diagnostics;
using diagnostics::Language;
using diagnostics::Report;
using schema::value_at;
using syntax::Node;

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A JSON text and its tree.
struct Json {
  explicit Json(std::string text) : bytes(std::move(text)) {
    document = syntax::read_json({}, bytes, found);
  }
  std::string bytes;
  Diagnostics found{Language::en};
  syntax::Document document;
};

/// Says why a report is no good; empty: it is good.
using Judge = std::function<std::string(const Report&)>;

/// Judges by a JSON Schema.
Judge by_schema(std::string_view format, schema::Registry& registry,
                std::string_view id, schema::Dialect dialect) {
  Diagnostics found(Language::en);
  const auto form = std::make_shared<std::optional<schema::Schema>>(
      schema::compile(id, registry, dialect, found));
  return [form, format](const Report& report) -> std::string {
    if (!*form) return "the schema is not one";
    for (const diagnostics::Renderer& each : diagnostics::renderers) {
      if (each.name != format) continue;
      Json json(each.render(report));
      if (!json.found.has_errors())
        schema::validate(**form, json.document.root(), json.found);
      for (const auto& fault : json.found.sorted())
        return fmt::format("{} at byte {}", fault.message, fault.span.begin);
    }
    return {};
  };
}

/// docs.gitlab.com, Code Quality report format.
std::string fault_of_gitlab(const Report& report) {
  const Json json(diagnostics::render_gitlab(report));
  if (json.found.has_errors() || !json.document.root().is_sequence())
    return "no JSON array";
  std::set<std::string_view> fingerprints;
  for (const Node issue : json.document.root().items()) {
    for (const std::string_view key :
         {"description", "check_name", "fingerprint", "severity", "location"})
      if (!value_at(issue, key)) return fmt::format("`{}` is missing", key);
    if (!fingerprints.insert(value_at(issue, "fingerprint")->text()).second)
      return "two have one fingerprint";
    const std::set<std::string_view> severities{"info", "minor", "major",
                                                "critical", "blocker"};
    if (!severities.contains(value_at(issue, "severity")->text()))
      return "an unknown severity";
    const auto lines = value_at(*value_at(issue, "location"), "lines");
    if (!value_at(*value_at(issue, "location"), "path") || !lines ||
        !value_at(*lines, "begin"))
      return "a place is missing";
  }
  return {};
}

/// The numbers that each suite states are those of its cases.
std::string fault_of_junit(const Report& report) {
  const std::string text = diagnostics::render_junit(report);
  pugi::xml_document document;
  if (const auto read = document.load_string(text.c_str()); !read)
    return read.description();
  const pugi::xml_node root = document.child("testsuites");
  if (!root) return "no testsuites";
  int tests = 0, failures = 0, errors = 0;
  for (const pugi::xml_node suite : root.children("testsuite")) {
    int cases = 0, failed = 0;
    for (const pugi::xml_node each : suite.children("testcase")) {
      ++cases;
      failed += each.child("failure") ? 1 : 0;
      errors += each.child("error") ? 1 : 0;
      if (!each.attribute("name") || !each.attribute("classname"))
        return "a case has no name";
    }
    if (suite.attribute("tests").as_int() != cases ||
        suite.attribute("failures").as_int() != failed)
      return fmt::format("{}: wrong numbers", suite.attribute("name").value());
    tests += cases;
    failures += failed;
  }
  if (root.attribute("tests").as_int() != tests ||
      root.attribute("failures").as_int() != failures ||
      root.attribute("errors").as_int() != errors)
    return "wrong numbers";
  return {};
}

/// A line a finding, each a command; nothing breaks out of one.
std::string fault_of_github(const Report& report) {
  const std::string text = diagnostics::render_github(report);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++lines) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string::npos) return "the last line has no end";
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (!line.starts_with("::error ") && !line.starts_with("::warning ") &&
        !line.starts_with("::notice "))
      return fmt::format("no command: {}", line);
    at = end + 1;
  }
  const std::size_t wanted =
      report.diagnostics.sorted().size() + (report.failure.empty() ? 0 : 1);
  return lines == wanted ? "" : "not a line a finding";
}

/// All catalogs of the repository, with the broken ones of the tests.
std::vector<fs::path> catalogs_in(const fs::path& source) {
  std::vector<fs::path> all;
  for (const char* folder : {"catalog", "examples", "tests/cases"})
    for (const auto& entry : fs::recursive_directory_iterator(source / folder))
      if (entry.path().filename() == "catalog.yaml")
        all.push_back(entry.path().parent_path());
  std::sort(all.begin(), all.end());
  return all;
}

int failures = 0;

void judge(const Judge& judge, const Report& report, const fs::path& folder) {
  const std::string fault = judge(report);
  if (fault.empty()) return;
  ++failures;
  fmt::print("{}: {}\n", folder.string(), fault);
}

void judge_all(const Judge& one, const fs::path& source) {
  std::size_t count = 0, findings = 0, fixes = 0;
  for (const fs::path& folder : catalogs_in(source))
    for (const Language language : {Language::en, Language::zh}) {
      try {
        const auto run = compile::edition_in(folder, {language});
        const cli::ProgressLine line(language);
        judge(one, cli::report_of(*run, "a folder/目录", line, false), folder);
        ++count;
        for (const auto& each : run->found.sorted()) {
          ++findings;
          fixes += each.fix.empty() ? 0 : 1;
        }
      } catch (const source::Failure& failure) {
        const cli::UnfinishedReport report(folder, language, failure.what());
        judge(one, report.report(), folder);
      }
    }
  const cli::UnfinishedReport report(".", Language::zh,
                                     "无法读取 `a`：100%,<&\n");
  judge(one, report.report(), ".");
  fmt::print("{} reports, {} findings, {} of them with a fix: {} bad\n", count,
             findings, fixes, failures);
  if (count < 50 || findings < 100 || fixes < 5) {
    fmt::print("that is too few to tell\n");
    ++failures;
  }
}

fs::path sarif_schema(const fs::path& source) {
  if (const char* named = std::getenv("CATALOG_SARIF_SCHEMA")) return named;
  return source / "../shared/data/sarif-schema-2.1.0.json";
}

int judge_sarif(const fs::path& source, schema::Registry& registry) {
  const fs::path path = sarif_schema(source);
  if (!fs::exists(path)) {
    fmt::print(
        "the schema of SARIF is not at {}: get it from docs.oasis-open.org/"
        "sarif/sarif/v2.1.0 and name it in CATALOG_SARIF_SCHEMA\n",
        path.string());
    return 77;
  }
  // It is written for draft 4; what it uses means the same today.
  std::string bytes = bytes_of(path);
  const std::size_t draft = bytes.find("\"$schema\"");
  bytes.erase(draft, bytes.find('\n', draft) - draft);
  const Json schema(bytes);
  Diagnostics found(Language::en);
  registry.add("urn:sarif", schema.document, found);
  judge_all(
      by_schema("sarif", registry, "urn:sarif", schema::Dialect::standard),
      source);
  // A schema that lets everything pass would not do.
  const auto form =
      schema::compile("urn:sarif", registry, schema::Dialect::standard, found);
  Json wrong(R"({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})");
  schema::validate(*form, wrong.document.root(), wrong.found);
  if (!wrong.found.has_errors()) ++failures;
  return failures > 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const std::string format = arguments[1];
  const fs::path source = arguments[2];
  schema::Registry registry;
  registry.add_embedded();
  if (format == "sarif") return judge_sarif(source, registry);
  if (format == "json")
    judge_all(by_schema("json", registry, "urn:catalog:output:diagnostics",
                        schema::Dialect::ours),
              source);
  else if (format == "gitlab")
    judge_all(fault_of_gitlab, source);
  else if (format == "junit")
    judge_all(fault_of_junit, source);
  else if (format == "github")
    judge_all(fault_of_github, source);
  else
    return 2;
  return failures > 0;
}
