#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/edition.h"
#include "syntax/tree.h"

namespace catalog::check {

/// A comment that accepts what a rule finds in the line below it:
///
///   # catalog: allow vague-timing, bare-timing — 上级目录的原文如此
struct Allowance {
  struct Name {
    source::Span span;
    std::string text;
  };
  source::Span comment;
  bool is_alone = false;     // on its line
  std::optional<Name> slip;  // for `allow`, which was probably meant
  std::vector<Name> rules;
  bool has_reason = false;
  source::Span line;  // the next one that is neither blank nor a comment
};

/// The comments of a document that are meant to allow something.
std::vector<Allowance> allowances_in(const syntax::Document& document);

/// Takes away what comments allow, when all has been found. Reports those
/// without a reason or behind a value, those that name no rule or one that
/// yields to no comment, and those that allow nothing. Only what rules find can
/// be allowed: a file that cannot be read, or a name that leads nowhere,
/// cannot. What comments in the catalogs below allow (`of_bases`) holds in
/// their files still, and was judged with them.
void allow(const std::vector<Allowance>& allowances,
           const std::vector<Allowance>& of_bases,
           const resolve::Edition& edition, diagnostics::Diagnostics& found);

}  // namespace catalog::check
