#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/mistake.h"
#include "schema/words.h"

namespace catalog::schema {

/// What the mappings of an instance know of keys, in words: for what is said of
/// unknown and of missing ones.
class KnownKeys {
 public:
  KnownKeys(const Program& program, const Mistakes& mistakes,
            const Wording& words)
      : program_(program), mistakes_(mistakes), words_(words) {}

  /// The keys that a mapping may still have, quoted.
  std::vector<std::string> left_at(const Mistake& mistake) const;

  /// The mapping around that knows the key: it was indented too far.
  std::optional<std::string> outside(const Mistake& mistake) const;

  /// The only key here below which the key is known.
  std::optional<std::string> inside(const Mistake& mistake) const;

  /// Where a mapping stands, as the schema that gives it a title has it.
  const Where& where(const Mistake& mistake) const;

  /// The key that a mistake is about.
  std::string name(const Mistake& mistake) const;

 private:
  const Property* property_at(syntax::Node mapping,
                              std::string_view name) const;

  const Program& program_;
  const Mistakes& mistakes_;
  const Wording& words_;
};

}  // namespace catalog::schema
