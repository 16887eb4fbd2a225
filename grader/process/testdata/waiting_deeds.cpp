#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <semaphore>
#include <thread>

#include "guest.h"

namespace {

// Long enough for two looks of the grader at least.
constexpr std::chrono::milliseconds kWhile{700};

sem_t by_signal;  // of the process, for a handler of a signal can be given nothing

[[noreturn]] void wait_for_ever() {
  std::mutex mutex;
  mutex.lock();
  std::thread([&mutex] { mutex.lock(); }).join();
  _exit(1);
}

int in_two_processes() {
  const bool child = fork() == 0;
  static_cast<void>(child);
  wait_for_ever();
}

int by_a_sleeper() {
  std::binary_semaphore woken(0);
  std::jthread sleeper([&woken] {
    std::this_thread::sleep_for(kWhile);
    woken.release();
  });
  woken.acquire();
  return 0;
}

int by_a_timeout() {
  std::binary_semaphore woken(0);
  std::jthread waits([&woken] {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, kWhile, [] { return false; });
    woken.release();
  });
  woken.acquire();
  return 0;
}

/// The pipe is written to by a process that is not a thread of this one's.
int by_a_reader() {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  if (fork() == 0) {
    std::this_thread::sleep_for(kWhile);
    _exit(write(ends[1], "x", 1) == 1 ? 0 : 1);
  }
  std::binary_semaphore woken(0);
  std::jthread reader([&] {
    char byte = 0;
    if (read(ends[0], &byte, 1) == 1) woken.release();
  });
  woken.acquire();
  return 0;
}

int by_an_alarm() {
  sem_init(&by_signal, 0, 0);
  std::signal(SIGALRM, [](int) { sem_post(&by_signal); });
  alarm(1);
  while (sem_wait(&by_signal) != 0) {
  }
  return 0;
}

int by_a_child() {
  void* shared = mmap(nullptr, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* woken = static_cast<sem_t*>(shared);
  sem_init(woken, 1, 0);
  if (fork() == 0) {
    std::this_thread::sleep_for(kWhile);
    _exit(sem_post(woken));
  }
  while (sem_wait(woken) != 0) {
  }
  return 0;
}

int in_turn() {
  std::binary_semaphore ping(1);
  std::binary_semaphore pong(0);
  constexpr int kRounds = 20'000;
  std::jthread other([&] {
    for (int i = 0; i < kRounds; ++i) {
      pong.acquire();
      ping.release();
    }
  });
  for (int i = 0; i < kRounds; ++i) {
    ping.acquire();
    pong.release();
  }
  return 0;
}

}  // namespace

void add_waiting_deeds(Deeds& deeds) {
  deeds["wait_for_ever"] = [](const Words&) -> int { wait_for_ever(); };
  deeds["wait_for_ever_twice"] = [](const Words&) { return in_two_processes(); };
  deeds["woken_by"] = [](const Words& words) {
    const std::map<std::string, int (*)()> ways{{"sleeper", by_a_sleeper}, {"timeout", by_a_timeout},
                                                {"reader", by_a_reader},   {"alarm", by_an_alarm},
                                                {"child", by_a_child},     {"turns", in_turn}};
    return ways.at(words.at(0))();
  };
}
