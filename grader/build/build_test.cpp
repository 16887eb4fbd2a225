// Real compilers on a small lab with the kit's own CMake.

#include "build/build.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "build/build_fixture.h"
#include "build/tool.h"
#include "os/file.h"
#include "process/required_backend.h"
#include "process/run.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;

TEST_F(BuildTest, AnEditedFileCostsItsOwnObjectAndTheLink) {
  const auto first = build_with(kRight);
  ASSERT_TRUE(first) << first.error().message;
  const fs::path dir = std::get<Programs>(*first).dir;
  ASSERT_TRUE(fs::exists(dir / "tiny_test"));
  ASSERT_TRUE(os::write_file(root() / "mark", "."));
  const auto mark = fs::last_write_time(root() / "mark");
  ASSERT_TRUE(build_with(std::string(kRight) + "// edited\n"));
  const auto written = written_since(mark, dir);
  EXPECT_TRUE(written.contains("tiny.cpp.o"));
  EXPECT_TRUE(written.contains("tiny_test"));
  EXPECT_FALSE(written.contains("tiny_test.cpp.o")) << "the tests did not change";
  EXPECT_FALSE(written.contains("CMakeCache.txt"));
}

/// Debian packs clang's sanitizers apart from clang.
bool has_sanitizers(const fs::path& compiler) {
  if (!fs::exists(compiler)) return false;
  if (compiler.filename() == "g++") return true;
  for (const auto& version : fs::directory_iterator("/usr/lib/clang")) {
    if (fs::exists(version.path() / "lib/linux")) return true;
  }
  return false;
}

std::vector<const char*> compilers_with_sanitizers() {
  std::vector<const char*> compilers{"/usr/bin/g++", "/usr/bin/clang++"};
  std::erase_if(compilers, [](const char* compiler) { return !has_sanitizers(compiler); });
  return compilers;
}

TEST_F(BuildTest, BuildsEveryFlavourWithEveryCompilerThatThereIs) {
  for (const char* compiler : compilers_with_sanitizers()) {
    for (const Flavour flavour : {Flavour::kRelease, Flavour::kTsan, Flavour::kAsan, Flavour::kExplore}) {
      const auto built = build_with(kRight, flavour, kit(compiler));
      ASSERT_TRUE(built) << built.error().message;
      EXPECT_TRUE(std::holds_alternative<Programs>(*built)) << compiler << " " << name(flavour);
    }
  }
}

TEST_F(BuildTest, GeneratedClientsAreBuiltOnceForAllFlavours) {
  ASSERT_TRUE(build_with(kRight, Flavour::kTsan));
  ASSERT_TRUE(build_with(kRight, Flavour::kExplore));
  const fs::path kits = kit().build_dir / "kit";
  const auto is_in = [&](const char* folder) { return fs::exists(kits / folder / "liblockstep_linearize.a"); };
  EXPECT_TRUE(is_in("clients-g++"));
  EXPECT_FALSE(is_in("tsan-g++") || is_in("explore-g++"));
}

/// Two threads write the same member of an object that one of them has on its stack, in the function that starts the
/// other one.
constexpr const char* kRacingOnALocal = R"(#include "tiny.h"
#include <thread>
struct Door { int guests = 0; bool closed = false; };
int next(int n) { return n + 1; }
int answer() {
  Door door;
  std::jthread other([&door] { door.closed = true; });
  door.closed = true;
  return 42;
})";

TEST_F(BuildTest, EveryCompilerMakesAccessesToALocalObjectVisibleToThreadSanitizer) {
  for (const char* compiler : compilers_with_sanitizers()) {
    const auto built = build_with(kRacingOnALocal, Flavour::kTsan, kit(compiler));
    ASSERT_TRUE(built) << built.error().message;
    const auto* failure = std::get_if<BuildFailure>(&*built);
    ASSERT_EQ(failure, nullptr) << compiler << failure->text;
    process::Command command;
    command.argv = {"/usr/bin/setarch", "--addr-no-randomize", std::get<Programs>(*built).dir / "tiny_test"};
    process::Sandbox sandbox;
    sandbox.backend = process::SandboxBackend::kNone;
    const auto ran = process::run(command, {.memory_bytes = 4ULL << 30}, sandbox);
    ASSERT_TRUE(ran) << ran.error().message;
    EXPECT_NE(ran->errors.find("data race"), std::string::npos) << compiler << ": " << ran->output << ran->errors;
  }
}

