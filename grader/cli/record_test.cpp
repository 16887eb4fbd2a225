#include "cli/record.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

class RecordTest : public testing::Test {
 protected:
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(RecordTest, KeepsWhatWasSet) {
  ASSERT_TRUE(Record::update(dir_.path(), "01-primes", [](LabRecord& lab) {
    lab = {.points = 42.5, .max_points = 100, .hints = 2, .quiz = {"a", "b"}};
  }));
  ASSERT_TRUE(Record::update(dir_.path(), "02-amdahl", [](LabRecord& lab) { lab.hints = 1; }));
  const Record again = Record::read(dir_.path());
  EXPECT_EQ(again.of("01-primes").points, 42.5);
  EXPECT_EQ(again.of("01-primes").max_points, 100);
  EXPECT_EQ(again.of("01-primes").hints, 2);
  EXPECT_EQ(again.of("01-primes").quiz, (std::set<std::string>{"a", "b"}));
  EXPECT_FALSE(again.of("02-amdahl").points);
  EXPECT_EQ(again.of("03-locks").hints, 0);
}

TEST_F(RecordTest, ProcessesThatWriteAtOnceLoseNothingOfEachOther) {
  constexpr int kProcesses = 4;
  constexpr int kUpdates = 50;
  std::vector<pid_t> children;
  for (int i = 0; i < kProcesses; ++i) {
    children.push_back(fork());
    if (children.back() != 0) continue;
    for (int update = 0; update < kUpdates; ++update) {
      if (!Record::update(dir_.path(), "01-primes", [](LabRecord& lab) { ++lab.hints; })) _exit(1);
    }
    _exit(0);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(Record::read(dir_.path()).of("01-primes").hints, kProcesses * kUpdates);
}

TEST_F(RecordTest, StartsAnewWhenTheFileIsBroken) {
  for (const char* text : {"", "{", "[1]", R"({"01-primes": 3})", R"({"01-primes": {"hints": "two"}})",
                           R"({"01-primes": {"quiz": 7}})", R"({"01-primes": {"quiz": [7, null]}})"}) {
    ASSERT_TRUE(os::write_file(dir_.path() / "record.json", text));
    EXPECT_EQ(Record::read(dir_.path()).of("01-primes").hints, 0) << text;
  }
}

}  // namespace
}  // namespace lockstep::cli
