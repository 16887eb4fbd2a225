#pragma once

#include <fcntl.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Pipes and processes of the tests' own, so that a part can be tested before another one is right. In another process
// nothing is expected: it tells its findings by its exit code, or through a pipe.

/// The numbers of this process's open descriptors.
inline std::vector<int> open_descriptors() {
  constexpr int kMost = 1024;
  std::vector<int> open;
  for (int number = 0; number < kMost; ++number) {
    if (fcntl(number, F_GETFD) >= 0) open.push_back(number);
  }
  return open;
}

/// \return "none", "one that runs" or "a zombie"
inline std::string children() {
  const pid_t child = waitpid(-1, nullptr, WNOHANG);
  if (child < 0) return "none";
  return child == 0 ? "one that runs" : "a zombie";
}

/// A pipe that is open for as long as the object is there, unless an end is closed. Copies of the process share it.
class Channel {
 public:
  explicit Channel(int flags = 0) {
    if (pipe2(ends_.data(), flags) != 0) std::abort();
  }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  ~Channel() {
    close_read_end();
    close_write_end();
  }

  [[nodiscard]] int read_end() const { return ends_[0]; }
  [[nodiscard]] int write_end() const { return ends_[1]; }
  void close_read_end() { close_end(ends_[0]); }
  void close_write_end() { close_end(ends_[1]); }

  /// \param bytes  few enough for the pipe
  void write(std::string_view bytes) const {
    if (::write(write_end(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  }
  /// Waits for a byte. \return false at the end
  [[nodiscard]] bool wait() const {
    char byte = 0;
    return read_some(&byte, 1) == 1;
  }
  /// All until the end. This process must have closed the write end.
  [[nodiscard]] std::string read_all() const {
    std::string all;
    std::array<char, 4096> some{};
    for (std::size_t count = 0; (count = read_some(some.data(), some.size())) > 0;) all.append(some.data(), count);
    return all;
  }

 private:
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  std::size_t read_some(char* into, std::size_t size) const {
    for (;;) {
      const ssize_t count = ::read(read_end(), into, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) std::abort();
    }
  }

  std::array<int, 2> ends_{};
};

/// A process of the test's own. The destructor waits for it: what it waits for must have ended before, or come.
class Child {
 public:
  explicit Child(const std::function<int()>& body) : id_(fork()) {
    if (id_ < 0) std::abort();
    if (id_ == 0) run(body);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ > 0) static_cast<void>(code());
  }

  /// Waits for the end, once. \return the exit code; 1000 and the signal, when a signal has ended it
  [[nodiscard]] int code() {
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    constexpr int kSignals = 1000;
    return WIFSIGNALED(status) ? kSignals + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  [[noreturn]] static void run(const std::function<int()>& body) {
    constexpr int kThrew = 99;
    int code = kThrew;
    try {
      code = body();
    } catch (...) {
    }
    _exit(code);
  }

  pid_t id_;
};

/// Ends this process by SIGPIPE. It needs no kill, which a sandbox may refuse.
[[noreturn]] inline void end_by_sigpipe() {
  std::signal(SIGPIPE, SIG_DFL);
  sigset_t sigpipe;
  sigemptyset(&sigpipe);
  sigaddset(&sigpipe, SIGPIPE);
  sigprocmask(SIG_UNBLOCK, &sigpipe, nullptr);
  Channel nobody_reads;
  nobody_reads.close_read_end();
  [[maybe_unused]] const auto written = ::write(nobody_reads.write_end(), "x", 1);
  _exit(98);
}

/// A signal comes again and again, every millisecond, and interrupts what the process waits in. With the 30th one a
/// byte is written: so what waits for that byte was interrupted many times, and no test depends on how long that takes.
/// It is written in any case: at the latest when the object ends.
class Ticking {
 public:
  explicit Ticking(int descriptor) {
    ticks = 0;
    to = descriptor;
    struct sigaction action {};
    action.sa_handler = tick;  // without SA_RESTART
    sigaction(SIGALRM, &action, &before_);
    set_timer(1000);
  }
  Ticking(const Ticking&) = delete;
  Ticking& operator=(const Ticking&) = delete;
  ~Ticking() {
    set_timer(0);
    sigaction(SIGALRM, &before_, nullptr);
    if (ticks < kTicks) write_byte();
  }

 private:
  static void tick(int /*signal*/) {
    const int error = errno;
    ticks = ticks + 1;
    if (ticks == kTicks) write_byte();
    errno = error;
  }
  static void write_byte() { [[maybe_unused]] const auto written = ::write(to, "x", 1); }
  static void set_timer(suseconds_t microseconds) {
    const itimerval timer{.it_interval = {0, microseconds}, .it_value = {0, microseconds}};
    setitimer(ITIMER_REAL, &timer, nullptr);
  }

  static constexpr int kTicks = 30;
  static inline volatile std::sig_atomic_t ticks = 0;
  static inline volatile std::sig_atomic_t to = -1;
  struct sigaction before_ {};
};

/// As many bytes as a pipe does not hold, different ones.
inline std::string large(std::size_t size = std::size_t{1} << 20) {
  std::string text(size, '\0');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>((i * 31 + i / 251) % 256);
  return text;
}
