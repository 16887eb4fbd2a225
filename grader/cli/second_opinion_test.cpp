// Where ThreadSanitizer and the explorer disagree about a race.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kExplorer = 1;
constexpr int kTsan = 2;

const std::string kReleaseFence = "std::atomic_thread_fence(std::memory_order_release);";
const std::string kAcquireFence = "std::atomic_thread_fence(std::memory_order_acquire);";

/// Code for each place of a submission.
struct Published {
  std::string before = {};          ///< before anything else
  std::string before_writing = {};  ///< the result
  std::string after_writing = {};   ///< the result; the flag is set then
  std::string after_flag = {};      ///< was set
  std::string before_reading = {};  ///< the result, after the flag was seen
  std::string also = "return 7;";   ///< the body of also_published(), which is not explored
  std::string enter = "critical.lock();";
  std::string leave = "critical.unlock();";
};

/// ThreadSanitizer does not know C's mutexes.
const Published kOrderedByACMutex{.before = "mtx_t mutex; mtx_init(&mutex, mtx_plain);",
                                  .before_writing = "mtx_lock(&mutex);",
                                  .after_writing = "mtx_unlock(&mutex);",
                                  .before_reading = "mtx_lock(&mutex); mtx_unlock(&mutex);"};

/// Grades submissions of a lab in which a value is handed from one thread to another.
class SecondOpinionTest : public EndToEnd {
 protected:
  SecondOpinionTest() {
    fs::remove_all(lab_dir());
    fs::copy(test_data() / "published-lab", lab_dir(), fs::copy_options::recursive);
  }
  ~SecondOpinionTest() override { fs::remove_all(lab_dir()); }

  static fs::path lab_dir() { return root() / "labs/02-published"; }

