#include "emit/html/home.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/html/page.h"
#include "emit/html/places.h"
#include "emit/html/term_page.h"

namespace catalog::emit::site {
namespace {

constexpr std::size_t most_examples = 4;
constexpr std::size_t most_example_bytes = 24;  // eight characters

/// Bodies that publish something.
std::size_t count_bodies(const Site& site) {
  std::set<resolve::BodyId> bodies;
  for (const resolve::ItemId id : site.edition.items)
    for (const auto& part : site.edition.body_of(site.edition[id]).parts)
      bodies.insert(part.value.begin(), part.value.end());
  return bodies.size();
}

/// A first level of items' names: how many it has, and in which domain.
struct FirstLevel {
  std::string_view name;
  resolve::DomainId domain{};
  std::size_t items = 0;
  bool is_shared = false;  // by several domains, so that it says little
};

std::vector<FirstLevel> first_levels(const Site& site) {
  std::vector<FirstLevel> levels;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const resolve::ItemId id : site.edition.items) {
    const resolve::Item& item = site.edition[id];
    if (item.name.empty()) continue;
    const auto [found, is_new] =
        index.try_emplace(item.name[0].text, levels.size());
    if (is_new) levels.push_back({item.name[0].text, item.domain, 0, false});
    FirstLevel& level = levels[found->second];
    ++level.items;
    level.is_shared |= level.domain != item.domain;
  }
  return levels;
}

/// Words to search for that surely find something: the largest first levels
/// that belong to one domain alone, no two to the same.
std::vector<std::string_view> example_words(const Site& site) {
  auto levels = first_levels(site);
  std::ranges::stable_sort(levels, std::greater(), &FirstLevel::items);
  std::vector<std::string_view> words;
  std::set<resolve::DomainId> domains;
  for (const FirstLevel& level : levels) {
    if (words.size() == most_examples) break;
    if (level.is_shared || level.name.size() > most_example_bytes) continue;
    if (domains.insert(level.domain).second) words.push_back(level.name);
  }
  return words;
}

void write_search(const Site& site, Markup& out) {
  out << "<form class=\"search\" id=\"_search\" role=\"search\" hidden>\n"
         "<label class=\"unseen\" for=\"_words\">"
      << site.say("搜索公开事项", "Search items")
      << "</label>\n"
         "<input id=\"_words\" type=\"search\" autocomplete=\"off\" "
         "spellcheck=\"false\" "
         "placeholder=\""
      << site.say("输入字词，查找公开事项", "Type a word to find items")
      << "\">\n"
         "<button type=\"submit\">"
      << site.say("搜索", "Search")
      << "</button>\n</form>\n"
         "<p class=\"hints script\" id=\"_hints\" hidden>"
      << site.say("试试：", "Try: ");
  for (const std::string_view word : example_words(site))
    out << "<a href=\"#q=" << text(word) << "\">" << text(word) << "</a> ";
  out << "<a class=\"all\" href=\"#all\">"
      << site.say("浏览全部事项", "Browse all items")
      << "</a></p>\n"
         "<noscript><p class=\"hints\">"
      << site.say(
             "浏览器未启用脚本，不能搜索；请从下面的领域进入，页面内可用浏览器"
             "自带的查找功能。",
             "Without scripts there is no search: choose a domain below and "
             "use the browser's own.")
      << "</p></noscript>\n";
}

void write_number(std::size_t number, std::string_view name,
                  std::string_view path, Markup& out) {
  out << "<li><a href=\"" << text(path) << "\"><b>" << number << "</b> "
      << "<span>" << text(name) << "</span></a></li>\n";
}

void write_numbers(const Site& site, std::size_t domains, Markup& out) {
  const view::Publication& shown = site.publication;
  out << "<ul class=\"numbers\">\n";
  write_number(
      site.edition.items.size(), site.say("公开事项", "items").value,
      Site::has_page(shown.statistics) ? "statistics.html" : "#_domains", out);
  write_number(domains, site.say("公开领域", "domains").value, "#_domains",
               out);
  write_number(count_bodies(site), site.say("公开主体", "bodies").value,
               Site::has_page(shown.bodies) ? "bodies.html" : "#_domains", out);
  write_number(shown.laws.rows.size(), site.say("公开依据", "laws cited").value,
               Site::has_page(shown.laws) ? "laws.html" : "#_domains", out);
  out << "</ul>\n";
}

/// The way to what is new in this edition.
void write_news(const Site& site, Markup& out) {
  if (!site.publication.last_changes) return;
  const compare::Changes& changes = *site.publication.last_changes;
  out << "<p class=\"news\"><a href=\"last-changes.html\">";
  if (changes.empty())
    out << site.say("本版与上一版相比没有变化",
                    "Nothing changed since the last edition");
  else
    out << site.say("本版与上一版相比有 ", "Changes since the last edition: ")
        << changes.all.size() << site.say(" 处变化", "");
  out << "</a></p>\n";
}

void write_ways(const Site& site, const std::vector<view::Table>& tables,
                Markup& out) {
  out << "<ul class=\"grid\">\n";
  for (const view::Table& table : tables) {
    if (!Site::has_page(table)) continue;
    out << "<li><a href=\"" << text(path_of(table)) << "\"><span>"
        << text(table.name) << "</span> <span class=\"count\">" << table.items
        << site.say(" 项", "") << "</span></a></li>\n";
  }
  out << "</ul>\n";
}

/// The ways of classing, such as the stages of life, with their terms.
void write_taxonomies(const Site& site, Markup& out) {
  if (site.items_of_term.empty()) return;
  out << "<div id=\"_terms\">\n";
  const auto& taxonomies = site.edition->taxonomies;
  // An ordered one, which leads through many items, comes first.
  for (const bool is_ordered : {true, false})
    for (std::size_t i = 0; i < taxonomies.size(); ++i) {
      const auto id = taxonomies.id(i);
      if (taxonomies[id].ordered != is_ordered || !site.has_pages(id)) continue;
      out << "<section>\n<h2>" << text(taxonomies[id].name.text) << "</h2>\n";
      write_terms(site, id, std::nullopt, "", out);
      out << "</section>\n";
    }
  out << "</div>\n";
}

void write_results(const Site& site, Markup& out) {
  out << "<section class=\"found\" id=\"_found\" aria-labelledby=\"_count\" "
         "hidden>\n<div class=\"facets\">\n"
         "<button class=\"fold\" id=\"_fold\" type=\"button\" "
         "aria-expanded=\"false\" aria-controls=\"_facets\">"
      << site.say("筛选条件", "Filters")
      << "</button>\n"
         "<div id=\"_facets\" role=\"group\" aria-label=\""
      << site.say("筛选条件", "Filters")
      << "\"></div>\n"
         "</div>\n<div class=\"results\">\n<div class=\"state\">\n"
         "<h2 id=\"_count\" aria-live=\"polite\">"
      << site.say("搜索结果", "Results")
      << "</h2>\n"
         "<a class=\"clear\" href=\"#\">"
      << site.say("返回首页", "Home")
      << "</a>\n</div>\n"
         "<ul class=\"chosen\" id=\"_chosen\"></ul>\n"
         "<ol class=\"list\" id=\"_list\"></ol>\n"
         "<div class=\"nothing\" id=\"_nothing\" hidden></div>\n"
         "<button class=\"more\" id=\"_more\" type=\"button\" hidden>"
      << site.say("显示更多", "Show more") << "</button>\n</div>\n</section>\n";
}

}  // namespace

