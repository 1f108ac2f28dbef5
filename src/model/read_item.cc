#include "model/read_item.h"

#include <algorithm>
#include <bitset>

#include "model/problems.h"
#include "model/read_timing.h"

namespace catalog::model {
namespace {

using syntax::Node;

void add_audience(Reader& reader, Node node, Audience& audience) {
  if (node.is_scalar()) audience.everyone = true;
  for (const auto [key, value] : node.entries())
    if (key.text() == "group") audience.groups.push_back(reader.text(value));
}

Audience read_audience(Reader& reader, Node node) {
  Audience audience;
  audience.span = node.span();
  if (!node.is_sequence()) add_audience(reader, node, audience);
  for (const Node each : node.items())
    if (!reader.is_unknown(each)) add_audience(reader, each, audience);
  return audience;
}

std::vector<Text> read_texts(Reader& reader, Node node) {
  return reader.texts(node);
}

constexpr Field<ContentEntry> content_fields[] = {
    {"text", [](Reader& r, Node n, ContentEntry& e) { e.text = r.text(n); }},
    {"parts", [](Reader& r, Node n, ContentEntry& e) { e.parts = r.texts(n); }},
    {"optional",
     [](Reader& r, Node n, ContentEntry& e) { e.optional = r.flag(n); }},
    {"timing",
     [](Reader& r, Node n, ContentEntry& e) { e.timing = read_timing(r, n); }},
    {"mode", [](Reader& r, Node n,
                ContentEntry& e) { e.mode = mode_of(r.text(n).text); }},
    {"audience", [](Reader& r, Node n,
                    ContentEntry& e) { e.audience = read_audience(r, n); }},
    {"levels",
     [](Reader& r, Node n, ContentEntry& e) { e.levels = r.levels(n); }},
    {"note", [](Reader& r, Node n, ContentEntry& e) { e.note = r.text(n); }},
};

}  // namespace

ContentEntry read_content_entry(Reader& reader, Node node) {
  ContentEntry entry;
  entry.span = node.span();
  if (node.is_scalar())
    entry.text = reader.text(node);
  else
    read_fields(reader, node, content_fields, entry);
  return entry;
}

namespace {

void read_content(Reader& reader, Node node, Item& item) {
  if (node.is_scalar()) item.content = {read_content_entry(reader, node)};
  if (node.is_sequence()) item.content.reserve(node.size());
  for (const Node each : node.items())
    if (!reader.is_unknown(each))
      item.content.push_back(read_content_entry(reader, each));
}

/// `compulsory-education-law 第十二条`: an id, then an article. Whatever does
/// not begin with Latin letters is a printed citation.
BasisEntry read_basis_text(Text written) {
  BasisEntry entry;
  entry.written = written;
  const std::string_view first = written.text.substr(0, written.text.find(' '));
  if (std::any_of(first.begin(), first.end(), [](char byte) {
        return static_cast<signed char>(byte) < 0;
      })) {
    entry.kind = BasisEntry::Kind::citation;
    return entry;
  }
  const std::size_t space = written.text.find(' ');
  entry.law = {written.text.substr(0, space), written.span};
  if (space != std::string_view::npos) {
    std::string_view article = written.text.substr(space + 1);
    article.remove_prefix(
        std::min(article.find_first_not_of(' '), article.size()));
    entry.article = {article, written.span};
  }
  return entry;
}

constexpr Field<BasisEntry> basis_fields[] = {
    {"law", [](Reader& r, Node n, BasisEntry& e) { e.law = r.text(n); }},
    {"article",
     [](Reader& r, Node n, BasisEntry& e) { e.article = r.text(n); }},
    {"text",
     [](Reader& r, Node n, BasisEntry& e) {
       e.kind = BasisEntry::Kind::text;
       e.written = r.text(n);
     }},
    {"note", [](Reader& r, Node n, BasisEntry& e) { e.note = r.text(n); }},
};

}  // namespace

BasisEntry read_basis_entry(Reader& reader, Node node) {
  if (node.is_scalar()) return read_basis_text(reader.text(node));
  BasisEntry entry;
  read_fields(reader, node, basis_fields, entry);
  if (entry.kind == BasisEntry::Kind::law) entry.written = entry.law;
  return entry;
}

namespace {

void read_basis(Reader& reader, Node node, Item& item) {
  if (node.is_sequence()) item.basis.reserve(node.size());
  for (const Node each : node.items())
    if (!reader.is_unknown(each))
      item.basis.push_back(read_basis_entry(reader, each));
}

constexpr Field<ChannelEntry> channel_fields[] = {
    {"any-of",
     [](Reader& r, Node n, ChannelEntry& e) {
       e.kind = ChannelEntry::Kind::any_of;
       e.ids = r.texts(n);
     }},
    {"optional",
     [](Reader& r, Node n, ChannelEntry& e) {
       e.kind = ChannelEntry::Kind::optional;
       e.ids = r.texts(n);
     }},
    {"other",
     [](Reader& r, Node n, ChannelEntry& e) {
       e.kind = ChannelEntry::Kind::other;
       e.name = r.text(n);
     }},
};

}  // namespace

ChannelEntry read_channel_entry(Reader& reader, Node node) {
  ChannelEntry entry;
  entry.span = node.span();
  if (node.is_scalar())
    entry.ids = {reader.text(node)};
  else
    read_fields(reader, node, channel_fields, entry);
  return entry;
}

namespace {

std::vector<ChannelEntry> read_channels(Reader& reader, Node node) {
  std::vector<ChannelEntry> all;
  all.reserve(node.size());
  for (const Node each : node.items())
    if (!reader.is_unknown(each))
      all.push_back(read_channel_entry(reader, each));
  return all;
}

void read_modes(Reader& reader, Node node, Item& item) {
  item.modes.span = node.span();
  for (const Text& each : reader.texts(node))
    if (const auto mode = mode_of(each.text)) item.modes.all.push_back(*mode);
}

void read_facets(Reader& reader, Node node, Item& item) {
  for (const auto [key, value] : node.entries())
    if (!reader.is_unknown(value))
      item.facets.push_back({reader.text(key), reader.texts(value)});
}

void read_elements(Reader& reader, Node node, Item& item) {
  for (const auto [key, value] : node.entries())
    if (!reader.is_unknown(value))
      item.elements.push_back({reader.text(key), reader.texts(value)});
}

constexpr Field<Supervision> supervision_fields[] = {
    {"phone", [](Reader& r, Node n, Supervision& s) { s.phone = r.text(n); }},
    {"office", [](Reader& r, Node n, Supervision& s) { s.office = r.text(n); }},
    {"url", [](Reader& r, Node n, Supervision& s) { s.url = r.text(n); }},
};

constexpr Field<Review> review_fields[] = {
    {"every", [](Reader& r, Node n, Review& v) { v.every = r.text(n); }},
    {"last", [](Reader& r, Node n, Review& v) { v.last = r.date(n); }},
};

constexpr Field<Translation> translation_fields[] = {
    {"name", [](Reader& r, Node n, Translation& t) { t.name = r.texts(n); }},
    {"content",
     [](Reader& r, Node n, Translation& t) { t.content = r.texts(n); }},
};

constexpr Field<Approval> approval_fields[] = {
    {"by", [](Reader& r, Node n, Approval& a) { a.by = r.text(n); }},
    {"on", [](Reader& r, Node n, Approval& a) { a.on = r.date(n); }},
};

constexpr Field<Waiver> waiver_fields[] = {
    {"rule", [](Reader& r, Node n, Waiver& w) { w.rule = r.text(n); }},
    {"reason", [](Reader& r, Node n, Waiver& w) { w.reason = r.text(n); }},
    {"approved",
     [](Reader& r, Node n, Waiver& w) {
       read_fields(r, n, approval_fields, w.approved);
     }},
    {"until", [](Reader& r, Node n, Waiver& w) { w.until = r.date(n); }},
};

constexpr Field<Item> fields[] = {
    {"id", [](Reader& r, Node n, Item& i) { i.id = r.text(n); }},
    {"code", [](Reader& r, Node n, Item& i) { i.code = r.text(n); }},
    {"name", [](Reader& r, Node n, Item& i) { i.name = r.texts(n); }},
    {"domain", [](Reader& r, Node n, Item& i) { i.domain = r.text(n); }},
    {"order", [](Reader& r, Node n, Item& i) { i.order = r.number(n); }},
    {"after", [](Reader& r, Node n, Item& i) { i.after = r.text(n); }},
    {"content", read_content},
    {"basis", read_basis},
    {"timing",
     [](Reader& r, Node n, Item& i) {
       i.timing = r.per_level<Timing>(
           n, [&](Node each) { return read_timing(r, each); });
     }},
    {"body",
     [](Reader& r, Node n, Item& i) {
       i.body = r.per_level<std::vector<Text>>(
           n, [&](Node each) { return read_texts(r, each); });
     }},
    {"channels",
     [](Reader& r, Node n, Item& i) {
       i.channels = r.per_level<std::vector<ChannelEntry>>(
           n, [&](Node each) { return read_channels(r, each); });
     }},
    {"audience",
     [](Reader& r, Node n, Item& i) { i.audience = read_audience(r, n); }},
    {"mode", read_modes},
    {"levels",
     [](Reader& r, Node n, Item& i) {
       i.levels = {r.levels(n), n.span()};
     }},
    {"only", [](Reader& r, Node n, Item& i) { i.only = r.texts(n); }},
    {"must-post", [](Reader& r, Node n, Item& i) { i.must_post = r.flag(n); }},
    {"supervision", [](Reader& r, Node n,
                       Item& i) { i.supervision = read_supervision(r, n); }},
    {"facets", read_facets},
    {"elements", read_elements},
    {"duty", [](Reader& r, Node n, Item& i) { i.duty = r.text(n); }},
    {"related", [](Reader& r, Node n, Item& i) { i.related = r.texts(n); }},
    {"flow", [](Reader& r, Node n, Item& i) { i.flow = r.text(n); }},
    {"column", [](Reader& r, Node n, Item& i) { i.column = r.texts(n); }},
    {"review",
     [](Reader& r, Node n, Item& i) {
       i.review.emplace().span = n.span();
       read_fields(r, n, review_fields, *i.review);
     }},
    {"replaces", [](Reader& r, Node n, Item& i) { i.replaces = r.texts(n); }},
    {"assumed", [](Reader& r, Node n, Item& i) { i.assumed = r.texts(n); }},
    {"en",
     [](Reader& r, Node n, Item& i) {
       read_fields(r, n, translation_fields, i.en.emplace());
     }},
    {"note", [](Reader& r, Node n, Item& i) { i.note = r.text(n); }},
    {"waive", [](Reader& r, Node n,
                 Item& i) { read_list(r, n, waiver_fields, i.waivers); }},
};

/// The table stands in the order of ItemField, whose words its keys are.
static_assert(std::size(fields) == item_fields);

using Written = std::bitset<item_fields>;

void read_field(Reader& reader, std::size_t i, Node value, Item& item) {
  fields[i].read(reader, value, item);
  item.origins[i] = reader.origin(value);
}

/// Reads the entries whose key is not in `written`, and adds their keys.
void read_entries(Reader& reader, Node mapping, Written& written, Item& item) {
  const Written before = written;
  std::size_t at = 0;  // keys mostly come in the order of the table
  for (const auto [key, value] : mapping.entries())
    for (std::size_t tries = 0; tries < item_fields; ++tries) {
      if (fields[at].key != key.text()) {
        at = (at + 1) % item_fields;
        continue;
      }
      if (before[at]) break;
      written.set(at);
      if (!reader.is_unknown(value)) read_field(reader, at, value, item);
      break;
    }
}

constexpr std::size_t place_of(std::string_view key) {
  for (std::size_t i = 0; i < item_fields; ++i)
    if (fields[i].key == key) return i;
  return item_fields;
}
static_assert(place_of("levels") == static_cast<int>(ItemField::levels) &&
              place_of("flow") == static_cast<int>(ItemField::flow) &&
              place_of("waive") == static_cast<int>(ItemField::waive));

/// `facets` and `elements` of the defaults hold key by key.
void merge_defaults(Reader& reader, Node defaults, Item& item) {
  Item from_defaults;
  for (const auto [key, value] : defaults.entries()) {
    if (reader.is_unknown(value)) continue;
    if (key.text() == "facets") read_facets(reader, value, from_defaults);
    if (key.text() == "elements") read_elements(reader, value, from_defaults);
    for (const ItemField field : {ItemField::facets, ItemField::elements})
      if (key.text() == word(field) && item.origin_of(field) == OriginId::none)
        item.origin_of(field) = reader.origin(value);
  }
  for (FacetEntry& facet : from_defaults.facets)
    if (std::none_of(item.facets.begin(), item.facets.end(),
                     [&](const FacetEntry& own) {
                       return own.taxonomy.text == facet.taxonomy.text;
                     }))
      item.facets.push_back(std::move(facet));
  for (ElementEntry& element : from_defaults.elements)
    if (std::none_of(item.elements.begin(), item.elements.end(),
                     [&](const ElementEntry& own) {
                       return own.element.text == element.element.text;
                     }))
      item.elements.push_back(std::move(element));
}

}  // namespace

std::string_view word(ItemField field) {
  return fields[static_cast<std::size_t>(field)].key;
}

bool read_item_field(Reader& reader, std::string_view key, Node value,
                     Item& item) {
  const std::size_t place = place_of(key);
  if (place == item_fields) return false;
  read_field(reader, place, value, item);
  return true;
}

void note_origin(Reader& reader, std::string_view key, Node value, Item& item) {
  if (const std::size_t place = place_of(key); place < item_fields)
    item.origins[place] = reader.origin(value);
}

Approval read_approval(Reader& reader, Node node) {
  Approval approval;
  read_fields(reader, node, approval_fields, approval);
  return approval;
}

bool read_waiver_field(Reader& reader, std::string_view key, Node value,
                       Waiver& waiver) {
  for (const Field<Waiver>& field : waiver_fields) {
    if (field.key != key) continue;
    field.read(reader, value, waiver);
    return true;
  }
  return false;
}

Supervision read_supervision(Reader& reader, Node node) {
  Supervision supervision;
  supervision.span = node.span();
  read_fields(reader, node, supervision_fields, supervision);
  return supervision;
}

Item read_item(Reader& reader, Node node, std::optional<Node> defaults) {
  Item item;
  item.span = node.span();
  item.is_incomplete = node.is_incomplete() || reader.is_incomplete(node);
  Written written;
  read_entries(reader, node, written, item);
  if (defaults) {
    merge_defaults(reader, *defaults, item);
    written.set(place_of("facets")).set(place_of("elements"));
    read_entries(reader, *defaults, written, item);
  }
  if (item.id.empty() || item.name.empty() || item.content.empty() ||
      item.timing.empty() || item.body.empty() || item.channels.empty())
    item.is_incomplete = true;
  if (!written[place_of("audience")]) item.audience.everyone = true;
  if (item.modes.all.empty()) item.modes.all = {Mode::proactive};
  const bool may_be_default = defaults && reader.is_incomplete(*defaults);
  if (item.domain.empty() && !written[place_of("domain")] && !may_be_default)
    item.domain = {item.id.text.substr(0, item.id.text.find('/')),
                   item.id.span};
  return item;
}

}  // namespace catalog::model
