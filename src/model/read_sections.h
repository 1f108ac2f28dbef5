#pragma once

#include "model/catalog.h"
#include "model/reader.h"

namespace catalog::model {

/// One function a section; each appends what the node holds.

void read_manifest(Reader& reader, syntax::Node node, Manifest& manifest);
void read_jurisdictions(Reader&, syntax::Node, std::vector<Jurisdiction>&);
void read_domains(Reader&, syntax::Node, std::vector<Domain>&);
void read_laws(Reader&, syntax::Node, std::vector<Law>&);
void read_bodies(Reader&, syntax::Node, std::vector<Body>&);
void read_channels(Reader&, syntax::Node, std::vector<Channel>&);
void read_taxonomies(Reader&, syntax::Node, std::vector<Taxonomy>&);
void read_elements(Reader&, syntax::Node, std::vector<Element>&);
void read_layouts(Reader&, syntax::Node, std::vector<Layout>&);
Body read_body(Reader& reader, syntax::Node node);
Where read_where(Reader& reader, syntax::Node node);
void read_views(Reader&, syntax::Node, std::vector<View>&);
void read_flows(Reader&, syntax::Node, std::vector<Flow>&);
void read_guides(Reader&, syntax::Node, std::vector<Guide>&);
void read_calendar(Reader&, syntax::Node, std::vector<CalendarYear>&);
void read_bind(Reader&, syntax::Node, Overlay&);
void read_adopt(Reader&, syntax::Node, Overlay&);
void read_adjust(Reader&, syntax::Node, Overlay&);
void read_exclude(Reader&, syntax::Node, Overlay&);
void read_waive(Reader&, syntax::Node, Overlay&);
void read_adjustments(Reader&, syntax::Node, Overlay&);
void read_seen(Reader&, syntax::Node, Overlay&);

}  // namespace catalog::model
