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

/// Grades submissions of a lab in which a value is handed from one thread to another.
class SecondOpinionTest : public EndToEnd {
 protected:
  SecondOpinionTest() { fs::copy(test_data() / "published-lab", lab_dir(), fs::copy_options::recursive); }
  ~SecondOpinionTest() override { fs::remove_all(lab_dir()); }

  static fs::path lab_dir() { return root() / "labs/02-published"; }

  nlohmann::json graded(const std::string& after_writing, const std::string& before_reading) {
    const os::TempDir dir = os::TempDir::make().value();
    fs::permissions(dir.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    EXPECT_TRUE(os::write_file(dir.path() / "published.cpp", R"(#include "published.h"
#include <atomic>
#include <thread>

int published() {
  int result = 0;
  std::atomic<bool> ready = false;
  std::jthread writer([&] {
    result = 42;
    )" + after_writing + R"(
    ready.store(true, std::memory_order_relaxed);
  });
  while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
  )" + before_reading + R"(
  return result;
}
)"));
    run_ = lab({"grade", "02", "--json", "-", "--from", dir.path()});
    nlohmann::json grade = nlohmann::json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade;
  }
};

TEST_F(SecondOpinionTest, ARaceReportAboutFencesIsClearedByTheExplorer) {
  const auto grade = graded("std::atomic_thread_fence(std::memory_order_release);",
                            "std::atomic_thread_fence(std::memory_order_acquire);");
  EXPECT_EQ(grade["points"], 15) << grade.dump(2);
  EXPECT_EQ(grade["max_points"], 15) << grade.dump(2);
  const std::string notes = grade["checks"][2]["notes"].dump();
  EXPECT_NE(notes.find("published.cpp:9"), std::string::npos) << notes;
  EXPECT_NE(notes.find("published.cpp:15"), std::string::npos) << notes;
}

TEST_F(SecondOpinionTest, ARaceIsNotCleared) {
  const auto grade = graded("", "");
  EXPECT_EQ(grade["checks"][1]["verdict"], "fail") << grade.dump(2);
  EXPECT_EQ(grade["checks"][2]["verdict"], "fail") << grade.dump(2);
}

TEST_F(SecondOpinionTest, OneFenceIsNotEnough) {
  const auto grade = graded("std::atomic_thread_fence(std::memory_order_release);", "");
  EXPECT_EQ(grade["checks"][1]["verdict"], "fail") << grade.dump(2);
  EXPECT_NE(grade["checks"][2]["verdict"], "pass") << grade.dump(2);
}

}  // namespace
}  // namespace lockstep::cli
