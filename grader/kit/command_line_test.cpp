#include "command_line.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>
#include <string>

namespace lockstep::measure {
namespace {

class CommandLineTest : public testing::Test {
 protected:
  std::uint64_t workers = 0;
  std::uint64_t seed = 0;
  bool served = false;
  std::function<bool()> table = [] { return true; };

  int status(std::vector<std::string> words) {
    words.insert(words.begin(), "program");
    std::vector<char*> argv;
    argv.reserve(words.size());
    for (std::string& word : words) argv.push_back(word.data());
    return run({.usage = "usage\n",
                .options = {{"--workers", 1, 8, [this](std::uint64_t value) { workers = value; }},
                            {"--seed", 0, std::numeric_limits<std::uint64_t>::max(),
                             [this](std::uint64_t value) { seed = value; }}},
                .serve = [this] { served = true; },
                .write_table = [this] { return table(); }},
               static_cast<int>(argv.size()), argv.data());
  }
};

TEST_F(CommandLineTest, SetsWhatTheWordsSay) {
  EXPECT_EQ(status({"--seed", "18446744073709551615", "--workers", "8"}), 0);
  EXPECT_EQ(workers, 8U);
  EXPECT_EQ(seed, std::numeric_limits<std::uint64_t>::max());
  EXPECT_FALSE(served);
}

TEST_F(CommandLineTest, RefusesWhatItDoesNotKnow) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"--workers"},
                                                                                     {"--workers", "0"},
                                                                                     {"--workers", "9"},
                                                                                     {"--workers", "-1"},
                                                                                     {"--workers", "2x"},
                                                                                     {"--workers", ""},
                                                                                     {"--threads", "2"},
                                                                                     {"2"},
                                                                                     {"--serve", "1"}}) {
    EXPECT_EQ(status(words), 2) << testing::PrintToString(words);
  }
}

TEST_F(CommandLineTest, ServesWithoutATable) {
  table = []() -> bool { throw std::logic_error("no table"); };
  EXPECT_EQ(status({"--serve"}), 0);
  EXPECT_TRUE(served);
  EXPECT_EQ(status({"--help"}), 0);
}

TEST_F(CommandLineTest, TheStatusTellsHowTheTableWent) {
  table = [] { return false; };
  EXPECT_EQ(status({}), 1);
  table = []() -> bool { throw std::runtime_error("write me"); };
  EXPECT_EQ(status({}), 1);
}

}  // namespace
}  // namespace lockstep::measure
