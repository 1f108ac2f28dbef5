#include <re2/re2.h>

#include <algorithm>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using model::Mode;
using resolve::Edition;
using resolve::Item;

/// What is given to whoever asks is not disclosed to everyone.
void audience_against_mode(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> against{
      "`{}` is for the whole public but given on request only",
      "`{}` 面向全社会，却只依申请公开"};
  constexpr Message<> help{
      "name the group it is given to, or disclose it proactively",
      "请写明特定群体，或改为主动公开"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    const auto& modes = item.modes.all;
    if (item.is_incomplete || !item.audience.everyone || modes.empty() ||
        std::any_of(modes.begin(), modes.end(),
                    [](Mode mode) { return mode != Mode::on_request; }))
      continue;
    if (std::any_of(item.content.begin(), item.content.end(),
                    [](const model::ContentEntry& entry) {
                      return entry.mode && *entry.mode != Mode::on_request;
                    }))
      continue;
    found.at(item, item.modes.span, against, item.id.text).help(help);
  }
}

/// The header of the column stands in its cell.
bool is_unnamed(std::string_view group) {
  static const re2::RE2 pattern(
      "\\s*(?:√|■)?(?:特定|相关|有关|部分|其他)?"
      "(?:群体|群众|对象|人群|人员|公民|个人|单位)?\\s*");
  return re2::RE2::FullMatch(re2::StringPiece(group.data(), group.size()),
                             pattern);
}

void unnamed_group(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> unnamed{"`{}` does not say which group",
                                              "`{}` 没有写明是哪些人"};
  constexpr Message<> help{"name it, as in 适龄儿童的监护人",
                           "请具体写明，如“适龄儿童的监护人”"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    for (const model::Text& group : item.audience.groups)
      if (is_unnamed(group.text))
        found.at(item, group.span, unnamed, group.text).help(help);
  }
}

}  // namespace

std::vector<Rule> audience_rules() {
  return {
      {"audience-against-mode",
       Severity::warning,
       {"what everyone may read is not given on request only",
        "面向全社会的不只依申请公开"},
       audience_against_mode},
      {"unnamed-group",
       Severity::warning,
       {"a special group is named", "特定群体写明是哪些人"},
       unnamed_group},
  };
}

}  // namespace catalog::check
