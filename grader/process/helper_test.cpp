#include "process/helper.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>

#include <chrono>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::process {
namespace {

class HelperTest : public testing::Test {
 protected:
  Result<Helper> shell(const std::string& script, const std::vector<std::string>& environment = {}) {
    return Helper::start({"/bin/sh", "-c", script}, errors(), environment);
  }
  [[nodiscard]] std::filesystem::path errors() const { return dir_.path() / "errors"; }

  /// The next line; "(ended)" when there is none any more.
  static std::string next(Helper& helper) {
    for (;;) {
      if (auto line = helper.heard()) return *line;
      pollfd watched{.fd = helper.fd(), .events = POLLIN, .revents = 0};
      poll(&watched, 1, 10'000);
      if (!helper.listen()) return helper.heard().value_or("(ended)");
    }
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(HelperTest, AnswersLineByLine) {
  auto helper = shell("while read -r line; do echo \"got $line\"; done");
  ASSERT_TRUE(helper);
  helper->tell("one");
  EXPECT_EQ(next(*helper), "got one");
  helper->tell("two words");
  EXPECT_EQ(next(*helper), "got two words");
}

TEST_F(HelperTest, ThatIsKilledIsSaidToBe) {
  auto helper = shell("echo begun; read -r line; kill -9 $$");
  ASSERT_TRUE(helper);
  EXPECT_EQ(next(*helper), "begun");
  helper->tell("now");
  EXPECT_EQ(next(*helper), "(ended)");
  EXPECT_NE(helper->ending().find("signal 9"), std::string::npos);
  helper->tell("nobody hears it");
}

TEST_F(HelperTest, HasItsVariablesAndItsErrorsInAFile) {
  auto helper = shell("echo \"$LOCKSTEP_HELPED\"; echo oh >&2", {"LOCKSTEP_HELPED=yes"});
  ASSERT_TRUE(helper);
  EXPECT_EQ(next(*helper), "yes");
  EXPECT_EQ(next(*helper), "(ended)");
  EXPECT_EQ(helper->ending().find("signal"), std::string::npos);
  EXPECT_EQ(os::read_file(errors()).value(), "oh\n");
}

TEST_F(HelperTest, IsEndedWithItsOwner) {
  const auto begin = std::chrono::steady_clock::now();
  {
    auto helper = shell("trap 'echo told >&2; exit' TERM; echo begun; while :; do sleep 0.05; done");
    ASSERT_TRUE(helper);
    EXPECT_EQ(next(*helper), "begun");
  }
  EXPECT_EQ(os::read_file(errors()).value(), "told\n");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(Helper::kTimeoutMs));
}

TEST_F(HelperTest, ThatDoesNotExistIsAnError) {
  const auto helper = Helper::start({"/no/such/program"}, errors());
  ASSERT_FALSE(helper);
  EXPECT_NE(helper.error().message.find("/no/such/program"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::process
