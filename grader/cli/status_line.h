#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace lockstep::cli {

/// One line on standard error that tells what is under way; shown only on a terminal, and gone when it ends.
/// Thread-safe.
class StatusLine {
 public:
  StatusLine();
  ~StatusLine();
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;

  void show(std::string_view text);
  void clear();

 private:
  void erase();  // requires mutex_

  std::mutex mutex_;
  const bool terminal_;
  bool shown_ = false;  // guarded by mutex_
};

}  // namespace lockstep::cli
