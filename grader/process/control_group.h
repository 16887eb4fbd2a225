#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "os/fd.h"
#include "process/group_folder.h"

namespace lockstep::process {

/// The control groups of one run, below the grader's own, with the run's limits; removed when this ends. Each of its
/// parts may be missing: the kernel lacks it, or this user may not make one. Then the usage must be measured another
/// way.
class ControlGroup {
 public:
  struct Limits {
    std::uint64_t memory_bytes = 0;
    int processes = 0;
  };

  /// Makes what can be made. Also removes groups that graders left which did not live to do it.
  [[nodiscard]] static ControlGroup make(const Limits& limits);

  ControlGroup(ControlGroup&&) noexcept = default;
  ControlGroup& operator=(ControlGroup&&) = delete;
  ~ControlGroup();

  /// Files that put the process which writes "0" to them into the groups.
  [[nodiscard]] const std::vector<os::Fd>& procs_fds() const { return procs_fds_; }

  [[nodiscard]] bool limits_memory() const { return memory_.has_value(); }
  [[nodiscard]] bool limits_processes() const { return limits_processes_; }

  /// CPU time of all processes that were ever in it; nothing when it does not count.
  [[nodiscard]] std::optional<std::chrono::microseconds> cpu() const;
  /// Whether its processes hold more memory than they may, or the kernel killed one of them for it.
  [[nodiscard]] bool ran_out_of_memory() const;
  /// The most memory that it held at once; nothing when that is not known.
  [[nodiscard]] std::optional<std::uint64_t> peak_memory_bytes() const;

  /// Kills all processes in it, from outside, whatever they are and do.
  void kill_all() const;

 private:
  struct Group {
    GroupFolder folder;
    bool version2 = false;
  };
  ControlGroup() = default;
  void add_version2(const Limits& limits);
  void add_version1(const Limits& limits);
  /// \return the new group's folder; nothing when it cannot be made or entered
  std::optional<std::filesystem::path> add(const std::filesystem::path& parent, bool version2);

  std::vector<Group> groups_;
  std::vector<os::Fd> procs_fds_;
  /// Files that say what memory is used, and their words for it, which differ between the versions.
  struct Memory {
    os::Fd used, statistics, events, peak;
    std::string_view anonymous_key, shared_key;
    std::uint64_t limit_bytes = 0;
  };
  std::optional<Memory> memory_;
  os::Fd cpu_file_;
  bool cpu_version2_ = false;
  bool limits_processes_ = false;
};

/// The folder of the control group that this process is in.
/// \param controller  of version 1, like "memory"; empty: of version 2
/// \param proc_self   the process's folder in /proc
[[nodiscard]] std::optional<std::filesystem::path> own_group(std::string_view controller,
                                                             const std::filesystem::path& proc_self = "/proc/self");

}  // namespace lockstep::process
