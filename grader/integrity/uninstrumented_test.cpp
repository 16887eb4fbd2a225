// Each case is compiled as the kit compiles it, with g++ and clang++, for the tests and for ThreadSanitizer.

#include "integrity/uninstrumented.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "integrity/compile_fixture.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::integrity {
namespace {

namespace fs = std::filesystem;

class Uninstrumented : public testing::TestWithParam<std::string> {
 protected:
  /// \param text  of a learner's file
  std::vector<Suspicion> suspicions(const std::string& text) {
    EXPECT_TRUE(os::write_file(source_, text));
    compile(GetParam(), "-O2 -g1", source_, dir_.path() / "plain.o");
    compile(GetParam(), "-O1 -g1 -fsanitize=thread", source_, dir_.path() / "tsan.o");
    return uninstrumented(dir_.path() / "tsan.o", std::array{dir_.path() / "plain.o"},
                          [&](std::string_view file) { return file == source_; });
  }

  /// Which lines are proven to have a hidden access.
  std::vector<int> proven(const std::string& text) {
    std::vector<int> lines;
    for (const Suspicion& each : suspicions(text)) {
      EXPECT_EQ(each.severity, Severity::kProven);
      EXPECT_EQ(each.affects, Affects::kRaces);
      EXPECT_EQ(each.file, source_);
      lines.push_back(each.line);
    }
    return lines;
  }

 private:
  os::TempDir dir_ = os::TempDir::make().value();
  fs::path source_ = dir_.path() / "learners.cpp";
};

using Lines = std::vector<int>;

TEST_P(Uninstrumented, AnAttributeHidesAnAccess) {
  EXPECT_EQ(proven("__attribute__((no_sanitize(\"thread\")))\n"
                   "void add(int* sum) { ++*sum; }\n"
                   "void seen(int* sum) { ++*sum; }\n"),
            Lines{2});
}

TEST_P(Uninstrumented, AnAttributeThatIsMadeOfJoinedWordsHidesAnAccess) {
  EXPECT_EQ(proven("#define JOINED(a, b) a##b\n"
                   "__attribute__((JOINED(no_san, itize)(\"thread\")))\n"
                   "void add(int* sum) { ++*sum; }\n"),
            Lines{3});
}

TEST_P(Uninstrumented, AVariableOfTheProgramIsWrittenUnseen) {
  EXPECT_EQ(proven("int sum = 0;\n"
                   "__attribute__((no_sanitize(\"thread\")))\n"
                   "void add(int some) {\n"
                   "  sum += some;\n"
                   "}\n"
                   "int read() { return sum; }\n"),
            Lines{4});
}

TEST_P(Uninstrumented, AMemberFunctionHidesAnAccess) {
  EXPECT_EQ(proven("struct Account {\n"
                   "  __attribute__((no_sanitize(\"thread\"), noinline)) void add(int some) {\n"
                   "    balance += some;\n"
                   "  }\n"
                   "  int balance = 0;\n"
                   "};\n"
                   "void use(Account& account) { account.add(1); }\n"),
            Lines{3});
}

// clang takes assembly for a call, and instruments the entry of each function with a call.
TEST_P(Uninstrumented, AssemblyHidesAnAccess) {
  EXPECT_EQ(proven("void add(int* sum) {\n"
                   "  __asm__ volatile(\"incl (%0)\" : : \"r\"(sum) : \"memory\");\n"
                   "}\n"),
            GetParam() == "g++" ? Lines{2} : Lines{});
}

TEST_P(Uninstrumented, WhatTheCompilerLeavesOutIsNoSuspicion) {
  const std::string honest =
      "#include <array>\n"
      "#include <cstring>\n"
      "#include <string>\n"
      "struct Big { int values[12]; };\n"
      "const int kCount = static_cast<int>(std::string(\"abc\").size());\n"
      "const std::array<int, 3> kTable = [] { return std::array<int, 3>{kCount, 2, 3}; }();\n"
      "int constant() { return kCount; }\n"
      "int from_table(int i) { return kTable[static_cast<std::size_t>(i)]; }\n"
      "int from_text(int i) { return \"some text\"[i]; }\n"
      "int from_switch(int i) { switch (i) { case 0: return 7; case 1: return 3; case 2: return 9; case 3: return 1; }"
      " return 0; }\n"
      "void reset(char* memory) { std::memset(memory, 0, 64); }\n"
      "void copy(char* to, const char* from) { std::memcpy(to, from, 64); }\n"
      "void clear(Big& big) { big = Big{}; }\n"
      "Big make(int i) { Big big{}; big.values[i & 7] += 1; return big; }\n"
      "Big other(int a, int b) { return {{a, b, a + b}}; }\n"
      "int on_the_stack(int i) { int squares[8]; for (int k = 0; k < 8; ++k) squares[k] = k * k;"
      " return squares[i & 7]; }\n"
      "struct Left { virtual ~Left() = default; virtual int left() { return 1; } };\n"
      "struct Right { virtual ~Right() = default; virtual int right() { return 2; } };\n"
      "struct Both : Left, virtual Right { int right() override { return value; } int value = 5; };\n"
      "Right* make() { return new Both; }\n"
      "thread_local int own = 0;\n"
      "int count_own() { return ++own; }\n"
      "int first_use() { static const int value = constant(); return value; }\n";
  for (const Suspicion& each : suspicions(honest)) ADD_FAILURE() << each.line << ": " << each.message;
}

TEST_P(Uninstrumented, WhatReturnsItsArgumentMakesNoResultWhereItReadsFirst) {
  EXPECT_EQ(proven("__attribute__((no_sanitize(\"thread\"))) int* add(int* sum) { ++*sum; return sum; }\n"), Lines{1});
}

TEST_P(Uninstrumented, WhatIsNotInThePlainObjectIsNotCompared) {
  const os::TempDir dir = os::TempDir::make().value();
  const fs::path source = dir.path() / "learners.cpp";
  ASSERT_TRUE(os::write_file(source, "__attribute__((no_sanitize(\"thread\"))) void add(int* sum) { ++*sum; }\n"));
  compile(GetParam(), "-O1 -g1 -fsanitize=thread", source, dir.path() / "tsan.o");
  EXPECT_TRUE(uninstrumented(dir.path() / "tsan.o", {}, [](std::string_view) { return true; }).empty());
}

INSTANTIATE_TEST_SUITE_P(Compilers, Uninstrumented, testing::Values("g++", "clang++"),
                         [](const auto& each) { return each.param == "g++" ? "gcc" : "clang"; });

}  // namespace
}  // namespace lockstep::integrity
