#include "intake/repository.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/sandbox.h"

namespace lockstep::intake {
namespace {

namespace fs = std::filesystem;

class RepositoryTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { backend() = process::select_backend().backend; }
  static process::SandboxBackend& backend() {
    static process::SandboxBackend selected{};
    return selected;
  }

  void git(const std::string& words) const {
    const std::string command = "GIT_CONFIG_GLOBAL=/dev/null git -C '" + repository().string() +
                                "' -c user.name=A -c user.email=a@b -c init.defaultBranch=main " + words +
                                " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
  }
  void make() const {
    fs::create_directories(repository());
    git("init");
  }
  void commit(const std::string& file, const std::string& text) const {
    ASSERT_TRUE(os::write_file(repository() / file, text));
    git("add -A");
    setenv("GIT_COMMITTER_DATE", "1700000000 +0100", 1);
    git("commit -m c");
    unsetenv("GIT_COMMITTER_DATE");
  }
  [[nodiscard]] fs::path repository() const { return dir_.path() / "ada"; }
  [[nodiscard]] Result<Holding> open() const { return open_repository(repository(), backend(), {}); }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(RepositoryTest, GivesTheCommitAtHeadAndNotTheWorkingTree) {
  make();
  commit("labs/01-tiny/a.cpp", "committed\n\n");
  ASSERT_TRUE(os::write_file(repository() / "labs/01-tiny/a.cpp", "not committed"));
  ASSERT_TRUE(is_repository(repository()));
  const auto holding = open();
  ASSERT_TRUE(holding) << holding.error().message;
  EXPECT_EQ(holding->files, (std::set<std::string>{"labs/01-tiny/a.cpp"}));
  EXPECT_EQ(holding->read("labs/01-tiny/a.cpp").value(), "committed\n\n");
  EXPECT_EQ(holding->received, "2023-11-14T22:13:20Z");
}

TEST_F(RepositoryTest, MayBeBare) {
  make();
  commit("a.cpp", "1");
  git("clone --bare . ../bare.git");
  ASSERT_TRUE(is_repository(dir_.path() / "bare.git"));
  const auto holding = open_repository(dir_.path() / "bare.git", backend(), {});
  ASSERT_TRUE(holding) << holding.error().message;
  EXPECT_EQ(holding->read("a.cpp").value(), "1");
}

TEST_F(RepositoryTest, FollowsNoLink) {
  make();
  fs::create_symlink("/etc/passwd", repository() / "a.cpp");
  commit("b.cpp", "");
  const auto holding = open();
  ASSERT_TRUE(holding) << holding.error().message;
  EXPECT_TRUE(holding->links.contains("a.cpp"));
  EXPECT_FALSE(holding->files.contains("a.cpp"));
}

TEST_F(RepositoryTest, WithoutACommitIsNotUnderstood) {
  make();
  const auto holding = open();
  ASSERT_FALSE(holding);
  EXPECT_EQ(holding.error().fault, Fault::kInput);
  EXPECT_NE(holding.error().message.find("without a commit"), std::string::npos) << holding.error().message;
}

TEST_F(RepositoryTest, OfANameOnlyIsNotUnderstood) {
  fs::create_directories(repository() / ".git");
  const auto holding = open();
  ASSERT_FALSE(holding);
  EXPECT_EQ(holding.error().fault, Fault::kInput);
}

// A partial clone asks its remote for what it lacks, and a remote may be a command.
TEST_F(RepositoryTest, StartsNoProgramThatItsSettingsName) {
  make();
  commit("a.cpp", "1");
  const fs::path mark = dir_.path() / "ada/mark";
  const fs::path script = dir_.path() / "ada/run-me";
  ASSERT_TRUE(os::write_file(script, "#!/bin/sh\ntouch '" + mark.string() + "'\n"));
  fs::permissions(script, fs::perms::all);
  for (const char* key : {"core.fsmonitor", "core.pager", "core.sshCommand", "filter.x.smudge", "filter.x.process"}) {
    git(std::string("config ") + key + " '" + script.string() + "'");
  }
  git("config extensions.partialClone origin");
  git("config remote.origin.promisor true");
  git("config remote.origin.url 'ext::" + script.string() + "'");
  git("config protocol.ext.allow always");
  ASSERT_TRUE(os::write_file(repository() / ".git/info/attributes", "*.cpp filter=x\n"));
  for (const auto& entry : fs::recursive_directory_iterator(repository() / ".git/objects")) {
    // All but the commit and its tree: what is lacking is asked for.
    if (entry.is_regular_file() && entry.path().parent_path().filename() == "56" /* blob of "1" */) {
      fs::remove(entry.path());
    }
  }
  const auto holding = open();
  EXPECT_FALSE(holding && holding->read("a.cpp"));
  EXPECT_FALSE(fs::exists(mark));
}

}  // namespace
}  // namespace lockstep::intake
