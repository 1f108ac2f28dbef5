#include "syntax/json_reader.h"

#include <optional>
#include <unordered_set>

#include "source/tree.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using diagnostics::Words;

constexpr Problem<std::string_view> json_syntax{
    "json-syntax",
    Severity::error,
    {"this is not JSON: {}", "JSON 语法有误：{}"}};
constexpr Problem<std::string_view> duplicate_key{
    "duplicate-key",
    Severity::error,
    {"`{}` is written twice", "`{}` 写了两次"}};
constexpr Message<> first_here{"first written here", "首次写在这里"};

constexpr Words not_utf8{"these bytes are not UTF-8", "此处字节不是 UTF-8"};
constexpr Words too_large{"the file is too large", "文件过大"};
constexpr Words too_deep{"nested too deeply", "嵌套过深"};
constexpr Words after_end{"more text follows the end of the value",
                          "值结束之后还有文字"};
constexpr Words no_value{"a value is expected here", "此处应有一个值"};
constexpr Words no_key{"a key in double quotes is expected here",
                       "此处应有一个双引号括起的键"};
constexpr Words no_colon{"`:` is expected here", "此处应有 `:`"};
constexpr Words no_comma{"`,` or the end of the list or mapping is expected",
                         "此处应有 `,`，或者列表、键值组的结尾"};
constexpr Words open_string{"the string is not closed", "字符串没有结束引号"};
constexpr Words control{"a control character stands in a string",
                        "字符串中有控制字符"};
constexpr Words bad_escape{"there is no such escape", "没有这种转义"};
constexpr Words lone_surrogate{"a lone surrogate is not a character",
                               "单个代理项不是字符"};
