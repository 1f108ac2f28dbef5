#include "compile/guides.h"

#include <string>
#include <utility>
#include <variant>

#include "compile/refusals.h"
#include "unicode/utf8.h"

namespace catalog::compile {
namespace {

constexpr diagnostics::Problem<std::string_view> not_text{
    "not-text",
    diagnostics::Severity::error,
    {"`{}` is not text in UTF-8", "`{}` 不是 UTF-8 编码的文本"}};
constexpr diagnostics::Message<> save_as{"save it as UTF-8",
                                         "请另存为 UTF-8 编码"};

}  // namespace

void load_guides(const std::filesystem::path& folder, source::SourceTree& tree,
                 model::Catalog& catalog, diagnostics::Diagnostics& found) {
  for (model::Guide& guide : catalog.guides) {
    if (guide.file.empty()) continue;
    auto bytes = source::read_below(folder, guide.file.text);
    if (const auto* why = std::get_if<source::Refusal>(&bytes)) {
      report(*why, guide.file.span, found);
      continue;
    }
    std::string& text = std::get<std::string>(bytes);
    if (unicode::find_ill_formed(text) != std::string::npos) {
      found.report(not_text, guide.file.span, guide.file.text).help(save_as);
      continue;
    }
    const source::FileId file =
        tree.add(std::string(guide.file.text), std::move(text));
    guide.markdown = tree[file].bytes;
  }
}

}  // namespace catalog::compile
