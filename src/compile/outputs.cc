#include "compile/outputs.h"

#include <algorithm>
#include <iterator>

#include "unicode/closest.h"

namespace catalog::compile {
namespace {

using diagnostics::Message;
using diagnostics::Problem;

constexpr Problem<std::string_view> unknown_output{
    "unknown-output",
    diagnostics::Severity::error,
    {"`{}` is not an output of this program", "本程序没有 `{}` 这种输出格式"}};
constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                            "是否应为 `{}`？"};
constexpr Message<std::string> outputs_are{"there are {}", "可用的有：{}"};

std::string all_names() {
  std::string names;
  for (const std::string_view name : emit::emitter_names) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

bool is_output(std::string_view name) {
  return std::find(std::begin(emit::emitter_names),
                   std::end(emit::emitter_names),
                   name) != std::end(emit::emitter_names);
}

}  // namespace

std::vector<const emit::Emitter*> outputs_of(
    const Compilation& run, const std::vector<std::string>& asked_for,
    diagnostics::Diagnostics& found) {
  std::vector<std::string> names = asked_for;
  for (const model::Text& name : run.catalog.manifest.outputs) {
    if (!is_output(name.text)) {
      auto entry = found.report(unknown_output, name.span, name.text);
      if (const auto meant = unicode::closest(name.text, emit::emitter_names))
        entry.help(did_you_mean, *meant);
      else
        entry.help(outputs_are, all_names());
    }
    if (asked_for.empty()) names.emplace_back(name.text);
  }
  std::vector<const emit::Emitter*> outputs;
  for (const emit::Emitter& emitter : emit::emitters)
    if (names.empty() ||
        std::find(names.begin(), names.end(), emitter.name) != names.end())
      outputs.push_back(&emitter);
  return outputs;
}

}  // namespace catalog::compile
