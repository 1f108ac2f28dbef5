#include <cstdint>

#include "diagnostics/places.h"
#include "diagnostics/render.h"
#include "json/writer.h"

namespace catalog::diagnostics {
namespace {

/// Members that name where something stands.
void write_place(json::Writer& json, const source::Span& span,
                 const Report& report, Places& places) {
  const source::Position begin = places.begin(span), end = places.end(span);
  json.key("file").value(report.path(span.file));
  json.key("line").value(std::uint64_t{begin.line});
  json.key("column").value(std::uint64_t{begin.column});
  json.key("end_line").value(std::uint64_t{end.line});
  json.key("end_column").value(std::uint64_t{end.column});
}

void write_fix(json::Writer& json, const source::Edits& edits,
               const Report& report, Places& places) {
  json.key("fix").begin_array();
  for (const source::TextEdit& edit : edits) {
    json.begin_object();
    write_place(json, edit.span, report, places);
    json.key("text").value(edit.text);
    json.end_object();
  }
  json.end_array();
}

void write_finding(json::Writer& json, const Diagnostic& finding,
                   const Report& report, Places& places) {
  json.begin_object();
  json.key("code").value(finding.code);
  json.key("severity").value(word_of(finding.severity));
  json.key("message").value(finding.message);
  write_place(json, finding.span, report, places);
  json.key("labels").begin_array();
  for (const Label& label : finding.labels) {
    json.begin_object();
    write_place(json, label.span, report, places);
    json.key("message").value(label.message);
    json.end_object();
  }
  json.end_array();
  json.member_if("help", finding.help);
  if (!finding.fix.empty()) write_fix(json, finding.fix, report, places);
  json.end_object();
}

}  // namespace

std::string render_json(const Report& report) {
  const auto all = report.diagnostics.sorted();
  const auto count = [&](Severity severity) -> std::uint64_t {
    return count_of(all, severity);
  };
  std::string out;
  json::Writer json(out);
  Places places(report.tree);
  json.begin_object();
  json.key("diagnostics").begin_array();
  for (const Diagnostic& each : all) write_finding(json, each, report, places);
  json.end_array();
  json.key("summary").begin_object();
  json.key("files").value(std::uint64_t{report.coverage.files});
  json.key("items").value(std::uint64_t{report.coverage.items});
  json.key("errors").value(count(Severity::error));
  json.key("warnings").value(count(Severity::warning));
  json.key("infos").value(count(Severity::info));
  if (const auto& compared = report.coverage.compared) {
    json.key("against_base").begin_object();
    json.key("not_weaker").value(std::uint64_t{compared->not_weaker});
    json.key("incomparable").value(std::uint64_t{compared->incomparable});
    json.key("waived").value(std::uint64_t{compared->waived});
    json.end_object();
  }
  json.end_object();
  json.member_if("failure", report.failure);
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace catalog::diagnostics
