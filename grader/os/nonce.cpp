#include "os/nonce.h"

#include <fmt/core.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace lockstep::os {

Result<std::string> make_nonce() { return make_nonce(getrandom); }

Result<std::string> make_nonce(FillRandom fill) {
  std::array<std::uint64_t, 2> bits{};
  // Up to 256 bytes come whole once the kernel's generator is ready: getrandom(2).
  const ssize_t got = fill(bits.data(), sizeof bits, 0);
  if (got != sizeof bits) {
    return machine_error(fmt::format("the kernel gave no random bits: {}",
                                     got < 0 ? std::generic_category().message(errno) : "too few came"));
  }
  return fmt::format("{:016x}{:016x}", bits[0], bits[1]);
}

}  // namespace lockstep::os
