#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"
#include "schema/mistake.h"

namespace catalog::schema {

/// How the parts of schemas and instances are called in messages.
class Wording {
 public:
  Wording(const Program& program, diagnostics::Language language)
      : program_(program), language_(language) {}

  bool is_chinese() const { return language_ == diagnostics::Language::zh; }
  std::string_view pick(std::string_view en, std::string_view zh) const {
    return is_chinese() ? zh : en;
  }

  /// `a`, `b` or `c`; cut after some, with the number of the rest.
  std::string any_of(const std::vector<std::string>& quoted) const;

  /// `a`, `b` and `c`.
  std::string all_of(const std::vector<std::string>& quoted) const;

  /// "1 entry", "3 entries"; "3 项".
  std::string count(std::uint64_t number, std::string_view one,
                    std::string_view more, std::string_view zh) const;

  /// "text or a list".
  std::string types(Types types) const;

  /// What stands there: "text `abc`", "a list", "nothing".
  std::string seen(syntax::Node node, Types expected) const;

  /// A name with the space that Chinese text after it, or before it, needs.
  std::string subject(std::string name) const;
  std::string object(std::string name) const;

  /// Where a value stands: "`levels`", "entry 2 of `levels`", "the file".
  std::string place(const Where& where) const;
  /// The same for something inside a mapping, whose list matters less: "an
  /// entry of `items`".
  std::string owner(const Where& where) const;
  /// A key, in Chinese with its title.
  std::string key(std::string_view name, std::string_view title) const;

  /// What a form of several looks like: its constants, "a mapping with `text`".
  std::string form(SubschemaId id) const;
  std::string forms(const std::vector<SubschemaId>& ids) const;

  std::vector<std::string> constants(const Subschema& schema) const;

 private:
  std::string join(const std::vector<std::string>& parts) const;

  const Program& program_;
  diagnostics::Language language_;
};

/// A text between backticks, on one line and not too long.
std::string quoted(std::string_view text);

/// The text of a scalar keyword of a schema; empty where it has none.
std::string_view keyword_text(const Subschema& schema, std::string_view name);

}  // namespace catalog::schema
