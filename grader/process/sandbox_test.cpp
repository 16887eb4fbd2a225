#include "process/sandbox.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <sstream>

#include "os/temp_dir.h"
#include "process/find_program.h"
#include "process/required_backend.h"

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

TEST(SandboxTest, TheEnvironmentNamesTheBestBackendToTry) {
  const Variable none("LOCKSTEP_SANDBOX", "none");
  const SandboxSelection selection = select_backend();
  EXPECT_EQ(selection.backend, SandboxBackend::kNone);
  EXPECT_EQ(selection.refused.size(), 2U) << "and each better one is accounted for";
}

/// All tests of a backend are left out where it does not work: so it must work wherever the machine has what it needs.
TEST(SandboxTest, BubblewrapWorksWhereverItCanMakeNamespaces) {
  const char* user = geteuid() == 0 ? "" : "--unshare-user ";
  const std::string tried =
      std::string("bwrap --unshare-pid --unshare-net --ro-bind / / --proc /proc --dev /dev ") + user + "true";
  if (std::system((tried + " 2>/dev/null").c_str()) != 0) {
    ASSERT_FALSE(is_required("bubblewrap")) << "it cannot: " << tried;
    GTEST_SKIP() << "it cannot: " << tried;
  }
  const SandboxSelection selection = select_backend();
  EXPECT_EQ(name(selection.backend), "bubblewrap") << selection.refused.front();
}

TEST(SandboxTest, LandlockWorksWhereverTheKernelHasIt) {
  constexpr unsigned kAskVersion = 1;
  if (syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion) < 1) {
    LOCKSTEP_SKIP_WITHOUT("landlock");
  }
  const Variable landlock("LOCKSTEP_SANDBOX", "landlock");
  const SandboxSelection selection = select_backend();
  EXPECT_EQ(name(selection.backend), "landlock") << selection.refused.back();
}

/// A misspelt name would require nothing.
TEST(SandboxTest, OnlyABackendThatThereIsIsRequired) {
  const char* required = std::getenv("LOCKSTEP_REQUIRE_SANDBOX");
  std::istringstream names(required == nullptr ? "" : required);
  for (std::string wanted; std::getline(names, wanted, ',');) {
    EXPECT_TRUE(wanted == "bubblewrap" || wanted == "landlock") << "LOCKSTEP_REQUIRE_SANDBOX names " << wanted;
  }
}

TEST(SandboxTest, TheEnvironmentNamesTheBackendsThatAreRequired) {
  const Variable both("LOCKSTEP_REQUIRE_SANDBOX", "bubblewrap,landlock");
  EXPECT_TRUE(is_required("bubblewrap"));
  EXPECT_TRUE(is_required("landlock"));
  const Variable one("LOCKSTEP_REQUIRE_SANDBOX", "landlock");
  EXPECT_FALSE(is_required("bubblewrap"));
  EXPECT_TRUE(is_required("landlock"));
}

TEST(SandboxTest, ANameThatIsNoBackendAsksForNothing) {
  const SandboxSelection usual = select_backend();
  const Variable nonsense("LOCKSTEP_SANDBOX", "nonsense");
  EXPECT_EQ(select_backend().backend, usual.backend);
}

TEST(SandboxTest, WithoutBubblewrapTheNextBackendIsTakenAndTheReasonGiven) {
  const os::TempDir empty = os::TempDir::make().value();
  const Variable path("PATH", empty.path());
  const SandboxSelection selection = select_backend();
  EXPECT_NE(selection.backend, SandboxBackend::kBubblewrap);
  ASSERT_FALSE(selection.refused.empty());
  EXPECT_NE(selection.refused.front().find("apt-get install bubblewrap"), std::string::npos)
      << selection.refused.front();
}

TEST(SandboxTest, ABubblewrapThatDoesNotWorkIsNotTaken) {
  const os::TempDir folder = os::TempDir::make().value();
  std::filesystem::create_symlink("/bin/false", folder.path() / "bwrap");
  const Variable path("PATH", folder.path());
  EXPECT_NE(select_backend().backend, SandboxBackend::kBubblewrap);
}

TEST(SandboxTest, EveryBackendButTheBestSaysWhatIsMissing) {
  EXPECT_EQ(missing(SandboxBackend::kBubblewrap), "");
  EXPECT_NE(missing(SandboxBackend::kLandlock), "");
  EXPECT_NE(missing(SandboxBackend::kNone).find("NO SANDBOX"), std::string::npos);
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
