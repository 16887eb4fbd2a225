#include "book/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "book/sample_class.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "report/golden.h"

namespace lockstep::book {
namespace {

std::string sample_json() {
  const auto dir = os::TempDir::make().value();
  EXPECT_TRUE(os::write_file(dir.path() / "course.toml", kSampleCourse));
  const auto course = course::read_course(dir.path() / "course.toml", {"01-primes", "03-locks"}).value();
  const Book book = make_book(read_records(sample_class(dir.path() / "class.db"), "").value(), course, {});
  return json(book, find_alike(book, {}, {}));
}

// The schema is held against this file: book.golden_json_matches_schema.
TEST(BookJsonTest, IsTheGoldenFile) { report::expect_golden("../../book/testdata/sample-class.json", sample_json()); }

TEST(BookJsonTest, AMarkHasItsReasonAndItsAttempts) {
  const auto work = nlohmann::json::parse(sample_json())["learners"][1]["labs"][0];
  EXPECT_EQ(work["mark"], 115);
  EXPECT_EQ(work["reason"], "attempt 2: 125 of 125, 1 day late: −10");
  EXPECT_EQ(work["attempts"].size(), 2U);
  EXPECT_EQ(work["attempts"][0]["review"], 1);
}

TEST(BookJsonTest, NoMarkIsNullAndNotNothing) {
  const auto work = nlohmann::json::parse(sample_json())["learners"][3]["labs"][0];
  EXPECT_TRUE(work["mark"].is_null());
  EXPECT_TRUE(work["attempts"][0]["points"].is_null());
}

}  // namespace
}  // namespace lockstep::book
