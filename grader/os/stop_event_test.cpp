#include "os/stop_event.h"

#include <gtest/gtest.h>
#include <poll.h>

namespace lockstep::os {
namespace {

bool is_readable(const StopEvent& event) {
  pollfd wait{.fd = event.fd(), .events = POLLIN, .revents = 0};
  return poll(&wait, 1, 0) == 1;
}

TEST(StopEventTest, IsReadableOnceAStopIsRequestedAndStaysSo) {
  std::stop_source source;
  const StopEvent event(source.get_token());
  EXPECT_FALSE(is_readable(event));
  source.request_stop();
  EXPECT_TRUE(is_readable(event));
  EXPECT_TRUE(is_readable(event));
}

TEST(StopEventTest, IsReadableWhenTheStopWasRequestedBefore) {
  std::stop_source source;
  source.request_stop();
  EXPECT_TRUE(is_readable(StopEvent(source.get_token())));
}

}  // namespace
}  // namespace lockstep::os
