#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace lockstep::cli {

/// One line on standard error that tells what is under way; shown on a terminal, and gone when it ends. Elsewhere, in
/// the log of a continuous integration, work that takes long says now and then how far it is.
/// Thread-safe.
class StatusLine {
 public:
  StatusLine();
  ~StatusLine();
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  void show(std::string_view text);
  /// Likewise; where there is no terminal, as a line of its own, once in ten seconds.
  void show_long(std::string_view text);
  void clear();

 private:
  void erase();  // requires mutex_

  std::mutex mutex_;
  const bool terminal_;
  bool shown_ = false;                            // guarded by mutex_
  std::chrono::steady_clock::time_point told_{};  // likewise; the time of the last line where there is no terminal
};

}  // namespace lockstep::cli
