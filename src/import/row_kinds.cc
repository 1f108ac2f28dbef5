#include "import/row_kinds.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

bool matches(const std::string& text, const re2::RE2& pattern) {
  return re2::RE2::FullMatch(text, pattern);
}

enum class SignOff { none, person, sealed, dated, office };

/// What a cell under a table may be of those who answer for it:
/// 科室负责人：, 县民政局（盖章）, 2024年3月制, 东关街道办事处.
SignOff sign_off_in(const std::string& text) {
  static const re2::RE2 person(
      "([^、，；。:：()]{0,14}(人|领导|主任|书记|[局镇乡科股院校所站会]长|会计|"
      "签[字名章]|盖章|公章)([(（][^()（）]{0,12}[)）])?[:：][^、，；。:：]{0,"
      "20}|"
      "[^、，；。:：()]{2,20}[(（]?(签[字名章]|盖章)[)）]?[:：])+");
  static const re2::RE2 sealed(
      "[^、，；。:：]{3,30}[(（](盖章|公章|章|印章)[)）]");
  static const re2::RE2 dated(
      "([^、，；。:：]{3,30}(局|政府|委员会|办公室|办事处|委|办|中心|院|校|站|"
      "所|"
      "公司)[(（]?(盖章)?[)）]?)?[0-9〇○零一二三四五六七八九]{0,4}年"
      "[0-9一二三四五六七八九十]{0,2}月([0-9一二三四五六七八九十]{0,3}日)?"
      "(印?制|印发|制表|编制|填报|制作)?");
  static const re2::RE2 office(
      "[^、，；。:：]{3,30}(局|政府|委员会|办公室|办事处|中心|村委会|居委会)");
  if (text.size() > 200) return SignOff::none;
  if (matches(text, dated)) return SignOff::dated;
  if (matches(text, sealed)) return SignOff::sealed;
  if (matches(text, person)) return SignOff::person;
  return matches(text, office) ? SignOff::office : SignOff::none;
}

/// Whether all cells of a row sign; those that name an office only, or a day
/// in a column of days, where what stands below says so.
bool is_sign_off(const Grid& grid, const Header& header, std::size_t row,
                 const Own& own, bool is_over_a_date) {
  if (own.has_cells_from_above) return false;
  // Above the number of a page is what it numbers.
  if (own.count == 1 && row > header.end) {
    static const re2::RE2 page("[0-9]{1,3}");
    if (matches(squashed(grid.own(row, own.first)), page)) return true;
  }
  for (std::size_t column = own.first; column < grid.columns(); ++column) {
    const std::string text = squashed(grid.own(row, column));
    if (text.empty()) continue;
    const SignOff found = sign_off_in(text);
    const Column* timing = header.find(Field::timing);
    const bool may_be_timing =
        own.count == 1 && timing != nullptr && timing->index == column;
    if (found == SignOff::none ||
        (found == SignOff::office && !is_over_a_date) ||
        (found == SignOff::dated && may_be_timing))
      return false;
  }
  return true;
}

}  // namespace

bool is_number(const std::string& text) {
  static const re2::RE2 pattern(
      "[0-9]{1,6}([.．-][0-9]{1,4})*[.、．]?|[一二三四五六七八九十百]{1,5}|[("
      "（][0-9一二三四五六七八九十]+[)）]");
  return matches(squashed(text), pattern);
}

Own own_cells(const Grid& grid, std::size_t row) {
  Own own;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    if (grid.is_covered_from_above(row, column) &&
        !grid.text(row, column).empty())
      own.has_cells_from_above = true;
    if (grid.own(row, column).empty()) continue;
    if (own.count++ == 0) own.first = column;
  }
  return own;
}

bool is_note(const Grid& grid, std::size_t row, const Own& own) {
  if (own.count == 0 || own.count > 2) return false;
  static const re2::RE2 note(
      "(?s)(注|备注|说明|填表说明|附注)[0-9]?[:：.、].*");
  return matches(squashed(grid.own(row, own.first)), note);
}

bool is_footer(const Grid& grid, std::size_t row, const Own& own) {
  if (own.count == 0 || own.has_cells_from_above) return false;
  static const re2::RE2 page(
      "[-—–―─~·•]{0,2}(第[0-9]{1,4}页.*|共[0-9]{1,4}页.*|[0-9]{1,4}/[0-9]{1,4})"
      "[-—–―─~·•]{0,2}|[-—–―─~·•]{1,2}[0-9]{1,4}[-—–―─~·•]{1,2}");
  static const re2::RE2 sum("(合|总|小|共)计[:：]?.{0,12}");
  static const re2::RE2 signature(
      "(填表|填报|制表|审核|审批|审定|校对|复核|经办|联系|负责|主要负责|分管"
      "领导|分管负责|单位负责|编制|公开|报送|监督|咨询|投诉|举报|服务|办公|["
      "、和及])"
      "*(人|单位|部门|日期|时间|电话|渠道|地址|网址|邮箱|传真|盖章|签字|签章)?"
      "([(（].{0,12}[)）])?[:：].{0,40}");
  std::size_t signatures = 0;
  for (std::size_t column = own.first; column < grid.columns(); ++column) {
    const std::string text = squashed(grid.own(row, column));
    if (text.empty()) continue;
    if (own.count == 1 && matches(text, page)) return true;
    // A sum says how many, and not what is disclosed.
    if (own.count <= 3 && text.size() <= 60 && matches(text, sum)) return true;
    if (!matches(text, signature)) return false;
    ++signatures;
  }
  return signatures > 0;
}

bool is_title(const Grid& grid, std::size_t row, const Own& own) {
  if (own.count != 1 || own.has_cells_from_above) return false;
  const std::string text = joined(grid.own(row, own.first));
  if (unicode::count(text) > 60 || is_number(text)) return false;
  const std::size_t last = grid.columns() - 1;
  const bool is_wide = grid.is_one_cell(
      row, own.first,
      std::min(last, own.first + std::max<std::size_t>(last / 2, 1)));
  static const re2::RE2 numbered(
      "^([(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、).*");
  // Merged over the whole table, it can be nothing else.
  if (last > 3 && grid.is_one_cell(row, 0, last)) return true;
  return (is_wide || own.first < 2) &&
         (contains(text, "领域") || contains(text, "目录") ||
          contains(text, "一览表") || matches(text, numbered));
}

bool is_column_numbers(const Grid& grid, std::size_t row) {
  int expected = 0;
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const std::string& text = grid.own(row, column);
    if (text.empty()) continue;
    if (text != std::to_string(++expected)) return false;
  }
  return expected >= 4;
}

std::size_t end_of_items(const Grid& grid, const Header& header,
                         std::size_t end) {
  bool is_over_a_date = false;
  std::size_t kept = end;
  for (std::size_t row = end; row-- > header.end;) {
    const Own own = own_cells(grid, row);
    if (own.count == 0) continue;
    const bool is_below = is_note(grid, row, own) || is_footer(grid, row, own);
    if (!is_below && !is_sign_off(grid, header, row, own, is_over_a_date))
      break;
    is_over_a_date =
        own.count == 1 &&
        sign_off_in(squashed(grid.own(row, own.first))) == SignOff::dated;
    kept = row;
  }
  return kept;
}

}  // namespace catalog::import
