#include "import/basis.h"
#include "import/text.h"
#include "import/words.h"
#include "sync/alignment.h"
#include "sync/drafts.h"
#include "sync/values.h"

/// The citations of a basis.
namespace catalog::sync {
namespace {

using syntax::Draft;

Draft text(std::string value) { return Draft::of(std::move(value)); }

/// Which entry each printed line belongs to: one may cite several texts.
std::vector<std::size_t> entries_of_lines(const resolve::Item& item) {
  std::vector<std::size_t> entry_of_line;
  for (std::size_t i = 0; i < item.basis.size(); ++i) {
    const bool is_next =
        i > 0 && item.basis[i].written.span != item.basis[i - 1].written.span;
    entry_of_line.push_back(i == 0 ? 0 : entry_of_line.back() + is_next);
  }
  return entry_of_line;
}

/// The entries of which every line was kept.
std::vector<bool> entries_kept(const std::vector<Step>& steps,
                               const std::vector<std::size_t>& entry_of_line,
                               std::size_t entries) {
  std::vector<bool> is_whole(entries, true);
  for (const Step& step : steps)
    if (step.before && !step.is_kept)
      is_whole[entry_of_line[*step.before]] = false;
  return is_whole;
}

}  // namespace

std::vector<Draft> ValueReader::citations(std::string_view line) {
  std::vector<Draft> all;
  for (const import::Citation& each :
       import::citations_in(import::cleaned(line), false)) {
    const auto law = laws_.find(import::title_key(each.title));
    const bool is_known =
        !each.title.empty() && law != laws_.end() &&
        (each.number.empty() ||
         import::squashed(edition_[law->second].number.text) ==
             import::squashed(each.number));
    if (is_known) {
      const std::string id(edition_[law->second].id.text);
      const bool is_remark =
          import::starts_with_any(each.rest, {"等", "及其", "及相关"});
      if (each.rest.empty() || is_remark) {
        const std::string article = each.article + each.rest;
        all.push_back(text(article.empty() ? id : id + " " + article));
        continue;
      }
      Draft entry = Draft::mapping({{"law", text(id)}});
      if (!each.article.empty()) set(entry, "article", text(each.article));
      set(entry, "note", text(each.rest));
      all.push_back(std::move(entry));
    } else if (!each.title.empty() && each.printed.starts_with("《")) {
      all.push_back(text(each.printed));
    } else {
      all.push_back(Draft::mapping({{"text", text(each.printed)}}));
    }
  }
  return all;
}

Value ValueReader::basis(const resolve::Item* item,
                         const std::optional<Draft>& current,
                         const Given& cell) {
  const auto before = list_lines(cell, cell.mine);
  const auto now = list_lines(cell, cell.now);
  const std::vector<Draft> entries = items_of(current);
  const auto entry_of_line =
      item ? entries_of_lines(*item) : std::vector<std::size_t>();
  const bool is_known =
      item != nullptr && entry_of_line.size() == before.size() &&
      (before.empty() ? entries.empty()
                      : entry_of_line.back() + 1 == entries.size());
  std::vector<Draft> all;
  const auto add = [&](const std::string& line) {
    for (Draft& each : citations(line)) all.push_back(std::move(each));
  };
  if (!is_known) {
    for (const std::string& line : now) add(line);
  } else {
    const auto steps = aligned(
        before.size(), now.size(),
        [&](std::size_t i, std::size_t j) { return before[i] == now[j]; });
    const auto is_whole = entries_kept(steps, entry_of_line, entries.size());
    std::vector<bool> is_put(entries.size());
    for (const Step& step : steps) {
      const bool stays = step.is_kept && is_whole[entry_of_line[*step.before]];
      if (!stays) {
        if (step.after) add(now[*step.after]);
        continue;
      }
      const std::size_t entry = entry_of_line[*step.before];
      if (!is_put[entry]) all.push_back(entries[entry]);
      is_put[entry] = true;
    }
  }
  if (all.empty()) return std::monostate();
  return Draft::list(std::move(all));
}

}  // namespace catalog::sync
