#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "phrase/citation.h"
#include "resolve/catalog.h"

namespace catalog::resolve {

/// Finds laws by what printed citations say of them: their title in any
/// spelling, one of their aliases or former titles, or their number.
class LawIndex {
 public:
  /// `here` is the division code of the catalog's place, or empty: what 省 and
  /// 市 mean in 《省义务教育条例》.
  LawIndex(const Registry<LawId, model::Law>& laws, std::string_view here);

  struct Match {
    std::optional<LawId> law;
    NumberMatch number = NumberMatch::none;
    std::optional<LawId> number_law;  // which law has the number, if another
  };
  Match find(const phrase::Citation& citation) const;

  /// The title, as registered, that was probably meant: one or two characters
  /// off, 条件 for 条例.
  std::optional<std::string_view> nearest(std::string_view title) const;

 private:
  void add_title(std::string_view title, LawId law);
  void add_number(std::string_view number, LawId law, bool is_former);
  std::optional<LawId> by_title(const phrase::Citation& citation) const;
  std::optional<LawId> by_local_title(std::string_view key) const;
  NumberMatch relation(const phrase::DocumentNumber& number, LawId law) const;

  struct Title {
    std::string key;
    std::string_view title;  // as registered
    LawId law;
  };
  struct Number {
    phrase::DocumentNumber number;
    LawId law;
    bool is_former;
  };
  const Registry<LawId, model::Law>& laws_;
  std::string_view here_;
  std::vector<Title> titles_;
  std::vector<Number> numbers_;
  std::unordered_map<std::string, LawId> by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_core_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_number_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> numbers_of_;
};

/// Whether a local law, by its `scope`, holds in the place `here`; both are
/// division codes, and where one is missing it does.
bool holds_in(std::string_view scope, std::string_view here);

}  // namespace catalog::resolve
