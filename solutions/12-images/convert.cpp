#include "convert.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

#include "netpbm.h"

// Part 6: many files. Read README.md first.

namespace {

/// Makes a file whole or not at all.
void publish(Store& store, const std::string& to, const std::string& bytes) {
  const std::string part = part_name(to);
  try {
    store.write(part, bytes);
    store.rename(part, to);
  } catch (...) {
    try {
      store.remove(part);
    } catch (...) {  // What is reported is why there is no file.
    }
    throw;
  }
}

/// What the threads share. Each of them carries one job at a time from its beginning to its end, so there are never
/// more pictures in memory than threads.
class Jobs {
 public:
  Jobs(std::span<const FileJob> jobs, Store& store, const Convert& convert) : store_(store), convert_(convert) {
    reports_.reserve(jobs.size());
    for (const FileJob& job : jobs) reports_.push_back({.job = job, .error = nullptr});
  }

  /// Carries job after job.
  void carry() {
    while (carry_one()) {
    }
  }

  /// Call it when all threads have ended.
  [[nodiscard]] std::vector<FileReport> take_reports() { return std::move(reports_); }

 private:
  /// \return whether there was a job
  bool carry_one() {
    std::unique_lock reading(reading_);  // also for the number: so files are read in the order of the jobs
    if (next_ == reports_.size()) return false;
    FileReport& report = reports_[next_++];
    try {
      const std::string read = store_.read(report.job.from);
      reading.unlock();
      const std::string made = to_netpbm(convert_(parse_netpbm(read)));
      const std::scoped_lock writing(writing_);
      publish(store_, report.job.to, made);
    } catch (...) {  // No other thread uses this report.
      report.error = std::current_exception();
    }
    return true;
  }

  Store& store_;
  const Convert& convert_;
  std::vector<FileReport> reports_;
  std::mutex reading_;
  std::size_t next_ = 0;  // guarded by reading_
  std::mutex writing_;    // guards no data: one file is written at a time
};

bool have_two_the_same_name(std::span<const FileJob> jobs) {
  std::vector<std::string> names;
  names.reserve(jobs.size());
  for (const FileJob& job : jobs) names.push_back(job.to);
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) != names.end();
}

}  // namespace

std::vector<FileReport> convert_files(std::span<const FileJob> jobs, Store& store, const Convert& convert,
                                      std::size_t pictures) {
  if (pictures == 0) throw std::invalid_argument("there must be room for 1 picture at least");
  if (have_two_the_same_name(jobs)) throw std::invalid_argument("two jobs make the same file");
  Jobs shared(jobs, store, convert);
  {
    std::vector<std::jthread> threads;
    const std::size_t count = std::min(pictures, jobs.size());
    threads.reserve(count);
    for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&shared] { shared.carry(); });
  }  // A jthread joins as it goes.
  return shared.take_reports();
}
