#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "sync/plan.h"
#include "workbook/record.h"

namespace catalog::testing {

/// A catalog of the repository, built into a workbook and read back.
struct Trip {
  explicit Trip(std::filesystem::path folder);

  std::filesystem::path folder;
  std::unique_ptr<compile::Compilation> run;
  std::string bytes;  // of the workbook
  std::vector<workbook::Sheet> sheets;
  workbook::Record record;

  /// What the workbook asks for, with these sheets.
  sync::Plan plan(const std::vector<workbook::Sheet>& now) const;
  sync::Effects effects(const sync::Plan& plan) const;
};

/// The folders of the repository that hold a catalog.
std::vector<std::filesystem::path> repository_catalogs();

/// Builds an edition into a workbook; its bytes.
std::string workbook_of(const resolve::Edition& edition);

/// Puts a text into a cell, or takes it away.
void put(workbook::Sheet& sheet, workbook::Position at, std::string text);
std::string text_at(const workbook::Sheet& sheet, workbook::Position at);
workbook::Sheet& sheet_named(std::vector<workbook::Sheet>& sheets,
                             const std::string& name);

}  // namespace catalog::testing
