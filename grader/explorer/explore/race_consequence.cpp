#include "explorer/explore/race_consequence.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <functional>
#include <string_view>

#include "explorer/engine/engine.h"
#include "explorer/explore/racing_places.h"
#include "explorer/explore/reduce_finding.h"
#include "explorer/explore/replay_order.h"
#include "explorer/report/trace.h"
#include "explorer/report/write_all.h"
#include "explorer/strategy/mixed.h"

namespace lockstep::explorer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSchedules = 500;

// Nets: a search that meets an endless loop, or a wait in the kernel, ends without an answer.
constexpr rlimit kComputed{.rlim_cur = 20, .rlim_max = 20};  // seconds
constexpr std::chrono::seconds kTimeout{60};

/// Whether this is something that the race has done to the program.
bool is_consequence(FindingKind kind) {
  return kind == FindingKind::kAssertion || kind == FindingKind::kCrash || kind == FindingKind::kException ||
         kind == FindingKind::kDeadlock || kind == FindingKind::kLostWakeup || kind == FindingKind::kLivelock ||
         kind == FindingKind::kMemory || kind == FindingKind::kLockMisuse;
}

/// Ends each answer in a pipe: a later one is a better one.
constexpr char kEndOfAnswer = '\0';

std::string sentence_about(const RawFinding& consequence, const ReplayOrder& order, Symbols& symbols) {
  const std::string message = readable(consequence.message, consequence, symbols);
  return "What it can do, in the schedule " + order.text() + ": " + message + kEndOfAnswer;
}

/// \param tell  gets the sentence as soon as there is one, and perhaps again, about a smaller schedule: the program's
///              memory may be in ruins, so that the process does not live to make one
void search(Runner& runner, Symbols& symbols, std::span<const Place> racing, std::uint64_t seed, std::uint64_t steps,
            const std::function<void(const std::string&)>& tell) {
  RacingPlaces watch(racing);
  Rules rules = runner.rules();
  rules.watch = &watch;
  MixedStrategy strategy(seed, steps);
  for (int i = 0; i < kSchedules && strategy.begin(); ++i) {
    const auto consequence = runner.run(strategy, rules);
    if (!consequence || !is_consequence(consequence->kind)) continue;
    auto order = ReplayOrder::under(rules, engine().schedule(), {racing.begin(), racing.end()});
    tell(sentence_about(*consequence, order, symbols));
    if (const auto smallest = reduce(runner, rules, *consequence, order.schedule)) {
      order.schedule = smallest->schedule;
      tell(sentence_about(smallest->finding, order, symbols));
    }
    return;
  }
}

/// The last whole answer.
std::string last_answer(std::string_view answers) {
  const std::size_t end = answers.rfind(kEndOfAnswer);
  if (end == std::string_view::npos) return {};
  const std::size_t before = end == 0 ? std::string_view::npos : answers.rfind(kEndOfAnswer, end - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return std::string(answers.substr(begin, end - begin));
}

/// What a child writes until it is done or out of time.
std::string read_from(int pipe, Clock::time_point until) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd ready{.fd = pipe, .events = POLLIN, .revents = 0};
    if (left <= 0) return text;
    const int ended = poll(&ready, 1, static_cast<int>(left));
    if (ended < 0 && errno == EINTR) continue;  // the watchdog looks once a second
    if (ended <= 0) return text;
    const ssize_t got = read(pipe, buffer.data(), buffer.size());
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// What the program prints is nobody's.
void silence() {
  const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nothing < 0) return;
  dup2(nothing, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
}

/// With no more of the program run: its state may be in ruins.
[[noreturn]] void die() {
  kill(getpid(), SIGKILL);
  __builtin_unreachable();
}

}  // namespace

std::string find_consequence(Runner& runner, Symbols& symbols, std::span<const Place> racing, std::uint64_t seed,
                             std::uint64_t steps) {
  if (!engine().carrier().survives_fork()) return {};
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    silence();
    setrlimit(RLIMIT_CPU, &kComputed);
    search(runner, symbols, racing, seed, steps, [&](const std::string& answer) { write_all(ends[1], answer); });
    die();
  }
  close(ends[1]);
  const std::string told = child < 0 ? "" : read_from(ends[0], Clock::now() + kTimeout);
  close(ends[0]);
  if (child > 0) {
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
  return last_answer(told);
}

}  // namespace lockstep::explorer
