#include "model/read.h"

#include <iterator>
#include <unordered_map>

#include "model/problems.h"
#include "model/read_item.h"
#include "model/read_sections.h"

namespace catalog::model {
namespace {

using syntax::Document;
using syntax::Node;

struct Section {
  std::string_view key;
  void (*read)(Reader& reader, Node node, Catalog& catalog);
  /// What may be missing where the section was not read whole.
  std::optional<Registered> registers;
};

bool has_manifest(const Catalog& catalog) {
  return catalog.manifest.span.end > catalog.manifest.span.begin;
}

void read_the_manifest(Reader& reader, Node node, Catalog& catalog) {
  if (has_manifest(catalog)) {
    reader.found()
        .report(second_manifest, node.span())
        .label(catalog.manifest.span, defined_first);
    return;
  }
  read_manifest(reader, node, catalog.manifest);
}

/// Every section but `items` and `defaults`, which belong together.
constexpr Section sections[] = {
    {"catalog", read_the_manifest, {}},
    {"jurisdictions",
     [](Reader& r, Node n, Catalog& c) {
       read_jurisdictions(r, n, c.jurisdictions);
     },
     {}},
    {"domains",
     [](Reader& r, Node n, Catalog& c) { read_domains(r, n, c.domains); },
     Registered::domains},
    {"laws", [](Reader& r, Node n, Catalog& c) { read_laws(r, n, c.laws); },
     Registered::laws},
    {"bodies",
     [](Reader& r, Node n, Catalog& c) { read_bodies(r, n, c.bodies); },
     Registered::bodies},
    {"channels",
     [](Reader& r, Node n, Catalog& c) { read_channels(r, n, c.channels); },
     Registered::channels},
    {"taxonomies",
     [](Reader& r, Node n, Catalog& c) { read_taxonomies(r, n, c.taxonomies); },
     Registered::taxonomies},
    {"elements",
     [](Reader& r, Node n, Catalog& c) { read_elements(r, n, c.elements); },
     Registered::elements},
    {"layouts",
     [](Reader& r, Node n, Catalog& c) { read_layouts(r, n, c.layouts); },
     Registered::layouts},
    {"views", [](Reader& r, Node n, Catalog& c) { read_views(r, n, c.views); },
     Registered::views},
    {"flows", [](Reader& r, Node n, Catalog& c) { read_flows(r, n, c.flows); },
     Registered::flows},
    {"documents",
     [](Reader& r, Node n, Catalog& c) { read_guides(r, n, c.guides); },
     {}},
    {"calendar",
     [](Reader& r, Node n, Catalog& c) { read_calendar(r, n, c.calendar); },
     {}},
    {"bind",
     [](Reader& r, Node n, Catalog& c) { read_bind(r, n, c.overlay); },
     {}},
    {"adopt",
     [](Reader& r, Node n, Catalog& c) { read_adopt(r, n, c.overlay); },
     {}},
    {"adjust",
     [](Reader& r, Node n, Catalog& c) { read_adjust(r, n, c.overlay); },
     {}},
    {"exclude",
     [](Reader& r, Node n, Catalog& c) { read_exclude(r, n, c.overlay); },
     {}},
    {"waive",
     [](Reader& r, Node n, Catalog& c) { read_waive(r, n, c.overlay); },
     {}},
    {"adjustments",
     [](Reader& r, Node n, Catalog& c) { read_adjustments(r, n, c.overlay); },
     {}},
    {"seen",
     [](Reader& r, Node n, Catalog& c) { read_seen(r, n, c.overlay); },
     {}},
};

void read_items(Reader& reader, Node root, Catalog& catalog) {
  std::optional<Node> defaults;
  for (const auto [key, value] : root.entries())
    if (key.text() == "defaults" && !reader.is_unknown(value)) defaults = value;
  for (const auto [key, value] : root.entries())
    if (key.text() == "items")
      for (const Node each : value.items())
        if (each.is_mapping())
          catalog.items.push_back(read_item(reader, each, defaults));
}

void read_file(Reader& reader, const Document& document, Catalog& catalog) {
  if (document.empty()) return;
  for (const auto [key, value] : document.root().entries()) {
    if (reader.is_unknown(value)) continue;
    for (const Section& section : sections)
      if (section.key == key.text()) section.read(reader, value, catalog);
  }
  read_items(reader, document.root(), catalog);
}

/// Marks the kinds of which a file may have lost entries: those of a section
/// that was skipped in part, that begins in the skipped bytes, or that has
/// entries whose id cannot be read.
class Losses {
 public:
  Losses(const Reader& reader, Catalog& catalog)
      : reader_(reader), catalog_(catalog) {}

