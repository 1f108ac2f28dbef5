#include "sync/drafts.h"

#include <algorithm>
#include <utility>

namespace catalog::sync {
namespace {

using model::ItemField;
using model::Text;
using resolve::Item;
using syntax::Draft;
using syntax::Kind;

Draft text(std::string_view value) { return Draft::of(std::string(value)); }

Draft texts(const std::vector<Text>& values) {
  std::vector<Draft> all;
  for (const Text& each : values) all.push_back(text(each.text));
  return Draft::list(std::move(all));
}

template <class T, class Write>
std::optional<Draft> per_level(const resolve::Edition& edition,
                               const model::PerLevel<T>& value, Write write) {
  std::optional<Draft> same;
  Draft levels = Draft::mapping({});
  edition.each_here(value, [&](const T& here, auto level) {
    if (level)
      set(levels, word(*level), write(here));
    else
      same = write(here);
  });
  if (!edition.differs_here(value)) return same;
  return Draft::mapping({{"by-level", std::move(levels)}});
}

Draft audience(const model::Audience& audience) {
  std::vector<Draft> all;
  if (audience.everyone) all.push_back(text("public"));
  for (const Text& each : audience.groups)
    all.push_back(Draft::mapping({{"group", text(each.text)}}));
  return one_or_list(std::move(all));
}

Draft level_words(model::Levels levels) {
  std::vector<Draft> all;
  for (const model::Level level : model::all_levels)
    if (levels.contains(level)) all.push_back(text(word(level)));
  return Draft::list(std::move(all));
}

Draft content_entry(const model::ContentEntry& entry) {
  if (entry.parts.empty() && !entry.optional && !entry.timing && !entry.mode &&
      !entry.audience && entry.levels.empty() && !entry.note)
    return text(entry.text.text);
  Draft draft = Draft::mapping({{"text", text(entry.text.text)}});
  if (!entry.parts.empty()) set(draft, "parts", texts(entry.parts));
  if (entry.optional) set(draft, "optional", Draft::literal("true"));
  if (entry.timing) set(draft, "timing", text(entry.timing->phrase.text));
  if (entry.mode) set(draft, "mode", text(word(*entry.mode)));
  if (entry.audience) set(draft, "audience", audience(*entry.audience));
  if (!entry.levels.empty()) set(draft, "levels", level_words(entry.levels));
  if (entry.note) set(draft, "note", text(entry.note->text));
  return draft;
}

Draft basis_entry(const resolve::Citation& citation) {
  using CitationKind = resolve::Citation::Kind;
  const std::string_view written = citation.written.text;
  const bool is_id = citation.kind == CitationKind::id;
  const bool lacks_article =
      is_id && !citation.article.empty() && written.find(' ') == written.npos;
  if (!lacks_article && citation.note.empty() &&
      citation.kind != CitationKind::text)
    return text(written);
  Draft draft = Draft::mapping({});
  if (is_id) {
    set(draft, "law", text(written.substr(0, written.find(' '))));
    if (!citation.article.empty())
      set(draft, "article", text(citation.article));
  } else {
    set(draft, "text", text(written));
  }
  if (!citation.note.empty()) set(draft, "note", text(citation.note.text));
  return draft;
}

/// An entry that cites several texts stands once.
Draft basis(const Item& item) {
  std::vector<Draft> all;
  for (std::size_t i = 0; i < item.basis.size(); ++i)
    if (i == 0 || item.basis[i].written.span != item.basis[i - 1].written.span)
      all.push_back(basis_entry(item.basis[i]));
  return Draft::list(std::move(all));
}

Draft channel_entry(const resolve::Edition& edition,
                    const resolve::ChannelChoice& choice) {
  std::vector<Draft> ids;
  for (const resolve::ChannelId id : choice.channels)
    ids.push_back(text(edition[id].id.text));
  using Choice = model::ChannelEntry::Kind;
  switch (choice.kind) {
    case Choice::one: return ids.empty() ? text("") : ids.front();
    case Choice::any_of:
      return Draft::mapping({{"any-of", Draft::list(std::move(ids))}});
    case Choice::optional:
      return Draft::mapping({{"optional", Draft::list(std::move(ids))}});
    case Choice::other:
      return Draft::mapping({{"other", text(choice.name.text)}});
  }
  return {};
}

Draft supervision(const model::Supervision& from) {
  Draft draft = Draft::mapping({});
  if (!from.phone.empty()) set(draft, "phone", text(from.phone.text));
  if (!from.office.empty()) set(draft, "office", text(from.office.text));
  if (!from.url.empty()) set(draft, "url", text(from.url.text));
  return draft;
}

Draft facets(const resolve::Edition& edition, const Item& item) {
  Draft draft = Draft::mapping({});
  for (const resolve::TermId term : item.facets) {
    const std::string_view key = edition[term.taxonomy].id.text;
    if (find(draft, key) == nullptr) set(draft, key, Draft::list({}));
    find(draft, key)->values.push_back(text(edition[term].id.text));
  }
  return draft;
}

Draft elements(const resolve::Edition& edition, const Item& item) {
  Draft draft = Draft::mapping({});
  for (const resolve::ElementValue& each : item.elements) {
    std::vector<Draft> values;
    for (const Text& value : each.values) values.push_back(text(value.text));
    set(draft, edition[each.element].id.text, one_or_list(std::move(values)));
  }
  return draft;
}

std::optional<Draft> unless_empty(Draft draft) {
  if (draft.kind == Kind::scalar ? draft.text.empty() : draft.values.empty())
    return std::nullopt;
  return draft;
}

}  // namespace

Draft draft_of(syntax::Node node) {
  Draft draft;
  draft.kind = node.kind();
  if (node.is_scalar()) draft.text = node.text();
  draft.is_literal = node.is_scalar() && node.is_plain() &&
                     (draft.text == "true" || draft.text == "false");
  for (const syntax::Node each : node.items())
    draft.values.push_back(draft_of(each));
  for (const auto [key, value] : node.entries()) {
    draft.keys.emplace_back(key.text());
    draft.values.push_back(draft_of(value));
  }
  return draft;
}

bool is_same(const Draft& a, const Draft& b) {
  if (a.kind != b.kind || a.text != b.text ||
      a.values.size() != b.values.size())
    return false;
  if (a.kind == Kind::mapping)
    return std::all_of(a.keys.begin(), a.keys.end(), [&](const auto& key) {
      const Draft* const other = find(b, key);
      return other != nullptr && is_same(*find(a, key), *other);
    });
  return std::equal(
      a.values.begin(), a.values.end(), b.values.begin(),
      [](const Draft& x, const Draft& y) { return is_same(x, y); });
}

std::optional<Draft> draft_of(const resolve::Edition& edition, const Item& item,
                              ItemField field) {
  switch (field) {
    case ItemField::code: return unless_empty(text(item.code.text));
    case ItemField::name: return texts(item.name);
    case ItemField::content: {
      std::vector<Draft> all;
      for (const auto& entry : item.content)
        all.push_back(content_entry(entry));
      return Draft::list(std::move(all));
    }
    case ItemField::basis: return unless_empty(basis(item));
    case ItemField::timing:
      return per_level(edition, item.timing, [](const model::Timing& timing) {
        return text(timing.phrase.text);
      });
    case ItemField::body:
      return per_level(edition, item.body, [&](const auto& bodies) {
        std::vector<Draft> ids;
        for (const resolve::BodyId id : bodies)
          ids.push_back(text(edition[id].id.text));
        return one_or_list(std::move(ids));
      });
    case ItemField::channels:
      return per_level(edition, item.channels, [&](const auto& choices) {
        std::vector<Draft> all;
        for (const resolve::ChannelChoice& each : choices)
          all.push_back(channel_entry(edition, each));
        return Draft::list(std::move(all));
      });
    case ItemField::audience: return unless_empty(audience(item.audience));
    case ItemField::mode: {
      std::vector<Draft> all;
      for (const model::Mode mode : item.modes.all)
        all.push_back(text(word(mode)));
      return unless_empty(one_or_list(std::move(all)));
    }
    case ItemField::levels: return unless_empty(level_words(item.levels.all));
    case ItemField::must_post:
      return Draft::literal(item.must_post ? "true" : "false");
    case ItemField::supervision:
      return item.supervision ? unless_empty(supervision(*item.supervision))
                              : std::nullopt;
    case ItemField::facets: return unless_empty(facets(edition, item));
    case ItemField::elements: return unless_empty(elements(edition, item));
    case ItemField::column: return unless_empty(texts(item.column));
    case ItemField::note: return unless_empty(text(item.note.text));
    default: return std::nullopt;
  }
}

const Draft* find(const Draft& mapping, std::string_view key) {
  for (std::size_t i = 0; i < mapping.keys.size(); ++i)
    if (mapping.keys[i] == key) return &mapping.values[i];
  return nullptr;
}

Draft* find(Draft& mapping, std::string_view key) {
  return const_cast<Draft*>(find(std::as_const(mapping), key));
}

void set(Draft& mapping, std::string_view key, Draft value) {
  if (Draft* const there = find(mapping, key)) {
    *there = std::move(value);
    return;
  }
  mapping.kind = Kind::mapping;
  mapping.keys.emplace_back(key);
  mapping.values.push_back(std::move(value));
}

void erase(Draft& mapping, std::string_view key) {
  for (std::size_t i = 0; i < mapping.keys.size(); ++i)
    if (mapping.keys[i] == key) {
      mapping.keys.erase(mapping.keys.begin() + static_cast<std::ptrdiff_t>(i));
      mapping.values.erase(mapping.values.begin() +
                           static_cast<std::ptrdiff_t>(i));
      return;
    }
}

std::vector<Draft> items_of(const std::optional<Draft>& draft) {
  if (!draft) return {};
  if (draft->kind == Kind::sequence) return draft->values;
  return {*draft};
}

bool is_list(const std::optional<Draft>& draft) {
  return draft && draft->kind == syntax::Kind::sequence;
}

Draft one_or_list(std::vector<Draft> all, bool stays_list) {
  if (all.size() == 1 && !stays_list) return std::move(all.front());
  return Draft::list(std::move(all));
}

}  // namespace catalog::sync
