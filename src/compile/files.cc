#include "compile/files.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "parallel/each.h"
#include "syntax/read.h"

namespace catalog::compile {
namespace {

using diagnostics::Diagnostics;
using syntax::Document;

/// Nodes of all files together: 480 MB. 2,000 items have 100,000.
constexpr std::size_t most_nodes = 12'000'000;

constexpr diagnostics::Problem<std::size_t> too_much{
    "too-much",
    diagnostics::Severity::error,
    {"the files up to here hold more than {} values: from this one on they "
     "were only looked through for mistakes of writing",
     "至此各文件的内容超过 {} 项，从此文件起只检查书写错误"}};
constexpr diagnostics::Message<> one_catalog{
    "check that this is the folder of one catalog",
    "请确认这是一套目录的文件夹"};

Document unread(const source::SourceTree& tree, source::FileId file) {
  Document document;
  document.file = file;
  document.bytes = tree[file].bytes;
  document.skipped = {
      {file, 0, static_cast<std::uint32_t>(document.bytes.size())}};
  return document;
}

}  // namespace

void for_each_file(Compilation& run, const Settings& settings,
                   const diagnostics::Words& doing,
                   const std::function<void(std::size_t, Diagnostics&)>& step) {
  // Of ten thousands of files, a few findings of each.
  constexpr std::size_t least_share = 10;
  const std::size_t share =
      std::max(least_share, diagnostics::most_findings /
                                std::max<std::size_t>(run.files, 1));
  std::vector<Diagnostics> found;
  found.reserve(run.files);
  for (std::size_t i = 0; i < run.files; ++i)
    found.push_back(run.found.beside(run.tree.id(i), share));
  parallel::each(
      run.files, settings.threads, [&](std::size_t i) { step(i, found[i]); },
      [&](std::size_t begun) { settings.progress(doing, begun, run.files); });
  for (Diagnostics& each : found) run.found.merge(std::move(each));
}

std::vector<Document> documents_of(Compilation& run, const Settings& settings) {
  std::vector<Document> documents(run.files);
  std::vector<std::size_t> sizes(run.files);
  std::atomic<std::size_t> held = 0;
  const auto read = [&](std::size_t i, Diagnostics& of_file) {
    return syntax::read(run.tree, run.tree.id(i), of_file, settings.reader);
  };
  for_each_file(run, settings, {"reading", "读取"},
                [&](std::size_t i, Diagnostics& of_file) {
                  Document document = read(i, of_file);
                  sizes[i] = document.nodes.size();
                  if ((held += sizes[i]) <= most_nodes)
                    documents[i] = std::move(document);
                });
  if (held <= most_nodes) return documents;

  // Which file is too much must not hang on which were read first.
  std::size_t sum = 0;
  std::size_t first = 0;
  while ((sum += sizes[first]) <= most_nodes) ++first;
  run.found.report(too_much, {run.tree.id(first), 0, 0}, most_nodes)
      .help(one_catalog);
  for (std::size_t i = 0; i < run.files; ++i) {
    Diagnostics again(settings.language);
    if (i < first && documents[i].nodes.size() < sizes[i])
      documents[i] = read(i, again);
    if (i < first) continue;
    documents[i] = unread(run.tree, run.tree.id(i));
    run.found.poison(documents[i].skipped[0]);
  }
  return documents;
}

}  // namespace catalog::compile
