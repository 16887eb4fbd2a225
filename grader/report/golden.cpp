#include "report/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

namespace lockstep::report {

void expect_golden(const std::string& file, const std::string& text) {
  const auto path = std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "grader" / "report" / "testdata" / file;
  const char* accept = std::getenv("LOCKSTEP_ACCEPT");
  if (accept != nullptr && std::string_view(accept) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream golden(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(golden), std::istreambuf_iterator<char>()};
  EXPECT_EQ(text, expected) << path << " differs. When the change is right: LOCKSTEP_ACCEPT=1 report_test";
}

}  // namespace lockstep::report
