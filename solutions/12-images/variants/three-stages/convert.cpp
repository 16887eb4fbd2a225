#include "convert.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <semaphore>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "netpbm.h"

namespace {

/// A file on its way: its job's index, and what there is of it.
struct Item {
  std::size_t job = 0;
  std::string bytes;
};

/// Between two stages. It has no bound of its own: the semaphore bounds what is on its way.
class Queue {
 public:
  explicit Queue(std::size_t producers) : producers_(producers) {}

  void push(Item item) {
    {
      const std::scoped_lock lock(mutex_);
      items_.push_back(std::move(item));
    }
    changed_.notify_one();
  }
  /// Called by each producer when it pushes no more.
  void done() {
    {
      const std::scoped_lock lock(mutex_);
      --producers_;
    }
    changed_.notify_all();
  }
  /// \return nothing when no more will come
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !items_.empty() || producers_ == 0; });
    if (items_.empty()) return std::nullopt;
    Item item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Item> items_;  // guarded by mutex_
  std::size_t producers_;   // guarded by mutex_
};

class Pipeline {
 public:
  Pipeline(std::span<const FileJob> jobs, Store& store, const Convert& convert, std::size_t pictures)
      : jobs_(jobs),
        store_(store),
        convert_(convert),
        converters_(std::min(pictures, jobs.size())),
        room_(static_cast<std::ptrdiff_t>(converters_)),
        read_(1),
        converted_(converters_),
        errors_(jobs.size()) {}

  std::vector<FileReport> run() {
    {
      std::vector<std::jthread> threads;
      threads.reserve(converters_ + 2);
      threads.emplace_back([this] { read_all(); });
      for (std::size_t i = 0; i < converters_; ++i) threads.emplace_back([this] { convert_all(); });
      threads.emplace_back([this] { write_all(); });
    }
    std::vector<FileReport> reports;
    reports.reserve(jobs_.size());
    for (std::size_t i = 0; i < jobs_.size(); ++i) reports.push_back({.job = jobs_[i], .error = errors_[i]});
    return reports;
  }

 private:
  void read_all() {
    for (std::size_t job = 0; job < jobs_.size(); ++job) {
      room_.acquire();
      try {
        read_.push({.job = job, .bytes = store_.read(jobs_[job].from)});
      } catch (...) {
        fail(job);
      }
    }
    read_.done();
  }

  void convert_all() {
    while (auto item = read_.pop()) {
      try {
        item->bytes = to_netpbm(convert_(parse_netpbm(item->bytes)));
        converted_.push(std::move(*item));
      } catch (...) {
        fail(item->job);
      }
    }
    converted_.done();
  }

  void write_all() {
    while (const auto item = converted_.pop()) {
      const std::string& to = jobs_[item->job].to;
      try {
        store_.write(part_name(to), item->bytes);
        store_.rename(part_name(to), to);
        room_.release();
      } catch (...) {
        remove(part_name(to));
        fail(item->job);
      }
    }
  }

  void remove(const std::string& name) {
    try {
      store_.remove(name);
    } catch (...) {
      return;  // why it had to be removed is reported
    }
  }

  void fail(std::size_t job) {
    errors_[job] = std::current_exception();
    room_.release();
  }

  std::span<const FileJob> jobs_;
  Store& store_;
  const Convert& convert_;
  std::size_t converters_;
  std::counting_semaphore<> room_;
  Queue read_;
  Queue converted_;
  std::vector<std::exception_ptr> errors_;
};

}  // namespace

std::vector<FileReport> convert_files(std::span<const FileJob> jobs, Store& store, const Convert& convert,
                                      std::size_t pictures) {
  if (pictures == 0) throw std::invalid_argument("no room");
  std::set<std::string> names;
  for (const FileJob& job : jobs) {
    if (!names.insert(job.to).second) throw std::invalid_argument("two jobs make " + job.to);
  }
  if (jobs.empty()) return {};
  return Pipeline(jobs, store, convert, pictures).run();
}
