#include <unistd.h>

#include <csignal>

#include "process/backend_test.h"
#include "process/user_id.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

using ConfinementTest = FolderTest;
ON_EVERY_BACKEND(ConfinementTest);

TEST_P(ConfinementTest, TheInitCannotBeKilledAndAnEndByForceIsNoPass) {
  const Run run = run_guest({"kill_init"});
  if (confined()) {
    EXPECT_EQ(status(run), 5) << describe(run.exit);
    EXPECT_EQ(run.output, "init lives");
  } else {
    EXPECT_EQ(signal(run), SIGKILL) << describe(run.exit);
  }
}

TEST_P(ConfinementTest, AReadableFolderIsReadAtItsOwnPath) {
  Sandbox sandbox = this->sandbox();
  sandbox.readable.push_back(dir_.path());
  EXPECT_EQ(run_with(sandbox, {"print", file()}).output, "secret");
}

TEST_P(ConfinementTest, AWritableFolderIsWritten) {
  Sandbox sandbox = this->sandbox();
  sandbox.writable.push_back(dir_.path());
  EXPECT_EQ(status(run_with(sandbox, {"write", dir_.path() / "new"})), 0);
  EXPECT_EQ(os::read_file(dir_.path() / "new").value(), "was here\n");
}

TEST_P(ConfinementTest, ABuilderWritesAsTheUserWhoRunsTheGrader) {
  const os::TempDir own = os::TempDir::make().value();  // open to nobody else
  Sandbox sandbox = this->sandbox();
  sandbox.writable.push_back(own.path());
  sandbox.builds = true;
  EXPECT_EQ(status(run_with(sandbox, {"write", own.path() / "new"})), 0);
  EXPECT_TRUE(fs::exists(own.path() / "new"));
  EXPECT_EQ(run_with(sandbox, {"who"}).output, std::to_string(getuid()));
}

TEST_P(ConfinementTest, WhereRootsProgramCannotReachItsFilesOtherwiseItStaysRootWithoutPrivileges) {
  if (GetParam() != SandboxBackend::kLandlock || !may_change_user())
    GTEST_SKIP() << "only root's Landlock cannot show them";
  fs::permissions(dir_.path(), fs::perms::owner_all);
  Sandbox sandbox = this->sandbox();
  sandbox.readable.push_back(dir_.path());
  EXPECT_EQ(run_with(sandbox, {"print", file()}).output, "secret");
  EXPECT_EQ(run_with(sandbox, {"who"}).output, "0");
  EXPECT_EQ(run_with(sandbox, {"gain"}).output, "");
  EXPECT_EQ(run_with(sandbox, {"attack_init"}).output, "");
  EXPECT_EQ(run_with(sandbox, {"kill_init"}).output, "init lives");
  EXPECT_EQ(status(run_with(sandbox, {"kill", std::to_string(getpid())})), 1);
  EXPECT_EQ(status(run_with(sandbox, {"print", "/etc/shadow"})), 1);
}

}  // namespace
}  // namespace lockstep::process
