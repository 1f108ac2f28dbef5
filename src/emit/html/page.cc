#include "emit/html/page.h"

#include "emit/html/changes_page.h"
#include "emit/html/downloads_page.h"
#include "emit/html/guide_page.h"
#include "emit/html/qr_code.h"
#include "emit/html/theme_sheet.h"

namespace catalog::emit::site {
namespace {

Text style_of(PageKind kind) {
  switch (kind) {
    case PageKind::search: return text("assets/search.css");
    case PageKind::table: return text("assets/table.css");
    case PageKind::changes: return text("assets/changes.css");
    case PageKind::text: break;
  }
  return text("assets/text.css");
}

/// Nothing but the site's own files, and those not inline: even a field that
/// slipped through as markup could not run or load anything. Browsers count
/// the files beside a page opened from a folder as its own.
void write_head(const Site& site, const Page& page, std::string_view root,
                Markup& out) {
  out << "<!doctype html>\n<html lang=\""
      << (site.is_english ? text("en") : text("zh-CN"))
      << "\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
         "default-src 'none'; style-src 'self'; script-src 'self'; "
         "img-src 'self'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  if (!page.name.empty()) out << text(page.name) << " - ";
  if (site.edition.is_of_place_below)
    out << text(site.publication.place) << " - ";
  out << text(site.title)
      << "</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\""
      << text(root) << "assets/icon.svg\">\n";
  out << "<link rel=\"stylesheet\" href=\"" << text(root)
      << "assets/site.css\">\n<link rel=\"stylesheet\" href=\"" << text(root)
      << style_of(page.kind) << "\">\n";
  if (has_sheet(theme_of(site.publication)))
    out << "<link rel=\"stylesheet\" href=\"" << text(root)
        << "assets/theme.css\">\n";
  out << "<script src=\"" << text(root)
      << "assets/scheme.js\"></script>\n<script src=\"" << text(root)
      << "assets/site.js\" defer></script>\n";
  if (page.kind == PageKind::search)
    out << "<script src=\"assets/data.js\" defer></script>\n"
           "<script src=\"assets/search.js\" defer></script>\n";
  out << "</head>\n";
}

/// A way in the main navigation: to a page, which is the current one on pages
/// below `folder` too.
struct Way {
  std::string path;
  std::string_view folder;
};

void write_way(const Page& page, std::string_view root, const Way& way,
               Text name, Markup& out) {
  out << "<li><a href=\"" << text(root) << text(way.path) << "\"";
  if (page.path == way.path)
    out << " aria-current=\"page\"";
  else if (!way.folder.empty() && page.path.starts_with(way.folder))
    out << " aria-current=\"true\"";
  out << ">" << name << "</a></li>\n";
}

void write_navigation(const Site& site, const Page& page, std::string_view root,
                      Markup& out) {
  const view::Publication& shown = site.publication;
  out << "<nav class=\"ways\" aria-label=\"" << site.say("主导航", "Main")
      << "\">\n<ul>\n";
  write_way(page, root, {"index.html", ""}, site.say("首页", "Home"), out);
  write_way(page, root, {"index.html#_domains", "domains/"},
            site.say("领域", "Domains"), out);
  if (!site.items_of_term.empty())
    write_way(page, root, {"index.html#_terms", "by/"},
              site.say("分类", "Topics"), out);
  if (Site::has_page(shown.bodies))
    write_way(page, root, {"bodies.html", "bodies/"},
              site.say("公开主体", "Bodies"), out);
  if (Site::has_page(shown.laws))
    write_way(page, root, {"laws.html", "laws/"}, site.say("依据目录", "Laws"),
              out);
  if (site.edition->flows.size() > 0)
    write_way(page, root, {"flows.html", "flows/"}, site.say("流程", "Flows"),
              out);
  write_way(page, root, {"levels.html", ""}, site.say("层级", "Levels"), out);
  if (Site::has_page(shown.statistics))
    write_way(page, root, {"statistics.html", ""},
              site.say("统计", "Statistics"), out);
  out << "</ul>\n</nav>\n";
}

/// What the county puts over or under every page, beside its name.
void write_beside(const char* shape, const Markup& theirs, Markup& out) {
  if (theirs.empty()) return;
  out << "<div class=\"" << text(shape) << "\">\n<div class=\"wide\">\n"
      << theirs << "</div>\n</div>\n";
}

void write_logo(const Site& site, std::string_view root, Markup& out) {
  const theme::Theme& theme = theme_of(site.publication);
  if (!theme.has_logo()) return;
  out << "<img class=\"logo\" src=\"" << text(root)
      << (theme.svg_logo.empty() ? text("assets/logo.png")
                                 : text("assets/logo.svg"))
      << "\" alt=\"" << text(theme.logo_text) << "\">";
}

void write_header(const Site& site, const Page& page, std::string_view root,
                  Markup& out) {
  out << "<a class=\"skip\" href=\"#_main\">"
      << site.say("跳到正文", "Skip to content")
      << "</a>\n"
         "<header class=\"top\">\n";
  write_beside("above", site.above, out);
  out << "<div class=\"wide\">\n<a class=\"name\" href=\"" << text(root)
      << "index.html\">";
  write_logo(site, root, out);
  out << text(site.title);
  if (site.edition.is_of_place_below)
    out << " <span class=\"count\">" << text(site.publication.place)
        << "</span>";
  out << "</a>\n";
  write_navigation(site, page, root, out);
  out << "<div class=\"tools\">\n";
  // Both need the script, which shows them.
  if (page.kind != PageKind::search)
    out << "<form class=\"seek\" id=\"_seek\" role=\"search\" data-search=\""
        << text(root)
        << "index.html\" hidden>\n"
           "<label class=\"unseen\" for=\"_words\">"
        << site.say("搜索公开事项", "Search items")
        << "</label>\n"
           "<input id=\"_words\" type=\"search\" autocomplete=\"off\" "
           "placeholder=\""
        << site.say("搜索公开事项", "Search items")
        << "\">\n<button type=\"submit\">" << site.say("搜索", "Search")
        << "</button>\n</form>\n";
  out << "<button class=\"scheme\" id=\"_large\" type=\"button\" "
         "aria-pressed=\"false\" hidden>"
      << site.say("大字版", "Large text")
      << "</button>\n<button class=\"scheme\" id=\"_scheme\" type=\"button\" "
         "hidden>"
      << site.say("深色显示", "Dark")
      << "</button>\n</div>\n</div>\n</header>\n";
}

void write_fact(Text label, std::string_view value, Markup& out) {
  if (value.empty()) return;
  out << "<li>" << label << text(value) << "</li>\n";
}

void write_footer(const Site& site, const Page& page, std::string_view root,
                  Markup& out) {
  const view::Publication& shown = site.publication;
  out << "<footer class=\"foot\">\n<div class=\"wide\">\n<p>"
      << text(site.title) << "</p>\n<ul>\n";
  write_fact(site.say("编制单位：", "Issued by: "), shown.issuer, out);
  write_fact(site.say("版本：", "Version: "), shown.version, out);
  write_fact(site.say("日期：", "Date: "), shown.date, out);
  write_fact(site.say("适用层级：", "Levels: "), shown.levels, out);
  out << "</ul>\n<nav aria-label=\"" << site.say("本站", "About the site")
      << "\">\n<ul>\n";
  if (has_downloads(site))
    write_way(page, root, {"downloads.html", ""},
              site.say("文件下载", "Downloads"), out);
  for (const model::Guide& guide : site.edition->guides)
    write_way(page, root, {path_of(guide), ""}, text(guide.title.text), out);
  if (site.is_posted)
    write_way(page, root, {"poster.html", ""},
              site.say("公示栏张贴页（A3）", "Notice-board poster (A3)"), out);
  write_way(page, root, {"pocket.html", ""},
            site.say("随身目录（A4）", "Pocket list (A4)"), out);
  if (shown.last_changes)
    write_way(page, root, {"last-changes.html", ""},
              site.say("本版的变化", "Changes since the last edition"), out);
  if (has_departures(site))
    write_way(page, root, {"changes.html", ""},
              site.say("与上级目录的差别", "Departures from the base"), out);
  if (Site::has_page(shown.waivers))
    write_way(page, root, {path_of(shown.waivers), ""},
              site.say("经批准的例外", "Approved exceptions"), out);
  if (Site::has_page(shown.adjustments))
    write_way(page, root, {path_of(shown.adjustments), ""},
              site.say("动态调整记录", "Adjustments on record"), out);
  write_way(page, root, {"elements.html", ""},
            site.say("要素说明", "Notes on the elements"), out);
  out << "</ul>\n</nav>\n</div>\n";
  write_beside("below", site.below, out);
  out << "</footer>\n";
}

/// The page's address, to scan and to copy.
void write_address(const Site& site, const Page& page, Markup& out) {
  const std::string address = site.web_address_of(page.path);
  if (address.empty()) return;
  out << "<div class=\"wide\">\n<div class=\"address\">"
      << qr_code(address, site.say("本页二维码", "QR code of this page"))
      << "<p>" << site.say("本页网址：", "This page: ") << "<a href=\""
      << text(address) << "\">" << text(address) << "</a></p></div>\n</div>\n";
}

}  // namespace

void write_crumbs(const Site& site, const std::vector<Crumb>& above,
                  std::string_view name, std::string_view root, Markup& out) {
  out << "<nav class=\"path\" aria-label=\""
      << site.say("所在位置", "You are here") << "\">\n<ol>\n<li><a href=\""
      << text(root) << "index.html\">" << site.say("首页", "Home")
      << "</a></li>\n";
  for (const Crumb& crumb : above)
    out << "<li><a href=\"" << text(root) << text(crumb.path) << "\">"
        << text(crumb.name) << "</a></li>\n";
  out << "<li aria-current=\"page\">" << text(name) << "</li>\n</ol>\n</nav>\n";
}

Markup page_of(const Site& site, const Page& page, const Markup& main) {
  const std::string root = root_of(page.path);
  Markup out;
  out.reserve(main.bytes().size() + 4096);
  write_head(site, page, root, out);
  out << "<body>\n";
  write_header(site, page, root, out);
  out << "<main id=\"_main\" tabindex=\"-1\">\n" << main;
  write_address(site, page, out);
  out << "</main>\n";
  write_footer(site, page, root, out);
  out << "</body>\n</html>\n";
  return out;
}

}  // namespace catalog::emit::site
