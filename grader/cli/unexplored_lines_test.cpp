// What a grade says of lines that no explored schedule ran.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "cli/end_to_end.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// What it does once there are many, it does in no explored schedule.
constexpr std::string_view kSubmission = R"(#include "published.h"
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>
std::mutex critical;
bool many = false;
std::vector<int> log;
int published() {
  std::atomic<int> result = 0;
  std::jthread writer([&] { result = 42; });
  writer.join();
  return result;
}
int also_published() { return 7; }
void enter() {
  critical.lock();
  if (!many) return;
  many = !log.empty();
  log.push_back(1);
}
void leave() { critical.unlock(); }
)";

class UnexploredLinesTest : public EndToEnd {
 protected:
  UnexploredLinesTest() {
    fs::remove_all(lab_dir());
    fs::copy(test_data() / "published-lab", lab_dir(), fs::copy_options::recursive);
    fs::permissions(dir_.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    EXPECT_TRUE(os::write_file(dir_.path() / "published.cpp", kSubmission));
  }
  ~UnexploredLinesTest() override { fs::remove_all(lab_dir()); }

  static fs::path lab_dir() { return root() / "labs/02-published"; }

  nlohmann::json graded() {
    run_ = lab({"grade", "02", "--json", "-", "--from", dir_.path()});
    auto grade = nlohmann::json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade["checks"][1];
  }

  const os::TempDir dir_ = os::TempDir::make().value();
};

TEST_F(UnexploredLinesTest, AreNamed) {
  const auto check = graded();
  EXPECT_EQ(check["verdict"], "pass") << check.dump(2);
  ASSERT_EQ(check["lines"].size(), 1U) << check.dump(2);
  const auto lines = check["lines"][0];
  EXPECT_EQ(lines["file"], "published.cpp");
  EXPECT_EQ(lines["never"].dump(), "[[19,20]]") << "20 has the accesses of a function that is inlined";
  EXPECT_NE(lines["ran"].dump().find("[18,18]"), std::string::npos) << lines;

  run_ = lab({"grade", "02", "--from", dir_.path()});
  EXPECT_NE(run_.output.find("no explored schedule ran"), std::string::npos) << run_.output;
  EXPECT_NE(run_.output.find("published.cpp: 19-20."), std::string::npos) << run_.output;
}

TEST_F(UnexploredLinesTest, ALabMayAskForNone) {
  auto text = os::read_file(lab_dir() / "lab.toml").value();
  const std::string_view program = "program = \"published_explored\"\n";
  text.insert(text.find(program) + program.size(), "every_line = true\n");
  ASSERT_TRUE(os::write_file(lab_dir() / "lab.toml", text));
  const auto check = graded();
  EXPECT_EQ(check["verdict"], "inconclusive") << check.dump(2);
  EXPECT_TRUE(check["findings"].empty()) << check.dump(2);
  ASSERT_EQ(check["notes"].size(), 1U) << check.dump(2);
  EXPECT_NE(check["notes"][0].get<std::string>().find("left lines of published.cpp: 19-20."), std::string::npos);
}

}  // namespace
}  // namespace lockstep::cli
