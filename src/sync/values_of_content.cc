#include <algorithm>

#include "import/lists.h"
#include "import/text.h"
#include "sync/alignment.h"
#include "sync/drafts.h"
#include "sync/values.h"

/// The entries of a content.
namespace catalog::sync {
namespace {

using syntax::Draft;

Draft text(std::string value) { return Draft::of(std::move(value)); }

Draft entry_of(const import::Entry& entry) {
  if (entry.parts.empty() && !entry.optional) return text(entry.text);
  Draft draft = Draft::mapping({{"text", text(entry.text)}});
  std::vector<Draft> parts;
  for (const std::string& each : entry.parts) parts.push_back(text(each));
  if (!parts.empty()) set(draft, "parts", Draft::list(std::move(parts)));
  if (entry.optional) set(draft, "optional", Draft::literal("true"));
  return draft;
}

/// The parts behind a colon, as they are printed.
std::vector<Draft> parts_in(std::string_view list) {
  std::vector<Draft> parts;
  constexpr std::string_view comma = "、";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(comma), list.size());
    if (const auto part = import::trimmed(list.substr(0, end)); !part.empty())
      parts.push_back(text(std::string(part)));
    list.remove_prefix(std::min(end + comma.size(), list.size()));
  }
  return parts;
}

/// An entry with the words of a line in place of its own; what the line does
/// not say stays.
Draft reworded(const Draft& entry, const std::string& line) {
  const auto read = import::entries_of(import::cleaned(line), false);
  import::Entry now;
  if (read.size() == 1 && read[0].parts.empty())
    now = read[0];
  else
    now.text = one_line(line);
  if (entry.kind == syntax::Kind::scalar && !now.optional)
    return text(now.text);
  Draft draft =
      entry.kind == syntax::Kind::mapping ? entry : Draft::mapping({});
  constexpr std::string_view colon = "：";
  const std::size_t at = now.text.find(colon);
  if (find(draft, "parts") != nullptr && at != now.text.npos) {
    set(draft, "parts",
        Draft::list(
            parts_in(std::string_view(now.text).substr(at + colon.size()))));
    now.text.resize(at);
  } else {
    erase(draft, "parts");
  }
  if (find(draft, "text") != nullptr)
    set(draft, "text", text(now.text));
  else
    draft = Draft::mapping({{"text", text(now.text)}});
  if (now.optional != (find(draft, "optional") != nullptr)) {
    erase(draft, "optional");
    if (now.optional) set(draft, "optional", Draft::literal("true"));
  }
  return draft;
}

void append(std::vector<Draft>& all, const std::string& lines) {
  for (const import::Entry& each : import::entries_of(lines, false))
    all.push_back(entry_of(each));
}

}  // namespace

Value ValueReader::content(const resolve::Item* item,
                           const std::optional<Draft>& current,
                           const Given& cell) const {
  const auto before = list_lines(cell, cell.mine);
  const auto now = list_lines(cell, cell.now);
  const std::vector<Draft> entries = items_of(current);
  std::vector<Draft> all;
  if (item == nullptr || before.size() != entries.size()) {
    append(all, import::cleaned(cell.now));
    if (all.empty()) return Said::of(cannot_be_empty);
    return Draft::list(std::move(all));
  }
  for (const Step& step : aligned(
           before.size(), now.size(),
           [&](std::size_t i, std::size_t j) { return before[i] == now[j]; })) {
    if (step.is_kept)
      all.push_back(entries[*step.before]);
    else if (step.before && step.after)
      all.push_back(reworded(entries[*step.before], now[*step.after]));
    else if (step.after)
      append(all, now[*step.after]);
  }
  if (all.empty()) return Said::of(cannot_be_empty);
  return one_or_list(std::move(all), !current || is_list(current));
}

}  // namespace catalog::sync
