#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/renaming.h"
#include "cli/rewrite.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "format/difference.h"
#include "syntax/read.h"
#include "unicode/closest.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Message;
using model::IdKind;
using model::Mention;

constexpr Message<std::string> not_an_id{
    "error: `{}` is not an id: small letters, digits, `-` and `/`\n",
    "错误：`{}` 不能作标识，标识只用小写字母、数字、`-` 和 `/`\n"};
constexpr Message<std::string> unknown{"error: nothing here has the id `{}`\n",
                                       "错误：没有标识为 `{}` 的内容\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<> of_base{
    "  help: a base has it: name the base's folder first, then this one\n",
    "  建议：这是上级目录的标识，请先写上级目录的文件夹，再写本文件夹\n"};
constexpr Message<std::string, std::string> ambiguous{
    "error: `{}` is the id of several things: {}; say which with --kind\n",
    "错误：标识 `{}` 为几种内容共有：{}；请用 --kind 指明\n"};
constexpr Message<std::string> in_taxonomies{
    "error: several taxonomies have a term `{0}`: write `TAXONOMY.{0}`\n",
    "错误：几种分类都有类目 `{0}`，请写作 `分类标识.{0}`\n"};
constexpr Message<std::string> in_flows{
    "error: several flows have a node `{0}`: write `FLOW.{0}`\n",
    "错误：几个流程都有环节 `{0}`，请写作 `流程标识.{0}`\n"};
constexpr Message<std::string, std::string> exists{
    "error: another {} has the id `{}` already\n",
    "错误：已有标识为 `{1}` 的{0}\n"};
constexpr Message<std::string, std::string> was_its_id{
    "error: `{}` was the id of `{}` before\n", "错误：`{}` 曾是 `{}` 的标识\n"};
constexpr Message<std::string> unreadable{
    "error: the files of {} cannot all be read; `catalog check` says why\n",
    "错误：{} 中有文件无法读取，请先用 `catalog check` 查看\n"};
constexpr Message<std::string, std::string, std::string, std::size_t,
                  std::size_t>
    was_renamed{"{} `{}` is `{}` now; places: {}, files: {}\n",
                "{}的标识已由 `{}` 改为 `{}`：{} 处，{} 个文件\n"};
constexpr Message<std::string, std::string, std::string, std::size_t,
                  std::size_t>
    would_rename{"{} `{}` would be `{}`; places: {}, files: {}\n",
                 "{}的标识可由 `{}` 改为 `{}`：{} 处，{} 个文件，均未写入\n"};

/// `[a-z0-9]+([-/][a-z0-9]+)*`
bool is_id(std::string_view text) {
  bool needs_sign = true;
  for (const char byte : text) {
    const bool is_sign =
        (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (!is_sign && (needs_sign || (byte != '-' && byte != '/'))) return false;
    needs_sign = !is_sign;
  }
  return !needs_sign;
}

/// All folders, read as one: elements of a base say what an overlay's values
/// are. Nothing, which is said, where a file cannot be read.
std::optional<std::deque<Folder>> folders_of(const Arguments& arguments) {
  std::vector<std::string> paths = arguments.values("DIR");
  if (paths.empty()) paths.emplace_back(".");
  std::deque<Folder> folders;
  for (const std::string& path : paths) {
    Folder& folder = folders.emplace_back();
    folder.path = path;
    folder.tree = source::load(path).tree;
    diagnostics::Diagnostics found(arguments.language);
    folder.documents.reserve(folder.tree.size());
    for (std::size_t i = 0; i < folder.tree.size(); ++i)
      folder.documents.push_back(
          syntax::read(folder.tree, folder.tree.id(i), found));
    if (!found.has_errors()) continue;
    print_error(unreadable.in(arguments.language, path));
    return std::nullopt;
  }
  model::ElementIds elements;
  for (const Folder& folder : folders)
    for (const syntax::Document& document : folder.documents)
      model::add_elements(document, elements);
  for (Folder& folder : folders)
    for (const syntax::Document& document : folder.documents)
      for (const Mention& mention : model::mentions_in(document, elements))
        folder.mentions.push_back(mention);
  return folders;
}

template <class Registry>
bool has(const Registry& registry, const std::string& id) {
  return registry.find(id).has_value();
}

template <class List>
bool is_among(const List& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(),
                     [&](const auto& each) { return each.id.text == id; });
}

