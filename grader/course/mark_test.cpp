#include "course/mark.h"

#include <gtest/gtest.h>

#include "course/moment.h"

namespace lockstep::course {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Moment kDue = read_moment("2026-10-01T22:00:00Z").value();

Course course_with(double points_per_day, Counts counts = Counts::kBest) {
  Course course;
  course.counts = counts;
  course.late.points_per_day = points_per_day;
  course.labs.push_back({.name = "03-locks", .due = kDue, .last = std::nullopt, .worth = std::nullopt, .column = ""});
  return course;
}

GradedAttempt attempt(int number, std::optional<Moment> received, std::optional<double> points, int max_points = 100,
                      int left_out = 0) {
  return {.number = number, .received = received, .points = points, .max_points = max_points, .left_out = left_out};
}

Mark mark_of(const Course& course, const std::vector<GradedAttempt>& attempts, std::string_view learner = "ada") {
  return mark(course, "03-locks", learner, attempts, 100);
}

TEST(MarkTest, AnAttemptInTimeKeepsItsPoints) {
  const Mark result = mark_of(course_with(10), {attempt(1, kDue, 82)});
  EXPECT_EQ(result.points, 82);
  EXPECT_EQ(result.days_late, 0) << "the second of the due time is in time";
  EXPECT_EQ(result.reason, "82 of 100");
}

TEST(MarkTest, EachDayThatHasBegunCostsPoints) {
  const Course course = course_with(10);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + seconds(1), 82)}).reason, "82 of 100, 1 day late: −10");
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + hours(24), 82)}).days_late, 1);
  const Mark second = mark_of(course, {attempt(1, kDue + hours(24) + seconds(1), 82)});
  EXPECT_EQ(second.points, 62);
  EXPECT_EQ(second.reason, "82 of 100, 2 days late: −20");
}

TEST(MarkTest, AMarkDoesNotFallBelowNothing) {
  const Mark result = mark_of(course_with(10), {attempt(1, kDue + hours(200), 15)});
  EXPECT_EQ(result.points, 0);
  EXPECT_EQ(result.reason, "15 of 100, 9 days late: −15");
}

TEST(MarkTest, GraceForgivesASmallDelayAndMovesNoDay) {
  Course course = course_with(10);
  course.late.grace = minutes(15);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + minutes(15), 82)}).points, 82);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + minutes(16), 82)}).days_late, 1);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + hours(24) + minutes(10), 82)}).days_late, 2);
}

TEST(MarkTest, WithoutAPolicyLatenessIsToldAndCostsNothing) {
  const Mark result = mark_of(course_with(0), {attempt(1, kDue + hours(30), 82)});
  EXPECT_EQ(result.points, 82);
  EXPECT_EQ(result.reason, "82 of 100, 2 days late");
}

TEST(MarkTest, TheBestCountsAfterWhatLatenessTakesOffAndOfEqualOnesTheFirst) {
  const std::vector attempts{attempt(1, kDue, 80), attempt(2, kDue + hours(1), 90), attempt(3, kDue + hours(1), 89)};
  const Mark result = mark_of(course_with(10), attempts);
  EXPECT_EQ(result.attempt, 1);
  EXPECT_EQ(result.reason, "attempt 1: 80 of 100");
}

TEST(MarkTest, TheLastOrTheFirstCountsWhatItIsWorth) {
  const std::vector attempts{attempt(2, kDue, 90), attempt(1, kDue, 50), attempt(3, kDue, 70)};
  EXPECT_EQ(mark_of(course_with(10, Counts::kLast), attempts).points, 70);
  EXPECT_EQ(mark_of(course_with(10, Counts::kFirst), attempts).points, 50);
}

TEST(MarkTest, AfterTheLastDateAnAttemptDoesNotCount) {
  Course course = course_with(10);
  course.labs[0].last = kDue + hours(48);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue, 50), attempt(2, kDue + hours(49), 100)}).reason,
            "attempt 1: 50 of 100; attempt 2 is after the last date");
  const Mark none = mark_of(course, {attempt(1, kDue + hours(49), 100)});
  EXPECT_FALSE(none.points);
  EXPECT_EQ(none.reason, "no submission before the last date; attempt 1 is after the last date");
}

