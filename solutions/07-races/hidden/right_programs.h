#pragma once

// Programs that keep all promises, and are built in other ways than the ones that are handed out.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include "my_tests.h"

namespace right {

class AtomicTickets final : public Tickets {
 public:
  int next() override { return next_++; }

 private:
  std::atomic<int> next_ = 0;
};

class SharedMutexSeats final : public Seats {
 public:
  bool book(int seat, int guest) override {
    const std::unique_lock change(mutex_);
    return guests_.emplace(seat, guest).second;
  }

  [[nodiscard]] std::optional<int> guest_of(int seat) const override {
    const std::shared_lock look(mutex_);
    const auto found = guests_.find(seat);
    return found == guests_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  mutable std::shared_mutex mutex_;
  std::map<int, int> guests_;
};

class OnceConfig final : public LazyConfig {
 public:
  explicit OnceConfig(std::function<Config()> read) : read_(std::move(read)) {}

  const Config& get() override {
    std::call_once(once_, [this] { config_ = read_(); });
    return config_;
  }

 private:
  std::function<Config()> read_;
  std::once_flag once_;
  Config config_;
};

class LockedBoard final : public Board {
 public:
  void publish(Message message) override {
    const std::scoped_lock lock(mutex_);
    if (message_) throw std::logic_error("publish is called once, as publication.h says");
    message_ = message;
  }

  [[nodiscard]] std::optional<Message> read() const override {
    const std::scoped_lock lock(mutex_);
    return message_;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<Message> message_;
};

class SummedBill final : public Bill {
 public:
  void add(int price) override { sum_ += price; }
  [[nodiscard]] int total() const override { return sum_; }

 private:
  std::atomic<int> sum_ = 0;
};

/// Each call gives a quote of its own.
class CopyingTicker final : public Ticker {
 public:
  void update(Quote quote) override {
    const std::scoped_lock lock(mutex_);
    latest_ = quote;
  }

  [[nodiscard]] std::shared_ptr<const Quote> latest() const override {
    const std::scoped_lock lock(mutex_);
    return latest_ ? std::make_shared<const Quote>(*latest_) : nullptr;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<Quote> latest_;
};

class LockedAnswer final : public Answer {
 public:
  void give(int answer) override {
    {
      const std::scoped_lock lock(mutex_);
      if (answer_) throw std::logic_error("give is called once, as yielding.h says");
      answer_ = answer;
    }
    is_given_.notify_all();
  }

  int wait() override {
    std::unique_lock lock(mutex_);
    is_given_.wait(lock, [&] { return answer_.has_value(); });
    return *answer_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable is_given_;
  std::optional<int> answer_;
};

inline bool save_after_a_look(Folder& folder, const std::string& name, const std::string& text) {
  return !folder.has(name) && folder.create(name, text);
}

}  // namespace right
