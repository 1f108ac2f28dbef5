#include "emit/html/flow_page.h"

#include <string>

#include "emit/html/flow_drawing.h"
#include "emit/html/item_list.h"
#include "emit/html/page.h"
#include "view/flow_chart.h"

namespace catalog::emit::site {
namespace {

std::string_view title_of(const Site& site, const model::Flow& flow) {
  return site.is_english && !flow.english_title.empty()
             ? flow.english_title.text
             : flow.title.text;
}

void write_ways(const Site& site, const model::Flow& flow, std::size_t node,
                Markup& out) {
  const auto ways = view::ways_from(flow, node);
  if (ways.empty()) return;
  out << "<ul>\n";
  for (const view::FlowWay& way : ways) {
    out << "<li>";
    if (!way.label.empty()) out << text(way.label) << site.say("：", ": ");
    out << site.say("转第 ", "go to step ") << "<a href=\"#"
        << text(flow.nodes[way.to].id.text) << "\">" << (way.to + 1)
        << site.say(" 步", "") << "</a>" << site.say("“", " “")
        << text(flow.nodes[way.to].text.text) << "”";
    if (!way.timing.empty())
      out << site.say("（", " (") << text(way.timing) << site.say("）", ")");
    out << "</li>\n";
  }
  out << "</ul>\n";
}

/// The same in words, a step an entry.
void write_steps(const Site& site, const model::Flow& flow, Markup& out) {
  out << "<section>\n<h2>" << site.say("文字说明", "In words")
      << "</h2>\n<ol class=\"in-words\">\n";
  for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
    const model::FlowNode& node = flow.nodes[i];
    out << "<li id=\"" << text(node.id.text) << "\"><p><b>"
        << text(node.text.text) << "</b>";
    if (const auto body = site.edition->bodies.find(node.body.text))
      out << " <span class=\"count\">" << text(site.edition[*body].name.text)
          << "</span>";
    if (!node.timing.empty())
      out << " <span class=\"count\">" << text(node.timing.text) << "</span>";
    out << "</p>\n";
    if (!node.note.empty()) out << "<p>" << text(node.note.text) << "</p>\n";
    write_ways(site, flow, i, out);
    out << "</li>\n";
  }
  out << "</ol>\n</section>\n";
}

Items items_of(const Site& site, resolve::FlowId flow) {
  Items items;
  for (const resolve::ItemId id : site.edition.items)
    if (site.edition[id].flow == flow) items.push_back(id);
  return items;
}

}  // namespace

Markup flows_page(const Site& site) {
  const std::string name(site.say("流程图", "Flow charts").value);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(name)
       << "</h1>\n</div>\n<ul class=\"grid\">\n";
  const auto& flows = site.edition->flows;
  for (std::size_t i = 0; i < flows.size(); ++i)
    main << "<li><a href=\"" << text(path_of(site, flows.id(i))) << "\"><span>"
         << text(title_of(site, flows.all()[i]))
         << "</span> <span class=\"count\">" << flows.all()[i].nodes.size()
         << site.say(" 步", " steps") << "</span></a></li>\n";
  main << "</ul>\n</div>\n";
  return page_of(site, {"flows.html", name, PageKind::text}, main);
}

Markup flow_page(const Site& site, resolve::FlowId id) {
  const model::Flow& flow = site.edition[id];
  const std::string path = path_of(site, id);
  const std::string root = root_of(path);
  const std::string name(title_of(site, flow));
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(
      site,
      {{"flows.html", std::string(site.say("流程图", "Flow charts").value)}},
      name, root, main);
  main << "<div class=\"title\">\n<h1>" << text(name) << "</h1>\n</div>\n";
  if (!flow.note.empty())
    main << "<p class=\"note\">" << text(flow.note.text) << "</p>\n";
  main << "<div class=\"drawing\" role=\"region\" tabindex=\"0\" aria-label=\""
       << text(name) << "\">\n";
  write_drawing(view::flow_chart(site.edition, flow), name,
                site.say("各步及其走向见下方文字说明",
                         "The steps are told in words below"),
                main);
  main << "</div>\n";
  write_steps(site, flow, main);
  if (const Items items = items_of(site, id); !items.empty()) {
    main << "<section>\n<h2>"
         << site.say("适用本流程的公开事项", "Items that follow it")
         << "</h2>\n";
    write_item_list(site, items, {}, name, root, main);
    main << "</section>\n";
  }
  main << "</div>\n";
  return page_of(site, {path, name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
