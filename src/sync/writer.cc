#include "sync/writer.h"

#include <algorithm>

#include "source/span.h"
#include "sync/alignment.h"
#include "sync/drafts.h"

namespace catalog::sync {
namespace {

using diagnostics::Message;
using model::ItemField;
using resolve::Item;
using syntax::Document;
using syntax::Draft;
using syntax::Kind;
using syntax::Node;

constexpr Message<> own_of_place{
    "the item is the catalog's own: change it in the workbook of the whole "
    "catalog",
    "该事项是本目录自有事项：请在本级目录的工作簿中修改"};
constexpr Message<> set_for_several{
    "it is set for several items at once: change it in the file",
    "该值是对多个事项一并设定的：请在文件中修改"};
constexpr Message<> cannot_go{
    "it comes from the base and cannot be taken away: exclude or adjust it in "
    "the file",
    "该值来自上级目录，不能删去：请在文件中调整"};
constexpr Message<> from_defaults{
    "it comes from the defaults of the file: change it there",
    "该值来自文件的 defaults：请在文件中修改"};

bool is_change_form(Node node) {
  if (!node.is_mapping()) return false;
  for (const auto [key, value] : node.entries())
    if (key.text() != "add" && key.text() != "remove" &&
        key.text() != "replace")
      return false;
  return true;
}

/// What an entry is called in `remove` and `replace`; empty where it has no
/// name there.
std::string name_of(const Draft& entry) {
  if (entry.kind == Kind::scalar) return entry.text;
  for (const std::string_view key : {"text", "law"})
    if (const Draft* const name = find(entry, key)) return name->text;
  return {};
}

/// A list as a change of another: `{add, remove, replace}`; nothing where that
/// cannot be said so, or is no shorter.
std::optional<Draft> change_of(ItemField field, const Draft& from,
                               const Draft& to) {
  if (from.kind != Kind::sequence || to.kind != Kind::sequence)
    return std::nullopt;
  const bool is_set =
      field == ItemField::channels || field == ItemField::levels;
  std::vector<Draft> add, remove;
  Draft replace = Draft::mapping({});
  const auto steps = aligned(from.values.size(), to.values.size(),
                             [&](std::size_t i, std::size_t j) {
                               return is_same(from.values[i], to.values[j]);
                             });
  bool has_kept = false;
  for (const Step& step : steps) {
    has_kept = has_kept || step.is_kept;
    if (step.is_kept) {
      if (!add.empty() && !is_set) return std::nullopt;
      continue;
    }
    const std::string name =
        step.before ? name_of(from.values[*step.before]) : std::string();
    if (step.before && name.empty()) return std::nullopt;
    if (is_set && step.before && from.values[*step.before].kind != Kind::scalar)
      return std::nullopt;
    if (step.before && step.after && !is_set) {
      if (!add.empty()) return std::nullopt;
      set(replace, name, to.values[*step.after]);
      continue;
    }
    if (step.before) remove.push_back(Draft::of(name));
    if (step.after) add.push_back(to.values[*step.after]);
  }
  if (!has_kept) return std::nullopt;
  Draft change = Draft::mapping({});
  if (!add.empty()) set(change, "add", Draft::list(std::move(add)));
  if (!remove.empty()) set(change, "remove", Draft::list(std::move(remove)));
  if (!replace.values.empty()) {
    if (field == ItemField::channels || field == ItemField::levels)
      return std::nullopt;
    set(change, "replace", std::move(replace));
  }
  return change;
}

bool has_changes(ItemField field) {
  return field == ItemField::content || field == ItemField::basis ||
         field == ItemField::channels || field == ItemField::levels;
}

/// Fields that are taken over key by key.
bool is_by_key(ItemField field) {
  return field == ItemField::facets || field == ItemField::elements;
}

/// The order in which people write the keys of an item.
std::size_t place_of_key(std::string_view key) {
  for (std::size_t i = 0; i < model::item_fields; ++i)
    if (model::word(static_cast<ItemField>(i)) == key) return i;
  return model::item_fields;
}

}  // namespace

bool Writer::is_own(const Item& item) const {
  return source::layer_of(item.span.file) == tree_.layer();
}

std::string Writer::file_of(const Item& item) const {
  return tree_[item.span.file].path;
}

std::string Writer::only() const {
  return edition_.is_of_place_below ? std::string(edition_.code)
                                    : std::string();
}

std::optional<std::string> Writer::adjusting(std::string_view id) {
  for (const std::string& path : sources_.paths())
    if (adjustment_in(sources_.document(path), id, only())) return path;
  return std::nullopt;
}

/// Whether an entry of `adjust` for several items sets the field of this one.
bool Writer::is_set_for_several(const Item& item, ItemField field) {
  for (const std::string& path : sources_.paths()) {
    const Document& document = sources_.document(path);
    const auto all =
        document.empty() ? std::nullopt : child(document.root(), "adjust");
    if (!all) continue;
    for (const Node each : all->items()) {
      if (!child(each, model::word(field))) continue;
      const auto items = child(each, "item");
      const bool is_listed =
          items && items->is_sequence() && items->size() > 1 && [&] {
            for (const Node id : items->items())
              if (id.text() == item.id.text) return true;
            return false;
          }();
      if (is_listed) return true;
      // By conditions: then the value says where it was set.
      const model::OriginId origin = item.origin_of(field);
      const source::Span span = edition_->origins[origin].span;
      if (child(each, "where") && origin != model::OriginId::none &&
          source::layer_of(span.file) == tree_.layer() &&
          tree_[span.file].path == path)
        return true;
    }
  }
  return false;
}

std::variant<std::optional<Draft>, Said> Writer::current(const Item& item,
                                                         ItemField field) {
  const std::string_view key = model::word(field);
  if (is_own(item)) {
    if (edition_.is_of_place_below) return Said::of(own_of_place);
    const auto value =
        child(item_in(sources_.document(file_of(item)), item.id.text), key);
    if (value) return draft_of(*value);
    if (is_by_key(field) || field == ItemField::supervision)
      return std::optional<Draft>();
    return draft_of(edition_, item, field);
  }
  if (const auto path = adjusting(item.id.text)) {
    const auto value = child(
        adjustment_in(sources_.document(*path), item.id.text, only()), key);
    if (value && !is_change_form(*value)) return draft_of(*value);
  } else if (is_set_for_several(item, field)) {
    return Said::of(set_for_several);
  }
  if (is_by_key(field)) return std::optional<Draft>();
  return draft_of(edition_, item, field);
}

void Writer::add_key(const std::string& path, const Sources::Find& find_node,
                     std::string_view key, const Draft& value) {
  const auto node = find_node(sources_.document(path));
  if (!node) return;
  std::optional<Node> after;
  for (const auto [name, old] : node->entries())
    if (place_of_key(name.text()) < place_of_key(key)) after = name;
  sources_.apply(path, syntax::add_entry(*node, key, value, after));
}

std::optional<Said> Writer::put(const Item& item, ItemField field,
                                const Value& value) {
  if (!is_own(item)) return put_adjusted(item, field, value);
  const std::string path = file_of(item);
  const std::string id(item.id.text), key(model::word(field));
  const Sources::Find find_item = [id](const Document& document) {
    return item_in(document, id);
  };
  const Sources::Find find_value = [id, key](const Document& document) {
    return child(item_in(document, id), key);
  };
  const Draft* const draft = std::get_if<Draft>(&value);
  const auto node = find_value(sources_.document(path));
  if (draft == nullptr) {
    if (!node) return Said::of(from_defaults);
    for (const auto [name, old] : find_item(sources_.document(path))->entries())
      if (name.text() == key) {
        sources_.apply(path, syntax::remove(name));
        break;
      }
  } else if (node) {
    sources_.patch(path, find_value, *draft);
  } else {
    add_key(path, find_item, key, *draft);
  }
  return std::nullopt;
}

std::optional<Said> Writer::put_adjusted(const Item& item, ItemField field,
                                         const Value& value) {
  const std::string id(item.id.text), key(model::word(field)), place = only();
  const Draft* const draft = std::get_if<Draft>(&value);
  if (draft == nullptr) return Said::of(cannot_go);
  if (const auto path = adjusting(id)) {
    const Sources::Find find_entry = [id, place](const Document& document) {
      return adjustment_in(document, id, place);
    };
    const Sources::Find find_value = [=](const Document& document) {
      return child(find_entry(document), key);
    };
    if (find_value(sources_.document(*path))) {
      sources_.patch(*path, find_value, *draft);
      return std::nullopt;
    }
  }
  Draft written = *draft;
  if (has_changes(field))
    if (const auto before = draft_of(edition_, item, field))
      written = change_of(field, *before, *draft).value_or(*draft);
  if (const auto path = adjusting(id)) {
    add_key(
        *path,
        [id, place](const Document& document) {
          return adjustment_in(document, id, place);
        },
        key, written);
    return std::nullopt;
  }
  const auto known =
      std::find_if(adjustments_.begin(), adjustments_.end(),
                   [&](const auto& each) { return each.first == id; });
  if (known != adjustments_.end()) {
    set(known->second, key, std::move(written));
    return std::nullopt;
  }
  Draft entry = Draft::mapping({{"item", Draft::of(id)}});
  if (!place.empty()) set(entry, "only", Draft::list({Draft::of(place)}));
  set(entry, key, std::move(written));
  adjustments_.emplace_back(id, std::move(entry));
  return std::nullopt;
}

std::string Writer::modeline() const {
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    const source::File& file = tree_[tree_.id(i)];
    if (file.path != "catalog.yaml") continue;
    const std::string line = file.bytes.substr(0, file.bytes.find('\n'));
    if (line.starts_with("# yaml-language-server:")) return line + "\n";
  }
  return {};
}

