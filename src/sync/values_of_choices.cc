#include <algorithm>

#include "import/lists.h"
#include "import/text.h"
#include "import/words.h"
#include "sync/drafts.h"
#include "sync/plain.h"
#include "sync/values.h"

/// Values that are chosen: ticks, boxes and names of what is registered.
namespace catalog::sync {
namespace {

using diagnostics::Message;
using model::Level;
using model::Mode;
using syntax::Draft;

constexpr Message<> nothing_chosen{"nothing is chosen", "没有选择任何一项"};
constexpr Message<> differs_by_level{
    "the channels differ by level: change them in the file",
    "各层级的公开渠道不同，请在文件中修改"};
constexpr Message<std::string> no_term{
    "`{}` is not a term of the taxonomy: register it first",
    "分类中没有 `{}`：请先登记"};
constexpr Message<std::string> no_name{
    "`{}` is not registered: register it first", "`{}` 尚未登记：请先登记"};
constexpr Message<std::string> no_level{"`{}` names no level",
                                        "`{}` 不是可识别的层级"};
constexpr Message<std::string> no_mode{"`{}` names no mode of disclosure",
                                       "`{}` 不是可识别的公开方式"};

Draft text(std::string_view value) { return Draft::of(std::string(value)); }

/// Names one after the other, with or without boxes.
std::vector<std::string> names_in(std::string_view cell) {
  std::vector<std::string> names;
  for (const import::Box& each : import::boxes_of(import::cleaned(cell)).boxes)
    if (each.ticked &&
        std::find(names.begin(), names.end(), each.name) == names.end())
      names.push_back(each.name);
  return names;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& each) {
    return import::squashed(each) == import::squashed(name);
  });
}

std::vector<std::string> ticked_in(const Given& cell, std::string_view from) {
  if (cell.kind().as != "boxes") return names_in(from);
  std::vector<std::string> names;
  for (const import::Box& each : boxes_in(*cell.table, from))
    if (each.ticked) names.push_back(each.name);
  return names;
}

/// Takes a channel out of the entries: out of choices, too.
void take_out(std::vector<Draft>& entries, const std::string& id,
              const std::string& name) {
  for (Draft& entry : entries)
    for (const std::string_view key : {"any-of", "optional"})
      if (Draft* const choice = find(entry, key)) {
        std::erase_if(choice->values,
                      [&](const Draft& each) { return each.text == id; });
        if (key == "any-of" && choice->values.size() == 1)
          entry = Draft(choice->values.front());
      }
  std::erase_if(entries, [&](const Draft& entry) {
    if (entry.kind == syntax::Kind::scalar) return entry.text == id;
    if (const Draft* const other = find(entry, "other"))
      return import::squashed(other->text) == import::squashed(name);
    const Draft* const options = find(entry, "optional");
    return options != nullptr && options->values.empty();
  });
}

Draft list_of(const std::vector<std::string>& ids) {
  std::vector<Draft> all;
  for (const std::string& each : ids) all.push_back(text(each));
  return Draft::list(std::move(all));
}

}  // namespace

std::optional<std::string> ValueReader::channel_named(
    std::string_view name) const {
  const auto found = channels_.find(import::squashed(name));
  if (found == channels_.end()) return std::nullopt;
  return found->second;
}

Value ValueReader::channels(const std::optional<Draft>& current,
                            const Given& cell) const {
  if (current && find(*current, "by-level") != nullptr)
    return Said::of(differs_by_level);
  std::vector<Draft> entries = items_of(current);
  const auto before = ticked_in(cell, cell.mine);
  const auto now = ticked_in(cell, cell.now);
  for (const std::string& name : before)
    if (!contains(now, name))
      take_out(entries, channel_named(name).value_or(""), name);
  for (const std::string& name : now) {
    if (contains(before, name)) continue;
    const auto id = channel_named(name);
    if (id) take_out(entries, *id, name);  // of what was open
    entries.push_back(id ? text(*id) : Draft::mapping({{"other", text(name)}}));
  }
  if (entries.empty()) return Said::of(nothing_chosen);
  return Draft::list(std::move(entries));
}

Value ValueReader::audience(const std::optional<Draft>& current,
                            const std::vector<Given>& cells) const {
  bool everyone = !current && !cells.front().mine.empty();
  std::vector<std::string> groups;
  for (const Draft& each : items_of(current)) {
    if (each.text == "public") everyone = true;
    if (const Draft* const group = find(each, "group"))
      groups.push_back(group->text);
  }
  for (const Given& cell : cells) {
    const std::string part = part_of(cell.kind().value);
    if (part == "public") {
      everyone = is_ticked(*cell.table, cell.now);
      continue;
    }
    std::string named = import::without_tick(import::cleaned(cell.now));
    if (part == "group") {
      const bool ticked = is_ticked(*cell.table, cell.now);
      if (!ticked) groups.clear();
      if (ticked && named.empty() && groups.empty()) groups = {"特定群体"};
      if (ticked && !named.empty() && cell.kind().as != "tick")
        groups = groups.size() == 1 ? std::vector{named} : names_in(named);
      continue;
    }
    everyone = false;
    groups.clear();
    for (const std::string& each : names_in(cell.now)) {
      if (import::contains(each, "全社会"))
        everyone = true;
      else
        groups.push_back(each);
    }
  }
  std::vector<Draft> all;
  if (everyone) all.push_back(text("public"));
  for (const std::string& each : groups)
    all.push_back(Draft::mapping({{"group", text(each)}}));
  if (all.empty()) return Said::of(nothing_chosen);
  if (all.size() == 1) return std::move(all.front());
  return Draft::list(std::move(all));
}

