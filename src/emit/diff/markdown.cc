#include <fmt/format.h>

#include "compare/marks.h"
#include "emit/diff/diff.h"
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

constexpr Words title{"Changes of the catalog", "目录修订"};
constexpr Words nothing{"Nothing changed.", "没有变化。"};
constexpr Words count_word{"Changes", "处数"};
/// What a forge takes into one comment, with room to spare.
constexpr std::size_t most_bytes = 60'000;
constexpr Words cut{
    "… and more: the comment would be too long. See the other formats.",
    "……内容过长，其余从略，请看其他格式。"};

/// Text that is no markup, whatever it holds.
std::string escaped(std::string_view text) {
  std::string all;
  for (const char each : text) {
    if (each == '<')
      all += "&lt;";
    else if (each == '>')
      all += "&gt;";
    else if (each == '&')
      all += "&amp;";
    else if (each == '\n' || each == '\r')
      all += ' ';
    else if (std::string_view("\\`*_{}[]#+|~!@").find(each) !=
             std::string_view::npos)
      (all += '\\') += each;
    else
      all += each;
  }
  return all;
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const Revision& revision) : revision_(revision) {}

  std::string write() {
    const compare::Changes& changes = revision_.changes;
    text_ = fmt::format(
        "### {}\n\n{} → {}\n\n", title.in(language()),
        escaped(side_text(changes.before, revision_.before, language())),
        escaped(side_text(changes.now, revision_.now, language())));
    if (changes.empty())
      text_ += fmt::format("{}\n\n", nothing.in(language()));
    else
      write_counts();
    for (const std::string& remark : remarks_of(revision_))
      text_ += fmt::format("> {}\n\n", escaped(remark));
    for (const ChangeGroup& group : groups_of(revision_)) {
      text_ += fmt::format("#### {}\n\n", escaped(group.title));
      for (const Change* const change : group.changes) {
        if (text_.size() > most_bytes) {
          text_ += fmt::format("\n{}\n", cut.in(language()));
          return std::move(text_);
        }
        write_change(*change);
      }
      text_ += '\n';
    }
    while (text_.ends_with("\n\n")) text_.pop_back();
    return std::move(text_);
  }

 private:
  Language language() const { return revision_.language; }
  std::string_view colon() const {
    return language() == Language::zh ? "：" : ": ";
  }

  void write_counts() {
    text_ +=
        fmt::format("| {} | {} |\n|---|---:|\n",
                    revision::effect.in(language()), count_word.in(language()));
    for (const compare::Effect effect : compare::all_effects)
      if (const std::size_t count = revision_.changes.count(effect); count > 0)
        text_ +=
            fmt::format("| {} | {} |\n", name_of(effect).in(language()), count);
    text_ += '\n';
  }

  void write_change(const Change& change) {
    text_ +=
        fmt::format("- **{}** `{}` {}", name_of(change.fate).in(language()),
                    change.id, escaped(change.name));
    if (!change.former.empty())
      text_ += bracketed(
          revision::formerly.in(language(), fmt::format("`{}`", change.former)),
          language());
    if (change.fate != Fate::changed)
      text_ += fmt::format(" — {}", effects_text(change.effects, language()));
    text_ += '\n';
    if (change.fate == Fate::changed)
      for (const FieldChange& field : change.fields) write_field(field);
    if (const std::string text = why(revision_, change, nullptr); !text.empty())
      text_ += fmt::format("  - {}\n",
                           revision::because.in(language(), escaped(text)));
  }

  void write_field(const FieldChange& field) {
    text_ += fmt::format("  - {}", field.name.in(language()));
    if (!field.places.empty()) text_ += bracketed(field.places, language());
    text_ += fmt::format(" **{}**{}", effects_text(field.effects, language()),
                         colon());
    const auto lines = compare::lines_of(field);
    if (lines.empty()) text_ += revision::other_order.in(language());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) text_ += language() == Language::zh ? "；" : "; ";
      write_line(lines[i]);
    }
    if (!field.reason.empty())
      text_ += fmt::format(
          " — {}", revision::because.in(language(), escaped(field.reason)));
    text_ += '\n';
  }

  void write_line(const LineChange& line) {
    for (const Part& part : compare::marked(line.before, line.now))
      if (part.kind == Part::Kind::kept)
        text_ += escaped(part.text);
      else if (part.kind == Part::Kind::gone)
        text_ += fmt::format("<del>{}</del>", escaped(part.text));
      else
        text_ += fmt::format("<ins>{}</ins>", escaped(part.text));
  }

  const Revision& revision_;
  std::string text_;
};

}  // namespace

std::string diff_markdown(const Revision& revision) {
  return MarkdownWriter(revision).write();
}

}  // namespace catalog::emit
