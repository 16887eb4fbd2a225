#include "gradebook/gradebook.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::gradebook {
namespace {

class GradebookTest : public testing::Test {
 protected:
  [[nodiscard]] Gradebook open() const { return Gradebook::open(file_).value(); }

  static Attempt attempt(const std::string& learner, const std::string& content) {
    return {.lab = "01-primes",
            .learner = learner,
            .received = "2026-11-29T12:00:00Z",
            .source = learner + ".zip",
            .content = content};
  }

  static Grade grade(const std::string& grader, double points) {
    return {.lab = "01-primes",
            .content = "c1",
            .grader = grader,
            .report = "{}\n",
            .points = points,
            .max_points = 100,
            .outcome = "fail",
            .graded = "2026-11-29T12:30:00Z",
            .seconds = 1.5};
  }

  os::TempDir dir_ = os::TempDir::make().value();
  std::filesystem::path file_ = dir_.path() / "course/gradebook.sqlite";
};

TEST_F(GradebookTest, ALearnersAttemptsAreNumbered) {
  const Gradebook book = open();
  EXPECT_EQ(book.add(attempt("ada", "c1"))->number, 1);
  EXPECT_EQ(book.add(attempt("ada", "c2"))->number, 2);
  EXPECT_EQ(book.add(attempt("bob", "c1"))->number, 1);
  const auto attempts = open().attempts("01-primes");
  ASSERT_TRUE(attempts);
  ASSERT_EQ(attempts->size(), 3u);
  EXPECT_EQ(attempts->at(1).learner, "ada");
  EXPECT_EQ(attempts->at(1).content, "c2");
  EXPECT_EQ(attempts->at(1).source, "ada.zip");
  EXPECT_EQ(attempts->at(1).received, "2026-11-29T12:00:00Z");
  EXPECT_TRUE(book.attempts("02-amdahl")->empty());
  EXPECT_EQ(book.attempts("")->size(), 3u);
}

TEST_F(GradebookTest, TheSameFilesFromTheSamePlaceAreTheSameAttempt) {
  const Gradebook book = open();
  ASSERT_TRUE(book.add(attempt("ada", "c1")));
  Attempt later = attempt("ada", "c1");
  later.received = "2026-11-30T00:00:00Z";
  const auto again = book.add(later);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->number, 1);
  EXPECT_EQ(again->received, "2026-11-29T12:00:00Z");
  later.source = "second upload.zip";
  EXPECT_EQ(book.add(later)->number, 2);
}

TEST_F(GradebookTest, AGradeBelongsToItsVersionOfTheGrader) {
  const Gradebook book = open();
  ASSERT_TRUE(book.record(grade("v1", 40)));
  ASSERT_TRUE(book.record(grade("v2", 60)));
  EXPECT_EQ((*book.grade("01-primes", "c1", "v1"))->points, 40);
  EXPECT_EQ((*book.newest_grade("01-primes", "c1"))->points, 60);
  EXPECT_FALSE(*book.grade("01-primes", "c1", "v3"));
  EXPECT_FALSE(*book.newest_grade("01-primes", "c2"));
  ASSERT_TRUE(book.record(grade("v1", 50)));
  const auto newest = book.newest_grade("01-primes", "c1");
  EXPECT_EQ((*newest)->grader, "v1");
  EXPECT_EQ((*newest)->points, 50);
  EXPECT_EQ((*newest)->max_points, 100);
  EXPECT_EQ((*newest)->report, "{}\n");
  EXPECT_EQ((*newest)->outcome, "fail");
  EXPECT_EQ((*newest)->graded, "2026-11-29T12:30:00Z");
  EXPECT_EQ((*newest)->seconds, 1.5);
}

TEST_F(GradebookTest, ALearnerIsCalledByTheLastName) {
  const Gradebook book = open();
  ASSERT_TRUE(book.call("123", "Ada"));
  ASSERT_TRUE(book.call("123", "Ada Lovelace"));
  ASSERT_TRUE(book.call("bob", "bob"));
  EXPECT_EQ(book.names().value(), (std::map<std::string, std::string>{{"123", "Ada Lovelace"}, {"bob", "bob"}}));
}

TEST_F(GradebookTest, AContentsFilesAreKeptOnce) {
  const Gradebook book = open();
  ASSERT_TRUE(book.keep("c1", {{"a.cpp", "int a;"}, {"b.h", ""}}));
  ASSERT_TRUE(book.keep("c1", {{"a.cpp", "something else"}}));
  const auto files = book.files("c1");
  ASSERT_TRUE(files);
  EXPECT_EQ(*files, (std::map<std::string, std::string>{{"a.cpp", "int a;"}, {"b.h", ""}}));
  EXPECT_TRUE(book.files("c2")->empty());
}

TEST_F(GradebookTest, ProcessesThatAddAtOnceLoseNoAttempt) {
  constexpr int kProcesses = 4;
  constexpr int kAttempts = 20;
  ASSERT_TRUE(Gradebook::open(file_));
  std::vector<pid_t> children;
  for (int i = 0; i < kProcesses; ++i) {
    children.push_back(fork());
    if (children.back() != 0) continue;
    const auto book = Gradebook::open(file_);
    for (int number = 0; book && number < kAttempts; ++number) {
      if (!book->add(attempt("ada", std::to_string(i) + "-" + std::to_string(number)))) _exit(1);
    }
    _exit(book ? 0 : 1);
  }
  for (const pid_t child : children) {
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  const auto attempts = open().attempts("");
  ASSERT_EQ(attempts->size(), static_cast<std::size_t>(kProcesses * kAttempts));
  for (std::size_t i = 0; i < attempts->size(); ++i) EXPECT_EQ(attempts->at(i).number, static_cast<int>(i) + 1);
}

TEST_F(GradebookTest, AReaderNeedsAFileThatExists) {
  const auto missing = Gradebook::read_only(file_);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().fault, Fault::kInput);
  ASSERT_TRUE(open().add(attempt("ada", "c1")));
  EXPECT_EQ(Gradebook::read_only(file_)->attempts("")->size(), 1u);
  EXPECT_FALSE(Gradebook::read_only(file_)->add(attempt("ada", "c2")));
}

TEST_F(GradebookTest, TheFileOfSomethingElseIsNotTouched) {
  std::filesystem::create_directories(file_.parent_path());
  ASSERT_TRUE(Database::open(file_, Database::Access::kReadWrite)->run("CREATE TABLE bookmarks (url TEXT)"));
  const std::string before = os::read_file(file_).value();
  const auto opened = Gradebook::open(file_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().fault, Fault::kInput);
  EXPECT_EQ(os::read_file(file_).value(), before);
}

TEST_F(GradebookTest, AFileOfANewerVersionIsRefused) {
  ASSERT_TRUE(Gradebook::open(file_));
  ASSERT_TRUE(Database::open(file_, Database::Access::kReadWrite)->run("PRAGMA user_version = 99"));
  const auto opened = Gradebook::open(file_);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("newer Lockstep"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::gradebook
