#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "check_then_act.h"
#include "double_checked.h"
#include "file_race.h"
#include "iteration.h"
#include "lockstep/linearize.h"
#include "lost_update.h"
#include "publication.h"
#include "shared_pointer.h"
#include "yielding.h"

/// What the headers promise, for one thread; and what the generated clients call, where that is not the class itself.
namespace reference {

struct Tickets {
  int next() { return given++; }
  bool operator==(const Tickets&) const = default;

  int given = 0;
};

struct Seats {
  bool book(int seat, int guest) { return guests.emplace(seat, guest).second; }
  [[nodiscard]] std::optional<int> guest_of(int seat) const {
    const auto found = guests.find(seat);
    return found == guests.end() ? std::nullopt : std::optional(found->second);
  }
  bool operator==(const Seats&) const = default;

  std::map<int, int> guests;
};

struct Bill {
  void add(int price) { sum += price; }
  [[nodiscard]] int total() const { return sum; }
  bool operator==(const Bill&) const = default;

  int sum = 0;
};

/// Text of a quote: both numbers, so that a mixture of two quotes is seen.
inline std::string text_of(int bid, int ask) { return std::to_string(bid) + "/" + std::to_string(ask); }

struct Ticker {
  void update(int bid) { last = text_of(bid, bid + 10); }
  [[nodiscard]] std::string latest() const { return last; }
  bool operator==(const Ticker&) const = default;

  std::string last = "null";
};

/// With what `latest` gave, as long as the ticker lives.
class TickerClient {
 public:
  void update(int bid) { ticker_->update({.bid = bid, .ask = bid + 10}); }
  [[nodiscard]] std::string latest() const {
    const auto quote = ticker_->latest();
    return quote == nullptr ? "null" : text_of(quote->bid, quote->ask);
  }

 private:
  std::unique_ptr<::Ticker> ticker_ = make_ticker();
};

/// A configuration that is read once.
struct Config {
  [[nodiscard]] std::string get() const { return text_of(7, 17); }
  [[nodiscard]] int reads() const { return 1; }
  bool operator==(const Config&) const = default;
};

class ConfigClient {
 public:
  std::string get() {
    const auto& config = config_->get();
    return text_of(config.width, config.height);
  }
  int reads() {
    get();
    return reads_;
  }

 private:
  std::atomic<int> reads_ = 0;
  std::unique_ptr<LazyConfig> config_ =
      make_lazy_config([this] { return ::Config{.width = 7, .height = 16 + ++reads_}; });
};

/// What is given once: the call of `begin_to_give` that comes first gives it in its call of `give`; others give
/// nothing.
struct Once {
  void begin_to_give(int /*value*/) {
    if (!giver) giver = lockstep::this_operation();
  }
  void give(int value) {
    if (!giver || giver == lockstep::this_operation()) given = value;
  }
  bool operator==(const Once&) const = default;

  std::optional<std::size_t> giver;
  std::optional<int> given;
};

struct Board : Once {
  void publish(int sender) { give(sender); }
  [[nodiscard]] std::string read() const { return given ? text_of(*given, *given + 10) : "nothing"; }
  bool operator==(const Board&) const = default;
};

class BoardClient {
 public:
  void publish(int sender) {
    if (!is_called_.exchange(true)) board_->publish({.sender = sender, .text = sender + 10});
  }
  [[nodiscard]] std::string read() const {
    const auto message = board_->read();
    return message ? text_of(message->sender, message->text) : "nothing";
  }

 private:
  std::atomic<bool> is_called_ = false;
  std::unique_ptr<::Board> board_ = make_board();
};

struct Answer : Once {
  [[nodiscard]] int wait() const {
    if (!given) lockstep::must_wait();
    return *given;
  }
  bool operator==(const Answer&) const = default;
};

class AnswerClient {
 public:
  void give(int answer) {
    if (!is_called_.exchange(true)) answer_->give(answer);
  }
  int wait() { return answer_->wait(); }

 private:
  std::atomic<bool> is_called_ = false;
  std::unique_ptr<::Answer> answer_ = make_answer();
};

/// A folder, as it is seen by this program and by another one.
struct Files {
  bool save_new(const std::string& text) { return create(text); }
  bool create(const std::string& text) {
    if (file) return false;
    file = text;
    return true;
  }
  [[nodiscard]] std::optional<std::string> read() const { return file; }
  bool operator==(const Files&) const = default;

  std::optional<std::string> file;
};

class FilesClient {
 public:
  bool save_new(const std::string& text) { return ::save_new(folder_, "results", text); }
  bool create(const std::string& text) { return folder_.create("results", text); }
  [[nodiscard]] std::optional<std::string> read() const { return folder_.read("results"); }

 private:
  MemoryFolder folder_;
};

}  // namespace reference
