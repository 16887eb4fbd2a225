#include "linearize/judge.h"

#include <gtest/gtest.h>

#include "linearize/example_client.h"

namespace lockstep::linearize {
namespace {

/// Runs of one scenario of two threads with one operation each, that overlap.
class JudgeTest : public testing::Test {
 protected:
  /// \param outcomes  of all operations; "": it was not called
  std::optional<Misbehaviour> judge(const char* scenario_text, std::vector<std::string> outcomes,
                                    OperationSet waiting = 0) {
    const auto client = example::client_that_closes();
    const Scenario scenario = example::scenario(scenario_text);
    const Layout layout(scenario, client.interface());
    Record record;
    record.used = layout.entries().size();
    EXPECT_EQ(record.used, outcomes.size());
    const OperationSet threads = layout.of(Layout::Part::kThread);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      Record::Slot& slot = record.slots.at(i);
      if (!outcomes[i].empty()) slot.set(outcomes[i]);
      const bool released = layout.entries()[i].part == Layout::Part::kRelease;
      slot.before = contains(threads, i) ? layout.of(Layout::Part::kBefore) : only(i) - 1;
      if (released) slot.before &= ~waiting;
      if (released) slot.waiting = waiting;
    }
    RunJudge judge(client.interface(), scenario, layout);
    auto first = judge.judge(record);
    const auto second = judge.judge(record);
    EXPECT_EQ(first.has_value(), second.has_value()) << "the answer is kept";
    return first;
  }
};

TEST_F(JudgeTest, AllowsWhatSomeOrderExplains) {
  EXPECT_FALSE(judge(":0-1", {"false", "true", "", "true"}));
  EXPECT_FALSE(judge(":0-1", {"true", "true", "", "true"}));
}

TEST_F(JudgeTest, SaysWhichOutcomeNoOrderExplainsAndWhatIsAllowed) {
  const auto wrong = judge("1:3-3", {"true", "1", "1", "done", "false"});
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->kind, Misbehaviour::Kind::kOutcome);
  EXPECT_EQ(wrong->message, "No order of the operations explains it: take() gave 1; allowed: to wait.");
}

TEST_F(JudgeTest, AnOperationThatReturnsAlthoughItMustWait) {
  const auto wrong = judge("1:2-0", {"true", "true", "true", "", "true"});
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->message, "No order of the operations explains it: put(2) gave true; allowed: to wait.");
}

TEST_F(JudgeTest, AllowsAnOperationToWaitThatMust) {
  EXPECT_FALSE(judge(":3-0", {"nothing", "false", "done", "false"}, 0b01));
}

TEST_F(JudgeTest, FindsAnOperationThatWaitsAndMustNot) {
  const auto wrong = judge("1:3-0", {"true", "1", "true", "done", "false"}, 0b010);
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->kind, Misbehaviour::Kind::kStandsStill);
  EXPECT_NE(wrong->message.find("take()"), std::string::npos) << wrong->message;
}

TEST(JudgeOfItemsTest, AllAreGoneInTheEnd) {
  const auto client = example::client();
  const Scenario scenario = example::scenario(":0");
  const Layout layout(scenario, client.interface());
  RunJudge judge(client.interface(), scenario, layout);
  Record record;
  record.used = layout.entries().size();
  record.slots.at(0).set("false");
  record.slots.at(1).set("false");
  record.slots.at(1).before = only(0);
  EXPECT_FALSE(judge.judge(record));
  for (const int left : {1, -2}) {
    record.left_alive = left;
    const auto wrong = judge.judge(record);
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->kind, Misbehaviour::Kind::kLeak);
  }
}

TEST_F(JudgeTest, AFaultChangesNothing) {
  EXPECT_FALSE(judge(":1-0:1", {"throws lockstep::Fault", "false", "", "false"}));
  EXPECT_TRUE(judge(":1-0:1", {"throws lockstep::Fault", "false", "", "true"}));
  EXPECT_TRUE(judge(":1-0", {"throws lockstep::Fault", "false", "", "false"})) << "no fault was asked for";
}

}  // namespace
}  // namespace lockstep::linearize
