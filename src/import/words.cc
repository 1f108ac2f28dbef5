#include "import/words.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

struct Word {
  Field field;
  std::string_view pattern;  // of the whole header word
};

/// Wordings seen over the columns of published tables; the first that fits
/// decides.
constexpr Word words[] = {
    {Field::number, "序号|编号|序列|顺序号|行号|总序号|项目序号|事项序号|NO"},
    {Field::domain, "(公开|所属|对应|对相应|试点|业务)?领域(名称|类别)?"},
    {Field::name1,
     "(公开)?(一级|I级|1级|第一级)(公开)?(事项|目录|栏目|指标|分类|类别|标题)?"
     "(名称)?"},
    {Field::name2,
     "(公开)?(二级|II级|2级|第二级)(公开)?(事项|目录|栏目|指标|分类|类别|标题)?"
     "(名称)?"},
    {Field::name3,
     "(公开)?(三级|III级|3级|第三级)(公开)?(事项|目录|栏目|指标|分类|类别|"
     "标题)?(名称)?"},
    {Field::name1,
     "(政务|信息)?(公开)?事项(名称|目录)?|公开目录|公开项目|目录名称|"
     "信息名称|公开信息"},
    {Field::content,
     "(主要|具体|信息)?(公开|公示|公布|发布)(的)?(内容|要素|要点)(要素|及要求|"
     "和要求|与要求|和测评依据)?|内容(要素|要点)?|"
     "(公开的)?(具体|主要)(公开)?(内容|要点)|"
     "(内容|信息)(描述|概述|摘要|要点)|信息内容"},
    {Field::basis,
     "(公开|法定|法律|法规|规章|政策|文件|制度|设定|实施|事项|主要|[及和与或、/"
     "])*"
     "依据(及条款|文件)?"},
    {Field::timing,
     "(公开|公布|发布|公示)?(时限|期限)(要求)?|"
     "(公开|公布|公示)时间(要求|及时限|和?频[率次])?"},
    {Field::body,
     "(公开|责任|实施|发布)主体(名称)?|(公开)?责任(主体|单位|部门|机构)|"
     "(公开|发布|公布|公示)(单位|部门|机构)|主体"},
    {Field::channels,
     "(公开|发布|公布)?(渠道|途径|平台)([和及与、]?载体)?|"
     "(公开|发布|公布)?载体([和及与]渠道)?"},
    {Field::everyone, "(面向)?全(部)?社会(公众)?|社会公众"},
    {Field::group, "特定(的)?(群体|群众|对象|人群|公众)"},
    {Field::audience, "(公开)?(对象|受众)|公开范围"},
    {Field::proactive, "主动(公开)?"},
    {Field::on_request, "(依)?申请(公开|公)?"},
    {Field::mode,
     "公开(方式|属性|类型|类别)|方式|是否(属于)?(主动|依申请)公开(事项)?"},
    {Field::levels, "(公开)?(层级|级别|层次)"},
    {Field::supervision,
     "(监督|举报|投诉)(监督|举报|投诉|和|及|、)*(电话|渠道|方式)|监督投诉"},
    {Field::note, "备注|说明"},
    {Field::column, "(网站)?(对应)?(公开)?栏目(名称|路径)?|网站对应栏目"},
    {Field::opens, "五公开|公开?过程|过程|公开环节|五公开类别"},
    {Field::phone, "(咨询|联系|服务)电话"},
    {Field::url, "(公开|发布)?(网址|链接)(地址)?|公开网站"},
    {Field::code, "(事项|目录|领域|一级事项|二级事项|三级事项)?(编码|代码)"},
    {Field::heading, "公开标准|公开要求|标准|要求|要素"},
    {Field::extra,
     "公开(格式|形式|时长|内容标题)|更新周期|责任(科|股|处)室|事项类(型|别)|"
     "类别|部门|内设(部门|机构)|责任人|信息格式|公开次数"},
};

