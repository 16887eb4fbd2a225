#include "checks/api_rules/uses.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

/// What a file that is compiled like a submission uses.
class UsesTest : public testing::TestWithParam<const char*> {
 protected:
  std::vector<Use> uses(const std::string& code) const {
    const auto source = dir_.path() / "own.cpp";
    const auto program = dir_.path() / "program.so";
    EXPECT_TRUE(os::write_file(source, code));
    process::Command command;
    command.argv = {GetParam(), "-std=c++20", "-O1",  "-g", "-fsanitize=thread",
                    "-shared",  "-fPIC",      source, "-o", program};
    command.environment = {{"PATH", "/usr/bin:/bin"}};
    command.working_dir = dir_.path();
    process::Limits limits;
    limits.wall = std::chrono::minutes(2);
    const auto run = process::run(command, limits,
                                  {.backend = process::SandboxBackend::kNone,
                                   .readable = {},
                                   .hidden = {},
                                   .writable = {dir_.path()},
                                   .builds = true});
    EXPECT_TRUE(run && std::holds_alternative<process::Exited>(run->exit)) << (run ? run->errors : run.error().message);
    return uses_in(program, [](std::string_view path) {
      return path.ends_with("own.cpp") ? std::optional<std::string>("own.cpp") : std::nullopt;
    });
  }

  bool finds(const std::string& name, const std::string& code) const {
    const auto found = uses(code);
    return std::any_of(found.begin(), found.end(), [&](const Use& use) { return use.name == name; });
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_P(UsesTest, FindsACallThatIsInlined) {
  EXPECT_TRUE(finds("std::this_thread::sleep_for", R"(#include <thread>
void f() { std::this_thread::sleep_for(std::chrono::milliseconds(1)); })"));
}

TEST_P(UsesTest, FindsACallThroughAnAliasAndAMacro) {
  EXPECT_TRUE(finds("std::this_thread::sleep_for", R"(#include <thread>
#define REST(time) quiet::sleep_for(time)
namespace quiet = std::this_thread;
void f() { REST(std::chrono::milliseconds(1)); })"));
}

TEST_P(UsesTest, FindsACallOfTheCLibrary) {
  EXPECT_TRUE(finds("usleep", "#include <unistd.h>\nint f() { return usleep(5) + 1; }"));
}

TEST_P(UsesTest, FindsTheTypesOfLocalsMembersAndParameters) {
  const std::string code = R"(#include <condition_variable>
#include <mutex>
#include <utility>
using Lock = std::unique_lock<std::recursive_mutex>;
struct Own { std::pair<int, std::condition_variable_any> waiting; };
int f(Own& own, std::timed_mutex& other) {
  std::recursive_mutex mutex;
  Lock lock(mutex);
  other.lock();
  return own.waiting.first;
})";
  for (const char* name :
       {"std::recursive_mutex", "std::unique_lock", "std::condition_variable_any", "std::timed_mutex"}) {
    EXPECT_TRUE(finds(name, code)) << name;
  }
}

TEST_P(UsesTest, FindsWhatATemplateUsesWhereItIsMade) {
  EXPECT_TRUE(finds("std::atomic", R"(#include <atomic>
template <class T> struct Counter { std::atomic<T> value{}; T next() { return ++value; } };
int f() { static Counter<int> counter; return counter.next(); })"));
}

TEST_P(UsesTest, SaysWhere) {
  const auto found = uses("#include <thread>\n\nvoid f() {\n  std::this_thread::yield();\n}\n");
  const auto use =
      std::find_if(found.begin(), found.end(), [](const Use& u) { return u.name == "std::this_thread::yield"; });
  ASSERT_NE(use, found.end());
  EXPECT_EQ(use->file, "own.cpp");
  EXPECT_EQ(use->line, 4);
}

TEST_P(UsesTest, LeavesOutWhatTheLibraryItselfUses) {
  EXPECT_FALSE(finds("std::mutex", R"(#include <condition_variable>
void f(std::condition_variable& changed) { changed.notify_one(); })"));
}

TEST_P(UsesTest, FindsNothingInAFileThatIsNoProgram) {
  const auto file = dir_.path() / "text";
  EXPECT_TRUE(os::write_file(file, "no program"));
  EXPECT_TRUE(uses_in(file, [](std::string_view) { return std::optional<std::string>("any"); }).empty());
}

INSTANTIATE_TEST_SUITE_P(Compilers, UsesTest, testing::Values("g++", "clang++"),
                         [](const auto& compiler) { return std::string(compiler.param) == "g++" ? "gcc" : "clang"; });

}  // namespace
}  // namespace lockstep::checks
