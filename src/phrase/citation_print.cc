#include <fmt/format.h>

#include <array>

#include "phrase/citation.h"

namespace catalog::phrase {
namespace {

/// 二十六, 一百零三.
std::string chinese(int number) {
  constexpr std::string_view digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
  constexpr std::pair<int, std::string_view> units[] = {
      {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
  std::string text;
  bool has_gap = false;
  for (const auto& [unit, name] : units) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      has_gap = !text.empty();
      continue;
    }
    if (has_gap) text += digits[0];
    has_gap = false;
    if (!(unit == 10 && digit == 1 && text.empty())) text += digits[digit];
    text += name;
  }
  return text;
}

/// 第十二条, or 第十条至第十二条.
std::string numbered(int first, int last, std::string_view unit) {
  if (last > 0)
    return fmt::format("第{}{}至第{}{}", chinese(first), unit, chinese(last),
                       unit);
  return fmt::format("第{}{}", chinese(first), unit);
}

/// One provision; what it shares with the one before is left out.
std::string canonical(const Provision& each, const Provision* before) {
  const bool same_article = before && before->article == each.article &&
                            before->inserted == each.inserted &&
                            each.article > 0 && each.paragraph > 0 &&
                            before->paragraph > 0 && before->last == 0;
  const bool same_paragraph = before && before->article == each.article &&
                              before->inserted == each.inserted &&
                              before->paragraph == each.paragraph &&
                              each.point > 0 && before->point > 0;
  const auto last_if = [&](bool is_narrowest) {
    return is_narrowest ? each.last : 0;
  };
  std::string text;
  if (each.chapter > 0)
    text +=
        numbered(each.chapter, last_if(!each.section && !each.article), "章");
  if (each.section > 0)
    text += numbered(each.section, last_if(!each.article), "节");
  if (each.article > 0 && !same_article && !same_paragraph) {
    text +=
        numbered(each.article, last_if(!each.paragraph && !each.point), "条");
    if (each.inserted > 0) text += "之" + chinese(each.inserted);
  }
  if (each.paragraph > 0 && !same_paragraph)
    text += numbered(each.paragraph, last_if(!each.point), "款");
  if (each.point > 0)
    text += each.last > 0 ? fmt::format("第（{}）至（{}）项",
                                        chinese(each.point), chinese(each.last))
                          : fmt::format("第（{}）项", chinese(each.point));
  return text;
}

}  // namespace

std::string canonical(const std::vector<Provision>& provisions) {
  std::string text;
  const Provision* before = nullptr;
  for (const Provision& each : provisions) {
    if (before) text += "、";
    text += canonical(each, before);
    before = &each;
  }
  return text;
}

std::string canonical(const Citation& citation) {
  std::string text;
  if (!citation.kind.empty()) text += fmt::format("【{}】", citation.kind);
  text += citation.issuer;
  if (!citation.title.empty()) text += fmt::format("《{}》", citation.title);
  if (!citation.number.empty())
    text += citation.title.empty()
                ? citation.number.text
                : fmt::format("（{}）", citation.number.text);
  text += canonical(citation.provisions);
  return text + citation.note;
}

}  // namespace catalog::phrase
