#include "emit/html/item_list.h"

#include <algorithm>

#include "emit/html/item_text.h"

namespace catalog::emit::site {
namespace {

/// One list on its way into a page.
class Writer {
 public:
  Writer(const Site& site, const ItemListing& listing, std::string_view root,
         Markup& out)
      : site_(site), listing_(listing), root_(root), text_(site), out_(out) {}

  void write(const Items& items, std::string_view caption) {
    out_ << "<table class=\"items\">\n<caption class=\"unseen\">"
         << text(caption) << "</caption>\n<thead><tr>";
    write_head(item_words());
    has_articles_ =
        listing_.cited && std::ranges::any_of(items, [&](resolve::ItemId id) {
          return !articles_of(site_.edition[id]).empty();
        });
    if (has_articles_) write_head(article_words());
    if (!listing_.cited) write_head(content_words());
    write_head(timing_words());
    if (listing_.has_body) write_head(body_words());
    if (listing_.has_levels) write_head(level_words());
    out_ << "</tr></thead>\n";
    for (auto first = items.begin(); first != items.end();) {
      const auto domain = site_.edition[*first].domain;
      const auto last =
          std::find_if(first, items.end(), [&](resolve::ItemId id) {
            return site_.edition[id].domain != domain;
          });
      write_group(domain, first, last);
      first = last;
    }
    out_ << "</table>\n";
  }

 private:
  Text item_words() const { return site_.say("公开事项", "Item"); }
  Text content_words() const { return site_.say("公开内容", "Content"); }
  Text article_words() const { return site_.say("引用条款", "Article"); }
  Text timing_words() const { return site_.say("公开时限", "Timing"); }
  Text body_words() const { return site_.say("公开主体", "Body"); }
  Text level_words() const { return site_.say("公开层级", "Levels"); }

  void write_head(Text words) {
    out_ << "<th scope=\"col\">" << words << "</th>";
  }

  void write_group(resolve::DomainId domain, Items::const_iterator first,
                   Items::const_iterator last) {
    const auto columns =
        static_cast<std::size_t>(2 + (has_articles_ || !listing_.cited) +
                                 listing_.has_body + listing_.has_levels);
    out_ << "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\""
         << columns << "\">" << text(site_.edition[domain].name.text)
         << " <span class=\"count\">" << static_cast<std::size_t>(last - first)
         << site_.say(" 项", "") << "</span></th></tr>\n";
    for (; first != last; ++first) write_row(*first);
    out_ << "</tbody>\n";
  }

  void write_row(resolve::ItemId id) {
    const resolve::Item& item = site_.edition[id];
    out_ << "<tr><th scope=\"row\">";
    const std::string address = address_of(site_, id, root_);
    if (address.empty())
      out_ << text(ItemText::name(site_, item));
    else
      out_ << "<a href=\"" << text(address) << "\">"
           << text(ItemText::name(site_, item)) << "</a>";
    out_ << "</th>";
    if (has_articles_) write_cell(article_words(), articles_of(item));
    if (!listing_.cited)
      write_cell(content_words(), ItemText::content(site_, item));
    write_cell(timing_words(), text_.timing(item));
    if (listing_.has_body) write_cell(body_words(), text_.body(item));
    if (listing_.has_levels)
      write_cell(level_words(), text_.levels(item), "short");
    out_ << "</tr>\n";
  }

  void write_cell(Text label, std::string_view value,
                  std::string_view kind = "value") {
    out_ << "<td class=\"" << text(value.empty() ? "none" : kind)
         << "\" data-label=\"" << label << "\">";
    write_lines(value, out_);
    out_ << "</td>";
  }

  /// Where an item cites the list's law.
  std::string articles_of(const resolve::Item& item) const {
    std::string articles;
    for (const resolve::Citation& citation : item.basis)
      if (citation.law == listing_.cited && !citation.article.empty()) {
        if (!articles.empty()) articles += "、";
        articles += citation.article;
      }
    return articles;
  }

  const Site& site_;
  const ItemListing& listing_;
  std::string_view root_;
  ItemText text_;
  Markup& out_;
  bool has_articles_ = false;
};

}  // namespace

void write_item_list(const Site& site, const Items& items,
                     const ItemListing& listing, std::string_view caption,
                     std::string_view root, Markup& out) {
  Writer(site, listing, root, out).write(items, caption);
}

void write_lines(std::string_view lines, Markup& out) {
  for (bool is_first = true; !lines.empty(); is_first = false) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (!is_first) out << "<br>";
    out << text(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

}  // namespace catalog::emit::site
