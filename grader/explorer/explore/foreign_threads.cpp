#include "explorer/explore/foreign_threads.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "explorer/engine/engine.h"

namespace lockstep::explorer {

ForeignThreads::ForeignThreads(std::optional<long> expected)
    : tasks_(open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), expected_(expected.value_or(count())) {}

ForeignThreads::~ForeignThreads() {
  if (tasks_ >= 0) close(tasks_);
}

/// A folder has a link from each folder in it, and two more; here there is one folder a thread.
long ForeignThreads::count() const {
  struct stat folder {};
  return fstat(tasks_, &folder) != 0 ? 0 : static_cast<long>(folder.st_nlink) - 2;
}

std::optional<RawFinding> ForeignThreads::found() const {
  // Real threads that carry the program's come and go.
  if (engine().carrier().name() != "fibres" || count() <= expected_) return std::nullopt;
  return RawFinding{.kind = FindingKind::kUnsupported,
                    .message =
                        "The program has a thread that the explorer did not create. It was made by other means "
                        "than std::thread, pthread_create or thrd_create, or before main began. What it does is "
                        "in no schedule, so nothing can be said of this program.",
                    .places = {},
                    .address = 0};
}

}  // namespace lockstep::explorer
