#include "import/write.h"

#include <algorithm>
#include <cassert>

#include "format/format.h"
#include "import/text.h"
#include "import/write_item.h"
#include "import/write_overlay.h"
#include "import/yaml.h"

namespace catalog::import {
namespace {

/// `reference`: of the base; empty where there is none.
std::string manifest_of(const Imported& imported, const Manifest& manifest,
                        const std::string& id, const std::string& reference) {
  Yaml yaml;
  yaml.comment(0, "由 " + manifest.sources + " 导入。");
  yaml.comment(0, "标有“待定”之处须由人确定；确定之后删去该注释。");
  yaml.key(0, "catalog");
  yaml.value(2, "id", id);
  yaml.value(2, "title", imported.title);
  yaml.comment(2, "待定：法律法规是否有效、审查是否逾期，都以这一天为准。");
  yaml.value(2, "date", manifest.date);
  yaml.comment(2,
               "待定：本地方的行政区划代码写在 jurisdiction，并在 "
               "jurisdictions 登记名称和层级；全国通用的目录不写。");
  if (!reference.empty()) yaml.value(2, "extends", reference);
  if (!imported.issuer.empty()) yaml.value(2, "issuer", imported.issuer);
  return yaml.text();
}

std::string kind_of(const Registered& law) {
  if (law.name.starts_with("中华人民共和国") && law.name.ends_with("法"))
    return "law";
  if (law.number.starts_with("国务院令")) return "administrative-regulation";
  if (contains(law.number, "〔")) return "normative-document";
  return {};
}

std::vector<std::string> ids_of(const Register& entries,
                                const std::set<std::size_t>& indices) {
  std::vector<std::string> ids;
  for (const std::size_t each : indices) ids.push_back(entries.all()[each].id);
  return ids;
}

/// What a register has besides that of the base.
std::vector<const Registered*> own(const Register& entries) {
  std::vector<const Registered*> all;
  for (const std::size_t each : entries.order())
    if (!entries.all()[each].is_from_base) all.push_back(&entries.all()[each]);
  return all;
}

void write_channels(Yaml& yaml, const Imported& imported) {
  const auto channels = own(imported.channels);
  if (channels.empty()) return;
  yaml.key(0, "channels");
  std::set<std::size_t> with_boxes;
  for (const Registered& each : imported.channels.all())
    with_boxes.insert(each.open_in.begin(), each.open_in.end());
  for (const Registered* each : channels) {
    yaml.begin(2, "id", each->id);
    yaml.value(4, "name", each->name);
    // Its box is printed everywhere where it is open in most tables.
    if (each->open_in.size() * 2 > with_boxes.size())
      yaml.literal(4, "standard", "true");
    else if (!each->open_in.empty())
      yaml.list(4, "domains", ids_of(imported.domains, each->open_in));
  }
}

void write_laws(Yaml& yaml, const Imported& imported) {
  const auto laws = own(imported.laws);
  if (!laws.empty()) yaml.key(0, "laws");
  for (const Registered* each : laws) {
    yaml.begin(2, "id", each->id);
    yaml.value(4, "title", each->name);
    yaml.list(4, "aliases", each->aliases);
    if (const std::string kind = kind_of(*each); !kind.empty())
      yaml.value(4, "kind", kind);
    if (!each->number.empty()) yaml.value(4, "number", each->number);
  }
}

/// The names that the tables use; empty where the base has all of them.
std::string registers_of(const Imported& imported) {
  Yaml yaml;
  const std::string begin = yaml.text();
  const auto domains = own(imported.domains);
  if (!domains.empty()) yaml.key(0, "domains");
  for (const Registered* each : domains) {
    yaml.begin(2, "id", each->id);
    yaml.value(4, "name", each->name);
    if (!each->code.empty()) yaml.value(4, "code", each->code);
  }
  write_laws(yaml, imported);
  const auto bodies = own(imported.bodies);
  if (!bodies.empty()) yaml.key(0, "bodies");
  for (const Registered* each : bodies) {
    yaml.begin(2, "id", each->id);
    yaml.value(4, "name", each->name);
    if (each->flag) yaml.literal(4, "generic", "true");
  }
  write_channels(yaml, imported);
  const auto terms = own(imported.opens);
  if (!terms.empty() && terms.size() == imported.opens.all().size()) {
    yaml.key(0, "taxonomies");
    yaml.begin(2, "id", imported.opens_id);
    yaml.value(4, "name", "五公开");
    yaml.key(4, "terms");
    for (const Registered* each : terms) {
      yaml.begin(6, "id", each->id);
      yaml.value(8, "name", each->name);
    }
  }
  const auto elements = own(imported.elements);
  if (!elements.empty()) yaml.key(0, "elements");
  for (const Registered* each : elements) {
    yaml.begin(2, "id", each->id);
    yaml.value(4, "name", each->name);
    yaml.value(4, "type", "text");
  }
  return yaml.text() == begin ? std::string() : yaml.text();
}

/// Empty where the domain has none of the items that are asked for.
template <class Wanted>
std::string items_of(const Imported& imported, std::size_t domain,
                     const Wanted& wanted) {
  Yaml yaml(1);
  yaml.key(0, "defaults");
  yaml.value(2, "domain", imported.domains.all()[domain].id);
  yaml.key(0, "items");
  bool has_any = false;
  for (std::size_t i = 0; i < imported.items.size(); ++i) {
    if (imported.items[i].domain != domain || !wanted(i)) continue;
    write_item(yaml, imported.items[i], imported.opens_id);
    has_any = true;
  }
  return has_any ? yaml.text() : std::string();
}

/// Ids of items: the domain, then the lowest name; where that is taken, all
/// names. `taken` are those that the base has.
void give_ids(Imported& imported, Ids taken) {
  for (Item& item : imported.items) {
    const std::string& domain = imported.domains.all()[item.domain].id;
    std::string all;
    for (const std::string& each : item.name) all += each;
    const std::string& lowest = item.name.back();
    const bool is_taken = taken.has(plain_id(domain, lowest, "item"));
    item.id = taken.fresh(domain, is_taken ? all : lowest, "item");
  }
}

/// The file as `catalog fmt` would lay it out.
std::string laid_out(const std::string& path, const std::string& bytes,
                     const format::Guide& guide) {
  source::SourceTree tree;
  const source::FileId file = tree.add(path, bytes);
  diagnostics::Diagnostics found(diagnostics::Language::zh);
  const auto text = format::formatted(tree, file, guide, found);
  assert(text);
  return text.value_or(bytes);
}

std::string id_of(const Imported& imported) {
  return plain_id("", imported.title, "catalog");
}

template <class Wanted>
void add_items(const Imported& imported, const Wanted& wanted,
               std::vector<WrittenFile>& files) {
  for (std::size_t i = 0; i < imported.domains.all().size(); ++i)
    files.push_back({"items/" + imported.domains.all()[i].id + ".yaml",
                     items_of(imported, i, wanted)});
}

/// Without those that hold nothing.
void lay_out(std::vector<WrittenFile>& files) {
  std::erase_if(files,
                [](const WrittenFile& each) { return each.bytes.empty(); });
  const format::Guide guide;
  for (WrittenFile& each : files)
    each.bytes = laid_out(each.path, each.bytes, guide);
}

}  // namespace

std::vector<WrittenFile> source_of(Imported& imported,
                                   const Manifest& manifest) {
  give_ids(imported, {});
  std::vector<WrittenFile> files = {
      {"catalog.yaml", manifest_of(imported, manifest, id_of(imported), {})},
      {"registers.yaml", registers_of(imported)}};
  add_items(
      imported, [](std::size_t) { return true; }, files);
  lay_out(files);
  return files;
}

std::vector<WrittenFile> source_of(Imported& imported, const Base& base,
                                   const Overlay& overlay,
                                   const Manifest& manifest) {
  give_ids(imported, base.ids);
  OverlayText text = text_of(imported, base, overlay);
  std::string begin =
      manifest_of(imported, manifest, id_of(imported), base.reference);
  std::string& last = text.sections.empty() ? begin : text.sections;
  if (!text.remarks.empty()) last += "\n" + text.remarks;
  std::vector<WrittenFile> files = {{"catalog.yaml", std::move(begin)},
                                    {"registers.yaml", registers_of(imported)},
                                    {"overlay.yaml", std::move(text.sections)}};
  add_items(
      imported, [&](std::size_t item) { return overlay.own.contains(item); },
      files);
  lay_out(files);
  return files;
}

}  // namespace catalog::import
