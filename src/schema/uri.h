#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalog::schema {

/// The target of a reference as seen from `base` (RFC 3986, section 5.2). The
/// base may be empty.
std::string resolved_uri(std::string_view base, std::string_view reference);

/// A URI without its fragment, and the fragment, percent-decoded.
struct SplitUri {
  std::string_view address;
  std::string fragment;
};
SplitUri split_fragment(std::string_view uri);

/// Whether a text is an absolute URI (RFC 3986): scheme and allowed characters.
bool is_uri(std::string_view text);

/// Whether a text is an address of that kind, as written in URIs and e-mail
/// addresses.
bool is_ipv4(std::string_view text);
bool is_ipv6(std::string_view text);

}  // namespace catalog::schema