/// Wordings that mean one thing in one table and another in the next: they are
/// taken at their word only where nothing else is.
constexpr Word stand_ins[] = {
    {Field::channels, "(公开|公布|发布)?(形式|位置|地点)|公开网站"},
    {Field::body,
     "(责任|承办|主办|牵头|经办)(科|股|处)?(室|所|站|单位|部门|机构)(名称)?|"
     "(公开)?责任人|内设(部门|机构)|部门|单位"},
    {Field::timing,
     "(信息)?更新(频率|频次|周期|时间|时限)|公开(频率|频次|次数|周期)"},
    {Field::content, ".{0,8}(内容|要素|要点).{0,6}"},
    {Field::basis, ".{0,8}依据.{0,6}"},
    {Field::timing, ".{0,6}(时限|期限|时间).{0,6}"},
    {Field::body, ".{0,6}(主体|责任(单位|部门|机构)).{0,6}"},
    {Field::channels, ".{0,6}(渠道|载体|途径|平台).{0,6}"},
    {Field::audience, ".{0,6}(对象|受众|人群).{0,4}"},
    {Field::mode, ".{0,4}公开(方式|属性|类型).{0,4}"},
    {Field::levels, ".{0,4}层级.{0,4}"},
};

/// What groups items, left of them.
constexpr Word groups[] = {
    {Field::name1,
     "(信息|业务|项目|服务)(类别|分类|类型)|类目|栏目(名称)?|"
     "(事项|项目|信息|公开|业务)?(大类|大项|主项)(名称)?"},
    // An attribute of each item as often.
    {Field::heading, "(公开|事项|主题)?(类别|分类|类型)|主题|板块"},
};

/// 26 domains of the 2019 roll-out and those added since, longest first where
/// one begins another.
constexpr std::string_view domains[] = {
    "国土空间规划", "城乡规划",           "重大建设项目",
    "公共资源交易", "财政预决算",         "安全生产",
    "税收管理",     "征地补偿",           "国有土地上房屋征收与补偿",
    "保障性住房",   "农村危房改造",       "生态环境",
    "环境保护",     "公共文化服务",       "公共法律服务",
    "扶贫",         "乡村振兴",           "救灾",
    "食品药品监管", "城市综合执法",       "就业创业",
    "社会保险",     "社会救助",           "养老服务",
    "户籍管理",     "涉农补贴",           "义务教育",
    "医疗卫生",     "市政服务",           "交通运输",
    "旅游",         "广播电视和网络视听", "统计",
    "新闻出版版权", "自然资源",           "村务公开",
    "就业",         "公共企事业单位"};

/// Rows of wordings as one automaton: a word is walked over once.
class Patterns {
 public:
  explicit Patterns(std::span<const Word> rows)
      : rows_(rows), all_(re2::RE2::DefaultOptions, re2::RE2::ANCHOR_BOTH) {
    for (const Word& each : rows)
      all_.Add({each.pattern.data(), each.pattern.size()}, nullptr);
    all_.Compile();
  }

  Field first_fit(const std::string& word) const {
    std::vector<int> fitting;
    if (!all_.Match(word, &fitting)) return Field::none;
    const int first = *std::min_element(fitting.begin(), fitting.end());
    return rows_[static_cast<std::size_t>(first)].field;
  }

 private:
  std::span<const Word> rows_;
  re2::RE2::Set all_;
};

Field known_field(const std::string& word) {
  static const Patterns patterns(words);
  return patterns.first_fit(word);
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char32_t each : unicode::CodePoints(text)) {
    const bool opens = each == U'(' || each == U'（' || each == U'[';
    const bool closes = each == U')' || each == U'）' || each == U']';
    if (opens) ++depth;
    if (depth == 0 && !closes) unicode::append(kept, each);
    if (closes && depth > 0) --depth;
  }
  return kept;
}

std::string without_numbering(std::string_view title) {
  static const re2::RE2 numbering(
      "^([(（]?[一二三四五六七八九十百0-9]+[)）、.．:：]|第["
      "一二三四五六七八九十百"
      "0-9]+[章节部分类]+、?|[0-9]+[-_ ])\\s*");
  std::string kept(title);
  while (re2::RE2::Replace(&kept, numbering, "")) {
  }
  return kept;
}

}  // namespace

std::string header_word(std::string_view header) {
  std::string word = without_brackets(squashed(header));
  for (const std::string_view quote : {"\"", "“", "”", "*", ":", "："})
    for (std::size_t at = word.find(quote); at != word.npos;
         at = word.find(quote))
      word.erase(at, quote.size());
  while (!word.empty() && word.back() >= '0' && word.back() <= '9')
    word.pop_back();
  return word;
}

