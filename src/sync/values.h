#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/message.h"
#include "resolve/edition.h"
#include "sync/given.h"
#include "syntax/draft.h"

namespace catalog::sync {

/// A sentence in both languages.
struct Said {
  std::string en;
  std::string zh;

  template <class... Args>
  static Said of(const diagnostics::Message<Args...>& message,
                 const std::type_identity_t<Args>&... args) {
    return {message.in(diagnostics::Language::en, args...),
            message.in(diagnostics::Language::zh, args...)};
  }
  const std::string& in(diagnostics::Language language) const {
    return language == diagnostics::Language::zh ? zh : en;
  }
};

inline constexpr diagnostics::Message<> cannot_be_empty{"it cannot be empty",
                                                        "此项不能为空"};

/// An office that a cell names and nobody registered.
struct NewBody {
  std::string id;
  std::string name;
  bool generic = false;
};

/// The field that a column of the layout shows; nothing where its cells are
/// not to be edited: numbers, ids, and what other values give.
std::optional<model::ItemField> field_of(std::string_view value);

/// The same for a cell of an item: parts of the content that have a timing of
/// their own are printed among the timings.
std::optional<model::ItemField> field_of(const Given& cell,
                                         const resolve::Item* item);

/// What becomes of a field: a value, nothing (its key goes), or why it cannot
/// be read.
using Value = std::variant<syntax::Draft, std::monostate, Said>;

/// Reads cells back into values, by the code that reads foreign tables. The
/// fields that take more than a line stand in `values_of_….cc`.
class ValueReader {
 public:
  explicit ValueReader(const resolve::Edition& edition);

  /// The value of a field after some of its cells were edited. `current` is
  /// the value as written, of which all stays that the cells do not change;
  /// `item` is null for a new one.
  Value read(model::ItemField field, const resolve::Item* item,
             const std::optional<syntax::Draft>& current,
             const std::vector<Given>& cells);

  const std::vector<NewBody>& new_bodies() const { return new_bodies_; }

 private:
  using Draft = syntax::Draft;

  Value column(const Given& cell) const;
  Value name(const std::optional<Draft>& current,
             const std::vector<Given>& cells) const;
  Value content(const resolve::Item* item, const std::optional<Draft>& current,
                const Given& cell) const;
  Value basis(const resolve::Item* item, const std::optional<Draft>& current,
              const Given& cell);
  Value part_timings(const resolve::Item& item,
                     const std::optional<Draft>& current,
                     const Given& cell) const;
  Value timing(const resolve::Item* item, const std::optional<Draft>& current,
               const Given& cell) const;
  Value body(const resolve::Item* item, const std::optional<Draft>& current,
             const Given& cell);
  Value channels(const std::optional<Draft>& current, const Given& cell) const;
  Value audience(const std::optional<Draft>& current,
                 const std::vector<Given>& cells) const;
  Value modes(const std::optional<Draft>& current,
              const std::vector<Given>& cells) const;
  Value levels(const std::optional<Draft>& current,
               const std::vector<Given>& cells) const;
  Value supervision(const std::optional<Draft>& current,
                    const std::vector<Given>& cells) const;
  Value facets(const std::optional<Draft>& current,
               const std::vector<Given>& cells) const;
  Value elements(const std::optional<Draft>& current,
                 const std::vector<Given>& cells) const;

  std::vector<Draft> citations(std::string_view line);
  Value body_ids(const resolve::Item* item, std::optional<model::Level> level,
                 const std::optional<Draft>& current, std::string_view now);
  std::string body_named(const std::string& name);
  std::optional<std::string> channel_named(std::string_view name) const;

  const resolve::Edition& edition_;
  std::map<std::string, resolve::LawId> laws_;  // by the key of their titles
  std::map<std::string, std::string> bodies_;   // ids by name
  std::map<std::string, std::string> channels_;
  std::vector<NewBody> new_bodies_;
};

}  // namespace catalog::sync
