#pragma once

#include <map>
#include <string>
#include <vector>

#include "resolve/edition.h"
#include "source/tree.h"
#include "sync/changes.h"
#include "sync/values.h"

namespace catalog::sync {

/// What becomes of a cell that was edited in the workbook.
struct Decision {
  enum class Kind {
    edit,      // goes into the source
    already,   // the source says the same by now
    conflict,  // the source was changed too
    locked,    // the column is not to be edited
    refused,   // the cell cannot be taken as it is
  };
  Kind kind = Kind::edit;
  Change change;
  std::string mine;     // what the source would print
  source::Span source;  // where the value is set; empty: nowhere yet
  Said why;             // of refused
};

/// A row that somebody added.
struct Addition {
  std::string sheet;
  std::uint32_t row = 0;
  std::string item;  // its id; empty: it was not taken
  std::string name;
  Said why;
};

/// An item whose row is gone. Nothing is deleted for it.
struct Missing {
  std::string sheet;
  std::uint32_t row = 0;  // where it was
  std::string item;
};

/// What a workbook asks for, and what the source files become.
struct Plan {
  std::vector<Decision> decisions;
  std::vector<Addition> additions;
  std::vector<Missing> missing;
  std::map<std::string, std::string> files;  // new bytes by path
  std::vector<std::string> new_bodies;       // names of what was registered
  bool is_broken = false;  // an edit went wrong: nothing is to be written
};

/// Three ways: what was printed, what the workbook says, and what the catalog
/// says now. `tree` has its own files.
Plan plan_of(const workbook::Record& record,
             const std::vector<FoundTable>& tables,
             const resolve::Edition& edition, const source::SourceTree& tree);

/// Whether an edition still prints what a record has: the same items, with the
/// same cells.
bool is_current(const workbook::Record& record,
                const resolve::Edition& edition);

/// What the edits of a plan come to, as `item column` each.
struct Effects {
  /// Cells that would print otherwise though nobody edited them: then nothing
  /// may be written.
  std::vector<std::string> elsewhere;
  /// Cells that were taken and will not print quite as in the workbook: signs
  /// and numbers of lists are the layout's.
  std::vector<std::string> reworded;
};

/// Compares what two editions print: as they are, and with the edits made.
Effects effects_of(const workbook::Record& record, const Plan& plan,
                   const resolve::Edition& before,
                   const resolve::Edition& after);

}  // namespace catalog::sync
