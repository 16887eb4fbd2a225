#include "book/failures.h"

#include <gtest/gtest.h>

#include "book/sample_class.h"
#include "os/temp_dir.h"

namespace lockstep::book {
namespace {

class FailuresTest : public testing::Test {
 protected:
  Book read() { return make_book(read_records(file_, "").value(), {}, {}); }
  static const CheckFailures& check(const std::vector<CheckFailures>& all, std::string_view id) {
    for (const CheckFailures& each : all) {
      if (each.id == id) return each;
    }
    throw std::out_of_range("no such check");
  }

  os::TempDir dir_ = os::TempDir::make().value();
  gradebook::Gradebook file_ = sample_class(dir_.path() / "class.db");
};

TEST_F(FailuresTest, EachLearnerCountsOnceByTheSubmissionThatCounts) {
  const Book book = read();
  const auto all = failures(book, 0);
  EXPECT_EQ(check(all, "threads").judged, 2U) << "ada's second, and the hostile one's";
  EXPECT_EQ(check(all, "threads").failed, 1U);
}

TEST_F(FailuresTest, WhatCouldNotBeJudgedIsNoFailure) {
  (void)file_.add({.lab = "01-primes", .learner = "dan", .received = "", .source = "d", .content = "lost"}).value();
  const Book book = read();
  const CheckFailures speedup = check(failures(book, 0), "speedup");
  EXPECT_EQ(speedup.failed, 0U);
  EXPECT_EQ(speedup.not_judged, 1U);
}

TEST_F(FailuresTest, ThoseThatFailedMostComeFirst) {
  for (const char* name : {"dan", "eve", "fay"}) {
    (void)file_.add({.lab = "01-primes", .learner = name, .received = "", .source = name, .content = "explored"})
        .value();
  }
  const Book book = read();
  const auto all = failures(book, 0);
  EXPECT_EQ(all[0].id, "explored");
  EXPECT_EQ(all[0].failed, 4U);
  EXPECT_EQ(all[0].cases[0].name, "ExploredTest.Finds");
  EXPECT_EQ(all[0].cases[0].failed, 4U);
  EXPECT_EQ(all[0].cases[1].failed, 0U);
}

TEST_F(FailuresTest, TheInterleavingMostSeenIsThatOfMostSubmissions) {
  const Book before = read();
  report::GradeReport other = before.reports.at({"01-primes", "explored"});
  std::swap(other.score.checks[0].verdict.findings[0].steps[0].thread,
            other.score.checks[0].verdict.findings[0].steps[1].thread);
  Book book = before;
  book.reports.insert_or_assign({"01-primes", "other"}, other);
  for (const char* name : {"dan", "eve"}) {
    Learner learner = book.learners[2];
    learner.name = name;
    learner.works[0].attempts[0].content = "other";
    book.learners.push_back(learner);
  }
  const auto all = failures(book, 0);
  const auto& seen = all[0].cases[0].seen;
  ASSERT_NE(seen.finding, nullptr);
  EXPECT_EQ(seen.times, 2U);
  EXPECT_EQ(seen.finding->steps[0].thread, "c");
}

TEST_F(FailuresTest, LinesAndNamesMakeNoOtherInterleaving) {
  Book book = read();
  report::GradeReport other = book.reports.at({"01-primes", "explored"});
  for (TraceStep& step : other.score.checks[0].verdict.findings[0].steps) {
    step.line += 7;
    step.code = "other code";
    step.object = "other";
  }
  book.reports.insert_or_assign({"01-primes", "other"}, other);
  Learner learner = book.learners[2];
  learner.works[0].attempts[0].content = "other";
  book.learners.push_back(learner);
  EXPECT_EQ(failures(book, 0)[0].cases[0].seen.times, 2U);
}

}  // namespace
}  // namespace lockstep::book
