#include "cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <deque>

#include "parallel/each.h"
#include "unicode/closest.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;

constexpr Message<std::string> unknown_command{
    "`{}` is not a command of catalog", "没有 `{}` 这个命令"};
constexpr Message<std::string, std::string> meant_command{
    "`{}` is not a command of catalog: did you mean `{}`?",
    "没有 `{}` 这个命令，是否应为 `{}`？"};
constexpr Message<std::string> unknown_option{"`{}` is not known here",
                                              "此处没有 `{}`"};
constexpr Message<std::string, std::string> meant_option{
    "`{}` is not known here: did you mean `{}`?",
    "此处没有 `{}`，是否应为 `{}`？"};
constexpr Message<std::string> too_many{"`{}` is one argument too many",
                                        "多了一个参数 `{}`"};
constexpr Message<std::string> lacks_value{"`{}` wants a value after it",
                                           "`{}` 之后须有一个值"};
constexpr Message<std::string> takes_no_value{"`{}` takes no value",
                                              "`{}` 之后不带值"};
constexpr Message<std::string_view> lacks_argument{"`{}` is missing",
                                                   "缺少 `{}`"};
constexpr Message<std::string, std::string_view> no_date{
    "`{}` is not a day for `{}`: write one like 2026-01-15",
    "`{}` 不是 `{}` 能用的日期：请写作 2026-01-15"};
constexpr Message<std::string, std::string_view, std::string> no_choice{
    "`{}` is not a value of `{}`: it takes {}",
    "`{1}` 不能取 `{0}`，可取：{2}"};
constexpr Message<std::string, unsigned> no_threads{
    "`{}` is not a number of threads: give `--jobs` one from 1 to {}",
    "`{}` 不能作为线程数：`--jobs` 应为 1 到 {} 的整数"};
constexpr Message<std::string> not_understood{
    "the command line makes no sense near `{}`", "无法理解命令行：`{}`"};

/// `zh` in `zh_CN.UTF-8`; an unset or neutral locale speaks English.
Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return std::string_view(value).starts_with("zh") ? Language::zh
                                                       : Language::en;
  return Language::en;
}

std::string list_of(std::span<const std::string_view> words,
                    Language language) {
  return fmt::format("{}",
                     fmt::join(words, language == Language::zh ? "、" : ", "));
}

/// More threads than any machine has processors for.
constexpr unsigned most_jobs = 1024;

std::optional<unsigned> threads_in(std::string_view text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stopped != end || number == 0 ||
      number > most_jobs)
    return std::nullopt;
  return number;
}

/// The values of one CLI11 option, and whose they are.
struct Slot {
  std::string name;
  const Option* option = nullptr;  // null: a positional
  bool required = false;
  bool flag = false;
  CLI::Option* parsed = nullptr;
};

/// One command as CLI11 knows it.
class CommandParser {
 public:
  CommandParser(CLI::App& program, const Command& command)
      : command_(command),
        app_(program.add_subcommand(std::string(command.name))) {
    app_->fallthrough();
    app_->allow_extras();
    for (const Positional& positional : command.positionals) add(positional);
    for (const Option& option : command.options) add(option);
  }

  bool was_called() const { return app_->parsed(); }
  const Command& command() const { return command_; }

  /// Moves what was given into the arguments; a message where it makes no
  /// sense. `extras` is what nobody understood.
  std::optional<std::string> take(Arguments& arguments,
                                  std::vector<std::string> extras) const {
    for (const std::string& extra : app_->remaining()) extras.push_back(extra);
    if (auto wrong = check_extras(extras, arguments.language)) return wrong;
    for (const Slot& slot : slots_) {
      if (slot.parsed->count() == 0) {
        if (slot.required)
          return lacks_argument.in(arguments.language, slot.name);
        continue;
      }
      std::vector<std::string> values = split(slot);
      if (!slot.flag && (values.empty() || values.front().empty()))
        return slot.option ? lacks_value.in(arguments.language, slot.name)
                           : lacks_argument.in(arguments.language, slot.name);
      if (auto wrong = check_choices(slot, values, arguments.language))
        return wrong;
      arguments.set(slot.name, std::move(values));
    }
    return std::nullopt;
  }

 private:
  void add(const Positional& positional) {
    Slot& slot = slots_.emplace_back();
    slot.name = positional.name;
    slot.required = positional.required;
    slot.parsed = app_->add_option(slot.name)->expected(1);
    if (positional.many) slot.parsed->expected(1, -1)->allow_extra_args();
  }

  void add(const Option& option) {
    Slot& slot = slots_.emplace_back();
    slot.name = option.name;
    slot.option = &option;
    slot.flag = option.value.empty();
    slot.required = option.required;
    std::string names(option.name);
    if (!option.short_name.empty())
      names = std::string(option.short_name) + "," + names;
    if (slot.flag)
      slot.parsed = app_->add_flag(names)->disable_flag_override();
    else
      slot.parsed = app_->add_option(names)->expected(1)->multi_option_policy(
          option.many ? CLI::MultiOptionPolicy::TakeAll
                      : CLI::MultiOptionPolicy::TakeLast);
  }

  static std::vector<std::string> split(const Slot& slot) {
    if (slot.option == nullptr || !slot.option->many)
      return slot.parsed->results();
    std::vector<std::string> parts;
    for (const std::string& value : slot.parsed->results())
      for (std::size_t at = 0; at <= value.size();) {
        const std::size_t comma = std::min(value.find(',', at), value.size());
        if (comma > at) parts.push_back(value.substr(at, comma - at));
        at = comma + 1;
      }
    return parts;
  }

