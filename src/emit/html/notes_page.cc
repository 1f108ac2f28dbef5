#include "emit/html/notes_page.h"

#include <string>

#include "emit/html/page.h"
#include "view/meanings.h"

namespace catalog::emit::site {
namespace {

/// Names and what they mean; names whose meaning nobody wrote are left out.
class Definitions {
 public:
  Definitions(Text title, Markup& out) : title_(title), out_(out) {}

  void add(std::string_view name, std::string_view note) {
    if (note.empty()) return;
    if (!is_open_)
      out_ << "<section>\n<h2>" << title_ << "</h2>\n<dl class=\"facts\">\n";
    is_open_ = true;
    out_ << "<div><dt>" << text(name) << "</dt><dd>" << text(note)
         << "</dd></div>\n";
  }

  void end() {
    if (is_open_) out_ << "</dl>\n</section>\n";
  }

 private:
  Text title_;
  Markup& out_;
  bool is_open_ = false;
};

void write_own(const Site& site, Markup& out) {
  const auto& catalog = *site.edition;
  Definitions own(site.say("本目录的自定要素", "Elements of this catalog"),
                  out);
  for (const model::Element& element : catalog.elements)
    own.add(element.name.text, element.note.text);
  own.end();
  Definitions channels(site.say("公开渠道和载体", "Channels"), out);
  for (const model::Channel& channel : catalog.channels)
    channels.add(channel.name.text, channel.note.text);
  channels.end();
  for (const model::Taxonomy& taxonomy : catalog.taxonomies) {
    Definitions terms(text(taxonomy.name.text), out);
    for (const model::Term& term : taxonomy.terms)
      terms.add(term.name.text, term.note.text);
    terms.end();
  }
}

}  // namespace

Markup notes_page(const Site& site) {
  const std::string name(site.say("要素说明", "Notes on the elements").value);
  Markup main;
  main << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", main);
  main << "<div class=\"title\">\n<h1>" << text(name)
       << "</h1>\n<p class=\"under\">"
       << site.say("目录中各栏说的是什么。",
                   "What the columns of the catalog tell.")
       << "</p>\n</div>\n";
  Definitions standard(site.say("标准要素", "Standard elements"), main);
  for (const view::Meaning& each : view::meanings)
    standard.add(site.say(each.name, each.english_name).value,
                 site.say(each.meaning, each.english).value);
  standard.end();
  write_own(site, main);
  main << "</div>\n";
  return page_of(site, {"elements.html", name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
