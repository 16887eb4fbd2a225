#include "book/book.h"

#include <gtest/gtest.h>

#include "book/sample_class.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::book {
namespace {

class BookTest : public testing::Test {
 protected:
  [[nodiscard]] Book book(const course::Course& course = {}) const {
    return make_book(read_records(file_, "").value(), course,
                     {{"01-primes", {"Prime numbers", {{"threads", "Search with threads"}}}}});
  }
  [[nodiscard]] course::Course course() const {
    EXPECT_TRUE(os::write_file(dir_.path() / "course.toml", kSampleCourse));
    return course::read_course(dir_.path() / "course.toml", {"01-primes", "03-locks"}).value();
  }
  static const Learner& learner(const Book& book, std::string_view name) {
    for (const Learner& each : book.learners) {
      if (each.name == name) return each;
    }
    throw std::out_of_range("no such learner");
  }

  os::TempDir dir_ = os::TempDir::make().value();
  gradebook::Gradebook file_ = sample_class(dir_.path() / "class.db");
};

TEST_F(BookTest, LabsAndLearnersAreThoseOfTheAttempts) {
  const Book all = book();
  ASSERT_EQ(all.labs.size(), 2U);
  EXPECT_EQ(all.labs[0].title, "Prime numbers");
  EXPECT_EQ(all.reports.at({"01-primes", "all"}).title, "Prime numbers");
  EXPECT_EQ(all.reports.at({"01-primes", "lost"}).score.checks[2].title, "Search with threads");
  EXPECT_EQ(all.labs[1].title, "03-locks") << "the kit has no such lab";
  ASSERT_EQ(all.learners.size(), 4U);
  EXPECT_EQ(all.learners[1].name, "ada");
  EXPECT_EQ(all.learners[1].works[0].attempts.size(), 2U);
  EXPECT_TRUE(all.learners[3].works[1].attempts.empty());
}

TEST_F(BookTest, ALabIsWorthWhatItsChecksAreWithThoseThatCouldNotBeJudged) {
  const Book all = book();
  EXPECT_EQ(all.labs[0].worth, 125);
  EXPECT_EQ(book(course()).labs[1].worth, 20) << "as the course file says";
}

TEST_F(BookTest, AMarkFollowsTheCourse) {
  EXPECT_EQ(learner(book(), "ada").works[0].mark.attempt, 2);
  const Book late = book(course());
  const auto& mark = learner(late, "ada").works[0].mark;
  EXPECT_EQ(mark.days_late, 1);
  EXPECT_EQ(mark.taken_off, 10);
  EXPECT_EQ(learner(late, "bob").works[1].mark.reason,
            "0 of 20 (for 0 of 100); when it was received is not known, so it is not late");
}

TEST_F(BookTest, WhatIsNotGradedHasNoMark) {
  const Book all = book();
  const Learner& carol = learner(all, "carol");
  EXPECT_FALSE(carol.works[0].mark.points);
  EXPECT_EQ(carol.works[0].mark.reason, "not graded yet");
  EXPECT_EQ(carol.works[1].mark.reason, "no submission");
  EXPECT_EQ(judged_attempt(all, carol.works[0]), nullptr);
}

TEST_F(BookTest, TheJudgedAttemptIsTheOneThatCounts) {
  const Book all = book();
  const auto* attempt = judged_attempt(all, learner(all, "ada").works[0]);
  ASSERT_NE(attempt, nullptr);
  EXPECT_EQ(attempt->content, "all");
  course::Course first;
  first.counts = course::Counts::kFirst;
  const Book other = book(first);
  EXPECT_EQ(judged_attempt(other, learner(other, "ada").works[0])->content, "lost") << "not just the last";
}

TEST_F(BookTest, ALabAloneMayBeRead) {
  const Book locks = make_book(read_records(file_, "03-locks").value(), {}, {});
  EXPECT_EQ(locks.labs.size(), 1U);
  EXPECT_EQ(locks.learners.size(), 2U);
}

TEST_F(BookTest, WhatOnlyTheCourseFileOrOnlyTheGradebookHasIsTold) {
  course::Course other = course();
  other.labs.pop_back();
  other.extensions.push_back({.learner = "eve", .lab = "01-primes", .due = {}});
  const Book noted = book(other);
  ASSERT_EQ(noted.notes.size(), 2U);
  EXPECT_NE(noted.notes[0].find("03-locks"), std::string::npos);
  EXPECT_NE(noted.notes[1].find("eve"), std::string::npos);
}

TEST_F(BookTest, HowManyTimesAreNotKnownIsTold) {
  EXPECT_TRUE(book().notes.empty()) << "nothing is due";
  const Book due = book(course());
  ASSERT_EQ(due.notes.size(), 1U);
  EXPECT_EQ(due.notes[0], "Of 1 attempt with a due time it is not known when it was received: it counts as in time.");
}

TEST_F(BookTest, AReportThatCannotBeReadIsTheErrorOfItsAttempt) {
  ASSERT_TRUE(file_.record(
      {.lab = "01-primes", .content = "ungraded", .grader = "v1", .report = "{}", .outcome = "", .graded = ""}));
  const auto records = read_records(file_, "");
  ASSERT_FALSE(records);
  EXPECT_NE(records.error().message.find("the grade of attempt 1 of carol at 01-primes"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::book
