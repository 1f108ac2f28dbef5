#include <cstdint>

#include "diagnostics/fingerprint.h"
#include "diagnostics/places.h"
#include "diagnostics/render.h"
#include "json/writer.h"
#include "source/hash.h"

namespace catalog::diagnostics {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::info: break;
  }
  return "info";
}

struct Issue {
  std::string_view description;
  std::string_view name;
  std::string_view fingerprint;
  std::string_view severity;
  std::string path;
  std::uint64_t line = 1;
};

void write(json::Writer& json, const Issue& issue) {
  json.begin_object();
  json.member("description", issue.description);
  json.member("check_name", issue.name);
  json.member("fingerprint", issue.fingerprint);
  json.member("severity", issue.severity);
  json.key("location").begin_object().member("path", issue.path);
  json.key("lines").begin_object().member("begin", issue.line).end_object();
  json.end_object();
  json.end_object();
}

}  // namespace

std::string render_gitlab(const Report& report) {
  const auto all = report.diagnostics.sorted();
  const auto names = fingerprints_of(all, report);
  Places places(report.tree);
  std::string out;
  json::Writer json(out);
  json.begin_array();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (report.shows_info || all[i].severity != Severity::info)
      write(json, {all[i].message, all[i].code, names[i],
                   severity_of(all[i].severity), report.path(all[i].span.file),
                   places.begin(all[i].span).line});
  if (!report.failure.empty())
    write(json, {report.failure, "failure", source::hash(report.failure),
                 "blocker", report.folder + "catalog.yaml"});
  json.end_array();
  out += '\n';
  return out;
}

}  // namespace catalog::diagnostics
