#pragma once

#include <optional>

#include "check/printed.h"
#include "check/rules.h"
#include "check/waivers.h"

namespace catalog::check {

/// What a finding is being told; nothing happens where it was waived.
class Finding {
 public:
  Finding() = default;
  explicit Finding(diagnostics::Diagnostics::Entry entry) : entry_(entry) {}

  template <class... Args>
  Finding& label(source::Span span, const diagnostics::Message<Args...>& text,
                 const std::type_identity_t<Args>&... args) {
    if (entry_) entry_->label(span, text, args...);
    return *this;
  }
  template <class... Args>
  Finding& help(const diagnostics::Message<Args...>& text,
                const std::type_identity_t<Args>&... args) {
    if (entry_) entry_->help(text, args...);
    return *this;
  }
  Finding& fix(source::TextEdit edit) {
    if (entry_) entry_->fix(std::move(edit));
    return *this;
  }

 private:
  std::optional<diagnostics::Diagnostics::Entry> entry_;
};

/// Where a rule puts what it finds: with the rule's code and severity, and
/// not at all where the item waives the rule.
class Findings {
 public:
  Findings(const Rule& rule, diagnostics::Severity severity, Waivers& waivers,
           const PrintedTexts& printed, diagnostics::Diagnostics& found,
           const diagnostics::Diagnostics* below)
      : rule_(rule),
        severity_(severity),
        waivers_(waivers),
        printed_(printed),
        found_(found),
        below_(below) {}

  diagnostics::Language language() const { return found_.language(); }
  const Waivers& waivers() const { return waivers_; }
  const PrintedTexts& printed() const { return printed_; }

  /// Something wrong outside of items. The finding is good until the next.
  template <class... Args>
  Finding at(source::Span span, const diagnostics::Message<Args...>& message,
             const std::type_identity_t<Args>&... args) {
    const diagnostics::Problem<Args...> problem{rule_.id, severity_, message};
    if (below_ != nullptr && below_->has(rule_.id, span)) return Finding();
    return Finding(found_.report(problem, span, args...));
  }
  /// Something wrong with an item.
  template <class... Args>
  Finding at(const resolve::Item& item, source::Span span,
             const diagnostics::Message<Args...>& message,
             const std::type_identity_t<Args>&... args) {
    if (is_waived(item)) return {};
    return at(span, message, args...);
  }

  /// What cannot be told to be wrong: a warning, whatever the rule is.
  template <class... Args>
  Finding warn(const resolve::Item& item, source::Span span,
               const diagnostics::Message<Args...>& message,
               const std::type_identity_t<Args>&... args) {
    if (is_waived(item)) return {};
    const diagnostics::Problem<Args...> problem{
        rule_.id, diagnostics::Severity::warning, message};
    return Finding(found_.report(problem, span, args...));
  }

  /// Whether the item waives this rule: for findings about several items. Ask
  /// only where there is something to waive, since a waiver asked for is used.
  bool is_waived(const resolve::Item& item) {
    return waivers_.silence(item, rule_.id);
  }

 private:
  const Rule& rule_;
  diagnostics::Severity severity_;
  Waivers& waivers_;
  const PrintedTexts& printed_;
  diagnostics::Diagnostics& found_;
  const diagnostics::Diagnostics* below_;
};

/// Where in the file a part of a text stands (offset and size in bytes of the
/// text); nothing where the scalar was folded or escaped, so that it is not
/// sure.
std::optional<source::Span> place_in(const model::Text& text,
                                     std::size_t offset, std::size_t size);

/// The same, or the whole text.
source::Span place_or_all(const model::Text& text, std::size_t offset,
                          std::size_t size);

/// Whether an edition is that of a real place, which has offices and phones. A
/// national or provincial base speaks of roles.
inline bool is_of_place(const resolve::Edition& edition) {
  return edition.level >= model::Level::county;
}

/// Whether all things of a kind are known, so that one may be called absent.
inline bool knows_all(const resolve::Edition& edition, model::Registered kind) {
  return !edition->incomplete[static_cast<std::size_t>(kind)];
}

/// A level in the reader's language.
std::string_view said(model::Level level, diagnostics::Language language);

}  // namespace catalog::check
