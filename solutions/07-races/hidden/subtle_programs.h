#pragma once

// Programs that break a promise of their header, and most of them without a data race.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "my_tests.h"

namespace subtle {

class TwoStepTickets final : public Tickets {
 public:
  int next() override {
    const int number = next_;
    next_ = number + 1;
    return number;
  }

 private:
  std::atomic<int> next_ = 0;
};

/// One call books the seat, and the guest of another one gets it.
class OverwrittenSeats final : public Seats {
 public:
  bool book(int seat, int guest) override {
    const std::scoped_lock lock(mutex_);
    const bool is_free = !guests_.contains(seat);
    guests_[seat] = guest;
    return is_free;
  }

  [[nodiscard]] std::optional<int> guest_of(int seat) const override {
    const std::scoped_lock lock(mutex_);
    const auto found = guests_.find(seat);
    return found == guests_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, int> guests_;
};

/// All get the same object, but several may read the configuration.
class TwiceReadConfig final : public LazyConfig {
 public:
  explicit TwiceReadConfig(std::function<Config()> read) : read_(std::move(read)) {}

  const Config& get() override {
    {
      const std::scoped_lock lock(mutex_);
      if (config_) return *config_;
    }
    const Config config = read_();
    const std::scoped_lock lock(mutex_);
    if (!config_) config_ = config;
    return *config_;
  }

 private:
  std::function<Config()> read_;
  std::mutex mutex_;
  std::optional<Config> config_;
};

/// The flag is atomic, and puts nothing in order.
class RelaxedConfig final : public LazyConfig {
 public:
  explicit RelaxedConfig(std::function<Config()> read) : read_(std::move(read)) {}

  const Config& get() override {
    if (is_read_.load(std::memory_order_relaxed)) return config_;
    const std::scoped_lock lock(mutex_);
    if (!is_read_.load(std::memory_order_relaxed)) config_ = read_();
    is_read_.store(true, std::memory_order_relaxed);
    return config_;
  }

 private:
  std::function<Config()> read_;
  std::mutex mutex_;
  Config config_;
  std::atomic<bool> is_read_ = false;
};

class HalfBoard final : public Board {
 public:
  void publish(Message message) override {
    sender_ = message.sender;
    is_published_ = true;
    text_ = message.text;
  }

  [[nodiscard]] std::optional<Message> read() const override {
    if (!is_published_) return std::nullopt;
    return Message{.sender = sender_, .text = text_};
  }

 private:
  std::atomic<int> sender_ = 0;
  std::atomic<int> text_ = 0;
  std::atomic<bool> is_published_ = false;
};

/// Two steps, each under the lock: one of two prices that are added at once may be lost.
class TwoStepBill final : public Bill {
 public:
  void add(int price) override { set(total() + price); }

  [[nodiscard]] int total() const override {
    const std::scoped_lock lock(mutex_);
    return sum_;
  }

 private:
  void set(int sum) {
    const std::scoped_lock lock(mutex_);
    sum_ = sum;
  }

  mutable std::mutex mutex_;
  int sum_ = 0;
};

class ChangingTicker final : public Ticker {
 public:
  void update(Quote quote) override {
    const std::scoped_lock lock(mutex_);
    if (latest_ == nullptr) {
      latest_ = std::make_shared<Quote>(quote);
    } else {
      *latest_ = quote;
    }
  }

  [[nodiscard]] std::shared_ptr<const Quote> latest() const override {
    const std::scoped_lock lock(mutex_);
    return latest_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<Quote> latest_;
};

class LateAnswer final : public Answer {
 public:
  void give(int answer) override {
    is_given_ = true;
    is_given_.notify_all();
    answer_ = answer;
  }

  int wait() override {
    is_given_.wait(false);
    return answer_;
  }

 private:
  std::atomic<int> answer_ = 0;
  std::atomic<bool> is_given_ = false;
};

class OneWokenAnswer final : public Answer {
 public:
  void give(int answer) override {
    const std::scoped_lock lock(mutex_);
    answer_ = answer;
    is_given_.notify_one();
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

/// One call saves a file; its text may be that of another call, which has written the draft meanwhile.
inline bool save_by_rename(Folder& folder, const std::string& name, const std::string& text) {
  const std::string draft = name + ".new";
  folder.write(draft, text);
  return !folder.has(name) && folder.rename(draft, name);
}

}  // namespace subtle
