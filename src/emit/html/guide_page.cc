#include "emit/html/guide_page.h"

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

struct NodeFreeing {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct TextFreeing {
  void operator()(char* text) const { std::free(text); }
};
struct IteratorFreeing {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// Links lead where a page may lead, others are their words alone; nothing is
/// loaded, so pictures are their descriptions. Headings stand below the page's
/// own.
void make_safe(cmark_node* document) {
  std::vector<cmark_node*> unsafe;
  const std::unique_ptr<cmark_iter, IteratorFreeing> iterator(
      cmark_iter_new(document));
  for (cmark_event_type event = cmark_iter_next(iterator.get());
       event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    const char* url = type == CMARK_NODE_LINK ? cmark_node_get_url(node) : "";
    if (type == CMARK_NODE_IMAGE ||
        (type == CMARK_NODE_LINK && (!url || !is_safe_link(url)))) {
      unsafe.push_back(node);
    } else if (type == CMARK_NODE_HEADING) {
      const int level = cmark_node_get_heading_level(node);
      cmark_node_set_heading_level(node, level < 6 ? level + 1 : 6);
    }
  }
  for (cmark_node* node : unsafe) {
    while (cmark_node* child = cmark_node_first_child(node))
      cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }
}

/// Markdown as markup. Raw HTML is left out by cmark itself.
Markup rendered(std::string_view markdown) {
  const std::unique_ptr<cmark_node, NodeFreeing> document(cmark_parse_document(
      markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
  Markup out;
  if (!document) return out;
  make_safe(document.get());
  const std::unique_ptr<char, TextFreeing> html(
      cmark_render_html(document.get(), CMARK_OPT_DEFAULT));
  out.append_rendered(html.get());
  return out;
}

}  // namespace

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
       << rendered(guide.markdown) << "</div>\n"
       << "</div>\n";
  return page_of(site, {path, name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
