#include <fmt/format.h>

#include <span>

#include "emit/diff/change.h"
#include "emit/diff/diff.h"
#include "emit/html/markup.h"
#include "source/embedded.h"
#include "source/sha256.h"

namespace catalog::emit::site {
std::span<const source::EmbeddedFile> embedded_files();
}

namespace catalog::emit::revision {
std::span<const source::EmbeddedFile> embedded_files();
}

namespace catalog::emit {
namespace {

using diagnostics::Language;
using diagnostics::Words;
using site::Markup;
using site::text;

constexpr Words title{"Changes of the catalog", "目录修订对照"};
constexpr Words nothing{"Nothing changed.", "没有变化。"};
constexpr Words old_side{"Old", "旧版"};
constexpr Words new_side{"New", "新版"};
constexpr Words before_word{"Before", "修订前"};
constexpr Words after_word{"After", "修订后"};
constexpr Words contents{"Contents", "目次"};

/// The site's own style and what this page has besides.
std::string style() {
  std::string css;
  for (const source::EmbeddedFile& file : site::embedded_files())
    if (file.path == "site.css") css += file.bytes;
  return css += diff_sheet();
}

std::string hash_of(std::string_view css) {
  const auto digest = source::sha256(css);
  return source::base64(
      {reinterpret_cast<const char*>(digest.data()), digest.size()});
}

class PageWriter {
 public:
  explicit PageWriter(const Revision& revision) : revision_(revision) {}

  std::string write() {
    write_head();
    out_ << "<body>\n<main id=\"_main\" class=\"wide\">\n"
            "<div class=\"revision\">\n<h1>"
         << say(title) << "</h1>\n</div>\n";
    write_sides();
    write_summary();
    const auto groups = groups_of(revision_);
    write_contents(groups);
    for (std::size_t i = 0; i < groups.size(); ++i) write_group(groups[i], i);
    out_ << "</main>\n</body>\n</html>\n";
    return std::string(out_.bytes());
  }

 private:
  Language language() const { return revision_.language; }
  site::Text say(const Words& words) const {
    return text(words.in(language()));
  }

  /// Nothing loads, nothing runs; the only style is the one whose hash is
  /// named.
  void write_head() {
    const std::string css = style();
    out_ << "<!doctype html>\n<html lang=\""
         << text(language() == Language::zh ? "zh-CN" : "en")
         << "\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\""
            "default-src 'none'; style-src 'sha256-"
         << text(hash_of(css))
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
         << say(title) << " - " << text(revision_.changes.now.title)
         << "</title>\n<style>";
    out_.append_rendered(css);
    out_ << "</style>\n</head>\n";
  }

  void write_sides() {
    const compare::Changes& changes = revision_.changes;
    out_ << "<dl class=\"sides\">\n<dt>" << say(old_side) << "</dt><dd>"
         << text(side_text(changes.before, revision_.before, language()))
         << "</dd>\n<dt>" << say(new_side) << "</dt><dd>"
         << text(side_text(changes.now, revision_.now, language()))
         << "</dd>\n</dl>\n";
  }

  void write_summary() {
    if (revision_.changes.empty())
      out_ << "<p>" << say(nothing) << "</p>\n";
    else
      out_ << "<ul class=\"effects\">\n";
    for (const compare::Effect effect : compare::all_effects)
      if (const std::size_t count = revision_.changes.count(effect); count > 0)
        out_ << "<li>" << say(name_of(effect)) << " <b>" << count
             << "</b></li>\n";
    if (!revision_.changes.empty()) out_ << "</ul>\n";
    for (const std::string& remark : remarks_of(revision_))
      out_ << "<p class=\"note\">" << text(remark) << "</p>\n";
  }

  void write_contents(const std::vector<ChangeGroup>& groups) {
    if (groups.size() < 2) return;
    out_ << "<nav class=\"contents\" aria-label=\"" << say(contents)
         << "\">\n<ol>\n";
    for (std::size_t i = 0; i < groups.size(); ++i)
      out_ << "<li><a href=\"#_" << i << "\">" << text(groups[i].title)
           << "</a> <span class=\"count\">" << groups[i].changes.size()
           << "</span></li>\n";
    out_ << "</ol>\n</nav>\n";
  }

  void write_group(const ChangeGroup& group, std::size_t number) {
    out_ << "<section>\n<h2 id=\"_" << number << "\">" << text(group.title)
         << "</h2>\n";
    for (const compare::Change* const change : group.changes)
      write_change(revision_, *change, style_, out_);
    out_ << "</section>\n";
  }

  const Revision& revision_;
  const ChangeStyle style_{before_word, after_word};
  Markup out_;
};

}  // namespace

std::string_view diff_sheet() {
  return revision::embedded_files().front().bytes;
}

std::string diff_html(const Revision& revision) {
  return PageWriter(revision).write();
}

}  // namespace catalog::emit
