#include "emit/html/term_page.h"

#include <algorithm>
#include <string>

#include "emit/html/item_card.h"
#include "emit/html/item_list.h"
#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

/// Up to so many items are shown whole, each with what is linked to it; more
/// are a list.
constexpr std::size_t most_cards = 120;

void write_cards(const Site& site, const Items& items, std::string_view root,
                 Markup& out) {
  const ItemCards cards(site, root);
  out << "<div class=\"cards\">\n";
  for (const resolve::ItemId id : items) cards.write(id, out);
  out << "</div>\n";
}

/// What the items of a term are linked to and is not among them.
Items linked_to(const Site& site, const Items& items) {
  Items linked;
  for (const resolve::ItemId id : items)
    for (const resolve::ItemId each : site.edition[id].related)
      if (const auto shown = site.edition.reading_of(each))
        linked.push_back(*shown);
  std::ranges::sort(linked);
  linked.erase(std::unique(linked.begin(), linked.end()), linked.end());
  std::erase_if(linked, [&](resolve::ItemId id) {
    return std::ranges::binary_search(items, id);
  });
  return linked;
}

void write_linked(const Site& site, const Items& items, std::string_view root,
                  Markup& out) {
  const Items linked = linked_to(site, items);
  if (linked.empty()) return;
  out << "<section>\n<h2>" << site.say("一并用到的其他事项", "Linked items")
      << " <span class=\"count\">" << linked.size() << site.say(" 项", "")
      << "</span></h2>\n";
  write_item_list(site, linked, {},
                  site.say("一并用到的其他事项", "Linked items").value, root,
                  out);
  out << "</section>\n";
}

}  // namespace

void write_terms(const Site& site, resolve::TaxonomyId id,
                 std::optional<resolve::TermId> current, std::string_view root,
                 Markup& out) {
  const model::Taxonomy& taxonomy = site.edition[id];
  out << "<nav class=\"terms\" aria-label=\"" << text(taxonomy.name.text)
      << "\">\n<ol";
  if (taxonomy.ordered) out << " class=\"steps\"";
  out << ">\n";
  for (std::uint32_t i = 0; i < taxonomy.terms.size(); ++i) {
    const resolve::TermId term{id, i};
    const std::size_t count = site.items_of(term).size();
    if (count == 0) continue;
    out << "<li><a href=\"" << text(root) << text(path_of(site, term)) << "\"";
    if (term == current) out << " aria-current=\"page\"";
    out << "><span>" << text(taxonomy.terms[i].name.text)
        << "</span> <span class=\"count\">" << count << site.say(" 项", "")
        << "</span></a></li>\n";
  }
  out << "</ol>\n</nav>\n";
}

Markup term_page(const Site& site, resolve::TermId term) {
  const model::Taxonomy& taxonomy = site.edition[term.taxonomy];
  const std::string_view name = site.edition[term].name.text;
  const std::string path = path_of(site, term);
  const std::string root = root_of(path);
  const Items& items = site.items_of(term);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {{"index.html#_terms", std::string(taxonomy.name.text)}},
               name, root, main);
  main << "<div class=\"title\">\n<h1>" << text(name) << "</h1>\n";
  if (!site.edition[term].note.empty())
    main << "<p class=\"under\">" << text(site.edition[term].note.text)
         << "</p>\n";
  main << "</div>\n";
  write_terms(site, term.taxonomy, term, root, main);
  main << "<section>\n<h2>" << text(name) << site.say("相关公开事项", ": items")
       << " <span class=\"count\">" << items.size() << site.say(" 项", "")
       << "</span></h2>\n";
  if (items.size() <= most_cards)
    write_cards(site, items, root, main);
  else
    write_item_list(site, items, {}, name, root, main);
  main << "</section>\n";
  write_linked(site, items, root, main);
  main << "</div>\n";
  return page_of(site, {path, std::string(name), PageKind::text}, main);
}

}  // namespace catalog::emit::site
