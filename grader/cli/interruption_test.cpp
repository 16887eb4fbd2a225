// Ctrl-C while the grader works: it ends soon, leaves nothing behind, and the next run goes on from what was built.

#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <thread>

#include "cli/end_to_end.h"
#include "os/file.h"
#include "process/exec_words.h"
#include "process/process_tree.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

/// The content of each file below a folder.
std::map<fs::path, std::string> files_in(const fs::path& dir) {
  std::map<fs::path, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) files[entry.path()] = os::read_file(entry.path()).value_or("");
  }
  return files;
}

/// Ends when it holds; the time only keeps a failing test from hanging.
bool comes_true(const std::function<bool()>& condition) {
  const auto deadline = steady_clock::now() + std::chrono::minutes(3);
  while (!condition()) {
    if (steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

/// Whether a process below this one has been started with these words.
bool runs(std::string_view words) {
  const auto pids = process::descendants(getpid());
  return std::any_of(pids.begin(), pids.end(), [&](pid_t pid) {
    std::string line = os::read_file(fs::path("/proc") / std::to_string(pid) / "cmdline").value_or("");
    std::replace(line.begin(), line.end(), '\0', ' ');
    return line.find(words) != std::string::npos;
  });
}

/// Takes in the children that are dead. \return whether one still lives.
bool has_living_children() {
  pid_t pid = 0;
  do {
    pid = waitpid(-1, nullptr, WNOHANG);
  } while (pid > 0);
  return pid == 0;
}

class InterruptionTest : public EndToEnd {
 protected:
  void SetUp() override {
    // Whatever outlives the grader becomes a child of this process, where it is seen.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    fs::remove_all(slot1());
    fs::permissions(scratch_.path(), fs::perms::others_all, fs::perm_options::add);
  }
  void TearDown() override {
    if (grader_ > 0) kill(-grader_, SIGKILL);
    comes_true([] { return !has_living_children(); });
    prctl(PR_SET_CHILD_SUBREAPER, 0);
  }

  void start_grading(const fs::path& dir) { start({"grade", "01", "--from", dir}); }

  /// Starts the grader in the background, in a process group of its own as a shell does.
  void start(std::vector<std::string> argv) {
    argv.insert(argv.begin(), LOCKSTEP_GRADER);
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment({{"TMPDIR", scratch_.path()}}))
      variables.push_back(fmt::format("{}={}", name, value));
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, said().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    EXPECT_EQ(posix_spawn(&grader_, LOCKSTEP_GRADER, &actions, &attributes, process::exec_words(argv).data(),
                          process::exec_words(variables).data()),
              0);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }

  /// Waits until the grader runs a program with these words. \return false when it ended before.
  bool comes_to_run(std::string_view words) {
    const bool seen = comes_true([&] {
      if (waitpid(grader_, nullptr, WNOHANG) != 0) grader_ = 0;
      return grader_ == 0 || runs(words);
    });
    return seen && grader_ != 0;
  }

  /// Presses Ctrl-C and waits for the end. \return the exit status, -1 when it ended otherwise.
  int interrupt() {
    const auto pressed = steady_clock::now();
    kill(-grader_, SIGINT);
    int status = 0;
    EXPECT_EQ(waitpid(grader_, &status, 0), grader_);
    grader_ = 0;
    took_ = steady_clock::now() - pressed;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void expect_a_clean_end() {
    EXPECT_EQ(interrupt(), 130) << os::read_file(said()).value_or("");
    EXPECT_LT(took_, std::chrono::seconds(2));
    EXPECT_FALSE(has_living_children());
    EXPECT_TRUE(files_in(scratch_.path()).empty()) << files_in(scratch_.path()).begin()->first;
    EXPECT_NE(os::read_file(said()).value_or("").find("interrupted"), std::string::npos);
  }

  static fs::path slot0() { return root() / "build/labs/01-tiny/slot0"; }
  /// Used while slot 0 is taken.
  static fs::path slot1() { return root() / "build/labs/01-tiny/slot1"; }
  fs::path said() const { return said_.path() / "said"; }

  pid_t grader_ = 0;
  steady_clock::duration took_{};
  os::TempDir said_ = os::TempDir::make().value();
  os::TempDir scratch_ = os::TempDir::make().value();
};

TEST_F(InterruptionTest, ACaseThatRunsIsStoppedAndTheNextRunGoesOnFromWhatWasBuilt) {
  const auto before = files_in(root() / "labs");
  const os::TempDir sleeper = submission("sleeps_for_ever");
  start_grading(sleeper.path());
  ASSERT_TRUE(comes_to_run("--gtest_filter=TinyTest.Counts"));
  expect_a_clean_end();
  EXPECT_EQ(files_in(root() / "labs"), before);
  EXPECT_EQ(files_in(sleeper.path()).size(), 1U);

  const fs::path tests = slot0() / "release-g++/CMakeFiles/tiny_test.dir/tests/tiny_test.cpp.o";
  const auto built = fs::last_write_time(tests);
  EXPECT_EQ(grade("right")["points"], 20) << run_.errors;
  EXPECT_EQ(status(run_), 0);
  EXPECT_EQ(fs::last_write_time(tests), built);
  EXPECT_FALSE(fs::exists(slot1())) << "the interrupted run's slot is free again";
}

TEST_F(InterruptionTest, ACompilerThatRunsIsStoppedAndTheNextRunFindsNothingHalfBuilt) {
  const auto before = files_in(root() / "labs");
  const os::TempDir dir = submission("right");
  const std::string code = os::read_file(dir.path() / "tiny.cpp").value();
  // Never compiled before, and it takes a while.
  const std::string fresh = fmt::format("// {}\n#include <regex>\n", steady_clock::now().time_since_epoch().count());
  ASSERT_TRUE(os::write_file(dir.path() / "tiny.cpp", fresh + code));
  start_grading(dir.path());
  ASSERT_TRUE(comes_to_run("submission.dir/tiny.cpp.o"));
  expect_a_clean_end();
  EXPECT_EQ(files_in(root() / "labs"), before);

  run_ = lab({"grade", "01", "--from", dir.path()});
  EXPECT_EQ(status(run_), 0) << run_.output << run_.errors;
}

TEST_F(InterruptionTest, VerifyPrintsNoVerdictOnTheSubjectThatItWasAt) {
  const fs::path solution = root() / "solutions/01-tiny";
  fs::create_directories(solution);
  fs::copy_file(test_data() / "misbehaving/sleeps_for_ever.cpp", solution / "tiny.cpp");
  start({"verify", "01", "--only", "solution"});
  const bool seen = comes_to_run("--gtest_filter=TinyTest.Counts");
  if (seen) expect_a_clean_end();
  fs::remove_all(root() / "solutions");
  ASSERT_TRUE(seen);
  const std::string text = os::read_file(said()).value_or("");
  EXPECT_EQ(text.find("✗"), std::string::npos) << text;
}

}  // namespace
}  // namespace lockstep::cli
