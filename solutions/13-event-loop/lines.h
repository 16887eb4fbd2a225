#pragma once

#include <cstddef>
#include <string>

#include "loop.h"
#include "task.h"

// Part 4: lines over a connection. Read README.md first.

/// What `read_line` gives.
struct Line {
  enum class Kind {
    kLine,
    kTooLong,    ///< more bytes than allowed came without an end of line
    kEnd,        ///< the client sends no more; what came behind the last end of line is no line
    kGone,       ///< the client has vanished
    kTimedOut,   ///< the deadline came before the end of the line
    kCancelled,  ///< the wait for the connection was cancelled
  };
  Kind kind = Kind::kLine;
  std::string text = {};  ///< of kLine: without its '\n'
};

/// What `write_all` gives.
enum class Written { kAll, kGone, kTimedOut, kCancelled };

/// A connection as lines. Owns the connection. One coroutine at a time reads, and one writes.
class Stream {
 public:
  /// A read asks for at most so many bytes at a time.
  static constexpr std::size_t kReadSize = 4096;

  /// \param loop        outlives the stream
  /// \param connection  of the loop's network; closed when the stream is destroyed
  Stream(Loop& loop, int connection) : loop_(loop), connection_(connection) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream();

  /// The next line, however many reads it takes. What was read behind it, or of it when the call ends with
  /// kTimedOut or kCancelled, is kept for the next call. Reads nothing when a whole line has been read before, and no
  /// more once it is known that a line is too long. Lines that were read whole are given even when the client has
  /// vanished since.
  ///
  /// \param most      so many bytes a line may have, without its end
  /// \param deadline  when it has passed, what has arrived is read, and not waited for
  Task<Line> read_line(std::size_t most, TimePoint deadline = TimePoint::max());

  /// `read_line` would not read: a whole line has been read before.
  [[nodiscard]] bool has_line() const;

  /// Writes all the bytes, in their order, however many writes it takes; waits while there is no room.
  /// \param deadline  when it has passed, what there is room for is written, and not waited for
  Task<Written> write_all(std::string bytes, TimePoint deadline = TimePoint::max());

 private:
  Loop& loop_;
  const int connection_;
  std::string unread_;  ///< what was read and belongs to no line that was given
};

/// Gives each line back as it came, with its end, until there are no more, or none can be written.
/// \param most  as in `read_line`
Task<> echo(Stream& stream, std::size_t most);
