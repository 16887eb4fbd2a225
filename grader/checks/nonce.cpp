#include "checks/nonce.h"

#include <fmt/core.h>
#include <sys/random.h>

#include <array>
#include <cassert>
#include <cstdint>

namespace lockstep::checks {

std::string make_nonce() {
  std::array<std::uint64_t, 2> bits{};
  // Up to 256 bytes come whole once the kernel's generator is ready: getrandom(2).
  [[maybe_unused]] const ssize_t got = getrandom(bits.data(), sizeof bits, 0);
  assert(got == sizeof bits);
  return fmt::format("{:016x}{:016x}", bits[0], bits[1]);
}

}  // namespace lockstep::checks
