#include "emit/html/search_data.h"

#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "emit/html/search_facets.h"
#include "json/writer.h"
#include "unicode/pinyin.h"
#include "unicode/utf8.h"

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

void write_strings(const Strings& strings, std::string& out) {
  write_array(strings, out,
              [&](std::string_view each) { json::append_string(out, each); });
}

Strings timings_of(const resolve::Item& item) {
  Strings timings;
  for (const auto& part : item.timing.parts)
    add_once(part.value.phrase.text, timings);
  return timings;
}

Strings basis_of(const resolve::Edition& edition, const resolve::Item& item) {
  Strings basis;
  for (const resolve::Citation& citation : item.basis)
    add_once(citation.law ? edition[*citation.law].title.text
                          : citation.written.text,
             basis);
  return basis;
}

std::string content_of(const resolve::Edition& edition,
                       const resolve::Item& item) {
  std::string content;
  for (const model::ContentEntry* entry : edition.content_of(item)) {
    if (!content.empty()) content += '\n';
    content += entry->text.text;
    for (std::size_t i = 0; i < entry->parts.size(); ++i)
      (content += i == 0 ? "：" : "、") += entry->parts[i].text;
  }
  return content;
}

/// Writes the data, part after part.
class Writer {
 public:
  explicit Writer(const Site& site)
      : site_(site), edition_(site.edition), facets_(search_facets(site)) {}

  std::string write() {
    for (const resolve::ItemId id : edition_.items) {
      for (const auto timing : timings_of(edition_[id])) timings_.place(timing);
      for (const auto law : basis_of(edition_, edition_[id])) basis_.place(law);
    }
    out_ = "window.catalogData = {\n\"domains\":";
    write_array(site_.publication.domains, out_, [&](const view::Table& table) {
      json::append_string(out_ += '[', table.id);
      json::append_string(out_ += ',', table.name);
      out_ += ']';
    });
    write_facets();
    timings_.write(out_ += ",\n\"timings\":");
    basis_.write(out_ += ",\n\"basis\":");
    write_initials();
    write_items();
    return std::move(out_ += "};\n");
  }

 private:
  void write_facets() {
    out_ += ",\n\"facets\":";
    write_array(facets_, out_, [&](const Facet& facet) {
      json::append_string(out_ += "\n[", facet.key);
      json::append_string(out_ += ',', facet.title);
      facet.names.write(out_ += ',');
      out_ += ',';
      if (facet.keys.empty())
        out_ += "null";
      else
        write_strings(facet.keys, out_);
      out_ += ']';
    });
  }

  /// The characters of names and domains, by the letter they are typed with.
  void write_initials() {
    std::set<char32_t> characters;
    const auto add = [&](std::string_view text) {
      for (const char32_t each : unicode::CodePoints(text))
        if (each >= 0x2E80) characters.insert(each);
    };
    for (const resolve::ItemId id : edition_.items)
      for (const model::Text& name : edition_[id].name) add(name.text);
    for (const view::Table& table : site_.publication.domains) add(table.name);
    std::array<std::string, 26> letters;
    for (const char32_t each : characters)
      if (const char initial = unicode::pinyin_initial(each); initial != 0)
        unicode::append(letters[static_cast<std::size_t>(initial - 'a')], each);
    out_ += ",\n\"initials\":";
    write_array(letters, out_, [&](const std::string& letter) {
      json::append_string(out_, letter);
    });
  }

  /// The items that a page shows; the others could not be gone to.
  void write_items() {
    out_ += ",\n\"items\":[";
    const auto& domains = site_.publication.domains;
    bool is_first = true;
    for (const resolve::ItemId id : edition_.items) {
      const view::Table* page =
          site_.page_of_item[static_cast<std::size_t>(id)];
      if (!page) continue;
      out_ += is_first ? "\n" : ",\n";
      is_first = false;
      const auto domain = static_cast<std::size_t>(page - domains.data());
      write_item(edition_[id], domain, page->id);
    }
    out_ += "\n]";
  }

  void write_item(const resolve::Item& item, std::size_t domain,
                  std::string_view domain_id) {
    std::string_view id = item.id.text;
    if (id.starts_with(domain_id) &&
        id.substr(domain_id.size()).starts_with('/'))
      id.remove_prefix(domain_id.size());
    (out_ += '[') += std::to_string(domain);
    json::append_string(out_ += ',', id);
    out_ += ',';
    write_array(item.name, out_, [&](const model::Text& name) {
      json::append_string(out_, name.text);
    });
    json::append_string(out_ += ',', content_of(edition_, item));
    write_indices(timings_of(item), timings_);
    write_indices(basis_of(edition_, item), basis_);
    for (const Facet& facet : facets_)
      write_indices(facet.names_of(item), facet.names);
    out_ += ']';
  }

  void write_indices(const Strings& names, const Names& list) {
    out_ += ',';
    write_array(names, out_, [&](std::string_view name) {
      out_ += std::to_string(list[name]);
    });
  }

  const Site& site_;
  const resolve::Edition& edition_;
  std::vector<Facet> facets_;
  Names timings_;
  Names basis_;
  std::string out_;
};

}  // namespace

std::string search_data(const Site& site) { return Writer(site).write(); }

}  // namespace catalog::emit::site
