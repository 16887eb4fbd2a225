#include "process/helper.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "os/pipe.h"
#include "process/exec_words.h"
#include "process/run.h"
#include "process/spawn_attributes.h"

namespace lockstep::process {
namespace {

/// What the new process starts with: standard input, output and error, no other file, all signals as at first.
class Start {
 public:
  Start(int input, int output, const std::filesystem::path& errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() { posix_spawn_file_actions_destroy(&actions_); }

  int operator()(pid_t& pid, char** argv, char** environment) const {
    return posix_spawn(&pid, argv[0], &actions_, attributes_.get(), argv, environment);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  SpawnAttributes attributes_;
};

/// With the new ones first: the first of a name counts.
std::vector<std::string> environment_with(const std::vector<std::string>& more) {
  std::vector<std::string> all = more;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string variable = *each;
    const std::string name = variable.substr(0, variable.find('=') + 1);
    bool is_new = true;
    for (const std::string& other : more) is_new = is_new && !other.starts_with(name);
    if (is_new) all.push_back(variable);
  }
  return all;
}

std::string in_words(int status) {
  return describe(WIFSIGNALED(status) ? Exit(Signaled{WTERMSIG(status)}) : Exit(Exited{WEXITSTATUS(status)}));
}

}  // namespace

Helper::Helper(pid_t pid, os::Fd input, os::Fd output)
    : pid_(pid), input_(std::move(input)), output_(std::move(output)) {}

Helper::Helper(Helper&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)),
      input_(std::move(other.input_)),
      output_(std::move(other.output_)),
      said_(std::move(other.said_)) {}

Helper& Helper::operator=(Helper&& other) noexcept {
  if (this == &other) return *this;
  end();
  pid_ = std::exchange(other.pid_, 0);
  input_ = std::move(other.input_);
  output_ = std::move(other.output_);
  said_ = std::move(other.said_);
  return *this;
}

Helper::~Helper() { end(); }

Result<Helper> Helper::start(const std::vector<std::string>& argv, const std::filesystem::path& errors,
                             const std::vector<std::string>& environment) {
  auto input = os::Pipe::make();
  if (!input) return tl::unexpected(input.error());
  auto output = os::Pipe::make();
  if (!output) return tl::unexpected(output.error());
  std::vector<std::string> words = argv;
  std::vector<std::string> variables = environment_with(environment);
  const Start start(input->read.get(), output->write.get(), errors);
  pid_t pid = 0;
  const int code = start(pid, exec_words(words).data(), exec_words(variables).data());
  if (code != 0) {
    return machine_error(fmt::format("cannot start {}: {}", argv.front(), std::generic_category().message(code)));
  }
  os::make_non_blocking(input->write.get());
  os::make_non_blocking(output->read.get());
  return Helper(pid, std::move(input->write), std::move(output->read));
}

void Helper::tell(std::string_view line) {
  // A line is far shorter than a pipe is wide, and the helper reads each before it is told the next.
  static_cast<void>(os::write_some(input_.get(), fmt::format("{}\n", line)));
}

bool Helper::listen() {
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t got = read(output_.get(), part.data(), part.size());
    if (got > 0) {
      said_.append(part.data(), static_cast<std::size_t>(got));
    } else if (got == 0 || errno != EINTR) {
      return got < 0 && errno == EAGAIN;
    }
  }
}

std::optional<std::string> Helper::heard() {
  const auto end = said_.find('\n');
  if (end == std::string::npos) return std::nullopt;
  std::string line = said_.substr(0, end);
  said_.erase(0, end + 1);
  return line;
}

std::string Helper::ending() {
  if (pid_ == 0) return "ended";
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  return in_words(status);
}

void Helper::ask_to_end() const {
  if (pid_ > 0) kill(pid_, SIGTERM);
}

void end_with_starter() { prctl(PR_SET_PDEATHSIG, SIGTERM); }

void Helper::end() {
  if (pid_ == 0) return;
  input_.reset();
  ask_to_end();
  const os::Fd ended(static_cast<int>(syscall(SYS_pidfd_open, pid_, 0)));
  pollfd watched{.fd = ended.get(), .events = POLLIN, .revents = 0};
  if (!ended || poll(&watched, 1, kTimeoutMs) != 1) kill(pid_, SIGKILL);
  static_cast<void>(ending());
}

}  // namespace lockstep::process
