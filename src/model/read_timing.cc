#include "model/read_timing.h"

#include <utility>

namespace catalog::model {
namespace {

using phrase::Clause;
using syntax::Node;

/// One entry of the list: what its fields say, and its `text`.
struct Entry {
  Clause clause;
  Text text;
  std::vector<Text> fields;
  bool has_fields = false;
};

template <std::string Clause::*member>
void read_text(Reader& reader, Node node, Entry& into) {
  into.clause.*member = reader.text(node).text;
  into.fields.push_back(reader.text(node));
  into.has_fields = true;
}

template <bool Clause::*member>
void read_flag(Reader& reader, Node node, Entry& into) {
  into.clause.*member = reader.flag(node);
  into.has_fields = true;
}

template <std::optional<phrase::Duration> Clause::*member>
void read_duration(Reader& reader, Node node, Entry& into) {
  into.clause.*member = phrase::duration_of_key(reader.text(node).text);
  into.has_fields = true;
}

void read_part(Reader& reader, Node node, Entry& into) {
  for (const Text& each : reader.texts(node)) {
    if (!into.clause.part.empty()) into.clause.part += "、";
    into.clause.part += each.text;
    into.fields.push_back(each);
  }
}

constexpr Field<phrase::Extension> extension_fields[] = {
    {"by",
     [](Reader& r, Node n, phrase::Extension& e) {
       if (const auto by = phrase::duration_of_key(r.text(n).text)) e.by = *by;
     }},
    {"when",
     [](Reader& r, Node n, phrase::Extension& e) { e.when = r.text(n).text; }},
};

void read_extension(Reader& reader, Node node, Entry& into) {
  phrase::Extension extension;
  if (const auto by = phrase::duration_of_key(reader.text(node).text))
    extension.by = *by;
  read_fields(reader, node, extension_fields, extension);
  if (extension.by.count > 0) into.clause.extension = std::move(extension);
  into.has_fields = true;
}

constexpr Field<Entry> clause_fields[] = {
    {"for", read_part},
    {"on-request",
     [](Reader& r, Node n, Entry& e) { e.clause.on_request = r.flag(n); }},
    {"within", read_duration<&Clause::within>},
    {"after", read_text<&Clause::after>},
    {"lead", read_duration<&Clause::lead>},
    {"before", read_text<&Clause::before>},
    {"every", read_duration<&Clause::every>},
    {"times", [](Reader& r, Node n,
                 Entry& e) { e.clause.times = r.number(n).value_or(0); }},
    {"by", read_text<&Clause::by>},
    {"notice", read_duration<&Clause::notice>},
    {"at-most", read_duration<&Clause::at_most>},
    {"at-once", read_flag<&Clause::at_once>},
    {"promptly", read_flag<&Clause::promptly>},
    {"standing", read_flag<&Clause::standing>},
    {"dynamic", read_flag<&Clause::dynamic>},
    {"during", read_text<&Clause::during>},
    {"retention", read_duration<&Clause::retention>},
    {"extension", read_extension},
    {"act", read_text<&Clause::act>},
    {"with", read_text<&Clause::with>},
    {"discretion", read_text<&Clause::discretion>},
    {"rider", read_text<&Clause::rider>},
    {"text", [](Reader& r, Node n, Entry& e) { e.text = r.text(n); }},
};

/// A clause given as text is about what its entry says it is about.
phrase::Timing within_entry(phrase::Timing reading, const Clause& entry) {
  for (Clause& clause : reading.clauses) {
    clause.on_request |= entry.on_request;
    if (entry.part.empty()) continue;
    clause.part =
        clause.part.empty() ? entry.part : entry.part + "：" + clause.part;
  }
  return reading;
}

Timing read_clauses(Reader& reader, Node node) {
  Timing timing;
  phrase::Timing all;
  const auto add = [&](phrase::Timing&& more) {
    for (Clause& each : more.clauses) {
      each.range = {};
      all.clauses.push_back(std::move(each));
    }
    for (phrase::Slip& each : more.slips) all.slips.push_back(std::move(each));
  };
  for (const Node each : node.items()) {
    if (reader.is_incomplete(each)) continue;
    Entry entry;
    read_fields(reader, each, clause_fields, entry);
    timing.fields.insert(timing.fields.end(), entry.fields.begin(),
                         entry.fields.end());
    if (entry.has_fields) {
      phrase::Timing said = phrase::timing(std::vector{entry.clause});
      const std::string_view text = reader.keep(phrase::canonical(said));
      timing.phrases.push_back({{text, each.span()}, reader.keep(said), false});
      add(std::move(said));
    }
    if (entry.text.empty()) continue;
    const phrase::Timing* reading = reader.reading(entry.text.text);
    timing.phrases.push_back({entry.text, reading});
    add(within_entry(*reading, entry.clause));
  }
  std::string printed = phrase::canonical(all);
  for (const Timing::Phrase& each : timing.phrases)
    if (each.is_written && !each.reading->is_read())
      (printed += printed.empty() ? "" : "；") += each.text.text;
  timing.phrase = {reader.keep(std::move(printed)), node.span()};
  timing.reading = reader.keep(std::move(all));
  return timing;
}

}  // namespace

Timing read_timing(Reader& reader, Node node) {
  if (!node.is_scalar()) return read_clauses(reader, node);
  Timing timing;
  timing.phrase = reader.text(node);
  timing.reading = reader.reading(timing.phrase.text);
  timing.phrases = {{timing.phrase, timing.reading}};
  return timing;
}

}  // namespace catalog::model
