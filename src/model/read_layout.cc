#include <array>
#include <utility>

#include "model/read_sections.h"

namespace catalog::model {
namespace {

using syntax::Node;

As read_as(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, As>, 6> words{
      {{"text", As::text},
       {"lines", As::lines},
       {"numbered", As::numbered},
       {"boxes", As::boxes},
       {"tick", As::tick},
       {"names", As::names}}};
  for (const auto& [each, as] : words)
    if (each == word) return as;
  return As::text;
}

void read_columns(Reader& reader, Node node, std::vector<Column>& into);

constexpr Field<Column> column_fields[] = {
    {"title", [](Reader& r, Node n, Column& c) { c.title = r.text(n); }},
    {"value", [](Reader& r, Node n, Column& c) { c.value = r.text(n); }},
    {"as",
     [](Reader& r, Node n, Column& c) { c.as = read_as(r.text(n).text); }},
    {"width", [](Reader& r, Node n, Column& c) { c.width = r.decimal(n); }},
    {"merge", [](Reader& r, Node n, Column& c) { c.merge = r.flag(n); }},
    {"columns",
     [](Reader& r, Node n, Column& c) { read_columns(r, n, c.columns); }},
};

void read_columns(Reader& reader, Node node, std::vector<Column>& into) {
  read_list(reader, node, column_fields, into);
}

constexpr Field<Glyphs> glyph_fields[] = {
    {"on", [](Reader& r, Node n, Glyphs& g) { g.on = r.text(n).text; }},
    {"off", [](Reader& r, Node n, Glyphs& g) { g.off = r.text(n).text; }},
    {"tick", [](Reader& r, Node n, Glyphs& g) { g.tick = r.text(n).text; }},
};

constexpr Field<Layout> layout_fields[] = {
    {"id", [](Reader& r, Node n, Layout& l) { l.id = r.text(n); }},
    {"title", [](Reader& r, Node n, Layout& l) { l.title = r.text(n); }},
    {"paper",
     [](Reader& r, Node n, Layout& l) {
       l.paper = r.text(n).text == "A4" ? Paper::a4 : Paper::a3;
     }},
    {"glyphs", [](Reader& r, Node n,
                  Layout& l) { read_fields(r, n, glyph_fields, l.glyphs); }},
    {"header-note",
     [](Reader& r, Node n, Layout& l) { l.header_note = r.text(n); }},
    {"missing",
     [](Reader& r, Node n, Layout& l) {
       const std::string_view word = r.text(n).text;
       l.missing = word == "dash"    ? Missing::dash
                   : word == "blank" ? Missing::blank
                                     : Missing::merge;
     }},
    {"sort", [](Reader& r, Node n, Layout& l) { l.sort = r.texts(n); }},
    {"columns",
     [](Reader& r, Node n, Layout& l) { read_columns(r, n, l.columns); }},
    {"signature",
     [](Reader& r, Node n, Layout& l) { l.signature = r.flag(n); }},
};

constexpr Field<View> view_fields[] = {
    {"id", [](Reader& r, Node n, View& v) { v.id = r.text(n); }},
    {"title", [](Reader& r, Node n, View& v) { v.title = r.text(n); }},
    {"where",
     [](Reader& r, Node n, View& v) { v.where = model::read_where(r, n); }},
    {"group-by", [](Reader& r, Node n, View& v) { v.group_by = r.text(n); }},
    {"layout", [](Reader& r, Node n, View& v) { v.layout = r.text(n); }},
};

}  // namespace

Where read_where(Reader& reader, Node node) {
  Where where;
  for (const auto [key, value] : node.entries())
    if (!reader.is_unknown(value))
      where.conditions.push_back({reader.text(key), reader.texts(value)});
  return where;
}

void read_layouts(Reader& reader, Node node, std::vector<Layout>& into) {
  read_list(reader, node, layout_fields, into);
}
void read_views(Reader& reader, Node node, std::vector<View>& into) {
  read_list(reader, node, view_fields, into);
}

}  // namespace catalog::model
