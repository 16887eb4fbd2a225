#include "process/launch.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "os/pipe.h"
#include "process/spawn_attributes.h"

namespace lockstep::process {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

/// What the child inherits, in the order of its descriptor numbers: 0, 1, 2, ...
class Inheritance {
 public:
  explicit Inheritance(int size) : above_(size) { posix_spawn_file_actions_init(&actions_); }
  Inheritance(const Inheritance&) = delete;
  Inheritance& operator=(const Inheritance&) = delete;
  ~Inheritance() { posix_spawn_file_actions_destroy(&actions_); }

  /// The next number is a copy of `fd`. Taken by way of a number above all of them, so that none is overwritten before
  /// its turn.
  bool add(int fd) {
    copies_.emplace_back(fcntl(fd, F_DUPFD_CLOEXEC, above_));
    return copies_.back() && posix_spawn_file_actions_adddup2(&actions_, copies_.back().get(), next_++) == 0;
  }
  bool close_all_others() { return posix_spawn_file_actions_addclosefrom_np(&actions_, next_) == 0; }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
  std::vector<os::Fd> copies_;
  int above_;
  int next_ = 0;
};

Result<os::Fd> in_memory(const Plan& plan) {
  os::Fd fd(memfd_create("plan", MFD_CLOEXEC));
  const std::string text = to_text(plan);
  if (!fd || write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    return machine_error(fmt::format("cannot hold a file in memory: {}", reason(errno)));
  }
  return fd;
}

/// The pipes of a run: those that the program writes, after the one that it reads.
struct Pipes {
  os::Pipe input, status, control;
  std::vector<os::Pipe> outputs;

  static Result<Pipes> make(std::size_t outputs) {
    Pipes pipes;
    pipes.outputs.resize(outputs);
    std::vector<os::Pipe*> all{&pipes.input, &pipes.status, &pipes.control};
    for (auto& output : pipes.outputs) all.push_back(&output);
    for (os::Pipe* pipe : all) {
      auto made = os::Pipe::make();
      if (!made) return tl::unexpected(made.error());
      *pipe = std::move(*made);
    }
    return pipes;
  }
};

bool hand_over(Inheritance& inheritance, const Pipes& pipes, int plan_fd, std::span<const os::Fd> procs_fds) {
  bool added = inheritance.add(pipes.input.read.get());
  for (const auto& output : pipes.outputs) added = added && inheritance.add(output.write.get());
  for (const int fd : {plan_fd, pipes.status.write.get(), pipes.control.read.get()}) {  // the order of `OwnFds`
    added = added && inheritance.add(fd);
  }
  for (const auto& procs_fd : procs_fds) added = added && inheritance.add(procs_fd.get());
  return added && inheritance.close_all_others();
}

Launched our_ends(Pipes pipes) {
  Launched launched;
  launched.input = std::move(pipes.input.write);
  launched.status = std::move(pipes.status.read);
  launched.control = std::move(pipes.control.write);
  for (auto& output : pipes.outputs) launched.outputs.push_back(std::move(output.read));
  for (const auto& output : launched.outputs) os::make_non_blocking(output.get());
  os::make_non_blocking(launched.input.get());
  os::make_non_blocking(launched.status.get());
  return launched;
}

}  // namespace

Result<Launched> launch(std::vector<std::string> command, const Plan& plan, std::span<const os::Fd> procs_fds) {
  const auto channels = static_cast<int>(plan.channels);
  auto plan_fd = in_memory(plan);
  if (!plan_fd) return tl::unexpected(plan_fd.error());
  auto pipes = Pipes::make(2 + plan.channels);
  if (!pipes) return tl::unexpected(pipes.error());
  Inheritance inheritance(own_fds(channels).control_group + static_cast<int>(procs_fds.size()));
  if (!hand_over(inheritance, *pipes, plan_fd->get(), procs_fds)) {
    return machine_error(fmt::format("cannot hand over file descriptors: {}", reason(errno)));
  }
  command.push_back(std::to_string(channels));
  std::vector<char*> argv;
  argv.reserve(command.size() + 1);
  for (auto& word : command) argv.push_back(word.data());
  argv.push_back(nullptr);
  char* no_environment[] = {nullptr};  // the program's own is in the plan
  pid_t pid = -1;
  const SpawnAttributes attributes;
  const int error = posix_spawn(&pid, argv[0], inheritance.actions(), attributes.get(), argv.data(), no_environment);
  if (error != 0) return machine_error(fmt::format("cannot start {}: {}", command.front(), reason(error)));
  Launched launched = our_ends(std::move(*pipes));
  launched.pid = pid;
  launched.ended.reset(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
  if (!launched.ended) {
    auto failed = machine_error(fmt::format("cannot watch a process: {}", reason(errno)));
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
    return failed;
  }
  return launched;
}

}  // namespace lockstep::process
