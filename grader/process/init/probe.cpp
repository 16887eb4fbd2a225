#include "process/init/probe.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace lockstep::process {
namespace {

bool opens(const std::string& path, int how) {
  const int fd = open(path.c_str(), how | O_CLOEXEC, 0600);
  if (fd >= 0) close(fd);
  return fd >= 0;
}

/// Whether a datagram finds a way out. Nothing is sent: connecting one only looks the way up.
bool has_network() {
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return false;
  sockaddr_in far{};
  far.sin_family = AF_INET;
  far.sin_port = htons(9);
  far.sin_addr.s_addr = htonl(0xC0000201);  // 192.0.2.1, reserved for documentation: RFC 5737
  const bool found = connect(fd, reinterpret_cast<sockaddr*>(&far), sizeof far) == 0;
  close(fd);
  return found;
}

}  // namespace

int probe(const char* outside) {
  int open_ways = 0;
  const auto demand = [&open_ways](bool confined, const char* what) {
    if (!confined) std::fprintf(stderr, "%s%s", open_ways++ == 0 ? "" : "; ", what);
  };
  const std::string init = "/proc/" + std::to_string(getppid());
  demand(!opens(outside, O_RDONLY), "it reads files outside");
  demand(!opens(std::string(outside) + ".new", O_WRONLY | O_CREAT), "it writes files outside");
  demand(!opens("/usr/lockstep-probe", O_WRONLY | O_CREAT), "it writes into the system");
  demand(opens("probe", O_WRONLY | O_CREAT), "it cannot write into its own folder");
  demand(!opens(init + "/mem", O_RDONLY), "it reads the memory of its init");
  demand(!has_network(), "it has a network");
  demand(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1, "it can gain privileges");
  demand(prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 2, "its system calls are not filtered");
  return open_ways == 0 ? 0 : 1;
}

}  // namespace lockstep::process