TEST_F(BuildTest, AnErrorIsShownWithItsLine) {
  const BuildFailure failure =
      failure_of("#include \"tiny.h\"\nint next(int n) { return m; }\nint answer() { return 42; }\n");
  EXPECT_EQ(failure.file, "tiny.cpp");
  EXPECT_EQ(failure.line, 2);
  EXPECT_NE(failure.text.find("return m;"), std::string::npos) << failure.text;
}

TEST_F(BuildTest, AMissingFunctionIsNamed) {
  EXPECT_NE(
      failure_of("int next(int n) { return n; }\n").text.find("answer() is used, but none of your files defines it"),
      std::string::npos);
}

TEST_F(BuildTest, AMainOfItsOwnIsRefused) {
  EXPECT_EQ(failure_of(std::string(kRight) + "int main() { return 0; }\n").text,
            "main is defined twice: the kit has one of its own, so remove yours");
}

TEST_F(BuildTest, TheSanitizersHooksCannotBeReplaced) {
  const auto built = build_with(
      std::string(kRight) + "extern \"C\" const char* __tsan_default_suppressions() { return \"race:*\"; }\n",
      Flavour::kTsan);
  ASSERT_TRUE(built) << built.error().message;
  const auto* failure = std::get_if<BuildFailure>(&*built);
  ASSERT_NE(failure, nullptr);
  EXPECT_NE(failure->text.find("__tsan_default_suppressions is defined twice"), std::string::npos) << failure->text;
}

std::string symbols_of(const fs::path& object) { return run_trusted({"nm", object}, {}).value().text; }

TEST_F(BuildTest, AFunctionWithALibrarysNameIsTheSubmissionsAlone) {
  const std::string replacing =
      std::string(kRight) +
      "#include <cstdlib>\n"
      "extern \"C\" int puts(const char*) { return 7; }\n"
      "extern \"C\" __attribute__((weak)) long write(int, const void*, unsigned long) { return 7; }\n"
      "void* operator new(std::size_t size) { return std::malloc(size); }\n";
  const auto built = build_with(replacing);
  ASSERT_TRUE(built) << built.error().message;
  const auto* programs = std::get_if<Programs>(&*built);
  ASSERT_NE(programs, nullptr) << std::get<BuildFailure>(*built).text;
  const fs::path object = "CMakeFiles/submission.dir/tiny.cpp.o";
  const fs::path kept = programs->dir / "CMakeFiles/submission.dir/kept" / object;
  const std::string linked = symbols_of(programs->dir / object);
  for (const char* local : {" t puts\n", " t write\n", " T _Znwm\n", " T _Z4nexti\n"}) {
    EXPECT_NE(linked.find(local), std::string::npos) << local << linked;
  }
  const std::string compiled = symbols_of(kept);
  for (const char* global : {" T puts\n", " W write\n"}) {
    EXPECT_NE(compiled.find(global), std::string::npos) << global << compiled;
  }
  ASSERT_TRUE(build_with(kRight));
  EXPECT_FALSE(fs::exists(kept)) << "of another submission";
}

TEST_F(BuildTest, TestsAndOtherFilesCannotBeIncluded) {
  if (kit().backend == process::SandboxBackend::kNone) {  // nothing is hidden then, and the grader says so
    LOCKSTEP_SKIP_WITHOUT("landlock");
  }
  const fs::path staged = kit().build_dir / "labs" / kLab / "slot0/src";
  for (const fs::path& file :
       {staged / "tests/tiny_test.cpp", fs::path("/etc/hostname"), manifest().dir / "lab.toml"}) {
    const BuildFailure failure = failure_of("#include \"" + file.string() + "\"\n" + kRight);
    EXPECT_TRUE(is_closed(failure)) << failure.text;
  }
}

