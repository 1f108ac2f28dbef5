#include <fmt/format.h>

#include <span>

#include "compare/marks.h"
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

using compare::Change;
using compare::Fate;
using compare::FieldChange;
using compare::LineChange;
using compare::Part;
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
constexpr Words field_word{"Field", "要素"};
constexpr Words effect_word{"Effect", "法律效果"};
constexpr Words other_order{"in another order", "先后有变"};
constexpr Words reason{"Reason: ", "理由："};
constexpr Words formerly{"formerly ", "原为 "};
constexpr Words contents{"Contents", "目次"};

/// The site's own style and what this page has besides.
std::string style() {
  std::string css;
  for (const source::EmbeddedFile& file : site::embedded_files())
    if (file.path == "site.css") css += file.bytes;
  for (const source::EmbeddedFile& file : revision::embedded_files())
    css += file.bytes;
  return css;
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
    for (const Change* const change : group.changes) write_change(*change);
    out_ << "</section>\n";
  }

  void write_change(const Change& change) {
    out_ << "<article class=\"change\">\n<h3><span class=\"fate\">"
         << say(name_of(change.fate)) << "</span>"
         << text(change.name.empty() ? change.id : change.name)
         << "</h3>\n<p class=\"id\">" << text(change.id);
    if (!change.former.empty())
      out_ << text(bracketed(
          std::string(formerly.in(language())) + change.former, language()));
    if (change.fate != Fate::changed)
      out_ << " · " << text(effects_text(change.effects, language()));
    out_ << "</p>\n";
    if (!change.fields.empty()) write_fields(change);
    if (const std::string because = why(revision_, change, nullptr);
        !because.empty())
      out_ << "<p class=\"because\">" << say(reason) << text(because)
           << "</p>\n";
    out_ << "</article>\n";
  }

  void write_fields(const Change& change) {
    out_ << "<table class=\"fields\">\n<thead><tr><th scope=\"col\">"
         << say(field_word) << "</th><th scope=\"col\">" << say(before_word)
         << "</th><th scope=\"col\">" << say(after_word)
         << "</th><th scope=\"col\">" << say(effect_word)
         << "</th></tr></thead>\n<tbody>\n";
    for (const FieldChange& field : change.fields) write_field(change, field);
    out_ << "</tbody>\n</table>\n";
  }

  void write_field(const Change& change, const FieldChange& field) {
    out_ << "<tr><th scope=\"row\">" << say(field.name);
    if (!field.places.empty())
      out_ << " <span class=\"count\">" << text(field.places) << "</span>";
    out_ << "</th>";
    const bool is_whole = change.fate != Fate::changed;
    const auto lines =
        is_whole ? std::vector<LineChange>{} : compare::lines_of(field);
    write_cell("old", before_word, field.before, lines, Part::Kind::gone);
    write_cell("new", after_word, field.now, lines, Part::Kind::fresh);
    out_ << "<td class=\"effect\" data-label=\"" << say(effect_word) << "\">";
    if (!is_whole) out_ << text(effects_text(field.effects, language()));
    if (!is_whole && lines.empty()) out_ << "<br>" << say(other_order);
    if (!field.reason.empty())
      out_ << "<p class=\"because\">" << say(reason) << text(field.reason)
           << "</p>";
    out_ << "</td></tr>\n";
  }

  /// One side of a field: what is gone or new in it marked, entries that did
  /// not change as they are.
  template <std::size_t size>
  void write_cell(const char (&name)[size], const Words& label,
                  const std::vector<std::string>& values,
                  const std::vector<LineChange>& lines, Part::Kind marked) {
    out_ << "<td class=\"" << name << "\" data-label=\"" << say(label) << "\">";
    const bool is_old = marked == Part::Kind::gone;
    for (const std::string& value : values) {
      const LineChange* found = nullptr;
      for (const LineChange& line : lines)
        if ((is_old ? line.before : line.now) == value) found = &line;
      out_ << "<p>";
      if (found == nullptr)
        out_ << text(value);
      else
        for (const Part& part : compare::marked(found->before, found->now))
          write_part(part, marked);
      out_ << "</p>";
    }
    out_ << "</td>";
  }

  void write_part(const Part& part, Part::Kind marked) {
    if (part.kind == Part::Kind::kept)
      out_ << text(part.text);
    else if (part.kind == marked && marked == Part::Kind::gone)
      out_ << "<del>" << text(part.text) << "</del>";
    else if (part.kind == marked)
      out_ << "<ins>" << text(part.text) << "</ins>";
  }

  const Revision& revision_;
  Markup out_;
};

}  // namespace

std::string diff_html(const Revision& revision) {
  return PageWriter(revision).write();
}

}  // namespace catalog::emit
