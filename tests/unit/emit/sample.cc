#include "sample.h"

namespace catalog::emit {
namespace {

using model::As;
using view::Link;
using view::Row;
using view::Table;

constexpr auto regulation =
    "《中华人民共和国政府信息公开条例》（国务院令第711号）第十九条、第二十条";

view::Column column(std::string title, std::string value, As as = As::text) {
  view::Column result;
  result.title = std::move(title);
  result.centred = as == As::tick || value == "number";
  result.value = std::move(value);
  result.as = as;
  return result;
}

/// The official table, as the layout `national` describes it.
Table empty_table() {
  Table table;
  table.paper = model::Paper::a3;
  table.header_rows = 2;
  table.frozen_columns = 3;
  table.columns = {column("序号", "number"),
                   column("一级事项", "name.1"),
                   column("二级事项", "name.2"),
                   column("公开内容（要素）", "content", As::lines),
                   column("公开依据", "basis", As::lines),
                   column("公开时限", "timing"),
                   column("公开主体", "body"),
                   column("公开渠道和载体", "channels", As::boxes),
                   column("全社会", "audience.public", As::tick),
                   column("特定群体", "audience.group"),
                   column("主动", "mode.proactive", As::tick),
                   column("依申请", "mode.on-request", As::tick),
                   column("县级", "level.county", As::tick),
                   column("乡级", "level.town", As::tick)};
  const auto group = [&](std::string title, std::uint32_t first,
                         std::uint32_t count) {
    table.header.push_back({std::move(title), 0, first, 1, count});
  };
  group("公开事项", 1, 2);
  group("公开对象", 8, 2);
  group("公开方式", 10, 2);
  group("公开层级", 12, 2);
  for (std::uint32_t i = 0; i < table.columns.size(); ++i) {
    const bool is_under = i == 1 || i == 2 || i >= 8;
    table.header.push_back(
        {table.columns[i].title, is_under ? 1u : 0u, i, is_under ? 1u : 2u, 1});
  }
  return table;
}

std::string boxes() {
  return "■政府网站\n□政府公报\n■两微一端\n□发布会/"
         "听证会\n□广播电视\n□纸质媒体\n"
         "■公开查阅点\n■政务服务中心\n□便民服务站\n□入户/现场\n"
         "■社区/企事业单位/村公示栏（电子屏）\n□精准推送\n□其他";
}

Row row_of(std::size_t number, std::string first, std::string second,
           std::string content, std::string basis) {
  Row row;
  for (std::string text :
       {std::to_string(number), std::move(first), std::move(second),
        std::move(content), std::move(basis),
        std::string("信息形成或者变更之日起20个工作日内"),
        std::string("瓯海区教育局"), boxes(), std::string("√"), std::string(""),
        std::string("√"), std::string(""), std::string("√"), std::string("√")})
    row.cells.push_back({std::move(text), {}});
  return row;
}

std::string long_text(int sentences) {
  std::string text;
  for (int i = 1; i <= sentences; ++i)
    text += (i > 1 ? "\n" : "") + std::to_string(i) +
            ".本区义务教育阶段学校的招生范围、招生条件、报名办法和录取结果，"
            "以及咨询电话、监督电话等内容（含ABC School、0577-88888888）；";
  return text;
}

Table education() {
  Table table = empty_table();
  table.id = "compulsory-education";
  table.name = "义务教育";
  table.title = "义务教育领域基层政务公开标准目录";
  table.subtitle = "瓯海区　2026.1版　2026年1月15日";
  table.note = "注：■为应当采用的渠道，□为可以采用的渠道。";
  table.items = 12;
  for (std::size_t i = 0; i < table.items; ++i)
    table.rows.push_back(row_of(
        i + 1,
        i < 6 ? "招生管理（含义务教育阶段学校招生入学工作各环节的信息）" : "",
        i < 6 ? "招生政策" : "", long_text(static_cast<int>(i % 5)),
        std::string(regulation) + "\n《中华人民共和国义务教育法》第十二条"));
  table.rows[1].cells[1].text = table.rows[6].cells[2].text = "";
  for (std::size_t i = 1; i < 6; ++i) table.rows[i].cells[1].text = "";
  table.rows[6].cells[1].text = "学校概况";
  table.merges.push_back({0, 5, 1, 1});
  table.merges.push_back({6, 6, 1, 2});
  for (std::size_t i = 7; i < table.items; ++i) {
    table.rows[i].cells[1].text = "学生管理";
    table.rows[i].cells[2].text = hostile_texts[i - 7];
    table.rows[i].cells[3].text = long_text(2) + hostile_texts[i - 7];
  }
  table.rows[10].cells[3].text = long_text(10);  // higher than a row may be
  table.rows[11].cells[3].text = long_text(30);  // higher than a page
  for (std::size_t i = 0; i < table.items; ++i)
    table.rows[i].item = static_cast<resolve::ItemId>(i);
  table.signature = true;
  return table;
}

Table grouped() {
  Table table = empty_table();
  table.kind = Table::Kind::view;
  table.id = "life";
  table.name = "个人全生命周期[出生/入学]";
  table.title = "个人全生命周期公开事项";
  table.subtitle = "瓯海区　2026.1版　2026年1月15日";
  table.items = 2;
  table.paper = model::Paper::a4;
  Row& birth = table.rows.emplace_back();
  birth.group = "出生";
  table.rows.push_back(
      row_of(1, "户籍管理", "出生登记", "办理条件", regulation));
  Row& school = table.rows.emplace_back();
  school.group = "入学";
  table.rows.push_back(row_of(2, "招生管理", "招生政策", "招生计划", "同上"));
  return table;
}

Table laws() {
  Table table;
  table.kind = Table::Kind::laws;
  table.id = "laws";
  table.name = "公开依据";
  table.title = "公开依据一览";
  table.columns = {column("序号", "number"), column("名称", "title"),
                   column("事项", "items"), column("网址", "url")};
  for (std::uint32_t i = 0; i < 4; ++i)
    table.header.push_back({table.columns[i].title, 0, i, 1, 1});
  Row& row = table.rows.emplace_back();
  row.anchor = "disclosure-regulation";
  row.cells = {
      {"1", {}},
      {"中华人民共和国政府信息公开条例", {}},
      {"招生政策", Link{Link::Kind::item, "item-0"}},
      {"https://www.gov.cn", Link{Link::Kind::web, "https://www.gov.cn"}}};
  table.rows.push_back(row);
  table.rows[1].anchor = "other";
  table.rows[1].cells[3] = {"javascript:alert(1)",
                            Link{Link::Kind::web, "javascript:alert(1)"}};
  return table;
}

resolve::ResolvedCatalog catalog_of_items() {
  resolve::ResolvedCatalog catalog;
  static constexpr std::string_view ids[] = {
      "item-0", "item-1", "item-2", "item-3", "item-4",  "item-5",
      "item-6", "item-7", "item-8", "item-9", "item-10", "item-11"};
  std::deque<resolve::Item> all(std::size(ids));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].id.text = ids[i];
  catalog.items = decltype(catalog.items)(std::move(all));
  return catalog;
}

}  // namespace

const std::vector<std::string> hostile_texts = {
    "=HYPERLINK(\"http://example.org\",\"x\")", "＋1+1", "_x0041_x0042_",
    "<b>&amp;</b>", "@SUM(1,\"2\")"};

std::unique_ptr<Sample> sample() {
  auto made = std::make_unique<Sample>();
  made->catalog = catalog_of_items();
  made->edition.catalog = &made->catalog;
  made->edition.date = {2026, 1, 15};
  view::Publication& publication = made->publication;
  publication.edition = &made->edition;
  publication.title = "温州市瓯海区基层政务公开标准目录";
  publication.place = "瓯海区";
  publication.issuer = "瓯海区人民政府办公室";
  publication.version = "2026.1";
  publication.date = "2026年1月15日";
  publication.levels = "县级、乡级";
  publication.domains = {education()};
  publication.views = {grouped()};
  publication.laws = laws();
  for (Table* table :
       {&publication.domains[0], &publication.views[0], &publication.laws})
    view::measure(*table);
  return made;
}

}  // namespace catalog::emit
