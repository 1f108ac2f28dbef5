#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/date.h"
#include "diagnostics/message.h"
#include "syntax/read.h"

namespace catalog::cli {

using diagnostics::Language;
using diagnostics::Words;

/// Exit codes, documented in README.
enum ExitCode : int {
  exit_fine = 0,
  exit_errors = 1,   // the catalog has errors
  exit_usage = 2,    // the command line makes no sense
  exit_machine = 3,  // the machine said no
  exit_hang_up = 129,
  exit_interrupt = 130,  // Ctrl-C
  exit_terminate = 143,
};

/// An option of a command.
struct Option {
  std::string_view name;        // `--out`
  std::string_view short_name;  // `-o`, or empty
  std::string_view value;       // what stands for its value in help; empty: a
                                // flag
  Words help;
  std::span<const std::string_view> choices = {};  // empty: any value
  bool many = false;  // may be repeated, or hold several split by commas
  bool required = false;
};

/// The option of all that judge laws: on which day. The parser sees that it is
/// one.
inline constexpr Option as_of_option{
    "--as-of",
    "",
    "DATE",
    {"judge laws, waivers and reviews on this day, not on the catalog's date",
     "按这一天判断法律法规、例外和复查，不用目录日期"}};

/// An argument that is known by its place.
struct Positional {
  std::string_view name;  // `DIR`
  Words help;
  bool required = false;
  bool many = false;  // may be repeated; only the last may
};

/// What was given to a command.
class Arguments {
 public:
  Language language = Language::en;
  syntax::Reader reader = syntax::Reader::strict;  // of the YAML files
  unsigned jobs = 1;                               // threads to use

  void set(std::string_view name, std::vector<std::string> values);

  bool has(std::string_view name) const;
  /// The value of an option or positional; nothing where it was not given.
  std::optional<std::string> value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  /// The day that an option names; nothing where it names none.
  std::optional<days::Date> date(std::string_view name) const;

 private:
  struct Given {
    std::string name;
    std::vector<std::string> values;
  };
  std::vector<Given> given_;
};

struct Example {
  std::string_view command;
  Words what;
};

/// A command of the program: its row here is all that help, completion and
/// dispatch know of it.
struct Command {
  std::string_view name;
  Words summary;
  std::span<const Positional> positionals;
  std::span<const Option> options;
  std::span<const Example> examples;
  int (*run)(const Arguments& arguments);
};

// One file each: cli/<name>.cc.
extern const Command build_command;
extern const Command serve_command;
extern const Command merge_command;
extern const Command check_command;
extern const Command show_command;
extern const Command diff_command;
extern const Command stats_command;
extern const Command list_command;
extern const Command laws_command;
extern const Command rules_command;
extern const Command explain_command;
extern const Command timing_command;
extern const Command deadline_command;
extern const Command calendar_command;
extern const Command schema_command;
extern const Command fmt_command;
extern const Command tree_command;
extern const Command init_command;
extern const Command import_command;
extern const Command reaffirm_command;
extern const Command rename_command;
extern const Command verify_command;
extern const Command sync_command;

/// Every command there is, in the order of help.
std::span<const Command* const> commands();

/// The program: reads the command line, runs the command, gives its exit code.
int run(int argc, const char* const* argv);

}  // namespace catalog::cli
