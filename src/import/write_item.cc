#include "import/write_item.h"

namespace catalog::import {
namespace {

/// Puts down one item.
class ItemWriter {
 public:
  ItemWriter(Yaml& yaml, const Item& item, const std::string& opens,
             bool is_departure)
      : yaml_(yaml), item_(item), opens_(opens), is_departure_(is_departure) {}

  void write() {
    ask("id", 2);
    yaml_.begin(2, "id", item_.id);
    write_code();
    write_name();
    write_content();
    write_basis();
    write_timing();
    write_bodies();
    write_channels();
    write_audience();
    write_modes();
    write_levels();
    write_supervision();
    write_facets();
    write_elements();
    yaml_.list(4, "column", item_.column);
    yaml_.list(4, "assumed", item_.assumed);
    if (!item_.note.empty()) yaml_.value(4, "note", item_.note);
  }

  /// The fields with these keys, and those only.
  void write_only(const std::set<std::string>& keys) {
    const auto put = [&](std::string_view key, void (ItemWriter::*part)()) {
      if (keys.contains(std::string(key))) (this->*part)();
    };
    put("code", &ItemWriter::write_code);
    put("name", &ItemWriter::write_name);
    put("content", &ItemWriter::write_content);
    put("basis", &ItemWriter::write_basis);
    put("timing", &ItemWriter::write_timing);
    put("body", &ItemWriter::write_bodies);
    put("channels", &ItemWriter::write_channels);
    put("audience", &ItemWriter::write_audience);
    put("mode", &ItemWriter::write_modes);
    put("levels", &ItemWriter::write_levels);
    put("supervision", &ItemWriter::write_supervision);
    put("facets", &ItemWriter::write_facets);
    put("elements", &ItemWriter::write_elements);
    if (keys.contains("column")) yaml_.list(4, "column", item_.column);
    if (keys.contains("note")) yaml_.value(4, "note", item_.note);
  }

 private:
  void write_code() {
    if (!item_.code.empty()) yaml_.value(4, "code", item_.code);
  }

  void write_name() {
    ask("name");
    yaml_.flow(4, "name", item_.name);
  }

  void write_timing() {
    ask("timing");
    if (item_.timing.size() == 1)
      return yaml_.value(4, "timing", item_.timing[0]);
    yaml_.line(4, "timing: |-");
    for (const std::string& each : item_.timing) yaml_.line(6, each);
  }

  /// The comments that stand at a key.
  void ask(std::string_view key, std::size_t indent = 4) {
    for (const ToDecide& each : item_.open_points)
      if (each.key == key) yaml_.comment(indent, "待定：" + each.text);
  }

  void write_content() {
    ask("content");
    yaml_.key(4, "content");
    for (const Entry& each : item_.content) write_entry(yaml_, 6, each);
  }

  void write_basis() {
    if (item_.basis.empty()) return;
    ask("basis");
    yaml_.key(4, "basis");
    for (const Basis& each : item_.basis) import::write_basis(yaml_, 6, each);
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

  void write_channels() {
    ask("channels");
    yaml_.key(4, "channels");
    if (item_.channels.size() == 1 || item_.channels[0].first.empty())
      return write_refs(yaml_, 6, item_.channels[0].second);
    yaml_.key(6, "by-level");
    for (const auto& [level, refs] : item_.channels) {
      yaml_.key(8, level);
      write_refs(yaml_, 10, refs);
    }
  }

  void write_audience() {
    ask("audience");
    if (item_.groups.empty() && !is_departure_) return;
    if (item_.groups.empty()) return yaml_.value(4, "audience", "public");
    yaml_.key(4, "audience");
    if (!item_.everyone && item_.groups.size() == 1)
      return yaml_.value(6, "group", item_.groups[0]);
    if (item_.everyone) yaml_.entry(6, "public");
    for (const std::string& each : item_.groups) yaml_.begin(6, "group", each);
  }

  void write_modes() {
    if (item_.modes.empty()) return;
    if (item_.modes.size() == 1) {
      if (item_.modes[0] != model::Mode::proactive || is_departure_)
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

  void write_supervision() {
    if (item_.phone.empty() && item_.office.empty() && item_.url.empty())
      return;
    yaml_.key(4, "supervision");
    if (!item_.phone.empty()) yaml_.value(6, "phone", item_.phone);
    if (!item_.office.empty()) yaml_.value(6, "office", item_.office);
    if (!item_.url.empty()) yaml_.value(6, "url", item_.url);
  }

  void write_facets() {
    if (item_.opens.empty()) return;
    yaml_.key(4, "facets");
    yaml_.list(6, opens_, item_.opens);
  }

  void write_elements() {
    if (item_.elements.empty()) return;
    yaml_.key(4, "elements");
    for (const auto& [id, text] : item_.elements) yaml_.value(6, id, text);
  }

  Yaml& yaml_;
  const Item& item_;
  const std::string& opens_;  // the taxonomy of 五公开
  bool is_departure_;         // from a base: what is usual is written, too
};

}  // namespace

void write_entry(Yaml& yaml, std::size_t indent, const Entry& entry) {
  if (entry.parts.empty() && !entry.optional)
    return yaml.entry(indent, entry.text);
  yaml.begin(indent, "text", entry.text);
  yaml.list(indent + 2, "parts", entry.parts);
  if (entry.optional) yaml.literal(indent + 2, "optional", "true");
}

void write_basis(Yaml& yaml, std::size_t indent, const Basis& basis) {
  if (basis.law.empty()) {
    if (basis.is_citation)
      yaml.entry(indent, basis.text);
    else
      yaml.begin(indent, "text", basis.text);
  } else if (basis.note.empty()) {
    yaml.entry(indent, basis.article.empty() ? basis.law
                                             : basis.law + " " + basis.article);
  } else {
    yaml.begin(indent, "law", basis.law);
    if (!basis.article.empty())
      yaml.value(indent + 2, "article", basis.article);
    yaml.value(indent + 2, "note", basis.note);
  }
}

void write_refs(Yaml& yaml, std::size_t indent, const ChannelRefs& refs) {
  for (const std::string& each : refs.ids) yaml.entry(indent, each);
  if (refs.any_of.size() > 1) {
    yaml.line(indent, "- any-of:");
    for (const std::string& each : refs.any_of) yaml.entry(indent + 4, each);
  }
  if (!refs.optional.empty()) {
    yaml.line(indent, "- optional:");
    for (const std::string& each : refs.optional) yaml.entry(indent + 4, each);
  }
  for (const std::string& each : refs.other) yaml.begin(indent, "other", each);
}

void write_item(Yaml& yaml, const Item& item, const std::string& opens) {
  ItemWriter(yaml, item, opens, false).write();
}

void write_fields(Yaml& yaml, const Item& item,
                  const std::set<std::string>& keys, const std::string& opens) {
  ItemWriter(yaml, item, opens, true).write_only(keys);
}

}  // namespace catalog::import
