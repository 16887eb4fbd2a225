#include "checks/case_verdict.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <system_error>

namespace lockstep::checks {
namespace {

Manifest manifest() {
  Manifest manifest;
  manifest.name = "01-primes";
  manifest.id = "01";
  manifest.submit = {"concurrent.cpp"};
  return manifest;
}

/// A run that passed.
CaseRun good_run() {
  CaseRun run;
  run.run.exit = process::Exited{0};
  run.report.ended = {{"Suite.Case", CaseEnd::kPassed}};
  run.report.complete = true;
  return run;
}

std::optional<FindingKind> kind_of(const CaseRun& run) {
  const auto fault = fault_of("Suite.Case", run, manifest());
  return fault ? std::optional(fault->kind) : std::nullopt;
}

TEST(FaultOfTest, FindsNothingWrongWithARunThatPassed) { EXPECT_EQ(kind_of(good_run()), std::nullopt); }

TEST(FaultOfTest, ExitZeroWithoutTheEpilogueIsAnEarlyExit) {
  CaseRun run = good_run();
  run.report.complete = false;
  EXPECT_EQ(kind_of(run), FindingKind::kEarlyExit);
}

TEST(FaultOfTest, APassThatEndsWithAnotherExitCodeIsAnEarlyExit) {
  CaseRun run = good_run();
  run.run.exit = process::Exited{3};
  EXPECT_EQ(kind_of(run), FindingKind::kEarlyExit);
}

TEST(FaultOfTest, ACaseThatDidNotRunProvesNothing) {
  CaseRun none = good_run();
  none.report.ended.clear();
  CaseRun other = good_run();
  other.report.ended = {{"Suite.Other", CaseEnd::kPassed}};
  CaseRun skipped = good_run();
  skipped.report.ended = {{"Suite.Case", CaseEnd::kSkipped}};
  CaseRun twice = good_run();
  twice.report.ended.push_back(twice.report.ended.front());
  for (const CaseRun& run : {none, other, skipped, twice}) EXPECT_EQ(kind_of(run), FindingKind::kIntegrity);
}

TEST(FaultOfTest, AnExpectationThatFailedExplainsHowItEndedAfterThat) {
  CaseRun run = good_run();
  run.report.complete = false;
  run.report.failures = {{.file = "/b/labs/01-primes/slot0/src/tests/a_test.cpp", .line = 7, .message = "one got in"}};
  run.run.exit = process::TimedOut{process::TimedOut::Clock::kWall, std::chrono::seconds(6)};
  const auto hang = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(hang);
  EXPECT_EQ(hang->kind, FindingKind::kAssertion);
  EXPECT_EQ(hang->line, 7);
  EXPECT_EQ(hang->message.find("Suite.Case:\none got in\nAfter that, Suite.Case did not end: it was still running"), 0U)
      << hang->message;
  run.run.exit = process::Deadlocked{};
  EXPECT_EQ(kind_of(run), FindingKind::kAssertion);
  run.run.exit = process::Starved{};
  EXPECT_FALSE(starved(run)) << "a busy machine makes no expectation fail";
  EXPECT_EQ(kind_of(run), FindingKind::kAssertion);
  run.run.exit = process::Signaled{SIGSEGV};
  EXPECT_EQ(kind_of(run), FindingKind::kAssertion);
  run.report.failures.clear();
  EXPECT_EQ(kind_of(run), FindingKind::kCrash);
}

TEST(FaultOfTest, AFailedExpectationNamesItsPlace) {
  CaseRun run = good_run();
  run.report.ended = {{"Suite.Case", CaseEnd::kFailed}};
  run.report.failures = {{"/b/labs/01-primes/slot0/src/tests/a_test.cpp", 12, "1 is not 2"}, {"", -1, "later"}};
  const auto fault = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->kind, FindingKind::kAssertion);
  EXPECT_EQ(fault->file, "tests/a_test.cpp");
  EXPECT_EQ(fault->line, 12);
  EXPECT_NE(fault->message.find("1 is not 2"), std::string::npos);
}

TEST(FaultOfTest, AFailureThatWasForgivenIsAFailure) {
  CaseRun run = good_run();
  run.report.failures = {{"a_test.cpp", 12, "1 is not 2"}};
  EXPECT_EQ(kind_of(run), FindingKind::kAssertion);
}

TEST(FaultOfTest, AnUncaughtExceptionIsOne) {
  CaseRun run = good_run();
  run.report.failures = {{"", -1, "C++ exception thrown in the test body."}};
  EXPECT_EQ(kind_of(run), FindingKind::kException);
}

TEST(FaultOfTest, AThreadThatCannotStartIsExplained) {
  CaseRun run = good_run();
  const std::system_error refused(std::make_error_code(std::errc::resource_unavailable_try_again));
  run.report.failures = {{"", -1, fmt::format("C++ exception with description \"{}\" thrown.", refused.what())}};
  const auto fault = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->kind, FindingKind::kException);
  EXPECT_NE(fault->message.find("no more threads may start"), std::string::npos) << fault->message;
}

