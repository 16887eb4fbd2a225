#include "os/stop_event.h"

#include <sys/eventfd.h>

#include <utility>

namespace lockstep::os {

StopEvent::StopEvent(std::stop_token stop)
    : event_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      on_stop_(std::move(stop), [fd = event_.get()] { eventfd_write(fd, 1); }) {}

}  // namespace lockstep::os