/// Whether a catalog, or one that it extends, knows the id.
bool knows(const resolve::ResolvedCatalog& catalog, const Subject& subject,
           const std::string& id) {
  switch (subject.kind) {
    case IdKind::item: return has(catalog.items, id);
    case IdKind::domain: return has(catalog.domains, id);
    case IdKind::law: return has(catalog.laws, id);
    case IdKind::body: return has(catalog.bodies, id);
    case IdKind::channel: return has(catalog.channels, id);
    case IdKind::taxonomy: return has(catalog.taxonomies, id);
    case IdKind::term: {
      const auto taxonomy = catalog.taxonomies.find(subject.owner);
      return taxonomy && is_among(catalog[*taxonomy].terms, id);
    }
    case IdKind::element: return has(catalog.elements, id);
    case IdKind::layout: return is_among(catalog.layouts, id);
    case IdKind::view: return is_among(catalog.views, id);
    case IdKind::flow: return has(catalog.flows, id);
    case IdKind::limit:
      return std::any_of(
          catalog.laws.begin(), catalog.laws.end(),
          [&](const model::Law& law) { return is_among(law.limits, id); });
    case IdKind::node: {
      const auto flow = catalog.flows.find(subject.owner);
      return flow && is_among(catalog[*flow].nodes, id);
    }
    case IdKind::document: return is_among(catalog.guides, id);
  }
  return false;
}

std::unique_ptr<compile::Compilation> compiled(const Folder& folder,
                                               Language language) {
  return compile::edition_in(folder.path, {language});
}

/// Says that no folder defines the id: whether a base does, else what was
/// probably meant.
void report_unknown(const std::deque<Folder>& folders, const Subject& subject,
                    const std::set<std::string_view>& known,
                    Language language) {
  print_error(unknown.in(language, subject.old_id));
  for (const Folder& folder : folders) {
    const auto run = compiled(folder, language);
    for (std::size_t i = 0; i < model::id_kinds; ++i) {
      Subject other = subject;
      other.kind = static_cast<IdKind>(i);
      if (knows(run->catalog, other, subject.old_id))
        return print_error(of_base.in(language));
    }
  }
  if (const auto meant = unicode::closest(
          subject.old_id,
          std::vector<std::string_view>(known.begin(), known.end())))
    print_error(did_you_mean.in(language, *meant));
}

/// What OLD names: `TAXONOMY.TERM`, `FLOW.NODE`, or an id of one kind. Nothing,
/// which is said, where that is not sure.
std::optional<Subject> subject_of(const std::deque<Folder>& folders,
                                  const Arguments& arguments) {
  const Language language = arguments.language;
  Subject subject;
  subject.old_id = *arguments.value("OLD");
  subject.new_id = *arguments.value("NEW");
  const auto wanted = arguments.value("--kind");
  std::string owner;
  if (const std::size_t dot = subject.old_id.find('.');
      dot != std::string::npos) {
    owner = subject.old_id.substr(0, dot);
    subject.old_id.erase(0, dot + 1);
  }
  std::set<IdKind> kinds;
  std::set<std::string_view> owners, known;
  for (const Folder& folder : folders)
    for (const Mention& mention : folder.mentions) {
      if (!mention.defines || (wanted && word(mention.kind) != *wanted) ||
          (!owner.empty() && mention.owner != owner))
        continue;
      known.insert(mention.id);
      if (mention.id != subject.old_id) continue;
      kinds.insert(mention.kind);
      owners.insert(mention.owner);
    }
  if (kinds.empty()) {
    report_unknown(folders, subject, known, language);
    return std::nullopt;
  }
  if (kinds.size() > 1) {
    std::vector<std::string_view> words;
    for (const IdKind kind : kinds) words.push_back(word(kind));
    print_error(ambiguous.in(language, subject.old_id,
                             fmt::format("{}", fmt::join(words, ", "))));
    return std::nullopt;
  }
  subject.kind = *kinds.begin();
  if (owners.size() > 1) {
    const auto& message =
        subject.kind == IdKind::node ? in_flows : in_taxonomies;
    print_error(message.in(language, subject.old_id));
    return std::nullopt;
  }
  subject.owner = *owners.begin();
  return subject;
}

