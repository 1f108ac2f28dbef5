#pragma once

#include <string_view>

#include "emit/html/markup.h"
#include "emit/html/site.h"

namespace catalog::emit::site {

/// A list of labels and values, opened with the first value and closed by
/// `end`, so that there is none where nothing is known.
class Facts {
 public:
  explicit Facts(Markup& out) : out_(out) {}

  /// Nothing where the value is empty.
  void add(Text label, std::string_view value);
  void add(Text label, const Markup& value);
  /// As a link where a page may lead there.
  void add_link(Text label, std::string_view url);
  void add_phone(Text label, std::string_view phone);
  void end();

 private:
  void open();

  Markup& out_;
  bool is_open_ = false;
};

}  // namespace catalog::emit::site
