#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "image.h"
#include "store.h"

// Part 6: many files. You write the function in convert.cpp. Read README.md first.

/// A picture to be made of another one, both by the names of their files.
struct FileJob {
  std::string from;
  std::string to;
};

/// How a job has ended.
struct FileReport {
  FileJob job;
  std::exception_ptr error;  ///< why the file was not made; null when it was
};

/// Makes one picture of another one. Several threads call it at the same time.
using Convert = std::function<Image(const Image& picture)>;

/// The name under which a file is written before it gets its own.
[[nodiscard]] inline std::string part_name(const std::string& to) { return to + ".part"; }

/// For each job: reads the file, makes a picture of it (`parse_netpbm`), converts it, and writes the result
/// (`to_netpbm`, binary) under its `part_name`, which then becomes its name. So there is never half a file under the
/// name itself.
///
/// The jobs overlap, with `pictures` of them at most in memory: from the beginning of the read to the end of the job.
/// - Files are read one at a time, in the order of the jobs. The next one is read as soon as there is room in memory.
/// - Each picture is converted as soon as it was read: up to `pictures` at the same time.
/// - Files are written one at a time: meanwhile none is written, renamed or removed for another job. Which one comes
///   first is left open, but none waits for a job that is not ready to be written.
///
/// Whatever a read, a conversion or a write throws ends its own job alone. Of what a job has written, nothing is left
/// under its `part_name` when it has ended, unless it cannot be removed.
///
/// It starts at most two threads more than there are jobs; none of them is left when it returns.
///
/// \param jobs  none reads or writes a file, or has a `part_name`, that another one writes or has as its `part_name`
/// \return a report of each job, in the order of the jobs
/// \throw std::invalid_argument when `pictures` is 0, or when two jobs have the same `to`
[[nodiscard]] std::vector<FileReport> convert_files(std::span<const FileJob> jobs, Store& store, const Convert& convert,
                                                    std::size_t pictures);