  static std::optional<std::string> check_choices(
      const Slot& slot, const std::vector<std::string>& values,
      Language language) {
    if (slot.option == nullptr) return std::nullopt;
    if (slot.option->name == as_of_option.name)
      for (const std::string& value : values)
        if (!days::parse_date(value))
          return no_date.in(language, value, slot.option->name);
    if (slot.option->choices.empty()) return std::nullopt;
    const auto choices = slot.option->choices;
    for (const std::string& value : values)
      if (std::find(choices.begin(), choices.end(), value) == choices.end())
        return no_choice.in(language, value, slot.option->name,
                            list_of(choices, language));
    return std::nullopt;
  }

  std::optional<std::string> check_extras(
      const std::vector<std::string>& extras, Language language) const {
    // `--` only says that what follows are no options.
    const auto first =
        std::find_if(extras.begin(), extras.end(),
                     [](const std::string& extra) { return extra != "--"; });
    if (first == extras.end()) return std::nullopt;
    const std::string& extra = *first;
    if (!extra.starts_with('-') || extra == "-")
      return too_many.in(language, extra);
    std::vector<std::string_view> known{"--help", "--lang", "--reader",
                                        "--jobs"};
    for (const Option& option : command_.options) known.push_back(option.name);
    if (const auto meant = unicode::closest(extra, known))
      return meant_option.in(language, extra, *meant);
    return unknown_option.in(language, extra);
  }

  const Command& command_;
  CLI::App* app_;
  std::deque<Slot> slots_;
};

std::string unknown_command_message(const std::string& word,
                                    Language language) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  if (const auto meant = unicode::closest(word, names))
    return meant_command.in(language, word, *meant);
  return word.starts_with('-') ? unknown_option.in(language, word)
                               : unknown_command.in(language, word);
}

/// What CLI11 stumbled over, told in our words.
std::string message_of(const CLI::ArgumentMismatch& error, Language language) {
  const std::string_view said = error.what();
  std::string name(said.substr(0, said.find_first_of(": ")));
  if (!name.starts_with('-')) name.insert(0, "--");
  return said.find("flag override") == std::string_view::npos
             ? lacks_value.in(language, name)
             : takes_no_value.in(language, name);
}

/// The language is wanted even where the rest makes no sense.
Language language_of(int argc, const char* const* argv) {
  Language language = locale_language();
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view value;
    if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (word.starts_with("--lang=")) value = word.substr(7);
    if (value == "zh") language = Language::zh;
    if (value == "en") language = Language::en;
  }
  return language;
}

}  // namespace

std::variant<Invocation, Misuse> parse(int argc, const char* const* argv) {
  // `catalog help build` is `catalog build --help`.
  std::vector<const char*> words(argv, argv + argc);
  if (argc > 1 && std::string_view(argv[1]) == "help") {
    words.erase(words.begin() + 1);
    words.push_back("--help");
  }
  CLI::App program;
  program.set_help_flag();
  program.fallthrough();
  program.allow_extras();
  program.require_subcommand(0, 1);
  Invocation invocation;
  invocation.arguments.language = language_of(argc, argv);
  const Language language = invocation.arguments.language;
  std::string lang;
  CLI::Option* lang_option =
      program.add_option("--lang", lang)
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  std::string reader;
  CLI::Option* reader_option =
      program.add_option("--reader", reader)
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  std::string jobs;
  CLI::Option* jobs_option =
      program.add_option("-j,--jobs", jobs)
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  program.add_flag("-h,--help", invocation.wants_help);
  program.add_flag("--version", invocation.wants_version);

  std::deque<CommandParser> parsers;
  for (const Command* command : commands())
    parsers.emplace_back(program, *command);
  for (CLI::App* command : program.get_subcommands({}))
    command->set_help_flag();

  const auto called = [&]() -> const Command* {
    for (const CommandParser& parser : parsers)
      if (parser.was_called()) return &parser.command();
    return nullptr;
  };
  try {
    program.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::ArgumentMismatch& error) {
    return Misuse{called(), language, message_of(error, language)};
  } catch (const CLI::ParseError& error) {
    return Misuse{called(), language,
                  not_understood.in(language, std::string(error.what()))};
  }

  constexpr std::string_view languages[] = {"zh", "en"};
  if (lang_option->count() > 0 && lang != "zh" && lang != "en")
    return Misuse{
        nullptr, language,
        no_choice.in(language, lang, "--lang", list_of(languages, language))};
  constexpr std::string_view readers[] = {"strict", "yaml-cpp"};
  if (reader_option->count() > 0 && reader != "strict" && reader != "yaml-cpp")
    return Misuse{
        nullptr, language,
        no_choice.in(language, reader, "--reader", list_of(readers, language))};
  if (reader == "yaml-cpp")
    invocation.arguments.reader = syntax::Reader::yaml_cpp;
  const auto threads =
      jobs_option->count() > 0 ? threads_in(jobs) : parallel::default_threads();
  if (!threads)
    return Misuse{nullptr, language, no_threads.in(language, jobs, most_jobs)};
  invocation.arguments.jobs = *threads;
  for (const CommandParser& parser : parsers) {
    if (!parser.was_called()) continue;
    invocation.command = &parser.command();
    if (invocation.wants_help) return invocation;
    if (const auto wrong =
            parser.take(invocation.arguments, program.remaining()))
      return Misuse{invocation.command, language, *wrong};
    return invocation;
  }
  if (const auto extras = program.remaining(); !extras.empty())
    return Misuse{nullptr, language,
                  unknown_command_message(extras.front(), language)};
  return invocation;
}

}  // namespace catalog::cli
