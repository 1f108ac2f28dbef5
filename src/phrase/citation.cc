#include "phrase/citation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "phrase/citation_bracket.h"
#include "phrase/citation_provision.h"
#include "phrase/citation_text.h"
#include "phrase/citation_words.h"
#include "phrase/timing_words.h"
#include "unicode/classes.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using Kind = BasisSlip::Kind;

constexpr string_view title_opens = "《";
constexpr string_view brackets[] = {"(", "〔", "[", "【"};
constexpr string_view closings[] = {"〉", ">", "》"};
constexpr string_view separators[] = {"、", ",", ";", "。", "\n", ".", "，"};
constexpr string_view dots[] = {"……", "…", "...", "···"};
constexpr string_view joints[] = {"以及", "及", "和", "与", "并", "暨"};
constexpr string_view list_mark(&PlainText::mark, 1);
/// No title is longer, in bytes.
constexpr std::size_t longest_title = 600;

/// Words that class a text, before its title: 法律:《…》.
constexpr string_view classes[] = {
    "行政法规",   "地方性法规", "部门规章", "地方政府规章", "政府规章",
    "规范性文件", "法律法规",   "国家法律", "司法解释",     "法律",
    "法规",       "规章",       "文件"};

/// The numbering of a list at the front: `1.`, `(一)`, `一、`, ①.
std::size_t size_of_numbering(string_view text) {
  constexpr int most = 99;
  string_view rest = text;
  if (take(rest, list_mark)) return list_mark.size();
  const bool is_bracketed = take(rest, "(");
  const auto number = take_number(rest);
  if (!number || *number > most) return 0;
  if (is_bracketed) return take(rest, ")") ? text.size() - rest.size() : 0;
  if (take(rest, ".") || take(rest, "、") || take(rest, ")"))
    return text.size() - rest.size();
  return 0;
}

/// Where a citation without 《》 ends, as far as one reads on.
struct Piece {
  std::size_t end = 0;
  bool stops_at_title = false;
};

class Reader {
 public:
  explicit Reader(string_view cell) : text_(cell) {}

  Basis read() {
    bool at_start = true;
    while (at_ < text_.text().size()) {
      if (const std::size_t skip = separator(at_start)) {
        at_ += skip;
        at_start = true;
        continue;
      }
      at_start = false;
      read_piece();
    }
    return std::move(basis_);
  }

 private:
  string_view rest() const { return text_.text().substr(at_); }
  string_view between(std::size_t begin, std::size_t end) const {
    return text_.text().substr(begin, end - begin);
  }

  void slip(Kind kind, std::size_t begin, std::size_t end) {
    basis_.slips.push_back({kind, text_.range(begin, end), {}});
  }

  /// The size of what separates citations, at the front.
  std::size_t separator(bool at_start) const {
    string_view rest = this->rest();
    if (!take_any(rest, separators).empty()) {
      if (!this->rest().starts_with("...")) return at_gone(rest);
      rest = this->rest();
    }
    const bool numbers =
        at_start || (at_ > 0 && text_.text()[at_ - 1] == ')') ||
        between(0, at_).ends_with("》") || this->rest().starts_with("(");
    if (numbers)
      if (const std::size_t size = size_of_numbering(this->rest())) return size;
    if (!take_any(rest, joints).empty() && rest.starts_with(title_opens))
      return at_gone(rest);
    return 0;
  }
  std::size_t at_gone(string_view rest) const {
    return this->rest().size() - rest.size();
  }

  /// Reads one citation or one part that is none; takes at least a character.
  void read_piece() {
    if (take_class()) return;
    string_view rest = this->rest();
    if (!take_any(rest, dots).empty()) {
      slip(Kind::cut_off, at_, at_ + at_gone(rest));
      at_ += at_gone(rest);
      while (this->rest().starts_with("…")) at_ += string_view("…").size();
    } else if (rest.starts_with(title_opens)) {
      read_titled(at_, at_);
    } else {
      read_untitled();
    }
  }

  /// 【法律】 and `法律:` go to the next citation.
  bool take_class() {
    string_view rest = this->rest();
    if (rest.starts_with("【")) {
      const std::size_t end = text_.end_of_group(at_);
      const std::size_t sign = string_view("【").size();
      if (end == string_view::npos || end - at_ > 60) return false;
      const string_view inside = between(at_ + sign, end - sign);
      if (inside.empty() || (inside[0] >= '0' && inside[0] <= '9'))
        return false;
      kind_ = inside;
      at_ = end;
      if (this->rest().starts_with(":")) ++at_;
      return true;
    }
    const string_view word = take_any(rest, classes);
    if (word.empty() || !take(rest, ":")) return false;
    kind_ = word;
    at_ += at_gone(rest);
    return true;
  }

