#include <algorithm>
#include <string>
#include <vector>

#include "emit/json/parts.h"
#include "emit/json/provenance.h"
#include "view/cells.h"

namespace catalog::emit {
namespace {

using json::Writer;
using resolve::Edition;
using resolve::Item;

void write_levels(model::Levels levels, Writer& out) {
  out.key("levels").begin_array();
  for (const model::Level level : model::all_levels)
    if (levels.contains(level)) out.value(model::word(level));
  out.end_array();
}

void write_audience(const model::Audience& audience, Writer& out) {
  out.key("audience").begin_object().member("public", audience.everyone);
  out.key("groups").begin_array();
  for (const model::Text& group : audience.groups) out.value(group.text);
  out.end_array().end_object();
}

void write_content(const Edition& edition, const Item& item, Writer& out) {
  out.key("content").begin_array();
  for (const model::ContentEntry* entry : edition.content_of(item)) {
    out.begin_object();
    out.member("text", entry->text.text);
    write_texts("parts", entry->parts, out);
    if (entry->optional) out.member("optional", true);
    if (entry->timing) {
      out.key("timing").begin_object();
      write_timing(*entry->timing, out);
      out.end_object();
    }
    if (entry->mode) out.member("mode", model::word(*entry->mode));
    if (entry->audience) write_audience(*entry->audience, out);
    if (!entry->levels.empty()) write_levels(entry->levels, out);
    out.end_object();
  }
  out.end_array();
}

/// Its English entries, those of elements that are not of this edition left
/// out.
std::vector<model::Text> english_content(const Edition& edition,
                                         const Item& item) {
  std::vector<model::Text> shown = item.en.content;
  if (shown.size() != item.content.size()) return shown;
  shown.clear();
  for (const model::ContentEntry* entry : edition.content_of(item))
    shown.push_back(
        item.en.content[static_cast<std::size_t>(entry - item.content.data())]);
  return shown;
}

void write_provisions(const std::vector<phrase::Provision>& provisions,
                      Writer& out) {
  if (provisions.empty()) return;
  constexpr std::pair<std::string_view, int phrase::Provision::*> parts[] = {
      {"chapter", &phrase::Provision::chapter},
      {"section", &phrase::Provision::section},
      {"article", &phrase::Provision::article},
      {"inserted", &phrase::Provision::inserted},
      {"paragraph", &phrase::Provision::paragraph},
      {"point", &phrase::Provision::point},
      {"last", &phrase::Provision::last}};
  out.key("provisions").begin_array();
  for (const phrase::Provision& provision : provisions) {
    out.begin_object().on_one_line();
    for (const auto& [key, part] : parts)
      if (provision.*part > 0)
        out.member(key, static_cast<std::uint64_t>(provision.*part));
    out.end_object();
  }
  out.end_array();
}

void write_basis(const Edition& edition, const Item& item, Writer& out) {
  out.key("basis").begin_array();
  for (const resolve::Citation& citation : item.basis) {
    out.begin_object();
    if (citation.law) {
      const model::Law& law = edition[*citation.law];
      out.member("law", law.id.text).member("title", law.title.text);
      write_text("number", law.number, out);
    }
    if (!citation.article.empty()) out.member("article", citation.article);
    write_provisions(citation.said().provisions, out);
    if (!citation.remark.empty()) out.member("remark", citation.remark);
    write_text("note", citation.note, out);
    out.member("text", view::citation_text(edition, citation));
    out.end_object();
  }
  out.end_array();
}

void write_timings(const Edition& edition, const Item& item, Writer& out) {
  using At = std::optional<model::Level>;
  const bool differs = edition.differs_here(item.timing);
  const model::Timing* first = nullptr;
  std::string all;
  edition.each_here(item.timing, [&](const model::Timing& timing, At at) {
    if (first == nullptr) first = &timing;
    if (!differs) return;
    if (!all.empty()) all += "；";
    if (at) (all += model::chinese(*at)) += "：";
    all += timing.phrase.text;
  });
  out.key("timing").begin_object();
  if (!differs && first != nullptr)
    write_timing(*first, out);
  else
    out.member("text", all);
  if (differs) {
    out.key("by_level").begin_array();
    edition.each_here(item.timing, [&](const model::Timing& timing, At at) {
      if (!at) return;
      out.begin_object().member("level", model::word(*at));
      write_timing(timing, out);
      out.end_object();
    });
    out.end_array();
  }
  out.end_object();
}

/// Something that publishes or is published on, and at which levels.
template <class T>
struct AtLevels {
  T value;
  model::Levels levels;
};

template <class T>
void add(const T& value, std::optional<model::Level> level,
         std::vector<AtLevels<T>>& all) {
  auto found = std::ranges::find(all, value, &AtLevels<T>::value);
  if (found == all.end()) found = all.insert(found, {value, {}});
  if (level) found->levels.insert(*level);
}

void write_bodies(const Edition& edition, const Item& item, Writer& out) {
  std::vector<AtLevels<resolve::BodyId>> bodies;
  const auto bound = edition.body_of(item);
  for (const auto& part : bound.parts)
    for (const resolve::BodyId body : part.value) add(body, part.level, bodies);
  out.key("body").begin_array();
  for (const auto& [id, levels] : bodies) {
    const model::Body& body = edition[id];
    out.begin_object()
        .member("id", body.id.text)
        .member("name", body.name.text);
    if (bound.differs()) write_levels(levels, out);
    out.end_object();
  }
  out.end_array();
}

/// A channel as an item has it. Alternatives share a number above 0.
struct Use {
  std::string_view id;  // empty for one that only the item names
  std::string_view name;
  bool is_optional = false;
  std::uint64_t any_of = 0;

