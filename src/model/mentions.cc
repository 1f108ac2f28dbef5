#include "model/mentions.h"

#include <algorithm>
#include <utility>

namespace catalog::model {
namespace {

using syntax::Node;

constexpr std::pair<std::string_view, diagnostics::Words> kinds[] = {
    {"item", {"item", "事项"}},         {"domain", {"domain", "领域"}},
    {"law", {"law", "法律法规"}},       {"limit", {"limit", "时限规定"}},
    {"body", {"body", "公开主体"}},     {"channel", {"channel", "渠道"}},
    {"taxonomy", {"taxonomy", "分类"}}, {"term", {"term", "类目"}},
    {"element", {"element", "要素"}},   {"layout", {"layout", "版式"}},
    {"view", {"view", "专题"}},         {"flow", {"flow", "流程"}},
    {"node", {"node", "环节"}},         {"document", {"document", "配套文件"}}};
static_assert(std::size(kinds) == id_kinds);

bool is_change(Node node) {
  for (const auto [key, value] : node.entries())
    if (key.text() == "add" || key.text() == "remove" ||
        key.text() == "replace")
      return true;
  return false;
}

/// Each item of a list, or the node itself where it is none.
template <class Use>
void each(Node node, Use use) {
  if (!node.is_sequence()) return use(node);
  for (const Node item : node.items()) use(item);
}

/// What holds at each level, or the node itself.
template <class Use>
void each_level(Node node, Use use) {
  for (const auto [key, value] : node.entries())
    if (key.text() == "by-level") {
      for (const auto [level, part] : value.entries()) use(part);
      return;
    }
  use(node);
}

std::string_view value_at(Node mapping, std::string_view name) {
  for (const auto [key, value] : mapping.entries())
    if (key.text() == name && value.is_scalar()) return value.text();
  return {};
}

/// Walks through one document.
class Walk {
 public:
  Walk(const ElementIds& elements, std::vector<Mention>& all)
      : elements_(elements), all_(all) {}

  void file(Node root) {
    for (const auto [key, value] : root.entries()) section(key.text(), value);
  }

 private:
  void section(std::string_view name, Node value) {
    if (name == "catalog") return manifest(value);
    if (name == "defaults") return item(value, false);
    if (name == "bind") return bind(value);
    if (name == "adopt") return adopt(value);
    if (name == "seen") return seen(value);
    for (const Node entry : value.items()) {
      if (name == "items") item(entry, true);
      if (name == "domains") define(IdKind::domain, entry);
      if (name == "laws") law(entry);
      if (name == "bodies") define(IdKind::body, entry);
      if (name == "channels") channel(entry);
      if (name == "taxonomies") taxonomy(entry);
      if (name == "elements") element(entry);
      if (name == "layouts") layout(entry);
      if (name == "views") view(entry);
      if (name == "flows") flow(entry);
      if (name == "documents") define(IdKind::document, entry);
      if (name == "adjust") item(entry, false);
      if (name == "adjust" || name == "exclude" || name == "waive")
        target(entry);
      if (name == "adjustments") record(entry);
    }
  }

  void add(IdKind kind, Node node, std::string_view id, bool is_key = false,
           std::string_view owner = {}) {
    if (node.is_scalar()) all_.push_back({kind, owner, id, node, is_key});
  }
  void add(IdKind kind, Node node) { add(kind, node, node.text()); }
  void add_all(IdKind kind, Node node) {
    each(node, [&](Node one) { add(kind, one); });
  }

  void define(IdKind kind, Node entry, std::string_view owner = {}) {
    for (const auto [key, value] : entry.entries())
      if (key.text() == "id" && value.is_scalar()) {
        add(kind, value, value.text(), false, owner);
        all_.back().defines = entry;
      }
  }

  /// An id with provisions behind it; a printed citation mentions none.
  void basis_entry(Node entry) {
    for (const auto [key, value] : entry.entries())
      if (key.text() == "law") add(IdKind::law, value);
    if (!entry.is_scalar()) return;
    const std::string_view text = entry.text();
    const std::string_view first = text.substr(0, text.find(' '));
    if (std::none_of(first.begin(), first.end(), [](char byte) {
          return static_cast<signed char>(byte) < 0;
        }))
      add(IdKind::law, entry, first);
  }

