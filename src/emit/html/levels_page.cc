#include "emit/html/levels_page.h"

#include <algorithm>
#include <string>

#include "emit/html/counts.h"
#include "emit/html/page.h"
#include "emit/html/places.h"
#include "resolve/edition.h"

namespace catalog::emit::site {
namespace {

/// The places below each other, from those under none.
class Places {
 public:
  Places(const Site& site, Markup& out) : site_(site), out_(out) {}

  void write() {
    const auto& places = site_.edition->jurisdictions;
    if (places.empty()) return;
    out_ << "<section>\n<h2>" << site_.say("适用地方", "Places") << "</h2>\n";
    if (!site_.publication.around.empty())
      out_ << "<p class=\"up\"><a href=\"" << text(site_.publication.around)
           << "index.html\">"
           << site_.say("各地目录一览", "All editions in a table")
           << "</a></p>\n";
    write_below("");
    out_ << "</section>\n";
  }

 private:
  /// Codes are unique and a place stands below a higher level, so there is an
  /// end; `depth_` makes sure of it.
  void write_below(std::string_view code) {
    constexpr std::size_t deepest = 6;
    const auto& places = site_.edition->jurisdictions;
    const auto is_below = [&](const model::Jurisdiction& place) {
      return place.under.text == code;
    };
    if (depth_ >= deepest || std::ranges::none_of(places, is_below)) return;
    ++depth_;
    out_ << "<ul class=\"places\">\n";
    for (const model::Jurisdiction& place : places)
      if (is_below(place)) write_place(place);
    out_ << "</ul>\n";
    --depth_;
  }

  void write_place(const model::Jurisdiction& place) {
    const bool is_own = place.code.text == site_.edition.code;
    out_ << "<li>";
    write_name(place, is_own);
    if (const Text kind = kind_of(site_, place); !kind.value.empty())
      out_ << " <span class=\"count\">" << kind << "</span>";
    if (place.assumed)
      out_ << " <span class=\"count\">"
           << site_.say("（示例，非实有地名）", "(made up)") << "</span>";
    // An edition of a place below knows no items but its own.
    if (is_own || !site_.edition.is_of_place_below)
      out_ << " <span class=\"count\">" << count_of(place, is_own)
           << site_.say(" 项", " items") << "</span>\n";
    write_below(place.code.text);
    out_ << "</li>\n";
  }

  void write_name(const model::Jurisdiction& place, bool is_own) {
    const std::string address = address_of(site_, place, "");
    if (!address.empty())
      out_ << "<a class=\"place\" href=\"" << text(address) << "\">"
           << text(place.name.text) << "</a>";
    else if (is_own && site_.edition.is_of_place_below)
      out_ << "<strong class=\"place\" aria-current=\"true\">"
           << text(place.name.text) << "</strong>";
    else
      out_ << "<span class=\"place\">" << text(place.name.text) << "</span>";
  }

  /// What its own edition holds.
  std::size_t count_of(const model::Jurisdiction& place, bool is_own) const {
    const auto& edition = site_.edition;
    if (is_own) return edition.items.size();
    return resolve::edition_of(*edition.catalog, place, edition.date)
        .items.size();
  }

  const Site& site_;
  Markup& out_;
  std::size_t depth_ = 0;
};

void write_level(const Site& site, model::Level level, Markup& out) {
  Items items;
  for (const resolve::ItemId id : site.edition.items)
    if (site.edition[id].levels.all.contains(level)) items.push_back(id);
  if (items.empty()) return;
  out << "<section>\n<h2 id=\"_" << text(word(level)) << "\">"
      << site.say(chinese(level), word(level)) << " <span class=\"count\">"
      << items.size() << site.say(" 项", " items")
      << "</span></h2>\n<p class=\"narrow script\" hidden>"
         "<a href=\"index.html#level="
      << text(word(level)) << "\">"
      << site.say("查看并筛选本级事项", "See and filter these items")
      << "</a></p>\n<div class=\"charts\">\n";
  write_bars(site, site.say("按领域", "By domain").value,
             site.say("领域", "Domain").value, domain_bars(site, items, ""),
             items.size(), out);
  write_bars(site, site.say("按时限类别", "By kind of limit").value,
             site.say("时限类别", "Kind").value, timing_bars(site, items),
             items.size(), out);
  out << "</div>\n</section>\n";
}

}  // namespace

Markup levels_page(const Site& site) {
  const std::string name(site.say("公开层级", "Levels").value);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(name)
       << "</h1>\n<p class=\"under\">"
       << site.say(
              "同一事项可以由几级政府分别公开，因此各级合计可能多于事项总数。",
              "An item may be published at several levels and then "
              "counts for each.")
       << "</p>\n</div>\n";
  Places(site, main).write();
  for (const model::Level level : model::all_levels)
    write_level(site, level, main);
  main << "</div>\n";
  return page_of(site, {"levels.html", name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
