#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>

#include "os/fd.h"
#include "process/backend_test.h"
#include "process/user_id.h"

namespace lockstep::process {
namespace {

using SandboxedTest = FolderTest;
IN_EVERY_SANDBOX(SandboxedTest);

TEST_P(SandboxedTest, TheStatusOfTheInitCannotBeForged) {
  const Run run = run_guest({"attack_init"});
  EXPECT_EQ(status(run), 5) << describe(run.exit);
  EXPECT_EQ(run.output, "") << "these ways into the init are open";
}

TEST_P(SandboxedTest, NobodyElseCanBeSignalled) {
  EXPECT_EQ(status(run_guest({"kill", std::to_string(getpid())})), 1);
  run_guest({"kill_all"});  // this test lives on
}

TEST_P(SandboxedTest, FilesOutsideAreClosed) {
  EXPECT_EQ(run_guest({"print", file()}).output, "");
  EXPECT_EQ(run_guest({"print", "/etc/passwd"}).output, "");
  EXPECT_EQ(status(run_guest({"write", file()})), 1);
  EXPECT_EQ(status(run_guest({"write", "/usr/lockstep-test"})), 1);
  EXPECT_EQ(os::read_file(file()).value(), "secret");
}

TEST_P(SandboxedTest, OnlyTheScratchFolderIsWritten) {
  for (const std::string folder : {"/", "/dev/", "/etc/", "/usr/", "/usr/lib/", "/proc/", "/var/tmp/"}) {
    EXPECT_EQ(status(run_guest({"write", folder + "lockstep-test"})), 1) << folder;
  }
  EXPECT_EQ(status(run_guest({"write", "lockstep-test"})), 0);
}

TEST_P(SandboxedTest, AReadableFolderIsNotWritten) {
  Sandbox sandbox = this->sandbox();
  sandbox.readable.push_back(dir_.path());
  EXPECT_EQ(status(run_with(sandbox, {"write", file()})), 1);
  EXPECT_EQ(status(run_with(sandbox, {"write", dir_.path() / "new"})), 1);
  EXPECT_EQ(os::read_file(file()).value(), "secret");
}

TEST_P(SandboxedTest, AHiddenFolderIsEmptyAndItsNeighboursAreNot) {
  ASSERT_TRUE(os::write_file(dir_.path() / "inner/hidden/test", "hidden test"));
  ASSERT_TRUE(os::write_file(dir_.path() / "inner/shown/header", "shown"));
  Sandbox sandbox = this->sandbox();
  sandbox.readable.push_back(dir_.path());
  sandbox.hidden = {dir_.path() / "inner/hidden", dir_.path() / "not-there"};
  EXPECT_EQ(run_with(sandbox, {"print", dir_.path() / "inner/hidden/test"}).output, "");
  EXPECT_EQ(status(run_with(sandbox, {"write", dir_.path() / "inner/hidden/new"})), 1);
  EXPECT_EQ(run_with(sandbox, {"print", dir_.path() / "inner/shown/header"}).output, "shown");
  EXPECT_EQ(run_with(sandbox, {"print", file()}).output, "secret");
}

bool others_reach(const std::filesystem::path& program) {
  for (auto folder = program.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
    const auto permissions = std::filesystem::status(folder).permissions();
    if ((permissions & std::filesystem::perms::others_exec) == std::filesystem::perms::none) return false;
  }
  return true;
}

TEST_P(SandboxedTest, RootsProgramsAreNotRoots) {
  if (!may_change_user()) GTEST_SKIP() << "only root has other user ids to give";
  if (!others_reach(LOCKSTEP_GUEST)) GTEST_SKIP() << "a program in root's own folder cannot be started as anybody else";
  EXPECT_GE(std::stoul(run_guest({"who"}).output), 60'001UL);
}

TEST_P(SandboxedTest, NoPrivilegeCanBeGained) { EXPECT_EQ(run_guest({"gain"}).output, ""); }

TEST_P(SandboxedTest, NoPrivilegeCanBeGainedByABuilder) {
  Sandbox sandbox = this->sandbox();
  sandbox.builds = true;
  EXPECT_EQ(run_with(sandbox, {"gain"}).output, "");
}

TEST_P(SandboxedTest, TheNetworkIsClosed) {
  const os::Fd listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(bind(listener.get(), reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(listen(listener.get(), 1), 0);
  getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size);
  EXPECT_EQ(status(run_guest({"connect", std::to_string(ntohs(address.sin_port))})), 1);
}

}  // namespace
}  // namespace lockstep::process