TEST(MarkTest, AnExtensionIsOneLearnersAndMovesTheLastDateToo) {
  Course course = course_with(10);
  course.labs[0].last = kDue + hours(24);
  course.extensions.push_back({.learner = "ada", .lab = "03-locks", .due = kDue + hours(72)});
  const std::vector attempts{attempt(1, kDue + hours(73), 82)};
  EXPECT_EQ(mark_of(course, attempts).reason, "82 of 100, 1 day late (extended to 2026-10-04 22:00 UTC): −10");
  EXPECT_FALSE(mark_of(course, attempts, "bob").points);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + hours(50), 82)}).reason,
            "82 of 100, in time (extended to 2026-10-04 22:00 UTC)");
}

TEST(MarkTest, WhatCouldNotBeJudgedCostsNothing) {
  const Mark result = mark_of(course_with(10), {attempt(1, kDue, 60, 80, 20)});
  EXPECT_EQ(result.points, 75);
  EXPECT_EQ(result.reason, "75 of 100 (for 60 of 80; 20 could not be judged and cost nothing)");
  const Mark none = mark_of(course_with(10), {attempt(1, kDue, 0, 0, 100)});
  EXPECT_FALSE(none.points);
  EXPECT_EQ(none.reason, "could not be judged");
}

TEST(MarkTest, ALabMayBeWorthOtherPointsInTheCourse) {
  Course course = course_with(2);
  course.labs[0].worth = 20;
  const Mark result = mark_of(course, {attempt(1, kDue + hours(1), 82)});
  EXPECT_EQ(result.points, 14.4);
  EXPECT_EQ(result.worth, 20);
  EXPECT_EQ(result.reason, "16.4 of 20 (for 82 of 100), 1 day late: −2");
}

TEST(MarkTest, ALostPointNeverRoundsToNoneLost) {
  Course course = course_with(0);
  course.labs[0].worth = 10;
  EXPECT_EQ(mark_of(course, {attempt(1, kDue, 99.99)}).points, 9.99);
  EXPECT_EQ(mark_of(course, {attempt(1, kDue, 100)}).points, 10);
}

TEST(MarkTest, AnUngradedAttemptIsToldAndNeverCountedAsNothing) {
  EXPECT_EQ(mark_of(course_with(10), {attempt(1, kDue, 50), attempt(2, kDue, std::nullopt)}).reason,
            "attempt 1: 50 of 100; attempt 2 is not graded yet");
  const Mark last = mark_of(course_with(10, Counts::kLast), {attempt(1, kDue, 50), attempt(2, kDue, std::nullopt)});
  EXPECT_FALSE(last.points);
  EXPECT_EQ(last.reason, "attempt 2 counts, and is not graded yet");
  EXPECT_EQ(mark_of(course_with(10), {attempt(1, kDue, std::nullopt)}).reason, "not graded yet");
  EXPECT_EQ(mark_of(course_with(10), {}).reason, "no submission");
}

TEST(MarkTest, WhatWasReceivedAtAnUnknownTimeIsNotLate) {
  Course course = course_with(10);
  course.labs[0].last = kDue;
  EXPECT_EQ(mark_of(course, {attempt(1, std::nullopt, 82)}).reason,
            "82 of 100; when it was received is not known, so it is not late");
}

TEST(MarkTest, ALabThatTheCourseDoesNotNameIsNeverLate) {
  Course course = course_with(10);
  course.labs.clear();
  EXPECT_EQ(mark_of(course, {attempt(1, kDue + hours(1000), 82)}).reason, "82 of 100");
}

Mark with(std::optional<double> points, double worth) { return {.points = points, .worth = worth, .reason = ""}; }

TEST(TotalTest, SumsTheMarksAndCountsAMissingOneAsNothing) {
  const std::vector marks{with(80, 100), with(std::nullopt, 50), with(10, 20)};
  const Total sum = total(Course{}, marks);
  EXPECT_EQ(sum.points, 90);
  EXPECT_EQ(sum.worth, 170);
  EXPECT_TRUE(sum.dropped.empty());
}

TEST(TotalTest, TheLowestShareIsDroppedNotTheFewestPoints) {
  Course course;
  course.drop_lowest = 1;
  const std::vector marks{with(50, 100), with(19, 20)};
  const Total sum = total(course, marks);
  EXPECT_EQ(sum.dropped, (std::vector<std::size_t>{0}));
  EXPECT_EQ(sum.points, 19);
}

TEST(TotalTest, OneLabIsAlwaysSummed) {
  Course course;
  course.drop_lowest = 5;
  const std::vector marks{with(50, 100), with(19, 20)};
  EXPECT_EQ(total(course, marks).points, 19);
  EXPECT_EQ(total(course, {}).points, 0);
}

}  // namespace
}  // namespace lockstep::course
