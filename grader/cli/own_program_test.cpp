#include "cli/own_program.h"

#include <gtest/gtest.h>

#include <map>
#include <stop_token>

#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using build::FlagWords;
using Environment = std::map<std::string, std::string>;

class OwnProgramTest : public testing::Test {
 protected:
  Result<CommandContext> add(const Environment& environment, bool compiler_named = false) {
    CommandContext here{.kit = {.root = {}, .build_dir = {}, .compiler = "g++"},
                        .selection = {},
                        .stop = std::stop_token(),
                        .status = status_,
                        .compiler_named = compiler_named};
    return add_environment(program_, here, [&](const char* name) {
      const auto found = environment.find(name);
      return found == environment.end() ? nullptr : found->second.c_str();
    });
  }

  fs::path file(const std::string& name, const std::string& text) {
    EXPECT_TRUE(os::write_file(dir_.path() / name, text));
    return dir_.path() / name;
  }

  /// A source, and a database with this entry, to which the folder and the file are added.
  Result<std::vector<build::ExploredSource>> with_database(const std::string& command) {
    program_.files = {file("main.cpp", "")};
    program_.compile_commands = file("compile_commands.json", R"([{"directory": ")" + dir_.path().string() +
                                                                  R"(", "file": "main.cpp", )" + command + "}]");
    return sources_of(program_);
  }

  os::TempDir dir_ = os::TempDir::make().value();
  StatusLine status_;
  OwnProgram program_;
};

TEST_F(OwnProgramTest, TheEnvironmentsFlagsComeBeforeItsOwn) {
  program_.flags = {"-DY"};
  ASSERT_TRUE(add({{"CXXFLAGS", "-DX='a b' -O2"}, {"CPLUS_INCLUDE_PATH", "/one::/two"}}));
  EXPECT_EQ(program_.flags,
            (std::vector<std::string>{"-DX=a b", "-O2", "-isystem", "/one", "-isystem", "/two", "-DY"}));
}

TEST_F(OwnProgramTest, CxxCountsWhereNoCompilerWasNamed) {
  EXPECT_EQ(add({{"CXX", "ccache g++"}}).value().kit.compiler, "g++");
  EXPECT_EQ(program_.compiler, "g++");
  const auto named = add({{"CXX", "c++"}}, true);
  ASSERT_TRUE(named);
  EXPECT_EQ(named->kit.compiler, "g++");
}

TEST_F(OwnProgramTest, RefusesAnEnvironmentThatItCannotUse) {
  const auto message = [](const auto& result) { return result ? "accepted" : result.error().message; };
  EXPECT_NE(message(add({{"CXXFLAGS", "-fsanitize=thread"}})).find("-fsanitize=thread in CXXFLAGS: "),
            std::string::npos);
  EXPECT_NE(message(add({{"CXXFLAGS", "-D'X"}})).find("a quote that is not closed"), std::string::npos);
  EXPECT_NE(message(add({{"CXX", "no-such-compiler"}})).find("CXX is \"no-such-compiler\""), std::string::npos);
}

TEST_F(OwnProgramTest, ADatabaseHasTheFlagsOfASource) {
  const auto sources =
      with_database(R"("command": "/usr/bin/c++ -DN=\"4 5\" -Iinc -O3 -std=gnu++17 -o main.o -c main.cpp")");
  ASSERT_TRUE(sources) << sources.error().message;
  const build::ExploredFlags& flags = sources->front().flags;
  EXPECT_EQ(flags.both, (std::vector<FlagWords>{{"-DN=4 5"}, {"-I" + (dir_.path() / "inc").string()}}));
  EXPECT_EQ(flags.cxx, (std::vector<FlagWords>{{"-std=gnu++17"}}));
  EXPECT_EQ(flags.left_out, std::vector<std::string>{"-O3"});
}

TEST_F(OwnProgramTest, ADatabaseMayHaveWordsInPlaceOfACommand) {
  program_.flags = {"-DY"};
  const auto sources = with_database(R"("arguments": ["c++", "-DX", "-c", "main.cpp"])");
  ASSERT_TRUE(sources) << sources.error().message;
  EXPECT_EQ(sources->front().flags.both, (std::vector<FlagWords>{{"-DX"}, {"-DY"}}));
}

TEST_F(OwnProgramTest, SaysWhatIsWrongWithADatabase) {
  const auto message = [](const auto& result) { return result ? "accepted" : result.error().message; };
  EXPECT_NE(message(with_database(R"("command": "c++ -fsanitize=address -c main.cpp")")).find("-fsanitize=address in "),
            std::string::npos);
  program_.files = {file("other.cpp", "")};
  EXPECT_NE(message(sources_of(program_)).find("says nothing of "), std::string::npos);
  program_.compile_commands = file("wrong.json", "{}");
  EXPECT_NE(message(sources_of(program_)).find("is no compilation database"), std::string::npos);
}

TEST_F(OwnProgramTest, AReplayIsGivenTheSameFlagsAndCompiler) {
  program_.flags = {"-DX=a b", "-lm"};
  program_.compile_commands = "build/compile_commands.json";
  program_.compiler = "clang++";
  EXPECT_EQ(replay_words(program_), " '-DX=a b' -lm --compile-commands build/compile_commands.json --compiler clang++");
}

}  // namespace
}  // namespace lockstep::cli
