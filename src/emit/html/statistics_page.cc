#include "emit/html/statistics_page.h"

#include <algorithm>
#include <string>

#include "emit/html/counts.h"
#include "emit/html/page.h"
#include "emit/html/table.h"

namespace catalog::emit::site {
namespace {

constexpr std::size_t most_bars = 12;

/// The first bars, where there are more than a chart can show.
std::vector<Bar> first_of(std::vector<Bar> bars) {
  if (bars.size() > most_bars) bars.resize(most_bars);
  return bars;
}

void write_chart(const Site& site, Text caption, Text head,
                 const std::vector<Bar>& bars, std::size_t total, Markup& out) {
  write_bars(site, caption.value, head.value, bars, total, out);
}

void write_charts(const Site& site, Markup& out) {
  const Items& items = site.edition.items;
  const std::size_t total = items.size();
  out << "<div class=\"charts\">\n";
  write_chart(site, site.say("公开时限", "Timing"),
              site.say("时限类别", "Kind of limit"), timing_bars(site, items),
              total, out);
  write_chart(site, site.say("公开方式", "Mode"), site.say("公开方式", "Mode"),
              mode_bars(site, items), total, out);
  write_chart(site, site.say("公开层级", "Level"),
              site.say("公开层级", "Level"), level_bars(site, items, ""), total,
              out);
  const auto& taxonomies = site.edition->taxonomies;
  for (std::size_t i = 0; i < taxonomies.size(); ++i) {
    const auto id = taxonomies.id(i);
    const std::string_view name = taxonomies[id].name.text;
    if (site.has_pages(id))
      write_chart(site, text(name), text(name), term_bars(site, id, items, ""),
                  total, out);
  }
  write_chart(site, site.say("公开渠道", "Channels"),
              site.say("公开渠道", "Channel"),
              first_of(channel_bars(site, items)), total, out);
  write_chart(site, site.say("事项最多的公开主体", "Bodies with most items"),
              site.say("公开主体", "Body"),
              first_of(body_bars(site, items, "")), total, out);
  write_chart(site, site.say("引用最多的依据", "Laws cited most"),
              site.say("公开依据", "Law"), first_of(law_bars(site, items, "")),
              total, out);
  out << "</div>\n";
}

/// How much of an English site is Chinese still.
void write_untranslated(const Site& site, Markup& out) {
  if (!site.is_english) return;
  const auto count = static_cast<std::size_t>(std::ranges::count_if(
      site.edition.items,
      [&](resolve::ItemId id) { return site.edition[id].en.name.empty(); }));
  out << "<p class=\"note\">" << count
      << " items have no English name and are shown in Chinese.</p>\n";
}

}  // namespace

Markup statistics_page(const Site& site) {
  const view::Table& table = site.publication.statistics;
  const std::string path = path_of(table);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, table.name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(table.title) << "</h1>\n";
  if (!table.subtitle.empty())
    main << "<p class=\"under\">" << text(table.subtitle) << "</p>\n";
  main << "</div>\n<p class=\"note\">"
       << site.say(
              "一个事项可以有几种时限、层级、渠道或主体，各计一次，"
              "所以各项占比之和可能超过 100%。",
              "An item may have several timings, levels, channels or "
              "bodies and counts once for each, so shares may add up to "
              "more than 100%.")
       << "</p>\n";
  write_charts(site, main);
  write_untranslated(site, main);
  main << "<section>\n<h2>" << site.say("按领域", "By domain") << "</h2>\n";
  write_table(site, table, "", main);
  main << "</section>\n</div>\n";
  return page_of(site, {path, table.name, PageKind::table}, main);
}

}  // namespace catalog::emit::site
