#include "process/running.h"

#include <fmt/core.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "os/pipe.h"
#include "process/process_tree.h"
#include "process/signal_if.h"

namespace lockstep::process {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBetweenLooks{10};
/// More often would cost the machine more than it tells.
constexpr milliseconds kBetweenClockLooks{50};
/// How long a loaded machine may take to set up a sandbox; the program's own time has not begun.
constexpr milliseconds kStartTimeout{60'000};
/// How long a kill may take before it is done another way. The kernel needs a while to free much memory.
constexpr milliseconds kKillTimeout{10'000};

bool is_readable(int fd) {
  pollfd watched{fd, POLLIN, 0};
  return poll(&watched, 1, 0) == 1;
}

/// Stops the processes where they stand, so that they can be looked at, those included that are born meanwhile.
std::vector<pid_t> freeze(pid_t init) {
  std::vector<pid_t> pids;
  for (int pass = 0; pass < 10; ++pass) {
    auto now = descendants(init);
    if (now == pids) break;
    pids = std::move(now);
    for (const pid_t pid : pids) signal_descendant(init, pid, SIGSTOP);
  }
  return pids;
}

}  // namespace

Running::Running(const Limits& limits, Confinement confinement, std::stop_token stop, std::string name)
    : limits_(limits),
      name_(std::move(name)),
      confinement_(std::move(confinement)),
      meter_(limits, !confinement_.counts_processes_alone,
             confinement_.scratch ? confinement_.scratch->path() : std::filesystem::path()),
      stop_(std::move(stop)) {}

Result<std::unique_ptr<Running>> Running::start(const Command& command, const Limits& limits, const Sandbox& sandbox,
                                                std::stop_token stop) {
  auto confinement = confine(command, limits, sandbox);
  if (!confinement) return tl::unexpected(confinement.error());
  std::unique_ptr<Running> running(new Running(limits, std::move(*confinement), std::move(stop), command.argv.front()));
  Plan& plan = running->confinement_.plan;
  const auto& procs_fds = running->meter_.group().procs_fds();
  plan.control_groups = procs_fds.size();
  auto launched = launch(running->confinement_.launcher, plan, procs_fds);
  if (!launched) return tl::unexpected(launched.error());
  running->launched_ = std::move(*launched);
  running->begin_ = Clock::now();
  std::size_t number = 0;
  for (auto& fd : running->launched_.outputs) {
    const std::string name = number == 0   ? "standard output"
                             : number == 1 ? "standard error"
                                           : fmt::format("its channel {}", number - 2);
    running->captures_.emplace_back(name, std::move(fd), limits.output_bytes);
    ++number;
  }
  return running;
}

Running::~Running() {
  if (launched_.pid < 0 || ended_) return;
  kill_for(Stopped{}, {});
  run_until({});
}

/// A launcher with namespaces of its own has one child, which becomes init; others become it themselves.
pid_t Running::init() {
  if (init_ < 0 && !confinement_.own_namespaces) init_ = launched_.pid;
  if (init_ < 0) {
    const auto below = descendants(launched_.pid);
    if (below.empty()) return init_;
    // Held before it is looked at again: a number alone may be another process's by the time of a kill.
    os::Fd held = open_process(below.front());
    if (!held || !descends_from(below.front(), launched_.pid)) return init_;
    init_ = below.front();
    init_process_ = std::move(held);
  }
  return init_;
}

std::chrono::microseconds Running::cpu() {
  if (const pid_t pid = init(); !ended_ && !init_status_ && pid > 0) meter_.look_at_cpu(pid);
  return meter_.cpu();
}

Running::Clock::time_point Running::deadline() const {
  if (killed_for_) return timeout_over_;
  return begin_ + (program_started_ ? longest_wall(limits_) : kStartTimeout);
}

void Running::run_until(const std::function<bool()>& enough, const BeforeKill& before_kill) {
  if (ended_) return;
  listen();
  feed();
  while (!ended_ && !(enough && enough())) {
    wait(std::min(next_look_, deadline()));
    listen();
    feed();
    if (!ended_ && Clock::now() >= next_look_) look_at_limits(before_kill);
  }
}

void Running::bound_answer(std::optional<milliseconds> limit) {
  answer_.reset();
  if (!limit) return;
  // What passed since the last look was not spent on the answer.
  if (const pid_t pid = init(); program_started_ && pid > 0) {
    meter_.look_at_cpu(pid);
    look_at_clock(descendants(pid));
  }
  answer_ = {.limit = *limit, .over = run_clock_.age() + *limit};
}

void Running::wait(Clock::time_point until) {
  std::vector<pollfd> watched{{launched_.ended.get(), POLLIN, 0}, {launched_.status.get(), POLLIN, 0}};
  if (!killed_for_) watched.push_back({stop_.fd(), POLLIN, 0});
  for (const Capture& capture : captures_) watched.push_back({capture.fd(), POLLIN, 0});  // -1 is passed over
  if (!all_sent()) watched.push_back({launched_.input.get(), POLLOUT, 0});
  const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
  poll(watched.data(), watched.size(), static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 1000)));
}

