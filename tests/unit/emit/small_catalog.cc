#include "unit/emit/small_catalog.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace catalog::test {
namespace {

using resolve::BodyId;
using resolve::ChannelId;
using resolve::DomainId;
using resolve::ItemId;
using resolve::LawId;
using view::Table;

/// A text with a span, as one that was written has.
model::Text written(std::string_view text) { return {text, {{}, 0, 1}}; }

resolve::Citation cited(std::optional<LawId> law, std::string_view text,
                        std::string_view article = {}) {
  resolve::Citation citation;
  citation.law = law;
  citation.article = article;
  citation.written = written(text);
  citation.range = {0, text.size()};
  return citation;
}

template <class T>
T named(std::string_view id, std::string_view name) {
  T thing;
  thing.id = written(id);
  thing.name = written(name);
  return thing;
}

resolve::Registry<LawId, model::Law> make_laws() {
  model::Law law;
  law.id = written("disclosure-regulation");
  law.title = written("中华人民共和国政府信息公开条例");
  law.aliases = {written("政府信息公开条例")};
  law.kind = written("administrative-regulation");
  law.number = written("国务院令第711号");
  law.issued = written("2019-04-03");
  law.effective.date = days::Date{2019, 5, 15};
  law.articles = 56;
  law.limits = {{written("proactive"),
                 written("26"),
                 {written("信息形成或者变更之日起20个工作日内")},
                 {}}};
  model::Law dead;
  dead.id = written("adoption-law");
  dead.title = written("中华人民共和国收养法");
  dead.repealed.emplace().by = {written("hostile-law")};
  dead.repealed->on.date = days::Date{2021, 1, 1};
  model::Law hostile;
  hostile.id = written("hostile-law");
  hostile.title = written(hostile_name);
  hostile.url = written(hostile_url);
  return resolve::Registry<LawId, model::Law>({law, dead, hostile});
}

void fill_registries(resolve::ResolvedCatalog& all) {
  all.domains = resolve::Registry<DomainId, model::Domain>(
      {named<model::Domain>("compulsory-education", "义务教育"),
       named<model::Domain>("social-assistance", "社会救助"),
       named<model::Domain>("hostile", hostile_name),
       named<model::Domain>("empty", "没有事项的领域")});
  all.laws = make_laws();
  auto hostile = named<model::Body>("hostile-body", hostile_name);
  hostile.url = written(hostile_url);
  auto office = named<model::Body>("education-bureau", "瓯海区教育局");
  office.levels.insert(model::Level::county);
  office.credit_code = written("11330304002548000X");
  office.supervision.phone = written("0577-88888888");
  all.bodies = resolve::Registry<BodyId, model::Body>(
      {office, named<model::Body>("civil-affairs-bureau", "瓯海区民政局"),
       named<model::Body>("town-government", "乡镇人民政府"), hostile});
  auto site = named<model::Channel>("website", "政府网站");
  site.standard = true;
  auto board = named<model::Channel>("notice-board",
                                     "社区/企事业单位/村公示栏（电子屏）");
  board.standard = true;
  all.channels = resolve::Registry<ChannelId, model::Channel>(
      {site, board, named<model::Channel>("hotline", "12345政务服务热线")});
  auto opens = named<model::Taxonomy>("opens", "五公开");
  opens.ordered = true;
  opens.terms = {{written("decision"), written("决策公开"), {}},
                 {written("service"), written("服务公开"), {}}};
  all.taxonomies =
      resolve::Registry<resolve::TaxonomyId, model::Taxonomy>({opens});
  auto format = named<model::Element>("format", "公开格式");
  format.type = written("text");
  all.elements =
      resolve::Registry<resolve::ElementId, model::Element>({format});
}

/// A decision with a way back, and a step that is hostile.
model::Flow make_flow() {
  using Kind = model::FlowNode::Kind;
  const auto node = [](std::string_view id, Kind kind, std::string_view text) {
    model::FlowNode made;
    made.id = written(id);
    made.kind = kind;
    made.text = written(text);
    return made;
  };
  const auto edge = [](std::string_view from, std::string_view to,
                       std::string_view label) {
    model::FlowEdge made;
    made.from = written(from);
    made.to = written(to);
    if (!label.empty()) made.label = written(label);
    return made;
  };
  model::Flow flow;
  flow.id = written("on-request");
  flow.title = written("依申请公开流程");
  flow.nodes = {node("receive", Kind::start, "收到申请"),
                node("decide", Kind::decision, "是否属于公开范围"),
                node("hostile", Kind::step, hostile_name),
                node("reply", Kind::end, "答复申请人")};
  flow.nodes[0].body = written("education-bureau");
  flow.nodes[3].timing = written("收到申请之日起20个工作日内");
  flow.edges = {edge("receive", "decide", ""), edge("decide", "reply", "是"),
                edge("decide", "hostile", "否"),
                edge("hostile", "decide", hostile_name)};
  return flow;
}

/// Markdown that tries what it should not.
constexpr std::string_view hostile_markdown =
    "# 总则\n\n<script>alert(1)</script>\n\n"
    "[坏链接](javascript:alert(1)) [好链接](https://example.org/)\n\n"
    "![图样](https://example.org/spy.png)\n";

model::Guide make_guide() {
  model::Guide guide;
  guide.id = written("general-standard");
  guide.title = written("政务公开通用标准");
  guide.markdown = hostile_markdown;
  return guide;
}

resolve::Item item_of(std::string_view id, std::uint32_t domain,
                      std::string_view first, std::string_view second) {
  resolve::Item item;
  item.id = written(id);
  item.domain = DomainId{domain};
  item.name = {written(first), written(second)};
  model::ContentEntry entry;
  entry.text = written("申请条件");
  item.content = {entry};
  item.basis = {
      cited(LawId{0}, "disclosure-regulation 第二十六条", "第二十六条")};
  item.timing = model::PerLevel<model::Timing>::same(
      {written("信息形成或者变更之日起20个工作日内")});
  item.body = model::PerLevel<std::vector<BodyId>>::same({BodyId{domain}});
  item.channels = model::PerLevel<std::vector<resolve::ChannelChoice>>::same(
      {{model::ChannelEntry::Kind::one, {ChannelId{0}}, {}, {}}});
  item.audience.everyone = true;
  item.modes.all = {model::Mode::proactive};
  item.levels.all.insert(model::Level::county);
  return item;
}

/// Values that differ by level, choices of channels, parts with their own
/// timing and mode: all that an item can say.
resolve::Item rich_item() {
  auto item = item_of("social-assistance/minimum-living", 1, "最低生活保障",
                      "审核信息");
  item.code = written("120002003");
  item.content[0].parts = {written("范围"), written("标准")};
  model::ContentEntry list;
  list.text = written("低保对象名单");
  list.timing = model::Timing{written("每季度更新")};
  list.mode = model::Mode::on_request;
  list.optional = true;
  item.content.push_back(list);
  item.basis.push_back(cited(LawId{1}, "《收养法》"));
  item.basis.push_back(cited(std::nullopt, "各地相关政策文件"));
  item.timing.parts = {{model::Level::county, {written("每季度更新")}},
                       {model::Level::town, {written("长期公示")}}};
  item.body.parts = {{model::Level::county, {BodyId{1}}},
                     {model::Level::town, {BodyId{2}}}};
  using Kind = model::ChannelEntry::Kind;
  item.channels = model::PerLevel<std::vector<resolve::ChannelChoice>>::same(
      {{Kind::one, {ChannelId{0}}, {}, {}},
       {Kind::any_of, {ChannelId{1}, ChannelId{2}}, {}, {}},
       {Kind::other, {}, written("村应急广播"), {}}});
  item.levels.all.insert(model::Level::town);
  item.audience.groups = {written("低保对象")};
  item.modes.all.push_back(model::Mode::on_request);
  item.must_post = true;
  item.facets = {{resolve::TaxonomyId{0}, 1}};
  item.elements = {{resolve::ElementId{0}, {written("文本")}}};
  item.duty = written("proactive");
  item.flow = resolve::FlowId{0};
  item.related = {ItemId{0}};
  item.column = {written("政务公开"), written("救助")};
  item.review = model::Review{written("1 year"), {}, {}};
  item.review->last.date = days::Date{2025, 11, 1};
  item.replaces = {written("social-assistance/old")};
  item.assumed = {written("levels")};
  item.en.name = {written("Subsistence"), written("Review")};
  item.note = written("试行");
  return item;
}

resolve::Item hostile_item() {
  auto item = item_of("hostile/item", 2, hostile_name, hostile_name);
  item.content[0].text = written(hostile_name);
  item.basis = {cited(LawId{2}, hostile_name),
                cited(std::nullopt, hostile_name)};
  item.timing.parts[0].value.phrase = written(hostile_name);
  item.body = model::PerLevel<std::vector<BodyId>>::same({BodyId{3}});
  item.channels.parts[0].value.push_back(
      {model::ChannelEntry::Kind::other, {}, written(hostile_name), {}});
  item.supervision.emplace().url = written(hostile_url);
  item.note = written(hostile_name);
  return item;
}

std::deque<resolve::Item> make_items(resolve::ResolvedCatalog& all,
                                     std::size_t more) {
  auto& texts = all.arenas.emplace_back();
  std::deque<resolve::Item> items;
  items.push_back(item_of("compulsory-education/enrolment-policy", 0,
                          "招生管理", "招生政策"));
  items.push_back(item_of("compulsory-education/enrolment", 0, "招生管理",
                          "招生结果ＡＢＣ"));
  items.back().timing.parts[0].value.phrase = written("长期公开");
  items.push_back(
      item_of("compulsory-education/aid", 0, "学生资助", "资助政策"));
  for (std::size_t i = 0; i < more; ++i) {
    const std::string number = std::to_string(i);
    const auto& id = texts.emplace_back("compulsory-education/more-" + number);
    const auto& name = texts.emplace_back("更多事项第" + number + "号");
    const auto& timing =
        texts.emplace_back("第" + std::to_string(i % 40) + "种时限");
    items.push_back(item_of(id, 0, "更多事项", name));
    items.back().timing.parts[0].value.phrase = written(timing);
  }
  items.push_back(rich_item());
  items.push_back(hostile_item());
  return items;
}

// ---- the tables, as an arrangement would make them -----------------------

void add_header(Table& table) {
  using view::Column;
  table.header_rows = 2;
  table.header = {{"序号", 0, 0, 2, 1},
                  {"公开事项", 0, 1, 1, 2},
                  {"一级事项", 1, 1, 1, 1},
                  {"二级事项", 1, 2, 1, 1},
                  {"公开内容（要素）", 0, 3, 2, 1},
                  {"公开依据", 0, 4, 2, 1},
                  {"公开时限", 0, 5, 2, 1},
                  {"公开主体", 0, 6, 2, 1},
                  {"公开渠道和载体", 0, 7, 2, 1},
                  {"公开对象", 0, 8, 1, 2},
                  {"全社会", 1, 8, 1, 1},
                  {"特定群体", 1, 9, 1, 1}};
  table.columns = {{"序号", "number", model::As::text, true, 5},
                   {"一级事项", "name.1", model::As::text, false, 12},
                   {"二级事项", "name.2", model::As::text, false, 14},
                   {"公开内容（要素）", "content", model::As::lines, false, 32},
                   {"公开依据", "basis", model::As::lines, false, 36},
                   {"公开时限", "timing", model::As::text, false, 16},
                   {"公开主体", "body", model::As::names, false, 14},
                   {"公开渠道和载体", "channels", model::As::boxes, false, 28},
                   {"全社会", "audience.public", model::As::tick, true, 5},
                   {"特定群体", "audience.group", model::As::tick, true, 8}};
  table.frozen_columns = 3;
}

std::string basis_text(const resolve::Edition& edition,
                       const resolve::Item& item) {
  std::string text;
  for (const auto& citation : item.basis) {
    if (!text.empty()) text += '\n';
    if (citation.law)
      text += "《" + std::string(edition[*citation.law].title.text) + "》";
    else
      text += citation.written.text;
  }
  return text;
}

void add_row(const resolve::Edition& edition, ItemId id, Table& table) {
  const resolve::Item& item = edition[id];
  view::Row row;
  row.item = id;
  ++table.items;
  const std::string content(item.content[0].text.text);
  row.cells = {
      {std::to_string(table.items), {}},
      {std::string(item.name[0].text), {}},
      {std::string(item.name[1].text), {}},
      {content + "\n" + content, {}},
      {basis_text(edition, item), {}},
      {std::string(item.timing.parts[0].value.phrase.text), {}},
      {std::string(edition[item.body.parts[0].value[0]].name.text), {}},
      {"■政府网站\n□政府公报", {}},
      {item.audience.everyone ? "√" : "", {}},
      {item.audience.groups.empty() ? "" : "√\n低保对象", {}}};
  table.rows.push_back(std::move(row));
}

/// Equal first levels below each other become one cell.
void merge_names(Table& table) {
  std::uint32_t first = 0;
  for (std::uint32_t i = 1; i <= table.rows.size(); ++i) {
    if (i < table.rows.size() &&
        table.rows[i].cells[1].text == table.rows[first].cells[1].text)
      continue;
    if (i - first > 1) {
      table.merges.push_back({first, i - 1, 1, 1});
      for (std::uint32_t j = first + 1; j < i; ++j)
        table.rows[j].cells[1].text.clear();
    }
    first = i;
  }
}

Table plain_table(Table::Kind kind, std::string id, std::string name,
                  std::vector<std::string> titles) {
  Table table;
  table.kind = kind;
  table.id = std::move(id);
  table.name = table.title = std::move(name);
  table.frozen_columns = 1;
  for (std::uint32_t i = 0; i < titles.size(); ++i) {
    table.header.push_back({titles[i], 0, i, 1, 1});
    table.columns.push_back({titles[i], "", model::As::text, false, 20});
  }
  return table;
}

void add_registries(const resolve::Edition& edition, view::Publication& shown) {
  shown.laws =
      plain_table(Table::Kind::laws, "laws", "法律法规", {"名称", "网址"});
  for (const model::Law& law : edition->laws) {
    view::Row row;
    row.anchor = law.id.text;
    row.cells = {{std::string(law.title.text), {}},
                 {std::string(law.url.text), {}}};
    if (!law.url.empty())
      row.cells[1].link = {view::Link::Kind::web, std::string(law.url.text)};
    shown.laws.rows.push_back(row);
  }
  shown.bodies =
      plain_table(Table::Kind::bodies, "bodies", "公开主体", {"名称", "电话"});
  for (const model::Body& body : edition->bodies) {
    view::Row row;
    row.anchor = body.id.text;
    row.cells = {{std::string(body.name.text), {}},
                 {std::string(body.phone.text), {}}};
    shown.bodies.rows.push_back(row);
  }
  shown.statistics = plain_table(Table::Kind::statistics, "statistics", "统计",
                                 {"领域", "事项数"});
  for (const Table& table : shown.domains) {
    view::Row row;
    row.cells = {{table.name, view::Link{view::Link::Kind::table, table.id}},
                 {std::to_string(table.items), {}}};
    shown.statistics.rows.push_back(row);
  }
}

/// A view: a heading a term, and an item that stands under two of them.
Table make_view(const resolve::Edition& edition) {
  Table table;
  table.kind = Table::Kind::view;
  table.id = "opens";
  table.name = table.title = "五公开";
  add_header(table);
  for (const char* group : {"决策公开", "服务公开"}) {
    view::Row heading;
    heading.group = group;
    table.rows.push_back(heading);
    add_row(edition, ItemId{0}, table);
  }
  table.items = 1;
  return table;
}

void arrange(const resolve::Edition& edition, view::Publication& shown) {
  shown.edition = &edition;
  shown.title = edition->manifest.title.text;
  shown.version = edition->manifest.version.text;
  shown.date = days::chinese(edition.date);
  shown.levels = "县级、乡级";
  for (std::size_t i = 0; i < edition->domains.size(); ++i) {
    const model::Domain& domain = edition->domains.all()[i];
    Table table;
    table.id = domain.id.text;
    table.name = domain.name.text;
    table.title = table.name + "领域基层政务公开标准目录";
    add_header(table);
    for (const ItemId id : edition.items)
      if (edition[id].domain == DomainId(i)) add_row(edition, id, table);
    merge_names(table);
    shown.domains.push_back(std::move(table));
  }
  shown.views.push_back(make_view(edition));
  add_registries(edition, shown);
}

compare::Change change_of(std::string id, compare::Effect effect) {
  compare::Change change;
  change.id = std::move(id);
  change.name = "招生管理 / 招生政策";
  change.domain = "义务教育";
  change.effects = effect;
  compare::FieldChange& field = change.fields.emplace_back();
  field.field = "timing";
  field.name = {"timing", "公开时限"};
  field.effects = effect;
  field.before = {"收到申请之日起20个工作日内"};
  field.now = {"收到申请之日起3个工作日内"};
  return change;
}

/// One of each kind of change, and one whose every field is hostile.
compare::Changes make_changes() {
  using compare::Effect;
  compare::Changes changes;
  changes.before = {"ouhai", "旧目录", "2025.1", "2025-03-01", 5};
  changes.now = {"ouhai", "新目录", "2026.1", "2026-01-15", 5};
  auto& all = changes.all;
  all.push_back(change_of("compulsory-education/enrolment-policy",
                          Effect::duty_tightened));
  all.back().fields.front().places = "street";
  all.push_back(change_of("compulsory-education/aid", Effect::duty_added));
  all.back().fate = compare::Fate::added;
  all.push_back(change_of("compulsory-education/gone", Effect::duty_removed));
  all.back().fate = compare::Fate::removed;
  all.push_back(change_of("disclosure-regulation", Effect::shown));
  all.back().kind = compare::Kind::law;
  all.push_back(change_of("hostile/gone", Effect::duty_loosened));
  compare::Change& hostile = all.back();
  hostile.name = hostile.domain = hostile.reason = hostile.successor =
      hostile_name;
  hostile.fields.front().before = {std::string(hostile_name)};
  hostile.fields.front().reason = hostile_name;
  changes.not_compared = {compare::Kind::layout};
  return changes;
}

}  // namespace

