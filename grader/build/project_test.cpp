#include "build/project.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stop_token>
#include <string>
#include <thread>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

/// With a compiler, a CMake and a Ninja that only pretend.
class ConfigureTest : public testing::Test {
 protected:
  ConfigureTest() {
    fake("compiler", "echo pretended 1.0");
    fake("cmake", "true");
    fake("ninja", "true");
    setenv("PATH", ((dir_.path() / "bin").string() + ":" + path_).c_str(), 1);
  }
  ~ConfigureTest() override { setenv("PATH", path_.c_str(), 1); }

  void fake(const std::string& name, const std::string& script) const {
    const fs::path file = dir_.path() / "bin" / name;
    ASSERT_TRUE(os::write_file(file, "#!/bin/sh\n" + script + "\n"));
    fs::permissions(file, fs::perms(0755));
  }

  std::stop_source stop_;
  os::TempDir dir_ = os::TempDir::make().value();
  std::string path_ = std::getenv("PATH");
  Project project_{.source = dir_.path() / "source",
                   .build = dir_.path() / "build",
                   .compiler = dir_.path() / "bin/compiler",
                   .settings = {}};
};

TEST_F(ConfigureTest, AnInterruptedLookAtTheBuildFilesLosesNothingThatWasBuilt) {
  ASSERT_TRUE(configure(project_, {}));
  const fs::path object = project_.build / "tiny.cpp.o";
  ASSERT_TRUE(os::write_file(object, "built"));

  const fs::path looks = dir_.path() / "looks";
  fake("ninja", "touch '" + looks.string() + "'; sleep 60");
  std::jthread presses_ctrl_c([this, &looks](const std::stop_token& over) {
    while (!fs::exists(looks) && !over.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop_.request_stop();
  });
  EXPECT_FALSE(configure(project_, stop_.get_token()));
  EXPECT_TRUE(fs::exists(object));
}

TEST_F(ConfigureTest, StartsNoMoreCompilersAtATimeThanItMay) {
  fake("ninja", "echo \"$@\"");
  project_.jobs = 3;
  EXPECT_EQ(make(project_, {"tiny_test"}, {})->text, "-C " + project_.build.string() + " -j3 tiny_test\n");
  project_.jobs = 0;
  EXPECT_EQ(make(project_, {"tiny_test"}, {})->text, "-C " + project_.build.string() + " tiny_test\n");
}

TEST_F(ConfigureTest, StartsNoBuildWhereAllIsUpToDate) {
  StepCounter counter;
  const fs::path calls = dir_.path() / "calls";
  fake("ninja", "echo \"$@\" >>'" + calls.string() + "'; echo 'ninja: no work to do.'");
  EXPECT_TRUE(make(project_, {"tiny_test"}, {}, &counter)->succeeded());
  EXPECT_TRUE(make_confined(project_, {"tiny_test"}, {}, {}, &counter)->succeeded());
  const std::string look = "-C " + project_.build.string() + " tiny_test -n\n";
  EXPECT_EQ(os::read_file(calls).value_or(""), look + look);

  fake("ninja", "case \"$*\" in *-n) echo 'Building CXX object tiny.o' ;; *) echo built ;; esac");
  EXPECT_EQ(make(project_, {"tiny_test"}, {}, &counter)->text, "built\n");
}

TEST_F(ConfigureTest, BuildFilesThatCannotBeBroughtUpToDateAreMadeAnew) {
  ASSERT_TRUE(configure(project_, {}));
  ASSERT_TRUE(os::write_file(project_.build / "left-over", ""));
  fake("ninja", "false");
  EXPECT_TRUE(configure(project_, {}));
  EXPECT_FALSE(fs::exists(project_.build / "left-over"));
}

}  // namespace
}  // namespace lockstep::build
