#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace catalog::source {

/// XXH3 of 128 bits as 32 lower-case hex digits: tells whether bytes changed.
/// No defence against someone who wants two files to look the same.
std::string hash(std::string_view bytes);

/// The same for bytes that come in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void add(std::string_view bytes);
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace catalog::source
