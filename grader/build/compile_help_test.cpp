#include "build/compile_help.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "build/diagnostics.h"
#include "build/standard_headers.h"
#include "build/tool.h"
#include "os/file.h"
#include "text/lines.h"

namespace lockstep::build {
namespace {

const std::filesystem::path kFolder = LOCKSTEP_BUILD_TESTDATA;

struct Mistake {
  int line;
  std::string compiler;  ///< the only one whose error says enough, or that has it in this line; empty: both
  std::string help;
};

std::vector<Mistake> mistakes() {
  const std::string text = os::read_file(kFolder / "mistakes.cpp").value();
  std::vector<Mistake> found;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    for (const std::string compiler : {"", "g++", "clang++"}) {
      const std::string mark = compiler.empty() ? "// help: " : "// help (" + compiler + "): ";
      if (const auto at = line.find(mark); at != std::string_view::npos) {
        found.push_back({number, compiler, std::string(line.substr(at + mark.size()))});
      }
    }
  }
  return found;
}

class CompileHelpTest : public testing::TestWithParam<const char*> {};

TEST_P(CompileHelpTest, SaysWhatMostlyLeadsToAnError) {
  const std::string compiler = GetParam();
  const auto compiled =
      run_trusted({compiler, "-std=c++20", "-fsyntax-only", compiler == "g++" ? "-fmax-errors=0" : "-ferror-limit=0",
                   kFolder / "mistakes.cpp"},
                  std::stop_token());
  ASSERT_TRUE(compiled) << compiled.error().message;
  const std::vector<Diagnostic> diagnostics = diagnostics_in(compiled->text, kFolder.string());
  int asked = 0;
  for (const Mistake& mistake : mistakes()) {
    if (!mistake.compiler.empty() && mistake.compiler != compiler) continue;
    ++asked;
    const std::string help = help_for(diagnostics, {.file = "mistakes.cpp", .line = mistake.line});
    EXPECT_NE(help.find(mistake.help), std::string::npos)
        << fmt::format("mistakes.cpp:{}: \"{}\" has no \"{}\"", mistake.line, help, mistake.help);
  }
  EXPECT_GE(asked, 30);
}

INSTANTIATE_TEST_SUITE_P(Compilers, CompileHelpTest, testing::Values("g++", "clang++"),
                         [](const auto& tested) { return tested.index == 0 ? "gnu" : "clang"; });

TEST(MissingHeaderTest, IsNamedForNamesThatCodeWithThreadsUses) {
  EXPECT_EQ(missing_header("a.cpp:1:6: error: 'latch' is not a member of 'std'"),
            "std::latch is in <latch>, which is not included.");
  EXPECT_EQ(missing_header("a.cpp:1:6: error: no type named 'mutex' in namespace 'std'"),
            "std::mutex is in <mutex>, which is not included.");
  EXPECT_EQ(missing_header("a.cpp:1:6: error: ‘std::this_thread’ has not been declared"),
            "std::this_thread is in <thread>, which is not included.");
}

TEST(MissingHeaderTest, OtherErrorsAndOtherNamesHaveNone) {
  EXPECT_EQ(missing_header("a.cpp:1:6: error: 'latch' is not a member of 'mine'"), "");
  EXPECT_EQ(missing_header("a.cpp:1:6: error: 'sort' is not a member of 'std'"), "");
  EXPECT_EQ(missing_header("a.cpp:1:6: error: expected ';' after expression"), "");
}

TEST(HelpForTest, AnotherLinesErrorHelpsNobody) {
  const std::vector<Diagnostic> diagnostics{{.at = {"a.cpp", 3}, .message = "a.cpp:3:1: error: 'n' is not captured"}};
  EXPECT_NE(help_for(diagnostics, {"a.cpp", 3}), "");
  EXPECT_EQ(help_for(diagnostics, {"a.cpp", 4}), "");
  EXPECT_EQ(help_for(diagnostics, {"b.cpp", 3}), "");
}

}  // namespace
}  // namespace lockstep::build
