#include "emit/html/markdown.h"

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <vector>

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

void become_paragraph(cmark_node* title) {
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_insert_before(title, paragraph);
  while (cmark_node* child = cmark_node_first_child(title))
    cmark_node_append_child(paragraph, child);
  cmark_node_unlink(title);
  cmark_node_free(title);
}

/// Links lead where a page may lead, others are their words alone; nothing is
/// loaded, so pictures are their descriptions.
void make_safe(cmark_node* document, Headings headings) {
  std::vector<cmark_node*> unsafe;
  std::vector<cmark_node*> titles;
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
    } else if (type == CMARK_NODE_HEADING && headings == Headings::below) {
      const int level = cmark_node_get_heading_level(node);
      cmark_node_set_heading_level(node, level < 6 ? level + 1 : 6);
    } else if (type == CMARK_NODE_HEADING) {
      titles.push_back(node);
    }
  }
  for (cmark_node* node : unsafe) {
    while (cmark_node* child = cmark_node_first_child(node))
      cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
  }
  for (cmark_node* node : titles) become_paragraph(node);
}

using Document = std::unique_ptr<cmark_node, NodeFreeing>;

Document parsed(std::string_view markdown) {
  return Document(cmark_parse_document(markdown.data(), markdown.size(),
                                       CMARK_OPT_DEFAULT));
}

}  // namespace

Markup rendered(std::string_view markdown, Headings headings) {
  const Document document = parsed(markdown);
  Markup out;
  if (!document) return out;
  make_safe(document.get(), headings);
  const std::unique_ptr<char, TextFreeing> html(
      cmark_render_html(document.get(), CMARK_OPT_DEFAULT));
  out.append_rendered(html.get());
  return out;
}

std::optional<std::size_t> line_of_html(std::string_view markdown) {
  const Document document = parsed(markdown);
  if (!document) return std::nullopt;
  std::size_t line = 1;
  const std::unique_ptr<cmark_iter, IteratorFreeing> iterator(
      cmark_iter_new(document.get()));
  for (cmark_event_type event = cmark_iter_next(iterator.get());
       event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    // What stands within a line knows no place of its own in this library.
    if (const int at = cmark_node_get_start_line(node); at > 0)
      line = static_cast<std::size_t>(at);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
      return line;
  }
  return std::nullopt;
}

}  // namespace catalog::emit::site
