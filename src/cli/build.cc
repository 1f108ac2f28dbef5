#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "compile/outputs.h"
#include "emit/emitters.h"
#include "publish/interrupt.h"
#include "publish/publish.h"
#include "source/hash.h"
#include "view/publication.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;

constexpr Message<std::string, std::size_t, std::size_t> written{
    "wrote {}: {} new or changed, {} as before\n",
    "已写入 {}：新写或有变化 {} 个文件，未变 {} 个\n"};
constexpr Message<std::string> unchanged{
    "{} is up to date: nothing was written\n",
    "{} 已是最新，没有写入任何文件\n"};
constexpr Message<std::string> open_this{"open {}\n", "请打开 {}\n"};
constexpr Message<std::string, std::string> kept{
    "note: what was not ours in {} lies in {} now\n",
    "说明：{} 中不属于本程序的文件已移到 {}\n"};
constexpr Message<> not_written{"nothing was written\n", "没有写入任何文件\n"};

/// The sibling `<folder>-out`: outputs may not lie inside their source.
fs::path default_out(const fs::path& folder) {
  const fs::path whole = fs::weakly_canonical(folder);
  const fs::path out =
      whole.parent_path() / (whole.filename().string() + "-out");
  const fs::path near = out.lexically_proximate(fs::current_path());
  return near.empty() ? out : near;
}

publish::Request request_for(const compile::Compilation& run,
                             const Arguments& arguments,
                             const fs::path& folder) {
  publish::Request request;
  const auto out = arguments.value("--out");
  request.out = out ? fs::path(*out) : default_out(folder);
  request.source = folder;
  request.discard_edits = arguments.has("--discard-edits");
  request.program = fmt::format("catalog {}", CATALOG_VERSION);
  for (std::size_t i = 0; i < run.files; ++i) {
    const source::File& file = run.tree[run.tree.id(i)];
    request.inputs.emplace(file.path, source::hash(file.bytes));
  }
  return request;
}

/// The files that a person would want to open first.
std::vector<std::string> entrances(const publish::Outcome& outcome) {
  std::vector<std::string> all;
  for (const auto* paths : {&outcome.written, &outcome.same})
    for (const std::string& path : *paths)
      if (path.find('/') == std::string::npos &&
          (path.ends_with(".xlsx") || path == "index.html"))
        all.push_back(path);
  std::sort(all.begin(), all.end());
  return all;
}

void say(const publish::Outcome& outcome, const fs::path& out,
         Language language) {
  for (const publish::Notice& notice : outcome.notices)
    print_error((language == Language::zh ? notice.zh : notice.en) + "\n");
  if (!outcome.old_kept_as.empty())
    print_error(kept.in(language, out.string(), outcome.old_kept_as));
  if (outcome.unchanged) {
    print(unchanged.in(language, out.string()));
  } else {
    print(written.in(language, out.string(), outcome.written.size(),
                     outcome.same.size()));
  }
  for (const std::string& path : entrances(outcome))
    print(open_this.in(language, (out / path).string()));
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const fs::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const compile::Progress progress = line.callback();
  const auto compiled = compile::edition_in(
      folder, language, progress, arguments.reader, arguments.date("--as-of"));
  const auto outputs = compile::outputs_of(
      *compiled, arguments.values("--format"), compiled->found);

  line.clear();
  diagnostics::Report report =
      report_of(*compiled, folder, line, stderr_is_terminal());
  report.shows_info = false;
  if (compiled->found.has_errors() ||
      compiled->found.count(diagnostics::Severity::warning) > 0)
    print_error(diagnostics::render_text(report));
  if (compiled->found.has_errors()) {
    print_error(not_written.in(language));
    return exit_errors;
  }

  publish::watch_signals();
  progress({"arranging", "编排"}, 0, 0);
  view::Publication publication = view::arrange(compiled->edition);
  for (const emit::Emitter* output : outputs)
    publication.formats.emplace_back(output->name);
  const publish::Request request = request_for(*compiled, arguments, folder);
  const publish::Outcome outcome =
      publish::publish(request, [&](const emit::Sink& sink) {
        for (std::size_t i = 0; i < outputs.size(); ++i) {
          progress({"writing", "写入"}, i, outputs.size());
          outputs[i]->emit(publication, sink);
        }
      });
  line.clear();
  say(outcome, request.out, language);
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    as_of_option,
    {"--out",
     "-o",
     "OUT",
     {"folder to write to; else DIR-out beside DIR",
      "写到哪个文件夹；不写则为 DIR 旁边的 DIR-out"}},
    {"--format",
     "-f",
     "FORMAT",
     {"which outputs; else those of the manifest",
      "生成哪些格式；不写则依 catalog.yaml"},
     emit::emitter_names,
     true},
    {"--discard-edits",
     "",
     "",
     {"overwrite outputs that were edited since the last build",
      "覆盖上次生成后被人改过的文件"}},
};
constexpr Example examples[] = {
    {"catalog build catalog -o out",
     {"all outputs into out", "生成全部格式，写到 out"}},
    {"catalog build -f xlsx", {"only the workbook", "只生成工作簿"}},
};

}  // namespace

constinit const Command build_command{
    "build",
    {"compile a catalog into workbooks, pages and data",
     "把目录编译成工作簿、网页和数据文件"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
