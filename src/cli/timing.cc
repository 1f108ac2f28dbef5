#include "phrase/timing.h"

#include <array>
#include <vector>

#include "cli/command.h"
#include "cli/terminal.h"
#include "diagnostics/excerpt.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using phrase::Clause;
using phrase::Duration;
using phrase::Slip;

constexpr Message<std::size_t, std::string> clause_line{"{}. {}\n", "{}. {}\n"};
constexpr Message<std::string_view, std::string> field{"   {}: {}\n",
                                                       "   {}：{}\n"};
constexpr Message<std::string> canonical_form{"canonical: {}\n",
                                              "规范写法：{}\n"};
constexpr Message<std::string> help{"  help: did you mean `{}`?\n",
                                    "  建议：是否应为 `{}`？\n"};
constexpr Words yes{"yes", "是"};

/// A field of a clause as a person reads it; empty where it is not said.
struct Field {
  Words name;
  std::string (*text)(const Clause& clause, Language language);
};

std::string printed(const std::optional<Duration>& duration,
                    Language language) {
  if (!duration) return {};
  return language == Language::zh ? phrase::printed(*duration)
                                  : phrase::key(*duration);
}

std::string printed(bool holds, Language language) {
  return holds ? std::string(yes.in(language)) : std::string();
}

template <auto Member>
std::string text_of(const Clause& clause, Language language) {
  if constexpr (std::is_same_v<decltype(Clause().*Member), std::string&&>)
    return clause.*Member;
  else
    return printed(clause.*Member, language);
}

std::string times(const Clause& clause, Language) {
  return clause.times > 0 ? std::to_string(clause.times) : std::string();
}

std::string extension(const Clause& clause, Language language) {
  if (!clause.extension) return {};
  std::string text = printed(clause.extension->by, language);
  if (!clause.extension->when.empty())
    text += language == Language::zh ? "（" + clause.extension->when + "）"
                                     : " (" + clause.extension->when + ")";
  return text;
}

constexpr Field fields[] = {
    {{"for", "针对内容"}, text_of<&Clause::part>},
    {{"on request only", "依申请部分"}, text_of<&Clause::on_request>},
    {{"within", "期限"}, text_of<&Clause::within>},
    {{"after", "起算事由"}, text_of<&Clause::after>},
    {{"at least ahead", "提前时间"}, text_of<&Clause::lead>},
    {{"before", "何事之前"}, text_of<&Clause::before>},
    {{"every", "周期"}, text_of<&Clause::every>},
    {{"times at least", "每期次数"}, times},
    {{"by", "截止日"}, text_of<&Clause::by>},
    {{"shown at least", "公示期"}, text_of<&Clause::notice>},
    {{"and at most", "公示期上限"}, text_of<&Clause::at_most>},
    {{"at once", "实时"}, text_of<&Clause::at_once>},
    {{"promptly, without a limit", "及时（无具体期限）"},
     text_of<&Clause::promptly>},
    {{"standing", "长期"}, text_of<&Clause::standing>},
    {{"whenever it changes", "动态调整"}, text_of<&Clause::dynamic>},
    {{"during", "公开期间"}, text_of<&Clause::during>},
    {{"taken down after", "保留时间"}, text_of<&Clause::retention>},
    {{"may be extended by", "可延长"}, extension},
    {{"act", "办理方式"}, text_of<&Clause::act>},
    {{"together with", "随同公开"}, text_of<&Clause::with>},
    {{"left to the office", "裁量"}, text_of<&Clause::discretion>},
    {{"rider", "但书"}, text_of<&Clause::rider>},
};

std::string reading_of(const phrase::Timing& timing, Language language) {
  std::string text;
  std::size_t number = 0;
  for (const Clause& clause : timing.clauses) {
    text += clause_line.in(language, ++number, phrase::canonical(clause));
    for (const Field& each : fields)
      if (const std::string value = each.text(clause, language); !value.empty())
        text += field.in(language, each.name.in(language), value);
  }
  if (!timing.clauses.empty() && timing.is_read())
    text += canonical_form.in(language, phrase::canonical(timing));
  return text;
}

constexpr Words faults[] = {
    {"not understood", "未能理解"},
    {"says nothing by itself: write the timing out",
     "须写明时限，不能写“同上”"},
    {"has no unit: is it 日 or 个工作日?", "缺少单位：是“日”还是“个工作日”？"},
    {"lacks 个", "缺“个”字"},
    {"does not say from when it counts", "没有写明自何时起算"},
};

/// The line of the phrase that the slip is in, a caret under it, what it is.
std::string explained(std::string_view phrase, const Slip& slip,
                      Language language) {
  const std::size_t before = phrase.substr(0, slip.range.begin).rfind('\n');
  const std::size_t begin = before == phrase.npos ? 0 : before + 1;
  const std::size_t end =
      std::min(phrase.find('\n', slip.range.begin), phrase.size());
  const auto excerpt = diagnostics::excerpt_of(
      phrase.substr(begin, end - begin), slip.range.begin - begin,
      std::min(slip.range.end, end) - begin);
  std::string text = "  " + excerpt.line + "\n  ";
  text += std::string(excerpt.caret, ' ') + std::string(excerpt.width, '^');
  text += ' ';
  text += faults[static_cast<std::size_t>(slip.kind)].in(language);
  text += '\n';
  if (slip.instead) text += help.in(language, *slip.instead);
  return text;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string phrase = *arguments.value("PHRASE");
  const phrase::Timing timing = phrase::timing(phrase);
  std::string text = reading_of(timing, language);
  for (const Slip& slip : timing.slips)
    text += explained(phrase, slip, language);
  print(text);
  return timing.is_read() ? exit_fine : exit_errors;
}

constexpr Positional positionals[] = {
    {"PHRASE", {"a timing as tables print it", "表中的公开时限"}, true},
};
constexpr Example examples[] = {
    {"catalog timing \"信息形成或者变更之日起20个工作日内\"",
     {"its clauses and their parts", "查看各款及其要素"}},
    {"catalog timing \"批准后20内\"",
     {"what is wrong with it", "查看问题所在"}},
};

}  // namespace

constinit const Command timing_command{
    "timing",    {"show how a timing is read", "查看公开时限的理解结果"},
    positionals, {},
    examples,    run};

}  // namespace catalog::cli
