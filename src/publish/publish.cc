#include "publish/publish.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "publish/interrupt.h"
#include "publish/lock.h"
#include "publish/place.h"
#include "publish/removal.h"
#include "publish/stage.h"
#include "publish/switch.h"
#include "source/failure.h"
#include "source/name.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

using source::Failure;

/// Five of the names; for more of them, how many.
Notice named(const std::vector<std::string>& names) {
  Notice list;
  for (std::size_t i = 0; i < names.size() && i < 5; ++i) {
    const std::string name = "`" + source::printable(names[i]) + "`";
    const bool is_last = i + 1 == names.size();
    list.en += (i == 0 ? "" : is_last ? " and " : ", ") + name;
    list.zh += (i == 0 ? "" : "、") + name;
  }
  if (names.size() > 5) {
    list.en += " and " + std::to_string(names.size() - 5) + " more";
    list.zh += " 等 " + std::to_string(names.size()) + " 项";
  }
  return list;
}

[[noreturn]] void fail_foreign_folder(const Place& place) {
  throw Failure(
      "`" + place.shown +
          "` is not empty and not from a build: choose a new or empty folder "
          "with `-o`",
      "`" + place.shown +
          "` 不是空文件夹，也不是本程序生成的：请用 `-o` 指定新的或空的文件夹");
}

[[noreturn]] void fail_meanwhile(const Place& place) {
  throw Failure("`" + place.shown +
                    "` was replaced while the new build was made: build again",
                "生成期间 `" + place.shown + "` 已被替换：请重新生成");
}

/// Refuses what would be lost with the old OUT.
void check(const Survey& survey, const Place& place, bool discard_edits) {
  if (!survey.locks.empty()) {
    const Notice names = named(survey.locks);
    throw Failure("outputs in `" + place.shown +
                      "` are open in a program: close them there (it left " +
                      names.en + ")",
                  "`" + place.shown +
                      "` 中的文件正在其他程序中打开：请先关闭（留有 " +
                      names.zh + "）");
  }
  if (!survey.edited.empty() && !discard_edits) {
    std::vector<std::string> paths;
    for (const auto& [path, identity] : survey.edited) paths.push_back(path);
    const Notice names = named(paths);
    throw Failure(
        names.en + (paths.size() == 1 ? " was" : " were") +
            " edited after the build: move it elsewhere to keep the edits, or "
            "drop them by `--discard-edits`",
        names.zh +
            " 在生成之后被修改过：要保留修改，请先移到别处；要放弃修改，"
            "请加 `--discard-edits`");
  }
  if (!survey.foreign.empty()) {
    const Notice names = named(survey.foreign);
    throw Failure("`" + place.shown + "` holds what is not from a build: " +
                      names.en + "; move it elsewhere",
                  "`" + place.shown + "` 中有不是本程序生成的内容：" +
                      names.zh + "；请先移走");
  }
}

/// Identity of `build.json`; all zero where there is none.
Identity manifest_identity_in(const source::Descriptor& folder) {
  struct stat status {};
  const std::string name(source::build_manifest);
  return ::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) ==
                 0
             ? identity_of(status)
             : Identity{};
}

source::Descriptor open_out(const Place& place) {
  source::Descriptor folder =
      source::open_at(place.parent.get(), place.name.c_str(),
                      O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!folder && errno != ENOENT)
    source::fail_errno("read", "读取", place.shown);
  return folder;
}

/// OUT as it is, refused unless it may be replaced.
Old old_of(const Place& place, const Request& request) {
  Old old;
  old.folder = open_out(place);
  if (!old.exists()) return old;
  old.manifest_identity = manifest_identity_in(old.folder);
  auto manifest = manifest_in(old.folder, place.shown);
  if (manifest) old.manifest = std::move(*manifest);
  old.survey =
      survey_of(old.folder, place.shown, old.manifest, request.verifies);
  const bool has_manifest_file = old.manifest_identity != Identity{};
  if (!manifest && (has_manifest_file || !old.survey.locks.empty() ||
                    !old.survey.foreign.empty()))
    fail_foreign_folder(place);
  check(old.survey, place, request.discard_edits);
  return old;
}

/// The same look again, right before the switch: a build takes a while, and
/// where locks are not to be had another build may have been here.
void check_again(const Place& place, Old& old, bool discard_edits) {
  const source::Descriptor now = open_out(place);
  if (static_cast<bool>(now) != old.exists()) fail_meanwhile(place);
  if (!old.exists()) return;
  struct stat before {
  }, after{};
  if (::fstat(old.folder.get(), &before) != 0 ||
      ::fstat(now.get(), &after) != 0 || before.st_dev != after.st_dev ||
      before.st_ino != after.st_ino ||
      manifest_identity_in(now) != old.manifest_identity)
    fail_meanwhile(place);
  old.survey = survey_of(now, place.shown, old.manifest);
  check(old.survey, place, discard_edits);
}

/// Tells of files that stayed when a folder was removed.
void note_kept(const Removal& removal, const Place& place, Outcome& outcome) {
  if (removal.kept_as.empty()) return;
  const Notice names = named(removal.kept);
  const std::string folder =
      source::printable((place.parent_path / removal.kept_as).native());
  outcome.notices.push_back(
      {"what is not from a build was kept in `" + folder + "`: " + names.en,
       "不是本程序生成的内容保留在 `" + folder + "`：" + names.zh});
}