TEST(FaultOfTest, WhatIsFoundInAFileOfTheLabNamesTheLearnersLineThatCalledIt) {
  CaseRun run = good_run();
  run.report.explored = {
      .kind = "data-race",
      .message = "Data race: a reads it at concurrent.cpp:99",
      .places = {{"/b/labs/01-primes/slot0/src/given.cpp", 7, "count"},
                 {"/usr/include/c++/12/thread", 5, "run"},
                 {"/b/labs/01-primes/slot0/src/concurrent.cpp", 30, "find"}},
      .schedule = 12,
      .interleaving = "    1   a  begin  concurrent.cpp:12\n",
      .steps = {{.number = 1,
                 .thread = "a",
                 .what = "load",
                 .file = "/b/labs/01-primes/slot0/src/concurrent.cpp",
                 .line = 12},
                {.number = 2, .thread = "a", .what = "lock", .file = "/usr/include/mutex", .line = 5}},
      .replay = "(ab)3",
      .trace = "",
      .ordered = {}};
  const auto fault = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->file, "concurrent.cpp");
  EXPECT_EQ(fault->line, 30);
  EXPECT_EQ(fault->places, (std::vector<FindingPlace>{{"concurrent.cpp", 30, "find"}, {"given.cpp", 7, "count"}}));
  EXPECT_EQ(fault->schedule, 12U);
  EXPECT_EQ(fault->replay, "./lab replay 01 Suite.Case '(ab)3'");
  EXPECT_EQ(fault->trace, "    1   a  begin  concurrent.cpp:12\n");
  EXPECT_EQ(fault->steps,
            (std::vector<TraceStep>{{.number = 1, .thread = "a", .what = "load", .file = "concurrent.cpp", .line = 12},
                                    {.number = 2, .thread = "a", .what = "lock"}}));
  EXPECT_EQ(fault->message.find("begin"), std::string::npos) << fault->message;
  EXPECT_NE(full_text(*fault).find("\n    1   a  begin"), std::string::npos) << full_text(*fault);
}

TEST(FaultOfTest, WordsOfTheExplorersMessageAreNoPlace) {
  CaseRun run = good_run();
  run.report.ended = {{"Suite.Case", CaseEnd::kFailed}};
  run.report.explored.kind = "thread-leak";
  run.report.explored.message = "A thread is left, at concurrent.cpp:12";
  run.report.explored.places = {{"/b/labs/01-primes/slot0/src/given.cpp", 7, ""}};
  const auto fault = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->kind, FindingKind::kThreadLeak);
  EXPECT_EQ(fault->file, "given.cpp");
  run.report.explored.places.clear();
  EXPECT_EQ(fault_of("Suite.Case", run, manifest())->file, "");
}

TEST(FaultOfTest, NamesTheWaysToEndByForce) {
  CaseRun run = good_run();
  run.run.exit = process::Signaled{SIGSEGV};
  EXPECT_EQ(kind_of(run), FindingKind::kCrash);
  run.run.exit = process::OutOfMemory{1 << 20};
  EXPECT_EQ(kind_of(run), FindingKind::kMemory);
  run.run.exit = process::OutputLimitExceeded{"standard output", 10};
  EXPECT_EQ(kind_of(run), FindingKind::kCrash);
}

TEST(FaultOfTest, ACrashShowsWhatTheProgramWroteLast) {
  CaseRun run = good_run();
  run.run.exit = process::Signaled{SIGABRT};
  const auto message = [&](std::string errors) {
    run.run.errors = std::move(errors);
    return fault_of("Suite.Case", run, manifest())->message;
  };
  const std::string silent = message("");
  EXPECT_EQ(silent.find("It wrote"), std::string::npos) << silent;
  EXPECT_EQ(message("a.cpp:7: Assertion `x' failed.\n"), silent + "\nIt wrote last:\na.cpp:7: Assertion `x' failed.");
  EXPECT_EQ(message("1\n2\n3\n4\n"), silent + "\nIt wrote last:\n2\n3\n4");
  EXPECT_EQ(message(std::string(10'000, 'x')), silent + "\nIt wrote last:\n" + std::string(500, 'x'));
}

TEST(FaultOfTest, ATerminatedProgramIsToldWhatMostlyLeadsThere) {
  CaseRun run = good_run();
  run.run.exit = process::Signaled{SIGABRT};
  run.run.errors = "terminate called after throwing an instance of 'std::runtime_error'\n  what():  no\n";
  const std::string thrown = fault_of("Suite.Case", run, manifest())->message;
  EXPECT_NE(thrown.find("An exception left a thread's function"), std::string::npos) << thrown;
  EXPECT_NE(thrown.find("what():  no"), std::string::npos) << thrown;
  run.run.errors = "terminate called without an active exception\n";
  const std::string joinable = fault_of("Suite.Case", run, manifest())->message;
  EXPECT_NE(joinable.find("could still be joined"), std::string::npos) << joinable;
}

TEST(FaultOfTest, ADeadlockIsATimeOutToo) {
  CaseRun run = good_run();
  run.run.exit = process::Deadlocked{};
  EXPECT_EQ(kind_of(run), FindingKind::kTimeOut);
}

TEST(FaultOfTest, AHangShowsWhereEachThreadStands) {
  CaseRun run = good_run();
  run.run.exit = process::TimedOut{process::TimedOut::Clock::kWall, std::chrono::seconds(5)};
  run.stacks = {{{"pthread_join", "", 0}, {"find", "/b/labs/01-primes/slot0/src/concurrent.cpp", 30}},
                {{"futex_wait", "", 0}}};
  const auto fault = fault_of("Suite.Case", run, manifest());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->kind, FindingKind::kTimeOut);
  EXPECT_EQ(fault->file, "concurrent.cpp");
  EXPECT_EQ(fault->line, 30);
  EXPECT_NE(fault->message.find("find at concurrent.cpp:30"), std::string::npos) << fault->message;
  EXPECT_NE(fault->message.find("thread 1, in futex_wait"), std::string::npos) << fault->message;
}

}  // namespace
}  // namespace lockstep::checks
