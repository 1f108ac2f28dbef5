// catalog_generate COUNT FOLDER: writes a catalog of COUNT items for
// benchmarks, 300 to a file, always the same for the same COUNT. Its registers
// are as large as a county's; the names are made up and stay in the benchmark.
// Beyond 24,000 items the subjects come round again, with a number.

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace catalog::bench {
namespace {

constexpr std::size_t items_a_file = 300;
constexpr std::size_t law_count = 120;

constexpr std::array domains = {"spatial-planning 国土空间规划",
                                "major-projects 重大建设项目",
                                "trading 公共资源交易",
                                "fiscal-budget 财政预决算",
                                "work-safety 安全生产",
                                "tax 税收管理",
                                "land 征地补偿",
                                "house 房屋征收与补偿",
                                "affordable-housing 保障性住房",
                                "renovation 农村危房改造",
                                "environment 生态环境",
                                "culture 公共文化服务",
                                "legal-services 公共法律服务",
                                "rural-vitalisation 乡村振兴",
                                "disaster-relief 救灾",
                                "food-drug 食品药品监管",
                                "urban-enforcement 城市综合执法",
                                "employment 就业创业",
                                "social-insurance 社会保险",
                                "social-assistance 社会救助",
                                "elderly-care 养老服务",
                                "household 户籍管理",
                                "subsidies 涉农补贴",
                                "education 义务教育",
                                "health 医疗卫生",
                                "municipal 市政服务",
                                "transport 交通运输",
                                "tourism 旅游",
                                "statistics 统计",
                                "copyright 新闻出版版权"};

constexpr std::array subjects = {
    "规划", "审批", "许可", "补贴", "资金", "项目",     "招标",     "合同",
    "质量", "监测", "检查", "处罚", "强制", "救助",     "补偿",     "安置",
    "登记", "备案", "认定", "评估", "考核", "培训",     "招生",     "学籍",
    "资助", "保险", "待遇", "档案", "养老", "应急预案", "预警",     "安全风险",
    "设施", "绿化", "供水", "供气", "环卫", "道路",     "统计数据", "版权"};

constexpr std::array acts = {"政策文件", "办事指南", "受理条件", "申请材料",
                             "办理程序", "办理结果", "名单公示", "年度计划",
                             "实施方案", "进展情况", "资金分配", "资金使用",
                             "监督检查", "抽查结果", "信用信息", "典型案例",
                             "政策解读", "咨询电话", "投诉渠道", "公告公示"};

constexpr std::array parts = {"文件名称", "文号",     "发布日期", "适用范围",
                              "设定依据", "申请条件", "办理时限", "收费标准",
                              "办理地点", "联系方式", "审核意见", "公示期限"};

constexpr std::array timings = {"信息形成或者变更之日起20个工作日内",
                                "信息形成或者变更之日起20个工作日内",
                                "信息形成或者变更之日起20个工作日内",
                                "信息形成或者变更之日起20个工作日内",
                                "信息形成或者变更之日起20个工作日内",
                                "作出行政决定之日起7个工作日内",
                                "信息形成或者变更之日起5个工作日内",
                                "每季度公开一次",
                                "公示不少于7个工作日",
                                "长期公开"};

constexpr std::array channels = {"website 政府网站",
                                 "gazette 政府公报",
                                 "new-media 两微一端",
                                 "press-conference 发布会/听证会",
                                 "broadcast 广播电视",
                                 "print-media 纸质媒体",
                                 "reading-point 公开查阅点",
                                 "service-center 政务服务中心",
                                 "station 便民服务站",
                                 "visit 入户/现场",
                                 "board 村（社区）公示栏",
                                 "targeted-push 精准推送",
                                 "other 其他"};

constexpr std::array opens = {"decision", "execution", "management", "service",
                              "result"};

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

std::string_view second_word(std::string_view text) {
  return text.substr(text.find(' ') + 1);
}

/// SplitMix64: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % bound);
  }

  template <class Array>
  auto& of(const Array& array) {
    return array[below(array.size())];
  }

 private:
  std::uint64_t state_;
};

