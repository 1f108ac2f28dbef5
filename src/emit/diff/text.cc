#include <fmt/format.h>

#include <algorithm>

#include "compare/marks.h"
#include "emit/diff/diff.h"
#include "emit/diff/words.h"
#include "unicode/width.h"

namespace catalog::emit {
namespace {

using compare::Change;
using compare::Fate;
using compare::FieldChange;
using compare::LineChange;
using compare::Part;
using diagnostics::Language;
using diagnostics::Message;
using diagnostics::Words;

constexpr Words nothing{"nothing changed\n", "没有变化\n"};
constexpr Message<std::string> only_in{"in {}", "限 {}"};
constexpr Message<std::string> because{"reason: {}", "理由：{}"};
constexpr Message<std::size_t, std::string> counted{"{} changes: {}\n",
                                                    "共 {} 处变化：{}\n"};
constexpr Message<std::string> one_counted{"1 change: {}\n",
                                           "共 1 处变化：{}\n"};
constexpr Words old_side{"old", "旧版"};
constexpr Words new_side{"new", "新版"};

constexpr std::string_view red = "\x1b[31m", green = "\x1b[32m",
                           yellow = "\x1b[33m", bold = "\x1b[1m",
                           struck = "\x1b[31;9m", plain = "\x1b[0m";

std::string padded(std::string_view text, std::size_t width) {
  return fmt::format("{}{:{}}", text, "",
                     width - std::min(width, unicode::width(text)));
}

/// What a terminal would take for an order is shown, not obeyed.
std::string tame(std::string_view text) {
  std::string all;
  for (const char each : text)
    if (static_cast<unsigned char>(each) < 0x20 || each == 0x7f)
      all += ' ';
    else
      all += each;
  return all;
}

class TextWriter {
 public:
  explicit TextWriter(const Revision& revision) : revision_(revision) {}

  std::string write() {
    const compare::Changes& changes = revision_.changes;
    write_side(old_side, changes.before, revision_.before);
    write_side(new_side, changes.now, revision_.now);
    for (const ChangeGroup& group : groups_of(revision_)) write_group(group);
    text_ += '\n';
    for (const std::string& remark : remarks_of(revision_))
      text_ += tame(remark) + "\n";
    if (changes.empty())
      text_ += nothing.in(language());
    else if (changes.all.size() == 1)
      text_ += one_counted.in(language(), counts_text(revision_));
    else
      text_ +=
          counted.in(language(), changes.all.size(), counts_text(revision_));
    return std::move(text_);
  }

 private:
  Language language() const { return revision_.language; }

  std::string coloured(std::string_view colour, std::string_view text) const {
    if (!revision_.wants_colour || text.empty()) return std::string(text);
    return fmt::format("{}{}{}", colour, text, plain);
  }

  void write_side(Words which, const compare::Side& side,
                  const std::string& label) {
    text_ += fmt::format("{}  {}\n", which.in(language()),
                         tame(side_text(side, label, language())));
  }

  void write_group(const ChangeGroup& group) {
    text_ += fmt::format("\n{}\n", coloured(bold, tame(group.title)));
    for (const Change* const change : group.changes) write_change(*change);
  }

  void write_change(const Change& change) {
    const std::string_view sign = change.fate == Fate::added     ? "+"
                                  : change.fate == Fate::removed ? "-"
                                                                 : "~";
    std::string line = fmt::format("{} {}", sign, change.id);
    if (!change.name.empty() && change.name != change.id)
      line += fmt::format("  {}", tame(change.name));
    line = coloured(change.fate == Fate::added     ? green
                    : change.fate == Fate::removed ? red
                                                   : yellow,
                    line);
    if (change.fate != Fate::changed)
      line += fmt::format("  {}", effects_text(change.effects, language()));
    if (!change.former.empty())
      line +=
          fmt::format("  {}", revision::formerly.in(language(), change.former));
    text_ += fmt::format("  {}\n", line);
    // Of what came or went the name is enough, and why.
    if (change.fate == Fate::changed) write_fields(change);
    write_reason(why(revision_, change, nullptr));
  }

  void write_fields(const Change& change) {
    std::size_t label = 0, effect = 0;
    for (const FieldChange& field : change.fields) {
      label = std::max(label, unicode::width(label_of(field)));
      effect = std::max(
          effect, unicode::width(effects_text(field.effects, language())));
    }
    for (const FieldChange& field : change.fields) {
      std::string head =
          fmt::format("      {}  {}  ", padded(label_of(field), label),
                      padded(effects_text(field.effects, language()), effect));
      const std::string indent(unicode::width(head), ' ');
      for (const std::string& line : lines_of(field)) {
        text_ += head + line + "\n";
        head = indent;
      }
      if (!field.reason.empty())
        text_ += indent + because.in(language(), tame(field.reason)) + "\n";
    }
  }

  std::string label_of(const FieldChange& field) const {
    std::string label(field.name.in(language()));
    if (!field.places.empty())
      label += bracketed(only_in.in(language(), field.places), language());
    return label;
  }

  void write_reason(const std::string& text) {
    if (!text.empty())
      text_ += fmt::format("      {}\n", because.in(language(), tame(text)));
  }

  std::vector<std::string> lines_of(const FieldChange& field) const {
    std::vector<std::string> lines;
    for (const LineChange& change : compare::lines_of(field)) {
      if (change.is_reworded())
        lines.push_back(marked_text(change));
      else if (change.now.empty())
        lines.push_back(coloured(red, "- " + tame(change.before)));
      else
        lines.push_back(coloured(green, "+ " + tame(change.now)));
    }
    if (lines.empty()) {
      std::string all(revision::other_order.in(language()));
      for (std::size_t i = 0; i < field.now.size() && i < 5; ++i)
        all += (i == 0 ? (language() == Language::zh ? "：" : ": ")
                       : (language() == Language::zh ? "、" : ", ")) +
               tame(field.now[i]);
      lines.push_back(std::move(all));
    }
    return lines;
  }

  std::string marked_text(const LineChange& change) const {
    std::string text;
    for (const Part& part : compare::marked(change.before, change.now)) {
      const std::string words = tame(part.text);
      if (part.kind == Part::Kind::kept)
        text += words;
      else if (part.kind == Part::Kind::gone)
        text += revision_.wants_colour ? coloured(struck, words)
                                       : fmt::format("[-{}-]", words);
      else
        text += revision_.wants_colour ? coloured(green, words)
                                       : fmt::format("{{+{}+}}", words);
    }
    return text;
  }

  const Revision& revision_;
  std::string text_;
};

}  // namespace

std::string diff_text(const Revision& revision) {
  return TextWriter(revision).write();
}

}  // namespace catalog::emit
