#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "schema/decimal.h"
#include "schema/keywords.h"
#include "schema/pattern.h"
#include "schema/value.h"

namespace catalog::schema {

/// Reads the values of keywords. What is not as the standard has it is
/// reported and gives nothing.
class KeywordValues {
 public:
  explicit KeywordValues(diagnostics::Diagnostics& diagnostics)
      : diagnostics_(diagnostics) {}

  bool failed() const { return failed_; }

  /// Reports something that leaves no schema to compile.
  template <class... Args>
  diagnostics::Diagnostics::Entry fail(
      const diagnostics::Problem<Args...>& problem, syntax::Node at,
      const std::type_identity_t<Args>&... args) {
    failed_ = true;
    return diagnostics_.report(problem, at.span(), args...);
  }

  /// Whether the value of a keyword that holds schemas can hold them.
  bool has_right_shape(const syntax::Entry& entry, Holds holds);
  /// `true` and `false`; reports what is no schema at all.
  bool boolean_schema(syntax::Node schema);

  bool is_text(const syntax::Entry& entry);
  bool is_list(const syntax::Entry& entry);
  bool is_mapping(const syntax::Entry& entry);
  std::optional<std::uint64_t> count(const syntax::Entry& entry);
  std::optional<Decimal> number(const syntax::Entry& entry);
  std::optional<Decimal> divisor(const syntax::Entry& entry);
  bool boolean(const syntax::Entry& entry);
  Types types(const syntax::Entry& entry);
  std::vector<std::string_view> names(const syntax::Entry& entry);
  std::unique_ptr<Pattern> pattern(syntax::Node node);

 private:
  bool is(bool right, const syntax::Entry& entry,
          const diagnostics::Words& expected);

  diagnostics::Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace catalog::schema
