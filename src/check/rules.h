#pragma once

#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "resolve/edition.h"

namespace catalog::check {

class Findings;

/// A property that every good catalog has, and the function that looks for
/// places where it does not hold. The id names the fault, the summary the
/// property.
struct Rule {
  std::string_view id;
  diagnostics::Severity severity;  // unless the manifest says otherwise
  diagnostics::Words summary;
  void (*run)(const resolve::Edition& edition, Findings& found);
};

/// The rules by subject, each table at the end of the file of that name.
std::vector<Rule> citation_standing_rules();
std::vector<Rule> citation_rules();
std::vector<Rule> citation_text_rules();
std::vector<Rule> citation_spelling_rules();
std::vector<Rule> basis_rules();
std::vector<Rule> law_rules();
std::vector<Rule> timing_rules();
std::vector<Rule> limit_rules();
std::vector<Rule> body_rules();
std::vector<Rule> contact_rules();
std::vector<Rule> channel_rules();
std::vector<Rule> audience_rules();
std::vector<Rule> text_rules();
std::vector<Rule> character_rules();
std::vector<Rule> duplicate_rules();
std::vector<Rule> misplaced_rules();
std::vector<Rule> vocabulary_rules();
std::vector<Rule> flow_rules();
std::vector<Rule> place_rules();
std::vector<Rule> review_rules();
std::vector<Rule> record_rules();
std::vector<Rule> weaker_rules();
std::vector<Rule> seen_rules();
std::vector<Rule> waiver_rules();

/// All of them, in the order in which they are listed and run. Those about
/// waivers come last: they judge what the others did.
std::vector<Rule> all_rules();

/// Looks for everything that is wrong with an edition though its form is
/// right. The manifest's `checks:` give severities, or silence a rule; an
/// item's `waive:` silences one for that item until its last day. What a check
/// of the base found in its files (`below`; null without a base) is its own
/// affair, and not said again. Of the editions of places below, what is wrong
/// only there is one finding, with the places.
void run(const resolve::Edition& edition, diagnostics::Diagnostics& found,
         const diagnostics::Diagnostics* below = nullptr, unsigned threads = 1);

}  // namespace catalog::check
