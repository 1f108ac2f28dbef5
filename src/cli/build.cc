#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <functional>
#include <optional>

#include "cli/command.h"
#include "cli/outcome.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/bases.h"
#include "compile/compile.h"
#include "compile/editions.h"
#include "compile/fingerprint.h"
#include "compile/grounds.h"
#include "compile/outputs.h"
#include "emit/bodies.h"
#include "emit/emitters.h"
#include "emit/index.h"
#include "parallel/each.h"
#include "publish/interrupt.h"
#include "publish/program.h"
#include "publish/publish.h"
#include "source/hash.h"
#include "view/publication.h"

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

/// A catalog to build, and where to.
struct Job {
  fs::path folder;
  fs::path out;
  publish::Shard shard = {};
};

/// The sibling `<folder>-out`: outputs may not lie inside their source.
fs::path default_out(const fs::path& folder, const std::string& suffix) {
  const fs::path whole = fs::weakly_canonical(folder);
  const fs::path out =
      whole.parent_path() / (whole.filename().string() + suffix + "-out");
  const fs::path near = out.lexically_proximate(fs::current_path());
  return near.empty() ? out : near;
}

/// What was asked for, as far as outputs depend on it: every option but those
/// that say where to, or how to go about it.
std::string order_of(const Arguments& arguments) {
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
  return order;
}

