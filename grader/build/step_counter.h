#pragma once

#include <filesystem>
#include <mutex>
#include <string_view>

namespace lockstep::build {

/// How far the building of one flavour is, in steps of Ninja: files compiled, programs linked.
struct Steps {
  int done = 0;
  int total = 0;  ///< of what has begun so far: the kit's first, then the lab's
};

/// Counts the steps of one call of Ninja after another, each in a build folder of its own. Thread-safe.
class StepCounter {
 public:
  /// A call of Ninja begins.
  /// \param to_do  its steps
  void begin(const std::filesystem::path& build_dir, int to_do);
  /// It is over, however it ended.
  void end();

  /// Looks into the log that Ninja writes as it goes.
  [[nodiscard]] Steps now() const;

 private:
  [[nodiscard]] int done_under_way() const;  // requires mutex_

  mutable std::mutex mutex_;
  std::filesystem::path log_;  // guarded by mutex_, as are the following; empty when no call is under way
  int logged_before_ = 0;
  int to_do_ = 0;
  Steps over_;  // calls that ended
};

/// The steps in what `ninja -n` prints with an empty NINJA_STATUS: a line each, besides Ninja's own words.
[[nodiscard]] int steps_in_dry_run(std::string_view text);

}  // namespace lockstep::build
