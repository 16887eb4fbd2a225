#include "explorer/explore/env_options.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace lockstep::explorer {
namespace {

EnvOptions read(const std::map<std::string, std::string>& environment) {
  return read_env_options([&](const char* variable) {
    const auto found = environment.find(std::string(variable));
    return found == environment.end() ? nullptr : found->second.c_str();
  });
}

std::string mistake(const std::string& variable, const std::string& value) {
  return read({{"LOCKSTEP_EXPLORE_" + variable, value}}).mistake;
}

TEST(EnvOptionsTest, AreReadFromTheirVariables) {
  const EnvOptions options = read({{"LOCKSTEP_EXPLORE_STRATEGY", "pct"},
                                   {"LOCKSTEP_EXPLORE_SCHEDULES", "18446744073709551615"},
                                   {"LOCKSTEP_EXPLORE_MS", "1500"},
                                   {"LOCKSTEP_EXPLORE_SEED", "0"},
                                   {"LOCKSTEP_EXPLORE_PREEMPTIONS", "2"},
                                   {"LOCKSTEP_EXPLORE_DEPTH", "3"},
                                   {"LOCKSTEP_EXPLORE_BYPASS", "0"},
                                   {"LOCKSTEP_EXPLORE_STEPS", "1000000"},
                                   {"LOCKSTEP_EXPLORE_BUSY", "1"},
                                   {"LOCKSTEP_EXPLORE_WEAK", "1"},
                                   {"LOCKSTEP_EXPLORE_ORDERED", "1"},
                                   {"LOCKSTEP_EXPLORE_OUTPUTS", "1"},
                                   {"LOCKSTEP_EXPLORE_PAST_RACES", "3"},
                                   {"LOCKSTEP_EXPLORE_KEEP_GOING", "1"},
                                   {"LOCKSTEP_EXPLORE_ATOMICS_ONLY", "1"},
                                   {"LOCKSTEP_EXPLORE_SUPPRESSIONS", "known"},
                                   {"LOCKSTEP_EXPLORE_REPLAY", "a2b"}});
  EXPECT_EQ(options.mistake, "");
  EXPECT_EQ(options.strategy, Strategy::kPct);
  EXPECT_EQ(options.schedules, 18'446'744'073'709'551'615U);
  EXPECT_EQ(options.milliseconds, 1500U);
  EXPECT_EQ(options.seed, 0U);
  EXPECT_EQ(options.preemptions, 2U);
  EXPECT_EQ(options.depth, 3U);
  EXPECT_EQ(options.bypass, 0U);
  EXPECT_EQ(options.steps, 1'003'520U);  // the next multiple of 4,096
  EXPECT_TRUE(options.busy_machine);
  EXPECT_TRUE(options.weak_memory);
  EXPECT_TRUE(options.ordered);
  EXPECT_TRUE(options.outputs);
  EXPECT_EQ(options.past_races, 3U);
  EXPECT_TRUE(options.keep_going);
  EXPECT_TRUE(options.atomics_only);
  EXPECT_EQ(options.suppressions, "known");
  EXPECT_EQ(options.replay, "a2b");
}

TEST(EnvOptionsTest, WhatIsNotSetIsLeftAsItIs) {
  const EnvOptions options = read({});
  EXPECT_EQ(options.mistake, "");
  EXPECT_FALSE(options.strategy || options.schedules || options.milliseconds || options.seed || options.preemptions ||
               options.depth || options.bypass || options.steps || options.busy_machine || options.weak_memory ||
               options.ordered || options.outputs);
}

TEST(EnvOptionsTest, AReplayNeedsTheBoundsThatTheExplorationHad) {
  EXPECT_EQ(replay_variables(read({}), 0), "");
  EXPECT_EQ(replay_variables(read({{"LOCKSTEP_EXPLORE_BYPASS", "2"}, {"LOCKSTEP_EXPLORE_STEPS", "8192"}}), 0),
            " LOCKSTEP_EXPLORE_BYPASS=2 LOCKSTEP_EXPLORE_STEPS=8192");
  EXPECT_EQ(replay_variables(read({}), 3), " LOCKSTEP_EXPLORE_PAST_RACES=3");
  EXPECT_EQ(replay_variables(read({{"LOCKSTEP_EXPLORE_ATOMICS_ONLY", "1"}}), 3), " LOCKSTEP_EXPLORE_ATOMICS_ONLY=1")
      << "it goes on behind all races";
}

TEST(EnvOptionsTest, TextThatIsNoNumberNamesVariableValueAndWhatIsAccepted) {
  EXPECT_EQ(mistake("SCHEDULES", "abc"),
            "found LOCKSTEP_EXPLORE_SCHEDULES=abc; accepted: an integer from 1 to 18446744073709551615");
  EXPECT_EQ(mistake("SEED", ""), "found LOCKSTEP_EXPLORE_SEED=; accepted: an integer from 0 to 18446744073709551615");
  EXPECT_EQ(mistake("MS", "10s"), "found LOCKSTEP_EXPLORE_MS=10s; accepted: an integer from 1 to 1000000000000");
  EXPECT_NE(mistake("MS", " 10"), "");
  EXPECT_NE(mistake("MS", "1.5"), "");
}

TEST(EnvOptionsTest, NumbersOutOfRangeAreRefused) {
  EXPECT_EQ(mistake("SCHEDULES", "18446744073709551616"),
            "found LOCKSTEP_EXPLORE_SCHEDULES=18446744073709551616; accepted: an integer from 1 to "
            "18446744073709551615");
  EXPECT_NE(mistake("SCHEDULES", "0"), "");
  EXPECT_NE(mistake("MS", "0"), "");
  EXPECT_NE(mistake("MS", "1000000000001"), "");
  EXPECT_EQ(mistake("PREEMPTIONS", "2147483648"),
            "found LOCKSTEP_EXPLORE_PREEMPTIONS=2147483648; accepted: an integer from 0 to 2147483647");
  EXPECT_NE(mistake("DEPTH", "0"), "");
  EXPECT_NE(mistake("BYPASS", "99999999999999999999"), "");
}

TEST(EnvOptionsTest, NegativeNumbersAreRefused) {
  for (const char* variable : {"SCHEDULES", "MS", "SEED", "PREEMPTIONS", "DEPTH", "BYPASS"}) {
    EXPECT_NE(mistake(variable, "-1"), "") << variable;
  }
}

TEST(EnvOptionsTest, AStrategyThatThereIsNotIsRefused) {
  EXPECT_EQ(mistake("STRATEGY", "dfs"),
            "found LOCKSTEP_EXPLORE_STRATEGY=dfs; accepted: default, exhaustive, guided, pct, pos, random, surw");
}

TEST(EnvOptionsTest, OfSeveralMistakesTheFirstIsTold) {
  EXPECT_NE(read({{"LOCKSTEP_EXPLORE_MS", "x"}, {"LOCKSTEP_EXPLORE_SEED", "y"}}).mistake.find("_MS=x"),
            std::string::npos);
}

}  // namespace
}  // namespace lockstep::explorer
