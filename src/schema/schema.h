#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "schema/registry.h"
#include "syntax/tree.h"

namespace catalog::schema {

struct Program;

/// Whose rules a schema is held to. The standard ignores what it does not know
/// and takes `format` for an annotation. In our own schemas an unknown keyword
/// and a bound on numbers without a numeric `type` are errors, so that nothing
/// in them is silently without effect; and `date`, `uri` and `email` are
/// asserted.
enum class Dialect { standard, ours };

/// A compiled JSON Schema, draft 2020-12: references resolved, patterns
/// compiled, names hashed. Holds views of the documents it came from: the
/// registry and the document it was compiled from must outlive it. Const, and
/// good for any number of threads.
class Schema {
 public:
  explicit Schema(std::unique_ptr<const Program> program);
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

  const Program& program() const { return *program_; }

 private:
  std::unique_ptr<const Program> program_;
};

/// Limits that no sensible schema meets: subschemas in all, and subschemas
/// that apply to one value through each other.
inline constexpr std::size_t max_subschemas = 50'000;
inline constexpr std::size_t max_in_place_depth = 256;

/// Compiles the schema that a document holds, or the one known by a URI (a
/// fragment may follow). What is wrong with it is reported at its place in the
/// schema; nothing is returned then.
std::optional<Schema> compile(const syntax::Document& document,
                              std::string_view address,
                              const Registry& registry, Dialect dialect,
                              diagnostics::Diagnostics& diagnostics);
std::optional<Schema> compile(std::string_view uri, const Registry& registry,
                              Dialect dialect,
                              diagnostics::Diagnostics& diagnostics);

/// Whether an instance is valid; says nothing more.
bool is_valid(const Schema& schema, syntax::Node instance);

/// Reports what is wrong with an instance, each mistake once, and poisons what
/// has no meaning for it: the entry of an unknown key, a value of the wrong
/// type or form. Where a part was not understood by the reader, nothing is
/// claimed to be absent.
void validate(const Schema& schema, syntax::Node instance,
              diagnostics::Diagnostics& diagnostics);

}  // namespace catalog::schema
