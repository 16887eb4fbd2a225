#pragma once

#include <sys/eventfd.h>

#include <stop_token>

#include "os/fd.h"

namespace lockstep::process {

/// A stop token as something that poll(2) can wait for.
class StopWatch {
 public:
  explicit StopWatch(std::stop_token token)
      : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), callback_(std::move(token), Ring{fd_.get()}) {}
  StopWatch(const StopWatch&) = delete;
  StopWatch& operator=(const StopWatch&) = delete;

  [[nodiscard]] int fd() const { return fd_.get(); }  ///< readable from the moment of the request on

 private:
  struct Ring {
    int fd;
    void operator()() const noexcept { eventfd_write(fd, 1); }
  };
  os::Fd fd_;
  std::stop_callback<Ring> callback_;
};

}  // namespace lockstep::process
