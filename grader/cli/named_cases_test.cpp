#include "cli/named_cases.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace lockstep::cli {
namespace {

std::vector<TestCase> cases(std::initializer_list<const char*> names) {
  std::vector<TestCase> all;
  all.reserve(names.size());
  for (const char* name : names) all.push_back({.name = name, .points = 1});
  return all;
}

Manifest lab_of_topics() {
  Manifest manifest;
  manifest.name = "20-topic";
  const auto add = [&](const char* id, CheckSettings settings) {
    Check check;
    check.id = id;
    check.settings = std::move(settings);
    manifest.checks.push_back(std::move(check));
  };
  add("locks", TestsCheck{.program = "test", .cases = cases({"LockTest.Locks", "LockTest.Unlocks"})});
  add("queues", TestsCheck{.program = "test", .cases = cases({"QueueTest.Locks", "QueueTest.Pops"})});
  add("explored", ExplorerCheck{.program = "explored", .cases = cases({"ExploredLockTest.Meets"})});
  add("tsan", TsanCheck{});
  return manifest;
}

/// The cases that are run, check by check.
std::vector<std::string> named(const std::vector<std::string>& names) {
  std::vector<std::string> run;
  const auto checks = named_cases(lab_of_topics(), names);
  if (!checks) return {checks.error().message};
  for (const Check& check : *checks) {
    for (const TestCase& test : own_cases(check)) run.push_back(check.id + ": " + test.name);
  }
  return run;
}

std::string refusal(const std::string& name) {
  const auto checks = named_cases(lab_of_topics(), std::vector{name});
  if (checks) return "accepted";
  EXPECT_EQ(checks.error().fault, Fault::kInput);
  return checks.error().message;
}

using Names = std::vector<std::string>;

TEST(NamedCasesTest, AreTheLabsTestsWithoutNames) {
  EXPECT_EQ(named({}), (Names{"locks: LockTest.Locks", "locks: LockTest.Unlocks", "queues: QueueTest.Locks",
                              "queues: QueueTest.Pops"}));
}

TEST(NamedCasesTest, AreThoseOfTheirWholeNames) {
  EXPECT_EQ(named({"QueueTest.Pops", "LockTest.Locks"}), (Names{"locks: LockTest.Locks", "queues: QueueTest.Pops"}));
}

TEST(NamedCasesTest, AreAllThatHaveAPart) {
  EXPECT_EQ(named({"Unl"}), Names{"locks: LockTest.Unlocks"});
  EXPECT_EQ(named({"Pops"}), Names{"queues: QueueTest.Pops"});
  EXPECT_EQ(named({"Locks"}), (Names{"locks: LockTest.Locks", "queues: QueueTest.Locks"}));
  EXPECT_EQ(named({"ockTest."}),
            (Names{"locks: LockTest.Locks", "locks: LockTest.Unlocks", "explored: ExploredLockTest.Meets"}));
}

TEST(NamedCasesTest, AreAllOfASuite) {
  EXPECT_EQ(named({"LockTest"}), (Names{"locks: LockTest.Locks", "locks: LockTest.Unlocks"}))
      << "although another suite has it in its name";
}

TEST(NamedCasesTest, MayBeExplored) { EXPECT_EQ(named({"Meets"}), Names{"explored: ExploredLockTest.Meets"}); }

TEST(NamedCasesTest, RunOnceWhenTheyAreNamedTwice) {
  EXPECT_EQ(named({"Pops", "QueueTest.Pops"}), Names{"queues: QueueTest.Pops"});
}

TEST(NamedCasesTest, RefuseAnUnknownNameWithTheNearestAndTheSuites) {
  const std::string words = refusal("Unlokcs");
  EXPECT_NE(words.find("20-topic has no case \"Unlokcs\" (did you mean \"Unlocks\"?)"), std::string::npos) << words;
  EXPECT_NE(words.find("\n  LockTest\n  QueueTest\n  ExploredLockTest"), std::string::npos) << words;
}

}  // namespace
}  // namespace lockstep::cli
