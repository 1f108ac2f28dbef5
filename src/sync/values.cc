#include "sync/values.h"

#include <algorithm>

#include "import/basis.h"
#include "import/lists.h"
#include "import/text.h"
#include "import/words.h"
#include "sync/alignment.h"
#include "sync/drafts.h"
#include "sync/plain.h"
#include "unicode/slug.h"

namespace catalog::sync {
namespace {

using diagnostics::Message;
using model::ItemField;
using model::Level;
using syntax::Draft;

constexpr Message<> cannot_be_empty{"it cannot be empty", "此项不能为空"};
constexpr Message<> no_middle{"a level of the name is missing before it",
                              "前一级事项名称为空"};
constexpr Message<> two_timings{
    "change the timing of one part at a time, or in the file",
    "请逐项修改各部分内容的时限，或在文件中修改"};
Draft text(std::string value) { return Draft::of(std::move(value)); }

std::string one_line(std::string_view cell) {
  return import::printed(
      import::joined(import::trimmed(import::cleaned(cell))));
}

/// The steps of a path: 政务公开>教育.
std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  while (!path.empty()) {
    const std::size_t end = std::min(
        {path.find('>'), path.find("＞"), path.find("→"), path.size()});
    if (const auto step = import::trimmed(path.substr(0, end)); !step.empty())
      steps.push_back(step);
    path.remove_prefix(end);
    if (!path.empty()) path.remove_prefix(path.front() == '>' ? 1 : 3);
  }
  return steps;
}

std::string part_of(std::string_view value) {
  const std::size_t dot = value.find('.');
  return dot == value.npos ? "" : std::string(value.substr(dot + 1));
}

std::optional<Level> level_named(std::string_view name) {
  for (const Level level : model::all_levels)
    if (name == chinese(level)) return level;
  return std::nullopt;
}

Value list_or_nothing(std::vector<Draft> all) {
  if (all.empty()) return Said::of(cannot_be_empty);
  return Draft::list(std::move(all));
}

/// A list of one where one value may stand for it.
Draft one_or_list(std::vector<Draft> all, bool was_list) {
  if (all.size() == 1 && !was_list) return std::move(all.front());
  return Draft::list(std::move(all));
}

bool is_list(const std::optional<Draft>& draft) {
  return draft && draft->kind == syntax::Kind::sequence;
}

// --- Values that differ by level. ----------------------------------------

/// `县级：…`, a line or several a level; one part without a level where no
/// line begins so.
using LevelParts = std::vector<std::pair<std::optional<Level>, std::string>>;

LevelParts level_parts(std::string_view cell) {
  LevelParts parts;
  constexpr std::string_view colon = "：";
  for (const std::string& line : lines_in(import::printed(cell))) {
    const std::size_t at = line.find(colon);
    const auto level = at == line.npos
                           ? std::nullopt
                           : level_named(import::trimmed(line.substr(0, at)));
    if (level)
      parts.emplace_back(level,
                         import::trimmed(line.substr(at + colon.size())));
    else if (parts.empty())
      parts.emplace_back(std::nullopt, line);
    else
      parts.back().second += "\n" + line;
  }
  return parts;
}

/// Reads a value that may differ by level: the parts whose text stayed stay.
template <class ReadOne>
Value by_level(const std::optional<Draft>& current, const Given& cell,
               ReadOne read_one) {
  const Draft* const levels = current ? find(*current, "by-level") : nullptr;
  const LevelParts now = level_parts(cell.now);
  const bool has_levels =
      !now.empty() && std::all_of(now.begin(), now.end(), [](const auto& part) {
        return part.first.has_value();
      });
  if (!has_levels)
    return read_one(std::nullopt, levels ? std::nullopt : current, cell.mine,
                    cell.now);
  const LevelParts before = level_parts(cell.mine);
  Draft all = Draft::mapping({});
  for (const auto& [level, part] : now) {
    const Draft* const old = levels ? find(*levels, word(*level)) : nullptr;
    std::string mine;
    for (const auto& [each, said] : before)
      if (each == level) mine = said;
    if (old != nullptr && import::squashed(mine) == import::squashed(part)) {
      set(all, word(*level), *old);
      continue;
    }
    Value value =
        read_one(level, old ? std::optional(*old) : std::nullopt, mine, part);
    if (const auto* draft = std::get_if<Draft>(&value))
      set(all, word(*level), *draft);
    else
      return value;
  }
  return Draft::mapping({{"by-level", std::move(all)}});
}

// --- Contents. -----------------------------------------------------------

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

/// The lines of a list, without the numbers that the layout puts before them.
std::vector<std::string> list_lines(const Given& cell, std::string_view from) {
  std::vector<std::string> lines = lines_in(import::cleaned(from));
  if (cell.kind().as == "numbered" && lines.size() > 1)
    for (std::string& each : lines) each = import::without_number(each);
  return lines;
}

/// The timing that a cell has for a part of the content; nothing where it has
/// none.
std::optional<std::string> timing_for(std::string_view part,
                                      std::string_view cell) {
  const std::string begin = std::string(part) + "：";
  for (const std::string& line : lines_in(import::printed(cell)))
    if (line.starts_with(begin)) return line.substr(begin.size());
  return std::nullopt;
}

bool has_timings(const resolve::Item* item) {
  return item != nullptr &&
         std::any_of(
             item->content.begin(), item->content.end(),
             [](const auto& entry) { return entry.timing.has_value(); });
}

/// The content with the timings that its parts have in a cell.
Value with_timings(const resolve::Item& item,
                   const std::optional<Draft>& current, const Given& cell) {
  std::vector<Draft> entries = items_of(current);
  if (entries.size() != item.content.size()) return Said::of(two_timings);
  if (timing_for("其他内容", cell.now) != timing_for("其他内容", cell.mine))
    return Said::of(two_timings);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!item.content[i].timing) continue;
    const std::string_view part = item.content[i].text.text;
    const auto now = timing_for(part, cell.now);
    if (now == timing_for(part, cell.mine)) continue;
    if (!now) return Said::of(two_timings);
    set(entries[i], "timing", text(*now));
  }
  return Draft::list(std::move(entries));
}

