// For tests: real compilers on a small lab with the kit's own CMake.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "build/build.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "process/sandbox.h"

namespace lockstep::build {

/// One kit for all tests, which stays from run to run, and which the grader's end-to-end tests use as well: it is built
/// once. The lab is theirs too, but under another name, and built from nothing.
class BuildTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (std::filesystem::exists(root() / "labs")) return;
    std::filesystem::permissions(root(), std::filesystem::perms(0755));
    for (const char* name : {kLab, kLabWithHeader, kLabWithOwnHeader})
      std::filesystem::remove_all(kit().build_dir / "labs" / name);
    std::filesystem::create_directories(root() / "labs");
    std::filesystem::copy(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "grader/cli/testdata/tiny-lab",
                          root() / "labs" / kLab, std::filesystem::copy_options::recursive);
    std::filesystem::copy(std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "grader/cli/testdata/tiny-hidden",
                          root() / "hidden");
  }

  static constexpr const char* kLab = "01-built";
  static constexpr const char* kLabWithHeader = "02-header";
  static constexpr const char* kLabWithOwnHeader = "03-own-header";

  static std::filesystem::path root() { return shared().dir.path(); }

  static Kit kit(std::string compiler = "g++") {
    return {.root = LOCKSTEP_TESTED_ROOT,
            .build_dir = std::filesystem::path(LOCKSTEP_TESTED_ROOT) / "build",
            .compiler = std::move(compiler),
            .backend = shared().selection.backend};
  }

  static Manifest manifest() {
    Manifest manifest;
    manifest.dir = root() / "labs" / kLab;
    manifest.name = kLab;
    manifest.submit = {"tiny.cpp"};
    manifest.hidden = root() / "hidden";
    return manifest;
  }

  static Result<Built> build_with(const std::string& tiny_cpp, Flavour flavour = Flavour::kRelease,
                                  const Kit& with = kit(), int slot = 0) {
    EXPECT_TRUE(os::write_file(root() / "submission/tiny.cpp", tiny_cpp));
    auto built = build(with, manifest(), {{root() / "submission"}}, {.flavours = {flavour}}, Slot{slot});
    if (!built) return tl::unexpected(built.error());
    return built->at(flavour);
  }

  /// With the hidden tests.
  static Result<Built> build_hidden_with(const std::string& tiny_cpp) {
    EXPECT_TRUE(os::write_file(root() / "submission/tiny.cpp", tiny_cpp));
    const Wanted wanted{.flavours = {Flavour::kRelease}, .hidden = {Flavour::kRelease}};
    auto built = build(kit(), manifest(), {{root() / "submission"}}, wanted, Slot{0});
    if (!built) return tl::unexpected(built.error());
    return built->at(Flavour::kRelease);
  }

  static BuildFailure failure_of(const std::string& tiny_cpp) {
    const auto built = build_with(tiny_cpp);
    EXPECT_TRUE(built) << built.error().message;
    const auto* failure = built ? std::get_if<BuildFailure>(&*built) : nullptr;
    EXPECT_NE(failure, nullptr) << "it was built";
    return failure == nullptr ? BuildFailure{} : *failure;
  }

  /// Files below the build folder of a flavour that were written since the mark was set.
  static std::set<std::string> written_since(std::filesystem::file_time_type mark, const std::filesystem::path& dir) {
    std::set<std::string> written;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir)) {
      if (entry.is_regular_file() && entry.last_write_time() > mark) written.insert(entry.path().filename());
    }
    return written;
  }

 private:
  struct Shared {
    os::TempDir dir;
    process::SandboxSelection selection;
  };
  static const Shared& shared() {
    static const Shared all{os::TempDir::make().value(), process::select_backend()};
    return all;
  }
};

inline constexpr const char* kRight =
    "#include \"tiny.h\"\nint next(int n) { return n + 1; }\nint answer() { return 42; }\n";

/// One sandbox has no such file, the other one does not open it.
inline bool is_closed(const BuildFailure& failure) {
  return failure.text.find("No such file or directory") != std::string::npos ||
         failure.text.find("Permission denied") != std::string::npos ||
         failure.text.find("file not found") != std::string::npos;
}

}  // namespace lockstep::build