Value ValueReader::modes(const std::optional<Draft>& current,
                         const std::vector<Given>& cells) const {
  std::vector<std::string> modes;
  for (const Draft& each : items_of(current)) modes.push_back(each.text);
  const auto put = [&](Mode mode, bool on) {
    const std::string id(word(mode));
    std::erase(modes, id);
    if (on) modes.push_back(id);
  };
  for (const Given& cell : cells) {
    if (const auto mode = model::mode_of(part_of(cell.kind().value))) {
      put(*mode, is_ticked(*cell.table, cell.now));
      continue;
    }
    modes.clear();
    for (const std::string& each : names_in(cell.now)) {
      if (import::contains(each, "不公开") || import::contains(each, "不予"))
        put(Mode::withheld, true);
      else if (import::contains(each, "申请"))
        put(Mode::on_request, true);
      else if (import::contains(each, "主动"))
        put(Mode::proactive, true);
      else
        return Said::of(no_mode, each);
    }
  }
  if (modes.empty()) return Said::of(nothing_chosen);
  if (modes.size() == 1) return text(modes.front());
  return list_of(modes);
}

Value ValueReader::levels(const std::optional<Draft>& current,
                          const std::vector<Given>& cells) const {
  model::Levels levels;
  for (const Draft& each : items_of(current))
    if (const auto level = model::level_of(each.text)) levels.insert(*level);
  for (const Given& cell : cells) {
    std::string part = part_of(cell.kind().value);
    if (part.empty()) {
      levels = {};
      for (const std::string& each : names_in(cell.now)) {
        const auto level =
            std::find_if(model::all_levels.begin(), model::all_levels.end(),
                         [&](Level known) { return each == chinese(known); });
        if (level == model::all_levels.end()) return Said::of(no_level, each);
        levels.insert(*level);
      }
      continue;
    }
    // One column may stand for several: ticked, it means the first.
    const bool on = is_ticked(*cell.table, cell.now);
    bool is_first = true;
    std::string_view rest = part;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      if (const auto level = model::level_of(rest.substr(0, end))) {
        if (!on) levels.erase(*level);
        if (on && is_first) levels.insert(*level);
        is_first = false;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::vector<std::string> words;
  for (const Level level : model::all_levels)
    if (levels.contains(level)) words.emplace_back(word(level));
  if (words.empty()) return Said::of(nothing_chosen);
  return list_of(words);
}

Value ValueReader::facets(const std::optional<Draft>& current,
                          const std::vector<Given>& cells) const {
  Draft draft = current.value_or(Draft::mapping({}));
  for (const Given& cell : cells) {
    const std::string key = part_of(cell.kind().value);
    const auto taxonomy = edition_->taxonomies.find(key);
    if (!taxonomy) return Said::of(no_name, key);
    std::vector<std::string> ids;
    for (const std::string& name : names_in(cell.now)) {
      const auto& terms = edition_[*taxonomy].terms;
      const auto term =
          std::find_if(terms.begin(), terms.end(), [&](const auto& each) {
            return import::squashed(each.name.text) == import::squashed(name);
          });
      if (term == terms.end()) return Said::of(no_term, name);
      ids.emplace_back(term->id.text);
    }
    if (ids.empty())
      erase(draft, key);
    else
      set(draft, key, list_of(ids));
  }
  if (draft.values.empty()) return std::monostate();
  return draft;
}

Value ValueReader::elements(const std::optional<Draft>& current,
                            const std::vector<Given>& cells) const {
  Draft draft = current.value_or(Draft::mapping({}));
  for (const Given& cell : cells) {
    const std::string key = part_of(cell.kind().value);
    const auto element = edition_->elements.find(key);
    if (!element) return Said::of(no_name, key);
    const model::Element& kind = edition_[*element];
    std::vector<Draft> values;
    for (const std::string& line : lines_in(import::cleaned(cell.now))) {
      std::string value = import::printed(line);
      if (kind.type.text == "body") {
        const auto known = bodies_.find(import::squashed(value));
        if (known == bodies_.end()) return Said::of(no_name, value);
        value = known->second;
      }
      if (kind.type.text == "term") {
        const auto taxonomy = edition_->taxonomies.find(kind.taxonomy.text);
        const model::Term* found = nullptr;
        if (taxonomy)
          for (const model::Term& term : edition_[*taxonomy].terms)
            if (term.name.text == value) found = &term;
        if (found == nullptr) return Said::of(no_term, value);
        value = found->id.text;
      }
      if (kind.type.text == "url") value = line;
      values.push_back(text(value));
    }
    if (values.empty())
      erase(draft, key);
    else if (values.size() == 1)
      set(draft, key, values.front());
    else
      set(draft, key, Draft::list(std::move(values)));
  }
  if (draft.values.empty()) return std::monostate();
  return draft;
}

}  // namespace catalog::sync
