#include "runner/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace catalog::runner {
namespace {

/// Takes the first line off `rest`, without its end.
std::optional<std::string_view> next_line(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

bool is_command(std::string_view line) { return line.starts_with("$ "); }

/// The length of the UTF-8 sequence that `text` begins with; 0: it has none.
std::size_t sequence_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80                    ? 1
                             : first >= 0xC2 && first < 0xE0 ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  if (text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
  return length;
}

/// The line as a reviewer can see it: what has no picture is spelled out, and
/// what would read as a command gets a backslash before it.
std::string visible(std::string_view line) {
  std::string out(is_command(line) ? "\\" : "");
  while (!line.empty()) {
    const std::size_t length = sequence_length(line);
    const std::string_view piece = line.substr(0, length);
    const auto byte = static_cast<unsigned char>(line[0]);
    if (length == 0 || (byte < 0x20 && byte != '\t') || byte == 0x7F)
      out += fmt::format("\\x{:02x}", byte);
    else if (piece == "\xEF\xBB\xBF")
      out += "\\ufeff";
    else
      out += piece;
    line.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string transcript_of(const Outcome& outcome) {
  std::string out;
  std::string_view rest = outcome.output;
  while (const auto line = next_line(rest)) out += visible(*line) + "\n";
  if (!outcome.output.empty() && outcome.output.back() != '\n')
    out += "[no end of line]\n";
  if (outcome.timed_out)
    out += "[over the time limit]\n";
  else if (outcome.exit_code != 0)
    out += fmt::format("[exit {}]\n", outcome.exit_code);
  return out;
}

}  // namespace

std::string replay(
    std::string_view session,
    const std::function<Outcome(const std::string& command)>& outcome_of) {
  std::string out;
  bool is_before_first = true;
  while (auto line = next_line(session)) {
    if (!is_command(*line)) {
      if (is_before_first) out.append(*line) += "\n";
      continue;
    }
    is_before_first = false;
    out.append(*line) += "\n";
    std::string command(line->substr(2));
    while (command.ends_with('\\') && (line = next_line(session))) {
      out.append(*line) += "\n";
      command.append("\n").append(*line);
    }
    out += transcript_of(outcome_of(command));
  }
  return out;
}

}  // namespace catalog::runner
