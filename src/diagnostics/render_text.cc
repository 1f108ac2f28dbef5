#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "diagnostics/excerpt.h"
#include "diagnostics/places.h"
#include "diagnostics/render.h"

namespace catalog::diagnostics {
namespace {

constexpr Words error_word{"error: ", "错误："};
constexpr Words warning_word{"warning: ", "警告："};
constexpr Words info_word{"info: ", "提示："};
constexpr Words note_word{"note: ", "说明："};
constexpr Words help_word{"help: ", "建议："};

const Words& title_of(Severity severity) {
  switch (severity) {
    case Severity::error: return error_word;
    case Severity::warning: return warning_word;
    case Severity::info: break;
  }
  return info_word;
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::info: break;
  }
  return "\x1b[1;36m";
}

/// Writes one report, a finding after the other.
class TextRenderer {
 public:
  explicit TextRenderer(const Report& report)
      : report_(report),
        places_(report.tree),
        language_(report.diagnostics.language()) {}

  std::string render() {
    for (const Diagnostic& each : report_.diagnostics.sorted())
      if (report_.shows_info || each.severity != Severity::info) show(each);
    if (!report_.shows_info) out_ += hidden_line(report_.diagnostics);
    if (!report_.failure.empty())
      out_ += std::string(error_word.in(language_)) +
              printable(report_.failure) + '\n';
    else if (report_.ends_with_count)
      out_ += count_line(report_.diagnostics, report_.coverage) + '\n' +
              compared_line(report_.coverage, language_);
    return std::move(out_);
  }

 private:
  std::string painted(std::string_view colour, std::string_view text) const {
    if (!report_.is_coloured || text.empty()) return std::string(text);
    return fmt::format("{}{}\x1b[0m", colour, text);
  }

  void show(const Diagnostic& each) {
    show_place(each.span);
    out_ += painted(colour_of(each.severity),
                    title_of(each.severity).in(language_));
    fmt::format_to(std::back_inserter(out_), "{} [{}]\n",
                   printable(each.message), each.code);
    show_line(each);
    for (const Label& label : each.labels) {
      show_place(label.span);
      out_ += note_word.in(language_);
      out_ += printable(label.message) + '\n';
    }
    if (!each.help.empty())
      fmt::format_to(std::back_inserter(out_), "  {}{}\n",
                     help_word.in(language_), printable(each.help));
  }

  void show_place(const source::Span& span) {
    const source::Position at = places_.begin(span);
    const std::string place = fmt::format(
        "{}:{}:{}: ", printable(report_.path(span.file)), at.line, at.column);
    out_ += painted("\x1b[1m", place);
  }

  /// The first line of what is meant, and carets below it.
  void show_line(const Diagnostic& each) {
    const source::Lines& lines = places_.lines(each.span.file);
    const std::uint32_t number = lines.position(each.span.begin).line;
    const std::uint32_t start = lines.start(number);
    const std::string_view line = lines.line(number);
    if (line.empty()) return;
    const Excerpt excerpt =
        excerpt_of(line, each.span.begin - start,
                   std::min<std::size_t>(each.span.end - start, line.size()));
    const std::string gutter = std::to_string(number);
    fmt::format_to(std::back_inserter(out_), " {} | {}\n", gutter,
                   excerpt.line);
    fmt::format_to(
        std::back_inserter(out_), " {:{}} | {:{}}{}\n", "", gutter.size(), "",
        excerpt.caret,
        painted(colour_of(each.severity), std::string(excerpt.width, '^')));
  }

  const Report& report_;
  Places places_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: break;
  }
  return "info";
}

std::string count_line(const Diagnostics& diagnostics,
                       const Coverage& coverage) {
  const std::size_t errors = diagnostics.count(Severity::error);
  const std::size_t warnings = diagnostics.count(Severity::warning);
  const bool is_clean = errors == 0 && warnings == 0;
  if (diagnostics.language() == Language::zh) {
    const std::string found =
        is_clean ? "没有错误和警告"
                 : fmt::format("{} 个错误，{} 个警告", errors, warnings);
    const std::string time =
        coverage.seconds ? fmt::format("，{:.2f} 秒", *coverage.seconds) : "";
    return fmt::format("{}（检查 {} 项{}）", found, coverage.items, time);
  }
  const auto plural = [](std::size_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
  };
  const std::string found =
      is_clean ? "no errors or warnings"
               : plural(errors, "error") + ", " + plural(warnings, "warning");
  const std::string time =
      coverage.seconds ? fmt::format(", {:.2f} s", *coverage.seconds) : "";
  return fmt::format("{} ({} checked{})", found, plural(coverage.items, "item"),
                     time);
}

std::string compared_line(const Coverage& coverage, Language language) {
  if (!coverage.compared) return {};
  const Coverage::Compared& counts = *coverage.compared;
  if (language == Language::zh)
    return fmt::format(
        "与上级目录相比：不弱于上级 {} 项，无法比较 {} 项，经批准例外 {} 项\n",
        counts.not_weaker, counts.incomparable, counts.waived);
  return fmt::format(
      "against the base: {} not weaker, {} incomparable, {} waived\n",
      counts.not_weaker, counts.incomparable, counts.waived);
}

std::string hidden_line(const Diagnostics& diagnostics) {
  const std::size_t hidden = diagnostics.count(Severity::info);
  if (hidden == 0) return {};
  if (diagnostics.language() == Language::zh)
    return fmt::format("另有 {} 条提示，加 --info 查看\n", hidden);
  return fmt::format("{} {} not shown: --info shows {}\n", hidden,
                     hidden == 1 ? "hint" : "hints",
                     hidden == 1 ? "it" : "them");
}

std::string render_text(const Report& report) {
  return TextRenderer(report).render();
}

}  // namespace catalog::diagnostics
