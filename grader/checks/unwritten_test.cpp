#include "checks/unwritten.h"

#include <gtest/gtest.h>

namespace lockstep::checks {
namespace {

Finding finding(std::string message) {
  return {.kind = FindingKind::kException,
          .message = std::move(message),
          .file = "a.cpp",
          .line = 13,
          .replay = "./lab replay 01 A.B 0",
          .read = "README.md#part-1",
          .raw = {},
          .of_case = "A.B"};
}

struct Told {
  const char* message;
  const char* sentence;
};

class UnwrittenTest : public ::testing::TestWithParam<Told> {};

TEST_P(UnwrittenTest, IsToldInTheSameWordsWhereverItWasMet) {
  const Finding told = told_as_unwritten(finding(GetParam().message));
  EXPECT_EQ(told.kind, FindingKind::kUnwritten);
  EXPECT_EQ(told.message, GetParam().sentence);
  EXPECT_EQ(told.file, "") << "or each place of one function would be told";
  EXPECT_EQ(told.replay, "") << "there is nothing to see";
  EXPECT_EQ(told.read, "README.md#part-1");
  EXPECT_EQ(told.of_case, "A.B");
}

INSTANTIATE_TEST_SUITE_P(
    Messages, UnwrittenTest,
    testing::Values(
        Told{"A.B:\nC++ exception with description \"find is not written yet: see part 1 of README.md\" thrown in the "
             "test body.",
             "find is not written yet: see part 1 of README.md."},
        Told{"Expected: (void)f() throws an exception of type E.\n  Actual: it throws std::logic_error with "
             "description \"the constructor of Accounts is not written yet: see part 12 of README.md\".",
             "the constructor of Accounts is not written yet: see part 12 of README.md."},
        Told{"find threw an exception: Mutex::lock is not written yet: see part 2 of README.md",
             "Mutex::lock is not written yet: see part 2 of README.md."},
        Told{"A.B:\ng is not written yet: see part 3 of README.md", "g is not written yet: see part 3 of README.md."}));

TEST(UnwrittenPartTest, IsTheNumberInTheSentence) {
  EXPECT_EQ(unwritten_part(finding("\"f is not written yet: see part 12 of README.md\"")), 12);
}

TEST(UnwrittenPartTest, TheFunctionIsNamedBefore) {
  EXPECT_EQ(unwritten_function(finding("A.B:\n\"Mutex::lock is not written yet: see part 2 of README.md\" thrown")),
            "Mutex::lock");
  EXPECT_EQ(unwritten_function(finding("f is wrong")), "");
}

TEST(UnwrittenPartTest, IsNothingInOtherWords) {
  for (const char* other : {"f is not written yet", "f is not written yet: see part x of README.md",
                            "f is not written yet: see part 1", ""}) {
    EXPECT_EQ(unwritten_part(finding(other)), std::nullopt) << other;
    EXPECT_EQ(told_as_unwritten(finding(other)).kind, FindingKind::kException) << other;
  }
}

}  // namespace
}  // namespace lockstep::checks
