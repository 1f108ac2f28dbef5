#include "model/read_item.h"
#include "model/read_sections.h"

namespace catalog::model {
namespace {

using syntax::Node;

constexpr Field<Target> target_fields[] = {
    {"item", [](Reader& r, Node n, Target& t) { t.items = r.texts(n); }},
    {"where", [](Reader& r, Node n, Target& t) { t.where = read_where(r, n); }},
    {"only", [](Reader& r, Node n, Target& t) { t.only = r.texts(n); }},
};

/// Who may stand for a role: an id, or a body written out.
Player read_player(Reader& reader, Node node) {
  if (node.is_scalar()) return {reader.text(node), std::nullopt};
  Player player;
  player.body = read_body(reader, node);
  return player;
}

Binding read_binding(Reader& reader, Node key, Node value) {
  Binding binding;
  binding.key = reader.text(key);
  binding.span = key.span();
  const std::string_view text = binding.key.text;
  const std::size_t at = text.find('@');
  binding.role = {text.substr(0, at), key.span()};
  if (at != text.npos) binding.place = {text.substr(at + 1), key.span()};
  if (!value.is_sequence())
    binding.players.push_back(read_player(reader, value));
  for (const Node each : value.items())
    if (!reader.is_unknown(each))
      binding.players.push_back(read_player(reader, each));
  return binding;
}

constexpr Field<AdoptionException> except_fields[] = {
    {"domain",
     [](Reader& r, Node n, AdoptionException& e) { e.domains = r.texts(n); }},
    {"reason",
     [](Reader& r, Node n, AdoptionException& e) { e.reason = r.text(n); }},
    {"approved",
     [](Reader& r, Node n, AdoptionException& e) {
       e.approved = read_approval(r, n);
     }},
};

/// `{add: […], remove: […], replace: {…}}`, its entries read by `read`.
template <class T, class Read>
ListChange<T> read_change(Reader& reader, Node node, Read read) {
  ListChange<T> change;
  for (const auto [key, value] : node.entries()) {
    if (key.text() == "remove") change.remove = reader.texts(value);
    if (key.text() == "add")
      for (const Node each : value.items())
        if (!reader.is_unknown(each)) change.add.push_back(read(reader, each));
    if (key.text() == "replace")
      for (const auto [old, by] : value.entries())
        if (!reader.is_unknown(by))
          change.replace.emplace_back(reader.text(old), read(reader, by));
  }
  return change;
}

Text read_text(Reader& reader, Node node) { return reader.text(node); }

/// The lists that may be changed in part instead of written whole.
constexpr Field<Adjustment> change_fields[] = {
    {"content",
     [](Reader& r, Node n, Adjustment& a) {
       a.content = read_change<ContentEntry>(r, n, read_content_entry);
     }},
    {"basis",
     [](Reader& r, Node n, Adjustment& a) {
       a.basis = read_change<BasisEntry>(r, n, read_basis_entry);
     }},
    {"channels",
     [](Reader& r, Node n, Adjustment& a) {
       a.channels = read_change<ChannelEntry>(r, n, read_channel_entry);
     }},
    {"levels",
     [](Reader& r, Node n, Adjustment& a) {
       a.levels = read_change<Text>(r, n, read_text);
     }},
    {"related",
     [](Reader& r, Node n, Adjustment& a) {
       a.related = read_change<Text>(r, n, read_text);
     }},
};

bool is_change(Node node) {
  for (const auto [key, value] : node.entries())
    if (key.text() == "add" || key.text() == "remove" ||
        key.text() == "replace")
      return true;
  return false;
}

bool read_list_change(Reader& reader, std::string_view key, Node value,
                      Adjustment& adjustment) {
  if (!is_change(value)) return false;
  for (const Field<Adjustment>& field : change_fields)
    if (field.key == key) {
      field.read(reader, value, adjustment);
      return true;
    }
  return false;
}

constexpr Field<Adjustment> own_fields[] = {
    {"reason", [](Reader& r, Node n, Adjustment& a) { a.reason = r.text(n); }},
    {"approved", [](Reader& r, Node n,
                    Adjustment& a) { a.approved = read_approval(r, n); }},
    {"seen", [](Reader& r, Node n, Adjustment& a) { a.seen = r.text(n); }},
};

template <class T, std::size_t size>
bool read_one(Reader& reader, std::string_view key, Node value,
              const Field<T> (&fields)[size], T& into) {
  for (const Field<T>& field : fields)
    if (field.key == key) {
      field.read(reader, value, into);
      return true;
    }
  return false;
}

Adjustment read_adjustment(Reader& reader, Node node) {
  Adjustment adjustment;
  adjustment.span = node.span();
  adjustment.values.span = node.span();
  for (const auto [key, value] : node.entries()) {
    if (reader.is_unknown(value) ||
        read_one(reader, key.text(), value, target_fields, adjustment.target) ||
        read_one(reader, key.text(), value, own_fields, adjustment))
      continue;
    if (read_list_change(reader, key.text(), value, adjustment))
      note_origin(reader, key.text(), value, adjustment.values);
    else
      read_item_field(reader, key.text(), value, adjustment.values);
  }
  return adjustment;
}

constexpr Field<Exclusion> exclusion_fields[] = {
    {"reason", [](Reader& r, Node n, Exclusion& e) { e.reason = r.text(n); }},
    {"approved",
     [](Reader& r, Node n, Exclusion& e) { e.approved = read_approval(r, n); }},
    {"seen", [](Reader& r, Node n, Exclusion& e) { e.seen = r.text(n); }},
};

constexpr Field<AdjustmentRecord> record_fields[] = {
    {"date",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.date = r.date(n); }},
    {"items",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.items = r.texts(n); }},
    {"ground",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.ground = r.text(n); }},
    {"laws",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.laws = r.texts(n); }},
    {"reported-by",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.reported_by = r.text(n); }},
    {"reported-on",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.reported_on = r.date(n); }},
    {"approved", [](Reader& r, Node n,
                    AdjustmentRecord& a) { a.approved = read_approval(r, n); }},
    {"note",
     [](Reader& r, Node n, AdjustmentRecord& a) { a.note = r.text(n); }},
};

