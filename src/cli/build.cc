#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/build_editions.h"
#include "cli/build_jobs.h"
#include "cli/command.h"
#include "cli/last_edition.h"
#include "cli/outcome.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/bases.h"
#include "compile/compile.h"
#include "compile/editions.h"
#include "compile/grounds.h"
#include "compile/outputs.h"
#include "emit/emitters.h"
#include "publish/interrupt.h"
#include "publish/publish.h"
#include "source/hash.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;

constexpr Message<std::size_t, std::size_t> carried{
    "{} of {} editions are as before and were not made again\n",
    "{} 套目录没有变化，直接沿用（共 {} 套）\n"};
constexpr Message<std::size_t, std::string> as_warned{
    "warnings as at the last build: {}; `catalog check {}` shows them\n",
    "与上次生成时相同的警告：{} 个，可用 `catalog check {}` 查看\n"};
constexpr Message<std::string> no_shard{
    "error: `--shard {}` names no shard: write the second of eight as `2/8`\n",
    "错误：`--shard {}` 的写法不对：八个分片中的第二个应写作 `2/8`\n"};
constexpr Message<> nothing_to_divide{
    "error: `--shard` divides the editions of `--all`, or a folder of "
    "catalogs\n",
    "错误：`--shard` 用于划分 `--all` 的各套目录，或存放多套目录的文件夹\n"};
constexpr Message<> not_written{"nothing was written\n", "没有写入任何文件\n"};

/// What was asked for, as far as outputs depend on it: every option but those
/// that say where to, or how to go about it; and what the last edition was,
/// whose files are not among those that a build rests on.
std::string order_of(const Arguments& arguments, const LastEdition& last) {
  constexpr std::string_view without_effect[] = {"--out", "--discard-edits",
                                                 "--verify", "--shard"};
  std::string order(arguments.reader == syntax::Reader::strict ? "strict"
                                                               : "yaml-cpp");
  for (const Option& option : build_command.options) {
    if (std::ranges::find(without_effect, option.name) !=
            std::end(without_effect) ||
        !arguments.has(option.name))
      continue;
    order += fmt::format(" {}={}", option.name,
                         fmt::join(arguments.values(option.name), ","));
  }
  if (last) order += " " + compile::hash_of(*last);
  return order;
}

publish::Request request_for(const Arguments& arguments, const BuildJob& job) {
  publish::Request request;
  request.out = job.out;
  request.source = job.folder;
  request.discard_edits = arguments.has("--discard-edits");
  request.verifies = arguments.has("--verify");
  request.program = fmt::format("catalog {}", CATALOG_VERSION);
  request.shard = job.shard;
  return request;
}

/// Names a build: the same code, order and sources give the same name.
std::string name_of(const publish::Request& request) {
  source::Hasher hasher;
  hasher.add(request.grounds.program + "\n" + request.grounds.order);
  for (const auto& [path, hash] : request.inputs)
    hasher.add("\n" + path + "\n" + hash);
  return hasher.hex();
}

/// What the last build wrote, where neither that nor anything that it was made
/// from has changed. Nothing is parsed to know it.
std::optional<publish::Outcome> up_to_date(const Arguments& arguments,
                                           const BuildJob& job,
                                           const LastEdition& last,
                                           std::size_t& warnings) {
  const bool trusts_nothing = arguments.has("--verify");
  const auto built = publish::standing_build(job.out, trusts_nothing);
  if (!built || built->grounds.order != order_of(arguments, last) ||
      built->shard.number != job.shard.number ||
      built->shard.of != job.shard.of ||
      !compile::still_hold(built->grounds, job.folder, trusts_nothing))
    return {};
  publish::Outcome outcome;
  outcome.unchanged = true;
  for (const auto& [path, output] : built->outputs)
    outcome.same.push_back(path);
  warnings = built->grounds.warnings;
  return outcome;
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

/// Says what the catalog has wrong. Whether it can be built.
bool is_sound(const compile::Compilation& run, const BuildJob& job,
              const ProgressLine& line, Language language) {
  diagnostics::Report report =
      report_of(run, job.folder, line, stderr_is_terminal());
  report.shows_info = false;
  if (run.found.has_errors() ||
      run.found.count(diagnostics::Severity::warning) > 0)
    print_error(diagnostics::render_text(report));
  if (run.found.has_errors()) print_error(not_written.in(language));
  return !run.found.has_errors();
}

/// `begun` is the moment before the first file was read for any job.
int build(const BuildJob& job, std::int64_t begun, compile::Bases& bases,
          const Arguments& arguments, ProgressLine& line) {
  const Language language = arguments.language;
  LastEdition last;
  if (const int result = open_last(arguments, job.folder, last)) return result;
  std::size_t warnings = 0;
  if (const auto outcome = up_to_date(arguments, job, last, warnings)) {
    if (warnings > 0)
      print_error(as_warned.in(language, warnings, job.folder.string()));
    say(*outcome, job.out, language);
    return exit_fine;
  }

  const auto compiled = compile::compilation_of(job.folder, 0, bases);
  auto outputs = compile::outputs_of(*compiled, arguments.values("--format"),
                                     compiled->found);
  const BuildEditions editions(
      *compiled, editions_asked_for(*compiled, arguments),
      {std::move(outputs), arguments.has("--by")}, last);
  if (editions.empty()) return exit_usage;
  line.clear();
  if (!is_sound(*compiled, job, line, language)) return exit_errors;

  publish::watch_signals();
  publish::Request request = request_for(arguments, job);
  request.inputs = compile::inputs_of(*compiled);
  request.grounds = compile::grounds_of(*compiled, job.folder,
                                        order_of(arguments, last), begun);
  if (request.shard) request.shard.build = name_of(request);
  const bool has_index = arguments.has("--all");
  BuildEditions::Count count;
  const publish::Outcome outcome =
      publish::publish_parts(request, [&](publish::Parts& parts) {
        editions.write(job.shard, has_index, bases.settings(), parts, count);
      });
  line.clear();
  say(outcome, request.out, language);
  if (has_index && count.as_before > 0 && !outcome.unchanged)
    print(carried.in(language, count.as_before, count.all));
  return exit_fine;
}

int run(const Arguments& arguments) {
  publish::Shard shard;
  if (const auto text = arguments.value("--shard")) {
    const auto named = shard_of(*text);
    if (!named) {
      print_error(no_shard.in(arguments.language, *text));
      return exit_usage;
    }
    shard = *named;
  }
  const std::vector<BuildJob> jobs = jobs_of(arguments, shard);
  if (jobs.size() == 1 && jobs[0].shard && !arguments.has("--all")) {
    print_error(nothing_to_divide.in(arguments.language));
    return exit_usage;
  }
  ProgressLine line(arguments.language);
  compile::Bases bases(settings_of(arguments, line));
  const std::int64_t begun = compile::moment();
  int result = exit_fine;
  for (const BuildJob& job : jobs)
    result = std::max(result, build(job, begun, bases, arguments, line));
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
    since_option,
    {"--discard-edits",
     "",
     "",
     {"overwrite outputs that were edited since the last build",
      "覆盖上次生成后被人改过的文件"}},
    {"--shard",
     "",
     "I/N",
     {"only the I-th of N parts of `--all`; `catalog merge` joins them",
      "只生成 `--all` 的 N 份中的第 I 份，再用 `catalog merge` 合并"}},
    {"--verify",
     "",
     "",
     {"hash all files instead of trusting their sizes and times",
      "逐个文件核对内容，不凭大小和时间判断有无变化"}},
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