  /// What was said before the title about who issued the text.
  std::string issuer(std::size_t title_begin) {
    const auto begin = std::exchange(issuer_begin_, string_view::npos);
    if (begin >= title_begin) return {};
    return title_of(text_.written(begin, issuer_end_));
  }

  /// Where the title begins whose last words stand at `begin`: with the
  /// organs listed before it, 国家发展改革委、财政部关于…
  std::size_t with_issuers(std::size_t begin) {
    return std::min(begin, std::exchange(issuer_begin_, string_view::npos));
  }

  void add_issuer(std::size_t begin, std::size_t end) {
    issuer_begin_ = std::min(issuer_begin_, begin);
    issuer_end_ = end;
  }

  Citation begun(std::size_t begin, std::size_t title_begin,
                 std::size_t title_end) {
    Citation citation;
    citation.kind = std::exchange(kind_, {});
    citation.issuer = issuer(begin);
    citation.number = std::exchange(number_, {});
    if (!citation.number.empty()) citation.number_range = number_range_;
    citation.title = title_of(text_.written(title_begin, title_end));
    citation.title_range = text_.range(title_begin, title_end);
    citation.range = text_.range(begin, title_end);
    return citation;
  }

  /// 《…》 at `title`, with words before it from `begin`.
  void read_titled(std::size_t begin, std::size_t title) {
    const std::size_t sign = title_opens.size();
    std::size_t end = text_.end_of_group(title);
    std::size_t inner_end = end - sign;
    if (end == string_view::npos) {
      end = inner_end = end_of_open_title(title + sign);
      const std::size_t cut = take_any_at(end, dots).size();
      end += std::max(cut, take_any_at(end, closings).size());
      slip(cut > 0 ? Kind::cut_off : Kind::open_title, title, end);
      if (cut > 0 || inner_end == title + sign) {
        at_ = std::max(end, title + sign);
        return;
      }
    }
    at_ = end;
    if (inner_end <= title + sign) {
      slip(Kind::not_understood, begin, end);
      return;
    }
    Citation citation = begun(begin, title + sign, inner_end);
    take_inner(citation, title + sign, inner_end);
    // 《〈…〉实施细则》 and 《…》实施细则 are one title.
    const std::size_t suffix = end_of_suffix(end);
    const string_view words = between(end, suffix);
    constexpr string_view begins[] = {"实施", "的实施", "施行"};
    if (begin == title && ends_as_title(words) &&
        std::any_of(std::begin(begins), std::end(begins),
                    [&](string_view each) { return words.starts_with(each); }))
      take_whole_title(citation, title, suffix);
    finish(citation, begin);
  }

  void take_whole_title(Citation& citation, std::size_t begin,
                        std::size_t end) {
    citation.title = title_of(text_.written(begin, end));
    citation.title_range = text_.range(begin, end);
    citation.is_quoted = false;
    at_ = end;
  }

  string_view take_any_at(std::size_t at, Words words) const {
    string_view rest = text_.text().substr(at);
    return take_any(rest, words);
  }

  /// A number or provisions that got into the 《》.
  void take_inner(Citation& citation, std::size_t begin, std::size_t end) {
    const string_view inner = between(begin, end);
    for (std::size_t at = inner.find("第"); at != inner.npos && at > 0;
         at = inner.find("第", at + 1)) {
      string_view rest = inner.substr(at);
      if (!ends_as_title(inner.substr(0, at))) continue;
      auto provisions = take_provisions(rest);
      if (provisions.empty() || !rest.empty()) continue;
      add_provisions(citation, std::move(provisions), begin + at, end);
      set_title(citation, begin, begin + at);
      return;
    }
    if (!inner.ends_with(")")) return;
    for (std::size_t at = inner.find('('); at != inner.npos;
         at = inner.find('(', at + 1)) {
      string_view rest = inner.substr(at + 1);
      const auto number = take_document_number(rest);
      if (!number || rest != ")") continue;
      set_number(citation, *number, begin + at + 1, end - 1);
      set_title(citation, begin, begin + at);
      return;
    }
  }

