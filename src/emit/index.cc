#include "emit/index.h"

#include <fmt/format.h>

#include <algorithm>

#include "json/writer.h"

namespace catalog::emit {
namespace {

/// Small enough to stand in the page: the index lies above the editions, each
/// of which has its own style sheet.
constexpr std::string_view style = R"(
:root{color-scheme:light dark}
body{margin:0 auto;max-width:64rem;padding:2rem 1rem;line-height:1.75;
font-family:"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei",
"Noto Sans CJK SC","Source Han Sans SC",sans-serif;font-size:1.0625rem}
h1{font-size:1.6rem;line-height:1.4;margin:0}
p{margin:.25rem 0 1.5rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #8888;padding:.4rem .6rem;text-align:left}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
a{color:LinkText}
@media print{a{color:inherit;text-decoration:none}}
)";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += c;
    }
  return safe;
}

bool has(const IndexEntry& entry, std::string_view format) {
  return std::find(entry.formats.begin(), entry.formats.end(), format) !=
         entry.formats.end();
}

/// The files of an edition that a person opens.
std::string links_of(const IndexEntry& entry) {
  std::string links;
  const auto add = [&](std::string_view format, std::string_view file,
                       std::string_view name) {
    if (!has(entry, format)) return;
    if (!links.empty()) links += " · ";
    links += fmt::format("<a href=\"{}/{}\">{}</a>", escaped(entry.folder),
                         file, name);
  };
  add("html", "index.html", "网页");
  add("xlsx", "catalog.xlsx", "工作簿");
  add("json", "catalog.json", "数据");
  return links;
}

std::string level_name(const IndexEntry& entry) {
  const auto level = model::level_of(entry.level);
  return level ? std::string(model::chinese(*level)) : std::string();
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

std::string page_of(const view::Publication& first,
                    const std::vector<IndexEntry>& entries) {
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n"
      "<h1>{0}</h1>\n<p>共 {2} 套目录",
      escaped(first.title), style, entries.size());
  if (!first.version.empty())
    page += fmt::format("　版本：{}", escaped(first.version));
  page += fmt::format(
      "　{}</p>\n<table>\n<thead><tr><th>地方</th><th>层级</th>"
      "<th>区划代码</th><th class=\"n\">事项数</th><th>查看</th></tr>"
      "</thead>\n<tbody>\n",
      escaped(first.date));
  for (const IndexEntry* entry : in_tree_order(entries))
    page += fmt::format(
        "<tr><td style=\"padding-left:{}em\">{}{}</td><td>{}</td><td>{}</td>"
        "<td class=\"n\">{}</td><td>{}</td></tr>\n",
        static_cast<double>(depth_of(entries, *entry)) * 1.5 + 0.5,
        escaped(entry->place), entry->is_assumed ? "（示例，非实有地名）" : "",
        level_name(*entry), escaped(entry->folder), entry->items,
        links_of(*entry));
  return page + "</tbody>\n</table>\n</body>\n</html>\n";
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
  sink.put("index.html", page_of(first, entries));
  sink.put("index.json", json_of(first, entries));
}

}  // namespace catalog::emit
