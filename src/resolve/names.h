#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/text.h"
#include "unicode/closest.h"

namespace catalog::resolve {

/// A kind of thing that names lead to, for messages.
struct Named {
  std::string_view code;  // of the diagnostic
  diagnostics::Words kind;
  diagnostics::Words section;  // where such things are defined
};

inline constexpr Named a_domain{
    "unknown-domain", {"domain", "领域"}, {"`domains:`", "`domains:`"}};
inline constexpr Named a_law{
    "unknown-law", {"law", "法律法规"}, {"`laws:`", "`laws:`"}};
inline constexpr Named a_body{
    "unknown-body", {"body", "公开主体"}, {"`bodies:`", "`bodies:`"}};
inline constexpr Named a_channel{
    "unknown-channel", {"channel", "渠道"}, {"`channels:`", "`channels:`"}};
inline constexpr Named a_taxonomy{"unknown-taxonomy",
                                  {"taxonomy", "分类"},
                                  {"`taxonomies:`", "`taxonomies:`"}};
inline constexpr Named a_term{"unknown-term",
                              {"term of this taxonomy", "类目"},
                              {"its `terms:`", "该分类的 `terms:`"}};
inline constexpr Named an_element{
    "unknown-element", {"element", "自定要素"}, {"`elements:`", "`elements:`"}};
inline constexpr Named a_layout{
    "unknown-layout", {"layout", "版式"}, {"`layouts:`", "`layouts:`"}};
inline constexpr Named a_flow{
    "unknown-flow", {"flow", "流程"}, {"`flows:`", "`flows:`"}};
inline constexpr Named an_item{
    "unknown-item", {"item", "事项"}, {"`items:`", "`items:`"}};
inline constexpr Named a_duty{
    "unknown-duty",
    {"limit of a law", "法定时限"},
    {"the `limits:` of a law", "某部法律法规的 `limits:`"}};
inline constexpr Named a_jurisdiction{"unknown-jurisdiction",
                                      {"jurisdiction", "行政区划"},
                                      {"`jurisdictions:`", "`jurisdictions:`"}};

/// After so many findings nobody reads what was probably meant; and to look
/// for it among all names, for each of very many wrong ones, takes long.
inline constexpr std::size_t max_suggestions = 200;

/// Reports a name that leads nowhere, and which of `known` (a range of
/// strings) was probably meant.
template <class Known>
void report_unknown(diagnostics::Diagnostics& found, const Named& named,
                    const model::Text& name, const Known& known) {
  using diagnostics::Message;
  constexpr diagnostics::Problem<std::string_view, std::string_view> unknown{
      "",
      diagnostics::Severity::error,
      {"`{}` is not the id of a known {}", "没有标识为 `{}` 的{}"}};
  constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                              "是否应为 `{}`？"};
  constexpr Message<std::string_view> define{"define it in {}",
                                             "请在 {} 中定义"};
  auto problem = unknown;
  problem.code = named.code;
  auto entry = found.report(problem, name.span, name.text,
                            named.kind.in(found.language()));
  const auto meant = found.size() <= max_suggestions
                         ? unicode::closest(name.text, known)
                         : std::nullopt;
  if (meant)
    entry.help(did_you_mean, *meant);
  else
    entry.help(define, named.section.in(found.language()));
}

}  // namespace catalog::resolve
