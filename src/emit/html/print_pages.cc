#include "emit/html/print_pages.h"

#include <algorithm>
#include <string>

#include "emit/html/item_list.h"
#include "emit/html/item_text.h"
#include "emit/html/page.h"
#include "emit/html/qr_code.h"

namespace catalog::emit::site {
namespace {

Items posted(const Site& site) {
  Items items;
  for (const resolve::ItemId id : site.edition.items)
    if (site.edition[id].must_post) items.push_back(id);
  return items;
}

void write_head(const Site& site, Text title, Text hint, Markup& out) {
  write_crumbs(site, {}, title.value, "", out);
  out << "<div class=\"title\">\n<h1>";
  if (!site.publication.place.empty()) out << text(site.publication.place);
  out << title << "</h1>\n<p class=\"under\">" << text(site.title) << " "
      << text(site.publication.version) << "</p>\n</div>\n"
      << "<p class=\"narrow\">" << hint << "</p>\n";
}

std::string phone_of(const Site& site, const resolve::Item& item) {
  return std::string(site.edition.supervision_of(item).phone.text);
}

void write_poster_row(const Site& site, const ItemText& words,
                      resolve::ItemId id, bool has_phones, Markup& out) {
  const resolve::Item& item = site.edition[id];
  out << "<tr><th scope=\"row\">" << text(ItemText::name(site, item))
      << code_of(site, id) << "</th><td>" << text(ItemText::content(site, item))
      << "</td><td>";
  write_lines(words.timing(item), out);
  out << "</td><td>";
  write_lines(words.body(item), out);
  out << "</td>";
  if (has_phones) out << "<td>" << text(phone_of(site, item)) << "</td>";
  out << "</tr>\n";
}

}  // namespace

Markup poster_page(const Site& site) {
  const Items items = posted(site);
  const Text title = site.say("公示栏公开事项", "Notice board");
  const ItemText words(site);
  const bool has_phones = std::ranges::any_of(items, [&](resolve::ItemId id) {
    return !phone_of(site, site.edition[id]).empty();
  });
  Markup main;
  main << "<div class=\"wide poster\">\n";
  write_head(site, title,
             site.say("用浏览器的打印功能，选 A3 横向，张贴在公示栏。",
                      "Print it on A3 and put it on the board."),
             main);
  main << "<table>\n<caption class=\"unseen\">" << title
       << "</caption>\n<thead><tr><th scope=\"col\">"
       << site.say("公开事项", "Item") << "</th><th scope=\"col\">"
       << site.say("公开内容", "Content") << "</th><th scope=\"col\">"
       << site.say("公开时限", "Timing") << "</th><th scope=\"col\">"
       << site.say("公开主体", "Body") << "</th>";
  if (has_phones)
    main << "<th scope=\"col\">" << site.say("监督电话", "Complaints")
         << "</th>";
  main << "</tr></thead>\n<tbody>\n";
  for (const resolve::ItemId id : items)
    write_poster_row(site, words, id, has_phones, main);
  main << "</tbody>\n</table>\n</div>\n";
  return page_of(
      site, {"poster.html", std::string(title.value), PageKind::text}, main);
}

Markup pocket_page(const Site& site) {
  const Text title = site.say("随身目录", "Pocket list");
  const ItemText words(site);
  Markup main;
  main << "<div class=\"wide pocket\">\n";
  write_head(site, title,
             site.say("用浏览器的打印功能，选 A4 纵向，双面打印后对折。",
                      "Print it on both sides of A4 and fold it."),
             main);
  main << "<div class=\"columns\">\n";
  bool is_open = false;
  resolve::DomainId domain{};
  for (const resolve::ItemId id : site.edition.items) {
    const resolve::Item& item = site.edition[id];
    if (!is_open || item.domain != domain) {
      if (is_open) main << "</ul>\n";
      domain = item.domain;
      main << "<h2>" << text(site.edition[domain].name.text) << "</h2>\n<ul>\n";
      is_open = true;
    }
    main << "<li>" << text(ItemText::name(site, item))
         << " <span class=\"count\">";
    write_lines(words.timing(item), main);
    main << "</span></li>\n";
  }
  if (is_open) main << "</ul>\n";
  main << "</div>\n</div>\n";
  return page_of(
      site, {"pocket.html", std::string(title.value), PageKind::text}, main);
}

}  // namespace catalog::emit::site
