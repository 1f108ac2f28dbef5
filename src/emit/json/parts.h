#pragma once

#include <string_view>
#include <vector>

#include "json/writer.h"
#include "view/publication.h"

/// The parts of catalog.json, as schemas/output/catalog.schema.json describes
/// them. What is not known is left out.
namespace catalog::emit {

/// One item, on a line of its own: all it says, also what no layout shows.
void write_item(const view::Publication& publication, const resolve::Item& item,
                json::Writer& out);

/// One entry of a registry, on a line of its own.
void write_domain(const model::Domain& domain, json::Writer& out);
void write_law(const resolve::Edition& edition, const model::Law& law,
               json::Writer& out);
void write_body(const model::Body& body, json::Writer& out);
void write_channel(const model::Channel& channel, json::Writer& out);
void write_taxonomy(const model::Taxonomy& taxonomy, json::Writer& out);
void write_element(const model::Element& element, json::Writer& out);

/// Values that several of them have.
void write_text(std::string_view key, const model::Text& text,
                json::Writer& out);
void write_texts(std::string_view key, const std::vector<model::Text>& texts,
                 json::Writer& out);
void write_date(std::string_view key, const model::WrittenDate& date,
                json::Writer& out);
/// A day that may be written as a year or a month only: then it is left out.
void write_date(std::string_view key, const model::Text& date,
                json::Writer& out);
/// The members of a timing: its text, its clauses, what was not understood.
void write_timing(const model::Timing& timing, json::Writer& out);
void write_supervision(const model::Supervision& supervision,
                       json::Writer& out);

}  // namespace catalog::emit
