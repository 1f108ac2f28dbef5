#include "emit/json/provenance.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "source/lines.h"

namespace catalog::emit {
namespace {

using json::Writer;
using resolve::Item;
using source::Span;

/// The places that set a field, the last one first.
std::vector<Span> chain_of(const resolve::Edition& edition, const Item& item,
                           model::ItemField field) {
  std::vector<Span> chain;
  if (field == model::ItemField::body) chain = edition.bound_by(item);
  const model::Origins& origins = edition->origins;
  for (auto id = item.origin_of(field); id != model::OriginId::none;
       id = origins[id].below)
    chain.push_back(origins[id].span);
  return chain;
}

/// Keys of outputs have `_` where those of the source language have `-`.
std::string key_of(model::ItemField field) {
  std::string key(word(field));
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

/// Writes every field's chain under its key; `more` adds to a place's members.
template <class More>
void write_chains(const view::Publication& publication, const Item& item,
                  Writer& out, More more) {
  const resolve::Edition& edition = *publication.edition;
  for (std::size_t i = 0; i < model::item_fields; ++i) {
    const auto field = static_cast<model::ItemField>(i);
    const std::vector<Span> chain = chain_of(edition, item, field);
    if (chain.empty()) continue;
    out.key(key_of(field)).begin_array();
    for (const Span& span : chain) {
      out.begin_object();
      out.member("catalog", edition->layer_of(span).id.text);
      out.member("file", (*publication.sources)[span.file].path);
      more(span);
      out.end_object();
    }
    out.end_array();
  }
}

}  // namespace

void write_origins(const view::Publication& publication, const Item& item,
                   Writer& out) {
  if (publication.sources == nullptr) return;
  out.key("origins").begin_object();
  write_chains(publication, item, out, [](const Span&) {});
  out.end_object();
}

std::string provenance_of(const view::Publication& publication) {
  const source::SourceTree& sources = *publication.sources;
  std::unordered_map<std::uint32_t, source::Lines> lines;
  std::string bytes;
  Writer out(bytes);
  out.begin_object();
  out.key("items").begin_object();
  for (const resolve::ItemId id : publication.edition->items) {
    const Item& item = (*publication.edition)[id];
    out.key(item.id.text).begin_object().on_one_line();
    write_chains(publication, item, out, [&](const Span& span) {
      const auto [at, is_new] = lines.try_emplace(
          static_cast<std::uint32_t>(span.file), sources[span.file].bytes);
      const source::Position place = at->second.position(span.begin);
      out.member("line", std::uint64_t{place.line});
      out.member("column", std::uint64_t{place.column});
    });
    out.end_object();
  }
  out.end_object().end_object();
  return bytes + "\n";
}

}  // namespace catalog::emit