  void count(const Document& document) {
    for (const source::Span& gap : document.skipped) {
      const std::string_view bytes =
          document.bytes.substr(gap.begin, gap.end - gap.begin);
      if (document.empty()) {
        catalog_.incomplete.set();
        may_hide_manifest_ = true;
        return;
      }
      may_hide_manifest_ |= begins_section(bytes, "catalog", gap.begin == 0);
      for_each_kind([&](std::string_view key, Registered kind) {
        if (begins_section(bytes, key, gap.begin == 0)) lose(kind);
      });
    }
    if (document.empty()) return;
    for (const auto [key, value] : document.root().entries()) {
      may_hide_manifest_ |= key.text() == "catalog";
      for_each_kind([&, key = key, value = value](std::string_view name,
                                                  Registered kind) {
        if (name == key.text() && has_losses(value)) lose(kind);
      });
    }
  }

  /// Whether a manifest may stand in what was not understood.
  bool may_hide_manifest() const { return may_hide_manifest_; }

 private:
  template <class Use>
  static void for_each_kind(Use use) {
    for (const Section& section : sections)
      if (section.registers) use(section.key, *section.registers);
    use("items", Registered::items);
  }

  void lose(Registered kind) {
    catalog_.incomplete.set(static_cast<std::size_t>(kind));
  }

  static bool begins_section(std::string_view bytes, std::string_view key,
                             bool at_line_start) {
    for (std::size_t at = bytes.find(key); at != std::string_view::npos;
         at = bytes.find(key, at + 1)) {
      const bool starts = at == 0 ? at_line_start : bytes[at - 1] == '\n';
      const std::string_view after = bytes.substr(at + key.size());
      if (starts && (after.starts_with(':') || after.starts_with("：")))
        return true;
    }
    return false;
  }

  bool has_losses(Node section) const {
    if (section.is_incomplete() || reader_.is_unknown(section)) return true;
    if (!section.is_sequence()) return true;
    if (!reader_.is_incomplete(section)) return false;
    for (const Node entry : section.items()) {
      bool has_id = false;
      for (const auto [key, value] : entry.entries())
        has_id |= key.text() == "id" && !reader_.is_unknown(value);
      if (!has_id) return true;
    }
    return false;
  }

  const Reader& reader_;
  Catalog& catalog_;
  bool may_hide_manifest_ = false;
};

template <class All>
void check_ids(const All& all, diagnostics::Words kind,
               diagnostics::Diagnostics& found) {
  std::unordered_map<std::string_view, source::Span> first;
  first.reserve(all.size());
  for (const auto& each : all) {
    if (each.id.empty()) continue;
    const auto [at, is_new] = first.try_emplace(each.id.text, each.id.span);
    if (is_new) continue;
    found
        .report(duplicate_id, each.id.span, each.id.text,
                kind.in(found.language()))
        .label(at->second, defined_first);
  }
}

void check_all_ids(const Catalog& catalog, diagnostics::Diagnostics& found) {
  check_ids(catalog.domains, {"domain", "领域"}, found);
  check_ids(catalog.laws, {"law", "法律法规"}, found);
  check_ids(catalog.bodies, {"body", "公开主体"}, found);
  check_ids(catalog.channels, {"channel", "渠道"}, found);
  check_ids(catalog.taxonomies, {"taxonomy", "分类"}, found);
  for (const Taxonomy& taxonomy : catalog.taxonomies)
    check_ids(taxonomy.terms, {"term", "类目"}, found);
  check_ids(catalog.elements, {"element", "要素"}, found);
  check_ids(catalog.layouts, {"layout", "版式"}, found);
  check_ids(catalog.views, {"view", "专题"}, found);
  check_ids(catalog.flows, {"flow", "流程"}, found);
  for (const Flow& flow : catalog.flows)
    check_ids(flow.nodes, {"node of this flow", "环节"}, found);
  check_ids(catalog.guides, {"document", "配套文件"}, found);
  check_ids(catalog.items, {"item", "事项"}, found);
}

}  // namespace

Catalog read(std::vector<Document> documents, source::FileId manifest,
             diagnostics::Diagnostics& found) {
  Catalog catalog;
  Reader reader(found, catalog.readings);
  Losses losses(reader, catalog);
  for (Document& document : documents) {
    // A file of which nothing is known is as one that could not be read.
    if (!document.empty() && reader.is_unknown(document.root())) {
      document.skipped = {document.root().span()};
      document.nodes.clear();
    }
    read_file(reader, document, catalog);
    losses.count(document);
    // A deque of deques: neither moves its elements, so the texts stay where
    // the views point.
    catalog.arenas.push_back(std::move(document.arena));
    std::vector<syntax::NodeData>().swap(document.nodes);
  }
  catalog.origins = reader.take_origins();
  catalog.layers = {{source::layer_of(manifest), catalog.manifest.id,
                     catalog.manifest.title}};
  check_all_ids(catalog, found);
  if (!has_manifest(catalog) && !losses.may_hide_manifest())
    found.report(no_manifest, {manifest, 0, 0}).help(write_manifest);
  return catalog;
}

std::vector<Layout> read_layouts(const Document& document,
                                 diagnostics::Diagnostics& found) {
  Readings readings;  // layouts have no timings
  Reader reader(found, readings);
  std::vector<Layout> layouts;
  for (const auto [key, value] : document.root().entries())
    if (key.text() == "layouts") read_layouts(reader, value, layouts);
  return layouts;
}

}  // namespace catalog::model
