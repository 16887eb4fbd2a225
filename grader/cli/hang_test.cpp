// A case that hangs: the finding says where each of its threads stands, whatever the sandbox.

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/end_to_end.h"
#include "process/required_backend.h"
#include "process/sandbox.h"

namespace lockstep::cli {
namespace {

/// The line of a file that holds these words, from 1; 0 when none does.
int line_of(const std::filesystem::path& file, std::string_view words) {
  std::ifstream in(file);
  int number = 1;
  for (std::string line; std::getline(in, line); ++number) {
    if (line.find(words) != std::string::npos) return number;
  }
  return 0;
}

class HangTest : public EndToEnd, public testing::WithParamInterface<const char*> {
 protected:
  static bool works(const std::string& backend) {
    setenv("LOCKSTEP_SANDBOX", backend.c_str(), 1);
    const process::SandboxSelection selection = process::select_backend();
    unsetenv("LOCKSTEP_SANDBOX");
    return process::name(selection.backend) == backend;
  }
  static std::filesystem::path code() { return test_data() / "misbehaving/hangs_in_two_threads.cpp"; }
};

TEST_P(HangTest, ShowsWhereEachThreadStands) {
  const std::string backend = GetParam();
  if (!works(backend)) {
    LOCKSTEP_SKIP_WITHOUT(backend);
  }
  const os::TempDir dir = submission("hangs_in_two_threads");
  std::vector<std::string> words{"grade", "01", "--json", "-", "--from", dir.path()};
  if (backend == "none") words.emplace_back("--no-sandbox");
  const process::Run run = lab(words, {{"LOCKSTEP_SANDBOX", backend}});
  const auto graded = nlohmann::json::parse(run.output, nullptr, /*allow_exceptions=*/false);
  ASSERT_FALSE(graded.is_discarded()) << run.errors;
  EXPECT_EQ(graded["machine"]["sandbox"], backend);

  const nlohmann::json& finding = graded["checks"][0]["findings"][0];
  const std::string message = finding["message"];
  const int waits = line_of(code(), "// one thread stands here");
  const int joins = line_of(code(), "// the other one stands here");
  EXPECT_EQ(finding["kind"], "time-out");
  EXPECT_EQ(finding["file"], "tiny.cpp");
  EXPECT_TRUE(finding["line"] == waits || finding["line"] == joins) << finding["line"];
  EXPECT_NE(message.find(fmt::format("tiny.cpp:{}", waits)), std::string::npos) << message;
  EXPECT_NE(message.find(fmt::format("tiny.cpp:{}", joins)), std::string::npos) << message;
}

INSTANTIATE_TEST_SUITE_P(Backends, HangTest, testing::Values("bubblewrap", "landlock", "none"),
                         [](const auto& tested) { return std::string(tested.param); });

}  // namespace
}  // namespace lockstep::cli
