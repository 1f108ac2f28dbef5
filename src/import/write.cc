#include "import/write.h"

#include <algorithm>
#include <cassert>

#include "format/format.h"
#include "import/text.h"
#include "syntax/quoting.h"

namespace catalog::import {
namespace {

/// YAML as it is put down, before it is laid out.
class Yaml {
 public:
  void comment(std::size_t indent, std::string_view text) {
    line(indent, "# " + joined(text));
  }
  void key(std::size_t indent, std::string_view key) {
    line(indent, std::string(key) + ":");
  }
  void value(std::size_t indent, std::string_view key, std::string_view text) {
    line(indent, std::string(key) + ": " + scalar(text));
  }
  void literal(std::size_t indent, std::string_view key,
               std::string_view text) {
    line(indent, std::string(key) + ": " + std::string(text));
  }
  void entry(std::size_t indent, std::string_view text) {
    line(indent, "- " + scalar(text));
  }
  void list(std::size_t indent, std::string_view name,
            const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    key(indent, name);
    for (const std::string& each : texts) entry(indent + 2, each);
  }
  void flow(std::size_t indent, std::string_view name,
            const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& each : texts) {
      if (!all.empty()) all += ", ";
      all += syntax::quoted_if_needed(each, syntax::Surroundings::flow);
    }
    line(indent, std::string(name) + ": [" + all + "]");
  }
  /// The first line of a mapping in a list.
  void begin(std::size_t indent, std::string_view key, std::string_view text) {
    line(indent, "- " + std::string(key) + ": " + scalar(text));
  }
  void line(std::size_t indent, std::string_view text) {
    text_.append(indent, ' ');
    text_ += text;
    text_ += '\n';
  }
  const std::string& text() const { return text_; }

