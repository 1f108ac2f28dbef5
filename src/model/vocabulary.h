#pragma once

#include <string_view>
#include <vector>

#include "model/item.h"
#include "model/level.h"
#include "model/text.h"

namespace catalog::model {

struct Guideline {
  Text issuer;
  Text title;
  Text number;
  Text date;  // may be a year or a month only
};

/// A field of government (领域): a sheet of the catalog.
struct Domain {
  Text id;
  Text name;
  Text code;
  std::optional<Guideline> guideline;
  Text note;
  source::Span span;
};

/// A time limit that a law prescribes; items name it as their duty.
struct Limit {
  Text id;
  Text article;
  Timing timing;
  source::Span span;
};

/// A law, regulation, rule or document that a basis may cite.
struct Law {
  struct Former {
    Text title;
    Text number;
    Text issued;  // may be a year or a month only
    WrittenDate effective;
  };
  struct Repeal {
    WrittenDate on;
    std::vector<Text> by;  // ids of laws
    source::Span span;
  };
  Text id;
  Text title;
  std::vector<Text> aliases;
  Text kind;
  Text number;
  Text issuer;
  Text issued;  // may be a year or a month only
  WrittenDate effective;
  std::vector<WrittenDate> amended;
  std::vector<Former> former;
  std::optional<int> articles;  // how many it has
  std::optional<Repeal> repealed;
  WrittenDate expires;
  Text scope;                  // division code of the place it holds in
  std::vector<Text> subjects;  // words of what it rules on; empty: anything
  std::vector<Limit> limits;
  Text url;
  Text note;
  source::Span span;
};

/// Who must publish (公开主体): an office, or a role for a county to fill.
struct Body {
  Text id;
  Text name;
  bool generic = false;
  Levels levels;  // that it stands at; empty: any
  Text credit_code;
  Text unit;
  Text phone;
  Text address;
  Text url;
  Supervision supervision;
  Text note;
  source::Span span;
};

/// Where it is published (公开渠道和载体). Their order is that of the boxes.
struct Channel {
  Text id;
  Text name;
  bool standard = false;  // its box is printed whether ticked or not
  std::vector<Text> domains;
  Text url;
  Text note;
  source::Span span;
};

struct Term {
  Text id;
  Text name;
  Text note;
};

/// A way of classing items, such as 五公开.
struct Taxonomy {
  Text id;
  Text name;
  bool ordered = false;
  std::vector<Term> terms;
  Text note;
  source::Span span;
};

/// A field beyond the standard ones.
struct Element {
  Text id;
  Text name;
  Text type;
  Text taxonomy;  // of type `term`
  Text note;
  source::Span span;
};

struct CalendarYear {
  int year = 0;
  std::vector<WrittenDate> off;   // days off, also those on a weekend
  std::vector<WrittenDate> work;  // weekend days that are worked
  source::Span span;
};

struct Jurisdiction {
  Text code;
  Text name;
  std::optional<Level> level;
  Text kind;
  Text under;
  bool assumed = false;
  Supervision supervision;
  source::Span span;
};

}  // namespace catalog::model
