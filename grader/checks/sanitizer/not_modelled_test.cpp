// Asked of real programs, as each installed compiler makes them.
#include "checks/sanitizer/not_modelled.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/find_program.h"
#include "process/run.h"

namespace lockstep::checks {
namespace {

namespace fs = std::filesystem;

class NotModelledTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!process::find_program(GetParam())) GTEST_SKIP() << GetParam() << " is not installed";
    fs::create_directories(dir_.path() / "CMakeFiles");
  }

  /// \return what is not modelled in a program with this in its main
  std::optional<std::string> found_in(const std::string& statements) {
    const fs::path source = dir_.path() / "learners.cpp";
    const fs::path object = dir_.path() / "CMakeFiles/learners.cpp.o";
    EXPECT_TRUE(os::write_file(source,
                               "#include <atomic>\n#include <condition_variable>\n#include <future>\n"
                               "int main(int argc, char**) {\n" +
                                   statements + "\n}\n"));
    run({GetParam(), "-std=c++20", "-O1", "-g1", "-fsanitize=thread", "-c", source, "-o", object});
    run({GetParam(), "-fsanitize=thread", "-pthread", object, "-o", program()});
    EXPECT_TRUE(fs::exists(program()));
    return not_modelled(dir_.path(), std::vector{program()},
                        [](std::string_view path) { return path.ends_with("/learners.cpp"); });
  }

 private:
  [[nodiscard]] fs::path program() const { return dir_.path() / "program"; }

  void run(const std::vector<std::string>& argv) {
    process::Sandbox sandbox;
    sandbox.backend = process::SandboxBackend::kNone;
    sandbox.builds = true;
    sandbox.writable = {dir_.path()};
    process::Command command;
    command.argv = argv;
    command.working_dir = dir_.path();
    const auto ran = process::run(command, {.wall = std::chrono::minutes(1), .memory_bytes = 4ULL << 30}, sandbox);
    ASSERT_TRUE(ran) << ran.error().message;
    EXPECT_EQ(std::get<process::Exited>(ran->exit).code, 0) << ran->errors;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_P(NotModelledTest, KnowsWhatIsMadeReadyAtAThreadsEnd) {
  EXPECT_EQ(found_in("std::promise<int> p; p.set_value_at_thread_exit(argc);"), "set_value_at_thread_exit");
  EXPECT_EQ(found_in("std::promise<int> p; p.set_exception_at_thread_exit({});"), "set_exception_at_thread_exit");
  EXPECT_EQ(found_in("std::packaged_task<void()> t([] {}); t.make_ready_at_thread_exit();"),
            "make_ready_at_thread_exit");
}

TEST_P(NotModelledTest, OrdinarySynchronisationIsModelled) {
  EXPECT_EQ(found_in("std::promise<int> p; p.set_value(argc); std::packaged_task<int()> t([] { return 1; }); t();\n"
                     "std::atomic<int> n{argc}; n.fetch_add(1, std::memory_order_acq_rel);\n"
                     "std::atomic_thread_fence(std::memory_order_seq_cst); std::mutex m; std::condition_variable c;\n"
                     "std::notify_all_at_thread_exit(c, std::unique_lock(m));\n"
                     "return std::async([] { return 1; }).get() + p.get_future().get() + t.get_future().get();"),
            std::nullopt);
}

TEST_P(NotModelledTest, WordsAreNotUses) {
  EXPECT_EQ(found_in("// p.set_value_at_thread_exit(1);\n"
                     "static const char* volatile words = \"_ZNSt7promiseIiE24set_value_at_thread_exitEOi\";\n"
                     "return words == nullptr;"),
            std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(Compilers, NotModelledTest, testing::Values("g++", "clang++"),
                         [](const auto& tested) { return std::string(tested.param) == "g++" ? "gcc" : "clang"; });

}  // namespace
}  // namespace lockstep::checks
