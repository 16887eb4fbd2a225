#pragma once

#include <condition_variable>
#include <cstddef>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "network.h"

// Given: a network without sockets. Its clients follow a script, the same each time.

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// What a client does at a time, counted from the network's beginning.
struct Act {
  enum class Kind { kSend, kTake, kEnd, kVanish };
  Duration at{};
  Kind kind = Kind::kSend;
  std::string bytes = {};  ///< of kSend
  std::size_t count = 0;   ///< of kTake: as many bytes of answers more than before
};

inline Act sends(Duration at, std::string bytes) { return {at, Act::Kind::kSend, std::move(bytes), 0}; }
inline Act takes(Duration at, std::size_t count) { return {at, Act::Kind::kTake, {}, count}; }
/// It sends no more, and still takes answers.
inline Act ends(Duration at) { return {at, Act::Kind::kEnd, {}, 0}; }
/// The connection is reset, in both directions.
inline Act vanishes(Duration at) { return {at, Act::Kind::kVanish, {}, 0}; }

struct ScriptedClient {
  Duration arrives{};
  std::vector<Act> acts = {};          ///< in the order of their times; none before it arrives
  std::size_t read_piece = kNoLimit;   ///< one read gets at most so many of its bytes
  std::size_t write_piece = kNoLimit;  ///< one write gives it at most so many bytes
  std::size_t window = kNoLimit;       ///< it takes so many bytes of answers, and then no more before it `takes`
};

/// What became of a client. Times are counted from the network's beginning.
struct Seen {
  std::string received = {};            ///< the answers that it took
  std::vector<Duration> lines_at = {};  ///< when the end of each line of them came
  std::size_t read = 0;                 ///< so many of its bytes were read
  bool accepted = false;
  bool closed = false;  ///< by the server
  Duration closed_at{};
};

/// Where time comes from.
enum class Time {
  kVirtual,  ///< passes only in `wait` and `pass`, for programs of one thread: a wait takes no time, and is exact
  kSteady,   ///< that of std::chrono::steady_clock, which is virtual in the explorer
};

class ScriptedNetwork final : public Network {
 public:
  explicit ScriptedNetwork(std::vector<ScriptedClient> clients, Time time = Time::kVirtual);

  [[nodiscard]] TimePoint now() const override;
  /// \throw std::logic_error from this and the functions below when the connection is not open
  std::optional<int> accept() override;
  void stop_listening() override;
  Transfer read(int connection, std::span<char> into) override;
  Transfer write(int connection, std::string_view bytes) override;
  void close(int connection) override;
  void watch(int connection, Direction direction) override;
  /// \throw std::logic_error in virtual time, when it would wait for ever
  std::vector<Ready> wait(TimePoint deadline) override;
  void wake() override;

  /// Lets virtual time pass, as a call does that keeps the loop's thread busy, or blocks it.
  void pass(Duration duration);
  [[nodiscard]] Duration elapsed() const { return now() - begin_; }

  [[nodiscard]] const Seen& seen(std::size_t client) const { return clients_.at(client).seen; }
  /// Which client took each line of answers, in the order in which they were written.
  [[nodiscard]] const std::vector<std::size_t>& lines() const { return lines_; }
  /// Connections that are open, and so many there were at the same time at most.
  [[nodiscard]] std::size_t open() const { return open_.size(); }
  [[nodiscard]] std::size_t most_open() const { return most_open_; }
  /// So often a wait has begun, or only looked.
  [[nodiscard]] std::size_t waits() const { return waits_; }

 private:
  struct Client {
    ScriptedClient script;
    Seen seen = {};
    std::size_t next = 0;   ///< of its acts
    std::string sent = {};  ///< and not read yet
    bool refused = false;
    bool ended = false;
    bool vanished = false;
  };

  Client& client_of(int connection);
  void catch_up();
  static void act(Client& client, const Act& act);
  [[nodiscard]] bool waits_at_the_door(const Client& client) const;
  [[nodiscard]] bool is_ready(const Ready& watched);
  [[nodiscard]] std::vector<Ready> take_ready();
  [[nodiscard]] TimePoint next_event() const;

  const Time time_;
  const TimePoint begin_;
  TimePoint virtual_now_{};
  std::vector<Client> clients_;
  std::map<int, std::size_t> open_;  ///< connection -> client
  std::vector<Ready> watched_;
  std::vector<std::size_t> lines_;
  std::size_t most_open_ = 0;
  std::size_t waits_ = 0;
  bool listens_ = true;
  std::mutex mutex_;
  std::condition_variable woken_changed_;
  bool woken_ = false;  // guarded by mutex_
};
