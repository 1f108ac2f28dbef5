#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

/// Nothing but the site's own files, and those not inline: even a field that
/// slipped through as markup could not run or load anything. Browsers count
/// the files beside a page opened from a folder as its own.
void write_head(const Site& site, const Page& page, std::string_view root,
                Markup& out) {
  out << "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
         "default-src 'none'; style-src 'self'; script-src 'self'; "
         "img-src 'self'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  if (!page.name.empty()) out << text(page.name) << " - ";
  out << text(site.publication.title)
      << "</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\""
      << text(root) << "assets/icon.svg\">\n";
  out << "<link rel=\"stylesheet\" href=\"" << text(root)
      << "assets/site.css\">\n<link rel=\"stylesheet\" href=\"" << text(root)
      << (page.is_search ? text("assets/search.css") : text("assets/table.css"))
      << "\">\n<script src=\"" << text(root)
      << "assets/scheme.js\"></script>\n<script src=\"" << text(root)
      << "assets/site.js\" defer></script>\n";
  if (page.is_search)
    out << "<script src=\"assets/data.js\" defer></script>\n"
           "<script src=\"assets/search.js\" defer></script>\n";
  out << "</head>\n";
}

constexpr std::string_view domains_way = "index.html#_domains";

void write_way(const Page& page, std::string_view root, std::string_view path,
               std::string_view name, Markup& out) {
  out << "<li><a href=\"" << text(root) << text(path) << "\"";
  if (page.path == path) out << " aria-current=\"page\"";
  if (page.path.starts_with("domains/") && path == domains_way)
    out << " aria-current=\"true\"";
  out << ">" << text(name) << "</a></li>\n";
}

void write_navigation(const Site& site, const Page& page, std::string_view root,
                      Markup& out) {
  const view::Publication& shown = site.publication;
  out << "<nav class=\"ways\" aria-label=\"主导航\">\n<ul>\n";
  write_way(page, root, "index.html", "首页", out);
  write_way(page, root, domains_way, "领域", out);
  for (const view::Table* table :
       {&shown.laws, &shown.bodies, &shown.statistics})
    if (Site::has_page(*table))
      write_way(page, root, path_of(*table), table->name, out);
  out << "</ul>\n</nav>\n";
}

void write_header(const Site& site, const Page& page, std::string_view root,
                  Markup& out) {
  out << "<a class=\"skip\" href=\"#_main\">跳到正文</a>\n"
         "<header class=\"top\">\n<div class=\"wide\">\n"
         "<a class=\"name\" href=\""
      << text(root) << "index.html\">" << text(site.publication.title)
      << "</a>\n";
  write_navigation(site, page, root, out);
  out << "<div class=\"tools\">\n";
  // Both need the script, which shows them.
  if (!page.is_search)
    out << "<form class=\"seek\" id=\"_seek\" role=\"search\" data-search=\""
        << text(root)
        << "index.html\" hidden>\n"
           "<label class=\"unseen\" for=\"_words\">搜索公开事项</label>\n"
           "<input id=\"_words\" type=\"search\" autocomplete=\"off\" "
           "placeholder=\"搜索公开事项\">\n"
           "<button type=\"submit\">搜索</button>\n</form>\n";
  out << "<button class=\"scheme\" id=\"_scheme\" type=\"button\" hidden>"
         "深色显示</button>\n</div>\n</div>\n</header>\n";
}

void write_fact(std::string_view label, std::string_view value, Markup& out) {
  if (value.empty()) return;
  out << "<li>" << text(label) << "：" << text(value) << "</li>\n";
}

void write_footer(const Site& site, Markup& out) {
  const view::Publication& shown = site.publication;
  out << "<footer class=\"foot\">\n<div class=\"wide\">\n<p>"
      << text(shown.title) << "</p>\n<ul>\n";
  write_fact("编制单位", shown.issuer, out);
  write_fact("版本", shown.version, out);
  write_fact("日期", shown.date, out);
  write_fact("适用层级", shown.levels, out);
  out << "</ul>\n</div>\n</footer>\n";
}

}  // namespace

Markup page_of(const Site& site, const Page& page, const Markup& main) {
  const std::string root = root_of(page.path);
  Markup out;
  out.reserve(main.bytes().size() + 4096);
  write_head(site, page, root, out);
  out << "<body>\n";
  write_header(site, page, root, out);
  out << "<main id=\"_main\" tabindex=\"-1\">\n" << main << "</main>\n";
  write_footer(site, out);
  out << "</body>\n</html>\n";
  return out;
}

}  // namespace catalog::emit::site
