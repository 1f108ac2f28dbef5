#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/html/site.h"

namespace catalog::emit::site {

using Strings = std::vector<std::string_view>;

/// Names, each once, with how many items have it.
class Names {
 public:
  /// Gives a name its place before it is used, if it ever is.
  std::size_t place(std::string_view name);
  void count(std::string_view name) { ++names_[place(name)].uses; }
  /// The most used first, else in the order of their first use.
  void sort();
  std::uint32_t operator[](std::string_view name) const {
    return index_.at(name);
  }
  void write(std::string& out) const;

 private:
  struct Name {
    std::string_view name;
    std::size_t uses = 0;
  };
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

/// A way to narrow the results: values that items have one or several of.
struct Facet {
  std::string key;
  std::string_view title;
  Names names;
  Strings keys;  // empty: the names are the keys
  std::function<Strings(const resolve::Item& item)> names_of;
};

/// Every facet but that of the domains, which items know by themselves: body,
/// channel, timing, level, mode, audience, and a facet a taxonomy in use.
std::vector<Facet> search_facets(const Site& site);

/// A name once in a list.
void add_once(std::string_view name, Strings& names);

}  // namespace catalog::emit::site
