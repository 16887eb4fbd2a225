#include "cli/record.h"

#include <gtest/gtest.h>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

class RecordTest : public testing::Test {
 protected:
  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(RecordTest, KeepsWhatWasSet) {
  Record record = Record::read(dir_.path());
  ASSERT_TRUE(record.set("01-primes", {.points = 42.5, .max_points = 100, .hints = 2}));
  ASSERT_TRUE(record.set("02-amdahl", {.points = {}, .max_points = 0, .hints = 1}));
  const Record again = Record::read(dir_.path());
  EXPECT_EQ(again.of("01-primes").points, 42.5);
  EXPECT_EQ(again.of("01-primes").max_points, 100);
  EXPECT_EQ(again.of("01-primes").hints, 2);
  EXPECT_FALSE(again.of("02-amdahl").points);
  EXPECT_EQ(again.of("03-locks").hints, 0);
}

TEST_F(RecordTest, StartsAnewWhenTheFileIsBroken) {
  for (const char* text : {"", "{", "[1]", R"({"01-primes": 3})", R"({"01-primes": {"hints": "two"}})"}) {
    ASSERT_TRUE(os::write_file(dir_.path() / "record.json", text));
    EXPECT_EQ(Record::read(dir_.path()).of("01-primes").hints, 0) << text;
  }
}

}  // namespace
}  // namespace lockstep::cli
