#pragma once

#include <termios.h>

#include <mutex>
#include <optional>

namespace lockstep::os {

/// Reads keys from a terminal as they are pressed, without Enter and without their echo, and puts the terminal back as
/// it was. Ctrl-C still interrupts; Ctrl-Z is read as a key, kCtrlZ, for the terminal must be put back before.
/// Where there is no terminal there are no keys; nor while another program has the terminal.
/// For one thread, but for `put_back`.
class KeyReader {
 public:
  static constexpr char kCtrlZ = '\x1a';

  /// \param fd  stays open as long as this lives
  explicit KeyReader(int fd);
  ~KeyReader() { put_back(); }
  KeyReader(const KeyReader&) = delete;
  KeyReader& operator=(const KeyReader&) = delete;

  /// To wait for with `poll`: when it is readable, ask `next`. -1, which `poll` passes over, while there are no keys.
  [[nodiscard]] int fd() const;

  /// A key that was pressed; nothing when none was, or one that sends more than a character, such as an arrow.
  [[nodiscard]] std::optional<char> next();

  /// Takes the keys again, if another program has changed the terminal, or had it. To be called now and then: nothing
  /// tells of it.
  void take_again();

  /// Does what Ctrl-Z does elsewhere: puts the terminal back and stops the process group. When the shell lets it go on,
  /// takes the keys again and returns.
  void suspend();

  /// Puts the terminal back for good. Any thread may call it, at any time.
  void put_back();

 private:
  void take();     // requires mutex_
  void restore();  // requires mutex_

  const int fd_;
  bool is_terminal_;  // false, too, once it has hung up
  std::mutex mutex_;
  termios before_{};         // guarded by mutex_
  bool has_before_ = false;  // likewise
  bool given_up_ = false;    // likewise
};

}  // namespace lockstep::os
