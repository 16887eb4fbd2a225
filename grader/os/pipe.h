#pragma once

#include <cstddef>
#include <string_view>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::os {

/// A pipe whose ends are closed on exec.
struct Pipe {
  Fd read;
  Fd write;

  [[nodiscard]] static Result<Pipe> make();
};

/// Makes reads and writes of `fd` return at once (EAGAIN) where they would wait.
void make_non_blocking(int fd);

/// Writes as much of `text` as goes in at once. The reader's end being closed is no signal, only an error.
/// \return bytes written; -1 with errno EAGAIN when nothing goes in now, or another errno when nothing ever will.
[[nodiscard]] ssize_t write_some(int fd, std::string_view text);

}  // namespace lockstep::os
