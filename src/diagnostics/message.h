#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace catalog::diagnostics {

/// The languages people are spoken to in. Outputs never follow it.
enum class Language { zh, en };

enum class Severity { error, warning, info };

/// A sentence in both languages, checked against its arguments when it is
/// compiled: small first letter, no full stop, what the author wrote in
/// backticks, what was seen before what ought to be. The Chinese form may take
/// the arguments in another order (`{1}`), but must take all of them.
template <class... Args>
struct Message {
  fmt::format_string<Args...> en;
  fmt::format_string<Args...> zh;

  std::string in(Language language,
                 const std::type_identity_t<Args>&... args) const {
    return fmt::vformat(fmt::string_view(language == Language::zh ? zh : en),
                        fmt::make_format_args(args...));
  }
};

/// A kind of mistake, declared beside the code that finds it:
///
///   constexpr Problem<std::string_view> unknown_key{
///       "unknown-key", Severity::error,
///       {"`{}` is not known here", "此处没有 `{}` 这个键"}};
template <class... Args>
struct Problem {
  std::string_view code;  // stable: people put it into waivers and scripts
  Severity severity;
  Message<Args...> message;
};

/// Text that needs no arguments.
struct Words {
  std::string_view en;
  std::string_view zh;

  constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

}  // namespace catalog::diagnostics
