#include <signal.h>
#include <spawn.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/bases.h"
#include "compile/compile.h"
#include "compile/editions.h"
#include "compile/outputs.h"
#include "emit/emitters.h"
#include "publish/interrupt.h"
#include "serve/preview.h"
#include "source/failure.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using diagnostics::Severity;

constexpr Message<std::string> open_this{"open {} - Ctrl-C ends it\n",
                                         "请打开 {} ，按 Ctrl-C 结束\n"};
constexpr Message<std::string> bad_port{
    "error: `{}` is not a port: write a number from 1 to 65535\n",
    "错误：`{}` 不是端口号，请写 1 到 65535 的整数\n"};
constexpr Message<std::size_t> built_anew{"built anew: {} files differ\n",
                                          "已重新生成，{} 个文件有变化\n"};
constexpr Words not_built{"the pages stay as they were\n",
                          "有错误，页面保持不变\n"};
constexpr Message<std::string> machine_failure{"error: {}\n", "错误：{}\n"};
constexpr Words open_yourself{
    "note: no program to open it with was found; open it yourself\n",
    "说明：没有找到可打开网页的程序，请自行打开\n"};

/// Makes the site again and again. Its bases are read again only when one of
/// them changed.
class Builder {
 public:
  explicit Builder(const Arguments& arguments)
      : arguments_(arguments), folder_(arguments.value("DIR").value_or(".")) {}

  /// The catalog's own, then those of its bases.
  std::vector<fs::path> folders() const {
    std::vector<fs::path> all{folder_};
    if (bases_)
      for (const fs::path& base : bases_->folders()) all.push_back(base);
    return all;
  }

  bool has_place() const { return has_place_; }

  serve::Built build(const std::set<std::size_t>& changed) {
    line_.emplace(arguments_.language);
    const bool only_own = changed.size() == 1 && changed.contains(0);
    if (!bases_ || !only_own) bases_ = bases();
    try {
      return built();
    } catch (const source::Failure& failure) {
      if (changed.empty()) throw;
      bases_.reset();  // one of them may be half read
      return said_no(failure);
    }
  }

 private:
  std::unique_ptr<compile::Bases> bases() {
    compile::Settings settings = settings_of(arguments_, *line_);
    settings.progress = [this](const auto& doing, std::size_t done,
                               std::size_t total) {
      line_->callback()(doing, done, total);
    };
    return std::make_unique<compile::Bases>(std::move(settings));
  }

  serve::Built built() {
    const auto run = compile::compilation_of(folder_, 0, *bases_);
    compile::outputs_of(*run, {}, run->found);
    line_->clear();
    serve::Built made = reported(*run);
    const auto edition = edition_asked_for(
        *run, arguments_.value("--jurisdiction"), arguments_.language);
    has_place_ = edition.has_value();
    if (run->found.has_errors() || !edition) return made;
    emit::Sink sink;
    sink.put = [&](std::string_view path, std::string_view bytes) {
      made.files.emplace(path, bytes);
    };
    emit::html(compile::publication_of(*run, *edition), sink);
    return made;
  }

  /// What was found, to the terminal and for the page.
  serve::Built reported(const compile::Compilation& run) const {
    serve::Built made;
    diagnostics::Report report =
        report_of(run, folder_, *line_, stderr_is_terminal());
    report.shows_info = false;
    print_error(diagnostics::render_text(report));
    if (run.found.has_errors()) print_error(not_built.in(arguments_.language));
    report.is_coloured = false;
    report.ends_with_count = false;
    report.coverage.seconds.reset();
    made.errors = run.found.count(Severity::error);
    made.summary = diagnostics::count_line(run.found, report.coverage);
    if (made.errors > 0 || run.found.count(Severity::warning) > 0)
      made.found = diagnostics::render_text(report);
    return made;
  }

  /// A file that cannot be read just now may be there again in a moment.
  serve::Built said_no(const source::Failure& failure) const {
    serve::Built made;
    made.found = machine_failure.in(arguments_.language,
                                    arguments_.language == Language::zh
                                        ? failure.zh()
                                        : std::string(failure.what()));
    made.summary = made.found;
    made.errors = 1;
    print_error(made.found);
    return made;
  }

  const Arguments& arguments_;
  fs::path folder_;
  std::optional<ProgressLine> line_;  // of the build at work
  std::unique_ptr<compile::Bases> bases_;
  bool has_place_ = true;
};

/// In a session of its own, so that Ctrl-C here does not end the browser.
bool open_browser(const std::string& url) {
  signal(SIGCHLD, SIG_IGN);  // nobody waits for it
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  std::string program = "xdg-open";
  std::string argument = url;
  char* words[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const bool is_there = posix_spawnp(&child, program.c_str(), nullptr,
                                     &attributes, words, environ) == 0;
  posix_spawnattr_destroy(&attributes);
  return is_there;
}

/// The port asked for; nothing, which is said, where it is none.
std::optional<serve::Port> port_of(const Arguments& arguments) {
  const auto written = arguments.value("--port");
  if (!written) return serve::Port{};
  char* end = nullptr;
  const long number = std::strtol(written->c_str(), &end, 10);
  const bool is_number =
      !written->empty() && *end == '\0' &&
      written->find_first_not_of("0123456789") == std::string::npos;
  if (is_number && number >= 1 && number <= 65535)
    return serve::Port{static_cast<int>(number), false};
  print_error(bad_port.in(arguments.language, *written));
  return std::nullopt;
}

int run(const Arguments& arguments) {
  const auto port = port_of(arguments);
  if (!port) return exit_usage;
  Builder builder(arguments);
  serve::Preview preview;
  preview.port = *port;
  preview.folders = [&] { return builder.folders(); };
  preview.build = [&](const auto& changed) { return builder.build(changed); };
  bool is_misuse = false;
  preview.ready = [&](int number) {
    is_misuse = !builder.has_place();
    if (is_misuse) return;
    const std::string url = "http://127.0.0.1:" + std::to_string(number) + "/";
    print(open_this.in(arguments.language, url));
    if (arguments.has("--open") && !open_browser(url))
      print_error(open_yourself.in(arguments.language));
  };
  preview.rebuilt = [&](std::size_t different) {
    print(built_anew.in(arguments.language, different));
  };
  preview.is_over = [&] { return is_misuse || publish::interrupted() != 0; };
  publish::watch_signals();
  serve::serve(preview);
  return is_misuse ? exit_usage : exit_fine;
}

constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    as_of_option,
    {"--port",
     "-p",
     "PORT",
     {"port to listen on; else 8137, or one that is free",
      "使用哪个端口；不写则为 8137，被占用时另选空闲端口"}},
    {"--jurisdiction",
     "",
     "CODE",
     {"the edition of one place below", "预览下级某地的目录"}},
    {"--open", "", "", {"open it in the browser", "在浏览器中打开"}},
};
constexpr Example examples[] = {
    {"catalog serve catalog --open",
     {"see the site while you edit", "边改边看网站"}},
    {"catalog serve -p 8080", {"at a port of your choice", "用指定的端口"}},
};

}  // namespace

constinit const Command serve_command{
    "serve",
    {"show the site while you edit, on this machine only",
     "边编辑边预览网站，只在本机可见"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
