#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>

#include "result/result.h"

namespace lockstep::os {

/// 128 random bits in hexadecimal, different for each run, from the kernel; a machine error when it gives none, since a
/// nonce that can be guessed protects nothing.
[[nodiscard]] Result<std::string> make_nonce();

/// Likewise from another source.
/// \param fill  as getrandom(2): fills the buffer, returns how many bytes it wrote
using FillRandom = ssize_t (*)(void* buffer, std::size_t size, unsigned flags);
[[nodiscard]] Result<std::string> make_nonce(FillRandom fill);

}  // namespace lockstep::os
