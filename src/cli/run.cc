#include <array>
#include <filesystem>
#include <new>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/terminal.h"
#include "publish/interrupt.h"
#include "source/failure.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string> failure{"error: {}\n", "错误：{}\n"};
constexpr Message<std::string> misuse{"error: {}\n", "错误：{}\n"};
constexpr Message<std::string> try_help{"  try `catalog {}--help`\n",
                                        "  请看 `catalog {}--help`\n"};
constexpr Words no_memory{"error: out of memory\n", "错误：内存不足\n"};

int report(const Misuse& wrong) {
  print_error(misuse.in(wrong.language, wrong.message));
  print_error(try_help.in(
      wrong.language,
      wrong.command ? std::string(wrong.command->name) + " " : std::string()));
  return exit_usage;
}

int run(const Invocation& invocation) {
  const Language language = invocation.arguments.language;
  if (invocation.wants_version) {
    print(version());
    return exit_fine;
  }
  if (invocation.command == nullptr) {
    print(help(language));
    return exit_fine;
  }
  if (invocation.wants_help) {
    print(help(*invocation.command, language));
    return exit_fine;
  }
  return invocation.command->run(invocation.arguments);
}

}  // namespace

std::span<const Command* const> commands() {
  static constexpr std::array all{
      &build_command,    &serve_command,    &merge_command,   &check_command,
      &show_command,     &list_command,     &diff_command,    &stats_command,
      &laws_command,     &rules_command,    &explain_command, &timing_command,
      &deadline_command, &calendar_command, &schema_command,  &fmt_command,
      &tree_command,     &init_command,     &import_command,  &verify_command,
      &sync_command,     &reaffirm_command, &rename_command};
  return all;
}

int run(int argc, const char* const* argv) {
  hold_standard_streams();
  const auto parsed = parse(argc, argv);
  if (const auto* wrong = std::get_if<Misuse>(&parsed)) return report(*wrong);
  const Invocation& invocation = std::get<Invocation>(parsed);
  const Language language = invocation.arguments.language;
  try {
    return run(invocation);
  } catch (const publish::Interrupted& stop) {
    return 128 + stop.signal();
  } catch (const source::Failure& said_no) {
    print_error(failure.in(language, language == Language::zh
                                         ? said_no.zh()
                                         : std::string(said_no.what())));
    return exit_machine;
  } catch (const std::filesystem::filesystem_error& said_no) {
    print_error(failure.in(language, std::string(said_no.what())));
    return exit_machine;
  } catch (const std::bad_alloc&) {
    print_error(no_memory.in(language));
    return exit_machine;
  }
}

}  // namespace catalog::cli
