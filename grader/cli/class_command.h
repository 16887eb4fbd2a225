// ./lab class, as an instructor uses it, and as it is killed.
#pragma once

#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/end_to_end.h"
#include "gradebook/gradebook.h"
#include "os/file.h"
#include "process/exec_words.h"
#include "process/process_tree.h"

namespace lockstep::cli {

/// A folder of submissions of the tiny lab, and a gradebook for them.
class ClassCommandTest : public EndToEnd {
 protected:
  void SetUp() override {
    std::filesystem::permissions(dir_.path(), std::filesystem::perms::others_read | std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    prctl(PR_SET_CHILD_SUBREAPER, 1);  // what outlives the grader becomes a child of this process
  }
  void TearDown() override { prctl(PR_SET_CHILD_SUBREAPER, 0); }

  /// A learner who hands in a file of testdata/misbehaving.
  void hand_in(const std::string& learner, const std::string& file) const {
    std::filesystem::create_directories(handed_in() / learner);
    std::filesystem::copy_file(test_data() / "misbehaving" / (file + ".cpp"), handed_in() / learner / "tiny.cpp");
  }
  void hand_in_a_few() const {
    for (const char* file : {"right", "races", "does_not_compile", "exits_early", "kills_itself", "may_be_honest"}) {
      hand_in(file, file);
    }
    hand_in("twin", "right");
  }
  [[nodiscard]] std::filesystem::path handed_in() const { return dir_.path() / "handed-in"; }
  [[nodiscard]] std::vector<std::string> command(const std::filesystem::path& gradebook) const {
    return {"class", handed_in(), "--lab", "01", "--gradebook", gradebook};
  }
  [[nodiscard]] std::filesystem::path book() const { return dir_.path() / "book.sqlite"; }

  /// A report but for the words and lines of its findings: real threads decide which of two racing lines is named.
  static std::string judged(const std::string& report) {
    nlohmann::json json = nlohmann::json::parse(report, nullptr, false);
    for (auto& check : json["checks"]) {
      for (auto& finding : check["findings"]) {
        for (const char* key : {"message", "line"}) finding.erase(key);
      }
    }
    return json.dump(2);
  }

  /// All of a gradebook but the times.
  static std::string content_of(const std::filesystem::path& file, const std::string& lab = "01-tiny") {
    const auto book = gradebook::Gradebook::read_only(file);
    if (!book) return book.error().message;
    std::string text;
    const auto attempts = book->attempts("");
    for (const auto& attempt : *attempts) {
      text += fmt::format("{} {} {} {}\n", attempt.learner, attempt.number, attempt.source, attempt.content);
      const auto grade = book->newest_grade(lab, attempt.content).value();
      if (!grade) continue;
      text += fmt::format("{} {} {} {}\n{}\n", grade->grader, grade->points, grade->max_points, grade->outcome,
                          judged(grade->report));
    }
    return text;
  }

  /// Starts the grader in the background.
  [[nodiscard]] pid_t start(std::vector<std::string> words, Environment more = {}) const {
    words.insert(words.begin(), LOCKSTEP_GRADER);
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment(std::move(more)))
      variables.push_back(fmt::format("{}={}", name, value));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, said().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t pid = 0;
    EXPECT_EQ(posix_spawn(&pid, LOCKSTEP_GRADER, &actions, nullptr, process::exec_words(words).data(),
                          process::exec_words(variables).data()),
              0);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
  }
  [[nodiscard]] std::filesystem::path said() const { return dir_.path() / "said"; }
  [[nodiscard]] std::string text_said() const { return os::read_file(said()).value_or(""); }

  /// \return the exit status, -1 when it was killed
  static int wait_for(pid_t pid) {
    int status = 0;
    EXPECT_EQ(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// Ends when it holds; the time only keeps a failing test from hanging. A kit may have to be built.
  static bool comes_true(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(15);
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
  }

  /// A process below this one that was started with these words; 0 when there is none.
  static pid_t process_with(std::string_view words) {
    for (const pid_t pid : process::descendants(getpid())) {
      std::string line = os::read_file(std::filesystem::path("/proc") / std::to_string(pid) / "cmdline").value_or("");
      std::replace(line.begin(), line.end(), '\0', ' ');
      if (line.find(words) != std::string::npos) return pid;
    }
    return 0;
  }

  /// Takes in what is dead. \return whether all is.
  static bool nothing_lives() {
    pid_t pid = 0;
    do {
      pid = waitpid(-1, nullptr, WNOHANG);
    } while (pid > 0);
    return pid < 0;
  }

  os::TempDir dir_ = os::TempDir::make().value();
};

}  // namespace lockstep::cli
