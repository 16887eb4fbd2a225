#include <chrono>
#include <csignal>
#include <thread>

#include "process/backend_test.h"

namespace lockstep::process {
namespace {

class SessionTest : public BackendTest {
 protected:
  Session talk() const {
    Command command = guest({"talk"});
    command.channels = 1;
    auto session = start(command, limits_, sandbox());
    EXPECT_TRUE(session) << session.error().message;
    return std::move(*session);
  }
  static std::string answer(Session& session, std::string_view line,
                            std::chrono::milliseconds limit = std::chrono::seconds(60)) {
    const auto said = session.ask(line, limit);
    const auto* exchange = std::get_if<Exchange>(&said);
    return exchange != nullptr ? exchange->answer : "it " + describe(std::get<Exit>(said));
  }
};
ON_EVERY_BACKEND(SessionTest);

TEST_P(SessionTest, AnswersWhatItIsAsked) {
  Session session = talk();
  for (int i = 0; i < 100; ++i) EXPECT_EQ(answer(session, std::to_string(i)), std::to_string(2 * i));
  const auto run = session.finish();
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_EQ(status(*run), 0);
  EXPECT_EQ(run->output, "goodbye");
}

TEST_P(SessionTest, TellsHowLongAnAnswerTook) {
  Session session = talk();
  const auto said = session.ask("1", std::chrono::seconds(60));
  ASSERT_TRUE(std::holds_alternative<Exchange>(said));
  EXPECT_GT(std::get<Exchange>(said).time.count(), 0);
}

TEST_P(SessionTest, TellsHowMuchCpuTimeWasUsed) {
  limits_.cpu = std::chrono::milliseconds(300);
  Session session = talk();
  EXPECT_EQ(answer(session, "exceed"), "it used more than 0.3 s of CPU time and was stopped");
  EXPECT_GE(session.cpu(), limits_.cpu);
}

TEST_P(SessionTest, CpuTimeIsThatOfThisMoment) {
  Session session = talk();
  EXPECT_EQ(answer(session, "1"), "2");
  for (int i = 0; i < 5; ++i) {
    const auto before = session.cpu();
    EXPECT_EQ(answer(session, "compute"), "0");
    EXPECT_GE(session.cpu() - before, std::chrono::milliseconds(4));
  }
}

TEST_P(SessionTest, ADeathInMidAnswerIsAnEndAndNoAnswer) {
  Session session = talk();
  EXPECT_EQ(answer(session, "1"), "2");
  EXPECT_EQ(answer(session, "die"), "it was killed by signal 11 (segmentation fault)");
  EXPECT_EQ(answer(session, "2"), "it was killed by signal 11 (segmentation fault)") << "and it stays so";
  const auto run = session.finish();
  ASSERT_TRUE(run);
  EXPECT_EQ(signal(*run), SIGSEGV);
  EXPECT_EQ(run->channels.at(0), "half an ans");
}

TEST_P(SessionTest, AnEndInsteadOfAnAnswerIsAnEnd) {
  Session session = talk();
  EXPECT_EQ(answer(session, "hush"), "it ended with exit status 7");
}

TEST_P(SessionTest, AnAnswerThatDoesNotComeIsATimeOut) {
  limits_.wall = std::chrono::milliseconds(300);
  Session session = talk();
  EXPECT_EQ(answer(session, "sleep"), "it was still running after 0.3 s and was stopped");
}

TEST_P(SessionTest, AnAnswerHasALimitOfItsOwn) {
  constexpr std::chrono::milliseconds kLimit{300};
  Session session = talk();
  EXPECT_EQ(answer(session, "1", kLimit), "2");
  std::this_thread::sleep_for(2 * kLimit);
  EXPECT_EQ(answer(session, "2", kLimit), "4") << "what passes between two questions does not count";
  EXPECT_EQ(answer(session, "sleep", kLimit), "it was still running after 0.3 s and was stopped");
}

TEST_P(SessionTest, WhatWasSaidUnaskedIsNoAnswerToTheNextQuestion) {
  Session session = talk();
  EXPECT_EQ(answer(session, "chatter"), "0");
  EXPECT_EQ(answer(session, "21"), "42");
}

TEST_P(SessionTest, OneThatIsDroppedLeavesNothingBehind) {
  { Session session = talk(); }
  Session second = talk();
  second = talk();  // kills the one before
  EXPECT_EQ(answer(second, "3"), "6");
}

TEST_P(SessionTest, AStopRequestEndsTheConversation) {
  std::stop_source source;
  Command command = guest({"talk"});
  command.channels = 1;
  auto session = start(command, limits_, sandbox(), source.get_token());
  ASSERT_TRUE(session);
  source.request_stop();
  EXPECT_EQ(answer(*session, "sleep"), "it was stopped on request");
}

TEST_P(SessionTest, NeedsAChannelAndNoInput) {
  EXPECT_FALSE(start(guest({"talk"}), limits_, sandbox()));
  Command command = guest({"talk"});
  command.channels = 1;
  command.input = "1\n";
  EXPECT_FALSE(start(command, limits_, sandbox()));
}

}  // namespace
}  // namespace lockstep::process
