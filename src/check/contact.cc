#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::Edition;
using resolve::Item;

void missing_supervision(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> missing{
      "`{}` does not say whom to complain to", "`{}` 没有监督渠道"};
  constexpr Message<std::size_t> nowhere{
      "the catalog does not say whom to complain to (items: {})",
      "目录没有监督渠道（涉及 {} 项）"};
  constexpr Message<> help{
      "write `supervision:` into the catalog, the body or the item",
      "请在目录、公开主体或事项中写 `supervision:`"};
  if (!is_of_place(edition)) return;
  std::vector<const Item*> without;
  for (const resolve::ItemId id : edition.items)
    if (const Item& item = edition[id];
        !item.is_incomplete && !edition.supervision_of(item).is_written() &&
        !found.is_waived(item))
      without.push_back(&item);
  if (without.empty()) return;
  if (without.size() == edition.items.size()) {
    found.at(edition->manifest.title.span, nowhere, without.size()).help(help);
    return;
  }
  for (const Item* item : without)
    found.at(item->id.span, missing, item->id.text).help(help);
}

/// Fixed lines with area code and extension, mobiles, 400 and 800 numbers,
/// service numbers of three to six digits, also with an area code; several
/// with 、 ， / or a blank between them.
bool is_phone(std::string_view text) {
  static const re2::RE2 pattern(
      "(?:(?:（0\\d{2,3}）|\\(0\\d{2,3}\\)|\\+86[- ]?|0\\d{2,3}[-－—]?)?"
      "(?:[2-8]\\d{6,7}(?:(?:-|转)\\d{1,6})?(?:[、/]\\d{2,4})*|"
      "1\\d{10}|1\\d{2}|1[02]\\d{3}|12\\d{3}|9[56]\\d{3,4})|"
      "[48]00-?\\d{3,4}-?\\d{3,4})");
  static const re2::RE2 each("([^、，,；;/\\s]+)");
  if (re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern))
    return true;
  re2::StringPiece rest(text.data(), text.size()), number;
  bool any = false;
  while (re2::RE2::FindAndConsume(&rest, each, &number)) {
    if (!re2::RE2::FullMatch(number, pattern)) return false;
    any = true;
  }
  return any;
}

constexpr Message<std::string_view> no_phone{
    "`{}` is not a phone number that can be dialled",
    "`{}` 不是可以拨打的电话号码"};
constexpr Message<> dialled{"such as 0577-88888888, 12345 or 400-123-4567",
                            "如 0577-88888888、12345、400-123-4567"};

/// Written like 0577-88888888: calls from outside the county must work too.
void malformed_phone(const Edition& edition, Findings& found) {
  const auto judge = [&](const model::Text& phone) {
    if (!phone.empty() && !is_phone(phone.text))
      found.at(phone.span, no_phone, phone.text).help(dialled);
  };
  judge(edition->manifest.supervision.phone);
  for (const model::Body& body : edition->bodies) {
    judge(body.phone);
    judge(body.supervision.phone);
  }
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    const auto judge_of_item = [&](const model::Text& phone) {
      if (!phone.empty() && !is_phone(phone.text))
        found.at(item, phone.span, no_phone, phone.text).help(dialled);
    };
    if (item.supervision) judge_of_item(item.supervision->phone);
    for (const resolve::ElementValue& element : item.elements)
      if (edition[element.element].type.text == "phone")
        for (const model::Text& value : element.values) judge_of_item(value);
  }
}

/// The check character of a unified social credit code; GB 32100-2015, after
/// ISO 7064 mod 31. Nothing where the first 17 are no such characters.
std::optional<char> check_character(std::string_view code) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr std::array weights{1,  3,  9,  27, 19, 26, 16, 17, 20,
                               29, 25, 13, 8,  24, 10, 30, 28};
  if (code.size() != weights.size() + 1) return std::nullopt;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t value = alphabet.find(code[i]);
    if (value == std::string_view::npos) return std::nullopt;
    sum += value * static_cast<std::size_t>(weights[i]);
  }
  return alphabet[(31 - sum % 31) % 31];
}

void wrong_credit_code(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> wrong{
      "`{}` does not match its check character", "`{}` 与校验码不符"};
  constexpr Message<> help{
      "a character was mistyped; copy it from the certificate",
      "有字符录错，请对照登记证书"};
  for (const model::Body& body : edition->bodies) {
    const std::string_view code = body.credit_code.text;
    if (code.empty()) continue;
    const auto right = check_character(code);
    if (!right || *right != code.back())
      found.at(body.credit_code.span, wrong, code).help(help);
  }
}

}  // namespace

std::vector<Rule> contact_rules() {
  return {
      {"missing-supervision",
       Severity::warning,
       {"from county down, every item says whom to complain to",
        "县级及以下，每个事项都有监督渠道"},
       missing_supervision},
      {"malformed-phone",
       Severity::warning,
       {"phone numbers can be dialled", "电话号码可以拨打"},
       malformed_phone},
      {"wrong-credit-code",
       Severity::error,
       {"credit codes match their check character",
        "统一社会信用代码与校验码相符"},
       wrong_credit_code},
  };
}

}  // namespace catalog::check