void Running::feed() {
  while (!all_sent()) {
    const ssize_t sent = os::write_some(launched_.input.get(), std::string_view(to_send_).substr(sent_));
    if (sent < 0 && errno == EAGAIN) return;
    if (sent < 0) launched_.input.reset();  // the program has closed its end: the rest will not be read
    sent_ += static_cast<std::size_t>(std::max<ssize_t>(sent, 0));
  }
  to_send_.clear();
  sent_ = 0;
  if (input_ends_) launched_.input.reset();
}

void Running::close_input() {
  input_ends_ = true;
  feed();
}

void Running::listen() {
  // Before the pipes are read: what the program wrote before its end is then surely in them.
  const bool ends_now = is_readable(launched_.ended.get());
  for (InitStatus status; read(launched_.status.get(), &status, sizeof status) == sizeof status;) on_status(status);
  for (Capture& capture : captures_) {
    capture.read();
    if (capture.flooded() && !killed_for_) kill_for(OutputLimitExceeded{capture.name(), limits_.output_bytes}, {});
  }
  if (ends_now) return note_end();
  if (!killed_for_ && is_readable(stop_.fd())) kill_for(Stopped{}, {});
}

void Running::on_status(const InitStatus& status) {
  if (status.kind == InitStatus::Kind::kStarts) {
    begin_ = Clock::time_point(std::chrono::microseconds(status.at_us));
    clock_look_ = begin_;
    cpu_at_clock_look_ = meter_.cpu();
    program_started_ = true;
  } else if (!init_status_) {
    init_status_ = status;  // of two, the first tells why the program could not start
  }
}

void Running::look_at_limits(const BeforeKill& before_kill) {
  const auto now = Clock::now();
  next_look_ = now + kBetweenLooks;
  if (killed_for_) {
    if (now >= deadline()) kill_hard();
    return;
  }
  if (init_status_) return;  // it has ended; only its leftovers are being cleared away
  if (const pid_t pid = init(); pid > 0) {
    if (auto excess = meter_.look(pid)) return kill_for(std::move(*excess), before_kill);
    if (program_started_ && now >= clock_look_ + kBetweenClockLooks) {
      const auto pids = descendants(pid);
      look_at_clock(pids);
      if (dead_end_.look(pids)) return kill_for(Deadlocked{}, before_kill);
    }
  }
  if (answer_ && run_clock_.age() >= answer_->over)
    return kill_for(TimedOut{TimedOut::Clock::kWall, answer_->limit}, before_kill);
  if (run_clock_.age() >= limits_.wall) return kill_for(TimedOut{TimedOut::Clock::kWall, limits_.wall}, before_kill);
  if (now >= deadline()) {
    const auto in_ms = [](auto time) { return std::chrono::duration_cast<milliseconds>(time); };
    kill_for(Starved{.wall = in_ms(now - begin_), .cpu = in_ms(meter_.cpu())}, {});
  }
}

