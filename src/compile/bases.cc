#include "compile/bases.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "unicode/closest.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using model::Text;

/// National, province, city, county, town, village; and as many again.
constexpr std::size_t longest_chain = 12;

constexpr Problem<std::string_view> no_folder{
    "unknown-base",
    Severity::error,
    {"there is no catalog in `{}`", "`{}` 中没有目录"}};
constexpr Message<> give_folder{
    "give the way from this file to the folder that holds its `catalog.yaml`",
    "请写明从本目录到上级目录 `catalog.yaml` 所在文件夹的相对路径"};
constexpr Problem<std::string_view> not_installed{
    "unknown-base",
    Severity::error,
    {"no installed catalog is called `{}`", "没有安装名为 `{}` 的目录"}};
constexpr Message<std::string> did_you_mean{"did you mean `{}`?",
                                            "是否应为 `{}`？"};
constexpr Message<> install_it{
    "begin a path with `./` or `../`; or name a folder of catalogs in "
    "CATALOG_PATH",
    "如为路径，请以 `./` 或 `../` 开头；如为名称，请在 CATALOG_PATH "
    "中写明目录所在的文件夹"};
constexpr Problem<std::string_view> circle{
    "circular-base",
    Severity::error,
    {"`{}` extends this catalog in turn", "`{}` 又以本目录为上级目录"}};
constexpr Message<> break_circle{
    "a base stands on its own: take one "
    "`extends` of the circle out",
    "上级目录不能反过来依赖本目录，请删去其中一处 "
    "`extends`"};
constexpr Problem<std::size_t> too_long{
    "too-many-bases",
    Severity::error,
    {"more than {} catalogs extend each other", "上下级目录超过 {} 层"}};
constexpr Problem<std::string_view, std::size_t> unsound{
    "unsound-base",
    Severity::error,
    {"the catalog in `{}` has errors of its own: {}",
     "`{}` 中的目录自身有 {} 个错误"}};
constexpr Message<std::string> check_it{"`catalog check {}` shows them",
                                        "请用 `catalog check {}` 查看"};

bool is_path(std::string_view extends) {
  return extends.find('/') != extends.npos || extends == "." || extends == "..";
}

bool holds_catalog(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "catalog.yaml", error);
}

std::vector<std::string> installed_names() {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::path& folder : installed_folders())
    for (fs::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error))
      if (holds_catalog(at->path())) names.push_back(at->path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

/// The folder as it is to be typed, from where the user stands.
std::string shown(const fs::path& folder) {
  const std::string text = folder.lexically_normal().string();
  return text.empty() ? "." : text;
}

}  // namespace

std::vector<fs::path> installed_folders() {
  std::vector<fs::path> folders;
  if (const char* const path = std::getenv("CATALOG_PATH")) {
    std::string_view rest = path;
    while (!rest.empty()) {
      const std::size_t colon = rest.find(':');
      if (colon != 0) folders.emplace_back(rest.substr(0, colon));
      rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error)
    folders.push_back(program.parent_path().parent_path() / "share/catalog");
  return folders;
}

std::optional<fs::path> base_folder(const fs::path& from,
                                    std::string_view extends) {
  if (is_path(extends)) {
    const fs::path folder = (from / extends).lexically_normal();
    return holds_catalog(folder) ? std::optional(folder) : std::nullopt;
  }
  for (const fs::path& place : installed_folders())
    if (const fs::path folder = place / extends; holds_catalog(folder))
      return folder;
  return std::nullopt;
}

std::optional<fs::path> Bases::folder_of(const fs::path& from,
                                         const Text& extends,
                                         Diagnostics& found) const {
  if (auto folder = base_folder(from, extends.text)) return folder;
  if (is_path(extends.text)) {
    found.report(no_folder, extends.span, extends.text).help(give_folder);
    return std::nullopt;
  }
  auto entry = found.report(not_installed, extends.span, extends.text);
  if (const auto meant = unicode::closest(extends.text, installed_names()))
    entry.help(did_you_mean, *meant);
  else
    entry.help(install_it);
  return std::nullopt;
}

const Compilation* Bases::base_of(const fs::path& folder,
                                  const model::Manifest& manifest,
                                  Diagnostics& found) {
  const Text& extends = manifest.extends;
  if (extends.empty()) return nullptr;
  const auto place = folder_of(folder, extends, found);
  if (!place) return nullptr;
  const fs::path canonical = fs::canonical(*place);
  const fs::path own = fs::canonical(folder.empty() ? "." : folder);
  if (canonical == own ||
      std::find(open_.begin(), open_.end(), canonical) != open_.end()) {
    found.report(circle, extends.span, extends.text).help(break_circle);
    return nullptr;
  }
  if (open_.size() == longest_chain) {
    found.report(too_long, extends.span, longest_chain);
    return nullptr;
  }
  const auto before = read_.find(canonical);
  if (before == read_.end()) {
    open_.push_back(own);
    auto base = compilation_of(*place, ++layers_, *this);
    open_.pop_back();
    base->tree.set_way((place->lexically_normal() / "").string());
    read_.emplace(canonical, std::move(base));
  }
  const Compilation& base = *read_.at(canonical);
  if (base.found.has_errors()) {
    found
        .report(unsound, extends.span, extends.text,
                base.found.count(Severity::error))
        .help(check_it, shown(*place));
    return nullptr;
  }
  return &base;
}

std::vector<fs::path> Bases::folders() const {
  std::vector<fs::path> folders;
  for (const auto& [folder, run] : read_) folders.push_back(folder);
  return folders;
}

}  // namespace catalog::compile
