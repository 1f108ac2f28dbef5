#include <charconv>
#include <optional>

#include "emit/json/parts.h"

namespace catalog::emit {
namespace {

using json::Writer;

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

std::string_view word(resolve::Edition::Standing standing) {
  using Standing = resolve::Edition::Standing;
  switch (standing) {
    case Standing::in_force: return "in-force";
    case Standing::not_yet: return "not-yet";
    case Standing::repealed: return "repealed";
    case Standing::expired: return "expired";
    case Standing::unknown: break;
  }
  return "unknown";
}

void write_formers(const model::Law& law, Writer& out) {
  if (law.former.empty()) return;
  out.key("former").begin_array();
  for (const model::Law::Former& former : law.former) {
    out.begin_object();
    write_text("title", former.title, out);
    write_text("number", former.number, out);
    write_date("issued", former.issued, out);
    out.end_object();
  }
  out.end_array();
}

void write_repeal(const model::Law& law, Writer& out) {
  if (!law.repealed || !law.repealed->on.date) return;
  out.key("repealed").begin_object();
  write_date("on", law.repealed->on, out);
  if (!law.repealed->by.empty()) write_text("by", law.repealed->by[0], out);
  out.end_object();
}

void write_limits(const model::Law& law, Writer& out) {
  if (law.limits.empty()) return;
  out.key("limits").begin_array();
  for (const model::Limit& limit : law.limits) {
    out.begin_object();
    write_text("id", limit.id, out);
    if (const auto article = number_of(limit.article.text))
      out.member("article", static_cast<std::uint64_t>(*article));
    out.key("timing").begin_object();
    write_timing(limit.timing, out);
    out.end_object();
    out.end_object();
  }
  out.end_array();
}

}  // namespace

void write_text(std::string_view key, const model::Text& text, Writer& out) {
  if (!text.empty()) out.member(key, text.text);
}

void write_texts(std::string_view key, const std::vector<model::Text>& texts,
                 Writer& out) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const model::Text& text : texts) out.value(text.text);
  out.end_array();
}

void write_date(std::string_view key, const model::WrittenDate& date,
                Writer& out) {
  if (date.date) out.member(key, days::iso(*date.date));
}

void write_date(std::string_view key, const model::Text& date, Writer& out) {
  if (const auto day = days::parse_date(date.text))
    out.member(key, days::iso(*day));
}

void write_supervision(const model::Supervision& supervision, Writer& out) {
  out.key("supervision").begin_object().on_one_line();
  write_text("phone", supervision.phone, out);
  write_text("office", supervision.office, out);
  write_text("url", supervision.url, out);
  out.end_object();
}

void write_domain(const model::Domain& domain, Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", domain.id.text).member("name", domain.name.text);
  write_text("code", domain.code, out);
  if (domain.guideline && !domain.guideline->issuer.empty()) {
    out.key("guideline").begin_object();
    write_text("issuer", domain.guideline->issuer, out);
    write_text("title", domain.guideline->title, out);
    write_text("number", domain.guideline->number, out);
    write_date("date", domain.guideline->date, out);
    out.end_object();
  }
  write_text("note", domain.note, out);
  out.end_object();
}

void write_law(const resolve::Edition& edition, const model::Law& law,
               Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", law.id.text).member("title", law.title.text);
  write_texts("aliases", law.aliases, out);
  write_text("kind", law.kind, out);
  write_text("issuer", law.issuer, out);
  write_text("number", law.number, out);
  write_date("issued", law.issued, out);
  write_date("effective", law.effective, out);
  write_formers(law, out);
  if (law.articles)
    out.member("articles", static_cast<std::uint64_t>(*law.articles));
  write_repeal(law, out);
  write_date("expires", law.expires, out);
  write_text("scope", law.scope, out);
  write_limits(law, out);
  out.member("standing", word(edition.standing_of(law)));
  write_text("url", law.url, out);
  write_text("note", law.note, out);
  out.end_object();
}

void write_body(const model::Body& body, Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", body.id.text).member("name", body.name.text);
  if (body.generic) out.member("generic", true);
  for (const model::Level level : model::all_levels)
    if (body.levels.contains(level)) {
      out.member("level", model::word(level));
      break;
    }
  write_text("credit_code", body.credit_code, out);
  write_text("unit", body.unit, out);
  write_text("phone", body.phone, out);
  write_text("address", body.address, out);
  write_text("url", body.url, out);
  if (body.supervision.is_written()) write_supervision(body.supervision, out);
  write_text("note", body.note, out);
  out.end_object();
}

void write_channel(const model::Channel& channel, Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", channel.id.text).member("name", channel.name.text);
  if (channel.standard) out.member("standard", true);
  write_texts("domains", channel.domains, out);
  write_text("url", channel.url, out);
  write_text("note", channel.note, out);
  out.end_object();
}

void write_taxonomy(const model::Taxonomy& taxonomy, Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", taxonomy.id.text).member("name", taxonomy.name.text);
  if (taxonomy.ordered) out.member("ordered", true);
  out.key("terms").begin_array();
  for (const model::Term& term : taxonomy.terms) {
    out.begin_object();
    out.member("id", term.id.text).member("name", term.name.text);
    write_text("note", term.note, out);
    out.end_object();
  }
  out.end_array();
  write_text("note", taxonomy.note, out);
  out.end_object();
}

void write_element(const model::Element& element, Writer& out) {
  out.begin_object().on_one_line();
  out.member("id", element.id.text).member("name", element.name.text);
  out.member("type", element.type.empty() ? std::string_view("text")
                                          : element.type.text);
  write_text("taxonomy", element.taxonomy, out);
  write_text("note", element.note, out);
  out.end_object();
}

}  // namespace catalog::emit
