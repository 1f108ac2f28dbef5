#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"
#include "source/edit.h"
#include "source/span.h"

namespace catalog::diagnostics {

/// Another place that explains a finding.
struct Label {
  source::Span span;
  std::string message;

  friend bool operator==(const Label&, const Label&) = default;
};

/// One finding about what an author wrote.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  source::Span span;
  std::string message;
  std::vector<Label> labels;
  std::string help;   // what to do; empty when it is plain
  source::Edits fix;  // only where it is sure; all in the finding's file

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// More findings of one catalog are only counted: nobody reads them, and a
/// hostile tree could fill the memory with them.
inline constexpr std::size_t most_findings = 200'000;

/// Collects what the stages find: the only thing passed along their side.
///
/// A stage that cannot know the meaning of a part poisons its bytes: what
/// later stages find inside is dropped, since it would follow from the same
/// mistake.
class Diagnostics {
 public:
  explicit Diagnostics(Language language, std::size_t most = most_findings)
      : language_(language), most_(most) {}

  Language language() const { return language_; }
  /// As many findings as these list.
  std::size_t most() const { return most_; }

  /// Adds to a finding while it is being reported. Does nothing where the
  /// finding was dropped.
  class Entry {
   public:
    template <class... Args>
    Entry& label(source::Span span, const Message<Args...>& message,
                 const std::type_identity_t<Args>&... args) {
      if (diagnostic_)
        diagnostic_->labels.push_back({span, message.in(language_, args...)});
      return *this;
    }
    Entry& label(source::Span span, std::string message) {
      if (diagnostic_)
        diagnostic_->labels.push_back({span, std::move(message)});
      return *this;
    }
    template <class... Args>
    Entry& help(const Message<Args...>& message,
                const std::type_identity_t<Args>&... args) {
      if (diagnostic_) diagnostic_->help = message.in(language_, args...);
      return *this;
    }
    Entry& fix(source::TextEdit edit) {
      if (diagnostic_) diagnostic_->fix.push_back(std::move(edit));
      return *this;
    }

   private:
    friend class Diagnostics;
    Entry(Diagnostic* diagnostic, Language language)
        : diagnostic_(diagnostic), language_(language) {}
    Diagnostic* diagnostic_;  // null: dropped
    Language language_;
  };

  /// The entry is good until the next report.
  template <class... Args>
  Entry report(const Problem<Args...>& problem, source::Span span,
               const std::type_identity_t<Args>&... args) {
    return report(problem, problem.severity, span, args...);
  }
  /// The same at a severity of the catalog's choosing.
  template <class... Args>
  Entry report(const Problem<Args...>& problem, Severity severity,
               source::Span span, const std::type_identity_t<Args>&... args) {
    if (is_inside_poison(span)) return {nullptr, language_};
    if (is_full()) return leave_out(1, severity, span);
    return add({std::string(problem.code),
                severity,
                span,
                problem.message.in(language_, args...),
                {},
                {},
                {}});
  }
  Entry add(Diagnostic diagnostic);
  /// Counts findings that are not listed; the entry is that of none.
  Entry leave_out(std::size_t count, Severity severity, source::Span first);

  /// Makes the meaning of these bytes unknown for what comes after.
  void poison(source::Span span);
  /// Whether all of these bytes are of unknown meaning.
  bool is_inside_poison(source::Span span) const;
  /// Whether any of them is.
  bool is_poisoned(source::Span span) const;
  /// Whether a file has any such bytes: then what it lacks may be in them.
  bool has_poison(source::FileId file) const;
  bool has_poison() const { return !poison_.empty(); }

  /// Empty, with what is poisoned in one file: to go on with that file in
  /// another thread, and be merged then. It lists up to `most` findings.
  Diagnostics beside(source::FileId file, std::size_t most) const;
  /// Takes over what was found about other files, or further on.
  void merge(Diagnostics&& other);

  /// Takes away findings: those that somebody accepted.
  void drop(const std::function<bool(const Diagnostic&)>& is_unwanted) {
    std::erase_if(found_, is_unwanted);
  }

  bool has_errors() const;
  /// How many were reported, equal ones as often.
  std::size_t size() const { return found_.size() + unlisted_; }
  /// How many of them were too many to be listed.
  std::size_t unlisted() const { return unlisted_; }
  /// Whether something of this code was found at just this place.
  bool has(std::string_view code, source::Span span) const;
  std::size_t count(Severity severity) const;

  /// Those that are listed by place, equal ones once.
  std::vector<Diagnostic> listed() const;
  /// With one that says how many are not, where there are any.
  std::vector<Diagnostic> sorted() const;

 private:
  bool is_full() const { return found_.size() >= most_; }

  Language language_;
  std::size_t most_;
  std::vector<Diagnostic> found_;
  std::size_t unlisted_ = 0;
  Severity worst_unlisted_ = Severity::info;
  source::Span first_unlisted_;
  /// Disjoint ranges of each file, begin to end.
  std::map<source::FileId, std::map<std::uint32_t, std::uint32_t>> poison_;
};

/// How many of the findings are of a severity.
std::size_t count_of(const std::vector<Diagnostic>& findings,
                     Severity severity);

/// Whether one is as bad as another, or worse.
constexpr bool is_at_least(Severity one, Severity other) {
  return one <= other;
}

}  // namespace catalog::diagnostics
