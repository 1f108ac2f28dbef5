#include "compile/side.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <utility>

#include "compile/editions.h"
#include "compile/grounds.h"
#include "compile/published.h"
#include "emit/diff/diff.h"
#include "resolve/places.h"
#include "source/descriptor.h"
#include "source/failure.h"
#include "source/hash.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_json_bytes = 256u << 20;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

std::string bytes_of(const fs::path& path) {
  const source::Descriptor file =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY);
  if (!file) source::fail_errno("read", "读取", path.string());
  auto bytes = source::read_all(file, max_json_bytes);
  if (!bytes) source::fail_errno("read", "读取", path.string());
  return std::move(*bytes);
}

/// The catalog.json at `path`, made a folder to compile.
std::optional<NoRevision> unpack(const fs::path& path, Opened& side) {
  source::TemporaryFolder folder;
  if (!unpack_published(bytes_of(path), folder))
    return NoRevision{
        fmt::format("`{}` is no catalog.json that a build wrote", side.label),
        fmt::format("`{}` 不是构建得到的 catalog.json", side.label)};
  side.folder = std::move(folder);
  side.knows = compare::Knows::published;
  return std::nullopt;
}

/// The folder that a revision without a path is about.
fs::path folder_of(const std::string& other) {
  return is_folder(other) ? fs::path(other) : fs::path(".");
}

NoRevision no_such(const std::string& spec) {
  return {fmt::format("there is no folder or file `{}`; a git revision is "
                      "written `{}:` or `{}:FOLDER`",
                      spec, spec, spec),
          fmt::format("没有 `{}` 这个文件夹或文件；git 版本请写作 `{}:` "
                      "或 `{}:文件夹`",
                      spec, spec, spec)};
}

}  // namespace

std::variant<Opened, NoRevision> opened(const std::string& spec,
                                        const std::string& other,
                                        const Settings& settings) {
  Opened side;
  side.label = spec;
  fs::path folder = spec;
  if (is_file(spec)) {
    if (auto why = unpack(spec, side)) return std::move(*why);
    folder = side.folder->path();
  } else if (!is_folder(spec)) {
    auto revision = revision_of(spec);
    if (!revision) return no_such(spec);
    // An empty path is that of the other side, where that has one.
    if (const auto of_other = revision_of(other);
        revision->path.empty() && !is_folder(other) && of_other)
      revision->path = of_other->path;
    auto out = checked_out(
        *revision, revision->path.empty() ? folder_of(other) : fs::path("."),
        folder_of(other));
    if (auto* why = std::get_if<NoRevision>(&out)) return std::move(*why);
    CheckedOut& there = std::get<CheckedOut>(out);
    folder = there.place;
    if (is_file(folder)) {
      if (auto why = unpack(folder, side)) return std::move(*why);
      folder = side.folder->path();
    } else {
      side.folder = std::move(there.folder);
    }
  }
  side.run = edition_in(folder, settings);
  return side;
}

std::optional<compare::Changes> changes_since(const Opened& last,
                                              const resolve::Edition& now) {
  const Compilation& run = *last.run;
  resolve::Edition before = run.edition;
  if (now.is_of_place_below) {
    const Place place = resolve::place_of(run.catalog.jurisdictions, now.code);
    if (place == nullptr) return std::nullopt;
    before = edition_of(run, place);
  }
  compare::Changes changes = compare::changes_between(before, now, last.knows);
  for (compare::Change& change : changes.all)
    if (change.kind == compare::Kind::catalog)
      std::erase_if(change.fields, [](const compare::FieldChange& field) {
        return field.field == "version" || field.field == "date";
      });
  std::erase_if(changes.all, [&](const compare::Change& change) {
    return change.kind == compare::Kind::catalog
               ? change.fields.empty() || now.is_of_place_below
               : change.kind != compare::Kind::item && now.is_of_place_below;
  });
  return changes;
}

std::string hash_of(const compare::Changes& changes) {
  return source::hash(emit::diff_json({changes, "", ""}));
}

std::string hash_of(const Opened& side) {
  source::Hasher hasher;
  for (const auto& [path, hash] : inputs_of(*side.run))
    hasher.add("\n" + path + "\n" + hash);
  return hasher.hex();
}

}  // namespace catalog::compile
