#include "resolve/fields.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace catalog::resolve {
namespace {

using model::Item;
using model::ItemField;
using model::Text;

bool same(const Text& a, const Text& b) { return a.text == b.text; }
bool same(bool a, bool b) { return a == b; }
bool same(const std::optional<int>& a, const std::optional<int>& b) {
  return a == b;
}
bool same(const model::WrittenDate& a, const model::WrittenDate& b) {
  return a.date == b.date;
}
bool same(const model::Timing& a, const model::Timing& b);
bool same(const model::Supervision& a, const model::Supervision& b);
bool same(const model::Audience& a, const model::Audience& b);
bool same(const model::FacetEntry& a, const model::FacetEntry& b);
bool same(const model::ElementEntry& a, const model::ElementEntry& b);
bool same(const model::Review& a, const model::Review& b);
bool same(const model::Translation& a, const model::Translation& b);
bool same(const model::ContentEntry& a, const model::ContentEntry& b) {
  return is_same(a, b);
}
bool same(const model::BasisEntry& a, const model::BasisEntry& b) {
  return is_same(a, b);
}
bool same(const model::ChannelEntry& a, const model::ChannelEntry& b) {
  return is_same(a, b);
}

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& x, const T& y) { return same(x, y); });
}
template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <class T>
bool same(const model::Rare<T>& a, const model::Rare<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <class T>
bool same(const model::PerLevel<T>& a, const model::PerLevel<T>& b) {
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(),
                    b.parts.end(), [](const auto& x, const auto& y) {
                      return x.level == y.level && same(x.value, y.value);
                    });
}

bool same(const model::Timing& a, const model::Timing& b) {
  return same(a.phrase, b.phrase);
}
bool same(const model::Supervision& a, const model::Supervision& b) {
  return same(a.phone, b.phone) && same(a.office, b.office) &&
         same(a.url, b.url);
}
bool same(const model::FacetEntry& a, const model::FacetEntry& b) {
  return same(a.taxonomy, b.taxonomy) && same(a.terms, b.terms);
}
bool same(const model::ElementEntry& a, const model::ElementEntry& b) {
  return same(a.element, b.element) && same(a.values, b.values);
}
bool same(const model::Review& a, const model::Review& b) {
  return same(a.every, b.every) && same(a.last, b.last);
}
bool same(const model::Audience& a, const model::Audience& b) {
  return a.everyone == b.everyone && same(a.groups, b.groups);
}
bool same(const model::Modes& a, const model::Modes& b) {
  return a.all == b.all;
}
bool same(const model::LevelsWritten& a, const model::LevelsWritten& b) {
  return a.all == b.all;
}
bool same(const model::Translation& a, const model::Translation& b) {
  return same(a.name, b.name) && same(a.content, b.content);
}

/// How a field is compared and taken over.
struct Way {
  ItemField field;
  bool (*is_same)(const Item& a, const Item& b);
  void (*take)(const Item& from, Item& into);
};

template <auto Member>
constexpr Way plain(ItemField field) {
  return {
      field,
      [](const Item& a, const Item& b) { return same(a.*Member, b.*Member); },
      [](const Item& from, Item& into) { into.*Member = from.*Member; }};
}

/// Entries with the key of an entry of `from` are replaced, others stay.
template <class Entry, class KeyOf>
void take_by_key(const std::vector<Entry>& from, std::vector<Entry>& into,
                 KeyOf key_of) {
  for (const Entry& entry : from) {
    const auto at = std::find_if(into.begin(), into.end(), [&](const Entry& e) {
      return same(key_of(e), key_of(entry));
    });
    if (at == into.end())
      into.push_back(entry);
    else
      *at = entry;
  }
}

/// Whether all that `part` says is said in `whole`, key by key.
template <class Entry>
bool is_within(const std::vector<Entry>& part,
               const std::vector<Entry>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const Entry& entry) {
    return std::any_of(whole.begin(), whole.end(),
                       [&](const Entry& e) { return same(e, entry); });
  });
}

constexpr Way ways[] = {
    plain<&Item::code>(ItemField::code),
    plain<&Item::name>(ItemField::name),
    plain<&Item::order>(ItemField::order),
    plain<&Item::after>(ItemField::after),
    plain<&Item::content>(ItemField::content),
    plain<&Item::basis>(ItemField::basis),
    plain<&Item::timing>(ItemField::timing),
    plain<&Item::body>(ItemField::body),
    plain<&Item::channels>(ItemField::channels),
    plain<&Item::audience>(ItemField::audience),
    plain<&Item::modes>(ItemField::mode),
    plain<&Item::levels>(ItemField::levels),
    plain<&Item::must_post>(ItemField::must_post),
    plain<&Item::supervision>(ItemField::supervision),
    {ItemField::facets,
     [](const Item& a, const Item& b) { return is_within(a.facets, b.facets); },
     [](const Item& from, Item& into) {
       take_by_key(from.facets, into.facets,
                   [](const auto& entry) { return entry.taxonomy; });
     }},
    {ItemField::elements,
     [](const Item& a, const Item& b) {
       return is_within(a.elements, b.elements);
     },
     [](const Item& from, Item& into) {
       take_by_key(from.elements, into.elements,
                   [](const auto& entry) { return entry.element; });
     }},
    plain<&Item::duty>(ItemField::duty),
    plain<&Item::related>(ItemField::related),
    plain<&Item::flow>(ItemField::flow),
    plain<&Item::column>(ItemField::column),
    plain<&Item::review>(ItemField::review),
    plain<&Item::en>(ItemField::en),
    plain<&Item::note>(ItemField::note),
};

const Way* way_of(ItemField field) {
  const auto* const way =
      std::find_if(std::begin(ways), std::end(ways),
                   [&](const Way& each) { return each.field == field; });
  return way == std::end(ways) ? nullptr : way;
}

}  // namespace

bool is_same(const model::ContentEntry& a, const model::ContentEntry& b) {
  return same(a.text, b.text) && same(a.parts, b.parts) &&
         same(a.timing, b.timing) && a.mode == b.mode &&
         same(a.audience, b.audience) && a.levels == b.levels &&
         same(a.note, b.note) && a.optional == b.optional;
}

bool is_same(const model::BasisEntry& a, const model::BasisEntry& b) {
  return a.kind == b.kind && same(a.written, b.written) && same(a.law, b.law) &&
         same(a.article, b.article) && same(a.note, b.note);
}

bool is_same(const model::ChannelEntry& a, const model::ChannelEntry& b) {
  return a.kind == b.kind && same(a.ids, b.ids) && same(a.name, b.name);
}

bool is_same(const Item& a, const Item& b, ItemField field) {
  const Way* const way = way_of(field);
  return way == nullptr || way->is_same(a, b);
}

void take(const Item& from, Item& into, ItemField field) {
  if (const Way* const way = way_of(field)) way->take(from, into);
}

}  // namespace catalog::resolve
