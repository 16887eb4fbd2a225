#include "process/sandbox.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>

#include "os/temp_dir.h"
#include "process/find_program.h"

namespace lockstep::process {
namespace {

/// A variable of the environment, as it was before once this ends.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    setenv(name, value.c_str(), 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { before_ ? setenv(name_, before_->c_str(), 1) : unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

TEST(SandboxTest, TheEnvironmentNamesTheBestRungToTry) {
  const Variable none("LOCKSTEP_SANDBOX", "none");
  const Ladder ladder = find_rung();
  EXPECT_EQ(ladder.rung, Rung::kNone);
  EXPECT_EQ(ladder.refused.size(), 2U) << "and each better one is accounted for";
}

/// All tests of a rung are left out where it does not work: so it must work wherever the machine has what it needs.
TEST(SandboxTest, BubblewrapWorksWhereverItCanMakeNamespaces) {
  const char* user = geteuid() == 0 ? "" : "--unshare-user ";
  const std::string tried =
      std::string("bwrap --unshare-pid --unshare-net --ro-bind / / --proc /proc --dev /dev ") + user + "true";
  if (std::system((tried + " 2>/dev/null").c_str()) != 0) GTEST_SKIP() << "it cannot: " << tried;
  const Ladder ladder = find_rung();
  EXPECT_EQ(name(ladder.rung), "bubblewrap") << ladder.refused.front();
}

TEST(SandboxTest, LandlockWorksWhereverTheKernelHasIt) {
  constexpr unsigned kAskVersion = 1;
  if (syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion) < 1) GTEST_SKIP() << "this kernel has none";
  const Variable landlock("LOCKSTEP_SANDBOX", "landlock");
  const Ladder ladder = find_rung();
  EXPECT_EQ(name(ladder.rung), "landlock") << ladder.refused.back();
}

TEST(SandboxTest, ANameThatIsNoRungAsksForNothing) {
  const Ladder usual = find_rung();
  const Variable nonsense("LOCKSTEP_SANDBOX", "nonsense");
  EXPECT_EQ(find_rung().rung, usual.rung);
}

TEST(SandboxTest, WithoutBubblewrapTheNextRungIsTakenAndTheReasonGiven) {
  const os::TempDir empty = os::TempDir::make().value();
  const Variable path("PATH", empty.path());
  const Ladder ladder = find_rung();
  EXPECT_NE(ladder.rung, Rung::kBubblewrap);
  ASSERT_FALSE(ladder.refused.empty());
  EXPECT_NE(ladder.refused.front().find("apt-get install bubblewrap"), std::string::npos) << ladder.refused.front();
}

TEST(SandboxTest, ABubblewrapThatDoesNotWorkIsNotTaken) {
  const os::TempDir folder = os::TempDir::make().value();
  std::filesystem::create_symlink("/bin/false", folder.path() / "bwrap");
  const Variable path("PATH", folder.path());
  EXPECT_NE(find_rung().rung, Rung::kBubblewrap);
}

TEST(SandboxTest, EveryRungButTheBestSaysWhatIsMissing) {
  EXPECT_EQ(missing(Rung::kBubblewrap), "");
  EXPECT_NE(missing(Rung::kLandlock), "");
  EXPECT_NE(missing(Rung::kNone).find("NO SANDBOX"), std::string::npos);
}

TEST(FindProgramTest, LooksInTheFoldersOfThePathInTurn) {
  const os::TempDir folder = os::TempDir::make().value();
  std::filesystem::create_symlink("/bin/sh", folder.path() / "sh");
  const Variable path("PATH", "/no/such/folder:relative:" + folder.path().string() + ":/bin");
  EXPECT_EQ(find_program("sh"), folder.path() / "sh");
  EXPECT_EQ(find_program("ls"), "/bin/ls");
  EXPECT_FALSE(find_program("no-such-program"));
}

}  // namespace
}  // namespace lockstep::process
