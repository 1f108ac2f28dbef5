#include "emit/diff/change.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "compare/marks.h"
#include "emit/diff/words.h"

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

constexpr Words field_word{"Field", "要素"};
constexpr Words all_words{"All that it said", "各项要素"};
constexpr Words value_word{"Value", "内容"};

/// One change on its way into a page.
class Writer {
 public:
  Writer(const Revision& revision, const Change& change,
         const ChangeStyle& style, Markup& out)
      : revision_(revision), change_(change), style_(style), out_(out) {
    has_one_reason_ =
        !change.fields.empty() &&
        std::all_of(change.fields.begin(), change.fields.end(),
                    [&](const FieldChange& field) {
                      return field.reason == change.fields.front().reason;
                    });
  }

  void write() {
    const std::string address =
        style_.address ? style_.address(change_) : std::string();
    out_ << "<article class=\"change\">\n<h3>";
    if (style_.shows_fate)
      out_ << "<span class=\"fate\">" << say(name_of(change_.fate))
           << "</span> ";
    if (!address.empty()) out_ << "<a href=\"" << text(address) << "\">";
    out_ << text(name());
    if (!address.empty()) out_ << "</a>";
    out_ << "</h3>\n<p class=\"id\">" << text(about()) << "</p>\n";
    const bool is_shown = change_.fate == Fate::added && !address.empty();
    if (!change_.fields.empty() && !is_shown) write_told();
    const FieldChange* const first =
        has_one_reason_ ? &change_.fields.front() : nullptr;
    if (const std::string because = why(revision_, change_, first);
        !because.empty())
      out_ << "<p class=\"because\">" << text(told(because)) << "</p>\n";
    out_ << "</article>\n";
  }

 private:
  Language language() const { return revision_.language; }
  site::Text say(const Words& words) const {
    return text(words.in(language()));
  }

  std::string told(const std::string& why) const {
    return revision::because.in(language(), why);
  }

  std::string name() const {
    if (style_.name) return style_.name(change_);
    return change_.name.empty() ? change_.id : change_.name;
  }

  std::string about() const {
    if (style_.about) return style_.about(change_);
    std::string words = change_.id;
    if (!change_.former.empty())
      words += bracketed(revision::formerly.in(language(), change_.former),
                         language());
    if (change_.fate != Fate::changed)
      words += " · " + effects_text(change_.effects, language());
    return words;
  }

  void write_told() {
    const bool is_folded = style_.folds && is_whole();
    if (is_folded)
      out_ << "<details>\n<summary>" << say(all_words) << "</summary>\n";
    write_fields();
    if (is_folded) out_ << "</details>\n";
  }

  void write_fields() {
    out_ << "<table class=\"fields" << (is_whole() ? text(" whole") : text(""))
         << "\">\n<thead><tr><th scope=\"col\">" << say(field_word) << "</th>";
    if (is_whole()) {
      out_ << "<th scope=\"col\">" << say(value_word) << "</th>";
    } else {
      out_ << "<th scope=\"col\">" << say(style_.before)
           << "</th><th scope=\"col\">" << say(style_.now)
           << "</th><th scope=\"col\">" << say(revision::effect) << "</th>";
    }
    out_ << "</tr></thead>\n<tbody>\n";
    for (const FieldChange& field : change_.fields) write_field(field);
    out_ << "</tbody>\n</table>\n";
  }

  /// Whether there is but one side to tell of.
  bool is_whole() const { return change_.fate != Fate::changed; }

  void write_field(const FieldChange& field) {
    out_ << "<tr><th scope=\"row\">" << say(field.name);
    if (!field.places.empty())
      out_ << " <span class=\"count\">" << text(field.places) << "</span>";
    out_ << "</th>";
    if (is_whole()) {
      const bool is_gone = change_.fate == Fate::removed;
      write_cell(is_gone ? text("old") : text("new"), say(value_word),
                 is_gone ? field.before : field.now, {}, Part::Kind::kept);
      out_ << "</tr>\n";
      return;
    }
    const auto lines = compare::lines_of(field);
    write_cell(text("old"), say(style_.before), field.before, lines,
               Part::Kind::gone);
    write_cell(text("new"), say(style_.now), field.now, lines,
               Part::Kind::fresh);
    out_ << "<td class=\"effect\" data-label=\"" << say(revision::effect)
         << "\">" << text(effects_text(field.effects, language()));
    if (lines.empty()) out_ << "<br>" << say(revision::other_order);
    if (!field.reason.empty() && !has_one_reason_)
      out_ << "<p class=\"because\">" << text(told(field.reason)) << "</p>";
    out_ << "</td></tr>\n";
  }

  /// One side of a field: what is gone or new in it marked, entries that did
  /// not change as they are.
  void write_cell(site::Text side, site::Text label,
                  const std::vector<std::string>& values,
                  const std::vector<LineChange>& lines, Part::Kind marked) {
    out_ << "<td class=\"" << side << "\" data-label=\"" << label << "\">";
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
  const Change& change_;
  const ChangeStyle& style_;
  Markup& out_;
  bool has_one_reason_ = false;  // for all its fields: then it is said once
};

}  // namespace

void write_change(const Revision& revision, const Change& change,
                  const ChangeStyle& style, Markup& out) {
  Writer(revision, change, style, out).write();
}

}  // namespace catalog::emit
