#include "check/allowances.h"

#include <algorithm>
#include <set>

#include "check/names.h"
#include "check/rules.h"
#include "check/waivers.h"
#include "syntax/trivia.h"
#include "unicode/closest.h"

namespace catalog::check {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using Text = std::string_view;

constexpr Text blanks = " \t";

constexpr Problem<Text> unknown_instruction{
    "unknown-instruction",
    Severity::warning,
    {"`{}` is no instruction", "没有 `{}` 这种写法"}};
constexpr Message<> how_to_allow{"write `# catalog: allow RULE — reason`",
                                 "写作 `# catalog: allow 规则标识 — 理由`"};
constexpr Problem<> unnamed{
    "unnamed-allowance",
    Severity::error,
    {"the comment does not say which rule it allows", "没有写明允许哪条规则"}};
constexpr Problem<> misplaced{
    "misplaced-allowance",
    Severity::error,
    {"a comment behind a value allows nothing", "写在值后面的注释不起作用"}};
constexpr Message<> put_it_before{"put it on the line before", "请移到上一行"};
constexpr Problem<> unexplained{
    "unexplained-allowance",
    Severity::error,
    {"the comment gives no reason", "没有写明理由"}};
constexpr Problem<Text> unyielding{
    "fixed-severity",
    Severity::error,
    {"`{}` yields to no comment", "`{}` 不能用注释放行"}};
constexpr Message<> waive{
    "waive it with a reason, an approval and an end: `waive:`",
    "确需例外的，用 `waive:` 写明理由、批准和截止日期"};
constexpr Message<> mend{"mend what it stands for", "请改正所涉问题"};
constexpr Problem<Text> unused{"unused-allowance",
                               Severity::warning,
                               {"`{}` finds nothing in the next line to allow",
                                "下一行没有 `{}` 的问题，注释多余"}};
constexpr Message<> delete_it{"delete it from the comment", "请从注释中删去"};

/// Reads a comment from its beginning; offsets are those of the file.
class Scanner {
 public:
  Scanner(source::FileId file, Text bytes, std::uint32_t begin,
          std::uint32_t end)
      : file_(file), bytes_(bytes), at_(begin), end_(end) {}

  bool take(Text word) {
    if (!rest().starts_with(word)) return false;
    at_ += static_cast<std::uint32_t>(word.size());
    return true;
  }
  void skip(Text signs) {
    while (at_ < end_ && signs.find(bytes_[at_]) != Text::npos) ++at_;
  }
  bool take_any(std::initializer_list<Text> words) {
    for (const Text word : words)
      if (take(word)) return true;
    return false;
  }
  /// Letters, digits and `-` between them.
  Allowance::Name word() {
    const std::uint32_t begin = at_;
    const auto is_sign = [&](std::uint32_t at) {
      const char byte = at < end_ ? bytes_[at] : ' ';
      return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
             (byte >= '0' && byte <= '9');
    };
    while (is_sign(at_) || (at_ > begin && at_ < end_ && bytes_[at_] == '-' &&
                            is_sign(at_ + 1)))
      ++at_;
    return {{file_, begin, at_},
            std::string(bytes_.substr(begin, at_ - begin))};
  }
  Text rest() const { return bytes_.substr(at_, end_ - at_); }

 private:
  source::FileId file_;
  Text bytes_;
  std::uint32_t at_;
  std::uint32_t end_;
};

/// The first line below `at` with more in it than blanks and a comment.
source::Span line_below(const syntax::Document& document, std::uint32_t at) {
  const Text bytes = document.bytes;
  const auto next_line = [&](std::size_t from) {
    const std::size_t end = bytes.find('\n', from);
    return end == Text::npos ? bytes.size() : end + 1;
  };
  std::size_t begin = next_line(at);
  while (begin < bytes.size()) {
    const std::size_t first = bytes.find_first_not_of(" \t\r", begin);
    if (first != Text::npos && bytes[first] != '#' && bytes[first] != '\n')
      break;
    begin = next_line(begin);
  }
  return {document.file, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(next_line(begin))};
}

/// What a comment allows, if it is meant to; `catalog:` alone may be prose.
std::optional<Allowance> read(const syntax::Document& document,
                              const syntax::Comment& comment) {
  Scanner scanner(document.file, document.bytes, comment.begin, comment.end);
  scanner.skip("#");
  scanner.skip(blanks);
  if (!scanner.take_any({"catalog:", "catalog："})) return std::nullopt;
  scanner.skip(blanks);
  const Allowance::Name verb = scanner.word();
  const bool is_slip = verb.text != "allow" &&
                       unicode::closest(verb.text, std::vector<Text>{"allow"});
  if (verb.text != "allow" && !is_slip) return std::nullopt;
  Allowance allowance;
  allowance.comment = {document.file, comment.begin, comment.end};
  allowance.is_alone = comment.is_alone;
  allowance.line = line_below(document, comment.end);
  if (is_slip) {
    allowance.slip = verb;
    return allowance;
  }
  do {
    scanner.skip(blanks);
    const Allowance::Name rule = scanner.word();
    if (rule.text.empty()) break;
    allowance.rules.push_back(rule);
    scanner.skip(blanks);
  } while (scanner.take_any({",", "，", "、"}));
  while (scanner.take_any({"—", "–", "-", ":", "："})) continue;
  allowance.has_reason =
      scanner.rest().find_first_not_of(" \t.,;。，；") != Text::npos;
  return allowance;
}

bool is_off(const resolve::Edition& edition, Text rule) {
  for (const model::Check& check : edition->manifest.checks)
    if (check.rule.text == rule) return !check.severity;
  return false;
}

/// What the comments say, and whether it is of any use.
class Judge {
 public:
  Judge(const std::vector<Allowance>& allowances,
        const std::vector<Allowance>& of_bases, const resolve::Edition& edition,
        Diagnostics& found)
      : allowances_(allowances),
        of_bases_(of_bases),
        edition_(edition),
        found_(found) {
    for (const Rule& rule : all_rules()) known_.push_back(rule.id);
  }

