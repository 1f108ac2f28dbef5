#include "serve/showing.h"

#include <utility>

#include "json/writer.h"
#include "source/hash.h"

namespace catalog::serve {
namespace {

/// What a page says before its text: there it names what it loads.
std::string_view head_of(std::string_view page) {
  return page.substr(0, page.find("</head>"));
}

}  // namespace

std::size_t Showing::take(Built built) {
  std::map<std::string, std::string> hashes;
  for (const auto& [path, bytes] : built.files)
    hashes.emplace(path, source::hash(bytes));
  const std::lock_guard lock(mutex_);
  std::size_t different = 0;
  if (!built.files.empty()) {
    for (const auto& [path, hash] : hashes) {
      const auto before = hashes_.find(path);
      different += before == hashes_.end() || before->second != hash;
    }
    for (const auto& [path, hash] : hashes_)
      different += !hashes.contains(path);
    hashes_ = std::move(hashes);
  } else {
    built.files = std::move(built_.files);
  }
  built_ = std::move(built);
  found_print_ = source::hash(built_.summary + built_.found);
  changed_.notify_all();
  return different;
}

void Showing::end() {
  const std::lock_guard lock(mutex_);
  is_over_ = true;
  changed_.notify_all();
}

bool Showing::has_files() {
  const std::lock_guard lock(mutex_);
  return !built_.files.empty();
}

std::string Showing::print_of(const std::string& path) const {
  const auto page = built_.files.find(path);
  if (page == built_.files.end()) return {};
  std::string prints = hashes_.at(path);
  const std::string_view head = head_of(page->second);
  for (const auto& [other, hash] : hashes_)
    if (!other.ends_with(".html") && head.find(other) != head.npos)
      prints += hash;
  return source::hash(prints);
}

std::optional<Showing::File> Showing::file(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const auto found = built_.files.find(path);
  if (found == built_.files.end()) return std::nullopt;
  return File{found->second, print_of(path)};
}

std::string Showing::news(const std::string& path, std::string_view known_page,
                          std::string_view known_found,
                          std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] {
    return is_over_ || found_print_ != known_found ||
           print_of(path) != known_page;
  });
  std::string out = "{\"page\":";
  json::append_string(out, print_of(path));
  out += ",\"print\":";
  json::append_string(out, found_print_);
  out += ",\"errors\":" + std::to_string(built_.errors) + ",\"summary\":";
  json::append_string(out, built_.summary);
  out += ",\"found\":";
  json::append_string(out, built_.found);
  return out += "}";
}

}  // namespace catalog::serve
