#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/citation_number.h"
#include "phrase/range.h"

namespace catalog::phrase {

/// A place in a numbered text: 第二十条第一款第（二）项. What is 0 is not said.
struct Provision {
  int chapter = 0;    // 章
  int section = 0;    // 节
  int article = 0;    // 条
  int inserted = 0;   // 第二十条之一
  int paragraph = 0;  // 款
  int point = 0;      // 项
  int last = 0;  // the end of a range, of what is named last: 第十至十二条
  Range range;   // where it stands; no part of what it says

  /// The highest article that it names.
  int highest_article() const {
    return last > 0 && paragraph == 0 && point == 0 ? last : article;
  }
  friend bool operator==(const Provision& a, const Provision& b);
};

/// A day, a month or a year in the history of a text: 2018年修订.
struct TextEvent {
  enum class What { named, adopted, issued, amended, effective };
  What what = What::named;
  int year = 0;
  int month = 0;  // 0: not said
  int day = 0;    // likewise
  Range range;

  friend bool operator==(const TextEvent& a, const TextEvent& b);
};

/// One text that a 公开依据 cites. Texts are as printed; what is empty is not
/// said.
struct Citation {
  std::string kind;       // 法律, of 【法律】《…》
  std::string issuer;     // before the title: 国务院
  std::string title;      // without the outer 《》, inner ones as 〈〉
  bool is_quoted = true;  // the title stands in 《》
  DocumentNumber number;
  std::vector<TextEvent> events;
  std::vector<Provision> provisions;
  std::string note;   // 等, 及其实施细则, 及相关规定
  std::string quote;  // what the article says, where that was copied
  Range range;        // all of it
  Range title_range;
  Range number_range;
  Range provisions_range;
  Range note_range;

  /// What is said, wherever it stands.
  friend bool operator==(const Citation& a, const Citation& b);
};

/// A part of a basis that is not as it should be.
struct BasisSlip {
  enum class Kind {
    not_understood,
    ditto,          // 同上: says nothing by itself
    names_nothing,  // 相关政策文件: names no text
    cut_off,        // …
    open_title,     // 《 without its 》: read up to the next sign
    malformed_number,
  };
  Kind kind = Kind::not_understood;
  Range range;
  std::optional<std::string> instead;  // what was surely meant
};

/// A 公开依据, read. What was not understood is in `slips`, never guessed.
struct Basis {
  std::vector<Citation> citations;  // in the order of the cell
  std::vector<BasisSlip> slips;     // likewise
};

/// Bytes: no cell of a workbook has more. A text that has is no 公开依据, and
/// unclosed titles in it would be sought to its end again and again.
inline constexpr std::size_t longest_cell = 100'000;

/// Reads a 公开依据 in any of its spellings. Never fails: a longer one is not
/// understood.
Basis basis(std::string_view cell);

/// Reads provisions alone: `第十二条、第十三条第二款`. Nothing where there is
/// more to the text.
std::optional<std::vector<Provision>> provisions(std::string_view text);

/// The one printed form of what a citation says:
/// 《title》（number）第二十条第一款等. Without its events and what it copied.
std::string canonical(const Citation& citation);
std::string canonical(const std::vector<Provision>& provisions);

}  // namespace catalog::phrase
