#include "emit/html/guide_page.h"

#include "emit/html/markdown.h"
#include "emit/html/page.h"

namespace catalog::emit::site {

std::string path_of(const model::Guide& guide) {
  return "documents/" + std::string(guide.id.text) + ".html";
}

Markup guide_page(const Site& site, const model::Guide& guide) {
  const std::string path = path_of(guide);
  const std::string root = root_of(path);
  const std::string name(site.is_english && !guide.english_title.empty()
                             ? guide.english_title.text
                             : guide.title.text);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, root, main);
  main << "<div class=\"title\">\n<h1>" << text(name) << "</h1>\n</div>\n";
  if (!guide.note.empty())
    main << "<p class=\"note\">" << text(guide.note.text) << "</p>\n";
  main << "<div class=\"prose\">\n"
       << rendered(guide.markdown, Headings::below) << "</div>\n"
       << "</div>\n";
  return page_of(site, {path, name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
