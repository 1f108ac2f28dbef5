#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/item.h"
#include "cli/report.h"
#include "cli/rewrite.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "format/difference.h"
#include "resolve/seen.h"
#include "source/failure.h"
#include "syntax/edit.h"
#include "syntax/read.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using model::Replacement;
using syntax::Draft;
using syntax::Node;

constexpr Message<> no_base{
    "this catalog extends none: there is nothing to confirm\n",
    "本目录没有上级目录，无须确认\n"};
constexpr Message<std::string> not_adjusted{
    "error: nothing here adjusts or excludes `{}`\n",
    "错误：本目录没有调整或不采用 `{}`\n"};
constexpr Message<> nothing_to_do{"nothing to confirm: all is as it was seen\n",
                                  "无须确认：均与所见一致\n"};
constexpr Message<std::size_t, std::size_t> confirmed{
    "adjustments and exclusions confirmed: {}; files changed: {}\n",
    "已确认 {} 处调整或不采用，改动 {} 个文件\n"};
constexpr Message<std::size_t, std::size_t> would_confirm{
    "adjustments and exclusions that would be confirmed: {}; files that would "
    "change: {}\n",
    "可确认 {} 处调整或不采用，涉及 {} 个文件，均未写入\n"};
constexpr Message<std::string> taken{
    "`{}` is there already and has no `seen:` section",
    "已有 `{}`，但其中没有 `seen:` 一节"};

constexpr std::string_view record_file = "seen.yaml";
constexpr std::string_view record_head =
    "# 由 catalog reaffirm 写入：调整和不采用时所见的上级内容。\n"
    "# 不要手工修改。\n";

bool is_about(const Replacement& replacement,
              const std::vector<std::string>& items) {
  return items.empty() ||
         std::any_of(replacement.values.begin(), replacement.values.end(),
                     [&](const Replacement::Value& value) {
                       return std::find(items.begin(), items.end(),
                                        value.item) != items.end();
                     });
}

/// The values as they are written down: by item, then by field.
Draft draft_of(const Replacement& replacement) {
  std::vector<std::pair<std::string, Draft>> items;
  std::vector<std::pair<std::string, Draft>> fields;
  for (std::size_t i = 0; i < replacement.values.size(); ++i) {
    const Replacement::Value& value = replacement.values[i];
    fields.emplace_back(word(value.field), Draft::of(value.text));
    if (i + 1 < replacement.values.size() &&
        replacement.values[i + 1].item == value.item)
      continue;
    items.emplace_back(value.item, Draft::mapping(std::move(fields)));
    fields.clear();
  }
  return Draft::mapping(std::move(items));
}

Draft draft_of(const model::SeenRecord& record) {
  std::vector<std::pair<std::string, Draft>> items;
  std::vector<std::pair<std::string, Draft>> fields;
  for (std::size_t i = 0; i < record.values.size(); ++i) {
    const auto& value = record.values[i];
    fields.emplace_back(value.field.text,
                        Draft::of(std::string(value.text.text)));
    if (i + 1 < record.values.size() &&
        record.values[i + 1].item.text == value.item.text)
      continue;
    items.emplace_back(value.item.text, Draft::mapping(std::move(fields)));
    fields.clear();
  }
  return Draft::mapping(std::move(items));
}

/// The new bytes of the catalog's files.
class Confirmation {
 public:
  Confirmation(const compile::Compilation& run,
               const std::vector<std::string>& items)
      : run_(run), none_(Language::en) {
    documents_.reserve(run.files);
    for (std::size_t i = 0; i < run.files; ++i)
      documents_.push_back(syntax::read(run.tree, run.tree.id(i), none_));
    for (const Replacement& each : run.catalog.replacements)
      if (each.seen.text != each.fingerprint && is_about(each, items) &&
          !each.values.empty())
        write_seen(each);
    if (count_ > 0) write_record();
  }

  std::size_t count() const { return count_; }

  /// By path from the catalog's folder; each file's bytes before and after.
  std::map<std::string, std::pair<std::string, std::string>> files() const {
    std::map<std::string, std::pair<std::string, std::string>> all;
    for (const auto& [file, edits] : edits_) {
      const source::File& old = run_.tree[file];
      if (auto bytes = source::apply(old.bytes, edits))
        all[old.path] = {std::string(old.bytes), std::move(*bytes)};
    }
    if (!new_record_.empty()) all[std::string(record_file)] = {"", new_record_};
    return all;
  }

 private:
  std::optional<Node> node_at(const source::Span& span) const {
    for (const syntax::Document& document : documents_) {
      if (document.file != span.file || document.empty()) continue;
      for (std::uint32_t i = 0; i < document.nodes.size(); ++i)
        if (const Node node(document, i);
            node.is_mapping() && node.span() == span)
          return node;
    }
    return std::nullopt;
  }

  void add(const source::Edits& edits) {
    for (const source::TextEdit& edit : edits)
      edits_[edit.span.file].push_back(edit);
  }