  void set_title(Citation& citation, std::size_t begin, std::size_t end) {
    citation.title = title_of(text_.written(begin, end));
    citation.title_range = text_.range(begin, end);
  }

  /// Where a title that nobody closed ends: before the next sign.
  std::size_t end_of_open_title(std::size_t begin) const {
    constexpr string_view stops[] = {"、", ",",  ";", "。", "\n", "《",
                                     "》", "〉", "(", "…",  ">",  ":"};
    std::size_t at = begin;
    while (at < text_.text().size() && take_any_at(at, stops).empty())
      at += unicode::decode(text_.text(), at).size;
    return at;
  }

  /// The end of the words right behind a title.
  std::size_t end_of_suffix(std::size_t begin) const {
    constexpr std::size_t longest = 90;
    std::size_t at = begin;
    while (at < text_.text().size() && at - begin < longest) {
      const auto point = unicode::decode(text_.text(), at);
      if (!unicode::is_ideograph(point.value)) break;
      at += point.size;
    }
    return at;
  }

  Piece piece() const {
    const string_view text = text_.text();
    Piece piece;
    bool is_about = false;
    std::size_t at = at_;
    while (at < text.size() && at - at_ < longest_title) {
      const string_view rest = text.substr(at);
      const string_view before = between(at_, at);
      is_about = is_about || before.ends_with("关于");
      if (rest.starts_with(title_opens)) {
        piece.stops_at_title = true;
        break;
      }
      const bool is_title = ends_as_title(before);
      if (!take_any_at(at, dots).empty()) break;
      if (!take_any_at(at, separators).empty() || rest[0] == ':') {
        if (!is_about || is_title || rest[0] == '\n' || rest[0] == ';') break;
      } else if (is_title && ends_here(at)) {
        break;
      } else if (at > at_ && is_provision(rest)) {
        break;
      }
      std::size_t size = unicode::decode(text, at).size;
      if (!take_any_at(at, brackets).empty())
        if (const auto end = text_.end_of_group(at); end != text.npos)
          size = end - at;
      at += size;
    }
    piece.end = std::min(at, text.size());
    return piece;
  }

  /// Whether what stands at `at`, behind something like a title, is no part of
  /// it.
  bool ends_here(std::size_t at) const {
    string_view rest = text_.text().substr(at);
    if (size_of_note(rest) > 0) return true;
    if (const string_view open = take_any(rest, brackets); !open.empty()) {
      const std::size_t end = text_.end_of_group(at);
      string_view number = rest;
      return take_document_number(number).has_value() ||
             (end != string_view::npos && end_of_suffix(end) == end);
    }
    return take_document_number(rest).has_value();
  }

  void read_untitled() {
    const std::size_t begin = at_;
    const Piece piece = this->piece();
    string_view words = between(begin, piece.end);
    take_preposition(words);
    const std::size_t from = piece.end - words.size();
    at_ = piece.end;
    if (piece.stops_at_title)
      read_before_title(from, piece.end);
    else if (!words.empty())
      read_words(from, piece.end);
    else if (piece.end == begin)
      skip_one();
  }

  void skip_one() {
    const std::size_t begin = at_;
    at_ += unicode::decode(text_.text(), at_).size;
    slip(Kind::not_understood, begin, at_);
  }

  /// Words that run up to a 《: a title that holds it, or who issued it.
  void read_before_title(std::size_t begin, std::size_t title) {
    constexpr string_view verbs[] = {"制定的",   "印发的", "发布的", "公布的",
                                     "关于印发", "印发",   "转发",   "批转",
                                     "发布",     "公布",   "颁布",   "制定"};
    string_view words = between(begin, title);
    const std::size_t close = text_.end_of_group(title);
    if (!words.empty() && close != string_view::npos && embeds_title(words)) {
      const std::size_t suffix = end_of_suffix(close);
      const string_view after = between(close, suffix);
      if (ends_as_title(after) && size_of_note(after) == 0) {
        const std::size_t from = with_issuers(begin);
        Citation citation = begun(from, from, suffix);
        citation.is_quoted = false;
        at_ = suffix;
        finish(citation, from);
        return;
      }
    }
    take_last_any(words, joints);
    string_view organ = words, number = words;
    take_last_any(organ, verbs);
    const auto before = take_document_number(number);
    if (words.empty()) {
      // Only 和 or 以及.
    } else if (before && number.empty()) {
      number_ = *before;
      number_range_ = text_.range(begin, begin + words.size());
      mind_brackets(text_.written(begin, begin + words.size()), number_);
      report(number_, number_range_);
    } else if (ends_as_title(words) && !names_nothing(words)) {
      at_ = begin + words.size();
      Citation citation = begun(begin, begin, at_);
      citation.is_quoted = false;
      finish(citation, begin);
    } else if (is_organ(organ)) {
      add_issuer(begin, begin + organ.size());
    } else if (!extend_quote(begin, title)) {
      slip(Kind::not_understood, begin, begin + words.size());
    }
    at_ = title;
  }

