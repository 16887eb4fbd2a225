#include <gtest/gtest.h>

#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

#include "as_completed.h"
#include "fakes.h"
#include "fetch_all.h"
#include "pause.h"

TEST(HiddenFetchTest, AMixOfEnds) {
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token&) -> std::string {
    switch (std::stoi(request.path) % 5) {
      case 0:
        throw Failed("busy");
      case 1:
        throw TimedOut("late");
      case 2:
        throw std::logic_error("a bug");
      case 3:
        return {};  // an empty body is a body
      default:
        return request.path;
    }
  });
  const auto outcomes = fetch_all(transport, many(65), {.at_most = 7});
  ASSERT_EQ(outcomes.size(), 65U);
  const Ends expected{"Failed", "TimedOut", "something else", ""};
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    EXPECT_EQ(end_of(outcomes[i]), i % 5 == 4 ? std::to_string(i) : expected[i % 5]) << "request " << i;
    EXPECT_EQ(outcomes[i].has_body(), i % 5 > 2) << "request " << i;
  }
  EXPECT_LE(transport.most_at_once(), 7U);
}

TEST(HiddenFetchTest, AStopWhileResultsAreTaken) {
  std::stop_source source;
  FakeTransport transport([](const Request& request, TimePoint, const std::stop_token& stop) {
    if (std::stoi(request.path) >= 2 && !pause_until(TimePoint::max(), stop)) throw Stopped("stopped while it ran");
    return request.path;
  });
  AsCompleted completed(transport, many(6), {.at_most = 1, .stop = source.get_token()});
  for (const char* const expected : {"0", "1", "Stopped", "Stopped", "Stopped", "Stopped"}) {
    const auto ended = completed.next();
    ASSERT_TRUE(ended.has_value()) << "nothing more, and " << expected << " was not given";
    EXPECT_EQ(end_of(ended->outcome), expected);
    if (ended->index == 1) source.request_stop();
  }
  EXPECT_FALSE(completed.next().has_value());
  EXPECT_LE(transport.asked().size(), 3U) << "sent after the stop";
}
