#include "schema/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>
#include <optional>
#include <utility>

#include "schema/automaton.h"
#include "unicode/utf8.h"

namespace catalog::schema {
namespace {

using diagnostics::Words;

constexpr Words look_around{"look-around is not supported",
                            "不支持环视（(?=、(?!、(?<=、(?<!）"};
constexpr Words back_reference{"back references are not supported",
                               "不支持反向引用"};
constexpr Words unknown_escape{"there is no such escape", "没有这种转义"};
constexpr Words unknown_group{"there is no such kind of group", "没有这种分组"};
constexpr Words unknown_property{"there is no such character property",
                                 "没有这种字符属性"};
constexpr Words open_class{"`[` is not closed", "`[` 没有对应的 `]`"};
constexpr Words refused{"it does not parse, or repeats more than 1000 times",
                        "无法解析，或者重复次数超过 1000"};

/// General categories that ECMAScript also knows by long names.
constexpr std::pair<std::string_view, std::string_view> categories[] = {
    {"Letter", "L"},
    {"Cased_Letter", "LC"},
    {"Uppercase_Letter", "Lu"},
    {"Lowercase_Letter", "Ll"},
    {"Titlecase_Letter", "Lt"},
    {"Modifier_Letter", "Lm"},
    {"Other_Letter", "Lo"},
    {"Mark", "M"},
    {"Combining_Mark", "M"},
    {"Nonspacing_Mark", "Mn"},
    {"Spacing_Mark", "Mc"},
    {"Enclosing_Mark", "Me"},
    {"Number", "N"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Letter_Number", "Nl"},
    {"Other_Number", "No"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Connector_Punctuation", "Pc"},
    {"Dash_Punctuation", "Pd"},
    {"Open_Punctuation", "Ps"},
    {"Close_Punctuation", "Pe"},
    {"Initial_Punctuation", "Pi"},
    {"Final_Punctuation", "Pf"},
    {"Other_Punctuation", "Po"},
    {"Symbol", "S"},
    {"Math_Symbol", "Sm"},
    {"Currency_Symbol", "Sc"},
    {"Modifier_Symbol", "Sk"},
    {"Other_Symbol", "So"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Line_Separator", "Zl"},
    {"Paragraph_Separator", "Zp"},
    {"Other", "C"},
    {"Control", "Cc"},
    {"cntrl", "Cc"},
    {"Format", "Cf"},
    {"Surrogate", "Cs"},
    {"Private_Use", "Co"},
};

// ECMAScript's white space and its complement, as members of a class.
constexpr std::string_view space =
    R"(\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view no_space =
    R"(\x00-\x08\x0e-\x1f!-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
         (c >= 'A' && c <= 'F');
}

/// Writes an expression of ECMAScript as RE2 wants it.
class Translation {
 public:
  explicit Translation(std::string_view source) : source_(source) {}

  std::optional<std::string> result() {
    while (!problem_ && at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '\\')
        escape(false);
      else if (c == '[')
        character_class();
      else if (c == '(')
        group();
      else if (c == '.')
        out_ += R"([^\n\r\x{2028}\x{2029}])", ++at_;
      else
        out_ += c, ++at_;
    }
    if (problem_) return std::nullopt;
    return out_;
  }

  const Words& problem() const { return *problem_; }

 private:
  void fail(const Words& words) {
    if (!problem_) problem_ = &words;
  }

  std::string_view rest() const { return source_.substr(at_); }

  void group() {
    for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"})
      if (rest().starts_with(look)) return fail(look_around);
    if (rest().starts_with("(?<")) {
      out_ += "(?P<";
      at_ += 3;
    } else if (rest().starts_with("(?") && !rest().starts_with("(?:")) {
      fail(unknown_group);
    } else {
      out_ += '(';
      ++at_;
    }
  }

  void character_class() {
    const std::string_view all = R"([\x00-\x{10ffff}])";
    const std::string_view none = R"([^\x00-\x{10ffff}])";
    if (rest().starts_with("[^]")) return out_ += all, at_ += 3, void();
    if (rest().starts_with("[]")) return out_ += none, at_ += 2, void();
    out_ += source_[at_++];
    while (!problem_ && at_ < source_.size() && source_[at_] != ']') {
      if (source_[at_] == '\\')
        escape(true);
      else if (source_[at_] == '[')
        out_ += "\\[", ++at_;
      else
        out_ += source_[at_++];
    }
    if (problem_) return;
    if (at_ == source_.size()) return fail(open_class);
    out_ += source_[at_++];
  }

  void code_point(std::uint32_t value) {
    if (value > 0x10FFFF) return fail(unknown_escape);
    out_ += fmt::format("\\x{{{:x}}}", value);
  }

  std::optional<std::uint32_t> hex(std::size_t digits) {
    if (source_.size() - at_ < digits) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = source_[at_ + i];
      if (!is_hex(c) || value > 0x10FFFFF) return std::nullopt;
      value = value * 16 + static_cast<std::uint32_t>(
                               c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    at_ += digits;
    return value;
  }

  /// After `\u`: `XXXX`, a surrogate pair of them, or `{X…}`.
  void unicode_escape() {
    if (rest().starts_with('{')) {
      ++at_;
      const std::size_t end = rest().find('}');
      const auto value =
          end == std::string_view::npos || end == 0 ? std::nullopt : hex(end);
      if (!value) return fail(unknown_escape);
      ++at_;
      return code_point(*value);
    }
    const auto first = hex(4);
    if (!first) return fail(unknown_escape);
    if (*first < 0xD800 || *first > 0xDFFF) return code_point(*first);
    if (*first > 0xDBFF || !rest().starts_with("\\u"))
      return fail(unknown_escape);
    at_ += 2;
    const auto second = hex(4);
    if (!second || *second < 0xDC00 || *second > 0xDFFF)
      return fail(unknown_escape);
    code_point(0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
  }

  void property(char p) {
    const std::size_t end = rest().find('}');
    if (!rest().starts_with('{') || end == std::string_view::npos)
      return fail(unknown_property);
    std::string_view name = rest().substr(1, end - 1);
    at_ += end + 1;
    for (const std::string_view prefix : {"General_Category=", "gc=", "Script=",
                                          "sc=", "Script_Extensions=", "scx="})
      if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    for (const auto& [longer, shorter] : categories)
      if (name == longer) name = shorter;
    const bool ascii = name == "ASCII" || name == "Any";
    if (ascii) {
      const bool any = name == "Any";
      const std::string_view range =
          (p == 'p') == any
              ? (any ? R"(\x00-\x{10ffff})" : R"(\x{80}-\x{10ffff})")
              : R"(\x00-\x7f)";
      if (any && p == 'P') return fail(unknown_property);
      return in_class(range);
    }
    if (name == "LC") name = p == 'p' ? "" : "?";
    if (name.empty()) return in_class(R"(\p{Lu}\p{Ll}\p{Lt})");
    out_ += fmt::format("\\{}{{{}}}", p, name);
  }

  void in_class(std::string_view members) {
    if (inside_)
      out_ += members;
    else
      (out_ += '[') += members, out_ += ']';
  }

  void escape(bool inside) {
    inside_ = inside;
    if (++at_ == source_.size()) return fail(unknown_escape);
    const char c = source_[at_++];
    switch (c) {
      case 'd':
      case 'D':
      case 'w':
      case 'W':
      case 'f':
      case 'n':
      case 'r':
      case 't':
      case 'v': (out_ += '\\') += c; return;
      case 's': return in_class(space);
      case 'S': return in_class(no_space);
      case 'u': return unicode_escape();
      case 'p':
      case 'P': return property(c);
      case 'b': out_ += inside ? "\\x08" : "\\b"; return;
      case 'B':
        if (inside) return fail(unknown_escape);
        out_ += "\\B";
        return;
      case 'x': {
        const auto value = hex(2);
        return value ? code_point(*value) : fail(unknown_escape);
      }
      case 'c': {
        const char letter = at_ < source_.size() ? source_[at_++] : '\0';
        if ((letter | 0x20) < 'a' || (letter | 0x20) > 'z')
          return fail(unknown_escape);
        return code_point(static_cast<std::uint32_t>(letter) & 0x1Fu);
      }
      case '0': return code_point(0);
      case 'k': return fail(back_reference);
      default: break;
    }
    if (c >= '1' && c <= '9') return fail(back_reference);
    if (std::string_view("^$\\.*+?()[]{}|/-").find(c) == std::string_view::npos)
      return fail(unknown_escape);
    (out_ += '\\') += c;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::string out_;
  bool inside_ = false;  // a character class
  const Words* problem_ = nullptr;
};

}  // namespace

struct Pattern::Compiled {
  std::optional<Automaton> automaton;
  std::optional<re2::RE2> expression;  // where there is no automaton
};

Pattern::Pattern(std::string source, std::unique_ptr<Compiled> compiled)
    : source_(std::move(source)), compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::matches(std::string_view text) const {
  if (compiled_->automaton) return compiled_->automaton->matches(text);
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()),
                                *compiled_->expression);
}

ReadPattern ReadPattern::from(std::string_view source) {
  std::unique_ptr<Pattern> pattern(
      new Pattern(std::string(source), std::make_unique<Pattern::Compiled>()));
  Pattern::Compiled& compiled = *pattern->compiled_;
  compiled.automaton = Automaton::of(source);
  if (compiled.automaton) return {std::move(pattern), {}};
  Translation translation(source);
  const auto translated = translation.result();
  if (!translated) return {nullptr, translation.problem()};
  re2::RE2::Options options;
  options.set_log_errors(false);
  compiled.expression.emplace(*translated, options);
  if (!compiled.expression->ok()) return {nullptr, refused};
  return {std::move(pattern), {}};
}

}  // namespace catalog::schema