void Running::look_at_clock(std::span<const pid_t> pids) {
  const auto now = Clock::now();
  const auto wall = std::chrono::duration_cast<RunClock::Duration>(now - clock_look_);
  const auto cpu = meter_.cpu() - cpu_at_clock_look_;
  run_clock_.pass(wall, cpu, cpu >= wall || some_thread_can_go_on(pids));
  clock_look_ = now;
  cpu_at_clock_look_ += cpu;
}

void Running::kill_for(Exit why, const BeforeKill& before_kill) {
  const pid_t pid = init();
  const bool hangs = std::holds_alternative<TimedOut>(why) || std::holds_alternative<Deadlocked>(why);
  if (before_kill && hangs && pid > 0) before_kill(freeze(pid));
  killed_for_ = std::move(why);
  timeout_over_ = Clock::now() + kKillTimeout;
  launched_.control.reset();
  // The kernel kills a whole process namespace with its init. Without one, init has to live on to sweep.
  if (confinement_.own_namespaces) send_signal(init_process_, SIGKILL);
}

void Running::kill_hard() {
  meter_.kill_known();
  for (const pid_t pid : descendants(launched_.pid)) signal_descendant(launched_.pid, pid, SIGKILL);
  send_signal(launched_.ended, SIGKILL);
  timeout_over_ = Clock::now() + kKillTimeout;
}

void Running::note_end() {
  const auto end = init_status_ ? Clock::time_point(std::chrono::microseconds(init_status_->at_us)) : Clock::now();
  wall_ = std::chrono::duration_cast<std::chrono::microseconds>(end - begin_);
  while (waitpid(launched_.pid, &launcher_status_, 0) < 0 && errno == EINTR) {
  }
  if (!init_status_ && !confinement_.own_namespaces) meter_.kill_known();  // init did not live to see to it
  ended_ = true;
}

Result<Exit> Running::exit() const {
  const bool out_of_time =
      killed_for_ && (std::holds_alternative<TimedOut>(*killed_for_) || std::holds_alternative<Starved>(*killed_for_));
  if (out_of_time && !program_started_) {
    return machine_error(fmt::format("the sandbox of {} was not ready in time", name_));
  }
  if (killed_for_) return *killed_for_;
  if (meter_.ran_out_of_memory()) return OutOfMemory{limits_.memory_bytes};
  if (init_status_ && init_status_->kind == InitStatus::Kind::kExited) return Exited{init_status_->value};
  if (init_status_ && init_status_->kind == InitStatus::Kind::kSignaled) {
    if (init_status_->value == SIGXCPU) {
      return TimedOut{TimedOut::Clock::kCpu, limits_.each_cpu.count() > 0 ? limits_.each_cpu : limits_.cpu};
    }
    return Signaled{init_status_->value};
  }
  if (init_status_) {
    return machine_error(fmt::format("cannot run {}: cannot {}: {}", name_, init_status_->what,
                                     std::generic_category().message(init_status_->value)));
  }
  // Without confinement the program itself can kill its init; with it, only a process outside can.
  if (!confinement_.plan.confined && WIFSIGNALED(launcher_status_)) return Signaled{WTERMSIG(launcher_status_)};
  std::string_view said = captures_[1].text();
  said = said.substr(0, std::min<std::size_t>(said.find('\n'), 500));
  return machine_error(fmt::format("the sandbox of {} ended without saying how the program ended{}{}", name_,
                                   said.empty() ? "; was it killed?" : ": ", said));
}

Run Running::result(Exit exit) {
  Run run;
  run.exit = std::move(exit);
  run.output = std::move(captures_[0].text());
  run.errors = std::move(captures_[1].text());
  for (std::size_t i = 2; i < captures_.size(); ++i) run.channels.push_back(std::move(captures_[i].text()));
  run.wall = wall_;
  run.cpu = std::max(meter_.cpu(), std::chrono::microseconds(init_status_ ? init_status_->cpu_us : 0));
  run.peak_memory_bytes =
      std::max(meter_.peak_memory_bytes(), static_cast<std::uint64_t>(init_status_ ? init_status_->peak_bytes : 0));
  return run;
}

}  // namespace lockstep::process
