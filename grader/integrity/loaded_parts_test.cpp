#include "integrity/loaded_parts.h"

#include <gtest/gtest.h>

#include <string>

#include "integrity/compile_fixture.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::integrity {
namespace {

/// With each compiler.
class LoadedPartsOfBuilds : public testing::TestWithParam<std::string> {
 protected:
  std::string parts(const std::string& text) {
    EXPECT_TRUE(os::write_file(dir_.path() / "a.cpp", text));
    compile(GetParam(), "-O2 -g", dir_.path() / "a.cpp", dir_.path() / "a.o");
    const auto parts = loaded_parts(dir_.path() / "a.o");
    EXPECT_TRUE(parts) << parts.error().message;
    return parts.value_or("");
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

TEST_P(LoadedPartsOfBuilds, AreTheSameWhereTheCodeIs) {
  EXPECT_EQ(parts("int g(int); int f(int a) { return g(a) + 1; }"),
            parts("int g(int);\n\nint f(int other) {\n  if (other == other) return g(other) + 1;\n  return 2; }"));
}

TEST_P(LoadedPartsOfBuilds, DifferWithAnInstruction) {
  EXPECT_NE(parts("int f(int a) { return a + 1; }"), parts("int f(int a) { return a + 2; }"));
}

TEST_P(LoadedPartsOfBuilds, DifferWithAFunctionThatIsCalled) {
  EXPECT_NE(parts("int g(int); int h(int); int f(int a) { return g(a); }"),
            parts("int g(int); int h(int); int f(int a) { return h(a); }"));
}

TEST_P(LoadedPartsOfBuilds, DifferWithData) {
  EXPECT_NE(parts("const char* f() { return \"one\"; }"), parts("const char* f() { return \"two\"; }"));
  EXPECT_NE(parts("int a = 1;"), parts("int a = 2;"));
  EXPECT_NE(parts("int a[2];"), parts("int a[3];"));
}

INSTANTIATE_TEST_SUITE_P(Compilers, LoadedPartsOfBuilds, testing::Values("g++", "clang++"));

TEST(LoadedPartsTest, AreNoneOfAnotherFile) {
  const os::TempDir dir = os::TempDir::make().value();
  ASSERT_TRUE(os::write_file(dir.path() / "a.o", "no object"));
  EXPECT_FALSE(loaded_parts(dir.path() / "a.o"));
}

}  // namespace
}  // namespace lockstep::integrity
