#include "cli/background_job.h"

#include <sys/eventfd.h>

#include <utility>

namespace lockstep::cli {

BackgroundJob::BackgroundJob(Work work)
    : done_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([work = std::move(work), done = done_.get()](const std::stop_token& stop) {
        work(stop);
        eventfd_write(done, 1);
      }) {}

}  // namespace lockstep::cli
