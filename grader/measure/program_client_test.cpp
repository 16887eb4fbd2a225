#include "measure/program_client.h"

#include <gtest/gtest.h>

#include <deque>
#include <sstream>
#include <string>
#include <utility>

namespace lockstep::measure {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// A program that answers what it was told to, with the ticket of the request in place of a "T".
class Program {
 public:
  explicit Program(std::deque<std::variant<process::Exchange, process::Exit>> answers) : answers_(std::move(answers)) {}

  ProgramClient client() {
    return {Owner::kLearner, [this](std::string_view line) { return answer(line); },
            [this] { return cpu_ += microseconds(500); }};
  }
  const std::vector<std::string>& requests() const { return requests_; }

 private:
  std::variant<process::Exchange, process::Exit> answer(std::string_view line) {
    std::istringstream words{std::string(line)};
    std::string verb;
    std::string ticket;
    words >> verb >> ticket;
    std::string rest;
    std::getline(words, rest);
    requests_.push_back(verb + rest);
    auto next = answers_.front();
    answers_.pop_front();
    if (auto* exchange = std::get_if<process::Exchange>(&next)) {
      if (const auto at = exchange->answer.find(" T"); at != std::string::npos)
        exchange->answer.replace(at + 1, 1, ticket);
    }
    return next;
  }

  std::deque<std::variant<process::Exchange, process::Exit>> answers_;
  std::vector<std::string> requests_;
  microseconds cpu_{};
};

process::Exchange says(std::string answer, milliseconds time = milliseconds(1)) { return {std::move(answer), time}; }

const RunRequest kParallelism{
    .function = "find", .seed = 7, .workers = 2, .watch = Watch::kParallelism, .timeout = milliseconds(100)};

TEST(ProgramClientTest, AsksForTheFunctions) {
  Program program({says("functions T find search")});
  EXPECT_EQ(program.client().functions().value(), (std::vector<std::string>{"find", "search"}));
}

TEST(ProgramClientTest, HasTheDataMadeBeforeTheWorkWhichAloneIsTimed) {
  Program program({says("ready T", milliseconds(500)), says("result T 99 1.5 0.75", milliseconds(20))});
  const Answer<Reading> reading = program.client().repeat(kParallelism);
  ASSERT_TRUE(reading);
  EXPECT_EQ(program.requests(), (std::vector<std::string>{"prepare find 7 2 parallelism 100", "run"}));
  EXPECT_EQ(reading->checksum, 99U);
  EXPECT_EQ(reading->values, (std::vector<double>{1.5, 0.75}));
  EXPECT_DOUBLE_EQ(reading->wall_s, 0.020);
  EXPECT_DOUBLE_EQ(reading->cpu_s, 0.0005);
}

TEST(ProgramClientTest, DoesNotTakeAnAnswerThatWasWrittenBeforeItWasAskedFor) {
  Program program({says("ready T"), says("result 0123456789abcdef 99 2 0.5")});
  const Answer<Reading> reading = program.client().repeat(kParallelism);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().kind, FindingKind::kIntegrity);
}

TEST(ProgramClientTest, DoesNotTakeAnAnswerWithoutTheValuesAskedFor) {
  for (const char* answer :
       {"result T 99", "result T 99 2", "result T 99 2 0.5 1", "result T x 2 0.5", "result T 99 -2 0.5",
        "result T 99 inf 0.5", "result T 99 nan 0.5", "ready T", "", "result"}) {
    Program program({says("ready T"), says(answer)});
    const Answer<Reading> reading = program.client().repeat(kParallelism);
    ASSERT_FALSE(reading) << answer;
    EXPECT_EQ(reading.error().kind, FindingKind::kIntegrity) << answer;
  }
}

TEST(ProgramClientTest, TellsWhichFunctionThrewWhat) {
  Program program({says("ready T"), says("exception T write find in find.cpp")});
  const Answer<Reading> reading = program.client().repeat(kParallelism);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().kind, FindingKind::kException);
  EXPECT_EQ(reading.error().function, "find");
  EXPECT_EQ(reading.error().what, "threw an exception: write find in find.cpp");
}

TEST(ProgramClientTest, NamesTheEndOfAProgramThatGaveNoAnswer) {
  const auto kind_after = [](process::Exit exit) {
    Program program({says("ready T"), exit});
    return program.client().repeat(kParallelism).error().kind;
  };
  EXPECT_EQ(kind_after(process::Exited{0}), FindingKind::kEarlyExit);
  EXPECT_EQ(kind_after(process::Signaled{11}), FindingKind::kCrash);
  EXPECT_EQ(kind_after(process::TimedOut{}), FindingKind::kTimeOut);
  EXPECT_EQ(kind_after(process::Starved{}), FindingKind::kTimeOut);
  EXPECT_EQ(kind_after(process::OutOfMemory{}), FindingKind::kMemory);
  EXPECT_EQ(kind_after(process::OutputLimitExceeded{}), FindingKind::kIntegrity);
}

}  // namespace
}  // namespace lockstep::measure
