#include "process/process_tree.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include "process/proc_files.h"

namespace lockstep::process {
namespace {

/// \param stat  of a thread; its third word is the state
bool can_go_on(const std::string& stat) {
  const auto state = stat.rfind(") ");  // the second word is a name in brackets, and may hold anything (proc(5))
  if (state == std::string::npos || state + 2 >= stat.size()) return false;
  return stat[state + 2] == 'R' || stat[state + 2] == 'D';
}

/// The words of /proc/PID/stat from the third on.
std::vector<std::string> stat_words(pid_t pid) {
  const std::string text = content(proc(pid) + "/stat");
  std::vector<std::string> words;
  const auto bracket = text.rfind(')');
  if (bracket == std::string::npos) return words;
  for (std::string_view rest = std::string_view(text).substr(bracket + 1); !rest.empty();) {
    const auto begin = rest.find_first_not_of(" \n");
    if (begin == std::string_view::npos) break;
    rest.remove_prefix(begin);
    const auto end = std::min(rest.find_first_of(" \n"), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  return words;
}

void read_children(pid_t pid, std::vector<pid_t>& children) {
  for_each_number_in(proc(pid) + "/task", [&](pid_t task) {
    const std::string text = content(proc(pid) + "/task/" + std::to_string(task) + "/children");
    for (std::string_view rest = text; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (end > 0) children.push_back(static_cast<pid_t>(number(rest.substr(0, end))));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
}

void scan_for_children(pid_t pid, std::vector<pid_t>& children) {
  const std::string parent = std::to_string(pid);
  for_each_number_in("/proc", [&](pid_t other) {
    const auto words = stat_words(other);
    if (words.size() > 1 && words[1] == parent) children.push_back(other);
  });
}

/// The value in kB after "Name:" in /proc/PID/status, in bytes.
std::uint64_t status_bytes(std::string_view status, std::string_view name) {
  const auto at = status.find(name);
  if (at == std::string_view::npos) return 0;
  const auto digits = status.find_first_of("0123456789", at);
  return digits == std::string_view::npos ? 0 : 1024 * number(status.substr(digits));
}

/// The CPU clock of another process, as clock_getcpuclockid(3) makes it: to the nanosecond, its ended threads included.
std::chrono::microseconds cpu_clock(pid_t pid) {
  clockid_t clock = 0;
  timespec time{};
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds(time.tv_nsec));
}

}  // namespace

std::vector<pid_t> descendants(pid_t ancestor) {
  // Not every kernel is built with the list of a thread's children.
  const auto add_children = access("/proc/thread-self/children", F_OK) == 0 ? read_children : scan_for_children;
  std::vector<pid_t> found;
  add_children(ancestor, found);
  for (std::size_t i = 0; i < found.size(); ++i) add_children(found[i], found);
  return found;
}

bool descends_from(pid_t pid, pid_t ancestor) {
  constexpr int kDeepest = 100'000;  // no more than there are processes, should a number be used again meanwhile
  for (int depth = 0; depth < kDeepest && pid > 1; ++depth) {
    const auto words = stat_words(pid);
    if (words.size() < 2) return false;
    pid = static_cast<pid_t>(number(words[1]));
    if (pid == ancestor) return true;
  }
  return false;
}

bool has_environment(pid_t pid, std::string_view text) {
  return content(proc(pid) + "/environ").find(text) != std::string::npos;
}

std::vector<pid_t> with_environment(std::string_view text) {
  std::vector<pid_t> found;
  for_each_number_in("/proc", [&](pid_t pid) {
    if (has_environment(pid, text)) found.push_back(pid);
  });
  return found;
}

std::chrono::microseconds waited_for_cpu(pid_t pid) {
  const auto words = stat_words(pid);
  constexpr std::size_t kChildrenUser = 13;  // "cutime" and "cstime" are the 16th and 17th words
  if (words.size() <= kChildrenUser + 1) return {};
  const auto ticks = number(words[kChildrenUser]) + number(words[kChildrenUser + 1]);
  return std::chrono::microseconds(ticks * 1'000'000 / static_cast<std::uint64_t>(sysconf(_SC_CLK_TCK)));
}

Usage usage(std::span<const pid_t> pids) {
  Usage sum;
  for (const pid_t pid : pids) {
    const std::string status = content(proc(pid) + "/status");
    sum.resident_bytes += status_bytes(status, "RssAnon:") + status_bytes(status, "RssShmem:");
    sum.tasks += static_cast<int>(status_bytes(status, "Threads:") / 1024);
    sum.cpu += cpu_clock(pid) + waited_for_cpu(pid);
  }
  return sum;
}

bool some_thread_can_go_on(std::span<const pid_t> pids) {
  bool found = false;
  for (const pid_t pid : pids) {
    const std::string tasks = proc(pid) + "/task";
    for_each_number_in(tasks, [&](pid_t task) {
      if (!found) found = can_go_on(content(tasks + "/" + std::to_string(task) + "/stat"));
    });
  }
  return found;
}

int tasks_of_user(uid_t user) {
  int tasks = 0;
  for_each_number_in("/proc", [&](pid_t pid) {
    struct stat info {};
    if (stat(proc(pid).c_str(), &info) != 0 || info.st_uid != user) return;
    const auto words = stat_words(pid);
    constexpr std::size_t kThreads = 17;  // "num_threads" is the 20th word
    if (words.size() > kThreads) tasks += static_cast<int>(number(words[kThreads]));
  });
  return tasks;
}

}  // namespace lockstep::process
