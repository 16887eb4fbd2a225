#include "checks/speedup/accuracy/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace lockstep::checks::speedup {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto kHead =
    "| condition | program | times | right | wrong | inconclusive | error | median s | judged by |\n"
    "|---|---|--:|--:|--:|--:|--:|--:|---|\n";

TEST(TableTest, CountsEachProgramInEachConditionInTheOrderOfBoth) {
  const std::vector<Trial> trials{{"busy1", "one_lock", Outcome::kFail, "the rendezvous", 0.5},
                                  {"idle", "one_lock", Outcome::kPass, "the clock", 3},
                                  {"idle", "correct", Outcome::kPass, "the clock", 1},
                                  {"idle", "correct", Outcome::kPass, "CPU time", 3},
                                  {"idle", "correct", Outcome::kFail, "the clock", 2},
                                  {"idle", "correct", Outcome::kInconclusive, "nothing", 9}};
  EXPECT_EQ(table_of(trials, {}),
            std::string(kHead) +
                "| idle | correct | 4 | 2 | 1 | 1 | 0 | 2.5 | CPU time 1, nothing 1, the clock 2 |\n"
                "| idle | one_lock | 1 | 0 | 1 | 0 | 0 | 3.0 | the clock |\n"
                "| busy1 | one_lock | 1 | 1 | 0 | 0 | 0 | 0.5 | the rendezvous |\n"
                "\n6 verdicts, 2 of them wrong, 1 inconclusive, 0 errors of the kit or the machine. "
                "Inconclusive when idle: 20.0 %.\n");
}

TEST(TableTest, SaysWhyAConditionCannotBeHad) {
  const std::string table = table_of({}, {{"quota1", "no group may be made"}});
  EXPECT_THAT(table, HasSubstr("| quota1 | | 0 | | | | | | cannot be had here: no group may be made |\n"));
  EXPECT_THAT(table, Not(HasSubstr("when idle")));
}

}  // namespace
}  // namespace lockstep::checks::speedup
