#include "process/run.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <deque>
#include <future>
#include <thread>

#include "os/pipe.h"
#include "process/backend_test.h"
#include "process/process_tree.h"

namespace lockstep::process {
namespace {

using RunTest = BackendTest;
ON_EVERY_BACKEND(RunTest);

TEST_P(RunTest, GivesTheExitStatus) {
  EXPECT_EQ(status(run_guest({"exit", "0"})), 0);
  EXPECT_EQ(status(run_guest({"exit", "3"})), 3);
}

TEST_P(RunTest, GivesTheSignal) {
  EXPECT_EQ(signal(run_guest({"raise", "11"})), SIGSEGV);
  EXPECT_EQ(signal(run_guest({"raise", "9"})), SIGKILL);
  EXPECT_EQ(signal(run_guest({"abort"})), SIGABRT);
}

TEST_P(RunTest, AMissingProgramIsAnErrorThatNamesIt) {
  Command command;
  command.argv = {"no-such-program"};
  const auto run = process::run(command, limits_, sandbox());
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().message, "cannot run no-such-program: cannot start the program: No such file or directory");
}

TEST_P(RunTest, AFolderThatIsNotThereIsAnErrorThatNamesIt) {
  Sandbox sandbox = this->sandbox();
  sandbox.readable.emplace_back("/no/such/folder");
  const auto run = process::run(guest({"exit", "0"}), limits_, sandbox);
  ASSERT_FALSE(run);
  EXPECT_NE(run.error().message.find("/no/such/folder"), std::string::npos);
}

TEST_P(RunTest, FindsAProgramOnThePath) {
  Command command;
  command.argv = {"echo", "hello"};
  EXPECT_EQ(run_guest(command).output, "hello\n");
}

TEST_P(RunTest, TwentyMegabytesGoInAndOutWithoutDeadlock) {
  limits_.output_bytes = 32ULL << 20;
  Command command = guest({"copy"});
  for (int i = 0; i < 20 << 20; ++i) command.input.push_back(static_cast<char>('a' + i % 26));
  const Run run = run_guest(command);
  EXPECT_EQ(status(run), 0);
  EXPECT_TRUE(run.output == command.input);
}

TEST_P(RunTest, AProgramThatDoesNotReadItsInputIsNoTrouble) {
  Command command = guest({"deaf"});
  command.input.assign(1 << 20, 'x');
  EXPECT_EQ(status(run_guest(command)), 0);
}

TEST_P(RunTest, CapturesTheChannelsApart) {
  Command command = guest({"channels"});
  command.channels = 2;
  const Run run = run_guest(command);
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.channels, (std::vector<std::string>{"three", "four"}));
}

TEST_P(RunTest, InheritsNothingThatIsOpenHere) {
  std::deque<os::Fd> open_here;
  for (int i = 0; i < 50; ++i) open_here.emplace_back(open("/dev/null", O_RDONLY));  // not closed on exec
  EXPECT_EQ(run_guest({"descriptors"}).output, "0 1 2 ");
  Command command = guest({"descriptors"});
  command.channels = 2;
  EXPECT_EQ(run_guest(command).output, "0 1 2 3 4 ");
}

TEST_P(RunTest, TheEnvironmentIsWhatIsAskedForAndLittleElse) {
  setenv("LOCKSTEP_TEST_SECRET", "secret", 1);
  Command command = guest({"environment"});
  command.environment = {{"NAME", "value"}, {"HOME", "/home"}};
  const std::string environment = run_guest(command).output;
  unsetenv("LOCKSTEP_TEST_SECRET");
  EXPECT_NE(environment.find("NAME=value\n"), std::string::npos) << environment;
  EXPECT_NE(environment.find("HOME=/home\n"), std::string::npos) << environment;
  EXPECT_NE(environment.find("LANG=C.UTF-8\n"), std::string::npos) << environment;
  EXPECT_EQ(environment.find("secret"), std::string::npos) << environment;
  EXPECT_EQ(std::count(environment.begin(), environment.end(), '\n'), 5) << environment;
}

TEST_P(RunTest, StartsInTheFolderAskedForOrInAScratchFolder) {
  Command command = guest({"where"});
  EXPECT_FALSE(run_guest(command).output.empty());
  EXPECT_EQ(status(run_guest({"write", "file"})), 0);
  command.working_dir = "/usr/lib";
  EXPECT_EQ(run_guest(command).output, "/usr/lib");
}

TEST_P(RunTest, AStopRequestEndsItAtOnce) {
  std::stop_source source;
  auto run = std::async(std::launch::async,
                        [&] { return process::run(guest({"sleep"}), limits_, sandbox(), source.get_token()); });
  source.request_stop();
  const auto stopped = run.get();
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(ended_by<Stopped>(*stopped));
  EXPECT_LT(stopped->wall, std::chrono::seconds(30));
}

TEST_P(RunTest, ARequestMadeBeforeTheStartEndsItToo) {
  std::stop_source source;
  source.request_stop();
  const auto stopped = process::run(guest({"sleep"}), limits_, sandbox(), source.get_token());
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(ended_by<Stopped>(*stopped));
}

TEST_P(RunTest, ManyAtOnceKeepApart) {
  std::deque<std::future<Run>> runs;
  for (int i = 0; i < 12; ++i) {
    runs.push_back(std::async(std::launch::async, [this, i] {
      Command command = guest({"copy"});
      command.input = std::to_string(i);
      return run_guest(command);
    }));
  }
  for (int i = 0; i < 12; ++i) EXPECT_EQ(runs.at(static_cast<std::size_t>(i)).get().output, std::to_string(i));
}

TEST_P(RunTest, BeforeAKillForTimeItsProcessesCanBeLookedAt) {
  limits_.wall = std::chrono::milliseconds(300);
  std::vector<std::string> programs;
  int traced = 0;
  const auto look = [&](const std::vector<pid_t>& pids) {
    for (const pid_t pid : pids) {
      programs.push_back(std::filesystem::path("/proc/" + std::to_string(pid)) / "exe");
      if (ptrace(PTRACE_ATTACH, pid, nullptr, nullptr) != 0) continue;
      waitpid(pid, nullptr, __WALL);
      ptrace(PTRACE_DETACH, pid, nullptr, nullptr);
      ++traced;
    }
  };
  const auto run = process::run(guest({"sleep"}), limits_, sandbox(), {}, look);
  ASSERT_TRUE(run) << run.error().message;
  EXPECT_TRUE(ended_by<TimedOut>(*run));
  EXPECT_EQ(programs.size(), 1U) << "the program alone, without the sandbox's own processes";
  EXPECT_EQ(traced, 1);
}

TEST_P(RunTest, BeforeKillIsNotCalledForAProgramThatEnds) {
  bool called = false;
  const auto run =
      process::run(guest({"exit", "0"}), limits_, sandbox(), {}, [&](const std::vector<pid_t>&) { called = true; });
  EXPECT_TRUE(run);
  EXPECT_FALSE(called);
}

}  // namespace
}  // namespace lockstep::process
