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
#include <vector>

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

/// No number is given twice. When two threads take one at once, both take another one: two numbers are left out.
class LeftOutTickets final : public Tickets {
 public:
  int next() override {
    const int number = next_++;
    return next_ == number + 1 ? number : next_++;
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

/// A call that does not get the lock takes the seat for booked: of two calls at once, perhaps neither books it.
class BusySeats final : public Seats {
 public:
  bool book(int seat, int guest) override {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    return lock && guests_.emplace(seat, guest).second;
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

/// The configuration is read once. Threads that come at once get an object each.
class OwnObjectConfig final : public LazyConfig {
 public:
  explicit OwnObjectConfig(std::function<Config()> read) : read_(std::move(read)) {}

  const Config& get() override {
    if (const Config* made = made_.load()) return *made;
    std::call_once(once_, [this] { config_ = read_(); });
    const std::scoped_lock lock(mutex_);
    made_ = copies_.emplace_back(std::make_unique<Config>(config_)).get();
    return *made_;
  }

 private:
  std::function<Config()> read_;
  std::once_flag once_;
  Config config_;
  std::atomic<const Config*> made_ = nullptr;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Config>> copies_;  // guarded by mutex_
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

/// Of two reads at once, one sees an empty board, also when the message is there.
class BusyBoard final : public Board {
 public:
  void publish(Message message) override {
    const std::scoped_lock lock(mutex_);
    message_ = message;
  }

  [[nodiscard]] std::optional<Message> read() const override {
    if (is_busy_.exchange(true)) return std::nullopt;
    const std::scoped_lock lock(mutex_);
    is_busy_ = false;
    return message_;
  }

 private:
  mutable std::atomic<bool> is_busy_ = false;
  mutable std::mutex mutex_;
  std::optional<Message> message_;  // guarded by mutex_
};

/// A price comes in two steps. In between, the total has half of it.
class HalfPriceBill final : public Bill {
 public:
  void add(int price) override {
    sum_ += price / 2;
    sum_ += price - price / 2;
  }

  [[nodiscard]] int total() const override { return sum_; }

 private:
  std::atomic<int> sum_ = 0;
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

/// The threads of this program wait for each other. Other programs do not.
inline bool save_under_a_mutex(Folder& folder, const std::string& name, const std::string& text) {
  static std::mutex mutex;
  const std::scoped_lock lock(mutex);
  if (folder.has(name)) return false;
  folder.write(name, text);
  return true;
}

/// One of all calls saves the file. Its text may be that of another call, which has written the draft meanwhile.
inline bool save_a_draft(Folder& folder, const std::string& name, const std::string& text) {
  const std::string draft = name + ".new";
  folder.write(draft, text);
  return folder.create(name, folder.read(draft).value_or(text));
}

}  // namespace subtle