  void write_seen(const Replacement& replacement) {
    const auto operation = node_at(replacement.operation);
    if (!operation) return;
    ++count_;
    kept_[replacement.fingerprint] = draft_of(replacement);
    const Draft fingerprint = Draft::of(replacement.fingerprint);
    for (const auto [key, value] : operation->entries())
      if (key.text() == "seen")
        return add(syntax::replace_value(value, fingerprint));
    add(syntax::add_entry(*operation, "seen", fingerprint));
  }

  /// What is still named by some operation is kept as it was recorded.
  void write_record() {
    for (const Replacement& each : run_.catalog.replacements)
      for (const model::SeenRecord& record : run_.catalog.seen)
        if (record.fingerprint.text == each.seen.text)
          kept_.try_emplace(std::string(each.seen.text), draft_of(record));
    std::set<std::string_view> named;
    for (const auto& [fingerprint, draft] : kept_) named.insert(fingerprint);
    const Draft record = Draft::mapping({kept_.begin(), kept_.end()});
    for (const syntax::Document& document : documents_) {
      if (document.empty()) continue;
      for (const auto [key, value] : document.root().entries())
        if (key.text() == "seen")
          return add(syntax::replace_value(value, record));
    }
    for (std::size_t i = 0; i < run_.files; ++i)
      if (run_.tree[run_.tree.id(i)].path == record_file)
        throw source::Failure(taken.in(Language::en, std::string(record_file)),
                              taken.in(Language::zh, std::string(record_file)));
    new_record_ = std::string(record_head) + "seen:\n";
    for (const std::string& line :
         syntax::block_lines(record, 2, syntax::Indents{}))
      new_record_ += line.starts_with("  ") ? line + "\n" : "  " + line + "\n";
  }

  const compile::Compilation& run_;
  diagnostics::Diagnostics none_;
  std::vector<syntax::Document> documents_;
  std::map<source::FileId, source::Edits> edits_;
  std::map<std::string, Draft> kept_;  // by fingerprint
  std::string new_record_;
  std::size_t count_ = 0;
};

/// Folders among the arguments are the catalog's, all else are items.
struct Asked {
  fs::path folder = ".";
  std::vector<std::string> items;
};

Asked asked_of(const Arguments& arguments) {
  Asked asked;
  for (std::string& each : arguments.values("ITEM")) {
    std::error_code error;
    if (fs::exists(fs::path(each) / "catalog.yaml", error))
      asked.folder = each;
    else
      asked.items.push_back(std::move(each));
  }
  return asked;
}

/// Says which items are none, or nothing of the kind.
int refuse(const compile::Compilation& run, const Asked& asked,
           Language language) {
  for (const std::string& item : asked.items) {
    const bool is_changed = std::any_of(
        run.catalog.replacements.begin(), run.catalog.replacements.end(),
        [&](const Replacement& each) { return is_about(each, {item}); });
    if (is_changed) continue;
    if (!run.catalog.items.find(item)) return unknown_item(run, item, language);
    print_error(not_adjusted.in(language, item));
    return exit_usage;
  }
  return exit_fine;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const Asked asked = asked_of(arguments);
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(asked.folder, settings_of(arguments, line));
  line.clear();
  if (const int code = note_errors(*compiled, language)) return code;
  if (compiled->base == nullptr) {
    print(no_base.in(language));
    return exit_fine;
  }
  if (const int code = refuse(*compiled, asked, language)) return code;
  const Confirmation confirmation(*compiled, asked.items);
  if (confirmation.count() == 0) {
    print(nothing_to_do.in(language));
    return exit_fine;
  }
  const auto files = confirmation.files();
  const bool writes = !arguments.has("--dry-run");
  std::vector<Rewriting> rewritings;
  for (const auto& [path, bytes] : files) {
    const fs::path file = (asked.folder / path).lexically_normal();
    if (writes)
      rewritings.push_back({file, bytes.second});
    else
      print(format::difference(file.string(), bytes.first, bytes.second));
  }
  rewrite_all(rewritings);
  print_error((writes ? confirmed : would_confirm)
                  .in(language, confirmation.count(), files.size()));
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"ITEM",
     {"items to confirm, else all; and the catalog's folder, else the current "
      "one",
      "要确认的事项，不写则为全部；以及目录所在的文件夹，不写则为当前文件夹"},
     false,
     true},
};
constexpr Option options[] = {
    {"--dry-run",
     "",
     "",
     {"show the changes, write nothing", "只显示改动，不写文件"}},
};
constexpr Example examples[] = {
    {"catalog reaffirm county",
     {"record what all adjustments replace", "记录全部调整所见的上级内容"}},
    {"catalog reaffirm compulsory-education/enrolment-policy county",
     {"settle one after it was read again", "重新核对一个事项之后予以确认"}},
};

}  // namespace

constinit const Command reaffirm_command{
    "reaffirm",
    {"confirm what adjustments replace in the base",
     "确认调整所依据的上级内容"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
