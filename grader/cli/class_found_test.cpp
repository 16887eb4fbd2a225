#include "cli/class_found.h"

#include <gtest/gtest.h>

#include "cli/class_book.h"
#include "cli/class_progress.h"
#include "cli/class_work.h"
#include "os/temp_dir.h"
#include "report/json.h"

namespace lockstep::cli {
namespace {

/// With a value in each field.
Found everything() {
  Finding finding{.kind = FindingKind::kDeadlock,
                  .message = "It \"waits\"\nfor ever \x1b",
                  .file = "a.cpp",
                  .line = 7,
                  .replay = "./lab replay 01 C S",
                  .read = "README.md#x",
                  .raw = "not kept",
                  .racing = {"a.cpp:1", "b.cpp:2"},
                  .places = {{.file = "a.cpp", .line = 7, .function = "f"}, {.file = "b.cpp"}},
                  .schedule = 1ULL << 60,
                  .reduction = Reduction{.runs = 41, .from = {1, 9, 57}, .to = {0, 2, 30}},
                  .trace = "1 a lock",
                  .steps = {{.number = 3,
                             .thread = "a",
                             .what = "lock",
                             .note = "n",
                             .object = "mutex 2",
                             .file = "a.cpp",
                             .line = 7,
                             .code = "m.lock();",
                             .decisive = true,
                             .why = "w",
                             .waits = true,
                             .left_out = 4,
                             .held_then = {{"a", "mutex 1"}, {"b", "mutex 2"}}},
                            {.thread = "b", .what = "waits for"}},
                  .of_case = "T.C"};
  const Coverage coverage{
      .end = Coverage::End::kTruncated,
      .schedules = 12,
      .cut = 3,
      .out_of_time = true,
      .bounds = {.spurious_events = 1, .preemptions = 2, .steps = 99, .fair = true, .time_exact = true},
      .scenarios = {.pairs = 4, .random = 5, .complete = 6, .all_pairs = false}};
  Verdict failed{
      .outcome = Outcome::kFail,
      .fraction = 1.0 / 3,
      .findings = {finding},
      .cases = {{"T.C", Outcome::kFail, 0.1}, {"T.D", Outcome::kPass, 1, coverage}},
      .notes = {"a note"},
      .lines = {{.file = "a.cpp", .ran = {1, 2, 3, 9}, .never = {5}}, {.file = "b.cpp", .ran = {}, .never = {}}}};
  Verdict unknown{.outcome = Outcome::kInconclusive, .fraction = 0, .findings = {}, .cases = {}, .notes = {}};
  unknown.cases.push_back({"T.E", Outcome::kError, 0, Coverage{}});
  return {.verdicts = {{"one", failed}, {"two", unknown}}, .review = {finding}, .seconds = 1.25};
}

TEST(ClassFoundTest, ComesBackWholeFromItsText) {
  const std::string text = to_text(everything(), "v1");
  const auto found = found_in(text, "v1");
  ASSERT_TRUE(found);
  EXPECT_EQ(to_text(*found, "v1"), text);
  const Verdict& verdict = found->verdicts.at("one");
  EXPECT_EQ(verdict.outcome, Outcome::kFail);
  EXPECT_EQ(verdict.fraction, 1.0 / 3);
  EXPECT_EQ(verdict.notes, std::vector<std::string>{"a note"});
  const Finding& finding = verdict.findings.at(0);
  const Finding expected = everything().review.at(0);
  EXPECT_EQ(finding.message, expected.message);
  EXPECT_EQ(finding.places, expected.places);
  EXPECT_EQ(finding.steps, expected.steps);
  EXPECT_EQ(finding.racing, expected.racing);
  EXPECT_EQ(finding.schedule, expected.schedule);
  EXPECT_EQ(finding.reduction, expected.reduction);
  EXPECT_EQ(finding.of_case, expected.of_case);
  ASSERT_TRUE(verdict.cases.at(1).coverage);
  EXPECT_EQ(sentence(*verdict.cases.at(1).coverage), sentence(*everything().verdicts["one"].cases.at(1).coverage));
  ASSERT_EQ(verdict.lines.size(), 2U);
  EXPECT_EQ(verdict.lines[0].ran, (std::set<int>{1, 2, 3, 9}));
  EXPECT_EQ(verdict.lines[0].never, (std::set<int>{5}));
  EXPECT_EQ(found->verdicts.at("two").cases.at(0).verdict, Outcome::kError);
  EXPECT_EQ(found->seconds, 1.25);
}

// What a report says of a verdict must not depend on whether it came from another process.
TEST(ClassFoundTest, AReportSaysTheSameOfWhatCameBack) {
  Manifest manifest;
  manifest.name = "01-tiny";
  for (const char* id : {"one", "two"}) {
    manifest.checks.push_back(
        {.id = id, .title = id, .points = 10, .limits = {}, .settings = TestsCheck{}, .read = {}});
  }
  const auto back = found_in(to_text(everything(), "v1"), "v1");
  ASSERT_TRUE(back);
  EXPECT_EQ(report::json(report_of(manifest, {}, {*back})), report::json(report_of(manifest, {}, {everything()})));
}

TEST(ClassFoundTest, OfAnotherVersionOrCutShortIsNotRead) {
  const std::string text = to_text(everything(), "v1");
  EXPECT_FALSE(found_in(text, "v2"));
  EXPECT_FALSE(found_in(text.substr(0, text.size() / 2), "v1"));
  EXPECT_FALSE(found_in("{}", "v1"));
  EXPECT_FALSE(found_in("", "v1"));
}

TEST(ClassFoundTest, BytesThatAreNoTextDoNotStopIt) {
  Found found;
  found.verdicts["one"].notes = {"\xff\xfe"};
  EXPECT_TRUE(found_in(to_text(found, "v1"), "v1"));
}

TEST(ClassBookTest, TheOutcomeOfAGradeIsTheWorstOfItsChecks) {
  Manifest manifest;
  for (const char* id : {"one", "two"}) {
    manifest.checks.push_back(
        {.id = id, .title = id, .points = 10, .limits = {}, .settings = TestsCheck{}, .read = {}});
  }
  const auto outcome = [&](Outcome one, Outcome two) {
    Found together;
    together.verdicts["one"].outcome = one;
    Found alone;
    alone.verdicts["two"].outcome = two;
    return grade_of(report_of(manifest, {}, {together, alone}), "c", "v1", "now").outcome;
  };
  EXPECT_EQ(outcome(Outcome::kPass, Outcome::kPass), "pass");
  EXPECT_EQ(outcome(Outcome::kFail, Outcome::kPass), "fail");
  EXPECT_EQ(outcome(Outcome::kFail, Outcome::kInconclusive), "inconclusive");
  EXPECT_EQ(outcome(Outcome::kError, Outcome::kInconclusive), "error");
}

TEST(ClassBookTest, AReportWithSomethingToReviewNeedsIt) {
  EXPECT_TRUE(needs_review(report::json(report_of({}, {}, {{.verdicts = {}, .review = {Finding{}}}}))));
  EXPECT_FALSE(needs_review(report::json(report_of({}, {}, {Found{}}))));
  EXPECT_FALSE(needs_review("no report"));
}

TEST(ClassProgressTest, TellsHowLongItWillTakeAtThatPace) {
  using std::chrono::seconds;
  EXPECT_EQ(time_left(seconds(30), 0, 10), "");
  EXPECT_EQ(time_left(seconds(10), 5, 10), "about 10 s left");
  EXPECT_EQ(time_left(seconds(60), 1, 4), "about 3 min left");
  EXPECT_EQ(time_left(seconds(60), 1, 121), "about 2.0 h left");
}

TEST(ClassWorkTest, WhatWasFoundIsSeenByItsVersionAlone) {
  const os::TempDir dir = os::TempDir::make().value();
  const ClassWork work(dir.path() / "work");
  ClassJob job{.lab = "01-tiny", .hidden = true, .compiler = "g++", .sandbox = "none", .grader = "v1"};
  ASSERT_TRUE(work.begin(job));
  EXPECT_EQ(work.job()->lab, "01-tiny");
  EXPECT_EQ(work.job()->grader, "v1");
  EXPECT_TRUE(work.job()->hidden);
  ASSERT_TRUE(work.keep("c1", ClassPhase::kTogether, job, everything()));
  EXPECT_TRUE(work.found("c1", ClassPhase::kTogether, job));
  EXPECT_FALSE(work.found("c1", ClassPhase::kAlone, job));
  EXPECT_FALSE(work.found("c2", ClassPhase::kTogether, job));
  job.grader = "v2";
  EXPECT_FALSE(work.found("c1", ClassPhase::kTogether, job));
}

TEST(ClassWorkTest, AFolderOfSomethingElseHasNoJob) {
  const os::TempDir dir = os::TempDir::make().value();
  EXPECT_FALSE(ClassWork(dir.path()).job());
}

}  // namespace
}  // namespace lockstep::cli