/// Clears away what a build that was killed left beside OUT.
void recover(const Place& place, Outcome& outcome) {
  recover_switch(place);
  for (const std::string& name : {place.staging(), place.aside()})
    if (::faccessat(place.parent.get(), name.c_str(), F_OK,
                    AT_SYMLINK_NOFOLLOW) == 0)
      note_kept(remove_left_behind(place, name), place, outcome);
}

/// An output that was edited or is gone counts as written.
void sort_outputs(const Stage& stage, const Old& was, Outcome& outcome) {
  const Manifest& old = was.manifest;
  for (const auto& [path, output] : stage.outputs()) {
    const auto before = old.outputs.find(path);
    const bool is_same = before != old.outputs.end() &&
                         before->second.hash == output.hash &&
                         was.survey.intact.contains(path);
    (is_same ? outcome.same : outcome.written).push_back(path);
  }
  for (const auto& [path, output] : old.outputs)
    if (!stage.outputs().contains(path)) outcome.removed.push_back(path);
}

/// The new build stands; an old one that cannot be removed now (a program has
/// it open, on some shares) is removed by the next.
void remove_old(const Place& place, const std::string& name, const Old& old,
                Outcome& outcome) {
  try {
    const Removal removal =
        remove_build(place, name, old.manifest, old.survey.edited);
    outcome.kept_foreign = removal.kept;
    outcome.old_kept_as = removal.kept_as;
    note_kept(removal, place, outcome);
  } catch (const Failure& failure) {
    outcome.notices.push_back(
        {std::string("the old build stays for now: ") + failure.what(),
         "旧的生成结果暂未删除：" + failure.zh()});
  }
}

/// Whether `build.json` would be as it is, and the next build could trust it as
/// much.
bool is_same_manifest(const Manifest& now, const Manifest& old) {
  return now.grounds.program == old.grounds.program &&
         now.grounds.order == old.grounds.order && now.parts == old.parts &&
         json_of(now) == json_of(old);
}

}  // namespace

bool Parts::add(const std::string& name, const std::string& key,
                const std::function<void(const emit::Sink&)>& make) {
  {
    const std::lock_guard guard(lock_);
    if (!key.empty()) keys_.emplace(name, key);
  }
  const auto before = old_.parts.find(name);
  if (!key.empty() && before != old_.parts.end() && before->second == key &&
      stage_.carry_part(name))
    return true;
  make(stage_.sink(name));
  return false;
}

bool Parts::take(const source::Descriptor& from, const std::string& path,
                 const Output& output, const std::string& key) {
  {
    const std::lock_guard guard(lock_);
    if (!key.empty()) keys_.emplace(output.part, key);
  }
  return stage_.take(from, path, output);
}

Outcome publish(const Request& request,
                const std::function<void(const emit::Sink&)>& produce) {
  return publish_parts(request,
                       [&](Parts& parts) { parts.add("", "", produce); });
}

Outcome publish_parts(const Request& request,
                      const std::function<void(Parts&)>& produce) {
  Outcome outcome;
  const Place place = place_of(request.out, request.source);
  const Lock lock(place);
  if (!lock.is_held())
    outcome.notices.push_back(
        {"the disk of `" + place.shown +
             "` has no locks: let no other build write there meanwhile",
         "`" + place.shown + "` 所在磁盘不支持加锁：请勿同时进行另一次生成"});
  recover(place, outcome);
  Old old = old_of(place, request);

  Stage stage(place, old);
  Parts parts(stage, old.manifest);
  produce(parts);
  stop_if_interrupted();
  sort_outputs(stage, old, outcome);
  const Manifest manifest{request.program, request.inputs, stage.outputs(),
                          request.shard,   parts.keys(),   request.grounds};
  if (stage.is_as_old() && is_same_manifest(manifest, old.manifest)) {
    outcome.unchanged = true;
    return outcome;
  }
  stage.carry(old.survey.junk);
  stage.finish(manifest);

  stop_if_interrupted();
  check_again(place, old, request.discard_edits);
  const bool has_old = old.exists() && !old.survey.is_empty();
  const std::string old_name =
      switch_in(place, has_old || old.manifest_identity != Identity{});
  stage.release();
  if (!sync(place.parent))
    outcome.notices.push_back(
        {"the disk did not confirm the new `" + place.shown +
             "`: after a power failure the old one may be back",
         "磁盘未确认新的 `" + place.shown + "`：断电后可能恢复为旧的生成结果"});
  if (!old_name.empty()) remove_old(place, old_name, old, outcome);
  return outcome;
}

std::optional<Manifest> standing_build(const std::filesystem::path& out,
                                       bool trusts_nothing) {
  struct stat status {};
  if (::lstat(out.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return {};
  try {
    const Place place = place_of(out, {});
    for (const std::string& name : {place.staging(), place.aside()})
      if (::faccessat(place.parent.get(), name.c_str(), F_OK,
                      AT_SYMLINK_NOFOLLOW) == 0)
        return {};
    const source::Descriptor folder = open_out(place);
    if (!folder) return {};
    auto manifest = state_in(folder);
    if (!manifest || manifest->grounds.program.empty()) return {};
    const Survey survey =
        survey_of(folder, place.shown, *manifest, trusts_nothing);
    if (!survey.edited.empty() || !survey.locks.empty() ||
        !survey.foreign.empty() ||
        survey.intact.size() != manifest->outputs.size())
      return {};
    return manifest;
  } catch (const Failure&) {
    return {};
  }
}

}  // namespace catalog::publish
