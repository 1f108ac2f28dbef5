#include "model/problems.h"
#include "model/read_item.h"
#include "model/read_sections.h"

namespace catalog::model {
namespace {

using syntax::Node;

void read_layout_choice(Reader& reader, Node node, Manifest& manifest) {
  if (node.is_scalar())
    manifest.layouts.push_back({std::nullopt, reader.text(node)});
  for (const auto [key, value] : node.entries())
    manifest.layouts.push_back({reader.level(key), reader.text(value)});
}

void read_checks(Reader& reader, Node node, Manifest& manifest) {
  for (const auto [key, value] : node.entries()) {
    if (reader.is_unknown(value)) continue;
    Check& check = manifest.checks.emplace_back();
    check.rule = reader.text(key);
    if (value.text() == "error") check.severity = diagnostics::Severity::error;
    if (value.text() == "warning")
      check.severity = diagnostics::Severity::warning;
    if (value.text() == "info") check.severity = diagnostics::Severity::info;
  }
}

constexpr Field<Manifest> manifest_fields[] = {
    {"id", [](Reader& r, Node n, Manifest& m) { m.id = r.text(n); }},
    {"title", [](Reader& r, Node n, Manifest& m) { m.title = r.text(n); }},
    {"version", [](Reader& r, Node n, Manifest& m) { m.version = r.text(n); }},
    {"date", [](Reader& r, Node n, Manifest& m) { m.date = r.date(n); }},
    {"jurisdiction",
     [](Reader& r, Node n, Manifest& m) { m.jurisdiction = r.text(n); }},
    {"extends", [](Reader& r, Node n, Manifest& m) { m.extends = r.text(n); }},
    {"issuer", [](Reader& r, Node n, Manifest& m) { m.issuer = r.text(n); }},
    {"layout", read_layout_choice},
    {"supervision",
     [](Reader& r, Node n, Manifest& m) {
       m.supervision = read_supervision(r, n);
     }},
    {"outputs", [](Reader& r, Node n, Manifest& m) { m.outputs = r.texts(n); }},
    {"checks", read_checks},
    {"url", [](Reader& r, Node n, Manifest& m) { m.url = r.text(n); }},
    {"site-lang",
     [](Reader& r, Node n, Manifest& m) { m.site_langs = r.texts(n); }},
    {"en",
     [](Reader& r, Node n, Manifest& m) {
       for (const auto [key, value] : n.entries())
         if (key.text() == "title" && !r.is_unknown(value))
           m.english_title = r.text(value);
     }},
    {"schemas", [](Reader& r, Node n, Manifest& m) { m.schemas = r.texts(n); }},
};

}  // namespace

void read_manifest(Reader& reader, Node node, Manifest& manifest) {
  manifest.span = node.span();
  read_fields(reader, node, manifest_fields, manifest);
}

}  // namespace catalog::model
