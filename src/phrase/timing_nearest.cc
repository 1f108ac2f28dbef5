#include "phrase/timing_nearest.h"

#include <algorithm>

#include "phrase/timing_words.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// Phrases of real tables, to suggest: # is the number.
constexpr string_view known_phrases[] = {
    "信息形成或者变更之日起#个工作日内",
    "信息形成或者变更之日起#个工作日内公开",
    "信息形成之日起#个工作日内",
    "制作或获取信息之日起#个工作日内",
    "制定或获取信息之日起#个工作日内",
    "收到申请之日起#个工作日内",
    "作出行政决定之日起#个工作日内",
    "规划批准之日起#个工作日内",
    "本级人民代表大会或者其常务委员会批准后#日内",
    "本级政府财政部门批复后#日内",
    "长期公开",
    "长期公开（动态调整）",
    "实时公开",
    "及时公开",
    "定期公开",
    "动态调整",
    "每年更新1次",
    "每年至少公布#次",
    "每季度至少公布#次",
    "每季度公布#次",
    "每半年至少公布#次",
    "每月公布#次",
    "每季度公开",
    "每月公开",
    "每年公开",
    "公示不少于#个工作日",
    "公示不少于#日",
    "公示期不少于#个工作日",
    "提前#个工作日公开",
    "公示满#年不再公示",
    "可延长#个工作日",
    "法律、法规另有规定的，从其规定"};

}  // namespace

std::optional<std::string> nearest_phrase(string_view text) {
  std::string skeleton, digits;
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    const bool is_first = digits.empty();
    if (const auto number = is_first ? take_number(rest) : std::nullopt) {
      digits = std::to_string(*number);
      skeleton += '#';
      at = text.size() - rest.size();
      continue;
    }
    const auto point = unicode::decode(text, at);
    skeleton += text.substr(at, point.size);
    at += point.size;
  }
  if (unicode::count(skeleton) > 60) return std::nullopt;
  // 2O: a letter for a digit; which number was meant is not known.
  if (const auto at = skeleton.find('#');
      at != skeleton.npos && at + 1 < skeleton.size() &&
      std::string_view("OolI").find(skeleton[at + 1]) != std::string_view::npos)
    return std::nullopt;
  // Far longer candidates would win by containing a short word.
  // 2个0工作日: digits torn apart are no number to suggest.
  if (std::any_of(skeleton.begin(), skeleton.end(), is_digit))
    return std::nullopt;
  unicode::Closest closest(skeleton);
  for (const string_view each : known_phrases)
    if ((each.find('#') != each.npos) == !digits.empty() &&
        unicode::count(each) <= 2 * unicode::count(skeleton))
      closest.consider(each);
  auto found = closest.found();
  if (!found) return std::nullopt;
  if (const auto at = found->find('#'); at != found->npos)
    found->replace(at, 1, digits);
  return found;
}

}  // namespace catalog::phrase
