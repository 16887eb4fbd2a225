#include "server.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "as_completed.h"
#include "fakes.h"
#include "fetch_all.h"
#include "polite_transport.h"
#include "retry.h"

TEST(ServerTest, AllThatYouWroteGetsThroughToABadServer) {
  Script script;
  const std::string large(100'000, 'x');
  script.on("good", {answer("good", 3ms)})
      .on("large", {answer(large)})
      .on("torn", {tear("torn"), tear("torn"), answer("whole", 1ms)})
      .on("busy", {busy(2ms), hang_up(1ms), answer("at last")})
      .on("closed", {refuse()})
      .on("broken", {tear("broken")});
  ScriptedServer server(script);
  SocketTransport sockets(server);
  Politeness politeness(1ms);
  PoliteTransport polite(sockets, politeness);
  std::mt19937_64 engine(10);
  std::uniform_real_distribution<double> part;
  RetryingTransport retrying(polite, {.attempts = 3, .first_pause = 2ms}, [&] { return part(engine); });

  const auto requests = to_host({"torn", "good", "broken", "large", "closed", "busy"});
  const auto outcomes = fetch_all(retrying, requests, {.at_most = 3});
  EXPECT_EQ(ends_of(outcomes), (Ends{"whole", "good", "Failed", large, "Refused", "at last"}));
  EXPECT_EQ(script.asked("torn"), 3U);
  EXPECT_EQ(script.asked("busy"), 3U);
  EXPECT_EQ(script.asked("broken"), 3U);
  EXPECT_EQ(script.asked("closed"), 1U);
}

TEST(ServerTest, AServerThatNeverAnswersTimesOut) {
  Script script;
  script.on("silent", {never()});
  ScriptedServer server(script);
  SocketTransport sockets(server);
  RetryingTransport retrying(sockets, {.attempts = 2, .each = 3ms, .first_pause = 1ms}, [] { return 0.5; });
  const auto outcomes = fetch_all(retrying, to_host({"silent", "silent", "silent"}), {.at_most = 2});
  EXPECT_EQ(ends_of(outcomes), (Ends{"TimedOut", "TimedOut", "TimedOut"}));
}

TEST(ServerTest, TheFirstAnswerIsEnough) {
  Script script;
  script.on("fast", {answer("fast")}).on("silent", {never()});
  ScriptedServer server(script);
  SocketTransport sockets(server);
  AsCompleted completed(sockets, to_host({"silent", "fast", "silent"}), {.at_most = 3});
  const auto first = completed.next();
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(end_of(first->outcome), "fast");
}
