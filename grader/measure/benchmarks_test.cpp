#include "measure/benchmarks.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::measure {
namespace {

TEST(ReadBenchmarksTest, ANameHasItsArgumentsAndNotHowItWasRun) {
  const auto benchmarks = read_benchmarks(R"({"context": {}, "benchmarks": [
    {"run_name": "ordered/seats:5/iterations:5/process_time/real_time", "run_type": "iteration", "real_time": 2.5, "meals": 1e3},
    {"run_name": "waiter", "run_type": "iteration", "meals": 7, "label": "x"}]})");
  ASSERT_TRUE(benchmarks) << benchmarks.error().message;
  ASSERT_EQ(benchmarks->size(), 2U);
  EXPECT_EQ(benchmarks->at(0).name, "ordered/seats:5");
  EXPECT_EQ(benchmarks->at(0).counters, (std::map<std::string, double>{{"meals", 1000}, {"real_time", 2.5}}));
  EXPECT_EQ(benchmarks->at(1).name, "waiter");
}

TEST(ReadBenchmarksTest, LeavesMeansOfSeveralRunsOut) {
  const auto benchmarks = read_benchmarks(R"({"benchmarks": [
    {"run_name": "f", "run_type": "iteration", "n": 1}, {"run_name": "f", "run_type": "aggregate", "n": 1}]})");
  EXPECT_EQ(benchmarks.value().size(), 1U);
}

TEST(ReadBenchmarksTest, RefusesWhatIsNoBenchmark) {
  const auto refusal = [](const char* text) { return read_benchmarks(text).error().message; };
  for (const char* other : {"", "hello {}", "[]", "{}", R"({"benchmarks": 3})"}) {
    EXPECT_EQ(refusal(other), "did not print what a benchmark prints; code that it runs may write to standard output")
        << other;
  }
  EXPECT_EQ(refusal(R"({"benchmarks": []})"), "ran no benchmark");
  EXPECT_EQ(refusal(R"({"benchmarks": [{"run_name": "f/2", "error_occurred": true, "error_message": "no table"}]})"),
            "says of f/2: no table");
}

class RunBenchmarksTest : public testing::Test {
 protected:
  /// Runs a shell script in place of a benchmark.
  Answer<std::vector<Benchmark>> run(const std::string& script) {
    const auto program = dir_.path() / "bench";
    EXPECT_TRUE(os::write_file(program, "#!/bin/sh\n" + script));
    for (const auto& readable : {dir_.path(), program}) {
      std::filesystem::permissions(readable, std::filesystem::perms(0755));  // the program has another user id
    }
    const build::Programs programs{dir_.path()};
    return run_benchmarks("bench", {.programs = programs,
                                    .limits = {},
                                    .backend = process::select_backend().backend,
                                    .stop = {},
                                    .progress = [](std::string_view) {}});
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(RunBenchmarksTest, AsksForTheFormatAndReadsIt) {
  const auto benchmarks =
      run(R"(test "$1" = --benchmark_format=json && echo '{"benchmarks": [{"run_name": "f", "meals": 3}]}')");
  ASSERT_TRUE(benchmarks) << sentence(benchmarks.error());
  EXPECT_EQ(benchmarks->front().counters.at("meals"), 3);
}

TEST_F(RunBenchmarksTest, AProgramThatFailsIsTheLearnersAndItsLastWordsAreKept) {
  const auto failed =
      run("echo 'terminate called' >&2; echo '  what():  ordered_table is not written yet' >&2; exit 3");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().owner, Owner::kLearner);
  EXPECT_NE(sentence(failed.error()).find("what():  ordered_table is not written yet."), std::string::npos)
      << sentence(failed.error());
  EXPECT_TRUE(sentence(failed.error()).starts_with("bench ")) << sentence(failed.error());
}

TEST_F(RunBenchmarksTest, AProgramThatPrintsSomethingElseIsTheLearners) {
  const auto failed = run("echo hello");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().owner, Owner::kLearner);
}

}  // namespace
}  // namespace lockstep::measure
