#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include "bytes.h"
#include "plumbing.h"

// Works that fail in each way in which a process can, when the input says so.

/// What a descriptor is, wherever it was copied to.
using File = std::pair<dev_t, ino_t>;

/// The files that this process has open.
inline std::set<File> open_files() {
  std::set<File> files;
  for (const int number : open_descriptors()) {
    struct stat status {};
    if (fstat(number, &status) == 0) files.emplace(status.st_dev, status.st_ino);
  }
  return files;
}

/// Writes a few bytes into each pipe that this process may write to and that is none of `known`, and ends. In a worker
/// it is the beginning of an answer.
[[noreturn]] inline void write_half_a_message(const std::set<File>& known) {
  for (const int number : open_descriptors()) {
    struct stat status {};
    const bool is_pipe = fstat(number, &status) == 0 && S_ISFIFO(status.st_mode);
    const bool writes = (fcntl(number, F_GETFL) & O_ACCMODE) == O_WRONLY;
    if (!is_pipe || !writes || known.contains({status.st_dev, status.st_ino})) continue;
    [[maybe_unused]] const auto written = ::write(number, "\1\0\0", 3);
  }
  _exit(0);
}

/// Gives the input back, unless it is one of these words.
struct Fragile {
  std::set<File> known = open_files();

  Bytes operator()(const Bytes& input) const {
    if (input == "throw") throw std::domain_error("it cannot do this");
    if (input == "throw a number") throw 5;
    if (input == "exit") _exit(3);
    if (input == "signal") end_by_sigpipe();
    if (input == "half") write_half_a_message(known);
    return input;
  }
};

/// Gives the id of the process that does the work.
inline Bytes tell_process(const Bytes& /*input*/) { return std::to_string(getpid()); }