/// Says why it may not be renamed so, if it may not.
bool refuse(const std::deque<Folder>& folders, const Subject& subject,
            Language language) {
  const auto say_exists = [&] {
    print_error(exists.in(language,
                          std::string(name_of(subject.kind).in(language)),
                          subject.new_id));
    return true;
  };
  for (const Folder& folder : folders) {
    for (const Mention& mention : folder.mentions)
      if (mention.defines && subject.is(mention, subject.new_id))
        return say_exists();
    const auto run = compiled(folder, language);
    if (knows(run->catalog, subject, subject.new_id)) return say_exists();
    if (subject.kind != IdKind::item) continue;
    for (const resolve::Item& item : run->catalog.items)
      for (const model::Text& former : item.replaces)
        if (former.text == subject.new_id && item.id.text != subject.old_id) {
          print_error(was_its_id.in(language, subject.new_id,
                                    std::string(item.id.text)));
          return true;
        }
  }
  return false;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  if (const std::string id = *arguments.value("NEW"); !is_id(id)) {
    print_error(not_an_id.in(language, id));
    return exit_usage;
  }
  const auto folders = folders_of(arguments);
  if (!folders) return exit_errors;
  const auto subject = subject_of(*folders, arguments);
  if (!subject || refuse(*folders, *subject, language)) return exit_usage;
  const bool writes = !arguments.has("--dry-run");
  std::vector<Rewriting> rewritings;
  std::size_t places = 0;
  for (const Folder& folder : *folders) {
    const Renamed now = renamed(folder, *subject);
    places += now.places;
    for (const auto& [file, bytes] : now.files) {
      const fs::path path =
          (folder.path / folder.tree[file].path).lexically_normal();
      if (!writes)
        print(
            format::difference(path.string(), folder.tree[file].bytes, bytes));
      rewritings.push_back({path, bytes});
    }
  }
  if (writes) rewrite_all(rewritings);
  print_error(
      (writes ? was_renamed : would_rename)
          .in(language, std::string(name_of(subject->kind).in(language)),
              subject->old_id, subject->new_id, places, rewritings.size()));
  return exit_fine;
}

constexpr auto kind_words = [] {
  std::array<std::string_view, model::id_kinds> words{
      "item", "domain",  "law",    "limit", "body", "channel", "taxonomy",
      "term", "element", "layout", "view",  "flow", "node",    "document"};
  return words;
}();

constexpr Positional positionals[] = {
    {"OLD",
     {"the id as it is; of a term also TAXONOMY.TERM, of a node FLOW.NODE",
      "现在的标识；类目也可写作“分类标识.类目标识”，环节也可写作“流程标识.环节"
      "标识”"},
     true},
    {"NEW", {"the id as it is to be", "新的标识"}, true},
    {"DIR",
     {"folder of the catalog that has it, else the current one; and those of "
      "catalogs that extend it",
      "所在目录的文件夹，不写则为当前文件夹；其后可写以它为上级的目录"},
     false,
     true},
};
constexpr Option options[] = {
    {"--kind",
     "-k",
     "KIND",
     {"what it is the id of, where that is not clear", "何种内容的标识"},
     kind_words},
    {"--dry-run",
     "",
     "",
     {"show the changes, write nothing", "只显示改动，不写文件"}},
};
constexpr Example examples[] = {
    {"catalog rename education/admission education/enrolment",
     {"an item; its old id goes to `replaces`",
      "事项改标识，原标识写入 replaces"}},
    {"catalog rename edu-office education-authority zhejiang ouhai",
     {"a body, in a catalog and one on top of it",
      "公开主体改标识，连同下级目录"}},
};

}  // namespace

constinit const Command rename_command{
    "rename",    {"rename an id wherever it stands", "修改标识及其全部引用"},
    positionals, options,
    examples,    run};

}  // namespace catalog::cli