  /// Result and flag have eight bytes each of their own: ThreadSanitizer remembers four accesses to eight bytes, and
  /// forgets the write of the result among the looks at a flag beside it.
  json graded(const Published& parts) {
    const os::TempDir dir = os::TempDir::make().value();
    fs::permissions(dir.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    EXPECT_TRUE(os::write_file(dir.path() / "published.cpp", R"(#include "published.h"
#include <atomic>
#include <mutex>
#include <thread>
#include <threads.h>
std::mutex critical;
struct CMutex { CMutex() { mtx_init(&mutex, mtx_plain); } mtx_t mutex; } c_critical;
int published() {
  )" + parts.before + R"(
  alignas(8) int result = 0;
  alignas(8) std::atomic<bool> ready = false;
  std::jthread writer([&] {
    )" + parts.before_writing + R"(
    result = 42;
    )" + parts.after_writing + R"(
    ready.store(true, std::memory_order_relaxed);
    )" + parts.after_flag + R"(
  });
  while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
  )" + parts.before_reading + R"(
  return result;
}
int also_published() { )" + parts.also + R"( }
void enter() { )" + parts.enter + R"( }
void leave() { )" + parts.leave + R"( }
)"));
    run_ = lab({"grade", "02", "--json", "-", "--from", dir.path()});
    json grade = json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade;
  }

  static std::string kind_found(const json& check) {
    return check["findings"].empty() ? "" : check["findings"][0]["kind"].get<std::string>();
  }

  static void expect_race(const json& grade, std::size_t check) {
    EXPECT_EQ(grade["checks"][check]["verdict"], "fail") << grade.dump(2);
    EXPECT_EQ(kind_found(grade["checks"][check]), "data-race") << grade.dump(2);
    EXPECT_EQ(grade["max_points"], 15) << "nothing is left out\n" << grade.dump(2);
  }
};

TEST_F(SecondOpinionTest, AFalseReportIsClearedByTheExplorer) {
  const auto grade = graded(kOrderedByACMutex);
  EXPECT_EQ(grade["points"], 15) << grade.dump(2);
  EXPECT_EQ(grade["max_points"], 15) << grade.dump(2);
  const std::string notes = grade["checks"][kTsan]["notes"].dump();
  EXPECT_NE(notes.find("published.cpp:14"), std::string::npos) << notes;
  EXPECT_NE(notes.find("published.cpp:21"), std::string::npos) << notes;
}

TEST_F(SecondOpinionTest, FencesThatOrderRaiseNoReport) {
  const auto grade = graded({.after_writing = kReleaseFence, .before_reading = kAcquireFence});
  EXPECT_EQ(grade["points"], 15) << grade.dump(2);
  EXPECT_FALSE(grade["checks"][kTsan].contains("notes")) << grade.dump(2);
}

TEST_F(SecondOpinionTest, ARaceIsNotCleared) {
  const auto grade = graded({});
  expect_race(grade, kExplorer);
  expect_race(grade, kTsan);
}

TEST_F(SecondOpinionTest, OneFenceIsNotEnough) {
  const auto grade = graded({.after_writing = kReleaseFence});
  expect_race(grade, kExplorer);
  expect_race(grade, kTsan);
}

TEST_F(SecondOpinionTest, FencesThatOrderNothingClearNothing) {
  const auto grade = graded({.before = kReleaseFence, .after_flag = kReleaseFence, .before_reading = kAcquireFence});
  expect_race(grade, kExplorer);
  expect_race(grade, kTsan);
}

TEST_F(SecondOpinionTest, AWordInACommentOrAStringClearsNothing) {
  const auto grade =
      graded({.before = "// std::atomic_thread_fence set_value_at_thread_exit notify_all_at_thread_exit\n"
                        "static const char* volatile words = \"__tsan_atomic_thread_fence set_value_at_thread_exit\";\n"
                        "if (words == nullptr) return 0;"});
  expect_race(grade, kTsan);
}

/// The race is in code that no explored case runs, so that the first report alone is cleared.
TEST_F(SecondOpinionTest, AClearedReportHidesNoRaceBehindIt) {
  Published parts = kOrderedByACMutex;
  parts.also = "int n = 0; { std::jthread other([&] { n = 7; }); n = 6; } return 7;";
  const auto grade = graded(parts);
  EXPECT_EQ(grade["checks"][kExplorer]["verdict"], "pass") << grade.dump(2);
  expect_race(grade, kTsan);
  EXPECT_EQ(grade["checks"][kTsan]["findings"][0]["line"], 23) << grade.dump(2);
  EXPECT_NE(grade["checks"][kTsan]["notes"].dump().find("costs nothing"), std::string::npos) << grade.dump(2);
}

/// What a critical section guards is the test's: no line of a race there is the submission's.
TEST_F(SecondOpinionTest, ACriticalSectionThatKeepsNobodyOutRacesInTheTestsLines) {
  const auto grade =
      graded({.after_writing = kReleaseFence, .before_reading = kAcquireFence, .enter = "", .leave = ""});
  expect_race(grade, kExplorer);
  expect_race(grade, kTsan);
  EXPECT_EQ(grade["checks"][kTsan]["findings"][0]["file"], "tests/published_test.cpp") << grade.dump(2);
}

TEST_F(SecondOpinionTest, WhereTheExplorerFindsNoRaceAReportOnTheTestsLinesCostsNothing) {
  const auto grade = graded({.after_writing = kReleaseFence,
                             .before_reading = kAcquireFence,
                             .enter = "mtx_lock(&c_critical.mutex);",
                             .leave = "mtx_unlock(&c_critical.mutex);"});
  EXPECT_EQ(grade["checks"][kExplorer]["verdict"], "pass") << grade.dump(2);
  EXPECT_EQ(grade["checks"][kTsan]["verdict"], "inconclusive") << grade.dump(2);
  EXPECT_EQ(grade["points"], 10) << grade.dump(2);
  EXPECT_EQ(grade["max_points"], 10) << "it is left out\n" << grade.dump(2);
  EXPECT_NE(grade["checks"][kTsan]["notes"].dump().find("lines of the tests"), std::string::npos) << grade.dump(2);
}

/// Without a fence, in code that no explored case runs, and with a fence elsewhere.
TEST_F(SecondOpinionTest, ARaceThatTheExplorerHasNotSeenStaysARace) {
  const auto grade = graded({.also = "std::atomic_thread_fence(std::memory_order_seq_cst); int n = 0;"
                                     " { std::jthread other([&] { n = 7; }); n = 6; } return 7;"});
  EXPECT_NE(grade["checks"][kTsan]["verdict"], "inconclusive") << grade.dump(2);
  expect_race(grade, kTsan);
}

}  // namespace
}  // namespace lockstep::cli
