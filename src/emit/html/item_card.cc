#include "emit/html/item_card.h"

#include <string>

#include "emit/html/facts.h"
#include "emit/html/item_list.h"
#include "emit/html/standing.h"

namespace catalog::emit::site {
namespace {

void write_linked_name(const std::string& address, std::string_view name,
                       Markup& out) {
  if (address.empty())
    out << text(name);
  else
    out << "<a href=\"" << text(address) << "\">" << text(name) << "</a>";
}

}  // namespace

void write_citation(const Site& site, const resolve::Citation& citation,
                    std::string_view line, std::string_view root, Markup& out) {
  if (!citation.law) {
    out << text(line);
    return;
  }
  write_linked_name(address_of(site, *citation.law, root), line, out);
  const auto standing = site.edition.standing_of(site.edition[*citation.law]);
  if (const auto fault = standing_fault(standing); !fault.empty())
    out << " <span class=\"fault\">" << text(fault) << "</span>";
}

void write_basis(const Site& site, const resolve::Item& item,
                 std::string_view root, Markup& out) {
  out << "<ul class=\"lines\">";
  for (const resolve::Citation& citation : item.basis) {
    out << "<li>";
    write_citation(site, citation, view::citation_text(site.edition, citation),
                   root, out);
    out << "</li>";
  }
  out << "</ul>";
}

void write_bodies(const Site& site, const resolve::Item& item,
                  std::string_view root, Markup& out) {
  bool is_first_line = true;
  for (const auto& part : site.edition.body_of(item).parts) {
    if (!is_first_line) out << "<br>";
    is_first_line = false;
    if (part.level) out << text(model::chinese(*part.level)) << "：";
    bool is_first = true;
    for (const resolve::BodyId id : part.value) {
      if (!is_first) out << "、";
      is_first = false;
      write_linked_name(address_of(site, id, root), site.edition[id].name.text,
                        out);
    }
  }
}

void ItemCards::write(resolve::ItemId id, Markup& out) const {
  const resolve::Item& item = site_.edition[id];
  out << "<article class=\"card\">\n";
  write_name(id, out);
  Markup timing;
  write_lines(text_.timing(item), timing);
  Markup bodies;
  write_bodies(site_, item, root_, bodies);
  Facts facts(out);
  facts.add(site_.say("公开时限", "Timing"), timing);
  facts.add(site_.say("公开主体", "Body"), bodies);
  facts.end();
  write_more(item, out);
  write_related(item, out);
  out << "</article>\n";
}

void ItemCards::write_name(resolve::ItemId id, Markup& out) const {
  const resolve::Item& item = site_.edition[id];
  out << "<h3>";
  write_linked_name(address_of(site_, id, root_), ItemText::name(site_, item),
                    out);
  out << "</h3>\n<p class=\"where\">"
      << text(site_.edition[item.domain].name.text) << "</p>\n";
}

void ItemCards::write_content(const resolve::Item& item, Markup& out) const {
  out << "<ul class=\"lines\">";
  for (const model::ContentEntry* entry : site_.edition.content_of(item)) {
    out << "<li>" << text(entry->text.text);
    for (std::size_t i = 0; i < entry->parts.size(); ++i) {
      if (i == 0)
        out << "：";
      else
        out << "、";
      out << text(entry->parts[i].text);
    }
    out << "</li>";
  }
  out << "</ul>";
}

void ItemCards::write_more(const resolve::Item& item, Markup& out) const {
  Markup content;
  write_content(item, content);
  Markup basis;
  if (!item.basis.empty()) write_basis(site_, item, root_, basis);
  Markup channels;
  write_lines(text_.channels(item), channels);
  out << "<details>\n<summary>"
      << site_.say("公开内容、依据和渠道", "Content, basis and channels")
      << "</summary>\n";
  Facts facts(out);
  facts.add(site_.say("公开内容", "Content"), content);
  facts.add(site_.say("公开依据", "Basis"), basis);
  facts.add(site_.say("公开渠道", "Channels"), channels);
  facts.add(site_.say("公开层级", "Levels"), text_.levels(item));
  if (item.flow) {
    Markup flow;
    write_linked_name(std::string(root_) + path_of(site_, *item.flow),
                      site_.edition[*item.flow].title.text, flow);
    facts.add(site_.say("流程", "Flow chart"), flow);
  }
  facts.add(site_.say("备注", "Note"), item.note.text);
  facts.end();
  out << "</details>\n";
}

void ItemCards::write_related(const resolve::Item& item, Markup& out) const {
  if (item.related.empty()) return;
  out << "<p class=\"related\"><span>" << site_.say("一并查看：", "See also: ")
      << "</span>";
  bool is_first = true;
  for (const resolve::ItemId id : item.related) {
    if (!is_first) out << "、";
    is_first = false;
    const resolve::Item& other = site_.edition[id];
    const std::string_view name =
        other.name.empty() ? other.id.text : other.name.back().text;
    write_linked_name(address_of(site_, id, root_), name, out);
  }
  out << "</p>\n";
}

}  // namespace catalog::emit::site
