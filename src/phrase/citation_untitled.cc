#include "phrase/citation_untitled.h"

#include <algorithm>

#include "phrase/citation_behind.h"
#include "phrase/citation_provision.h"
#include "phrase/citation_words.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;
using Kind = BasisSlip::Kind;

/// No title is longer, in bytes.
constexpr std::size_t longest_title = 600;

/// Where a citation without 《》 ends, as far as one reads on.
struct Piece {
  std::size_t end = 0;
  bool stops_at_title = false;
};

/// Whether what stands at `at`, behind something like a title, is no part of
/// it.
bool ends_here(const BasisReading& reading, std::size_t at) {
  string_view rest = reading.text.text().substr(at);
  if (size_of_note(rest) > 0) return true;
  if (const string_view open = take_any(rest, brackets); !open.empty()) {
    const std::size_t end = reading.text.end_of_group(at);
    string_view number = rest;
    return take_document_number(number).has_value() ||
           (end != string_view::npos && reading.end_of_suffix(end) == end);
  }
  return take_document_number(rest).has_value();
}

/// How far the words at the place read up to may go on as one citation.
Piece piece_of(const BasisReading& reading) {
  const string_view text = reading.text.text();
  Piece piece;
  bool is_about = false;
  std::size_t at = reading.at;
  while (at < text.size() && at - reading.at < longest_title) {
    const string_view rest = text.substr(at);
    const string_view before = reading.between(reading.at, at);
    is_about = is_about || before.ends_with("关于");
    if (rest.starts_with(title_opens)) {
      piece.stops_at_title = true;
      break;
    }
    const bool is_title = ends_as_title(before);
    if (!reading.take_any_at(at, dots).empty()) break;
    if (!reading.take_any_at(at, separators).empty() || rest[0] == ':') {
      if (!is_about || is_title || rest[0] == '\n' || rest[0] == ';') break;
    } else if (is_title && ends_here(reading, at)) {
      break;
    } else if (at > reading.at && is_provision(rest)) {
      break;
    }
    std::size_t size = unicode::decode(text, at).size;
    if (!reading.take_any_at(at, brackets).empty())
      if (const auto end = reading.text.end_of_group(at); end != text.npos)
        size = end - at;
    at += size;
  }
  piece.end = std::min(at, text.size());
  return piece;
}

void skip_one(BasisReading& reading) {
  const std::size_t begin = reading.at;
  reading.at += unicode::decode(reading.text.text(), reading.at).size;
  reading.slip(Kind::not_understood, begin, reading.at);
}

/// More of what an article says.
bool extend_quote(BasisReading& reading, std::size_t begin, std::size_t end) {
  if (!reading.has_quote()) return false;
  Citation& last = reading.basis.citations.back();
  last.quote += title_of(reading.text.written(begin, end));
  last.range.end = reading.text.range(begin, end).end;
  return true;
}

/// Words that run up to a 《: a title that holds it, or who issued it.
void read_before_title(BasisReading& reading, std::size_t begin,
                       std::size_t title) {
  constexpr string_view verbs[] = {"制定的",   "印发的", "发布的", "公布的",
                                   "关于印发", "印发",   "转发",   "批转",
                                   "发布",     "公布",   "颁布",   "制定"};
  string_view words = reading.between(begin, title);
  const std::size_t close = reading.text.end_of_group(title);
  if (!words.empty() && close != string_view::npos && embeds_title(words)) {
    const std::size_t suffix = reading.end_of_suffix(close);
    const string_view after = reading.between(close, suffix);
    if (ends_as_title(after) && size_of_note(after) == 0) {
      const std::size_t from = reading.with_issuers(begin);
      Citation citation = reading.begun(from, from, suffix);
      citation.is_quoted = false;
      reading.at = suffix;
      finish(reading, citation, from);
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
    reading.number_next(*before, begin, begin + words.size());
  } else if (ends_as_title(words) && !names_nothing(words)) {
    reading.at = begin + words.size();
    Citation citation = reading.begun(begin, begin, reading.at);
    citation.is_quoted = false;
    finish(reading, citation, begin);
  } else if (is_organ(organ)) {
    reading.add_issuer(begin, begin + organ.size());
  } else if (!extend_quote(reading, begin, title)) {
    reading.slip(Kind::not_understood, begin, begin + words.size());
  }
  reading.at = title;
}

/// Words without a title in 《》.
void read_words(BasisReading& reading, std::size_t begin, std::size_t end) {
  const string_view words = reading.between(begin, end);
  string_view number_rest = words;
  if (is_ditto(words)) {
    reading.slip(Kind::ditto, begin, end);
  } else if (names_nothing(words)) {
    reading.slip(Kind::names_nothing, begin, end);
  } else if (const auto number = take_document_number(number_rest);
             number && number_rest.empty()) {
    Citation citation = reading.begun(begin, begin, begin);
    reading.set_number(citation, *number, begin, end);
    citation.is_quoted = false;
    finish(reading, citation, begin);
  } else if (ends_as_title(words)) {
    const std::size_t from =
        words.find("关于") != words.npos ? reading.with_issuers(begin) : begin;
    Citation citation = reading.begun(from, from, end);
    citation.is_quoted = false;
    finish(reading, citation, from);
  } else if (is_organ(words) && end < reading.text.text().size() &&
             !reading.has_quote()) {
    // 中央办公厅、国务院办公厅《…》
    reading.add_issuer(begin, end);
  } else if (size_of_note(words) == words.size() &&
             !reading.basis.citations.empty()) {
    reading.add_note(reading.basis.citations.back(), begin, end);
  } else if (!extend_quote(reading, begin, end)) {
    reading.slip(Kind::not_understood, begin, end);
  }
}

}  // namespace

void read_untitled(BasisReading& reading) {
  const std::size_t begin = reading.at;
  const Piece piece = piece_of(reading);
  string_view words = reading.between(begin, piece.end);
  take_preposition(words);
  const std::size_t from = piece.end - words.size();
  reading.at = piece.end;
  if (piece.stops_at_title)
    read_before_title(reading, from, piece.end);
  else if (!words.empty())
    read_words(reading, from, piece.end);
  else if (piece.end == begin)
    skip_one(reading);
}

}  // namespace catalog::phrase
