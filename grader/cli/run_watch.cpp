#include "cli/run_watch.h"

#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>
#include <optional>
#include <stop_token>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/background_job.h"
#include "cli/chosen_labs.h"
#include "cli/lab_tests.h"
#include "cli/named_cases.h"
#include "cli/path_from_here.h"
#include "cli/run_grade.h"
#include "cli/run_hint.h"
#include "cli/terminal.h"
#include "cli/tests_summary.h"
#include "manifest/labs.h"
#include "os/file_watch.h"
#include "os/key_reader.h"
#include "os/stop_event.h"
#include "text/console_text.h"

namespace lockstep::cli {
namespace {

constexpr int kLookAtTerminalMs = 1000;

/// Also folders that an IDE or a build of the learner's own makes in the lab.
bool is_no_part_of_lab(std::string_view name) {
  return os::is_editors_own(name) || name.starts_with("build") || name.starts_with("cmake-build");
}

void say(const Error& error) {
  fmt::print(stderr, "lab: {}\n", console_text(error.message));
  std::fflush(stderr);
}

/// One `./lab watch` from its beginning to its end.
class Watching {
 public:
  Watching(const WatchOptions& options, const CommandContext& here, std::filesystem::path lab, os::FileWatch& files)
      : options_(options),
        here_(here),
        lab_(std::move(lab)),
        files_(files),
        stopped_(here.stop),
        put_back_(here.stop, [this] { keys_.put_back(); }) {}

  void run_until_quit() {
    run_all();
    while (!over_ && !here_.stop.stop_requested()) wait_and_react();
    job_.reset();
  }

 private:
  void wait_and_react() {
    std::array<pollfd, 4> wait{{{.fd = files_.fd(), .events = POLLIN, .revents = 0},
                                {.fd = keys_.fd(), .events = POLLIN, .revents = 0},
                                {.fd = job_ ? job_->fd() : -1, .events = POLLIN, .revents = 0},
                                {.fd = stopped_.fd(), .events = POLLIN, .revents = 0}}};
    if (poll(wait.data(), wait.size(), has_terminal_ ? kLookAtTerminalMs : -1) < 0) return;
    if (wait[3].revents != 0) return;
    keys_.take_again();
    if (wait[2].revents != 0) end_job();
    if (wait[0].revents != 0 && files_.changed()) {
      run_all();
    } else if (wait[1].revents != 0) {
      if (const auto key = keys_.next()) react(*key);
    }
  }

  void react(char key) {
    switch (key) {
      case 'a':
        return run_all();
      case 'f':
        return run_next_failing();
      case 'g':
        return begin("grade", [this](const CommandContext& here) {
          GradeOptions grade;
          grade.lab = options_.lab;
          return run(grade, here);
        });
      case 'h':
        return begin("hint",
                     [this](const CommandContext& here) { return run(HintOptions{.lab = options_.lab}, here); });
      case 'q':
      case '\x04':  // Ctrl-D
        over_ = true;
        return;
      case os::KeyReader::kCtrlZ:
        keys_.suspend();
        return show_keys();
      default:
        return;
    }
  }

  void run_all() {
    begin("all cases", [this](const CommandContext& here) { return test({}, here); });
  }

  void run_next_failing() {
    if (job_) return;  // what fails is not known yet
    if (failed_.empty()) {
      fmt::print("No case failed in the last run of all.\n");
      std::fflush(stdout);
      return;
    }
    const std::string name = failed_[next_failed_++ % failed_.size()];
    begin(name, [this, name](const CommandContext& here) { return test({name}, here); });
  }

  /// On the job's thread. Nothing is printed of a run that was stopped.
  Result<ExitStatus> test(const std::vector<std::string>& names, const CommandContext& here) {
    const auto labs = chosen_labs(here.kit.root, options_.lab);
    if (!labs) return tl::unexpected(labs.error());
    const Manifest& manifest = labs->front();
    const auto checks = named_cases(manifest, names);
    if (!checks) return tl::unexpected(checks.error());
    const auto tests = run_lab_tests(here, manifest, *checks, here.stop);
    if (!tests) return tl::unexpected(tests.error());
    const TestsSummary summary = summary_of(*checks, *tests);
    if (names.empty()) {
      failed_ = summary.failed;
      next_failed_ = 0;
    }
    fmt::print("{}", tests_text(summary, manifest.id, path_from_here(manifest.dir).string(),
                                {.colour = wants_colour(STDOUT_FILENO),
                                 .width = terminal_width(STDOUT_FILENO),
                                 .all = !names.empty()}));
    return kNoPointLost;
  }

  using Command = std::function<Result<ExitStatus>(const CommandContext&)>;

  /// Stops what runs and begins this instead, on a clean screen.
  void begin(std::string_view what, Command command) {
    job_.reset();
    if (may_write_over(STDOUT_FILENO)) fmt::print("\x1b[H\x1b[2J");
    fmt::print("{}: {}\n", path_from_here(lab_).string(), what);
    if (!files_.why_polling().empty()) {
      fmt::print("Its files are looked at twice a second: {}.\n", files_.why_polling());
    }
    std::fflush(stdout);
    job_.emplace([this, command = std::move(command)](const std::stop_token& stop) {
      CommandContext here = here_;
      here.stop = stop;
      try {
        const auto result = command(here);
        if (!result && !stop.stop_requested()) say(result.error());
      } catch (const std::system_error&) {  // of fmt::print: the terminal is gone, and a signal will tell
      }
      std::fflush(stdout);
    });
  }

  void end_job() {
    job_.reset();
    here_.status.clear();
    show_keys();
  }

  void show_keys() const {
    if (keys_.fd() >= 0) {
      fmt::print("\na: all cases   f: the next failing case   g: grade   h: hint   q: quit\n");
    } else {
      fmt::print("\nWaiting for a change\n");
    }
    std::fflush(stdout);
  }

  const WatchOptions& options_;
  const CommandContext& here_;
  const std::filesystem::path lab_;
  os::FileWatch& files_;
  os::StopEvent stopped_;
  // Into a pipe, whose reader may end this program at any time, keys would cost the terminal.
  const bool has_terminal_ = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
  os::KeyReader keys_{has_terminal_ ? STDIN_FILENO : -1};
  // At the first Ctrl-C: the second one ends the program at once.
  std::stop_callback<std::function<void()>> put_back_;
  bool over_ = false;
  std::vector<std::string> failed_;  // cases of the last run of all; the job's while there is one
  std::size_t next_failed_ = 0;      // likewise
  std::optional<BackgroundJob> job_;
};

}  // namespace

void declare(Arguments& arguments, WatchOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.flag("--poll", options.poll,
                 "Look at the files twice a second, where the system does not tell of changes. It does so by itself "
                 "on file systems that are known for it");
  arguments.help(
      "Keys, without Enter: a runs all cases, f the next failing one alone, g grades, h shows the next hint, q quits. "
      "A "
      "save stops what runs, and all cases run anew. Like ./lab test it runs without the sandbox: use it on your own "
      "code only.");
  arguments.example("./lab watch 03 --plain");
}

Result<ExitStatus> run(const WatchOptions& options, const CommandContext& here) {
  const auto lab = find_lab(here.kit.root, options.lab);
  if (!lab) return tl::unexpected(lab.error());
  os::WatchOptions how{.poll = options.poll};
  how.ignored = is_no_part_of_lab;
  auto files = os::FileWatch::of(*lab, how);
  if (!files) return tl::unexpected(files.error());
  Watching(options, here, *lab, *files).run_until_quit();
  return kNoPointLost;
}

}  // namespace lockstep::cli
