#include "emit/html/search_data.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/writer.h"
#include "model/level.h"

namespace catalog::emit::site {
namespace {

template <class All, class Write>
void write_array(const All& all, std::string& out, Write write) {
  out += '[';
  bool is_first = true;
  for (const auto& each : all) {
    if (!is_first) out += ',';
    is_first = false;
    write(each);
  }
  out += ']';
}

/// Names, each once, with how many items have it.
class Names {
 public:
  /// Gives a name its place before it is used, if it ever is.
  std::size_t place(std::string_view name) {
    const auto [found, is_new] =
        index_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back({name, 0});
    return found->second;
  }
  void count(std::string_view name) { ++names_[place(name)].uses; }
  /// The most used first, else in the order of their first use.
  void sort() {
    std::ranges::stable_sort(names_, std::greater(), &Name::uses);
    for (std::uint32_t i = 0; i < names_.size(); ++i)
      index_[names_[i].name] = i;
  }
  std::uint32_t operator[](std::string_view name) const {
    return index_.at(name);
  }
  void write(std::string& out) const {
    write_array(names_, out,
                [&](const Name& each) { json::append_string(out, each.name); });
  }

 private:
  struct Name {
    std::string_view name;
    std::size_t uses = 0;
  };
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

using Strings = std::vector<std::string_view>;

void add_once(std::string_view name, Strings& names) {
  if (!name.empty() && std::ranges::find(names, name) == names.end())
    names.push_back(name);
}

/// What an item is found by, in words. Values that differ by level all count.
struct Found {
  Strings bodies;
  Strings channels;
  Strings timings;
  Strings levels;
  Strings basis;
};

Found found_by(const resolve::Edition& edition, const resolve::Item& item) {
  Found found;
  for (const auto& part : item.body.parts)
    for (const resolve::BodyId body : part.value)
      add_once(edition[body].name.text, found.bodies);
  for (const auto& part : item.channels.parts)
    for (const resolve::ChannelChoice& choice : part.value) {
      add_once(choice.name.text, found.channels);
      for (const resolve::ChannelId channel : choice.channels)
        add_once(edition[channel].name.text, found.channels);
    }
  for (const auto& part : item.timing.parts)
    add_once(part.value.phrase.text, found.timings);
  for (const model::Level level : model::all_levels)
    if (item.levels.all.contains(level))
      add_once(model::chinese(level), found.levels);
  for (const resolve::Citation& citation : item.basis)
    add_once(citation.law ? edition[*citation.law].title.text
                          : citation.written.text,
             found.basis);
  return found;
}

/// The lists that items refer to.
struct Lists {
  Names bodies;
  Names channels;
  Names timings;
  Names levels;
  Names basis;
};

Lists lists_of(const resolve::Edition& edition) {
  Lists lists;
  for (const model::Level level : model::all_levels)
    lists.levels.place(model::chinese(level));
  for (const model::Channel& channel : edition->channels)
    lists.channels.place(channel.name.text);
  const auto count = [](const Strings& names, Names& list) {
    for (const std::string_view name : names) list.count(name);
  };
  for (const resolve::ItemId id : edition.items) {
    const Found found = found_by(edition, edition[id]);
    count(found.bodies, lists.bodies);
    count(found.channels, lists.channels);
    count(found.timings, lists.timings);
    count(found.levels, lists.levels);
    count(found.basis, lists.basis);
  }
  lists.bodies.sort();
  lists.timings.sort();
  return lists;
}

void write_indices(const Strings& names, const Names& list, std::string& out) {
  out += ',';
  write_array(names, out, [&](std::string_view name) {
    out += std::to_string(list[name]);
  });
}

std::string content_of(const resolve::Item& item) {
  std::string content;
  for (const model::ContentEntry& entry : item.content) {
    if (!content.empty()) content += '\n';
    content += entry.text.text;
    for (std::size_t i = 0; i < entry.parts.size(); ++i)
      (content += i == 0 ? "：" : "、") += entry.parts[i].text;
  }
  return content;
}

void write_item(const resolve::Edition& edition, const resolve::Item& item,
                std::size_t domain, std::string_view domain_id,
                const Lists& lists, std::string& out) {
  std::string_view id = item.id.text;
  if (id.starts_with(domain_id) && id.substr(domain_id.size()).starts_with('/'))
    id.remove_prefix(domain_id.size());
  (out += '[') += std::to_string(domain);
  json::append_string(out += ',', id);
  out += ',';
  write_array(item.name, out, [&](const model::Text& name) {
    json::append_string(out, name.text);
  });
  json::append_string(out += ',', content_of(item));
  const Found found = found_by(edition, item);
  write_indices(found.bodies, lists.bodies, out);
  write_indices(found.channels, lists.channels, out);
  write_indices(found.timings, lists.timings, out);
  write_indices(found.levels, lists.levels, out);
  write_indices(found.basis, lists.basis, out);
  out += ']';
}

/// The items that a page shows; the others could not be gone to.
void write_items(const Site& site, const Lists& lists, std::string& out) {
  const auto& domains = site.publication.domains;
  bool is_first = true;
  for (const resolve::ItemId id : site.edition.items) {
    const view::Table* page = site.page_of_item[static_cast<std::size_t>(id)];
    if (!page) continue;
    out += is_first ? "\n" : ",\n";
    is_first = false;
    const auto domain = static_cast<std::size_t>(page - domains.data());
    write_item(site.edition, site.edition[id], domain, page->id, lists, out);
  }
}

}  // namespace

std::string search_data(const Site& site) {
  const Lists lists = lists_of(site.edition);
  std::string out = "window.catalogData = {\n\"domains\":";
  write_array(site.publication.domains, out, [&](const view::Table& table) {
    json::append_string(out += '[', table.id);
    json::append_string(out += ',', table.name);
    out += ']';
  });
  lists.bodies.write(out += ",\n\"bodies\":");
  lists.channels.write(out += ",\n\"channels\":");
  lists.timings.write(out += ",\n\"timings\":");
  lists.levels.write(out += ",\n\"levels\":");
  lists.basis.write(out += ",\n\"basis\":");
  write_items(site, lists, out += ",\n\"items\":[");
  out += "\n]};\n";
  return out;
}

}  // namespace catalog::emit::site