// The files of tests have GoogleTest's header precompiled, which brings half of the standard library with it.
TEST_F(BuildTest, AFileThatLacksAnIncludeIsRefusedInEveryFlavour) {
  for (const Flavour flavour : {Flavour::kRelease, Flavour::kTsan, Flavour::kAsan, Flavour::kExplore}) {
    const auto built = build_with(std::string(kRight) + "std::set<int> numbers;\n", flavour);
    ASSERT_TRUE(built) << built.error().message;
    const auto* refused = std::get_if<BuildFailure>(&*built);
    ASSERT_NE(refused, nullptr) << name(flavour);
    EXPECT_EQ(refused->file, "tiny.cpp");
    EXPECT_EQ(refused->line, 4);
  }
}

TEST_F(BuildTest, AHeaderThatLacksAnIncludeIsRefused) {
  const fs::path lab = root() / "labs" / kLabWithHeader;
  fs::copy(manifest().dir, lab, fs::copy_options::recursive);
  std::string toml = os::read_file(lab / "lab.toml").value();
  const std::string submit = "\"tiny.cpp\"";
  toml.insert(toml.find(submit) + submit.size(), ", \"tiny.h\"");
  ASSERT_TRUE(os::write_file(lab / "lab.toml", toml));
  std::string programs = os::read_file(lab / "CMakeLists.txt").value();
  const std::string submitted = "SUBMIT tiny.cpp";
  programs.insert(programs.find(submitted) + submitted.size(), " tiny.h");
  ASSERT_TRUE(os::write_file(lab / "CMakeLists.txt", programs));
  Manifest with_header = manifest();
  with_header.dir = lab;
  with_header.name = kLabWithHeader;
  with_header.submit = {"tiny.cpp", "tiny.h"};
  // The file that includes it has included <set> before.
  ASSERT_TRUE(os::write_file(root() / "submission/tiny.cpp", std::string("#include <set>\n") + kRight));
  for (const bool complete : {true, false}) {
    const std::string include = complete ? "#include <set>\n" : "\n";
    ASSERT_TRUE(
        os::write_file(root() / "submission/tiny.h",
                       "#pragma once\n" + include + "int next(int n);\nint answer();\nstd::set<int> more();\n"));
    const auto built = build(kit(), with_header, {{root() / "submission"}}, {.flavours = {Flavour::kRelease}}, Slot{0});
    ASSERT_TRUE(built) << built.error().message;
    const auto* refused = std::get_if<BuildFailure>(&built->at(Flavour::kRelease));
    ASSERT_EQ(refused == nullptr, complete);
    if (refused == nullptr) continue;
    EXPECT_EQ(refused->file, "tiny.h");
    EXPECT_EQ(refused->line, 5);
  }
  fs::remove(root() / "submission/tiny.h");
}

TEST_F(BuildTest, ProgramsThatNobodyNeedsAreNotBuilt) {
  ASSERT_TRUE(os::write_file(root() / "submission/tiny.cpp", kRight));
  const Wanted wanted{.flavours = {Flavour::kRelease}, .programs = {{Flavour::kRelease, {"submission"}}}};
  const auto built = build(kit(), manifest(), {{root() / "submission"}}, wanted, Slot{7});
  ASSERT_TRUE(built) << built.error().message;
  EXPECT_FALSE(fs::exists(std::get<Programs>(built->at(Flavour::kRelease)).dir / "tiny_test"));
}

TEST_F(BuildTest, HiddenTestsAreBuiltOnlyWhenTheyAreWanted) {
  const auto with = build_hidden_with(kRight);
  ASSERT_TRUE(with) << with.error().message;
  const fs::path hidden_dir = std::get<Programs>(*with).hidden_dir;
  EXPECT_TRUE(fs::exists(hidden_dir / "tiny_hidden"));
  EXPECT_TRUE(fs::exists(std::get<Programs>(*with).dir / "tiny_test"));
  ASSERT_TRUE(os::write_file(root() / "mark", "."));
  const auto mark = fs::last_write_time(root() / "mark");
  const auto without = build_with(std::string(kRight) + "// edited\n");
  ASSERT_TRUE(without) << without.error().message;
  EXPECT_TRUE(std::get<Programs>(*without).hidden_dir.empty());
  EXPECT_TRUE(written_since(mark, hidden_dir).empty());
}

