// Which files of a lab's tests are compiled as one: CMake's own work, on a lab that is configured and never built.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "build/tool.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

class JoinedTestsTest : public testing::Test {
 protected:
  void SetUp() override {
    write("CMakeLists.txt", R"(cmake_minimum_required(VERSION 3.25)
project(lab LANGUAGES CXX)
include(${LOCKSTEP_KIT}/lab.cmake)
lockstep_lab(queues SUBMIT queue.h stack.h sum.cpp
  TESTS queue_test.cpp queue_threads_test.cpp stack_test.cpp sum_test.cpp more_sums_test.cpp))");
    write("queue_test.cpp", "#include \"queue.h\"\n");
    write("queue_threads_test.cpp", "#include <thread>\n\n#include \"queue.h\"\n");
    write("stack_test.cpp", "#include \"queue.h\"\n#include \"stack.h\"\n");
    for (const char* file : {"queue.h", "stack.h", "sum.cpp", "sum_test.cpp", "more_sums_test.cpp"}) write(file, "");
    write("kit/lockstep-kit.cmake",
          "add_library(lockstep::kit INTERFACE IMPORTED)\nadd_library(lockstep::test_main INTERFACE IMPORTED)\n");
  }

  void write(const std::string& file, const std::string& text) const {
    ASSERT_TRUE(os::write_file(dir_.path() / file, text));
  }

  void configure_with(const std::string& setting) const {
    const fs::path kit = fs::path(LOCKSTEP_SOURCE_DIR) / "grader/kit";
    const auto run =
        run_trusted({"cmake", "-S", dir_.path(), "-B", build(), "-G", "Ninja", "-DLOCKSTEP_KIT=" + kit.string(),
                     "-DLOCKSTEP_KIT_BUILT=" + (dir_.path() / "kit").string(), setting},
                    {});
    ASSERT_TRUE(run);
    ASSERT_TRUE(run->succeeded()) << run->text;
  }

  [[nodiscard]] fs::path build() const { return dir_.path() / "build"; }

  /// What is compiled as one, by the headers of the submission that it includes; empty where nothing is.
  [[nodiscard]] std::string unit(const std::string& headers) const {
    const fs::path folder = build() / "CMakeFiles/queues_test.dir/Unity";
    return os::read_file(folder / ("unity_unit" + headers + "_cxx.cxx")).value_or("");
  }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
};

bool contains(const std::string& text, const std::string& file) { return text.find("/" + file) != std::string::npos; }

TEST_F(JoinedTestsTest, AreThoseThatIncludeTheSameOfWhatIsHandedIn) {
  configure_with("-DLOCKSTEP_FLAVOUR=tsan");
  EXPECT_TRUE(contains(unit("_queue_h"), "queue_test.cpp"));
  EXPECT_TRUE(contains(unit("_queue_h"), "queue_threads_test.cpp"));
  EXPECT_FALSE(contains(unit("_queue_h"), "stack_test.cpp")) << "an edit of stack.h would compile the queue's tests";
  EXPECT_TRUE(contains(unit(""), "sum_test.cpp"));
  EXPECT_TRUE(contains(unit(""), "more_sums_test.cpp"));
  EXPECT_FALSE(contains(unit(""), "stack_test.cpp"));
}

TEST_F(JoinedTestsTest, AreNoneWhereEachFileIsToBeCompiledAlone) {
  configure_with("-DLOCKSTEP_JOIN_TESTS=OFF");
  EXPECT_EQ(unit(""), "");
  EXPECT_EQ(unit("_queue_h"), "");
}

}  // namespace
}  // namespace lockstep::build
