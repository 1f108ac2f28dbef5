#include "source/hash.h"

#include <xxhash.h>

#include <new>

namespace catalog::source {
namespace {

std::string hex_of(XXH128_hash_t value) {
  constexpr char digits[] = "0123456789abcdef";
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, value);
  std::string text(2 * sizeof bytes.digest, '\0');
  std::size_t at = 0;
  for (const unsigned char byte : bytes.digest) {
    text[at++] = digits[byte >> 4];
    text[at++] = digits[byte & 15];
  }
  return text;
}

}  // namespace

struct Hasher::State {
  XXH3_state_t* state = XXH3_createState();
  ~State() { XXH3_freeState(state); }
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  if (state_->state == nullptr) throw std::bad_alloc();
  XXH3_128bits_reset(state_->state);
}
Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) {
  XXH3_128bits_update(state_->state, bytes.data(), bytes.size());
}

std::string Hasher::hex() const {
  return hex_of(XXH3_128bits_digest(state_->state));
}

std::string hash(std::string_view bytes) {
  return hex_of(XXH3_128bits(bytes.data(), bytes.size()));
}

}  // namespace catalog::source