Field field_of(std::string_view header) {
  if (header.size() > 400) return Field::none;
  const std::string word = header_word(header);
  if (word.empty()) return Field::none;
  const Field field = known_field(word);
  if (field != Field::none) return field;
  if (word.size() <= 24 && ends_with_any(word, {"级", "乡镇", "街道"}) &&
      tiers_in(word).any())
    return Field::level;
  const std::vector<std::string> parts = header_parts(std::string(header));
  if (parts.size() < 2) return Field::none;
  const Field leaf = field_of(parts.back());
  return leaf == Field::none ? field_of(parts.front()) : leaf;
}

std::vector<std::string> header_parts(const std::string& header) {
  if (header.size() > 120) return {header};
  static const re2::RE2 next("(.+?)\\s*(?:[-_/>:：|]|—|－|→|·)+\\s*");
  std::vector<std::string> parts;
  re2::StringPiece rest(header);
  for (std::string part; re2::RE2::Consume(&rest, next, &part);)
    parts.push_back(part);
  parts.emplace_back(rest);
  if (parts.size() == 1) return parts;
  // Only below words that are known to stand over others.
  const Field parent = known_field(header_word(parts.front()));
  const bool stands_over =
      parent == Field::name1 || parent == Field::audience ||
      parent == Field::mode || parent == Field::levels ||
      parent == Field::channels || parent == Field::heading;
  if (!stands_over || parts.back().empty()) return {header};
  return parts;
}

Grouping grouping_of(std::string_view header) {
  if (header.size() > 400) return Grouping::none;
  static const Patterns patterns(groups);
  switch (patterns.first_fit(header_word(header))) {
    case Field::name1: return Grouping::plain;
    case Field::heading: return Grouping::possible;
    default: return Grouping::none;
  }
}

Field stand_in_of(std::string_view header) {
  if (header.size() > 400) return Field::none;
  static const Patterns patterns(stand_ins);
  return patterns.first_fit(header_word(header));
}

TierWords tiers_in(std::string_view text) {
  std::string word = squashed(text);
  TierWords tiers;
  // Takes each out, so that it counts for one tier only.
  const auto takes = [&](std::initializer_list<std::string_view> parts) {
    bool found = false;
    for (const std::string_view part : parts)
      for (std::size_t at = word.find(part); at != word.npos;
           at = word.find(part)) {
        word.replace(at, part.size(), " ");
        found = true;
      }
    return found;
  };
  // 区 and 居 stand in words of other tiers: those go first.
  tiers.village = takes({"社区", "村居", "居委会", "村委会", "行政村", "村"});
  tiers.town =
      takes({"园区", "镇街", "街镇", "街道", "乡镇", "乡", "镇", "街"});
  tiers.county = takes({"县市区", "区县", "县区", "县", "旗"});
  if (!contains(word, "作业区") && takes({"区"})) tiers.county = true;
  tiers.city = takes({"地市", "州", "盟", "市"});
  tiers.province = takes({"省"});
  return tiers;
}

std::string domain_in(std::string_view title) {
  const std::string text = joined(cleaned(title));
  std::string_view best;
  for (const std::string_view each : domains)
    if (contains(text, each) && each.size() > best.size()) best = each;
  std::size_t at = text.find("领域");
  if (best.empty() && at == text.npos) return {};
  // A name that ends in the word: 乡镇自设领域领域….
  constexpr std::string_view twice = "领域领域";
  if (text.find(twice) == at) at += twice.size() / 2;
  // 扶贫（乡村振兴）: of two names, the one before the bracket.
  for (const std::string_view each : domains)
    for (const std::string_view bracket : {"（", "("})
      if (contains(text, std::string(each).append(bracket).append(best))) {
        best = each;
        break;
      }
  if (!best.empty()) {
    // What brackets add to the name belongs to it:
    // 征地补偿（农村集体土地征收）.
    const std::size_t end = text.find(best) + best.size();
    const std::string_view rest = std::string_view(text).substr(end);
    static const re2::RE2 bracket("^([(（][^()（）]{2,30}[)）])");
    std::string more;
    if (re2::RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()),
                               bracket, &more) &&
        !contains(more, "公开") && !contains(more, "级"))
      return printed(std::string(best) + more);
    return std::string(best);
  }
  std::string name = without_numbering(std::string_view(text).substr(0, at));
  static const re2::RE2 place(
      "^.{2,}?(?:(?:人民政府|市|县|旗)(.{2,})|(?:省|区|镇|乡|街道)(.{4,}))$");
  std::string rest, other;
  if (re2::RE2::FullMatch(name, place, &rest, &other)) name = rest + other;
  return unicode::count(name) <= 20 ? printed(trimmed(name)) : std::string();
}

}  // namespace catalog::import
