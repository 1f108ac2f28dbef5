#include "compare/changes.h"

#include <algorithm>
#include <iterator>

namespace catalog::compare {
namespace {

struct Row {
  std::string_view word;
  diagnostics::Words name;
};

/// In the order of Kind.
constexpr Row kind_rows[] = {
    {"catalog", {"the catalog", "目录"}},
    {"items", {"items", "事项"}},
    {"domains", {"domains", "领域"}},
    {"laws", {"laws", "法律法规"}},
    {"bodies", {"bodies", "公开主体"}},
    {"channels", {"channels", "公开渠道"}},
    {"taxonomies", {"taxonomies", "分类"}},
    {"elements", {"elements", "自定要素"}},
    {"jurisdictions", {"places", "地方"}},
    {"flows", {"flows", "流程图"}},
    {"layouts", {"layouts", "版式"}},
    {"views", {"views", "视图"}},
    {"documents", {"documents", "配套文件"}},
};
static_assert(std::size(kind_rows) == kinds);

constexpr Row fate_rows[] = {{"added", {"added", "新增"}},
                             {"removed", {"removed", "取消"}},
                             {"changed", {"changed", "修改"}}};

}  // namespace

std::string_view word(Kind kind) {
  return kind_rows[static_cast<std::size_t>(kind)].word;
}

diagnostics::Words name_of(Kind kind) {
  return kind_rows[static_cast<std::size_t>(kind)].name;
}

std::string_view word(Fate fate) {
  return fate_rows[static_cast<std::size_t>(fate)].word;
}

diagnostics::Words name_of(Fate fate) {
  return fate_rows[static_cast<std::size_t>(fate)].name;
}

std::size_t Changes::count(Effect effect) const {
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(),
      [&](const Change& change) { return change.effects.contains(effect); }));
}

bool Changes::is_unrecorded(const Change& change) const {
  return has_records && change.kind == Kind::item && change.records.empty() &&
         (change.effects.has_duty() || change.effects.contains(Effect::shown));
}

}  // namespace catalog::compare
