#include "model/problems.h"
#include "model/read_item.h"
#include "model/read_sections.h"
#include "model/read_timing.h"

namespace catalog::model {
namespace {

using syntax::Node;

constexpr Field<Jurisdiction> jurisdiction_fields[] = {
    {"code", [](Reader& r, Node n, Jurisdiction& j) { j.code = r.text(n); }},
    {"name", [](Reader& r, Node n, Jurisdiction& j) { j.name = r.text(n); }},
    {"level", [](Reader& r, Node n, Jurisdiction& j) { j.level = r.level(n); }},
    {"kind", [](Reader& r, Node n, Jurisdiction& j) { j.kind = r.text(n); }},
    {"under", [](Reader& r, Node n, Jurisdiction& j) { j.under = r.text(n); }},
    {"assumed",
     [](Reader& r, Node n, Jurisdiction& j) { j.assumed = r.flag(n); }},
    {"supervision",
     [](Reader& r, Node n, Jurisdiction& j) {
       j.supervision = read_supervision(r, n);
     }},
};

constexpr Field<Guideline> guideline_fields[] = {
    {"issuer", [](Reader& r, Node n, Guideline& g) { g.issuer = r.text(n); }},
    {"title", [](Reader& r, Node n, Guideline& g) { g.title = r.text(n); }},
    {"number", [](Reader& r, Node n, Guideline& g) { g.number = r.text(n); }},
    {"date", [](Reader& r, Node n, Guideline& g) { g.date = r.text(n); }},
};

constexpr Field<Domain> domain_fields[] = {
    {"id", [](Reader& r, Node n, Domain& d) { d.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Domain& d) { d.name = r.text(n); }},
    {"code", [](Reader& r, Node n, Domain& d) { d.code = r.text(n); }},
    {"guideline",
     [](Reader& r, Node n, Domain& d) {
       read_fields(r, n, guideline_fields, d.guideline.emplace());
     }},
    {"note", [](Reader& r, Node n, Domain& d) { d.note = r.text(n); }},
};

constexpr Field<Law::Former> former_fields[] = {
    {"title", [](Reader& r, Node n, Law::Former& f) { f.title = r.text(n); }},
    {"number", [](Reader& r, Node n, Law::Former& f) { f.number = r.text(n); }},
    {"issued", [](Reader& r, Node n, Law::Former& f) { f.issued = r.text(n); }},
    {"effective",
     [](Reader& r, Node n, Law::Former& f) { f.effective = r.date(n); }},
};

constexpr Field<Law::Repeal> repeal_fields[] = {
    {"on", [](Reader& r, Node n, Law::Repeal& p) { p.on = r.date(n); }},
    {"by", [](Reader& r, Node n, Law::Repeal& p) { p.by = r.texts(n); }},
};

constexpr Field<Limit> limit_fields[] = {
    {"id", [](Reader& r, Node n, Limit& l) { l.id = r.text(n); }},
    {"article", [](Reader& r, Node n, Limit& l) { l.article = r.text(n); }},
    {"timing",
     [](Reader& r, Node n, Limit& l) { l.timing = read_timing(r, n); }},
};

void read_dates(Reader& reader, Node node, std::vector<WrittenDate>& dates) {
  for (const Node each : node.items())
    if (!reader.is_unknown(each)) dates.push_back(reader.date(each));
}

void read_formers(Reader& reader, Node node, Law& law) {
  for (const Node each : node.items())
    read_fields(reader, each, former_fields, law.former.emplace_back());
}

void read_repeal(Reader& reader, Node node, Law& law) {
  law.repealed.emplace().span = node.span();
  read_fields(reader, node, repeal_fields, *law.repealed);
}

constexpr Field<Law> law_fields[] = {
    {"id", [](Reader& r, Node n, Law& l) { l.id = r.text(n); }},
    {"title", [](Reader& r, Node n, Law& l) { l.title = r.text(n); }},
    {"aliases", [](Reader& r, Node n, Law& l) { l.aliases = r.texts(n); }},
    {"kind", [](Reader& r, Node n, Law& l) { l.kind = r.text(n); }},
    {"issuer", [](Reader& r, Node n, Law& l) { l.issuer = r.text(n); }},
    {"number", [](Reader& r, Node n, Law& l) { l.number = r.text(n); }},
    {"issued", [](Reader& r, Node n, Law& l) { l.issued = r.text(n); }},
    {"effective", [](Reader& r, Node n, Law& l) { l.effective = r.date(n); }},
    {"amended", [](Reader& r, Node n, Law& l) { read_dates(r, n, l.amended); }},
    {"former", read_formers},
    {"articles", [](Reader& r, Node n, Law& l) { l.articles = r.number(n); }},
    {"repealed", read_repeal},
    {"expires", [](Reader& r, Node n, Law& l) { l.expires = r.date(n); }},
    {"scope", [](Reader& r, Node n, Law& l) { l.scope = r.text(n); }},
    {"subjects", [](Reader& r, Node n, Law& l) { l.subjects = r.texts(n); }},
    {"limits", [](Reader& r, Node n,
                  Law& l) { read_list(r, n, limit_fields, l.limits); }},
    {"url", [](Reader& r, Node n, Law& l) { l.url = r.text(n); }},
    {"note", [](Reader& r, Node n, Law& l) { l.note = r.text(n); }},
};

constexpr Field<Body> body_fields[] = {
    {"id", [](Reader& r, Node n, Body& b) { b.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Body& b) { b.name = r.text(n); }},
    {"generic", [](Reader& r, Node n, Body& b) { b.generic = r.flag(n); }},
    {"level", [](Reader& r, Node n, Body& b) { b.levels = r.levels(n); }},
    {"credit-code",
     [](Reader& r, Node n, Body& b) { b.credit_code = r.text(n); }},
    {"unit", [](Reader& r, Node n, Body& b) { b.unit = r.text(n); }},
    {"phone", [](Reader& r, Node n, Body& b) { b.phone = r.text(n); }},
    {"address", [](Reader& r, Node n, Body& b) { b.address = r.text(n); }},
    {"url", [](Reader& r, Node n, Body& b) { b.url = r.text(n); }},
    {"supervision", [](Reader& r, Node n,
                       Body& b) { b.supervision = read_supervision(r, n); }},
    {"note", [](Reader& r, Node n, Body& b) { b.note = r.text(n); }},
};

constexpr Field<Channel> channel_fields[] = {
    {"id", [](Reader& r, Node n, Channel& c) { c.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Channel& c) { c.name = r.text(n); }},
    {"standard", [](Reader& r, Node n, Channel& c) { c.standard = r.flag(n); }},
    {"domains", [](Reader& r, Node n, Channel& c) { c.domains = r.texts(n); }},
    {"url", [](Reader& r, Node n, Channel& c) { c.url = r.text(n); }},
    {"note", [](Reader& r, Node n, Channel& c) { c.note = r.text(n); }},
};

constexpr Field<Term> term_fields[] = {
    {"id", [](Reader& r, Node n, Term& t) { t.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Term& t) { t.name = r.text(n); }},
    {"note", [](Reader& r, Node n, Term& t) { t.note = r.text(n); }},
};

constexpr Field<Taxonomy> taxonomy_fields[] = {
    {"id", [](Reader& r, Node n, Taxonomy& t) { t.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Taxonomy& t) { t.name = r.text(n); }},
    {"ordered", [](Reader& r, Node n, Taxonomy& t) { t.ordered = r.flag(n); }},
    {"terms",
     [](Reader& r, Node n, Taxonomy& t) {
       for (const Node each : n.items())
         if (!r.is_unknown(each))
           read_fields(r, each, term_fields, t.terms.emplace_back());
     }},
    {"note", [](Reader& r, Node n, Taxonomy& t) { t.note = r.text(n); }},
};

constexpr Field<Element> element_fields[] = {
    {"id", [](Reader& r, Node n, Element& e) { e.id = r.text(n); }},
    {"name", [](Reader& r, Node n, Element& e) { e.name = r.text(n); }},
    {"type", [](Reader& r, Node n, Element& e) { e.type = r.text(n); }},
    {"taxonomy", [](Reader& r, Node n, Element& e) { e.taxonomy = r.text(n); }},
    {"note", [](Reader& r, Node n, Element& e) { e.note = r.text(n); }},
};

constexpr Field<CalendarYear> calendar_fields[] = {
    {"year", [](Reader& r, Node n,
                CalendarYear& y) { y.year = r.number(n).value_or(0); }},
    {"off",
     [](Reader& r, Node n, CalendarYear& y) { read_dates(r, n, y.off); }},
    {"work",
     [](Reader& r, Node n, CalendarYear& y) { read_dates(r, n, y.work); }},
};

}  // namespace

void read_jurisdictions(Reader& reader, Node node,
                        std::vector<Jurisdiction>& into) {
  read_list(reader, node, jurisdiction_fields, into);
}
void read_domains(Reader& reader, Node node, std::vector<Domain>& into) {
  read_list(reader, node, domain_fields, into);
}
void read_laws(Reader& reader, Node node, std::vector<Law>& into) {
  read_list(reader, node, law_fields, into);
}
void read_bodies(Reader& reader, Node node, std::vector<Body>& into) {
  read_list(reader, node, body_fields, into);
}
Body read_body(Reader& reader, Node node) {
  Body body;
  body.span = node.span();
  read_fields(reader, node, body_fields, body);
  return body;
}
void read_channels(Reader& reader, Node node, std::vector<Channel>& into) {
  read_list(reader, node, channel_fields, into);
}
void read_taxonomies(Reader& reader, Node node, std::vector<Taxonomy>& into) {
  read_list(reader, node, taxonomy_fields, into);
}
void read_elements(Reader& reader, Node node, std::vector<Element>& into) {
  read_list(reader, node, element_fields, into);
}
void read_calendar(Reader& reader, Node node, std::vector<CalendarYear>& into) {
  read_list(reader, node, calendar_fields, into);
}

}  // namespace catalog::model