publish::Request request_for(const Arguments& arguments, const Job& job) {
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
                                           const Job& job,
                                           std::size_t& warnings) {
  const bool trusts_nothing = arguments.has("--verify");
  const auto built = publish::standing_build(job.out, trusts_nothing);
  if (!built || built->grounds.order != order_of(arguments) ||
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

/// The editions of a build and the outputs that are made of each.
class Editions {
 public:
  Editions(const compile::Compilation& run, std::vector<compile::Place> places,
           std::vector<const emit::Emitter*> outputs, bool has_bodies)
      : run_(run),
        places_(std::move(places)),
        outputs_(std::move(outputs)),
        theme_(theme::hash(run.theme)),
        has_bodies_(has_bodies) {
    for (const emit::Emitter* output : outputs_)
      formats_.emplace_back(output->name);
  }

  bool empty() const { return places_.empty(); }

  /// How many were written, and how many of them came over from the last build.
  struct Count {
    std::atomic<std::size_t> all = 0;
    std::atomic<std::size_t> as_before = 0;
  };

  /// Writes them, as many at once as there are threads: each is made when its
  /// turn comes and freed when it is written. Of a shard only its own are
  /// written, and the index of all.
  void write(const publish::Shard& shard, bool has_index,
             const compile::Settings& settings, publish::Parts& parts,
             Count& count) const {
    const compile::Fingerprints fingerprints(run_);
    std::vector<emit::IndexEntry> entries(places_.size());
    parallel::each(
        places_.size(), settings.threads,
        [&](std::size_t i) {
          const resolve::Edition edition =
              compile::edition_of(run_, places_[i]);
          const std::string folder = has_index ? folder_of(edition) : "";
          if (has_index) entries[i] = emit::entry_of(head_of(edition), folder);
          if (shard && i % shard.of != shard.number - 1) return;
          ++count.all;
          if (write(edition, folder, fingerprints, parts)) ++count.as_before;
        },
        [&](std::size_t begun) {
          settings.progress({"writing", "写入"}, begun, places_.size());
        });
    if (has_index)
      parts.add("index", "", [&](const emit::Sink& sink) {
        emit::index(head_of(run_.edition), entries, sink);
      });
  }

 private:
  /// A publication before anything is arranged in it.
  view::Publication head_of(const resolve::Edition& edition) const {
    view::Publication head;
    head.edition = &edition;
    head.title = edition->manifest.title.text;
    head.place = edition.place;
    head.version = edition->manifest.version.text;
    head.date = days::chinese(edition.date);
    head.formats = formats_;
    head.theme = &run_.theme;
    return head;
  }

  /// Whether all of it came over from the last build.
  bool write(const resolve::Edition& edition, const std::string& folder,
             const compile::Fingerprints& fingerprints,
             publish::Parts& parts) const {
    const auto print = fingerprints.of(edition);
    const source::SourceTree* const sources =
        run_.base == nullptr ? nullptr : &run_.tree;
    bool is_carried = true;
    const auto add = [&](std::string_view name, const std::string& more,
                         const std::function<void(const emit::Sink&)>& emit) {
      const std::string key = source::hash(
          fmt::format("{} {} {} {} {}", publish::name_of_program(), name,
                      fmt::join(formats_, ","), print.content, more));
      is_carried &= parts.add(
          folder.empty() ? std::string(name)
                         : fmt::format("{}/{}", folder, name),
          key, [&](const emit::Sink& sink) { emit(below(sink, folder)); });
    };
    std::optional<view::Publication> publication;
    for (const emit::Emitter* output : outputs_)
      add(output->name,
          (output->tells_places ? print.places : "") +
              (output->leads_elsewhere ? theme_ + fingerprints.neighbours()
                                       : ""),
          [&](const emit::Sink& sink) {
            if (!publication) {
              publication = view::arrange(edition, sources);
              publication->formats = formats_;
              publication->theme = &run_.theme;
              if (!folder.empty()) publication->around = "../";
            }
            output->emit(*publication, sink);
          });
    if (has_bodies_)
      add("bodies", "", [&](const emit::Sink& sink) {
        emit::body_workbooks(edition, sources, sink);
      });
    return is_carried;
  }

  const compile::Compilation& run_;
  std::vector<compile::Place> places_;
  std::vector<const emit::Emitter*> outputs_;
  std::vector<std::string> formats_;
  std::string theme_;  // its hash
  bool has_bodies_;
};

/// Says what the catalog has wrong. Whether it can be built.
bool is_sound(const compile::Compilation& run, const Job& job,
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
int build(const Job& job, std::int64_t begun, compile::Bases& bases,
          const Arguments& arguments, ProgressLine& line) {
  const Language language = arguments.language;
  std::size_t warnings = 0;
  if (const auto outcome = up_to_date(arguments, job, warnings)) {
    if (warnings > 0)
      print_error(as_warned.in(language, warnings, job.folder.string()));
    say(*outcome, job.out, language);
    return exit_fine;
  }

  const auto compiled = compile::compilation_of(job.folder, 0, bases);
  auto outputs = compile::outputs_of(*compiled, arguments.values("--format"),
                                     compiled->found);
  Editions editions(*compiled, editions_asked_for(*compiled, arguments),
                    std::move(outputs), arguments.has("--by"));
  if (editions.empty()) return exit_usage;
  line.clear();
  if (!is_sound(*compiled, job, line, language)) return exit_errors;

  publish::watch_signals();
  publish::Request request = request_for(arguments, job);
  request.inputs = compile::inputs_of(*compiled);
  request.grounds =
      compile::grounds_of(*compiled, job.folder, order_of(arguments), begun);
  if (request.shard) request.shard.build = name_of(request);
  const bool has_index = arguments.has("--all");
  Editions::Count count;
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

/// The shard that `2/8` names.
std::optional<publish::Shard> shard_of(std::string_view text) {
  constexpr std::size_t most = 100'000;
  publish::Shard shard;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, shard.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/')
    return {};
  const auto of = std::from_chars(number.ptr + 1, end, shard.of);
  if (of.ec != std::errc() || of.ptr != end || shard.number == 0 ||
      shard.number > shard.of || shard.of > most)
    return {};
  return shard;
}

/// What tells apart builds of a catalog that no `--out` tells apart.
std::string suffix_of(const Arguments& arguments, const publish::Shard& shard) {
  if (shard) return fmt::format("-shard-{}-of-{}", shard.number, shard.of);
  const auto code = arguments.value("--jurisdiction");
  return code && !arguments.has("--all") ? "-" + *code : std::string();
}

/// Where each goes: to OUT, of several to a folder each in it. Of several
/// catalogs a shard has every n-th; of one it has a part of the editions.
std::vector<Job> jobs_of(const Arguments& arguments,
                         const publish::Shard& shard) {
  const std::vector<fs::path> folders = folders_of(arguments);
  const auto out = arguments.value("--out");
  std::vector<Job> jobs;
  if (folders.size() == 1) {
    const std::string suffix = suffix_of(arguments, shard);
    jobs.push_back({folders[0],
                    out ? fs::path(*out) : default_out(folders[0], suffix),
                    shard});
    return jobs;
  }
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (shard && i % shard.of != shard.number - 1) continue;
    const fs::path name = fs::weakly_canonical(folders[i]).filename();
    jobs.push_back(
        {folders[i], out ? fs::path(*out) / name
                         : default_out(folders[i], suffix_of(arguments, {}))});
  }
  return jobs;
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
  const std::vector<Job> jobs = jobs_of(arguments, shard);
  if (jobs.size() == 1 && jobs[0].shard && !arguments.has("--all")) {
    print_error(nothing_to_divide.in(arguments.language));
    return exit_usage;
  }
  ProgressLine line(arguments.language);
  compile::Bases bases(settings_of(arguments, line));
  const std::int64_t begun = compile::moment();
  int result = exit_fine;
  for (const Job& job : jobs)
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
