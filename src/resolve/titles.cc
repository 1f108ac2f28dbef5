#include "resolve/titles.h"

#include <algorithm>
#include <utility>

#include "unicode/classes.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

namespace catalog::resolve {
namespace {

using std::string_view;

/// Ministries and offices that tables write in several ways.
constexpr std::pair<string_view, string_view> usual_names[] = {
    {"住房和城乡建设", "住房城乡建设"},
    {"国家发展和改革委员会", "国家发展改革委"},
    {"国家发改委", "国家发展改革委"},
    {"人力资源社会保障部", "人力资源和社会保障部"},
    {"国家卫生健康委员会", "国家卫生健康委"},
    {"中共中央办公厅", "中央办公厅"},
    {"中办国办", "中央办公厅国务院办公厅"},
};
constexpr string_view national_organs[] = {"全国人民代表大会常务委员会",
                                           "全国人民代表大会",
                                           "国务院办公厅",
                                           "国务院扶贫办",
                                           "国务院",
                                           "中央办公厅",
                                           "中共中央"};

void replace_all(std::string& text, string_view from, string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos;
       at += to.size())
    text.replace(at, from.size(), to);
}

bool take(string_view& text, string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

bool take_last(string_view& text, string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return true;
}

/// Han characters, letters and digits only.
std::string without_signs(string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = unicode::decode(text, at);
    const bool is_plain = (point.value >= '0' && point.value <= '9') ||
                          (point.value >= 'a' && point.value <= 'z');
    if (is_plain || unicode::is_ideograph(point.value))
      words += text.substr(at, point.size);
    at += point.size;
  }
  return words;
}

/// Where a verb of handing on stands: 印发, 转发.
std::size_t find_verb(string_view text) {
  return std::min({text.find("印发"), text.find("转发"), text.find("批转")});
}

}  // namespace

std::string title_key(string_view title) {
  std::string key = without_signs(unicode::nfkc_folded(title));
  constexpr string_view state = "中华人民共和国";
  if (key.size() > state.size()) replace_all(key, state, "");
  for (const auto& [from, to] : usual_names) replace_all(key, from, to);
  return key;
}

TitleCore title_core(string_view title) {
  constexpr string_view verb = "印发", on = "关于";
  constexpr std::size_t least = 12;  // four characters
  std::string key = title_key(title);
  replace_all(key, "的", "");
  TitleCore core;
  string_view rest = key;
  // 国务院办公厅印发关于…意见通知, 关于印发某办法通知
  for (int depth = 0; depth < 3; ++depth) {
    const std::size_t about = rest.find(on), at = find_verb(rest);
    if (at != rest.npos && (at < about || about + on.size() == at) &&
        rest.size() > at + verb.size() + least) {
      if (core.issuer.empty())
        core.issuer = rest.substr(0, std::min(at, about));
      rest.remove_prefix(at + verb.size());
      take_last(rest, "通知");
    } else if (about != rest.npos && about > 0) {
      if (core.issuer.empty()) core.issuer = rest.substr(0, about);
      rest.remove_prefix(about);
    } else {
      break;
    }
  }
  for (bool took = core.issuer.empty(); took;) {
    took = false;
    for (const string_view organ : national_organs)
      if (rest.size() > organ.size() + 6 && take(rest, organ)) {
        core.issuer += organ;
        took = true;
      }
  }
  core.core = rest;
  return core;
}

bool is_local(string_view issuer) {
  for (const string_view sign : {"省", "市", "县", "区", "州", "乡", "镇"})
    if (issuer.find(sign) != issuer.npos) return true;
  return false;
}

}  // namespace catalog::resolve
