#include "syntax/mend.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

#include "syntax/read.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Diagnostics;
using source::Edits;
using source::Span;
using source::TextEdit;

/// Places of one file that edits change, begin to end.
class Taken {
 public:
  /// Whether none of the edits touches another; then they are taken.
  bool take(const Edits& edits) {
    for (const TextEdit& edit : edits)
      if (touches(edit.span)) return false;
    for (const TextEdit& edit : edits)
      places_.emplace(edit.span.begin, edit.span.end);
    return true;
  }

  bool touches(const Span& span) const {
    const auto after = places_.upper_bound(span.end);
    return after != places_.begin() && std::prev(after)->second >= span.begin;
  }

 private:
  std::map<std::uint32_t, std::uint32_t> places_;
};

/// A text and how it reads.
struct Reading {
  explicit Reading(std::string bytes) : found(diagnostics::Language::en) {
    document = read(tree, tree.add("", std::move(bytes)), found);
  }
  source::SourceTree tree;
  Diagnostics found;
  Document document;
};

/// Whether both have the same parts, and the same texts but for as many as
/// there are edits; where edits are known by place in the first, but for those.
bool reads_alike(const Reading& before, const Reading& after,
                 const Edits& edits, bool knows_places) {
  const auto& a = before.document.nodes;
  const auto& b = after.document.nodes;
  if (a.size() != b.size() || before.found.size() != after.found.size())
    return false;
  Taken taken;
  for (const TextEdit& edit : edits) taken.take({edit});
  std::size_t differences = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].kind != b[i].kind || a[i].count != b[i].count) return false;
    if (a[i].kind != Kind::scalar || a[i].text == b[i].text) continue;
    ++differences;
    if (knows_places && !taken.touches({{}, a[i].begin, a[i].end}))
      return false;
  }
  return differences <= edits.size();
}

/// Whether a text with edits has none of the slips that they were to mend.
bool are_gone(const std::vector<Diagnostic>& slips, const Edits& edits,
              const Reading& after) {
  const auto place_now = [&](std::int64_t at) {
    std::int64_t now = at;
    for (const TextEdit& edit : edits)
      if (edit.span.end <= at)
        now += static_cast<std::int64_t>(edit.text.size()) -
               (std::int64_t{edit.span.end} - edit.span.begin);
    return now;
  };
  const auto found = after.found.sorted();
  return std::none_of(slips.begin(), slips.end(), [&](const auto& slip) {
    return std::any_of(found.begin(), found.end(), [&](const auto& each) {
      return each.code == slip.code &&
             each.span.begin == place_now(slip.span.begin);
    });
  });
}

/// The fixes of one file, as far as they can be made together.
class File {
 public:
  explicit File(const std::string& bytes)
      : bytes_(bytes), before_(bytes), slips_(before_.found.sorted()) {}

  std::size_t left = 0;
  std::vector<Diagnostic> done;

  void add(const Diagnostic& finding) {
    if (taken_.take(finding.fix))
      done.push_back(finding);
    else
      ++left;
  }

  /// The new bytes; nothing where no fix can be made.
  std::optional<std::string> result() {
    if (auto all = attempt(done)) return all;
    // Some fix breaks the file: those that do are left out.
    std::vector<Diagnostic> sound;
    for (const Diagnostic& each : done) {
      sound.push_back(each);
      if (attempt(sound)) continue;
      sound.pop_back();
      ++left;
    }
    done = std::move(sound);
    return done.empty() ? std::nullopt : attempt(done);
  }

 private:
  /// The fixes of slips first: each takes one away, and brings back what the
  /// slip hid, maybe others. What that reads, the other fixes leave as it is.
  std::optional<std::string> attempt(const std::vector<Diagnostic>& fixes) {
    Edits of_slips, edits;
    std::vector<Diagnostic> slips;
    for (const Diagnostic& each : fixes) {
      edits.insert(edits.end(), each.fix.begin(), each.fix.end());
      if (!is_slip(each)) continue;
      slips.push_back(each);
      of_slips.insert(of_slips.end(), each.fix.begin(), each.fix.end());
    }
    auto bytes = source::apply(bytes_, edits);
    if (!bytes) return std::nullopt;
    const Reading after(*bytes);
    if (slips.empty()) {
      if (!reads_alike(before_, after, edits, true)) return std::nullopt;
      return bytes;
    }
    const Reading whole(*source::apply(bytes_, of_slips));
    if (!are_gone(slips, of_slips, whole) ||
        !reads_alike(whole, after, edits, false))
      return std::nullopt;
    return bytes;
  }

  bool is_slip(const Diagnostic& finding) const {
    return std::any_of(slips_.begin(), slips_.end(), [&](const auto& each) {
      return each.code == finding.code &&
             each.span.begin == finding.span.begin &&
             each.span.end == finding.span.end;
    });
  }

  const std::string& bytes_;
  Reading before_;
  std::vector<Diagnostic> slips_;  // that the reader found
  Taken taken_;
};

}  // namespace

Mending mended(const source::SourceTree& tree, std::size_t files,
               const std::vector<Diagnostic>& findings) {
  std::map<source::FileId, File> changed;
  for (const Diagnostic& each : findings) {
    const source::FileId file = each.span.file;
    if (each.fix.empty() || static_cast<std::size_t>(file) >= files) continue;
    changed.try_emplace(file, tree[file].bytes).first->second.add(each);
  }
  Mending mending;
  for (auto& [id, file] : changed) {
    auto bytes = file.result();
    mending.left += file.left;
    if (bytes)
      mending.files.push_back({id, std::move(*bytes), std::move(file.done)});
  }
  return mending;
}

}  // namespace catalog::syntax