  void basis(Node value) {
    if (!is_change(value))
      return each(value, [&](Node one) { basis_entry(one); });
    for (const auto [key, part] : value.entries()) {
      each(part, [&](Node one) { basis_entry(one); });
      for (const auto [old, by] : part.entries()) {
        add(IdKind::law, old, old.text().substr(0, old.text().find(' ')), true);
        basis_entry(by);
      }
    }
  }

  void channel_entry(Node entry) {
    if (entry.is_scalar()) add(IdKind::channel, entry);
    for (const auto [key, value] : entry.entries())
      if (key.text() != "other") add_all(IdKind::channel, value);
  }

  void channels(Node value) {
    if (is_change(value)) {
      for (const auto [key, part] : value.entries())
        each(part, [&](Node one) { channel_entry(one); });
    } else {
      each_level(value, [&](Node part) {
        each(part, [&](Node one) { channel_entry(one); });
      });
    }
  }

  void facets(Node value) {
    for (const auto [key, terms] : value.entries()) {
      add(IdKind::taxonomy, key, key.text(), true);
      each(terms, [&, of = key.text()](Node term) {
        add(IdKind::term, term, term.text(), false, of);
      });
    }
  }

  void own_elements(Node value) {
    for (const auto [key, values] : value.entries()) {
      add(IdKind::element, key, key.text(), true);
      const auto ids = elements_.find(key.text());
      if (ids == elements_.end()) continue;
      each(values, [&](Node one) {
        if (ids->second.empty())
          add(IdKind::body, one);
        else
          add(IdKind::term, one, one.text(), false, ids->second);
      });
    }
  }

  /// The fields of an item, of defaults or of an adjustment.
  void item(Node fields, bool is_item) {
    if (is_item) define(IdKind::item, fields);
    for (const auto [key, value] : fields.entries()) {
      const std::string_view name = key.text();
      if (name == "domain") add(IdKind::domain, value);
      if (name == "basis") basis(value);
      if (name == "channels") channels(value);
      if (name == "facets") facets(value);
      if (name == "elements") own_elements(value);
      if (name == "flow") add(IdKind::flow, value);
      if (name == "duty") add(IdKind::limit, value);
      if (name == "after") add(IdKind::item, value);
      if (name == "body")
        each_level(value, [&](Node part) { add_all(IdKind::body, part); });
      if (name == "related" && !is_change(value)) add_all(IdKind::item, value);
      if (name == "related" && is_change(value))
        for (const auto [what, part] : value.entries())
          add_all(IdKind::item, part);
    }
  }

  void where(Node conditions) {
    constexpr std::pair<std::string_view, IdKind> known[] = {
        {"domain", IdKind::domain},   {"body", IdKind::body},
        {"channel", IdKind::channel}, {"law", IdKind::law},
        {"flow", IdKind::flow},       {"duty", IdKind::limit}};
    constexpr std::string_view others[] = {"level", "mode", "audience",
                                           "must-post"};
    for (const auto [key, value] : conditions.entries()) {
      const std::string_view name = key.text();
      const auto at =
          std::find_if(std::begin(known), std::end(known),
                       [&](const auto& one) { return one.first == name; });
      if (at != std::end(known))
        add_all(at->second, value);
      else if (std::find(std::begin(others), std::end(others), name) ==
               std::end(others))
        facet_condition(key, value);
    }
  }
  void facet_condition(Node key, Node value) {
    add(IdKind::taxonomy, key, key.text(), true);
    each(value, [&](Node term) {
      add(IdKind::term, term, term.text(), false, key.text());
    });
  }

  void target(Node operation) {
    for (const auto [key, value] : operation.entries()) {
      if (key.text() == "item") add_all(IdKind::item, value);
      if (key.text() == "where") where(value);
    }
  }

  void record(Node entry) {
    for (const auto [key, value] : entry.entries()) {
      if (key.text() == "items") add_all(IdKind::item, value);
      if (key.text() == "laws") add_all(IdKind::law, value);
    }
  }

  void seen(Node records) {
    for (const auto [fingerprint, items] : records.entries())
      for (const auto [id, fields] : items.entries())
        add(IdKind::item, id, id.text(), true);
  }

  void manifest(Node manifest) {
    for (const auto [key, value] : manifest.entries())
      if (key.text() == "layout") {
        if (value.is_scalar()) add(IdKind::layout, value);
        for (const auto [level, layout] : value.entries())
          add(IdKind::layout, layout);
      }
  }