  /// Words without a title in 《》.
  void read_words(std::size_t begin, std::size_t end) {
    const string_view words = between(begin, end);
    string_view number_rest = words;
    if (is_ditto(words)) {
      slip(Kind::ditto, begin, end);
    } else if (names_nothing(words)) {
      slip(Kind::names_nothing, begin, end);
    } else if (const auto number = take_document_number(number_rest);
               number && number_rest.empty()) {
      Citation citation = begun(begin, begin, begin);
      set_number(citation, *number, begin, end);
      citation.is_quoted = false;
      finish(citation, begin);
    } else if (ends_as_title(words)) {
      const std::size_t from =
          words.find("关于") != words.npos ? with_issuers(begin) : begin;
      Citation citation = begun(from, from, end);
      citation.is_quoted = false;
      finish(citation, from);
    } else if (is_organ(words) && end < text_.text().size() && !has_quote()) {
      // 中央办公厅、国务院办公厅《…》
      add_issuer(begin, end);
    } else if (size_of_note(words) == words.size() &&
               !basis_.citations.empty()) {
      add_note(basis_.citations.back(), begin, end);
    } else if (!extend_quote(begin, end)) {
      slip(Kind::not_understood, begin, end);
    }
  }

  bool has_quote() const {
    return !basis_.citations.empty() && !basis_.citations.back().quote.empty();
  }

  /// More of what an article says.
  bool extend_quote(std::size_t begin, std::size_t end) {
    if (!has_quote()) return false;
    Citation& last = basis_.citations.back();
    last.quote += title_of(text_.written(begin, end));
    last.range.end = text_.range(begin, end).end;
    return true;
  }

  void set_number(Citation& citation, DocumentNumber number, std::size_t begin,
                  std::size_t end) {
    mind_brackets(text_.written(begin, end), number);
    citation.number = std::move(number);
    citation.number_range = text_.range(begin, end);
    report(citation.number, citation.number_range);
  }

  void report(const DocumentNumber& number, Range range) {
    if (number.fault == DocumentNumber::Fault::none) return;
    BasisSlip slip{Kind::malformed_number, range, {}};
    if (is_sure(number)) slip.instead = number.text;
    basis_.slips.push_back(std::move(slip));
  }

  void add_note(Citation& citation, std::size_t begin, std::size_t end) {
    const bool is_first = citation.note.empty();
    citation.note += title_of(text_.written(begin, end));
    const Range range = text_.range(begin, end);
    citation.note_range = {is_first ? range.begin : citation.note_range.begin,
                           range.end};
    citation.range.end = std::max(citation.range.end, range.end);
  }

  /// `all` has ranges from `begin` in the text.
  void add_provisions(Citation& citation, std::vector<Provision> all,
                      std::size_t begin, std::size_t end) {
    const bool is_first = citation.provisions.empty();
    for (Provision& each : all) {
      each.range =
          text_.range(begin + each.range.begin, begin + each.range.end);
      // A paragraph by itself is one of the article before it.
      const bool is_part = !each.chapter && !each.section && !each.article;
      if (is_part && !citation.provisions.empty()) {
        const Provision& before = citation.provisions.back();
        each.chapter = before.chapter;
        each.section = before.section;
        each.article = before.article;
        each.inserted = before.inserted;
      }
      citation.provisions.push_back(each);
    }
    const Range range = text_.range(begin, end);
    citation.provisions_range = {
        is_first ? range.begin : citation.provisions_range.begin, range.end};
  }

  /// Everything behind the title, and the end.
  void finish(Citation& citation, std::size_t begin) {
    std::size_t last = at_;
    while (at_ < text_.text().size() && take_one_behind(citation)) last = at_;
    citation.range = text_.range(begin, last);
    basis_.citations.push_back(std::move(citation));
  }