void append(std::vector<Draft>& all, const std::string& line) {
  for (const import::Entry& each : import::entries_of(line, false))
    all.push_back(entry_of(each));
}

}  // namespace

std::optional<ItemField> field_of(std::string_view value) {
  const std::string_view head = value.substr(0, value.find('.'));
  const std::string part = part_of(value);
  if (value == "code" || value == "code.3") return ItemField::code;
  if (head == "name") return ItemField::name;
  if (head == "content") return ItemField::content;
  if (head == "basis") return ItemField::basis;
  if (head == "timing") return ItemField::timing;
  if (head == "body" && part.empty()) return ItemField::body;
  if (head == "channels") return ItemField::channels;
  if (head == "audience") return ItemField::audience;
  if (head == "mode") return ItemField::mode;
  if (head == "level") return ItemField::levels;
  if (head == "supervision") return ItemField::supervision;
  if (head == "facets") return ItemField::facets;
  if (head == "element") return ItemField::elements;
  if (head == "column") return ItemField::column;
  if (head == "note") return ItemField::note;
  if (head == "must-post") return ItemField::must_post;
  return std::nullopt;
}

std::optional<ItemField> field_of(const Given& cell,
                                  const resolve::Item* item) {
  const auto field = field_of(cell.kind().value);
  if (field != ItemField::timing || !has_timings(item)) return field;
  for (const model::ContentEntry& entry : item->content)
    if (entry.timing && timing_for(entry.text.text, cell.now) !=
                            timing_for(entry.text.text, cell.mine))
      return ItemField::content;
  return field;
}

