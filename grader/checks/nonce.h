#pragma once

#include <string>

namespace lockstep::checks {

/// 128 random bits in hexadecimal, different for each run, from the kernel.
[[nodiscard]] std::string make_nonce();

}  // namespace lockstep::checks
