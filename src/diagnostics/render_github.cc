#include <fmt/format.h>

#include <iterator>

#include "diagnostics/places.h"
#include "diagnostics/render.h"

namespace catalog::diagnostics {
namespace {

/// Workflow commands take a line each: what would end the command, or a
/// property of it, is written as the Actions toolkit writes it.
std::string escaped(std::string_view text, bool is_property) {
  std::string result;
  for (const char byte : text) {
    const bool is_sign = byte == '%' || byte == '\r' || byte == '\n' ||
                         (is_property && (byte == ':' || byte == ','));
    if (is_sign)
      fmt::format_to(std::back_inserter(result), "%{:02X}",
                     static_cast<unsigned char>(byte));
    else
      result += byte;
  }
  return result;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::info ? "notice" : word_of(severity);
}

}  // namespace

std::string render_github(const Report& report) {
  std::string out;
  Places places(report.tree);
  for (const Diagnostic& each : report.diagnostics.sorted()) {
    if (!report.shows_info && each.severity == Severity::info) continue;
    const source::Position begin = places.begin(each.span);
    const source::Position end = places.end(each.span);
    fmt::format_to(std::back_inserter(out), "::{} file={},line={},endLine={}",
                   command_of(each.severity),
                   escaped(report.path(each.span.file), true), begin.line,
                   end.line);
    // Columns are taken only within a line; the last one counts as inside.
    if (begin.line == end.line)
      fmt::format_to(std::back_inserter(out), ",col={},endColumn={}",
                     begin.column, std::max(begin.column, end.column - 1));
    std::string message = printable(each.message);
    if (!each.help.empty()) message += "\n" + printable(each.help);
    fmt::format_to(std::back_inserter(out), ",title={}::{}\n",
                   escaped(each.code, true), escaped(message, false));
  }
  if (!report.failure.empty())
    fmt::format_to(std::back_inserter(out), "::error title=catalog::{}\n",
                   escaped(printable(report.failure), false));
  return out;
}

}  // namespace catalog::diagnostics