  /// Takes one thing that belongs to the citation before it.
  bool take_one_behind(Citation& citation) {
    const std::size_t begin = at_;
    string_view rest = this->rest();
    if (!take_any_at(at_, brackets).empty())
      return size_of_numbering(rest) == 0 && take_bracket(citation);
    if (is_provision(rest)) {
      auto provisions = take_provisions(rest);
      at_ += at_gone(rest);
      add_provisions(citation, std::move(provisions), begin, at_);
      return true;
    }
    if (citation.number.empty())
      if (const auto number = take_document_number(rest)) {
        at_ += at_gone(rest);
        set_number(citation, *number, begin, at_);
        return true;
      }
    if (const std::size_t size = size_of_note(rest)) {
      at_ += size;
      add_note(citation, begin, at_);
      return true;
    }
    if (!take_any(rest, dots).empty()) {
      at_ += at_gone(rest);
      slip(Kind::cut_off, begin, at_);
      return true;
    }
    return take_quote(citation);
  }

  /// What the article says, copied behind it.
  bool take_quote(Citation& citation) {
    if (citation.provisions.empty()) return false;
    string_view rest = this->rest();
    const bool has_colon = take(rest, ":");
    const bool is_han =
        !rest.empty() && unicode::is_ideograph(unicode::decode(rest, 0).value);
    if (!has_colon && !is_han) return false;
    string_view joined = rest;
    if (!take_any(joined, joints).empty() && joined.starts_with(title_opens))
      return false;
    constexpr string_view stops[] = {"。", "《", "\n", "…"};
    const std::size_t begin = at_ + at_gone(rest);
    std::size_t at = begin;
    while (at < text_.text().size() && take_any_at(at, stops).empty())
      at += unicode::decode(text_.text(), at).size;
    if (at == at_) return false;
    citation.quote += title_of(text_.written(begin, at));
    at_ = at;
    return true;
  }

  /// A bracket behind the title: its number, its history, or what is not
  /// understood.
  bool take_bracket(Citation& citation) {
    const std::size_t begin = at_;
    const std::size_t sign = take_any_at(at_, brackets).size();
    string_view rest = text_.text().substr(at_ + sign);
    std::size_t end = text_.end_of_group(at_);
    // A number goes by its own signs, which may not match.
    if (const auto number = take_document_number(rest);
        number && rest.starts_with(")")) {
      at_ = begin + sign + (text_.text().size() - begin - sign - rest.size());
      set_number(citation, *number, begin + sign, at_);
      ++at_;
      return true;
    }
    // 2016)115号: the bracket in front of the year closes before the number.
    string_view broken = text_.text().substr(at_);
    if (const auto number = take_document_number(broken);
        number && citation.number.empty()) {
      at_ += at_gone(broken);
      set_number(citation, *number, begin, at_);
      if (this->rest().starts_with(")")) ++at_;
      return true;
    }
    if (end == string_view::npos) {
      at_ += sign;
      slip(Kind::not_understood, begin, at_);
      return true;
    }
    at_ = end;
    BracketContent content = read_bracket(text_, begin + sign, end - 1);
    citation.title += content.title;
    if (citation.number.empty() && !content.number.empty()) {
      citation.number_range =
          text_.range(content.number_begin, content.number_end);
      mind_brackets(text_.written(content.number_begin, content.number_end),
                    content.number);
      citation.number = std::move(content.number);
      report(citation.number, citation.number_range);
    }
    if (!content.provisions.empty())
      add_provisions(citation, std::move(content.provisions),
                     content.provisions_begin, end - 1);
    citation.events.insert(citation.events.end(), content.events.begin(),
                           content.events.end());
    for (const auto& [from, to] : content.unread)
      slip(Kind::not_understood, from, to);
    return true;
  }

  BasisText text_;
  std::size_t at_ = 0;
  std::string kind_;  // for the next citation, as what follows
  std::size_t issuer_begin_ = string_view::npos, issuer_end_ = 0;
  DocumentNumber number_;
  Range number_range_;
  Basis basis_;
};

}  // namespace

bool operator==(const TextEvent& a, const TextEvent& b) {
  return a.what == b.what && a.year == b.year && a.month == b.month &&
         a.day == b.day;
}

bool operator==(const Citation& a, const Citation& b) {
  return a.kind == b.kind && a.issuer == b.issuer && a.title == b.title &&
         a.is_quoted == b.is_quoted && a.number == b.number &&
         a.events == b.events && a.provisions == b.provisions &&
         a.note == b.note && a.quote == b.quote;
}

Basis basis(string_view cell) { return Reader(cell).read(); }

}  // namespace catalog::phrase
