// The grader as a person starts it, on a kit that holds nothing but a lab of two cases.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "os/temp_dir.h"
#include "process/run.h"

namespace lockstep::cli {

/// Starts the grader on the tiny lab (testdata/tiny-lab); what is built for it is kept from test to test.
class EndToEnd : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    namespace fs = std::filesystem;
    for (const char* folder : {"labs", "solutions"}) fs::remove_all(root() / folder);  // also of a run that was killed
    fs::create_directories(root() / "labs");
    fs::copy(test_data() / "tiny-lab", root() / "labs/01-tiny", fs::copy_options::recursive);
  }

  static std::filesystem::path root() { return LOCKSTEP_TESTED_ROOT; }
  static std::filesystem::path test_data() {
    return std::filesystem::path(LOCKSTEP_SOURCE_DIR) / "grader/cli/testdata";
  }

  using Environment = std::map<std::string, std::string>;

  /// What the grader finds in its environment; `more` goes before what is usual.
  static Environment environment(Environment more = {}) {
    more.insert({{"LOCKSTEP_ROOT", root()},
                 {"LOCKSTEP_BUILD_DIR", root() / "build"},
                 {"TMPDIR", std::filesystem::temp_directory_path()},  // not the runner's own, which is for root alone
                 {"PATH", variable("PATH")},
                 {"HOME", variable("HOME")}});
    return more;
  }

  /// Runs the grader to its end.
  static process::Run lab(std::vector<std::string> words, Environment more = {}) {
    words.insert(words.begin(), LOCKSTEP_GRADER);
    return run(words, environment(std::move(more)));
  }

  static process::Run run(const std::vector<std::string>& argv, const Environment& environment,
                          const std::string& input = "") {
    process::Limits limits;
    limits.wall = std::chrono::minutes(4);
    limits.cpu = std::chrono::minutes(8);
    limits.memory_bytes = 8ULL << 30;
    limits.processes = 4096;
    limits.file_bytes = 1ULL << 30;
    const process::Sandbox sandbox{
        .backend = process::SandboxBackend::kNone, .readable = {}, .hidden = {}, .writable = {root()}, .builds = true};
    auto run =
        process::run({.argv = argv, .environment = environment, .working_dir = root(), .input = input, .channels = 0},
                     limits, sandbox);
    EXPECT_TRUE(run) << (run ? "" : run.error().message);
    return run ? *run : process::Run{};
  }

  /// A folder that holds a file of testdata/misbehaving as tiny.cpp.
  static os::TempDir submission(const std::string& file) {
    namespace fs = std::filesystem;
    os::TempDir dir = os::TempDir::make().value();
    fs::permissions(dir.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    fs::copy_file(test_data() / "misbehaving" / (file + ".cpp"), dir.path() / "tiny.cpp");
    return dir;
  }

  /// Grades a file of testdata/misbehaving.
  nlohmann::json grade(const std::string& file, Environment more = {}) {
    const os::TempDir dir = submission(file);
    run_ = lab({"grade", "01", "--json", "-", "--from", dir.path()}, std::move(more));
    nlohmann::json grade = nlohmann::json::parse(run_.output, nullptr, false);
    EXPECT_FALSE(grade.is_discarded()) << run_.output << run_.errors;
    return grade;
  }

  static int status(const process::Run& run) {
    const auto* exited = std::get_if<process::Exited>(&run.exit);
    return exited == nullptr ? -1 : exited->code;
  }

  process::Run run_;

 private:
  static std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  }
};

}  // namespace lockstep::cli
