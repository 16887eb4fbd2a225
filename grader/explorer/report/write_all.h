#pragma once

#include <unistd.h>

#include <string_view>

namespace lockstep::explorer {

/// Writes `text` to a file descriptor, whole; or as much as its reader takes.
inline void write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(to, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace lockstep::explorer