std::unique_ptr<Sample> make_sample(std::size_t more) {
  auto sample = std::make_unique<Sample>();
  resolve::ResolvedCatalog& all = sample->catalog;
  all.manifest.id = written("ouhai");
  all.manifest.title = written("温州市瓯海区基层政务公开标准目录");
  all.manifest.version = written("2026.1");
  all.manifest.date.date = days::Date{2026, 1, 15};
  all.manifest.supervision.phone = written("12345");
  fill_registries(all);
  all.flows = resolve::Registry<resolve::FlowId, model::Flow>({make_flow()});
  all.guides = {make_guide()};
  all.items = decltype(all.items)(make_items(all, more));
  resolve::Edition& edition = sample->edition;
  edition.catalog = &all;
  edition.level = model::Level::county;
  edition.date = {2026, 1, 15};
  for (std::size_t i = 0; i < all.items.size(); ++i)
    edition.items.push_back(all.items.id(i));
  arrange(edition, sample->publication);
  sample->publication.last_changes = make_changes();
  return sample;
}

Files files_of(void (*emit)(const view::Publication&, const emit::Sink&),
               const view::Publication& publication) {
  Files files;
  emit::Sink sink;
  sink.put = [&](std::string_view path, std::string_view bytes) {
    if (!files.emplace(path, bytes).second)
      throw std::logic_error("written twice: " + std::string(path));
  };
  emit(publication, sink);
  return files;
}

}  // namespace catalog::test