std::string registers() {
  std::string out =
      "catalog:\n  id: generated\n  title: 测试用基层政务公开标准目录\n"
      "  version: \"1\"\n  date: 2026-01-15\n  layout: standard\n"
      "  supervision: {phone: \"12345\"}\n"
      "  outputs: [xlsx, html, json, csv]\ndomains:\n";
  for (std::size_t i = 0; i < domains.size(); ++i)
    out +=
        fmt::format("  - {{id: {}, name: {}, code: \"{}\"}}\n",
                    first_word(domains[i]), second_word(domains[i]), 101 + i);
  out += "laws:\n";
  for (std::size_t i = 0; i < law_count; ++i)
    out += fmt::format(
        "  - id: law-{0}\n    title: {1}{2}管理条例\n"
        "    kind: administrative-regulation\n    number: 国务院令第{3}号\n"
        "    issued: {4}-03-01\n    effective: {4}-07-01\n    articles: 60\n",
        i + 1, second_word(domains[i % domains.size()]),
        subjects[i / domains.size()], 500 + i, 2000 + i % 25);
  out += "bodies:\n";
  for (const std::string_view domain : domains)
    out += fmt::format("  - {{id: {}-authority, name: {}主管部门}}\n",
                       first_word(domain), second_word(domain));
  out += "channels:\n";
  for (const std::string_view channel : channels)
    out += fmt::format("  - {{id: {}, name: {}, standard: true}}\n",
                       first_word(channel), second_word(channel));
  return out +
         "taxonomies:\n  - id: opens\n    name: 五公开\n    terms:\n"
         "      - {id: decision, name: 决策公开}\n"
         "      - {id: execution, name: 执行公开}\n"
         "      - {id: management, name: 管理公开}\n"
         "      - {id: service, name: 服务公开}\n"
         "      - {id: result, name: 结果公开}\n";
}

/// The `ordinal`-th item of a domain.
std::string item(std::size_t domain, std::size_t ordinal, Dice& dice) {
  const std::string_view id = first_word(domains[domain]);
  const std::size_t group = ordinal / acts.size();
  const std::size_t act = ordinal % acts.size();
  const std::size_t round = group / subjects.size();
  std::string subject = subjects[group % subjects.size()];
  if (round > 0) subject += fmt::format("（{}）", round + 1);
  std::string out = fmt::format(
      "  - id: {}/item-{}\n    code: \"{}{:03}{:03}\"\n"
      "    name: [{}, {}{}]\n    content:\n",
      id, ordinal + 1, 101 + domain, group + 1, act + 1, subject, subject,
      acts[act]);
  const std::size_t first = dice.below(parts.size());
  const std::size_t entries = 3 + dice.below(3);
  for (std::size_t i = 0; i < entries; ++i)
    out += fmt::format("      - {}\n", parts[(first + i) % parts.size()]);
  // One throw a statement: the order of arguments is the compiler's.
  const std::size_t cited = dice.below(law_count / 2) + 1;
  const std::size_t article = dice.below(60) + 1;
  const std::size_t further = law_count / 2 + dice.below(law_count / 2) + 1;
  const std::string_view timing = dice.of(timings);
  const std::string_view channel = channels[1 + dice.below(8)];
  out += fmt::format(
      "      - {{text: 办事指南, parts: [适用范围, 设定依据, 申请条件]}}\n"
      "    basis:\n      - law-{} 第{}条\n      - law-{}\n"
      "    timing: {}\n    body: {}-authority\n"
      "    channels: [website, {}, {{any-of: [board, visit]}}]\n",
      cited, article, further, timing, id, first_word(channel));
  if (dice.below(5) == 0) out += "    audience: {group: 申请人及其监护人}\n";
  out += dice.below(3) == 0 ? "    levels: [county, town]\n"
                            : "    levels: [county]\n";
  out += fmt::format("    facets: {{opens: [{}]}}\n", dice.of(opens));
  return out;
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

void generate(std::size_t count, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "items");
  write(folder / "catalog.yaml", registers());
  Dice dice(2026);
  for (std::size_t domain = 0, made = 0; domain < domains.size(); ++domain) {
    const std::size_t end = count * (domain + 1) / domains.size();
    for (std::size_t ordinal = 0, file = 1; made < end; ++file) {
      std::string text = fmt::format("defaults: {{domain: {}}}\nitems:\n",
                                     first_word(domains[domain]));
      for (std::size_t i = 0; i < items_a_file && made < end; ++i, ++made)
        text += item(domain, ordinal++, dice);
      write(folder / "items" /
                fmt::format("{}-{}.yaml", first_word(domains[domain]), file),
            text);
    }
  }
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char* arguments[]) try {
  if (count != 3) {
    fmt::print(stderr, "usage: catalog_generate COUNT FOLDER\n");
    return 2;
  }
  catalog::bench::generate(std::stoul(arguments[1]), arguments[2]);
  return 0;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_generate: {}\n", problem.what());
  return 3;
}
