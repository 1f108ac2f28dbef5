#include "emit/html/downloads_page.h"

#include <algorithm>
#include <string>

#include "emit/csv/files.h"
#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

bool has(const Site& site, std::string_view format) {
  return std::ranges::count(site.publication.formats, format) > 0;
}

void write_file(std::string_view path, Text name, Text note, Markup& out) {
  out << "<li><a href=\"" << text(path) << "\" download>" << name << "</a> "
      << "<span class=\"count\">" << text(path) << "</span><p>" << note
      << "</p></li>\n";
}

void write_tables(const Site& site, Markup& out) {
  out << "<section>\n<h2>" << site.say("分表下载（CSV）", "Tables (CSV)")
      << "</h2>\n<p class=\"under\">"
      << site.say("UTF-8 编码的文本表格，可用表格软件打开。",
                  "Text tables in UTF-8, for any spreadsheet program.")
      << "</p>\n<ul class=\"grid apart\">\n";
  for (const CsvFile& file : csv_files(site.publication))
    out << "<li><a href=\"" << text(file.path) << "\" download><span>"
        << text(file.table->name) << "</span> <span class=\"count\">CSV</span>"
        << "</a></li>\n";
  out << "</ul>\n</section>\n";
}

}  // namespace

bool has_downloads(const Site& site) {
  return has(site, "xlsx") || has(site, "tables") || has(site, "json") ||
         has(site, "csv");
}

Markup downloads_page(const Site& site) {
  const std::string name(site.say("文件下载", "Downloads").value);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(name) << "</h1>\n</div>\n"
       << "<ul class=\"files\">\n";
  if (has(site, "xlsx"))
    write_file("catalog.xlsx", site.say("工作簿（XLSX）", "Workbook (XLSX)"),
               site.say("按领域分表的完整目录，适合打印和核对。",
                        "The whole catalog, a sheet a domain."),
               main);
  if (has(site, "tables"))
    write_file("tables.xlsx",
               site.say("各领域目录表（XLSX）", "Tables of the domains (XLSX)"),
               site.say("只有各领域的表格，没有隐藏内容，适合随文印发。",
                        "The domains' tables alone, with nothing hidden, to go "
                        "with a notice."),
               main);
  if (has(site, "json"))
    write_file("catalog.json", site.say("数据文件（JSON）", "Data (JSON)"),
               site.say("全部事项、依据、主体和渠道，供其他程序读取。",
                        "All items, laws, bodies and channels, for programs."),
               main);
  main << "</ul>\n";
  if (has(site, "csv")) write_tables(site, main);
  main << "</div>\n";
  return page_of(site, {"downloads.html", name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
