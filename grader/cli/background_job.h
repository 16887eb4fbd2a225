#pragma once

#include <functional>
#include <stop_token>
#include <thread>

#include "os/fd.h"

namespace lockstep::cli {

/// Work on a thread of its own, which `poll` can wait for. Its end asks the work to stop, and waits for it.
class BackgroundJob {
 public:
  using Work = std::function<void(const std::stop_token&)>;

  explicit BackgroundJob(Work work);

  /// Readable once the work is done.
  [[nodiscard]] int fd() const { return done_.get(); }

 private:
  os::Fd done_;
  std::jthread thread_;  // behind what it uses, so that it ends first
};

}  // namespace lockstep::cli