ValueReader::ValueReader(const resolve::Edition& edition) : edition_(edition) {
  for (std::size_t i = 0; i < edition->laws.size(); ++i) {
    const model::Law& law = edition->laws.all()[i];
    laws_.emplace(import::title_key(law.title.text), edition->laws.id(i));
    for (const model::Text& alias : law.aliases)
      laws_.emplace(import::title_key(alias.text), edition->laws.id(i));
  }
  for (const model::Body& body : edition->bodies)
    bodies_.emplace(import::squashed(body.name.text), body.id.text);
  for (const model::Channel& channel : edition->channels)
    channels_.emplace(import::squashed(channel.name.text), channel.id.text);
}

Value ValueReader::read(ItemField field, const resolve::Item* item,
                        const std::optional<Draft>& current,
                        const std::vector<Given>& cells) {
  const Given& cell = cells.front();
  const std::string line = one_line(cell.now);
  switch (field) {
    case ItemField::code:
    case ItemField::note:
      if (line.empty()) return std::monostate();
      return text(field == ItemField::code ? import::squashed(line) : line);
    case ItemField::name: return name(current, cells);
    case ItemField::content: return content(item, current, cell);
    case ItemField::basis: return basis(item, current, cell);
    case ItemField::timing: return timing(item, current, cell);
    case ItemField::body: return body(item, current, cell);
    case ItemField::channels: return channels(current, cell);
    case ItemField::audience: return audience(current, cells);
    case ItemField::mode: return modes(current, cells);
    case ItemField::levels: return levels(current, cells);
    case ItemField::supervision: return supervision(current, cells);
    case ItemField::facets: return facets(current, cells);
    case ItemField::elements: return elements(current, cells);
    case ItemField::must_post:
      if (!is_ticked(*cell.table, cell.now)) return std::monostate();
      return Draft::literal("true");
    case ItemField::column: return column(cell);
    default: return Said::of(cannot_be_empty);
  }
}

Value ValueReader::column(const Given& cell) const {
  const std::string line = one_line(cell.now);
  std::vector<Draft> path;
  for (const std::string_view step : steps_of(line))
    path.push_back(text(std::string(step)));
  if (path.empty()) return std::monostate();
  return Draft::list(std::move(path));
}

Value ValueReader::name(const std::optional<Draft>& current,
                        const std::vector<Given>& cells) const {
  std::vector<Draft> levels = items_of(current);
  for (const Given& cell : cells) {
    const std::string part = part_of(cell.kind().value);
    std::string now = one_line(cell.now);
    if (cell.table->has_dashes && now == "—") now.clear();
    if (part.empty()) {
      levels.clear();
      std::string_view rest = now;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        levels.push_back(
            text(std::string(import::trimmed(rest.substr(0, end)))));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      continue;
    }
    const auto index = static_cast<std::size_t>(part[0] - '1');
    if (levels.size() <= index) levels.resize(index + 1);
    levels[index] = text(now);
  }
  while (!levels.empty() && levels.back().text.empty()) levels.pop_back();
  if (levels.empty()) return Said::of(cannot_be_empty);
  for (const Draft& each : levels)
    if (each.text.empty()) return Said::of(no_middle);
  return Draft::list(std::move(levels));
}

