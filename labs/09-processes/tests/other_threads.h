#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

// What the other threads of this process do, as the system shows it.

/// \param task  a thread's folder in /proc/self/task
/// \return whether the thread waits for something, or has ended
inline bool is_waiting(const std::filesystem::path& task) {
  std::ifstream file(task / "stat");
  std::string stat;
  if (!std::getline(file, stat)) return true;  // it has ended
  // The state follows the thread's name, which has parentheses around it and may have some inside.
  return stat.substr(stat.rfind(')') + 1).starts_with(" S");
}

/// Returns once each other thread of this process waits for something, or has ended. Gives up after many looks, for a
/// thread may compute for ever. So no test may ask for what was seen: a correct program passes in any case.
inline void wait_until_others_wait() {
  constexpr int kLooks = 5000;
  const std::string mine = std::to_string(gettid());
  for (int look = 0, in_a_row = 0; look < kLooks && in_a_row < 2; ++look) {
    bool all_wait = true;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
      all_wait = all_wait && (task.path().filename() == mine || is_waiting(task.path()));
    }
    in_a_row = all_wait ? in_a_row + 1 : 0;
    std::this_thread::yield();
  }
}
