#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>

#include "os/file.h"
#include "os/temp_dir.h"
#include "process/required_backend.h"
#include "process/run.h"

namespace lockstep::process {

inline void PrintTo(SandboxBackend backend, std::ostream* out) { *out << name(backend); }

/// Tests of the guest (testdata/guest.h) that hold on every backend that works here.
class BackendTest : public testing::TestWithParam<SandboxBackend> {
 protected:
  using Run = process::Run;  // GoogleTest has one of its own

  void SetUp() override {
    if (!works(GetParam())) {
      LOCKSTEP_SKIP_WITHOUT(name(GetParam()));
    }
  }

  static bool works(SandboxBackend backend) {
    static const SandboxSelection best = select_backend();
    static const bool landlock = best.backend == SandboxBackend::kLandlock || [] {
      setenv("LOCKSTEP_SANDBOX", "landlock", 1);
      const SandboxSelection second = select_backend();
      unsetenv("LOCKSTEP_SANDBOX");
      return second.backend == SandboxBackend::kLandlock;
    }();
    return backend == SandboxBackend::kNone || backend == best.backend ||
           (backend == SandboxBackend::kLandlock && landlock);
  }

  bool confined() const { return GetParam() != SandboxBackend::kNone; }

  static Command guest(std::vector<std::string> words) {
    Command command;
    command.argv = std::move(words);
    command.argv.insert(command.argv.begin(), LOCKSTEP_GUEST);
    return command;
  }

  Sandbox sandbox() const {
    return {.backend = GetParam(), .readable = {LOCKSTEP_GUEST}, .hidden = {}, .writable = {}, .builds = false};
  }

  Run run_guest(const Command& command) const {
    auto run = process::run(command, limits_, sandbox());
    EXPECT_TRUE(run) << run.error().message;
    return run ? *run : Run{};
  }
  Run run_guest(std::vector<std::string> words) const { return run_guest(guest(std::move(words))); }

  /// The exit status; -1 when it ended otherwise.
  static int status(const Run& run) {
    const auto* exited = std::get_if<Exited>(&run.exit);
    return exited == nullptr ? -1 : exited->code;
  }
  static int signal(const Run& run) {
    const auto* signaled = std::get_if<Signaled>(&run.exit);
    return signaled == nullptr ? -1 : signaled->signo;
  }
  template <class End>
  static bool ended_by(const Run& run) {
    return std::holds_alternative<End>(run.exit);
  }

  Limits limits_{.wall = std::chrono::seconds(60),
                 .cpu = std::chrono::seconds(60),
                 .memory_bytes = 256ULL << 20,
                 .processes = 32,
                 .output_bytes = 1ULL << 20,
                 .file_bytes = 16ULL << 20};
};

/// With a folder that the sandbox does not show unless it is told to.
class FolderTest : public BackendTest {
 protected:
  void SetUp() override {
    BackendTest::SetUp();
    namespace fs = std::filesystem;
    fs::permissions(dir_.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    ASSERT_TRUE(os::write_file(file(), "secret"));
  }
  std::filesystem::path file() const { return dir_.path() / "file"; }

  Run run_with(const Sandbox& sandbox, std::vector<std::string> words) const {
    auto run = process::run(guest(std::move(words)), limits_, sandbox);
    EXPECT_TRUE(run) << run.error().message;
    return run ? *run : Run{};
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

inline std::string name_of_backend(const testing::TestParamInfo<SandboxBackend>& info) {
  return std::string(name(info.param));
}

}  // namespace lockstep::process

/// Runs a fixture derived from BackendTest on every backend.
#define ON_EVERY_BACKEND(Fixture) \
  INSTANTIATE_TEST_SUITE_P(       \
      Backends, Fixture,          \
      testing::Values(SandboxBackend::kBubblewrap, SandboxBackend::kLandlock, SandboxBackend::kNone), name_of_backend)

/// On every backend but the one without a sandbox.
#define IN_EVERY_SANDBOX(Fixture)                                                                                      \
  INSTANTIATE_TEST_SUITE_P(Backends, Fixture, testing::Values(SandboxBackend::kBubblewrap, SandboxBackend::kLandlock), \
                           name_of_backend)