TEST_F(BuildTest, TheCompilersWarningsComeOnceAFileIsCompiled) {
  const std::string warned = std::string(kRight) + "static int unused;\n";
  const auto built = build_with(warned);
  ASSERT_TRUE(built) << built.error().message;
  const auto& warnings = std::get<Programs>(*built).warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].at, (Location{.file = "tiny.cpp", .line = 4}));
  EXPECT_FALSE(warnings[0].excerpt.empty());
  const auto again = build_with(warned);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(std::get<Programs>(*again).warnings.empty()) << "nothing was compiled";
}

TEST_F(BuildTest, AHiddenTestLinksWhatTheSubmissionHasBecome) {
  ASSERT_TRUE(build_hidden_with(kRight));
  ASSERT_TRUE(os::write_file(root() / "mark", "."));
  const auto mark = fs::last_write_time(root() / "mark");
  const auto edited = build_hidden_with(std::string(kRight) + "int another() { return 1; }\n");
  ASSERT_TRUE(edited) << edited.error().message;
  const auto written = written_since(mark, std::get<Programs>(*edited).hidden_dir);
  EXPECT_TRUE(written.contains("tiny_hidden"));
  EXPECT_FALSE(written.contains("tiny_hidden.cpp.o")) << "the hidden tests did not change";
}

TEST_F(BuildTest, WhatOnlyTheHiddenTestsCannotLinkIsTheirFailureAlone) {
  const auto built = build_hidden_with(std::string(kRight) + "void tiny_hidden_helper() {}\n");
  ASSERT_TRUE(built) << built.error().message;
  const auto* programs = std::get_if<Programs>(&*built);
  ASSERT_NE(programs, nullptr);
  ASSERT_TRUE(programs->hidden_failure);
  EXPECT_NE(programs->hidden_failure->text.find("tiny_hidden_helper() is defined twice"), std::string::npos)
      << programs->hidden_failure->text;
}

TEST_F(BuildTest, HiddenTestsCannotBeIncluded) {
  if (kit().backend == process::SandboxBackend::kNone) {  // nothing is hidden then, and the grader says so
    LOCKSTEP_SKIP_WITHOUT("landlock");
  }
  for (const char* file : {"hidden/tiny_hidden.cpp", "hidden/CMakeLists.txt"}) {
    const auto built = build_hidden_with("#include \"" + std::string(file) + "\"\n" + kRight);
    ASSERT_TRUE(built) << built.error().message;
    const auto* failure = std::get_if<BuildFailure>(&*built);
    ASSERT_NE(failure, nullptr) << "it was included";
    EXPECT_TRUE(is_closed(*failure)) << failure->text;
  }
}

TEST_F(BuildTest, ACompileBombEnds) { EXPECT_NE(failure_of("#include __FILE__\n#include __FILE__\n").text, ""); }

TEST_F(BuildTest, AMissingCompilerIsTheMachinesFault) {
  const auto built = build_with(kRight, Flavour::kRelease, kit("no-such-compiler"));
  ASSERT_FALSE(built);
  EXPECT_EQ(built.error().fault, Fault::kMachine);
  EXPECT_NE(built.error().message.find("no-such-compiler"), std::string::npos);
}

TEST_F(BuildTest, SlotsDoNotDisturbEachOther) {
  const auto first = build_with(kRight, Flavour::kRelease, kit(), 0);
  const auto second = build_with(std::string(kRight) + "int other;\n", Flavour::kRelease, kit(), 1);
  ASSERT_TRUE(first && second);
  EXPECT_NE(std::get<Programs>(*first).dir, std::get<Programs>(*second).dir);
}

}  // namespace
}  // namespace lockstep::build
