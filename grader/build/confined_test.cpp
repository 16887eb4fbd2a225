// No file of the machine gets into what a compiler or linker makes of a submission, headers included, in each sandbox.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "build/build_fixture.h"
#include "os/file.h"
#include "process/required_backend.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;
using process::SandboxBackend;

bool works(SandboxBackend backend) {
  setenv("LOCKSTEP_SANDBOX", std::string(name(backend)).c_str(), 1);
  const bool selected = process::select_backend().backend == backend;
  unsetenv("LOCKSTEP_SANDBOX");
  return selected;
}

/// The tiny lab, whose header is handed in as well, so that the tests are compiled with it.
class ConfinedBuildTest : public BuildTest, public testing::WithParamInterface<SandboxBackend> {
 protected:
  void SetUp() override {
    if (!works(GetParam())) {
      LOCKSTEP_SKIP_WITHOUT(name(GetParam()));
    }
    ASSERT_TRUE(os::write_file(secret(), "int secret;\n"));
    if (fs::exists(lab())) return;
    fs::copy(root() / "labs" / kLab, lab(), fs::copy_options::recursive);
    std::string programs = os::read_file(lab() / "CMakeLists.txt").value();
    const std::string submitted = "SUBMIT tiny.cpp";
    programs.insert(programs.find(submitted) + submitted.size(), " tiny.h");
    ASSERT_TRUE(os::write_file(lab() / "CMakeLists.txt", programs));
  }

  static fs::path lab() { return root() / "labs" / kLabWithOwnHeader; }
  static fs::path secret() { return root() / "solutions/secret.h"; }
  static fs::path staged() { return kit().build_dir / "labs" / kLabWithOwnHeader / "slot0/src"; }

  /// \param in_tests  text of the header that only the files of tests see, which are compiled after the learner's
  static Result<Built> build_header(const std::string& in_tests, bool hidden = false,
                                    const std::string& in_source = "") {
    EXPECT_TRUE(os::write_file(root() / "submission/tiny.cpp", kRight + in_source));
    EXPECT_TRUE(os::write_file(root() / "submission/tiny.h",
                               "#pragma once\nint next(int n);\nint answer();\n"
                               "#ifdef GTEST_TEST\n" +
                                   in_tests + "\n#endif\n"));
    Manifest own_header = manifest();
    own_header.dir = lab();
    own_header.name = kLabWithOwnHeader;
    own_header.submit = {"tiny.cpp", "tiny.h"};
    Kit confined = kit();
    confined.backend = GetParam();
    Wanted wanted{.flavours = {Flavour::kRelease}};
    if (hidden) wanted.hidden = {Flavour::kRelease};
    auto built = build(confined, own_header, {{root() / "submission"}}, wanted, Slot{0});
    fs::remove(root() / "submission/tiny.h");
    if (!built) return tl::unexpected(built.error());
    return built->at(Flavour::kRelease);
  }

  static void expect_closed(const std::string& in_tests, const std::string& in_source = "") {
    const auto built = build_header(in_tests, false, in_source);
    ASSERT_TRUE(built) << built.error().message;
    const auto* failure = std::get_if<BuildFailure>(&*built);
    ASSERT_NE(failure, nullptr) << in_tests;
    EXPECT_TRUE(is_closed(*failure)) << failure->text;
  }

  static void expect_builds(const std::string& in_tests, bool hidden = false) {
    const auto built = build_header(in_tests, hidden);
    ASSERT_TRUE(built) << built.error().message;
    const auto* failure = std::get_if<BuildFailure>(&*built);
    EXPECT_EQ(failure, nullptr) << failure->text;
  }
};

TEST_P(ConfinedBuildTest, AHeaderIncludesNoFileOfTheMachine) {
  for (const fs::path& file : {secret(), fs::path("/etc/passwd"), root() / "labs" / kLab / "lab.toml"}) {
    ASSERT_TRUE(fs::exists(file)) << file;
    expect_closed("#include \"" + file.string() + "\"");
  }
  expect_closed("#include \"../../../../../solutions/secret.h\"");
}

TEST_P(ConfinedBuildTest, NothingIsSaidOfTheMachinesProcesses) {
  for (const char* file : {"/proc/self/mountinfo", "/proc/cmdline", "/proc/1/cmdline"}) {
    expect_closed("#include \"" + std::string(file) + "\"");
  }
}

TEST_P(ConfinedBuildTest, AHeaderLearnsOfNoFile) {
  expect_builds("#if __has_include(\"" + secret().string() + "\") || __has_include(\"/etc/passwd\")\n" +
                "#error it can be seen\n#endif");
}

TEST_P(ConfinedBuildTest, TheAssemblerEmbedsNoFile) {
  expect_closed("asm(\".incbin \\\"" + secret().string() + "\\\"\");");
}

TEST_P(ConfinedBuildTest, HiddenTestsAreSeenByTheirOwnTargetAlone) {
  expect_builds("#if __has_include(\"" + (staged() / "hidden/tiny_hidden.cpp").string() + "\")\n" +
                    "#include <string_view>\n"
                    "static_assert(!std::string_view(__BASE_FILE__).ends_with(\"tiny_test.cpp\"), \"it is seen\");\n"
                    "#endif",
                true);
  EXPECT_TRUE(fs::exists(staged() / "hidden/tiny_hidden.cpp"));
}

// What an earlier submission, or the solution, has become lies in the same folder.
TEST_P(ConfinedBuildTest, NothingOfAnEarlierSubmissionIsThere) {
  expect_builds("");
  const fs::path build = staged().parent_path() / "release-g++";
  for (const char* made : {"tiny_test", "CMakeFiles/tiny_test.dir/tests/tiny_test.cpp.o"}) {
    ASSERT_TRUE(fs::exists(build / made));
    expect_closed("int changed;", "asm(\".incbin \\\"" + std::string(made) + "\\\"\");\n");
    expect_builds("");
  }
  const auto kept = fs::last_write_time(build / "tiny_test");
  expect_builds("");
  EXPECT_EQ(fs::last_write_time(build / "tiny_test"), kept) << "nothing has changed: what it became may stay";
}

TEST_P(ConfinedBuildTest, AHeaderThatTakesTooMuchMemoryIsTheLearnersFailure) {
  const auto built = build_header("#include \"/dev/zero\"");
  ASSERT_TRUE(built) << built.error().message;
  const auto* failure = std::get_if<BuildFailure>(&*built);
  ASSERT_NE(failure, nullptr);
  EXPECT_NE(failure->text.find("memory"), std::string::npos) << failure->text;
}

INSTANTIATE_TEST_SUITE_P(Sandboxes, ConfinedBuildTest,
                         testing::Values(SandboxBackend::kBubblewrap, SandboxBackend::kLandlock),
                         [](const auto& sandbox) { return std::string(name(sandbox.param)); });

}  // namespace
}  // namespace lockstep::build
