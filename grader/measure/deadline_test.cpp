#include "measure/deadline.h"

#include <gtest/gtest.h>

namespace lockstep::measure {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

/// Something that is never answered: ends when the token says so.
int wait_for(const std::stop_token& token) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait(lock, token, [] { return false; });
  return 7;
}

TEST(DeadlineTest, EndsWhatTakesTooLong) {
  Deadline deadline(milliseconds(20), {});
  EXPECT_EQ(deadline.bound([&] { return wait_for(deadline.token()); }), 7);
  EXPECT_TRUE(deadline.token().stop_requested());
}

TEST(DeadlineTest, LetsAnAnswerThroughAndIsReadyForTheNext) {
  Deadline deadline(hours(1), {});
  EXPECT_EQ(deadline.bound([] { return 1; }), 1);
  EXPECT_EQ(deadline.bound([] { return 2; }), 2);
  EXPECT_FALSE(deadline.token().stop_requested());
}

TEST(DeadlineTest, ForwardsTheCallersStop) {
  std::stop_source caller;
  Deadline deadline(hours(1), caller.get_token());
  caller.request_stop();
  EXPECT_EQ(deadline.bound([&] { return wait_for(deadline.token()); }), 7);
}

}  // namespace
}  // namespace lockstep::measure
