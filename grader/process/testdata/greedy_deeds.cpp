#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <iostream>
#include <system_error>
#include <thread>

#include "guest.h"

namespace {

[[noreturn]] int spin() {
  for (;;) {
  }
}

/// Computes for as many milliseconds as asked for, on the first CPU that it may use.
int compute_on_one_cpu(const Words& words) {
  cpu_set_t cpus;
  sched_getaffinity(0, sizeof cpus, &cpus);
  int first = 0;
  while (!CPU_ISSET(first, &cpus)) ++first;
  CPU_ZERO(&cpus);
  CPU_SET(first, &cpus);
  if (sched_setaffinity(0, sizeof cpus, &cpus) != 0) return 1;
  const std::clock_t end = std::clock() + std::atol(words.at(0).c_str()) * (CLOCKS_PER_SEC / 1000);
  while (std::clock() < end) {
  }
  return 0;
}

/// As many processes at once as asked for, each at the deed.
template <class Deed>
int at_once(int processes, Deed deed) {
  for (int i = 1; i < processes; ++i) {
    if (fork() == 0) deed();
  }
  deed();
  return 0;
}

/// Writes to every page, so that it is really had.
void allocate(std::size_t megabytes) {
  static std::deque<std::string> all;
  for (std::size_t i = 0; i < megabytes; ++i) all.emplace_back(1 << 20, 'x');
}

void allocate_shared(std::size_t megabytes) {
  void* memory = mmap(nullptr, megabytes << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory != MAP_FAILED) std::memset(memory, 1, megabytes << 20);
}

int flood(const Words& words) {
  const std::string megabyte(1 << 20, 'x');
  const int fd = std::atoi(words.at(0).c_str());
  for (int i = 0; i < 10 * 1024; ++i) {
    if (write(fd, megabyte.data(), megabyte.size()) < 0) return 1;
  }
  return 0;
}

/// Tries for ever, but if nothing stops it, it ends at 2048 processes: these tests must not take a machine down.
[[noreturn]] int fork_bomb(const Words& words) {
  prctl(PR_SET_NAME, words.at(0).c_str());
  for (int generations = 0; generations < 11;) {
    if (fork() >= 0) ++generations;
  }
  for (;;) pause();
}

/// Starts threads. When all are there, stays with "hold", or else ends; when not, says how many there are.
int start_threads(std::size_t wanted, bool hold) {
  std::size_t started = 0;
  try {
    for (; started < wanted; ++started) std::thread([] { pause(); }).detach();
  } catch (const std::system_error&) {
    std::cout << started << std::flush;
    _exit(11);
  }
  if (hold) pause();
  _exit(0);
}

std::size_t number(const Words& words) { return std::strtoul(words.at(0).c_str(), nullptr, 10); }

}  // namespace

void add_greedy_deeds(Deeds& deeds) {
  deeds["spin"] = [](const Words&) { return spin(); };
  deeds["spin_at_once"] = [](const Words& words) { return at_once(static_cast<int>(number(words)), spin); };
  deeds["compute_on_one_cpu"] = compute_on_one_cpu;
  deeds["allocate"] = [](const Words& words) {
    allocate(number(words));
    return 0;
  };
  deeds["allocate_shared"] = [](const Words& words) {
    allocate_shared(number(words));
    return 0;
  };
  deeds["allocate_at_once"] = [](const Words& words) {
    return at_once(10, [&] {
      allocate(number(words));
      pause();
    });
  };
  deeds["flood"] = flood;
  deeds["fork_bomb"] = fork_bomb;
  deeds["start_threads"] = [](const Words& words) { return start_threads(number(words), words.size() > 1); };
}
