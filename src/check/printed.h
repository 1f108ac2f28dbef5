#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "resolve/edition.h"

namespace catalog::check {

/// A text that readers get to see. `item` is null outside of items.
struct Printed {
  const resolve::Item* item;
  const model::Text& text;
};

/// Kinds of characters that the rules about texts look for. A text without one
/// has nothing for the rules of its kind; most texts have none at all.
struct Sign {
  enum : std::uint8_t {
    stray = 1,        // more than letters, digits and punctuation
    width = 2,        // half-width punctuation, full-width letters
    traditional = 4,  // characters that have a simplified form
    placeholder = 8,  // what blanks of templates are written with
    ditto = 16,       // what points to another row
  };
};

/// Everything that gets printed and has signs: of the edition's items, of the
/// registries and of the manifest. Not aliases and former titles, which are
/// there to recognise what others wrote. Looked for once, by the thread that
/// asks first.
class PrintedTexts {
 public:
  explicit PrintedTexts(const resolve::Edition& edition) : edition_(edition) {}

  void look() const {
    std::call_once(looked_, [this] { find(); });
  }

  template <class Visit>
  void with(unsigned sign, Visit visit) const {
    look();
    for (const Signed& each : texts_)
      if (each.signs & sign) visit(Printed{each.item, *each.text});
  }

 private:
  struct Signed {
    const resolve::Item* item;
    const model::Text* text;
    unsigned signs;
  };
  void find() const;

  const resolve::Edition& edition_;
  mutable std::once_flag looked_;
  mutable std::vector<Signed> texts_;
};

}  // namespace catalog::check