/// The values of one item, field by field.
void read_seen_values(Reader& reader, Node item, Node fields,
                      SeenRecord& record) {
  for (const auto [field, value] : fields.entries())
    if (!reader.is_unknown(value))
      record.values.push_back(
          {reader.text(item), reader.text(field), reader.text(value)});
}

}  // namespace

void read_bind(Reader& reader, Node node, Overlay& overlay) {
  for (const auto [key, value] : node.entries())
    if (!reader.is_unknown(value))
      overlay.bind.push_back(read_binding(reader, key, value));
}

void read_adopt(Reader& reader, Node node, Overlay& overlay) {
  for (const auto [key, value] : node.entries())
    if (key.text() == "except")
      read_list(reader, value, except_fields, overlay.except);
}

void read_adjust(Reader& reader, Node node, Overlay& overlay) {
  for (const Node each : node.items())
    if (each.is_mapping() && !reader.is_unknown(each))
      overlay.adjust.push_back(read_adjustment(reader, each));
}

void read_exclude(Reader& reader, Node node, Overlay& overlay) {
  for (const Node each : node.items()) {
    if (!each.is_mapping() || reader.is_unknown(each)) continue;
    Exclusion& exclusion = overlay.exclude.emplace_back();
    exclusion.span = each.span();
    read_fields(reader, each, target_fields, exclusion.target);
    read_fields(reader, each, exclusion_fields, exclusion);
  }
}

void read_waive(Reader& reader, Node node, Overlay& overlay) {
  for (const Node each : node.items()) {
    if (!each.is_mapping() || reader.is_unknown(each)) continue;
    GeneralWaiver& waive = overlay.waive.emplace_back();
    waive.span = each.span();
    waive.waiver.span = each.span();
    for (const auto [key, value] : each.entries())
      if (!reader.is_unknown(value) &&
          !read_one(reader, key.text(), value, target_fields, waive.target))
        read_waiver_field(reader, key.text(), value, waive.waiver);
  }
}

void read_adjustments(Reader& reader, Node node, Overlay& overlay) {
  read_list(reader, node, record_fields, overlay.adjustments);
}

void read_seen(Reader& reader, Node node, Overlay& overlay) {
  for (const auto [fingerprint, items] : node.entries()) {
    if (reader.is_unknown(items)) continue;
    SeenRecord& record = overlay.seen.emplace_back();
    record.fingerprint = reader.text(fingerprint);
    for (const auto [item, fields] : items.entries())
      read_seen_values(reader, item, fields, record);
  }
}

}  // namespace catalog::model
