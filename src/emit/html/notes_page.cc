#include "emit/html/notes_page.h"

#include <string>

#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

/// What the standard elements of an item tell a reader.
struct Meaning {
  std::string_view name;
  std::string_view meaning;
  std::string_view english_name;
  std::string_view english;
};

constexpr Meaning meanings[] = {
    {"公开事项", "政府应当公开的一件事，分一级到三级名称，由大到小。", "Item",
     "One thing a government must disclose, named on one to three levels."},
    {"公开内容（要素）", "这件事应当公开到哪些具体内容；标〇的可以不公开。",
     "Content", "What has to be published; what is marked 〇 is optional."},
    {"公开依据", "要求公开的法律、法规、规章和文件。已废止、已失效的注明状态。",
     "Basis",
     "The laws and documents that require it. Those no longer in force are "
     "marked."},
    {"公开时限", "从什么时候起、多少日之内公开，多久更新一次，或者公示多少日。",
     "Timing", "By when, how often, or for how long it is published."},
    {"公开主体", "负责公开的单位。", "Body", "Who has to publish it."},
    {"公开渠道和载体",
     "在哪里可以看到；■ 为采用的渠道，□ 为未采用的，表上另有说明的从其说明。",
     "Channels",
     "Where it is published: ■ is used, □ is not, unless the table says "
     "otherwise."},
    {"公开对象", "全社会，或者所列的特定群体。", "Audience",
     "Everybody, or the groups named."},
    {"公开方式", "主动：由公开主体自行公布；依申请：向公开主体提出申请后提供。",
     "Mode",
     "Proactive: published by the body itself; on request: given to those who "
     "ask."},
    {"公开层级", "由哪一级公开，同一事项可以由几级分别公开。", "Levels",
     "Which levels of government publish it; there may be several."},
    {"监督渠道", "认为没有依照目录公开时，向哪里反映。", "Supervision",
     "Whom to complain to when something is not published."},
};

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
  for (const Meaning& each : meanings)
    standard.add(site.say(each.name, each.english_name).value,
                 site.say(each.meaning, each.english).value);
  standard.end();
  write_own(site, main);
  main << "</div>\n";
  return page_of(site, {"elements.html", name, PageKind::text}, main);
}

}  // namespace catalog::emit::site
