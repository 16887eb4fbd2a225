#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "guest.h"

namespace {

bool opens(const std::string& path, int how) {
  const int fd = open(path.c_str(), how);
  if (fd >= 0) close(fd);
  return fd >= 0;
}

/// A process of that name which leaves its session and parents, and holds on to standard output. With "stay", the
/// program itself stays, too.
int leave_daemon(const Words& words) {
  if (fork() == 0) {
    setsid();
    if (fork() == 0) {
      prctl(PR_SET_NAME, words.at(0).c_str());
      for (const int signo : {SIGTERM, SIGHUP, SIGINT, SIGPIPE}) std::signal(signo, SIG_IGN);
      for (;;) pause();
    }
    _exit(0);
  }
  std::cout << "left one" << std::flush;
  return words.size() > 1 ? pause() : 0;
}

/// Every way into its init that comes to mind. Says which are open.
int attack_init(const Words&) {
  const pid_t init = getppid();
  const std::string proc = "/proc/" + std::to_string(init);
  if (opens(proc + "/mem", O_RDWR)) std::cout << "mem ";
  if (opens(proc + "/maps", O_RDONLY)) std::cout << "maps ";
  if (opens(proc + "/environ", O_RDONLY)) std::cout << "environ ";
  for (int fd = 0; fd < 64; ++fd) {
    if (opens(proc + "/fd/" + std::to_string(fd), O_WRONLY)) std::cout << "fd" << fd << ' ';
  }
  if (ptrace(PTRACE_ATTACH, init, nullptr, nullptr) == 0) std::cout << "ptrace ";
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, init, 0));
  if (handle >= 0 && syscall(SYS_pidfd_getfd, handle, 4, 0) >= 0) std::cout << "pidfd ";
  const rlimit none{0, 0};
  if (prlimit(init, RLIMIT_CPU, &none, nullptr) == 0) std::cout << "prlimit ";
  return 5;
}

/// Sends a signal in all ways. Says of each whether it was refused.
void send_in_all_ways(pid_t pid, int signo) {
  const auto say = [](long result) {
    std::cout << (result < 0 && errno == EPERM ? "refused " : "sent ") << std::flush;
  };
  siginfo_t info{};
  info.si_code = SI_QUEUE;
  say(kill(pid, signo));
  say(syscall(SYS_tkill, pid, signo));
  say(syscall(SYS_tgkill, pid, pid, signo));
  say(syscall(SYS_rt_sigqueueinfo, pid, signo, &info));
  say(syscall(SYS_pidfd_send_signal, syscall(SYS_pidfd_open, pid, 0), signo, nullptr, 0));
  int ends[2] = {-1, -1};
  [[maybe_unused]] const int made = pipe(ends);
  say(fcntl(ends[0], F_SETOWN, pid));  // a file that becomes ready signals its owner
}

/// Kills its init in all ways. Lives on when it could not.
int kill_init(const Words&) {
  const pid_t init = getppid();
  std::cout.setstate(std::ios::failbit);
  send_in_all_ways(init, SIGKILL);
  std::cout.clear();
  usleep(100'000);  // a signal needs a while to arrive
  std::cout << (getppid() == init ? "init lives" : "init is gone") << std::flush;
  return 5;
}

volatile std::sig_atomic_t signalled = 0;

int signal_itself(const Words&) {
  std::signal(SIGUSR1, [](int) { signalled = 1; });
  const bool done = std::raise(SIGUSR1) == 0 && signalled == 1 && kill(getpid(), SIGUSR1) == 0;
  std::cout << (done ? "signalled" : "could not");
  return 0;
}

int connects(int family, const sockaddr* address, socklen_t size) {
  const int fd = socket(family, SOCK_STREAM, 0);
  return fd >= 0 && connect(fd, address, size) == 0 ? 0 : 1;
}

int connect_to(const Words& words) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(words.at(0).c_str())));
  return connects(AF_INET, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

/// What a program could use to become more than it is. Says what worked.
int gain(const Words&) {
  if (setuid(0) == 0 && getuid() != 0) std::cout << "setuid ";
  if (syscall(SYS_unshare, 0x10000000) == 0) std::cout << "user-namespace ";
  if (syscall(SYS_mount, "none", "/tmp", "tmpfs", 0, nullptr) == 0) std::cout << "mount ";
  if (chroot(".") == 0) std::cout << "chroot ";
  if (mknod("device", S_IFBLK | 0600, 0x0801) == 0) std::cout << "device ";
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) std::cout << "new-privileges ";
  return 0;
}

int kill_all(const Words&) {
  kill(-1, SIGKILL);
  return 5;
}

}  // namespace

void add_sly_deeds(Deeds& deeds) {
  deeds["daemon"] = leave_daemon;
  deeds["attack_init"] = attack_init;
  deeds["kill_init"] = kill_init;
  deeds["kill_all"] = kill_all;
  deeds["kill"] = [](const Words& words) { return kill(std::atoi(words.at(0).c_str()), SIGKILL) == 0 ? 0 : 1; };
  deeds["signal"] = [](const Words& words) {
    send_in_all_ways(std::atoi(words.at(0).c_str()), SIGUSR1);
    return 0;
  };
  deeds["signal_itself"] = signal_itself;
  deeds["socket"] = [](const Words& words) {
    const int family = words.empty() ? AF_UNIX : std::atoi(words.front().c_str());
    std::cout << (socket(family, SOCK_STREAM, 0) < 0 && errno == EPERM ? "refused " : "had ");
    return 0;
  };
  deeds["connect"] = connect_to;
  deeds["gain"] = gain;
}
