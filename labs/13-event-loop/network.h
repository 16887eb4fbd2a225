#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Given: what the loop knows of the network. No function but `wait` ever waits.

using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

/// In place of a connection's number: the place where new clients arrive. It can be watched for reading.
inline constexpr int kListener = -1;

enum class Direction { kRead, kWrite };

/// What came of a read or a write.
struct Transfer {
  enum class End {
    kBytes,       ///< some bytes went over, perhaps fewer than asked for
    kWouldBlock,  ///< none now: there is nothing to read, or no room to write
    kEnd,         ///< a read alone: the client sends no more, but may still take answers
    kGone,        ///< the client has vanished: nothing goes over any more, in either direction. A read or write
                  ///< after this gives it again, or kEnd
  };
  End end = End::kWouldBlock;
  std::size_t bytes = 0;  ///< with kBytes: how many, > 0

  friend bool operator==(const Transfer&, const Transfer&) = default;
};

struct Ready {
  int connection = 0;  ///< or kListener
  Direction direction = Direction::kRead;

  friend bool operator==(const Ready&, const Ready&) = default;
};

/// Connections by number. `wake` may be called by any thread, all else by the loop's thread alone. A number stands for
/// one connection from `accept` to `close`; then it may be given again.
class Network {
 public:
  Network() = default;
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
  virtual ~Network() = default;

  [[nodiscard]] virtual TimePoint now() const = 0;

  /// The next client that has arrived: its connection; nothing when none has, and after `stop_listening`. What it does
  /// when no descriptors are left is open: no check asks for it. See question 3 of README.md.
  virtual std::optional<int> accept() = 0;

  /// Clients that were not accepted are refused, and those that come later. kListener is never ready again.
  virtual void stop_listening() = 0;

  /// \param into  not empty
  virtual Transfer read(int connection, std::span<char> into) = 0;

  /// \param bytes  not empty
  virtual Transfer write(int connection, std::string_view bytes) = 0;

  /// The client finds the end. What was watched of the connection is forgotten.
  virtual void close(int connection) = 0;

  /// Watches for the moment at which a read (a write) would give something else than kWouldBlock, or `accept` a client.
  /// It may have come already. Watched twice is watched once; the two directions are watched apart from each other.
  virtual void watch(int connection, Direction direction) = 0;

  /// Waits until something that is watched is ready, `wake` is called, or was called since the last wait, or the
  /// deadline has come, and not less.
  /// \param deadline  TimePoint::max(): none. One that has passed: looks, and does not wait
  /// \return what is ready, one or more of it, each once; what was given is watched no more, until `watch` asks again
  virtual std::vector<Ready> wait(TimePoint deadline) = 0;

  /// Ends the wait, or the next one.
  virtual void wake() = 0;
};
