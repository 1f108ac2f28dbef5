#include "compare/entries.h"

#include <fmt/format.h>

#include <optional>

namespace catalog::compare {
namespace {

using diagnostics::Words;
using model::Text;
using resolve::Edition;

constexpr Words name_words{"name", "名称"};
constexpr Words title_words{"title", "名称"};
constexpr Words note_words{"note", "备注"};
constexpr Words code_words{"code", "编码"};
constexpr Words url_words{"url", "网址"};
constexpr Words phone_words{"phone", "电话"};
constexpr Words supervision_words{"supervision", "监督渠道"};
constexpr Words levels_words{"levels", "层级"};
constexpr Words domains_words{"domains", "适用领域"};
constexpr Words order_words{"order", "先后"};

/// Describes one entry, leaving out what says nothing.
class Describer {
 public:
  Describer(std::string_view id, std::string_view name, Knows knows)
      : knows_(knows) {
    entry_.id = id;
    entry_.name = name;
  }

  void add(std::string_view key, Words name, Effect effect,
           std::vector<std::string> lines) {
    std::erase(lines, std::string());
    if (!lines.empty())
      entry_.fields.push_back({key, name, effect, std::move(lines)});
  }
  void add(std::string_view key, Words name, Effect effect,
           std::string_view text) {
    add(key, name, effect, std::vector{std::string(text)});
  }
  void add(std::string_view key, Words name, Effect effect, const Text& text) {
    add(key, name, effect, text.text);
  }
  void add(std::string_view key, Words name, Effect effect,
           const model::WrittenDate& date) {
    if (date.date) add(key, name, effect, days::iso(*date.date));
  }
  void add(std::string_view key, Words name, Effect effect,
           const std::vector<Text>& texts) {
    std::vector<std::string> lines;
    for (const Text& text : texts) lines.emplace_back(text.text);
    add(key, name, effect, std::move(lines));
  }
  void add(std::string_view key, Words name, Effect effect, bool holds) {
    if (holds) add(key, name, effect, std::string_view("是"));
  }
  void add(const model::Supervision& supervision) {
    add("supervision", supervision_words, Effect::shown,
        std::vector{std::string(supervision.phone.text),
                    std::string(supervision.office.text),
                    std::string(supervision.url.text)});
  }

  /// Whether both sides know what a catalog.json leaves out.
  bool knows_all() const { return knows_ == Knows::all; }

  Entry take() { return std::move(entry_); }

