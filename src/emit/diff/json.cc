#include "emit/diff/diff.h"
#include "json/writer.h"

namespace catalog::emit {
namespace {

using compare::Change;
using compare::FieldChange;
using json::Writer;

void write_side(std::string_view key, const compare::Side& side,
                const std::string& label, Writer& out) {
  out.key(key).begin_object().on_one_line();
  out.member("named", label).member("id", side.id);
  out.member("title", side.title).member_if("version", side.version);
  out.member("date", side.date);
  out.member("items", static_cast<std::uint64_t>(side.items)).end_object();
}

void write_texts(std::string_view key, const std::vector<std::string>& texts,
                 Writer& out) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const std::string& text : texts) out.value(std::string_view(text));
  out.end_array();
}

void write_effects(compare::Effects effects, Writer& out) {
  out.key("effects").begin_array();
  for (const compare::Effect effect : compare::all_effects)
    if (effects.contains(effect)) out.value(word(effect));
  out.end_array();
}

void write_field(const FieldChange& field, Writer& out) {
  out.begin_object().on_one_line();
  out.member("field", field.field).member_if("places", field.places);
  write_effects(field.effects, out);
  write_texts("old", field.before, out);
  write_texts("new", field.now, out);
  out.member_if("reason", field.reason).end_object();
}

void write_change(const compare::Changes& changes, const Change& change,
                  Writer& out) {
  out.begin_object();
  out.member("kind", word(change.kind)).member("change", word(change.fate));
  out.member("id", change.id).member_if("former", change.former);
  out.member_if("name", change.name).member_if("domain", change.domain);
  out.member_if("successor", change.successor);
  write_effects(change.effects, out);
  out.member_if("reason", change.reason);
  write_texts("records", change.records, out);
  if (changes.is_unrecorded(change)) out.member("unrecorded", true);
  out.key("fields").begin_array();
  for (const FieldChange& field : change.fields) write_field(field, out);
  out.end_array().end_object();
}

}  // namespace

std::string diff_json(const Revision& revision) {
  const compare::Changes& changes = revision.changes;
  std::string text;
  Writer out(text);
  out.begin_object();
  write_side("old", changes.before, revision.before, out);
  write_side("new", changes.now, revision.now, out);
  out.member("complete", !changes.is_incomplete);
  out.key("counts").begin_object().on_one_line();
  for (const compare::Effect effect : compare::all_effects)
    out.member(word(effect), static_cast<std::uint64_t>(changes.count(effect)));
  out.end_object();
  out.key("changes").begin_array();
  for (const Change& change : changes.all) write_change(changes, change, out);
  out.end_array();
  if (!changes.not_compared.empty()) {
    out.key("not_compared").begin_array();
    for (const compare::Kind kind : changes.not_compared) out.value(word(kind));
    out.end_array();
  }
  if (!changes.idle_records.empty()) {
    out.key("idle_records").begin_array();
    for (const compare::IdleRecord& record : changes.idle_records) {
      out.begin_object().on_one_line().member_if("date", record.date);
      out.member_if("ground", record.ground);
      write_texts("items", record.items, out);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
  return text + "\n";
}

}  // namespace catalog::emit