Value ValueReader::content(const resolve::Item* item,
                           const std::optional<Draft>& current,
                           const Given& cell) const {
  if (cell.kind().value == "timing") return with_timings(*item, current, cell);
  const auto before = list_lines(cell, cell.mine);
  const auto now = list_lines(cell, cell.now);
  const std::vector<Draft> entries = items_of(current);
  std::vector<Draft> all;
  if (item == nullptr || before.size() != entries.size()) {
    for (const import::Entry& each :
         import::entries_of(import::cleaned(cell.now), false))
      all.push_back(entry_of(each));
    return list_or_nothing(std::move(all));
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
  // Which entry each printed line belongs to: one may cite several texts.
  std::vector<std::size_t> entry_of_line;
  if (item != nullptr)
    for (std::size_t i = 0; i < item->basis.size(); ++i) {
      const bool is_next = i > 0 && item->basis[i].written.span !=
                                        item->basis[i - 1].written.span;
      entry_of_line.push_back(i == 0 ? 0 : entry_of_line.back() + is_next);
    }
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
    std::vector<bool> is_whole(entries.size(), true);
    for (const Step& step : steps)
      if (step.before && !step.is_kept)
        is_whole[entry_of_line[*step.before]] = false;
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

Value ValueReader::timing(const resolve::Item* item,
                          const std::optional<Draft>& current,
                          const Given& cell) const {
  if (has_timings(item)) {
    const auto now = timing_for("其他内容", cell.now);
    if (!now || now->empty()) return Said::of(two_timings);
    return text(*now);
  }
  return by_level(
      current, cell,
      [](std::optional<Level>, const std::optional<Draft>&, const std::string&,
         const std::string& now) -> Value {
        std::string all;
        for (const std::string& line : lines_in(import::cleaned(now))) {
          if (!all.empty()) all += '\n';
          all += import::printed(line);
        }
        if (all.empty()) return Said::of(cannot_be_empty);
        return text(all);
      });
}

std::string ValueReader::body_named(const std::string& name) {
  const auto [found, is_new] = bodies_.try_emplace(import::squashed(name));
  if (is_new) {
    std::string plain = unicode::slug(name, 60);
    if (plain.empty()) plain = "body";
    found->second = plain;
    const auto is_used = [&](const std::string& id) {
      return edition_->bodies.find(id).has_value() ||
             std::any_of(new_bodies_.begin(), new_bodies_.end(),
                         [&](const NewBody& each) { return each.id == id; });
    };
    for (int i = 2; is_used(found->second); ++i)
      found->second = plain + "-" + std::to_string(i);
    new_bodies_.push_back({found->second, name, import::is_generic(name)});
  }
  return found->second;
}

/// What a role of the item stands for keeps the role.
Value ValueReader::body_ids(const resolve::Item* item,
                            std::optional<Level> level,
                            const std::optional<Draft>& current,
                            std::string_view now) {
  std::vector<std::string> names =
      import::bodies_in(import::cleaned(now), false);
  std::vector<std::pair<std::size_t, std::string>> ids;  // by place
  for (const Draft& each : items_of(current)) {
    const auto id = edition_->bodies.find(each.text);
    if (item == nullptr || !id) continue;
    resolve::Item alone = *item;
    alone.body.parts = {{level, {*id}}};
    std::vector<std::size_t> places;
    std::size_t bound = 0;
    for (const auto& part : edition_.body_of(alone).parts)
      for (const resolve::BodyId body : part.value) {
        ++bound;
        for (std::size_t i = 0; i < names.size(); ++i)
          if (import::squashed(names[i]) ==
              import::squashed(edition_[body].name.text))
            places.push_back(i);
      }
    if (bound == 0 || places.size() != bound) continue;
    ids.emplace_back(places.front(), each.text);
    for (const std::size_t i : places) names[i].clear();
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!names[i].empty()) ids.emplace_back(i, body_named(names[i]));
  std::sort(ids.begin(), ids.end());
  std::vector<Draft> all;
  for (auto& [place, id] : ids) all.push_back(text(std::move(id)));
  if (all.empty()) return Said::of(cannot_be_empty);
  return one_or_list(std::move(all), is_list(current));
}

Value ValueReader::body(const resolve::Item* item,
                        const std::optional<Draft>& current,
                        const Given& cell) {
  return by_level(
      current, cell,
      [&](std::optional<Level> level, const std::optional<Draft>& part,
          const std::string&,
          const std::string& now) { return body_ids(item, level, part, now); });
}

}  // namespace catalog::sync
