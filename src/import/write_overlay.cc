#include "import/write_overlay.h"

#include "import/write_item.h"
#include "import/yaml.h"

namespace catalog::import {
namespace {

std::string names_of(const Item& item) {
  std::string all;
  for (const std::string& each : item.name)
    all += (all.empty() ? "" : " / ") + each;
  return all;
}

void write_bindings(Yaml& yaml, const Overlay& overlay) {
  if (overlay.bind.empty()) return;
  yaml.key(0, "bind");
  for (const BoundRole& each : overlay.bind) {
    if (each.bodies.size() == 1)
      yaml.value(2, each.role, each.bodies[0]);
    else
      yaml.flow(2, each.role, each.bodies);
  }
}

/// The additions to the lists of an item.
void write_additions(Yaml& yaml, const Departure& departure) {
  if (!departure.content.empty() || !departure.reworded.empty())
    yaml.key(4, "content");
  if (!departure.content.empty()) yaml.key(6, "add");
  for (const Entry& each : departure.content) write_entry(yaml, 8, each);
  if (!departure.reworded.empty()) yaml.key(6, "replace");
  for (const auto& [before, now] : departure.reworded) {
    if (now.parts.empty() && !now.optional) {
      yaml.pair(8, before, now.text);
      continue;
    }
    yaml.quoted_key(8, before);
    yaml.value(10, "text", now.text);
    yaml.list(10, "parts", now.parts);
    if (now.optional) yaml.literal(10, "optional", "true");
  }
  if (!departure.basis.empty()) {
    yaml.key(4, "basis");
    yaml.key(6, "add");
    for (const Basis& each : departure.basis) write_basis(yaml, 8, each);
  }
  if (!departure.channels.empty()) {
    yaml.key(4, "channels");
    yaml.key(6, "add");
    write_refs(yaml, 8, departure.channels);
  }
  if (!departure.levels.empty()) {
    yaml.key(4, "levels");
    yaml.key(6, "add");
    for (const model::Level each : departure.levels) yaml.entry(8, word(each));
  }
}

void write_adjustments(Yaml& yaml, const Imported& imported, const Base& base,
                       const Overlay& overlay) {
  bool has_begun = false;
  for (const Departure& each : overlay.adjust) {
    if (!each.says_something()) continue;
    if (!has_begun) yaml.key(0, "adjust");
    has_begun = true;
    for (const std::string& point : each.open_points)
      yaml.comment(2, "待定：" + point);
    yaml.begin(2, "item", base.items[each.base].id);
    Item item = imported.items[each.item];
    // What the bindings say otherwise of one item is asked above.
    std::erase_if(item.open_points, [&](const ToDecide& open) {
      return !each.keys.contains(open.key);
    });
    write_fields(yaml, item, each.keys, imported.opens_id);
    write_additions(yaml, each);
  }
}

}  // namespace

OverlayText text_of(const Imported& imported, const Base& base,
                    const Overlay& overlay) {
  Yaml sections, remarks;
  const std::string begin = sections.text();
  write_bindings(sections, overlay);
  write_adjustments(sections, imported, base, overlay);
  for (const Departure& each : overlay.adjust)
    if (!each.says_something())
      for (const std::string& point : each.open_points)
        remarks.comment(0, "待定：" + base.items[each.base].id + "（" +
                               names_of(base.items[each.base]) + "）：" +
                               point);
  if (!overlay.missing.empty()) {
    remarks.comment(0,
                    "待定：以下事项上级目录有而表格中没有，现予保留。确实不"
                    "公开的，去掉注释，写明理由和批准：");
    remarks.comment(0, "exclude:");
    for (const std::size_t each : overlay.missing)
      remarks.line(0, "#   - {item: " + base.items[each].id +
                          ", reason: …, approved: {by: …, on: …}}  # " +
                          names_of(base.items[each]));
  }
  if (!overlay.untouched.empty()) {
    remarks.comment(0,
                    "待定：以下领域没有表格，按上级目录整个采用。不采用的，"
                    "去掉注释，写明理由和批准：");
    remarks.comment(0, "adopt:");
    remarks.line(0, "#   except:");
    for (const std::size_t each : overlay.untouched)
      remarks.line(0, "#     - {domain: " + imported.domains.all()[each].id +
                          ", reason: …, approved: {by: …, on: …}}  # " +
                          imported.domains.all()[each].name);
  }
  OverlayText text;
  if (sections.text() != begin) text.sections = sections.text();
  text.remarks = remarks.text().substr(begin.size());
  return text;
}

}  // namespace catalog::import
