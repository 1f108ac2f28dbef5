#include "check/baseline.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>

#include "check/rules.h"
#include "check/waivers.h"
#include "json/writer.h"
#include "schema/registry.h"
#include "schema/schema.h"
#include "schema/value.h"
#include "syntax/json_reader.h"
#include "syntax/read.h"

namespace catalog::check {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using schema::value_at;
using syntax::Document;
using syntax::Node;

/// Whether a part that begins and ends there holds the place.
bool holds(Node first, Node last, std::uint32_t at) {
  return first.span().begin <= at &&
         at < std::max(last.span().end, first.span().begin + 1);
}

/// The key of a mapping that a place is in; empty where it is in none.
std::string key_at(Node mapping, std::uint32_t at) {
  for (const syntax::Entry entry : mapping.entries())
    if (holds(entry.key, entry.value, at)) return std::string(entry.key.text());
  return {};
}

/// What names an entry of a section.
std::string id_of(Node entry) {
  for (const std::string_view key : {"id", "code", "item", "year", "date"})
    if (const auto value = value_at(entry, key))
      return std::string(value->text());
  return {};
}

/// Tells what findings are about; reads each file that has one again.
class Subjects {
 public:
  explicit Subjects(const source::SourceTree& tree) : tree_(tree) {
    for (const Rule& rule : all_rules())
      if (!is_comparison(rule.id)) rules_.insert(rule.id);
  }

  /// Nothing for what is in no baseline.
  std::optional<Subject> of(const Diagnostic& finding) {
    if (!rules_.contains(finding.code)) return std::nullopt;
    Subject subject{"", "", "", finding.code};
    const Document& document = document_of(finding.span.file);
    if (document.empty()) return subject;
    const std::uint32_t at = finding.span.begin;
    for (const syntax::Entry section : document.root().entries()) {
      if (!holds(section.key, section.value, at)) continue;
      subject.section = section.key.text();
      subject.field = key_at(section.value, at);
      for (const Node entry : section.value.items())
        if (holds(entry, entry, at)) {
          subject.id = id_of(entry);
          subject.field = key_at(entry, at);
        }
    }
    return subject;
  }

 private:
  const Document& document_of(source::FileId file) {
    const auto known = documents_.find(file);
    if (known != documents_.end()) return known->second;
    Diagnostics of_file(diagnostics::Language::en);
    return documents_.emplace(file, syntax::read(tree_, file, of_file))
        .first->second;
  }

  const source::SourceTree& tree_;
  std::set<std::string_view> rules_;
  std::map<source::FileId, Document> documents_;
};

std::string text_at(Node entry, std::string_view key) {
  const auto value = value_at(entry, key);
  return value ? std::string(value->text()) : std::string();
}

std::size_t count_at(Node entry) {
  const std::string digits = text_at(entry, "count");
  std::size_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

}  // namespace

Baseline baseline_of(const std::vector<Diagnostic>& findings,
                     const source::SourceTree& tree) {
  Subjects subjects(tree);
  Baseline baseline;
  for (const Diagnostic& each : findings)
    if (const auto subject = subjects.of(each)) ++baseline[*subject];
  return baseline;
}

std::string text_of(const Baseline& baseline) {
  std::string text;
  json::Writer out(text);
  out.begin_object().member("version", std::uint64_t{1});
  out.key("findings").begin_array();
  for (const auto& [subject, count] : baseline) {
    out.begin_object().on_one_line();
    out.member_if("section", subject.section).member_if("id", subject.id);
    out.member_if("field", subject.field).member("rule", subject.rule);
    out.member("count", std::uint64_t{count}).end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

std::optional<Baseline> read_baseline(const source::SourceTree& tree,
                                      source::FileId file, Diagnostics& found) {
  schema::Registry registry;
  registry.add_embedded();
  const auto form = schema::compile("urn:catalog:output:baseline", registry,
                                    schema::Dialect::ours, found);
  const Document document = syntax::read_json(file, tree[file].bytes, found);
  if (!form || found.has_errors()) return std::nullopt;
  schema::validate(*form, document.root(), found);
  if (found.has_errors()) return std::nullopt;
  Baseline baseline;
  for (const Node each : value_at(document.root(), "findings")->items())
    baseline[{text_at(each, "section"), text_at(each, "id"),
              text_at(each, "field"), text_at(each, "rule")}] += count_at(each);
  return baseline;
}

Known drop_known(const Baseline& known, const source::SourceTree& tree,
                 Diagnostics& found) {
  const Baseline now = baseline_of(found.sorted(), tree);
  const auto has = [&](const Subject& subject) {
    const auto at = known.find(subject);
    return at != known.end() && now.at(subject) <= at->second;
  };
  Known result;
  for (const auto& [subject, count] : now)
    if (has(subject)) result.dropped += count;
  // What cannot be read may have what is missed.
  if (!found.has_poison())
    for (const auto& [subject, count] : known) {
      const auto at = now.find(subject);
      if (at == now.end() || at->second < count) ++result.stale;
    }
  Subjects subjects(tree);
  found.drop([&](const Diagnostic& each) {
    const auto subject = subjects.of(each);
    return subject && has(*subject);
  });
  return result;
}

}  // namespace catalog::check
