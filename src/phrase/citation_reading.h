#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "phrase/citation.h"
#include "phrase/citation_text.h"
#include "phrase/timing_words.h"

namespace catalog::phrase {

/// Signs of a 公开依据.
inline constexpr std::string_view title_opens = "《";
inline constexpr std::string_view brackets[] = {"(", "〔", "[", "【"};
inline constexpr std::string_view separators[] = {"、", ",", ";", "。",
                                                  "\n", ".", "，"};
inline constexpr std::string_view dots[] = {"……", "…", "...", "···"};
inline constexpr std::string_view joints[] = {"以及", "及", "和",
                                              "与",   "并", "暨"};

/// What was read of a 公开依据 so far. Places are in `text`, which is read up
/// to `at`.
class BasisReading {
 public:
  explicit BasisReading(std::string_view cell) : text(cell) {}

  std::string_view rest() const { return text.text().substr(at); }
  /// How much of the rest is gone from `after`, its end.
  std::size_t at_gone(std::string_view after) const {
    return rest().size() - after.size();
  }
  std::string_view between(std::size_t begin, std::size_t end) const {
    return text.text().substr(begin, end - begin);
  }
  /// The word of `words` that stands at a place, or empty.
  std::string_view take_any_at(std::size_t place, Words words) const;
  /// The end of the words right behind a title.
  std::size_t end_of_suffix(std::size_t begin) const;

  void slip(BasisSlip::Kind kind, std::size_t begin, std::size_t end);
  void report(const DocumentNumber& number, Range range);

  /// A citation with what was said before it: its class, who issued it, its
  /// number.
  Citation begun(std::size_t begin, std::size_t title_begin,
                 std::size_t title_end);
  /// What is said before a citation, for the next one.
  void class_next(std::string_view kind) { kind_ = kind; }
  void number_next(DocumentNumber number, std::size_t begin, std::size_t end);
  void add_issuer(std::size_t begin, std::size_t end);
  /// Where the title begins whose last words stand at `begin`: with the organs
  /// listed before it, 国家发展改革委、财政部关于…
  std::size_t with_issuers(std::size_t begin);

  void set_title(Citation& citation, std::size_t begin, std::size_t end) const;
  void set_number(Citation& citation, DocumentNumber number, std::size_t begin,
                  std::size_t end);
  void add_note(Citation& citation, std::size_t begin, std::size_t end) const;
  /// `all` has ranges from `begin` in the text.
  void add_provisions(Citation& citation, std::vector<Provision> all,
                      std::size_t begin, std::size_t end) const;
  /// Whether the last citation has a quote, which may go on.
  bool has_quote() const;

  BasisText text;
  std::size_t at = 0;
  Basis basis;

 private:
  std::string issuer(std::size_t title_begin);

  std::string kind_;
  std::size_t issuer_begin_ = std::string_view::npos, issuer_end_ = 0;
  DocumentNumber number_;
  Range number_range_;
};

}  // namespace catalog::phrase
