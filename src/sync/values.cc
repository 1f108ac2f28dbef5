#include "sync/values.h"

#include <algorithm>

#include "import/basis.h"
#include "import/text.h"
#include "sync/drafts.h"
#include "sync/plain.h"

namespace catalog::sync {
namespace {

using diagnostics::Message;
using model::ItemField;
using syntax::Draft;

constexpr Message<> no_middle{"a level of the name is missing before it",
                              "前一级事项名称为空"};

Draft text(std::string value) { return Draft::of(std::move(value)); }

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
    case ItemField::content:
      if (cell.kind().value == "timing")
        return part_timings(*item, current, cell);
      return content(item, current, cell);
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

}  // namespace catalog::sync
