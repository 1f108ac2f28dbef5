#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "compare/changes.h"
#include "diagnostics/message.h"

/// What changed between two editions, for people and for programs.
namespace catalog::emit {

/// What a rendering of changes needs to know. Refers to the changes.
struct Revision {
  const compare::Changes& changes;
  std::string before;  // the sides as the user named them
  std::string now;
  diagnostics::Language language = diagnostics::Language::zh;
  bool wants_colour = false;  // of the text
};

/// For a terminal: grouped by domain and registry, changed words marked.
std::string diff_text(const Revision& revision);
/// A comment on a pull request.
std::string diff_markdown(const Revision& revision);
/// For programs: schemas/output/diff.schema.json.
std::string diff_json(const Revision& revision);
/// One page that needs nothing else, in the site's look.
std::string diff_html(const Revision& revision);
/// 修订对照表, for offices. Throws Failure where it cannot be written.
void diff_xlsx(const Revision& revision, const std::filesystem::path& path);

/// The rules that a page of changes has besides the site's own.
std::string_view diff_sheet();

/// Changes under one heading: a domain's items, or a registry.
struct ChangeGroup {
  std::string title;
  std::vector<const compare::Change*> changes;
};
std::vector<ChangeGroup> groups_of(const Revision& revision);

/// `义务放宽 2，公众可见 5`: how many changes have which effect.
std::string counts_text(const Revision& revision);
/// What it is between: `HEAD~1:（2026.1，2026-01-15，301 项）`.
std::string side_text(const compare::Side& side, const std::string& label,
                      diagnostics::Language language);
/// A remark behind something, in the brackets of the language.
std::string bracketed(std::string_view text, diagnostics::Language language);
std::string effects_text(compare::Effects effects,
                         diagnostics::Language language);
/// What is to be said besides the changes, a sentence each.
std::vector<std::string> remarks_of(const Revision& revision);

/// Why, as far as the new side says: the operation's reason, the records that
/// name the change, what took its place.
std::string why(const Revision& revision, const compare::Change& change,
                const compare::FieldChange* field);

}  // namespace catalog::emit
