#include "emit/html/law_page.h"

#include <string>

#include "emit/html/facts.h"
#include "emit/html/item_list.h"
#include "emit/html/page.h"
#include "emit/html/standing.h"
#include "view/registers.h"

namespace catalog::emit::site {
namespace {

/// The laws that put an end to it.
Markup successors(const Site& site, const model::Law& law,
                  std::string_view root) {
  Markup out;
  if (!law.repealed) return out;
  for (const model::Text& by : law.repealed->by) {
    const auto id = site.edition->laws.find(by.text);
    if (!id) continue;
    if (!out.empty()) out << "、";
    const std::string address = address_of(site, *id, root);
    const std::string title =
        "《" + std::string(site.edition[*id].title.text) + "》";
    if (address.empty())
      out << text(title);
    else
      out << "<a href=\"" << text(address) << "\">" << text(title) << "</a>";
  }
  return out;
}

/// A day as the page writes days; a year or a month as it was written.
std::string printed(std::string_view day) {
  const auto date = days::parse_date(day);
  return date ? days::chinese(*date) : std::string(day);
}

std::string formers_of(const model::Law& law) {
  std::string all;
  for (const model::Law::Former& former : law.former) {
    if (!all.empty()) all += "；";
    for (const std::string& part :
         {std::string(former.title.text), std::string(former.number.text),
          printed(former.issued.text)}) {
      if (part.empty()) continue;
      if (!all.empty() && !all.ends_with("；")) all += "，";
      all += part;
    }
  }
  return all;
}

std::string amendments_of(const model::Law& law) {
  std::string all;
  for (const model::WrittenDate& each : law.amended) {
    if (!each.date) continue;
    if (!all.empty()) all += "、";
    all += days::chinese(*each.date);
  }
  return all;
}

void write_facts(const Site& site, const model::Law& law, std::string_view root,
                 Markup& out) {
  Facts facts(out);
  facts.add(site.say("文号", "Number"), law.number.text);
  facts.add(site.say("类别", "Kind"), view::kind_text(law.kind.text));
  facts.add(site.say("制定机关", "Issued by"), law.issuer.text);
  facts.add(site.say("公布", "Issued"), printed(law.issued.text));
  if (law.effective.date)
    facts.add(site.say("施行", "In force from"),
              days::chinese(*law.effective.date));
  facts.add(site.say("修改", "Amended"), amendments_of(law));
  if (law.expires.date)
    facts.add(site.say("有效期至", "Until"), days::chinese(*law.expires.date));
  if (law.repealed && law.repealed->on.date)
    facts.add(site.say("废止", "Repealed"),
              days::chinese(*law.repealed->on.date));
  facts.add(site.say("历次文本", "Earlier"), formers_of(law));
  if (law.articles)
    facts.add(site.say("条文", "Articles"),
              std::to_string(*law.articles) + (site.is_english ? "" : " 条"));
  facts.add(site.say("取代者", "Replaced by"), successors(site, law, root));
  facts.add_link(site.say("全文", "Full text"), law.url.text);
  facts.add(site.say("说明", "Note"), law.note.text);
  facts.end();
}

void write_limits(const Site& site, const model::Law& law, Markup& out) {
  if (law.limits.empty()) return;
  out << "<section>\n<h2>" << site.say("规定的时限", "Limits it sets")
      << "</h2>\n<table class=\"items\">\n<thead><tr><th scope=\"col\">"
      << site.say("条款", "Article") << "</th><th scope=\"col\">"
      << site.say("时限", "Limit") << "</th></tr></thead>\n<tbody>\n";
  for (const model::Limit& limit : law.limits) {
    out << "<tr><th scope=\"row\">";
    if (limit.article.empty())
      out << text(law.title.text);
    else
      out << site.say("第", "Article ") << text(limit.article.text)
          << site.say("条", "");
    out << "</th><td data-label=\"" << site.say("时限", "Limit") << "\">"
        << text(limit.timing.phrase.text) << "</td></tr>\n";
  }
  out << "</tbody>\n</table>\n</section>\n";
}

}  // namespace

Markup law_page(const Site& site, resolve::LawId id) {
  const model::Law& law = site.edition[id];
  const std::string path = path_of(site, id);
  const std::string root = root_of(path);
  const Items& items = site.items_of_law[static_cast<std::size_t>(id)];
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {{"laws.html", site.publication.laws.name}},
               law.title.text, root, main);
  main << "<div class=\"title\">\n<h1>" << text(law.title.text)
       << "</h1>\n<p class=\"standing";
  if (!standing_fault(site.edition.standing_of(law)).empty()) main << " gone";
  main << "\">" << text(view::standing_text(site.edition, law)) << "</p>\n"
       << "</div>\n";
  write_facts(site, law, root, main);
  write_limits(site, law, main);
  main << "<section>\n<h2>" << site.say("引用它的公开事项", "Cited by")
       << " <span class=\"count\">" << items.size() << site.say(" 项", "")
       << "</span></h2>\n";
  ItemListing listing;
  listing.cited = id;
  write_item_list(site, items, listing, law.title.text, root, main);
  main << "</section>\n</div>\n";
  return page_of(site, {path, std::string(law.title.text), PageKind::text},
                 main);
}

}  // namespace catalog::emit::site