 private:
  static std::string scalar(std::string_view text) {
    return syntax::quoted_if_needed(text, syntax::Surroundings::block);
  }
  std::string text_;
};

constexpr std::string_view modeline =
    "yaml-language-server: $schema={}catalog.schema.json";

Yaml begun(std::size_t depth) {
  Yaml yaml;
  std::string line(modeline);
  line.replace(line.find("{}"), 2, depth > 0 ? "../" : "");
  yaml.comment(0, line);
  return yaml;
}

std::string manifest_of(const Imported& imported, const Manifest& manifest,
                        const std::string& id) {
  Yaml yaml = begun(0);
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

std::string registers_of(const Imported& imported) {
  Yaml yaml = begun(0);
  if (!imported.domains.all().empty()) yaml.key(0, "domains");
  for (const Registered& each : imported.domains.all()) {
    yaml.begin(2, "id", each.id);
    yaml.value(4, "name", each.name);
    if (!each.code.empty()) yaml.value(4, "code", each.code);
  }
  if (!imported.laws.all().empty()) yaml.key(0, "laws");
  for (const Registered& each : imported.laws.all()) {
    yaml.begin(2, "id", each.id);
    yaml.value(4, "title", each.name);
    yaml.list(4, "aliases", each.aliases);
    if (const std::string kind = kind_of(each); !kind.empty())
      yaml.value(4, "kind", kind);
    if (!each.number.empty()) yaml.value(4, "number", each.number);
  }
  if (!imported.bodies.all().empty()) yaml.key(0, "bodies");
  for (const Registered& each : imported.bodies.all()) {
    yaml.begin(2, "id", each.id);
    yaml.value(4, "name", each.name);
    if (each.flag) yaml.literal(4, "generic", "true");
  }
  if (!imported.channels.all().empty()) yaml.key(0, "channels");
  std::set<std::size_t> with_boxes;
  for (const Registered& each : imported.channels.all())
    with_boxes.insert(each.open_in.begin(), each.open_in.end());
  const std::size_t open_domains = with_boxes.size();
  for (const std::size_t index : imported.channels.order()) {
    const Registered& each = imported.channels.all()[index];
    yaml.begin(2, "id", each.id);
    yaml.value(4, "name", each.name);
    // Its box is printed everywhere where it is open in most tables.
    if (each.open_in.size() * 2 > open_domains)
      yaml.literal(4, "standard", "true");
    else if (!each.open_in.empty())
      yaml.list(4, "domains", ids_of(imported.domains, each.open_in));
  }
  if (!imported.opens.all().empty()) {
    yaml.key(0, "taxonomies");
    yaml.begin(2, "id", "wu-gongkai");
    yaml.value(4, "name", "五公开");
    yaml.key(4, "terms");
    for (const Registered& each : imported.opens.all()) {
      yaml.begin(6, "id", each.id);
      yaml.value(8, "name", each.name);
    }
  }
  if (!imported.elements.all().empty()) yaml.key(0, "elements");
  for (const Registered& each : imported.elements.all()) {
    yaml.begin(2, "id", each.id);
    yaml.value(4, "name", each.name);
    yaml.value(4, "type", "text");
  }
  return yaml.text();
}

/// Puts down one item.
class ItemWriter {
 public:
  ItemWriter(Yaml& yaml, const Item& item) : yaml_(yaml), item_(item) {}

  void write() {
    ask("id", 2);
    yaml_.begin(2, "id", item_.id);
    if (!item_.code.empty()) yaml_.value(4, "code", item_.code);
    ask("name");
    yaml_.flow(4, "name", item_.name);
    write_content();
    write_basis();
    ask("timing");
    if (item_.timing.size() == 1) {
      yaml_.value(4, "timing", item_.timing[0]);
    } else {
      yaml_.line(4, "timing: |-");
      for (const std::string& each : item_.timing) yaml_.line(6, each);
    }
    write_bodies();
    write_channels();
    write_audience();
    write_modes();
    write_levels();
    write_others();
  }

 private:
  /// The comments that stand at a key.
  void ask(std::string_view key, std::size_t indent = 4) {
    for (const ToDecide& each : item_.open_points)
      if (each.key == key) yaml_.comment(indent, "待定：" + each.text);
  }

  void write_content() {
    ask("content");
    yaml_.key(4, "content");
    for (const Entry& each : item_.content) {
      if (each.parts.empty() && !each.optional) {
        yaml_.entry(6, each.text);
        continue;
      }
      yaml_.begin(6, "text", each.text);
      yaml_.list(8, "parts", each.parts);
      if (each.optional) yaml_.literal(8, "optional", "true");
    }
  }

  void write_basis() {
    if (item_.basis.empty()) return;
    ask("basis");
    yaml_.key(4, "basis");
    for (const Basis& each : item_.basis) {
      if (each.law.empty()) {
        if (each.is_citation)
          yaml_.entry(6, each.text);
        else
          yaml_.begin(6, "text", each.text);
      } else if (each.note.empty()) {
        yaml_.entry(
            6, each.article.empty() ? each.law : each.law + " " + each.article);
      } else {
        yaml_.begin(6, "law", each.law);
        if (!each.article.empty()) yaml_.value(8, "article", each.article);
        yaml_.value(8, "note", each.note);
      }
    }
  }

  void write_bodies() {
    ask("body");
    const auto put = [&](std::size_t indent, std::string_view key,
                         const std::vector<std::string>& ids) {
      if (ids.size() == 1)
        yaml_.value(indent, key, ids[0]);
      else
        yaml_.list(indent, key, ids);
    };
    if (item_.bodies.size() == 1 && item_.bodies[0].first.empty())
      return put(4, "body", item_.bodies[0].second);
    yaml_.key(4, "body");
    yaml_.key(6, "by-level");
    for (const auto& [level, ids] : item_.bodies) put(8, level, ids);
  }

  void write_refs(std::size_t indent, const ChannelRefs& refs) {
    for (const std::string& each : refs.ids) yaml_.entry(indent, each);
    if (refs.any_of.size() > 1) {
      yaml_.line(indent, "- any-of:");
      for (const std::string& each : refs.any_of) yaml_.entry(indent + 4, each);
    }
    if (!refs.optional.empty()) {
      yaml_.line(indent, "- optional:");
      for (const std::string& each : refs.optional)
        yaml_.entry(indent + 4, each);
    }
    for (const std::string& each : refs.other)
      yaml_.begin(indent, "other", each);
  }

  void write_channels() {
    ask("channels");
    yaml_.key(4, "channels");
    if (item_.channels.size() == 1 || item_.channels[0].first.empty())
      return write_refs(6, item_.channels[0].second);
    yaml_.key(6, "by-level");
    for (const auto& [level, refs] : item_.channels) {
      yaml_.key(8, level);
      write_refs(10, refs);
    }
  }

  void write_audience() {
    ask("audience");
    if (item_.groups.empty()) return;
    if (!item_.everyone && item_.groups.size() == 1) {
      yaml_.key(4, "audience");
      yaml_.value(6, "group", item_.groups[0]);
      return;
    }
    yaml_.key(4, "audience");
    if (item_.everyone) yaml_.entry(6, "public");
    for (const std::string& each : item_.groups) yaml_.begin(6, "group", each);
  }

  void write_modes() {
    if (item_.modes.empty()) return;
    if (item_.modes.size() == 1) {
      if (item_.modes[0] != model::Mode::proactive)
        yaml_.value(4, "mode", word(item_.modes[0]));
      return;
    }
    yaml_.key(4, "mode");
    for (const model::Mode each : item_.modes) yaml_.entry(6, word(each));
  }

  void write_levels() {
    ask("levels");
    if (item_.levels.empty()) return;
    yaml_.key(4, "levels");
    for (const model::Level each : item_.levels) yaml_.entry(6, word(each));
  }

  void write_others() {
    if (!item_.phone.empty() || !item_.office.empty()) {
      yaml_.key(4, "supervision");
      if (!item_.phone.empty()) yaml_.value(6, "phone", item_.phone);
      if (!item_.office.empty()) yaml_.value(6, "office", item_.office);
    }
    if (!item_.opens.empty()) {
      yaml_.key(4, "facets");
      yaml_.list(6, "wu-gongkai", item_.opens);
    }
    if (!item_.elements.empty()) {
      yaml_.key(4, "elements");
      for (const auto& [id, text] : item_.elements) yaml_.value(6, id, text);
    }
    yaml_.list(4, "column", item_.column);
    yaml_.list(4, "assumed", item_.assumed);
    if (!item_.note.empty()) yaml_.value(4, "note", item_.note);
  }

  Yaml& yaml_;
  const Item& item_;
};

std::string items_of(const Imported& imported, std::size_t domain) {
  Yaml yaml = begun(1);
  yaml.key(0, "defaults");
  yaml.value(2, "domain", imported.domains.all()[domain].id);
  yaml.key(0, "items");
  for (const Item& each : imported.items)
    if (each.domain == domain) ItemWriter(yaml, each).write();
  return yaml.text();
}

/// Ids of items: the domain, then the lowest name; where that is taken, all
/// names.
void give_ids(Imported& imported) {
  std::set<std::string> taken;
  for (Item& item : imported.items) {
    const std::string& domain = imported.domains.all()[item.domain].id;
    std::set<std::string> alone;
    const std::string id = fresh_id(domain, item.name.back(), "item", alone);
    std::string all;
    for (const std::string& each : item.name) all += each;
    item.id = taken.contains(id) ? fresh_id(domain, all, "item", taken) : id;
    taken.insert(item.id);
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

}  // namespace

std::vector<WrittenFile> source_of(Imported& imported,
                                   const Manifest& manifest) {
  give_ids(imported);
  std::set<std::string> taken;
  const std::string id = fresh_id("", imported.title, "catalog", taken);
  std::vector<WrittenFile> files = {
      {"catalog.yaml", manifest_of(imported, manifest, id)},
      {"registers.yaml", registers_of(imported)}};
  for (std::size_t i = 0; i < imported.domains.all().size(); ++i)
    files.push_back({"items/" + imported.domains.all()[i].id + ".yaml",
                     items_of(imported, i)});
  const format::Guide guide;
  for (WrittenFile& each : files)
    each.bytes = laid_out(each.path, each.bytes, guide);
  return files;
}

}  // namespace catalog::import
