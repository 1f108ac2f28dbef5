#include "sync/plain.h"

#include "import/text.h"

namespace catalog::sync {
namespace {

void replace_all(std::string& text, std::string_view from,
                 std::string_view to) {
  if (from.empty() || from == to) return;
  for (std::size_t at = text.find(from); at != text.npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

std::vector<std::string> lines_in(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = import::trimmed(text.substr(0, end));
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<import::Box> boxes_in(const workbook::PrintedTable& table,
                                  std::string_view text) {
  std::string usual = import::cleaned(text);
  replace_all(usual, table.on, "■");
  replace_all(usual, table.off, "□");
  if (usual.empty()) return {};
  return import::boxes_of(usual).boxes;
}

bool is_ticked(const workbook::PrintedTable& table, std::string_view text) {
  const std::string_view tick = import::trimmed(text);
  return !tick.empty() && (tick == table.tick || !import::is_untick(tick));
}

std::string plain(const workbook::PrintedTable& table, std::size_t column,
                  std::string_view text) {
  const workbook::PrintedColumn& kind = table.columns[column];
  if (text.empty()) return {};
  if (kind.as == "tick") {
    const std::string_view tick = import::trimmed(text);
    if (!is_ticked(table, text)) return {};
    if (tick == table.tick || import::is_tick(tick)) return "√";
  }
  if (kind.as == "boxes") {
    std::string all;
    for (const import::Box& each : boxes_in(table, text))
      all += (each.ticked ? "■" : "□") + each.name + "\n";
    return all;
  }
  std::string all;
  for (const std::string& line : lines_in(import::cleaned(text))) {
    if (!all.empty()) all += '\n';
    all += line;
  }
  return all;
}

}  // namespace catalog::sync