 private:
  Knows knows_;
  Entry entry_;
};

std::string texts_joined(const std::vector<Text>& texts, std::string_view by) {
  std::string all;
  for (const Text& text : texts) {
    if (!all.empty()) all += by;
    all += text.text;
  }
  return all;
}

std::vector<std::string> levels_of(model::Levels levels) {
  std::vector<std::string> names;
  for (const model::Level level : model::all_levels)
    if (levels.contains(level)) names.emplace_back(chinese(level));
  return names;
}

Entry described_entry(const model::Domain& domain, Knows knows) {
  Describer out(domain.id.text, domain.name.text, knows);
  out.add("name", name_words, Effect::shown, domain.name);
  out.add("code", code_words, Effect::exchange, domain.code);
  if (domain.guideline)
    out.add("guideline", {"guideline", "指引"}, Effect::shown,
            std::vector{std::string(domain.guideline->issuer.text),
                        std::string(domain.guideline->title.text),
                        std::string(domain.guideline->number.text)});
  out.add("note", note_words, Effect::shown, domain.note);
  return out.take();
}

std::string text_of(const model::Law::Former& former) {
  std::string text(former.title.text);
  if (!former.number.empty()) text += fmt::format("（{}）", former.number.text);
  return text;
}

Entry described_entry(const model::Law& law, Knows knows) {
  Describer out(law.id.text, law.title.text, knows);
  out.add("title", title_words, Effect::shown, law.title);
  out.add("aliases", {"aliases", "别名"}, Effect::editorial, law.aliases);
  out.add("kind", {"kind", "类别"}, Effect::shown, law.kind);
  out.add("number", {"number", "文号"}, Effect::shown, law.number);
  out.add("issuer", {"issuer", "制定机关"}, Effect::shown, law.issuer);
  out.add("effective", {"effective", "施行"}, Effect::shown, law.effective);
  out.add("expires", {"expires", "有效期至"}, Effect::shown, law.expires);
  if (law.repealed)
    out.add("repealed", {"repealed", "废止"}, Effect::shown, law.repealed->on);
  if (law.articles)
    out.add("articles", {"articles", "条数"}, Effect::shown,
            std::to_string(*law.articles));
  std::vector<std::string> former;
  for (const model::Law::Former& each : law.former)
    former.push_back(text_of(each));
  out.add("former", {"former texts", "曾用文本"}, Effect::shown,
          std::move(former));
  std::vector<std::string> limits;
  for (const model::Limit& limit : law.limits)
    limits.push_back(
        fmt::format("{}：{}", limit.id.text, limit.timing.phrase.text));
  out.add("limits", {"limits", "规定时限"}, Effect::duty_changed,
          std::move(limits));
  out.add("url", url_words, Effect::shown, law.url);
  out.add("note", note_words, Effect::shown, law.note);
  if (!out.knows_all()) return out.take();
  out.add("issued", {"issued", "公布"}, Effect::shown, law.issued);
  std::vector<std::string> amended;
  for (const model::WrittenDate& date : law.amended)
    if (date.date) amended.push_back(days::iso(*date.date));
  out.add("amended", {"amended", "修正"}, Effect::shown, std::move(amended));
  if (law.repealed)
    out.add("repealed-by", {"repealed by", "由何取代"}, Effect::shown,
            law.repealed->by);
  out.add("scope", {"scope", "适用地方"}, Effect::shown, law.scope);
  out.add("subjects", {"subjects", "主题词"}, Effect::editorial, law.subjects);
  return out.take();
}

Entry described_entry(const model::Body& body, Knows knows) {
  Describer out(body.id.text, body.name.text, knows);
  out.add("name", name_words, Effect::shown, body.name);
  out.add("generic", {"a role", "泛称"}, Effect::shown, body.generic);
  out.add("credit-code", {"credit code", "统一社会信用代码"}, Effect::exchange,
          body.credit_code);
  out.add("unit", {"unit", "责任科室"}, Effect::shown, body.unit);
  out.add("phone", phone_words, Effect::shown, body.phone);
  out.add("address", {"address", "地址"}, Effect::shown, body.address);
  out.add("url", url_words, Effect::shown, body.url);
  out.add(body.supervision);
  out.add("note", note_words, Effect::shown, body.note);
  if (out.knows_all())
    out.add("level", levels_words, Effect::shown, levels_of(body.levels));
  return out.take();
}

Entry described_entry(const model::Channel& channel, Knows knows) {
  Describer out(channel.id.text, channel.name.text, knows);
  out.add("name", name_words, Effect::shown, channel.name);
  out.add("standard", {"always printed", "一律列出"}, Effect::shown,
          channel.standard);
  out.add("domains", domains_words, Effect::shown, channel.domains);
  out.add("url", url_words, Effect::shown, channel.url);
  out.add("note", note_words, Effect::shown, channel.note);
  return out.take();
}

Entry described_entry(const model::Taxonomy& taxonomy, Knows knows) {
  Describer out(taxonomy.id.text, taxonomy.name.text, knows);
  out.add("name", name_words, Effect::shown, taxonomy.name);
  out.add("ordered", order_words, Effect::exchange, taxonomy.ordered);
  std::vector<std::string> terms;
  for (const model::Term& term : taxonomy.terms)
    terms.push_back(fmt::format("{}（{}）", term.name.text, term.id.text));
  out.add("terms", {"terms", "类目"}, Effect::shown, std::move(terms));
  out.add("note", note_words, Effect::shown, taxonomy.note);
  return out.take();
}

Entry described_entry(const model::Element& element, Knows knows) {
  Describer out(element.id.text, element.name.text, knows);
  out.add("name", name_words, Effect::shown, element.name);
  out.add("note", note_words, Effect::shown, element.note);
  if (!out.knows_all()) return out.take();
  out.add("type", {"type", "类型"}, Effect::exchange,
          element.type.empty() ? std::string_view("text") : element.type.text);
  out.add("taxonomy", {"taxonomy", "分类"}, Effect::exchange, element.taxonomy);
  return out.take();
}

Entry described_entry(const model::Jurisdiction& place, Knows knows) {
  Describer out(place.code.text, place.name.text, knows);
  out.add("name", name_words, Effect::shown, place.name);
  if (place.level)
    out.add("level", levels_words, Effect::shown,
            std::string(chinese(*place.level)));
  out.add("kind", {"kind", "类别"}, Effect::exchange, place.kind);
  out.add("under", {"under", "上级"}, Effect::exchange, place.under);
  out.add("assumed", {"assumed", "示例虚构"}, Effect::shown, place.assumed);
  out.add(place.supervision);
  return out.take();
}

Entry described_entry(const model::Flow& flow, Knows knows) {
  Describer out(flow.id.text, flow.title.text, knows);
  out.add("title", title_words, Effect::shown, flow.title);
  std::vector<std::string> nodes, edges;
  for (const model::FlowNode& node : flow.nodes) {
    std::string text = fmt::format("{}：{}", node.id.text, node.text.text);
    for (const Text* each : {&node.body, &node.timing, &node.note})
      if (!each->empty()) text += fmt::format("；{}", each->text);
    nodes.push_back(std::move(text));
  }
  for (const model::FlowEdge& edge : flow.edges) {
    std::string text = fmt::format("{} → {}", edge.from.text, edge.to.text);
    for (const Text* each : {&edge.label, &edge.timing})
      if (!each->empty()) text += fmt::format("；{}", each->text);
    edges.push_back(std::move(text));
  }
  out.add("nodes", {"steps", "环节"}, Effect::shown, std::move(nodes));
  out.add("edges", {"ways", "去向"}, Effect::shown, std::move(edges));
  out.add("note", note_words, Effect::shown, flow.note);
  return out.take();
}

void add_columns(const std::vector<model::Column>& columns,
                 const std::string& above, std::vector<std::string>& lines) {
  for (const model::Column& column : columns) {
    const std::string title =
        above.empty() ? std::string(column.title.text)
                      : fmt::format("{} / {}", above, column.title.text);
    if (column.columns.empty())
      lines.push_back(fmt::format("{}：{}", title, column.value.text));
    add_columns(column.columns, title, lines);
  }
}

Entry described_entry(const model::Layout& layout, Knows knows) {
  Describer out(layout.id.text, layout.title.text, knows);
  out.add("title", title_words, Effect::shown, layout.title);
  out.add("paper", {"paper", "纸张"}, Effect::shown,
          std::string_view(layout.paper == model::Paper::a3 ? "A3" : "A4"));
  out.add("glyphs", {"glyphs", "符号"}, Effect::shown,
          fmt::format("{}{}{}", layout.glyphs.on, layout.glyphs.off,
                      layout.glyphs.tick));
  out.add("header-note", {"note under the title", "表头说明"}, Effect::shown,
          layout.header_note);
  out.add("sort", order_words, Effect::shown, layout.sort);
  std::vector<std::string> columns;
  add_columns(layout.columns, "", columns);
  out.add("columns", {"columns", "栏目"}, Effect::shown, std::move(columns));
  out.add("signature", {"signature", "签字栏"}, Effect::shown,
          layout.signature);
  return out.take();
}

Entry described_entry(const model::View& view, Knows knows) {
  Describer out(view.id.text, view.title.text, knows);
  out.add("title", title_words, Effect::shown, view.title);
  out.add("group-by", {"grouped by", "分组"}, Effect::shown, view.group_by);
  out.add("layout", {"layout", "版式"}, Effect::shown, view.layout);
  std::vector<std::string> conditions;
  if (view.where)
    for (const model::Where::Condition& condition : view.where->conditions)
      conditions.push_back(fmt::format("{}：{}", condition.key.text,
                                       texts_joined(condition.values, "、")));
  out.add("where", {"where", "条件"}, Effect::shown, std::move(conditions));
  return out.take();
}

Entry described_entry(const model::Guide& guide, Knows knows) {
  Describer out(guide.id.text, guide.title.text, knows);
  out.add("title", title_words, Effect::shown, guide.title);
  out.add("file", {"file", "文件"}, Effect::exchange, guide.file);
  std::vector<std::string> lines;
  for (std::string_view rest = guide.markdown; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out.add("text", {"text", "正文"}, Effect::shown, std::move(lines));
  out.add("note", note_words, Effect::shown, guide.note);
  return out.take();
}

template <class All, class Describe>
std::vector<Entry> each_of(const All& all, Describe describe) {
  std::vector<Entry> entries;
  for (const auto& each : all) entries.push_back(describe(each));
  return entries;
}

std::vector<Entry> bodies_of(const Edition& edition, Knows knows) {
  std::vector<Entry> entries;
  const auto& all = edition->bodies.all();
  const std::vector<bool> listed = edition.listed_bodies();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (knows == Knows::all || listed[i])
      entries.push_back(described_entry(all[i], knows));
  return entries;
}

}  // namespace

bool is_published(Kind kind) { return kind <= Kind::element; }

Entry described_manifest(const Edition& edition, Knows knows) {
  const model::Manifest& manifest = edition->manifest;
  Describer out(manifest.id.text, manifest.title.text, knows);
  out.add("id", {"id", "标识"}, Effect::exchange, manifest.id);
  out.add("title", title_words, Effect::shown, manifest.title);
  out.add("version", {"version", "版本"}, Effect::shown, manifest.version);
  out.add("date", {"date", "日期"}, Effect::shown, days::iso(edition.date));
  out.add("jurisdiction", {"jurisdiction", "行政区划代码"}, Effect::exchange,
          std::string(edition.code));
  out.add("issuer", {"issuer", "编制单位"}, Effect::shown, manifest.issuer);
  out.add(manifest.supervision);
  if (!out.knows_all()) return out.take();
  out.add("extends", {"extends", "上级目录"}, Effect::exchange,
          manifest.extends);
  out.add("url", url_words, Effect::shown, manifest.url);
  out.add("en", {"English title", "英文名称"}, Effect::shown,
          manifest.english_title);
  std::vector<std::string> layouts;
  for (const auto& [level, layout] : manifest.layouts)
    layouts.push_back(level
                          ? fmt::format("{}：{}", chinese(*level), layout.text)
                          : std::string(layout.text));
  out.add("layout", {"layout", "版式"}, Effect::shown, std::move(layouts));
  out.add("outputs", {"outputs", "输出格式"}, Effect::exchange,
          manifest.outputs);
  std::vector<std::string> checks;
  for (const model::Check& check : manifest.checks) {
    const char* severity = "off";
    if (check.severity)
      severity = *check.severity == diagnostics::Severity::error     ? "error"
                 : *check.severity == diagnostics::Severity::warning ? "warning"
                                                                     : "info";
    checks.push_back(fmt::format("{}：{}", check.rule.text, severity));
  }
  out.add("checks", {"checks", "检查规则"}, Effect::editorial,
          std::move(checks));
  out.add("schemas", {"schemas", "附加模式"}, Effect::editorial,
          manifest.schemas);
  return out.take();
}

std::vector<Entry> described(const Edition& edition, Kind kind, Knows knows) {
  const auto plain = [&](const auto& each) {
    return described_entry(each, knows);
  };
  switch (kind) {
    case Kind::domain: return each_of(edition->domains, plain);
    case Kind::law: return each_of(edition->laws, plain);
    case Kind::body: return bodies_of(edition, knows);
    case Kind::channel: return each_of(edition->channels, plain);
    case Kind::taxonomy: return each_of(edition->taxonomies, plain);
    case Kind::element: return each_of(edition->elements, plain);
    case Kind::jurisdiction: return each_of(edition->jurisdictions, plain);
    case Kind::flow: return each_of(edition->flows, plain);
    case Kind::layout: return each_of(edition->layouts, plain);
    case Kind::view: return each_of(edition->views, plain);
    case Kind::document: return each_of(edition->guides, plain);
    case Kind::catalog:
    case Kind::item: break;
  }
  return {};
}

}  // namespace catalog::compare
