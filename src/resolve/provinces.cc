#include "resolve/provinces.h"

#include <algorithm>
#include <string>

#include "resolve/titles.h"

namespace catalog::resolve {
namespace {

using std::string_view;

/// GB/T 2260. Letters that also begin the numbers of national organs (国, 新,
/// 宁 of names) are left out.
constexpr Province provinces[] = {
    {"11", "北京市", "京"},         {"12", "天津市", "津"},
    {"13", "河北省", "冀"},         {"14", "山西省", "晋"},
    {"15", "内蒙古自治区", ""},     {"21", "辽宁省", "辽"},
    {"22", "吉林省", "吉"},         {"23", "黑龙江省", "黑"},
    {"31", "上海市", "沪"},         {"32", "江苏省", "苏"},
    {"33", "浙江省", "浙"},         {"34", "安徽省", "皖"},
    {"35", "福建省", "闽"},         {"36", "江西省", "赣"},
    {"37", "山东省", "鲁"},         {"41", "河南省", "豫"},
    {"42", "湖北省", "鄂"},         {"43", "湖南省", "湘"},
    {"44", "广东省", "粤"},         {"45", "广西壮族自治区", "桂"},
    {"46", "海南省", "琼"},         {"50", "重庆市", "渝"},
    {"51", "四川省", "川"},         {"52", "贵州省", "黔"},
    {"53", "云南省", "滇"},         {"54", "西藏自治区", ""},
    {"61", "陕西省", "陕"},         {"62", "甘肃省", ""},
    {"63", "青海省", ""},           {"64", "宁夏回族自治区", ""},
    {"65", "新疆维吾尔自治区", ""},
};

const Province* begun_with(string_view key) {
  const auto found = std::find_if(
      std::begin(provinces), std::end(provinces),
      [&](const Province& each) { return key.starts_with(each.name); });
  return found == std::end(provinces) ? nullptr : found;
}

}  // namespace

const Province* province_of(const phrase::Citation& citation) {
  const std::string key = title_key(citation.title);
  if (const Province* found = begun_with(key)) return found;
  // 关于印发江苏省某方案的通知
  if (const auto verb = key.find("印发"); verb != key.npos)
    if (const Province* found = begun_with(
            string_view(key).substr(verb + string_view("印发").size())))
      return found;
  const phrase::DocumentNumber& number = citation.number;
  if (number.form != phrase::DocumentNumber::Form::letter || number.year == 0)
    return nullptr;
  for (const Province& each : provinces)
    if (!each.letter.empty() && number.organ.size() > each.letter.size() &&
        number.organ.starts_with(each.letter))
      return &each;
  return nullptr;
}

}  // namespace catalog::resolve