  void bind(Node bindings) {
    for (const auto [key, value] : bindings.entries()) {
      add(IdKind::body, key, key.text().substr(0, key.text().find('@')), true);
      each(value, [&](Node player) {
        if (player.is_scalar()) add(IdKind::body, player);
        define(IdKind::body, player);
      });
    }
  }

  void adopt(Node adopt) {
    for (const auto [key, value] : adopt.entries())
      for (const Node except : value.items())
        for (const auto [name, domain] : except.entries())
          if (name.text() == "domain") add_all(IdKind::domain, domain);
  }

  void law(Node entry) {
    define(IdKind::law, entry);
    for (const auto [key, value] : entry.entries()) {
      if (key.text() == "repealed")
        for (const auto [name, by] : value.entries())
          if (name.text() == "by") add_all(IdKind::law, by);
      if (key.text() == "limits")
        for (const Node limit : value.items()) define(IdKind::limit, limit);
    }
  }

  void channel(Node entry) {
    define(IdKind::channel, entry);
    for (const auto [key, value] : entry.entries())
      if (key.text() == "domains") add_all(IdKind::domain, value);
  }

  void taxonomy(Node entry) {
    define(IdKind::taxonomy, entry);
    const std::string_view id = value_at(entry, "id");
    for (const auto [key, value] : entry.entries())
      if (key.text() == "terms")
        for (const Node term : value.items()) {
          define(IdKind::term, term, id);
          for (const auto [name, under] : term.entries())
            if (name.text() == "under")
              add(IdKind::term, under, under.text(), false, id);
        }
  }

  void element(Node entry) {
    define(IdKind::element, entry);
    for (const auto [key, value] : entry.entries())
      if (key.text() == "taxonomy") add(IdKind::taxonomy, value);
  }

  void column_value(Node value) {
    const std::string_view text = value.text();
    if (text.starts_with("facets."))
      add(IdKind::taxonomy, value, text.substr(7));
    if (text.starts_with("element."))
      add(IdKind::element, value, text.substr(8));
  }

  void columns(Node list) {
    for (const Node column : list.items())
      for (const auto [key, value] : column.entries()) {
        if (key.text() == "columns") columns(value);
        if (key.text() == "value") column_value(value);
      }
  }

  void layout(Node entry) {
    define(IdKind::layout, entry);
    for (const auto [key, value] : entry.entries()) {
      if (key.text() == "columns") columns(value);
      if (key.text() != "sort") continue;
      each(value, [&](Node by) {
        column_value(by);
        if (by.text().find('.') == std::string_view::npos)
          add(IdKind::taxonomy, by);
      });
    }
  }

  void view(Node entry) {
    define(IdKind::view, entry);
    for (const auto [key, value] : entry.entries()) {
      if (key.text() == "layout") add(IdKind::layout, value);
      if (key.text() == "group-by") add(IdKind::taxonomy, value);
      if (key.text() == "where") where(value);
    }
  }

  void flow(Node entry) {
    define(IdKind::flow, entry);
    const std::string_view id = value_at(entry, "id");
    for (const auto [key, value] : entry.entries())
      for (const Node part : value.items()) {
        if (key.text() == "nodes") define(IdKind::node, part, id);
        for (const auto [name, each] : part.entries()) {
          if (key.text() == "nodes" && name.text() == "body")
            add(IdKind::body, each);
          if (key.text() == "edges" &&
              (name.text() == "from" || name.text() == "to"))
            add(IdKind::node, each, each.text(), false, id);
        }
      }
  }

  const ElementIds& elements_;
  std::vector<Mention>& all_;
};

}  // namespace

std::string_view word(IdKind kind) {
  return kinds[static_cast<std::size_t>(kind)].first;
}

diagnostics::Words name_of(IdKind kind) {
  return kinds[static_cast<std::size_t>(kind)].second;
}

void add_elements(const syntax::Document& document, ElementIds& elements) {
  if (document.empty()) return;
  for (const auto [key, value] : document.root().entries())
    if (key.text() == "elements")
      for (const Node element : value.items()) {
        const std::string id(value_at(element, "id"));
        const std::string_view type = value_at(element, "type");
        if (type == "body") elements[id] = "";
        if (type == "term") elements[id] = value_at(element, "taxonomy");
      }
}

std::vector<Mention> mentions_in(const syntax::Document& document,
                                 const ElementIds& elements) {
  std::vector<Mention> all;
  if (!document.empty()) Walk(elements, all).file(document.root());
  return all;
}

}  // namespace catalog::model
