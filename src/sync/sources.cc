#include "sync/sources.h"

#include "diagnostics/diagnostics.h"
#include "source/edit.h"
#include "sync/alignment.h"
#include "sync/drafts.h"

namespace catalog::sync {
namespace {

using source::Edits;
using syntax::Draft;
using syntax::Node;

Edits next_edit(Node node, const Draft& want);

Edits next_of_mapping(Node node, const Draft& want) {
  std::vector<Node> gone;
  for (const auto [key, value] : node.entries()) {
    const Draft* const now = find(want, key.text());
    if (now == nullptr)
      gone.push_back(key);
    else if (!is_same(draft_of(value), *now))
      return next_edit(value, *now);
  }
  if (!gone.empty()) return syntax::remove(gone);
  for (std::size_t i = 0; i < want.keys.size(); ++i)
    if (!child(node, want.keys[i]))
      return syntax::add_entry(node, want.keys[i], want.values[i]);
  return {};
}

Edits next_of_list(Node node, const Draft& want) {
  std::vector<Node> nodes;
  std::vector<Draft> have;
  for (const Node each : node.items()) {
    nodes.push_back(each);
    have.push_back(draft_of(each));
  }
  if (nodes.empty() || want.values.empty())
    return syntax::replace_value(node, want);
  const auto steps = aligned(have.size(), want.values.size(),
                             [&](std::size_t i, std::size_t j) {
                               return is_same(have[i], want.values[j]);
                             });
  std::vector<Node> gone;
  for (const Step& step : steps) {
    if (step.is_kept) continue;
    if (step.before && step.after)
      return next_edit(nodes[*step.before], want.values[*step.after]);
    if (step.before) gone.push_back(nodes[*step.before]);
  }
  if (gone.size() == nodes.size()) return syntax::replace_value(node, want);
  if (!gone.empty()) return syntax::remove(gone);
  std::optional<Node> last;
  for (const Step& step : steps) {
    if (step.before) last = nodes[*step.before];
    if (step.before || !step.after) continue;
    // Nothing stands before the first: it is reworded, and comes back behind.
    if (!last)
      return syntax::replace_value(nodes.front(), want.values[*step.after]);
    return syntax::add_item(node, want.values[*step.after], last);
  }
  return {};
}

/// The next of the edits that make a value what it ought to be.
Edits next_edit(Node node, const Draft& want) {
  if (node.kind() != want.kind || node.is_scalar())
    return syntax::replace_value(node, want);
  return node.is_mapping() ? next_of_mapping(node, want)
                           : next_of_list(node, want);
}

}  // namespace

Sources::Sources(const source::SourceTree& tree) {
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const source::File& file = tree[tree.id(i)];
    if (file.path.ends_with(".yaml")) files_[file.path].bytes = file.bytes;
  }
}

std::vector<std::string> Sources::paths() const {
  std::vector<std::string> all;
  for (const auto& [path, file] : files_) all.push_back(path);
  return all;
}

const syntax::Document& Sources::document(const std::string& path) {
  File& file = files_[path];
  if (!file.document) {
    file.tree = std::make_unique<source::SourceTree>();
    const source::FileId id = file.tree->add(path, file.bytes);
    diagnostics::Diagnostics found(diagnostics::Language::en);
    file.document = syntax::read(*file.tree, id, found);
    is_broken_ = is_broken_ || (file.is_changed && found.has_errors());
  }
  return *file.document;
}

void Sources::apply(const std::string& path, const source::Edits& edits) {
  const syntax::Document& before = document(path);
  auto bytes = source::apply(before.bytes, edits);
  if (!bytes) {
    is_broken_ = true;
    return;
  }
  File& file = files_[path];
  file.bytes = std::move(*bytes);
  file.is_changed = true;
  file.document.reset();
}

void Sources::add(const std::string& path, std::string bytes) {
  File& file = files_[path];
  file.bytes = std::move(bytes);
  file.is_changed = true;
  file.document.reset();
}

void Sources::patch(const std::string& path, const Find& find_node,
                    const Draft& value) {
  constexpr int most = 10'000;
  for (int i = 0; i < most && !is_broken_; ++i) {
    const auto node = find_node(document(path));
    if (!node || is_same(draft_of(*node), value)) return;
    const Edits edits = next_edit(*node, value);
    if (edits.empty()) break;
    apply(path, edits);
  }
  is_broken_ = true;
}

std::map<std::string, std::string> Sources::changed() const {
  std::map<std::string, std::string> all;
  for (const auto& [path, file] : files_)
    if (file.is_changed) all.emplace(path, file.bytes);
  return all;
}

std::optional<Node> child(std::optional<Node> node, std::string_view key) {
  if (!node) return std::nullopt;
  for (const auto [name, value] : node->entries())
    if (name.text() == key) return value;
  return std::nullopt;
}

std::optional<Node> item_in(const syntax::Document& document,
                            std::string_view id) {
  if (document.empty()) return std::nullopt;
  const auto items = child(document.root(), "items");
  if (!items) return std::nullopt;
  for (const Node each : items->items())
    if (const auto name = child(each, "id"); name && name->text() == id)
      return each;
  return std::nullopt;
}

std::optional<Node> adjustment_in(const syntax::Document& document,
                                  std::string_view item,
                                  std::string_view only) {
  if (document.empty()) return std::nullopt;
  const auto all = child(document.root(), "adjust");
  if (!all) return std::nullopt;
  const auto is_one = [](std::optional<Node> node, std::string_view text) {
    if (!node) return false;
    if (node->is_scalar()) return node->text() == text;
    return node->size() == 1 && node->first_child().text() == text;
  };
  for (const Node each : all->items()) {
    const auto places = child(each, "only");
    if (is_one(child(each, "item"), item) &&
        (only.empty() ? !places : is_one(places, only)))
      return each;
  }
  return std::nullopt;
}

}  // namespace catalog::sync
