#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "source/lines.h"
#include "unit/syntax/readers.h"

namespace catalog::syntax {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(CATALOG_SOURCE_DIR) / "tests/suite/yaml";

std::string contents(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Texts as the suite's events write them.
std::string escaped(std::string_view text) {
  std::string all;
  for (const char each : text) switch (each) {
      case '\\': all += "\\\\"; break;
      case '\n': all += "\\n"; break;
      case '\t': all += "\\t"; break;
      case '\r': all += "\\r"; break;
      case '\b': all += "\\b"; break;
      default: all += each;
    }
  return all;
}

void append_events(Node node, std::string& events) {
  const bool is_flow = node.style() == Style::flow;
  if (node.is_scalar()) {
    constexpr std::string_view signs = ":'\"|>";
    events += fmt::format("=VAL {}{}\n",
                          signs[static_cast<std::size_t>(node.style())],
                          escaped(node.text()));
  } else if (node.is_sequence()) {
    events += is_flow ? "+SEQ []\n" : "+SEQ\n";
    for (const Node item : node.items()) append_events(item, events);
    events += "-SEQ\n";
  } else {
    events += is_flow ? "+MAP {}\n" : "+MAP\n";
    for (const auto [key, value] : node.entries()) {
      append_events(key, events);
      append_events(value, events);
    }
    events += "-MAP\n";
  }
}

/// The events of the one document that a case has, without their indentation
/// and without those of the stream; nothing where it has several documents.
std::optional<std::string> events_of(const std::string& tree) {
  std::string events;
  std::size_t documents = 0;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    const std::size_t begin = tree.find_first_not_of(' ', at);
    const std::string_view line =
        std::string_view(tree).substr(begin, end - begin);
    at = end + 1;
    if (line.starts_with("+DOC")) ++documents;
    if (line.find("DOC") != 1 && line.find("STR") != 1)
      events += fmt::format("{}\n", line);
  }
  if (documents > 1) return std::nullopt;
  // A document of nothing has no node here.
  return events == "=VAL :\n" ? "" : events;
}

/// The first finding: `line:column code`.
std::string first_of(const Readings& readings) {
  const auto found = readings.strict_found.sorted();
  if (found.empty()) return "read";
  const auto at =
      source::Lines(readings.strict.bytes).position(found.front().span.begin);
  return fmt::format("{}:{} {}", at.line, at.column, found.front().code);
}

/// Where the suite takes the end of a file for a line break, which YAML 1.2.2
/// does not: b-chomped-last (8.1.1.2) is a break or the end of input.
bool ends_without_break(const std::string& id) {
  return id == "JEF9-2" || id == "L24T-1";
}

/// Every case is read as it says or is refused, and is never read otherwise
/// without a word. What is found in each stands in findings.txt;
/// CATALOG_UPDATE=1 rewrites it.
TEST_CASE("the YAML test suite is read as it says, or refused") {
  const auto cases = nlohmann::json::parse(contents(folder / "cases.json"));
  std::string findings;
  std::size_t read = 0;
  for (const auto& each : cases) {
    const auto id = each["id"].get<std::string>();
    INFO(id);
    const Readings readings(each["yaml"].get<std::string>());
    findings += fmt::format("{} {}\n", id, first_of(readings));
    if (readings.strict_found.has_errors()) continue;
    ++read;
    if (ends_without_break(id)) continue;
    CHECK(!each["fail"].get<bool>());
    std::string events;
    if (!readings.strict.empty()) append_events(readings.strict.root(), events);
    CHECK(events == events_of(each["tree"].get<std::string>()).value_or("?"));
  }
  CHECK(cases.size() == 402);
  CHECK(read > 150);
  if (std::getenv("CATALOG_UPDATE"))
    std::ofstream(folder / "findings.txt") << findings;
  CHECK(findings == contents(folder / "findings.txt"));
}

}  // namespace
}  // namespace catalog::syntax
