#pragma once

#include <variant>

#include "cli/command.h"

namespace catalog::cli {

/// What a command line asks for.
struct Invocation {
  const Command* command = nullptr;  // null: of the program as a whole
  bool wants_help = false;
  bool wants_version = false;
  Arguments arguments;
};

/// Why a command line makes no sense, in the user's language.
struct Misuse {
  const Command* command = nullptr;
  Language language = Language::en;
  std::string message;
};

/// Reads a command line. The language is that of `--lang`, else of the locale
/// (LC_ALL, LC_MESSAGES, LANG).
std::variant<Invocation, Misuse> parse(int argc, const char* const* argv);

}  // namespace catalog::cli
