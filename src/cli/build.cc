#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/bases.h"
#include "compile/compile.h"
#include "compile/editions.h"
#include "compile/outputs.h"
#include "emit/bodies.h"
#include "emit/emitters.h"
#include "emit/index.h"
#include "parallel/each.h"
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

/// A catalog to build, and where to.
struct Job {
  fs::path folder;
  fs::path out;
};

/// The sibling `<folder>-out`: outputs may not lie inside their source.
fs::path default_out(const fs::path& folder, const std::string& suffix) {
  const fs::path whole = fs::weakly_canonical(folder);
  const fs::path out =
      whole.parent_path() / (whole.filename().string() + suffix + "-out");
  const fs::path near = out.lexically_proximate(fs::current_path());
  return near.empty() ? out : near;
}

publish::Request request_for(const compile::Compilation& run,
                             const Arguments& arguments, const Job& job) {
  publish::Request request;
  request.out = job.out;
  request.source = job.folder;
  request.discard_edits = arguments.has("--discard-edits");
  request.program = fmt::format("catalog {}", CATALOG_VERSION);
  for (std::size_t i = 0; i < run.files; ++i) {
    const source::File& file = run.tree[run.tree.id(i)];
    request.inputs.emplace(file.path, source::hash(file.bytes));
  }
  for (const compile::Compilation* base = run.base; base != nullptr;
       base = base->base)
    for (std::size_t i = 0; i < base->files; ++i) {
      const source::File& file = base->tree[base->tree.id(i)];
      request.inputs.emplace(
          fmt::format("{}:{}", base->catalog.manifest.id.text, file.path),
          source::hash(file.bytes));
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

/// A sink for what lies in a folder of the output.
emit::Sink below(const emit::Sink& sink, const std::string& folder) {
  if (folder.empty()) return sink;
  return {[&sink, folder](std::string_view path, std::string_view bytes) {
            sink.put(fmt::format("{}/{}", folder, path), bytes);
          },
          [&sink, folder](std::string_view path,
                          const std::function<void(const fs::path&)>& write) {
            sink.put_file(fmt::format("{}/{}", folder, path), write);
          }};
}

/// Which editions are built: the catalog's own, one place's, or all. Nothing,
/// which is said, where there is no such place.
std::vector<compile::Place> editions_asked_for(const compile::Compilation& run,
                                               const Arguments& arguments) {
  if (arguments.has("--all")) return compile::places_of(run);
  const auto one = edition_asked_for(run, arguments.value("--jurisdiction"),
                                     arguments.language);
  if (!one) return {};
  return {one->is_of_place_below ? one->jurisdiction : nullptr};
}

std::string folder_of(const resolve::Edition& edition) {
  return std::string(edition.code.empty() ? edition->manifest.id.text
                                          : edition.code);
}

/// Writes the editions, as many at once as there are threads: each is made
/// when its turn comes and freed when it is written.
void write(const compile::Compilation& run,
           const std::vector<compile::Place>& places, bool has_index,
           bool has_bodies, const std::vector<const emit::Emitter*>& outputs,
           const compile::Settings& settings, const emit::Sink& sink) {
  std::vector<emit::IndexEntry> entries(places.size());
  const auto write_one = [&](std::size_t i) {
    const resolve::Edition edition = compile::edition_of(run, places[i]);
    const source::SourceTree* const sources =
        run.base == nullptr ? nullptr : &run.tree;
    view::Publication publication = view::arrange(edition, sources);
    for (const emit::Emitter* output : outputs)
      publication.formats.emplace_back(output->name);
    const std::string folder = has_index ? folder_of(edition) : "";
    const emit::Sink into = below(sink, folder);
    for (const emit::Emitter* output : outputs) output->emit(publication, into);
    if (has_bodies) emit::body_workbooks(edition, sources, into);
    entries[i] = emit::entry_of(publication, folder);
  };
  parallel::each(places.size(), settings.threads, write_one,
                 [&](std::size_t begun) {
                   settings.progress({"writing", "写入"}, begun, places.size());
                 });
  if (has_index) emit::index(view::arrange(run.edition), entries, sink);
}

int build(const Job& job, compile::Bases& bases, const Arguments& arguments,
          ProgressLine& line) {
  const Language language = arguments.language;
  const auto compiled = compile::compilation_of(job.folder, 0, bases);
  const auto outputs = compile::outputs_of(
      *compiled, arguments.values("--format"), compiled->found);
  const auto editions = editions_asked_for(*compiled, arguments);
  if (editions.empty()) return exit_usage;

  line.clear();
  diagnostics::Report report =
      report_of(*compiled, job.folder, line, stderr_is_terminal());
  report.shows_info = false;
  if (compiled->found.has_errors() ||
      compiled->found.count(diagnostics::Severity::warning) > 0)
    print_error(diagnostics::render_text(report));
  if (compiled->found.has_errors()) {
    print_error(not_written.in(language));
    return exit_errors;
  }

  publish::watch_signals();
  const publish::Request request = request_for(*compiled, arguments, job);
  const publish::Outcome outcome =
      publish::publish(request, [&](const emit::Sink& sink) {
        write(*compiled, editions, arguments.has("--all"),
              arguments.has("--by"), outputs, bases.settings(), sink);
      });
  line.clear();
  say(outcome, request.out, language);
  return exit_fine;
}

bool holds_catalog(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "catalog.yaml", error);
}

/// The catalogs to build: those named, and for a folder of catalogs each of
/// those in it.
std::vector<fs::path> folders_of(const Arguments& arguments) {
  std::vector<fs::path> folders;
  for (const std::string& named : arguments.values("DIR")) {
    std::vector<fs::path> inside;
    std::error_code error;
    if (!holds_catalog(named))
      for (fs::directory_iterator at(named, error), end; !error && at != end;
           at.increment(error))
        if (holds_catalog(at->path())) inside.push_back(at->path());
    std::sort(inside.begin(), inside.end());
    if (inside.empty()) inside.emplace_back(named);
    folders.insert(folders.end(), inside.begin(), inside.end());
  }
  if (folders.empty()) folders.emplace_back(".");
  return folders;
}

/// Where each goes: to OUT, of several to a folder each in it.
std::vector<Job> jobs_of(const Arguments& arguments) {
  const std::vector<fs::path> folders = folders_of(arguments);
  const auto out = arguments.value("--out");
  const std::string suffix =
      arguments.value("--jurisdiction") && !arguments.has("--all")
          ? "-" + *arguments.value("--jurisdiction")
          : std::string();
  std::vector<Job> jobs;
  for (const fs::path& folder : folders) {
    const fs::path name = fs::weakly_canonical(folder).filename();
    jobs.push_back({folder, !out                  ? default_out(folder, suffix)
                            : folders.size() == 1 ? fs::path(*out)
                                                  : fs::path(*out) / name});
  }
  return jobs;
}

int run(const Arguments& arguments) {
  ProgressLine line(arguments.language);
  compile::Bases bases(settings_of(arguments, line));
  int result = exit_fine;
  for (const Job& job : jobs_of(arguments))
    result = std::max(result, build(job, bases, arguments, line));
  return result;
}

constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog, or of several; else the current one",
      "目录所在的文件夹，或存放多套目录的文件夹；不写则为当前文件夹"},
     false,
     true},
};
/// What a workbook each can be made for, besides.
constexpr std::string_view parts[] = {"body"};

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
    {"--all",
     "-a",
     "",
     {"its own edition and that of every place below, in OUT/CODE",
      "本级和下级各地的目录，分别写到 OUT/区划代码"}},
    {"--jurisdiction",
     "",
     "CODE",
     {"only the edition of one place below", "只生成下级某地的目录"}},
    {"--by",
     "",
     "WHAT",
     {"also a workbook for each body, with its duties",
      "另为每个公开主体各生成一份责任分解表"},
     parts},
    {"--discard-edits",
     "",
     "",
     {"overwrite outputs that were edited since the last build",
      "覆盖上次生成后被人改过的文件"}},
};
constexpr Example examples[] = {
    {"catalog build catalog -o out",
     {"all outputs into out", "生成全部格式，写到 out"}},
    {"catalog build longhua --all",
     {"an edition for every place", "为每个地方各生成一套"}},
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
