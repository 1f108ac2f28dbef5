#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

/// The site. Its folder is emit/html, its namespace `emit::site`, because
/// `emit::html` is the function that makes it.
namespace catalog::emit::site {

/// A value on its way into a page: shown as text whatever it holds, between
/// tags and in quoted attributes alike.
struct Text {
  std::string_view value;
};
inline Text text(std::string_view value) { return {value}; }

/// A page being written. Only literals are markup; every other string has to
/// go in as `text`, so that no field of a catalog can become a tag.
class Markup {
 public:
  template <std::size_t size>
  Markup& operator<<(const char (&literal)[size]) {
    out_.append(literal, size - 1);
    return *this;
  }
  Markup& operator<<(Text value);
  Markup& operator<<(std::unsigned_integral auto number) {
    out_.append(std::to_string(number));
    return *this;
  }
  /// Markup made elsewhere.
  Markup& operator<<(const Markup& part) {
    out_.append(part.out_);
    return *this;
  }

  /// Markup from a library that lets nothing through as it was written.
  void append_rendered(std::string_view markup) { out_.append(markup); }

  std::string_view bytes() const { return out_; }
  bool empty() const { return out_.empty(); }
  void reserve(std::size_t size) { out_.reserve(size); }

 private:
  std::string out_;
};

/// Whether a page may link there: http, https, mailto, tel, or a relative
/// address. Anything else, such as `javascript:`, is shown as text.
bool is_safe_link(std::string_view url);

}  // namespace catalog::emit::site