  friend bool operator==(const Use&, const Use&) = default;
};

std::vector<AtLevels<Use>> uses_of(const Edition& edition, const Item& item) {
  using Kind = model::ChannelEntry::Kind;
  std::vector<AtLevels<Use>> uses;
  std::uint64_t choices = 0;
  edition.each_here(item.channels, [&](const auto& chosen, auto level) {
    for (const resolve::ChannelChoice& choice : chosen) {
      if (choice.kind == Kind::other)
        add({{}, choice.name.text, false, 0}, level, uses);
      const std::uint64_t any_of = choice.kind == Kind::any_of ? ++choices : 0;
      for (const resolve::ChannelId id : choice.channels)
        add({edition[id].id.text, edition[id].name.text,
             choice.kind == Kind::optional, any_of},
            level, uses);
    }
  });
  return uses;
}

void write_channels(const Edition& edition, const Item& item, Writer& out) {
  const bool differs = edition.differs_here(item.channels);
  out.key("channels").begin_array();
  for (const auto& [use, levels] : uses_of(edition, item)) {
    out.begin_object();
    if (!use.id.empty()) out.member("id", use.id);
    out.member("name", use.name);
    if (use.is_optional) out.member("optional", true);
    if (use.any_of > 0) out.member("any_of", use.any_of);
    if (differs) write_levels(levels, out);
    out.end_object();
  }
  out.end_array();
}

void write_audience_and_mode(const Item& item, Writer& out) {
  write_audience(item.audience, out);
  out.key("mode").begin_array();
  for (const model::Mode mode : item.modes.all) out.value(model::word(mode));
  out.end_array();
}

void write_facets(const Edition& edition, const Item& item, Writer& out) {
  out.key("facets").begin_object();
  for (std::size_t i = 0; i < edition->taxonomies.size(); ++i) {
    const auto taxonomy = edition->taxonomies.id(i);
    const auto is_of = [&](resolve::TermId term) {
      return term.taxonomy == taxonomy;
    };
    if (std::ranges::none_of(item.facets, is_of)) continue;
    out.key(edition[taxonomy].id.text).begin_array();
    for (const resolve::TermId term : item.facets)
      if (is_of(term)) out.value(edition[term].id.text);
    out.end_array();
  }
  out.end_object();
}

void write_elements(const Edition& edition, const Item& item, Writer& out) {
  out.key("elements").begin_object();
  for (const resolve::ElementValue& value : item.elements)
    write_texts(edition[value.element].id.text, value.values, out);
  out.end_object();
}

void write_waivers(const Item& item, Writer& out) {
  const auto is_whole = [](const model::Waiver& waiver) {
    return waiver.approved.on.date && waiver.until.date;
  };
  if (std::ranges::none_of(item.waivers, is_whole)) return;
  out.key("waivers").begin_array();
  for (const model::Waiver& waiver : item.waivers) {
    if (!is_whole(waiver)) continue;
    out.begin_object().member("rule", waiver.rule.text);
    out.member("reason", waiver.reason.text).key("approved").begin_object();
    out.member("by", waiver.approved.by.text);
    write_date("on", waiver.approved.on, out);
    out.end_object();
    write_date("until", waiver.until, out);
    out.end_object();
  }
  out.end_array();
}

/// What few items have.
void write_rest(const Edition& edition, const Item& item, Writer& out) {
  write_text("duty", item.duty, out);
  if (!item.related.empty()) {
    out.key("related").begin_array();
    for (const resolve::ItemId id : item.related)
      out.value(edition[id].id.text);
    out.end_array();
  }
  write_texts("column", item.column, out);
  if (item.review) {
    out.key("review").begin_object();
    out.member("every", item.review->every.text);
    write_date("last", item.review->last, out);
    out.end_object();
  }
  write_texts("replaces", item.replaces, out);
  write_texts("assumed", item.assumed, out);
  write_waivers(item, out);
  if (!item.en.name.empty() || !item.en.content.empty()) {
    out.key("en").begin_object();
    write_texts("name", item.en.name, out);
    write_texts("content", english_content(edition, item), out);
    out.end_object();
  }
  write_text("note", item.note, out);
}

}  // namespace

void write_item(const view::Publication& publication, const Item& item,
                Writer& out) {
  const Edition& edition = *publication.edition;
  out.begin_object().on_one_line();
  out.member("id", item.id.text);
  write_text("code", item.code, out);
  out.member("domain", edition[item.domain].id.text);
  write_texts("name", item.name, out);
  write_content(edition, item, out);
  write_basis(edition, item, out);
  write_timings(edition, item, out);
  write_bodies(edition, item, out);
  write_channels(edition, item, out);
  write_audience_and_mode(item, out);
  write_levels(item.levels.all, out);
  write_texts("only", item.only, out);
  if (item.must_post) out.member("must_post", true);
  write_supervision(edition.supervision_of(item), out);
  write_facets(edition, item, out);
  write_elements(edition, item, out);
  write_rest(edition, item, out);
  write_origins(publication, item, out);
  out.end_object();
}

}  // namespace catalog::emit
