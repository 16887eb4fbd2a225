#include <unistd.h>

#include <csignal>
#include <fstream>

#include "process/rung_test.h"

namespace lockstep::process {
namespace {

namespace fs = std::filesystem;

class ConfinementTest : public FolderTest {
 protected:
  /// How many processes of this name live on this machine.
  static int alive(std::string_view name) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator("/proc")) {
      std::string comm;
      std::getline(std::ifstream(entry.path() / "comm"), comm);
      if (comm == name) ++count;
    }
    return count;
  }
};
ON_EVERY_RUNG(ConfinementTest);

TEST_P(ConfinementTest, ADaemonDoesNotOutliveTheRun) {
  const Run run = run_guest({"daemon"});
  EXPECT_EQ(status(run), 0);
  EXPECT_EQ(run.output, "left one");
  EXPECT_EQ(alive("lockstep-daemon"), 0);
}

TEST_P(ConfinementTest, TheInitCannotBeKilledAndAnEndByForceIsNoPass) {
  const Run run = run_guest({"kill_init"});
  if (confined()) {
    EXPECT_EQ(status(run), 5) << describe(run.exit);
    EXPECT_EQ(run.output, "init lives");
  } else {
    EXPECT_EQ(signal(run), SIGKILL) << describe(run.exit);
  }
}

TEST_P(ConfinementTest, AReadableFolderIsReadAtItsOwnPathAndNotWritten) {
  Sandbox sandbox = this->sandbox();
  sandbox.readable.push_back(dir_.path());
  EXPECT_EQ(run_with(sandbox, {"print", file()}).output, "secret");
  if (!confined()) return;
  EXPECT_EQ(status(run_with(sandbox, {"write", file()})), 1);
  EXPECT_EQ(status(run_with(sandbox, {"write", dir_.path() / "new"})), 1);
  EXPECT_EQ(os::read_file(file()).value(), "secret");
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
  EXPECT_EQ(run_with(sandbox, {"gain"}).output.empty(), confined());
}

}  // namespace
}  // namespace lockstep::process
