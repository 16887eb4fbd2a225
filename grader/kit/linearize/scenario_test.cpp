#include "linearize/scenario.h"

#include <gtest/gtest.h>

#include "linearize/example_client.h"
#include "linearize/table.h"

namespace lockstep::linearize {
namespace {

TEST(ScenarioTest, IsWrittenAsTextAndReadAgain) {
  const auto client = example::client();
  const Scenario scenario{.before = {{1, 0}, {2, 0}}, .threads = {{{1, 1}}, {{2, 0}, {0, 0}}}, .fault = 3};
  const std::string written = text(scenario, client.interface());
  EXPECT_EQ(written, "1.3:2-3.0:3");
  EXPECT_EQ(parse_scenario(written, client.interface()), scenario);
  EXPECT_EQ(size(scenario), 3U);
}

TEST(ScenarioTest, RefusesWhatIsNoScenario) {
  const auto client = example::client();
  for (const char* text : {"", "a", ":", "1", ":4", "9:1", ":1-", ":1::", ":1:x", ":1:1:1", "1.:1"}) {
    EXPECT_FALSE(parse_scenario(text, client.interface())) << text;
  }
  std::string long_one = ":0";
  for (std::size_t i = 0; i < kMostOperations; ++i) long_one += ".0";
  EXPECT_FALSE(parse_scenario(long_one, client.interface())) << "more operations than a history may have";
}

TEST(ScenarioTest, IsShownAsATableWithAColumnForEachThread) {
  const auto client = example::client();
  const Scenario scenario{.before = {{1, 0}}, .threads = {{{2, 0}, {0, 0}}, {{1, 1}}}, .fault = 2};
  const Layout layout(scenario, client.interface());
  EXPECT_EQ(table(layout, scenario, nullptr),
            "  first: put(1)\n"
            "  thread 1 | thread 2\n"
            "  take()   | put(2)\n"
            "  full()   |\n"
            "  exception: in call 2 of fault_point\n"
            "  in the end: full()\n");
  Record record;
  record.used = layout.entries().size();
  record.slots.at(0).set("true");
  record.slots.at(1).set("1");
  record.slots.at(3).how = Record::Slot::How::kCalled;
  EXPECT_EQ(table(layout, scenario, &record),
            "  first: put(1) -> true\n"
            "  thread 1             | thread 2\n"
            "  take() -> 1          | put(2) -> waits\n"
            "  full() -> not called |\n"
            "  exception: in call 2 of fault_point\n"
            "  in the end: full() -> not called\n");
}

}  // namespace
}  // namespace lockstep::linearize