  void run() {
    // Before anything is reported here: that is not to be allowed.
    const std::vector<Diagnostic> all = found_.sorted();
    for (const Allowance& allowance : allowances_) judge(allowance, all);
    for (const Allowance& allowance : of_bases_)
      if (allowance.is_alone && !allowance.slip && allowance.has_reason)
        for (const Allowance::Name& rule : allowance.rules)
          permit(allowance, rule);
    found_.drop([&](const Diagnostic& each) { return is_allowed(each); });
  }

 private:
  struct Permit {
    source::Span line;
    Text rule;
    friend auto operator<=>(const Permit&, const Permit&) = default;
  };

  void judge(const Allowance& allowance, const std::vector<Diagnostic>& all) {
    if (!allowance.is_alone) {
      found_.report(misplaced, allowance.comment).help(put_it_before);
    } else if (allowance.slip) {
      found_
          .report(unknown_instruction, allowance.slip->span,
                  allowance.slip->text)
          .help(how_to_allow);
    } else if (allowance.rules.empty()) {
      found_.report(unnamed, allowance.comment).help(how_to_allow);
    } else if (!allowance.has_reason) {
      found_.report(unexplained, allowance.comment).help(how_to_allow);
    } else {
      for (const Allowance::Name& rule : allowance.rules)
        judge(allowance, rule, all);
    }
  }

  void judge(const Allowance& allowance, const Allowance::Name& rule,
             const std::vector<Diagnostic>& all) {
    const bool is_found =
        std::any_of(all.begin(), all.end(), [&](const Diagnostic& each) {
          return each.code == rule.text && is_in(each, allowance.line);
        });
    const bool is_rule =
        std::find(known_.begin(), known_.end(), rule.text) != known_.end();
    if (is_comparison(rule.text))
      found_.report(unyielding, rule.span, rule.text).help(waive);
    else if (!is_rule && is_found)
      found_.report(unyielding, rule.span, rule.text).help(mend);
    else if (!is_rule)
      report_unknown_rule(rule.text, rule.span, known_, found_);
    else if (is_found)
      permits_.insert({allowance.line, rule.text});
    else if (!found_.has_poison() && !is_off(edition_, rule.text))
      found_.report(unused, rule.span, rule.text).help(delete_it);
  }

  /// What the base has accepted, if it is a rule's to find.
  void permit(const Allowance& allowance, const Allowance::Name& rule) {
    if (!is_comparison(rule.text) &&
        std::find(known_.begin(), known_.end(), rule.text) != known_.end())
      permits_.insert({allowance.line, rule.text});
  }

  static bool is_in(const Diagnostic& each, const source::Span& line) {
    return each.span.file == line.file && each.span.begin >= line.begin &&
           each.span.begin < line.end;
  }

  bool is_allowed(const Diagnostic& each) const {
    return std::any_of(permits_.begin(), permits_.end(),
                       [&](const Permit& one) {
                         return one.rule == each.code && is_in(each, one.line);
                       });
  }

  const std::vector<Allowance>& allowances_;
  const std::vector<Allowance>& of_bases_;
  const resolve::Edition& edition_;
  Diagnostics& found_;
  std::vector<Text> known_;
  std::set<Permit> permits_;
};

}  // namespace

std::vector<Allowance> allowances_in(const syntax::Document& document) {
  // Most files have none, and are not looked through for comments.
  std::vector<Allowance> all;
  if (document.notation != syntax::Notation::yaml ||
      document.bytes.find("# catalog") == Text::npos)
    return all;
  for (const syntax::Comment& comment : comments_of(document))
    if (auto allowance = read(document, comment))
      all.push_back(std::move(*allowance));
  return all;
}

void allow(const std::vector<Allowance>& allowances,
           const std::vector<Allowance>& of_bases,
           const resolve::Edition& edition, Diagnostics& found) {
  if (!allowances.empty() || !of_bases.empty())
    Judge(allowances, of_bases, edition, found).run();
}

}  // namespace catalog::check
