#include "emit/index.h"

#include <algorithm>
#include <span>

#include "emit/html/markup.h"
#include "emit/html/theme_sheet.h"
#include "json/writer.h"
#include "resolve/places.h"
#include "source/embedded.h"

namespace catalog::emit::site {

/// The style sheets, scripts and pictures of emit/html/assets.
std::span<const source::EmbeddedFile> embedded_files();

}  // namespace catalog::emit::site

namespace catalog::emit {
namespace {

using site::Markup;
using site::text;

bool has(const IndexEntry& entry, std::string_view format) {
  return std::find(entry.formats.begin(), entry.formats.end(), format) !=
         entry.formats.end();
}

/// The list's words, in the language of the sites that it leads to.
class Interface {
 public:
  explicit Interface(const view::Publication& first) {
    const auto& languages = (*first.edition)->manifest.site_langs;
    is_english = !languages.empty() && languages[0].text == "en";
  }
  site::Text say(std::string_view chinese, std::string_view english) const {
    return text(is_english ? english : chinese);
  }
  bool is_english = false;
};

/// The files of an edition that a person opens.
void write_links(const Interface& words, const IndexEntry& entry, Markup& out) {
  const struct {
    std::string_view format, file;
    site::Text name;
  } files[] = {{"html", "index.html", words.say("网页", "Site")},
               {"xlsx", "catalog.xlsx", words.say("工作簿", "Workbook")},
               {"json", "catalog.json", words.say("数据", "Data")}};
  for (const auto& [format, file, name] : files)
    if (has(entry, format))
      out << "<a href=\"" << text(entry.folder) << "/" << text(file) << "\">"
          << name << "</a> ";
}

std::string level_name(const Interface& words, const IndexEntry& entry) {
  const auto level = model::level_of(entry.level);
  if (!level || words.is_english) return entry.level;
  return std::string(model::chinese(*level));
}

/// How many editions an entry lies below, for its indentation.
std::size_t depth_of(const std::vector<IndexEntry>& entries,
                     const IndexEntry& entry) {
  std::size_t depth = 0;
  for (const IndexEntry* at = &entry; depth < 6; ++depth) {
    const auto above =
        std::find_if(entries.begin(), entries.end(), [&](const IndexEntry& e) {
          return !at->under.empty() && e.folder == at->under && &e != at;
        });
    if (above == entries.end()) break;
    at = &*above;
  }
  return depth;
}

/// The entries with those below each right behind it.
void collect(const std::vector<IndexEntry>& all, std::string_view under,
             std::vector<const IndexEntry*>& into) {
  if (into.size() >= all.size()) return;
  for (const IndexEntry& entry : all)
    if (entry.under == under) {
      into.push_back(&entry);
      if (!entry.folder.empty()) collect(all, entry.folder, into);
    }
}

std::vector<const IndexEntry*> in_tree_order(
    const std::vector<IndexEntry>& entries) {
  std::vector<const IndexEntry*> ordered;
  collect(entries, "", ordered);
  for (const IndexEntry& entry : entries)
    if (std::find(ordered.begin(), ordered.end(), &entry) == ordered.end())
      ordered.push_back(&entry);
  return ordered;
}

/// Nothing but the style sheet beside it, as on the pages of the editions.
void write_head(const Interface& words, std::string_view title, Markup& out) {
  out << "<!doctype html>\n<html lang=\"" << words.say("zh-CN", "en")
      << "\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
         "default-src 'none'; style-src 'self'; base-uri 'none'; "
         "form-action 'none'\">\n"
         "<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
      << text(title)
      << "</title>\n<link rel=\"stylesheet\" href=\"index.css\">\n</head>\n";
}

void write_row(const Interface& words, const std::vector<IndexEntry>& entries,
               const IndexEntry& entry, Markup& out) {
  out << "<tr><th scope=\"row\" class=\"d" << depth_of(entries, entry) << "\">"
      << text(entry.place);
  if (entry.is_assumed)
    out << " <span class=\"count\">"
        << words.say("（示例，非实有地名）", "(made up, as an example)")
        << "</span>";
  out << "</th><td>" << text(level_name(words, entry))
      << "</td><td class=\"code\">" << text(entry.folder)
      << "</td><td class=\"n\" data-unit=\"" << words.say(" 项", " items")
      << "\">" << entry.items << "</td><td>";
  write_links(words, entry, out);
  out << "</td></tr>\n";
}

Markup page_of(const view::Publication& first,
               const std::vector<IndexEntry>& entries) {
  const Interface words(first);
  const model::Manifest& manifest = (*first.edition)->manifest;
  const std::string_view title =
      words.is_english && !manifest.english_title.empty()
          ? manifest.english_title.text
          : std::string_view(first.title);
  Markup out;
  write_head(words, title, out);
  out << "<body>\n<main class=\"wide\">\n<div class=\"title\">\n<h1>"
      << text(title) << "</h1>\n<p class=\"under\">"
      << words.say("共 ", "Editions: ") << entries.size()
      << words.say(" 套目录", "");
  if (!first.version.empty())
    out << words.say("，版本：", ", version: ") << text(first.version);
  out << words.say("，日期：", ", date: ") << text(first.date)
      << "</p>\n</div>\n<table>\n<caption class=\"unseen\">"
      << words.say("各地目录", "Editions by place")
      << "</caption>\n<thead><tr><th scope=\"col\">"
      << words.say("地方", "Place") << "</th><th scope=\"col\">"
      << words.say("层级", "Level") << "</th><th scope=\"col\" class=\"code\">"
      << words.say("区划代码", "Code") << "</th><th scope=\"col\" class=\"n\">"
      << words.say("事项数", "Items") << "</th><th scope=\"col\">"
      << words.say("查看", "Open") << "</th></tr></thead>\n<tbody>\n";
  for (const IndexEntry* entry : in_tree_order(entries))
    write_row(words, entries, *entry, out);
  out << "</tbody>\n</table>\n</main>\n</body>\n</html>\n";
  return out;
}

/// The frame of the editions' own sites, and what the list needs.
std::string sheet_of(const view::Publication& first) {
  std::string sheet;
  for (const std::string_view name : {"site.css", "index.css"})
    for (const source::EmbeddedFile& file : site::embedded_files())
      if (file.path == name) sheet += file.bytes;
  return sheet + site::theme_sheet(site::theme_of(first));
}

std::string json_of(const view::Publication& first,
                    const std::vector<IndexEntry>& entries) {
  std::string bytes;
  json::Writer out(bytes);
  out.begin_object();
  out.member("title", first.title)
      .member("date", days::iso(first.edition->date));
  if (!first.version.empty()) out.member("version", first.version);
  out.key("editions").begin_array();
  for (const IndexEntry& entry : entries) {
    out.begin_object().on_one_line();
    out.member("code", entry.folder).member("name", entry.place);
    out.member("level", entry.level);
    if (!entry.under.empty()) out.member("under", entry.under);
    if (entry.is_assumed) out.member("assumed", true);
    out.member("items", std::uint64_t{entry.items});
    out.key("outputs").begin_array();
    for (const std::string& format : entry.formats) out.value(format);
    out.end_array().end_object();
  }
  out.end_array().end_object();
  return bytes + "\n";
}

}  // namespace

std::string folder_of(const resolve::Edition& edition) {
  return std::string(edition.code.empty() ? edition->manifest.id.text
                                          : edition.code);
}

IndexEntry entry_of(const view::Publication& publication, std::string folder) {
  const resolve::Edition& edition = *publication.edition;
  IndexEntry entry;
  entry.folder = std::move(folder);
  entry.place = publication.place;
  entry.level = model::word(edition.level);
  entry.items = edition.items.size();
  entry.formats = publication.formats;
  if (const model::Jurisdiction* const place = edition.jurisdiction) {
    entry.is_assumed = place->assumed;
    if (edition.is_of_place_below)
      if (const auto* const above =
              resolve::above(edition->jurisdictions, *place))
        entry.under = above->code.text;
  }
  return entry;
}

void index(const view::Publication& first,
           const std::vector<IndexEntry>& entries, const Sink& sink) {
  sink.put("index.html", page_of(first, entries).bytes());
  sink.put("index.css", sheet_of(first));
  sink.put("index.json", json_of(first, entries));
}

}  // namespace catalog::emit
