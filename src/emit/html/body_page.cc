#include "emit/html/body_page.h"

#include <string>

#include "emit/html/bars.h"
#include "emit/html/counts.h"
#include "emit/html/facts.h"
#include "emit/html/item_list.h"
#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

void write_facts(const Site& site, const model::Body& body, Markup& out) {
  std::string levels;
  for (const model::Level level : model::all_levels)
    if (body.levels.contains(level)) {
      if (!levels.empty()) levels += "、";
      levels += model::chinese(level);
    }
  Facts facts(out);
  facts.add(site.say("层级", "Level"), levels);
  facts.add(site.say("统一社会信用代码", "Credit code"), body.credit_code.text);
  facts.add(site.say("承办科室", "Unit"), body.unit.text);
  facts.add_phone(site.say("联系电话", "Phone"), body.phone.text);
  facts.add(site.say("地址", "Address"), body.address.text);
  facts.add_link(site.say("网址", "Website"), body.url.text);
  facts.add(site.say("监督单位", "Supervision"), body.supervision.office.text);
  facts.add_phone(site.say("监督电话", "Complaints"),
                  body.supervision.phone.text);
  facts.add_link(site.say("监督网址", "Complaints online"),
                 body.supervision.url.text);
  facts.add(site.say("说明", "Note"), body.note.text);
  facts.end();
}

/// By when it has to publish; not where there is but one kind of limit.
void write_timings(const Site& site, const Items& items, Markup& out) {
  const std::vector<Bar> bars = timing_bars(site, items);
  if (bars.size() < 2) return;
  out << "<section>\n<h2>" << site.say("公开时限", "Timings")
      << "</h2>\n<div class=\"chart\">\n";
  write_bars(site, site.say("按时限类别", "By kind of limit").value,
             site.say("时限类别", "Kind").value, bars, items.size(), out);
  out << "</div>\n</section>\n";
}

}  // namespace

Markup body_page(const Site& site, resolve::BodyId id) {
  const model::Body& body = site.edition[id];
  const std::string path = path_of(site, id);
  const std::string root = root_of(path);
  const Items& items = site.items_of_body[static_cast<std::size_t>(id)];
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {{"bodies.html", site.publication.bodies.name}},
               body.name.text, root, main);
  main << "<div class=\"title\">\n<h1>" << text(body.name.text) << "</h1>\n";
  if (body.generic)
    main << "<p class=\"under\">"
         << site.say("通用主体：由各地对应到具体单位",
                     "A role, to be filled by an office of each place")
         << "</p>\n";
  main << "</div>\n";
  write_facts(site, body, main);
  write_timings(site, items, main);
  main << "<section>\n<h2>" << site.say("负责的公开事项", "Items it publishes")
       << " <span class=\"count\">" << items.size() << site.say(" 项", "")
       << "</span></h2>\n";
  ItemListing listing;
  listing.has_body = false;
  listing.has_levels = true;
  write_item_list(site, items, listing, body.name.text, root, main);
  main << "</section>\n</div>\n";
  return page_of(site, {path, std::string(body.name.text), PageKind::text},
                 main);
}

}  // namespace catalog::emit::site
