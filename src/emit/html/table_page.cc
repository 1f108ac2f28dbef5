#include "emit/html/table_page.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "emit/html/page.h"
#include "emit/html/table.h"

namespace catalog::emit::site {
namespace {

/// More of them are no way in but a second table.
constexpr std::size_t most_jumps = 40;

/// A part of a page that can be jumped to.
struct Jump {
  std::string_view name;
  resolve::ItemId item{};  // its first
  std::size_t count = 0;
};

/// The first levels of a domain's items, in the order of the table.
std::vector<Jump> jumps_of(const Site& site, const view::Table& table) {
  std::vector<Jump> jumps;
  for (const view::Row& row : table.rows) {
    if (!row.item) continue;
    const auto& name = site.edition[*row.item].name;
    if (name.empty()) continue;
    if (jumps.empty() || jumps.back().name != name[0].text)
      jumps.push_back({name[0].text, *row.item, 0});
    ++jumps.back().count;
  }
  return jumps;
}

void write_guideline(const Site& site, const view::Table& table, Markup& out) {
  const auto domain = site.edition->domains.find(table.id);
  if (!domain) return;
  const auto& guideline = site.edition[*domain].guideline;
  if (!guideline || guideline->title.empty()) return;
  out << "<p class=\"guideline\">" << site.say("上级指引：", "Guideline: ")
      << text(guideline->issuer.text) << "《" << text(guideline->title.text)
      << "》";
  if (!guideline->number.empty())
    out << "（" << text(guideline->number.text) << "）";
  out << "</p>\n";
}

void write_counts(const Site& site, const view::Table& table,
                  std::size_t first_levels, Markup& out) {
  std::set<resolve::BodyId> bodies;
  std::set<resolve::LawId> laws;
  for (const view::Row& row : table.rows) {
    if (!row.item) continue;
    const resolve::Item& item = site.edition[*row.item];
    for (const auto& part : site.edition.body_of(item).parts)
      bodies.insert(part.value.begin(), part.value.end());
    for (const resolve::Citation& citation : item.basis)
      if (citation.law) laws.insert(*citation.law);
  }
  out << "<ul class=\"counts\">\n<li><b>" << table.items << "</b> "
      << site.say("项公开事项", "items") << "</li>\n";
  if (first_levels > 1)
    out << "<li><b>" << first_levels << "</b> "
        << site.say("类一级事项", "groups") << "</li>\n";
  out << "<li><b>" << bodies.size() << "</b> "
      << site.say("个公开主体", "bodies") << "</li>\n<li><b>" << laws.size()
      << "</b> " << site.say("部公开依据", "laws cited") << "</li>\n</ul>\n";
}

void write_jumps(const Site& site, const std::vector<Jump>& jumps,
                 Markup& out) {
  if (jumps.size() < 2 || jumps.size() > most_jumps) return;
  out << "<nav class=\"jumps\" aria-label=\"" << site.say("一级事项", "Groups")
      << "\">\n<ul>\n";
  for (const Jump& jump : jumps)
    out << "<li><a href=\"#" << text(site.edition[jump.item].id.text) << "\">"
        << text(jump.name) << " <span class=\"count\">" << jump.count
        << "</span></a></li>\n";
  out << "</ul>\n</nav>\n";
}

/// The search knows the domain's items by more than their first levels.
void write_ways(const Site& site, const view::Table& table,
                std::string_view root, Markup& out) {
  out << "<p class=\"narrow script\" hidden><a href=\"" << text(root)
      << "index.html#domain=" << text(table.id) << "\">"
      << site.say("按主体、渠道、时限筛选本领域事项",
                  "Filter these items by body, channel or timing")
      << "</a></p>\n";
}

void write_neighbour(const view::Table* table, std::string_view root,
                     std::string_view kind, Text label, Markup& out) {
  if (!table) return;
  out << "<a class=\"" << text(kind) << "\" href=\"" << text(root)
      << text(path_of(*table)) << "\"><span>" << label << "</span>"
      << text(table->name) << "</a>\n";
}

void write_foot(const Site& site, const view::Table& table,
                const Neighbours& neighbours, std::string_view root,
                Markup& out) {
  if (table.signature)
    out << "<p class=\"signature\">审核人：<span></span>经办人：<span></span>"
           "日期：<span></span></p>\n";
  if (!neighbours.before && !neighbours.after) return;
  out << "<nav class=\"neighbours\" aria-label=\""
      << site.say("相邻页面", "Neighbours") << "\">\n";
  const bool is_domain = table.kind == view::Table::Kind::domain;
  write_neighbour(neighbours.before, root, "before",
                  is_domain ? site.say("上一个领域", "Previous domain")
                            : site.say("上一张清单", "Previous list"),
                  out);
  write_neighbour(neighbours.after, root, "after",
                  is_domain ? site.say("下一个领域", "Next domain")
                            : site.say("下一张清单", "Next list"),
                  out);
  out << "</nav>\n";
}

}  // namespace

Markup table_page(const Site& site, const view::Table& table,
                  const Neighbours& neighbours) {
  const std::string path = path_of(table);
  const std::string root = root_of(path);
  const bool is_domain = table.kind == view::Table::Kind::domain;
  Markup main;
  main << "<div class=\"full ";
  main << (table.paper == model::Paper::a3 ? text("a3") : text("a4"));
  main << "\">\n";
  std::vector<Crumb> above;
  if (is_domain)
    above.push_back({"index.html#_domains",
                     std::string(site.say("领域", "Domains").value)});
  write_crumbs(site, above, table.name, root, main);
  main << "<div class=\"title\">\n<h1>" << text(table.title) << "</h1>\n";
  if (!table.subtitle.empty())
    main << "<p class=\"under\">" << text(table.subtitle) << "</p>\n";
  if (is_domain) {
    const auto jumps = jumps_of(site, table);
    write_guideline(site, table, main);
    main << "</div>\n";
    write_counts(site, table, jumps.size(), main);
    write_jumps(site, jumps, main);
    write_ways(site, table, root, main);
  } else {
    main << "</div>\n";
    if (table.items > 0)
      main << "<ul class=\"counts\">\n<li>" << site.say("共 ", "") << "<b>"
           << table.items << "</b>" << site.say(" 项", " items")
           << "</li>\n</ul>\n";
  }
  if (!table.note.empty())
    main << "<p class=\"note\">" << text(table.note) << "</p>\n";
  write_table(site, table, root, main);
  write_foot(site, table, neighbours, root, main);
  main << "</div>\n";
  return page_of(site, {path, table.name, PageKind::table}, main);
}

}  // namespace catalog::emit::site