/// The file with a section that speaks of a domain, else with that section,
/// else another.
std::string Writer::file_with(std::string_view section, std::string_view domain,
                              const std::string& otherwise) {
  std::string any;
  for (const std::string& path : sources_.paths()) {
    const Document& document = sources_.document(path);
    if (document.empty()) continue;
    const auto entries = child(document.root(), section);
    if (!entries) continue;
    if (any.empty()) any = path;
    if (domain.empty()) continue;
    const auto defaults = child(child(document.root(), "defaults"), "domain");
    if (defaults && defaults->text() == domain) return path;
    for (const Node each : entries->items())
      for (const std::string_view key : {"id", "item"})
        if (const auto id = child(each, key);
            id && id->text().starts_with(std::string(domain) + "/"))
          return path;
  }
  return any.empty() ? otherwise : any;
}

void Writer::add_item(std::string_view domain, const Draft& item) {
  std::string path = file_with("items", domain, "");
  const auto is_of_domain = [&](const std::string& file) {
    const Document& document = sources_.document(file);
    const auto defaults = child(child(document.root(), "defaults"), "domain");
    return !defaults || defaults->text() == domain;
  };
  if (path.empty() || !is_of_domain(path)) {
    path = "items/" + std::string(domain) + ".yaml";
    if (sources_.document(path).empty()) {
      std::string head = modeline();
      // The schema is where the manifest has it, one folder up.
      if (const auto at = head.find("$schema=");
          at != head.npos && head.find("://") == head.npos)
        head.insert(at + std::string_view("$schema=").size(), "../");
      sources_.add(path,
                   head + "defaults:\n  domain: " + std::string(domain) + "\n");
    }
  }
  sources_.apply(
      path, syntax::append_to_section(sources_.document(path), "items", item));
}

void Writer::add_body(const NewBody& body) {
  Draft entry = Draft::mapping(
      {{"id", Draft::of(body.id)}, {"name", Draft::of(body.name)}});
  if (body.generic) set(entry, "generic", Draft::literal("true"));
  const std::string path = file_with("bodies", "", "bodies.yaml");
  if (sources_.document(path).empty()) sources_.add(path, modeline());
  sources_.apply(path, syntax::append_to_section(sources_.document(path),
                                                 "bodies", entry));
}

void Writer::finish() {
  for (const auto& [id, entry] : adjustments_) {
    const std::string domain = id.substr(0, id.find('/'));
    const std::string path = file_with("adjust", domain, "adjust.yaml");
    if (sources_.document(path).empty()) sources_.add(path, modeline());
    sources_.apply(path, syntax::append_to_section(sources_.document(path),
                                                   "adjust", entry));
  }
  adjustments_.clear();
}

}  // namespace catalog::sync