Markup home_page(const Site& site) {
  const view::Publication& shown = site.publication;
  const auto domains = static_cast<std::size_t>(
      std::ranges::count_if(shown.domains, Site::has_page));
  Markup main;
  main << "<div class=\"hero\">\n<div class=\"wide\">\n<h1>" << text(site.title)
       << "</h1>\n";
  if (site.edition.is_of_place_below)
    main << "<p class=\"whose\">" << text(shown.place) << "</p>\n";
  write_search(site, main);
  main << "</div>\n</div>\n<div class=\"wide\">\n";
  write_results(site, main);
  main << "<div id=\"_ways\">\n";
  write_numbers(site, domains, main);
  write_news(site, main);
  main << "<section aria-labelledby=\"_domains\">\n"
          "<h2 id=\"_domains\">"
       << site.say("按领域查找", "By domain") << "</h2>\n";
  if (domains == 0)
    main
        << "<p class=\"empty\">"
        << site.say(
               "目录中还没有公开事项。在目录的 items "
               "中写入事项并重新生成后，这里会列出各领域。",
               "There are no items yet. Write some into items and build again.")
        << "</p>\n";
  else
    write_ways(site, shown.domains, main);
  main << "</section>\n";
  write_taxonomies(site, main);
  if (std::ranges::any_of(shown.views, Site::has_page)) {
    main << "<section aria-labelledby=\"_views\">\n"
            "<h2 id=\"_views\">"
         << site.say("专题清单", "Lists") << "</h2>\n";
    write_ways(site, shown.views, main);
    main << "</section>\n";
  }
  write_near_editions(site, main);
  main << "</div>\n</div>\n";
  return page_of(site, {"index.html", "", PageKind::search}, main);
}

}  // namespace catalog::emit::site
