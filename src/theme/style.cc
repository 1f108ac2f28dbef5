#include <algorithm>
#include <array>
#include <string>

#include "theme/flaw.h"
#include "theme/letters.h"

namespace catalog::theme {
namespace {

using diagnostics::Words;

constexpr std::size_t most = 20;  // flaws worth telling

constexpr Words not_ended{"this does not end",
                          "这里没有结束：缺少引号、括号或注释结尾"};
constexpr Words too_many_ends{"this ends what never began",
                              "这里多了一个右括号"};
constexpr Words hidden{"a backslash outside of a text hides what is meant",
                       "文字之外不能使用反斜杠"};
constexpr Words loads{"this would load something into the page",
                      "这会让页面加载其他内容"};
constexpr Words other_rule{
    "of the rules with `@`, a theme has `@media`, `@supports` and `@page`",
    "以 `@` 开头的规则只能用 `@media`、`@supports` 和 `@page`"};
constexpr Words runs{"this would run a program in some browsers",
                     "这在某些浏览器中会运行程序"};

bool is_name(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || byte == '-' || byte == '_' ||
         (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z');
}

/// Functions that take an address, in whichever browser.
bool is_loading(std::string_view function) {
  constexpr std::array<std::string_view, 4> others{"url", "src", "element",
                                                   "paint"};
  return std::ranges::find(others, function) != others.end() ||
         function.find("image") != function.npos ||
         function.ends_with("cross-fade");
}

/// Reads a style sheet once from left to right.
class Reading {
 public:
  explicit Reading(std::string_view css) : css_(css) {}

  std::vector<Flaw> flaws() {
    while (at_ < css_.size() && flaws_.size() < most) step();
    if (!open_.empty()) report(open_.back(), open_.back() + 1, not_ended);
    return std::move(flaws_);
  }

 private:
  void report(std::size_t begin, std::size_t end, const Words& what) {
    flaws_.push_back({begin, end, what});
  }

  void step() {
    const char byte = css_[at_];
    if (css_.substr(at_).starts_with("/*")) return comment();
    if (byte == '"' || byte == '\'') return text(byte);
    if (byte == '@') return rule();
    if (is_name(byte)) return name();
    if (byte == '\\') report(at_, at_ + 1, hidden);
    if (byte == '{' || byte == '(' || byte == '[') open_.push_back(at_);
    if (byte == '}' || byte == ')' || byte == ']') close(byte);
    ++at_;
  }

  void close(char byte) {
    const char wanted = byte == '}' ? '{' : byte == ')' ? '(' : '[';
    if (!open_.empty() && css_[open_.back()] == wanted)
      open_.pop_back();
    else
      report(at_, at_ + 1, too_many_ends);
  }

  void comment() {
    const std::size_t end = css_.find("*/", at_ + 2);
    if (end == css_.npos) {
      report(at_, at_ + 2, not_ended);
      at_ = css_.size();
    } else {
      at_ = end + 2;
    }
  }

  void text(char quote) {
    const std::size_t begin = at_++;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n')
      at_ += css_[at_] == '\\' ? 2 : 1;
    if (at_ >= css_.size() || css_[at_] != quote)
      report(begin, begin + 1, not_ended);
    ++at_;
  }

  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < css_.size() && is_name(css_[at_])) ++at_;
    return css_.substr(begin, at_ - begin);
  }

  void rule() {
    const std::size_t begin = at_++;
    const std::string name = lower(word());
    if (name != "media" && name != "supports" && name != "page")
      report(begin, at_, other_rule);
  }

  void name() {
    const std::size_t begin = at_;
    const std::string name = lower(word());
    const bool is_function = at_ < css_.size() && css_[at_] == '(';
    if (is_function && is_loading(name)) report(begin, at_, loads);
    if ((is_function && name == "expression") || name == "behavior" ||
        name == "-moz-binding")
      report(begin, at_, runs);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // brackets
  std::vector<Flaw> flaws_;
};

}  // namespace

std::vector<Flaw> flaws_of_style(std::string_view css) {
  return Reading(css).flaws();
}

}  // namespace catalog::theme
