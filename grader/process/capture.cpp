#include "process/capture.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace lockstep::process {

void Capture::read() {
  std::array<char, 1 << 16> part;
  while (fd_) {
    const ssize_t got = ::read(fd_.get(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
      fd_.reset();
      return;
    }
    const auto size = static_cast<std::uint64_t>(got);
    text_.append(part.data(), static_cast<std::size_t>(std::min(size, limit_ - taken_)));
    flooded_ = size > limit_ - taken_;
    taken_ += std::min(size, limit_ - taken_);
    if (flooded_) fd_.reset();
  }
}

}  // namespace lockstep::process
