#include <string>

#include "emit/emitters.h"
#include "emit/json/parts.h"
#include "emit/json/provenance.h"
#include "view/approvals.h"

namespace catalog::emit {
namespace {

using json::Writer;

void write_jurisdiction(const resolve::Edition& edition, Writer& out) {
  if (edition.code.empty()) return;
  out.key("jurisdiction").begin_object().member("code", edition.code);
  if (const model::Jurisdiction* const place = edition.jurisdiction) {
    out.member("name", place->name.text);
    if (place->level) out.member("level", model::word(*place->level));
    write_text("kind", place->kind, out);
    if (place->assumed) out.member("assumed", true);
  }
  out.end_object();
}

void write_manifest(const resolve::Edition& edition, Writer& out) {
  const model::Manifest& manifest = edition->manifest;
  out.key("catalog").begin_object();
  out.member("id", manifest.id.text).member("title", manifest.title.text);
  write_text("version", manifest.version, out);
  out.member("date", days::iso(edition.date));
  write_jurisdiction(edition, out);
  write_text("issuer", manifest.issuer, out);
  if (manifest.supervision.is_written())
    write_supervision(manifest.supervision, out);
  out.end_object();
}

/// A registry in its order, an entry a line.
template <class Registry, class Write>
void write_all(std::string_view key, const Registry& registry, Writer& out,
               Write write) {
  out.key(key).begin_array();
  for (const auto& each : registry) write(each, out);
  out.end_array();
}

/// The record of 动态调整, where there is one.
void write_adjustments(const resolve::Edition& edition, Writer& out) {
  const auto records = view::records_of(edition);
  if (records.empty()) return;
  out.key("adjustments").begin_array();
  for (const model::AdjustmentRecord* record : records) {
    out.begin_object().on_one_line();
    write_date("date", record->date, out);
    write_texts("items", record->items, out);
    write_text("ground", record->ground, out);
    write_texts("laws", record->laws, out);
    write_text("reported_by", record->reported_by, out);
    write_date("reported_on", record->reported_on, out);
    if (record->approved.by.is_written() && record->approved.on.date) {
      out.key("approved").begin_object();
      out.member("by", record->approved.by.text);
      write_date("on", record->approved.on, out);
      out.end_object();
    }
    write_text("note", record->note, out);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

void json(const view::Publication& publication, const Sink& sink) {
  const resolve::Edition& edition = *publication.edition;
  std::string bytes;
  Writer out(bytes);
  out.begin_object();
  write_manifest(edition, out);
  write_all("domains", edition->domains, out, write_domain);
  out.key("items").begin_array();
  for (const resolve::ItemId id : edition.items)
    write_item(publication, edition[id], out);
  out.end_array();
  write_all("laws", edition->laws, out, [&](const model::Law& law, Writer& to) {
    write_law(edition, law, to);
  });
  const std::vector<bool> listed = edition.listed_bodies();
  out.key("bodies").begin_array();
  for (std::size_t i = 0; i < listed.size(); ++i)
    if (listed[i]) write_body(edition->bodies.all()[i], out);
  out.end_array();
  write_all("channels", edition->channels, out, write_channel);
  write_all("taxonomies", edition->taxonomies, out, write_taxonomy);
  if (edition->elements.size() > 0)
    write_all("elements", edition->elements, out, write_element);
  write_adjustments(edition, out);
  out.end_object();
  bytes += "\n";
  sink.put("catalog.json", bytes);
  if (publication.sources != nullptr)
    sink.put("provenance.json", provenance_of(publication));
}

}  // namespace catalog::emit