constexpr Words bad_number{"a number is not written so", "数字不能这样写"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
 public:
  Reader(Document& document, diagnostics::Diagnostics& diagnostics)
      : document_(document),
        bytes_(document.bytes),
        diagnostics_(diagnostics) {}

  void read() {
    const std::size_t odd = unicode::find_ill_formed(bytes_);
    if (bytes_.size() > source::max_file_bytes) {
      fail(0, too_large);
    } else if (odd != std::string_view::npos) {
      fail(odd, not_utf8);
    } else {
      if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
      value(0);
      skip_space();
      if (!failed_ && at_ != bytes_.size()) fail(at_, after_end);
    }
    if (!failed_) return;
    const source::Span all{document_.file, 0, offset(bytes_.size())};
    document_.nodes.clear();
    document_.skipped.push_back(all);
    diagnostics_.poison(all);
  }

 private:
  static std::uint32_t offset(std::size_t at) {
    return static_cast<std::uint32_t>(at);
  }

  void fail(std::size_t at, const Words& words) {
    if (failed_) return;
    failed_ = true;
    const std::size_t end = std::min(at + 1, bytes_.size());
    diagnostics_.report(
        json_syntax, {document_.file, offset(std::min(at, end)), offset(end)},
        words.in(diagnostics_.language()));
  }

  void skip_space() {
    while (at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\n' ||
                                   bytes_[at_] == '\r' || bytes_[at_] == '\t'))
      ++at_;
  }

  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool take(char expected) {
    if (peek() != expected || at_ == bytes_.size()) return false;
    ++at_;
    return true;
  }

  std::size_t open(Kind kind, Style style) {
    NodeData node;
    node.kind = kind;
    node.style = style;
    node.begin = offset(at_);
    document_.nodes.push_back(node);
    return document_.nodes.size() - 1;
  }

  void close(std::size_t index, std::uint32_t count) {
    NodeData& node = document_.nodes[index];
    node.end = offset(at_);
    node.next = offset(document_.nodes.size());
    node.count = count;
  }

  void value(std::size_t depth) {
    skip_space();
    if (depth > max_json_depth) return fail(at_, too_deep);
    switch (peek()) {
      case '{': return mapping(depth);
      case '[': return sequence(depth);
      case '"': return string();
      case 't': return literal("true");
      case 'f': return literal("false");
      case 'n': return literal("null");
      default: return number();
    }
  }

  void literal(std::string_view word) {
    if (!bytes_.substr(at_).starts_with(word)) return fail(at_, no_value);
    scalar(word.size());
  }

  void scalar(std::size_t length) {
    const std::size_t index = open(Kind::scalar, Style::plain);
    document_.nodes[index].text = bytes_.substr(at_, length);
    at_ += length;
    close(index, 0);
  }

  void number() {
    std::size_t end = at_;
    const auto digits = [&] {
      const std::size_t begin = end;
      while (end < bytes_.size() && is_digit(bytes_[end])) ++end;
      return end != begin;
    };
    if (peek() == '-') ++end;
    if (end >= bytes_.size() || !is_digit(bytes_[end]))
      return fail(at_, no_value);
    if (bytes_[end] == '0')
      ++end;
    else
      digits();
    if (end < bytes_.size() && is_digit(bytes_[end]))
      return fail(at_, bad_number);
    if (end < bytes_.size() && bytes_[end] == '.') {
      ++end;
      if (!digits()) return fail(at_, bad_number);
    }
    if (end < bytes_.size() && (bytes_[end] == 'e' || bytes_[end] == 'E')) {
      ++end;
      if (end < bytes_.size() && (bytes_[end] == '+' || bytes_[end] == '-'))
        ++end;
      if (!digits()) return fail(at_, bad_number);
    }
    scalar(end - at_);
  }

  std::optional<std::uint32_t> hex() {
    if (bytes_.size() - at_ < 4) return std::nullopt;
    std::uint32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = bytes_[at_++];
      unit <<= 4;
      if (is_digit(c))
        unit |= static_cast<std::uint32_t>(c - '0');
      else if (c >= 'a' && c <= 'f')
        unit |= static_cast<std::uint32_t>(c - 'a' + 10);
      else if (c >= 'A' && c <= 'F')
        unit |= static_cast<std::uint32_t>(c - 'A' + 10);
      else
        return std::nullopt;
    }
    return unit;
  }

  /// After `\u`: one code point, of one escape or of a surrogate pair.
  void code_point(std::string& text, std::size_t begin) {
    const auto first = hex();
    if (!first) return fail(begin, bad_escape);
    std::uint32_t point = *first;
    if (point >= 0xDC00 && point < 0xE000) return fail(begin, lone_surrogate);
    if (point >= 0xD800 && point < 0xDC00) {
      if (!take('\\') || !take('u')) return fail(begin, lone_surrogate);
      const auto second = hex();
      if (!second || *second < 0xDC00 || *second >= 0xE000)
        return fail(begin, lone_surrogate);
      point = 0x10000 + ((point - 0xD800) << 10) + (*second - 0xDC00);
    }
    unicode::append(text, static_cast<char32_t>(point));
  }

  void escape(std::string& text) {
    const std::size_t begin = at_ - 1;
    const char c = peek();
    ++at_;
    switch (c) {
      case '"':
      case '\\':
      case '/': text += c; return;
      case 'b': text += '\b'; return;
      case 'f': text += '\f'; return;
      case 'n': text += '\n'; return;
      case 'r': text += '\r'; return;
      case 't': text += '\t'; return;
      case 'u': return code_point(text, begin);
      default: return fail(begin, bad_escape);
    }
  }

  void string() {
    const std::size_t index = open(Kind::scalar, Style::double_quoted);
    const std::size_t begin = ++at_;
    std::string* resolved = nullptr;
    for (std::size_t run = begin;;) {
      while (at_ < bytes_.size() && bytes_[at_] != '"' && bytes_[at_] != '\\' &&
             static_cast<unsigned char>(bytes_[at_]) >= 0x20)
        ++at_;
      if (at_ >= bytes_.size()) return fail(begin - 1, open_string);
      if (bytes_[at_] == '"') {
        if (resolved) resolved->append(bytes_.substr(run, at_ - run));
        break;
      }
      if (bytes_[at_] != '\\') return fail(at_, control);
      if (!resolved) resolved = &document_.arena.emplace_back();
      resolved->append(bytes_.substr(run, at_ - run));
      ++at_;
      escape(*resolved);
      if (failed_) return;
      run = at_;
    }
    document_.nodes[index].text = resolved ? std::string_view(*resolved)
                                           : bytes_.substr(begin, at_ - begin);
    ++at_;
    close(index, 0);
  }

  void sequence(std::size_t depth) {
    const std::size_t index = open(Kind::sequence, Style::flow);
    ++at_;
    std::uint32_t count = 0;
    skip_space();
    if (!take(']')) {
      do {
        value(depth + 1);
        ++count;
        skip_space();
      } while (!failed_ && take(','));
      if (!failed_ && !take(']')) fail(at_, no_comma);
    }
    close(index, count);
  }

  void mapping(std::size_t depth) {
    const std::size_t index = open(Kind::mapping, Style::flow);
    ++at_;
    std::uint32_t count = 0;
    skip_space();
    if (!take('}')) {
      do {
        skip_space();
        if (peek() != '"') return fail(at_, no_key);
        string();
        skip_space();
        if (!failed_ && !take(':')) return fail(at_, no_colon);
        value(depth + 1);
        ++count;
        skip_space();
      } while (!failed_ && take(','));
      if (!failed_ && !take('}')) fail(at_, no_comma);
    }
    close(index, count);
    if (!failed_) find_repeated_keys(Node(document_, offset(index)));
  }

  void find_repeated_keys(Node mapping) {
    if (mapping.size() < 2) return;
    keys_.clear();
    for (const Entry& entry : mapping.entries()) {
      if (keys_.insert(entry.key.text()).second) continue;
      for (const Entry& first : mapping.entries())
        if (first.key.text() == entry.key.text()) {
          diagnostics_.report(duplicate_key, entry.key.span(), entry.key.text())
              .label(first.key.span(), first_here);
          break;
        }
      diagnostics_.poison(
          {document_.file, entry.key.span().begin, entry.value.span().end});
    }
  }

  Document& document_;
  std::string_view bytes_;
  diagnostics::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::unordered_set<std::string_view> keys_;  // of one mapping, reused
};

}  // namespace

Document read_json(source::FileId file, std::string_view bytes,
                   diagnostics::Diagnostics& diagnostics) {
  Document document;
  document.file = file;
  document.bytes = bytes;
  document.notation = Notation::json;
  Reader(document, diagnostics).read();
  return document;
}

}  // namespace catalog::syntax
