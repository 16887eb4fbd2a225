// lockstep-init: the program between the grader and a program under test. It starts the program confined as the plan
// says, outlives it, and tells the grader how it ended. Static, so that it runs wherever a sandbox puts it.
//
//   lockstep-init CHANNELS        the plan and the rest are inherited: see OwnFds
//   lockstep-init --probe FILE    tries a sandbox from inside

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "process/init/probe.h"
#include "process/init/supervise.h"

namespace {

std::string content(int fd) {
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = pread(fd, part.data(), part.size(), static_cast<off_t>(text.size()))) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::process;
  if (argc == 3 && argv[1] == std::string_view("--probe")) return probe(argv[2]);
  if (argc != 2) return 2;
  const OwnFds fds = own_fds(std::atoi(argv[1]));
  const Plan plan = plan_from(content(fds.plan));
  return plan.argv.empty() ? 2 : supervise(plan, fds);
}
