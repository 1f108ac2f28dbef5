#include "import/values.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "import/text.h"
#include "import/ticks.h"

namespace catalog::import {
namespace {

/// A cell so long says something else by the way.
constexpr std::size_t longest = 600;

bool fits(std::string_view cell, const re2::RE2& pattern) {
  return re2::RE2::FullMatch(squashed(cell), pattern);
}

bool is_basis(std::string_view cell) {
  return contains(cell, "《") && contains(cell, "》");
}

bool is_mode(std::string_view cell) {
  static const re2::RE2 modes(
      "((主动|依?申请)(公开)?(（[^（）]*）|\\([^()]*\\))?[、,;/和及或]*)+");
  return fits(cell, modes);
}

bool are_levels(std::string_view cell) {
  static const re2::RE2 levels(
      "((省|市|州|县|区|旗|乡镇?|镇|街道?|村|居|社区)级?[、,;/和及()（）]*)*"
      "(省|市|州|县|区|旗|乡镇?|镇|街道?|村|居|社区)级[)）]?");
  return fits(cell, levels);
}

bool is_audience(std::string_view cell) {
  static const re2::RE2 audience(
      "(面向)?(全?社会(公众|公开)?|公众|特定(群体|对象|人群).*|"
      "(全体|本村|本社区).{0,4}(村民|居民|成员))");
  return fits(cell, audience);
}

bool are_channels(std::string_view cell) {
  const Boxes boxes = boxes_of(cell);
  if (boxes.has_open) return boxes.boxes.size() >= 2;
  static const re2::RE2 channels(
      "(.{0,12}(网站|网|公众号|公开栏|公示栏|公告栏|宣传栏|公示牌|公告牌|"
      "微信群|"
      "QQ群|微信|微博|两微一端|广播|电视|报纸|公报|查阅点|便民服务站|服务中心|"
      "大厅|窗口|电子屏|客户端|发布会|短信|入户|张贴|张榜|宣传单|明白纸|"
      "书面答复|"
      "书面告知)([(（][^()（）]*[)）])?[、,;/和及]*)+");
  return fits(cell, channels);
}

bool is_timing(std::string_view cell) {
  static const re2::RE2 timing(
      ".*([0-9一二三四五六七八九十]个?(工作)?(日|天|小时|个?月)|及时|实时|即时|"
      "随时|长期|常年|每(年|半年|季|月|周|日|天)|动态).*");
  return cell.size() <= 300 && fits(cell, timing);
}

bool is_body(std::string_view cell) {
  static const re2::RE2 body(
      "([^、,;。:《》]{1,20}(局|政府|委员会|村委会|居委会|委|办|办公室|中心|所|"
      "站|处|科|股|大队|办事处|部门|单位|公司|学校|院)"
      "([(（][^()（）]*[)）])?[、,;/]*)+");
  return fits(cell, body);
}

struct Test {
  Field field;
  bool (*holds)(std::string_view cell);
};

/// Those that are hard to take for others come first.
constexpr Test tests[] = {
    {Field::basis, is_basis},        {Field::mode, is_mode},
    {Field::levels, are_levels},     {Field::audience, is_audience},
    {Field::channels, are_channels}, {Field::timing, is_timing},
    {Field::body, is_body},
};

}  // namespace

Field field_by_values(const std::vector<std::string_view>& cells) {
  if (cells.size() < 3) return Field::none;
  for (const Test& test : tests) {
    const auto count =
        std::count_if(cells.begin(), cells.end(), [&](std::string_view cell) {
          return cell.size() <= longest && test.holds(cell);
        });
    if (static_cast<std::size_t>(count) * 3 >= cells.size() * 2)
      return test.field;
  }
  return Field::none;
}

bool says_mode(std::string_view cell) {
  for (const std::string_view word :
       {"主动", "申请", "不公开", "不予公开", "免予公开", "全文", "部分公开"})
    if (contains(cell, word)) return true;
  return squashed(cell).starts_with("否") || is_tick(cell) || is_untick(cell);
}

}  // namespace catalog::import
