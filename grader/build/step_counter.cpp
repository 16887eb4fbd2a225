#include "build/step_counter.h"

#include <algorithm>

#include "os/file.h"

namespace lockstep::build {
namespace {

int lines_of(const std::filesystem::path& file) {
  const auto text = os::read_file(file);
  return text ? static_cast<int>(std::count(text->begin(), text->end(), '\n')) : 0;
}

}  // namespace

void StepCounter::begin(const std::filesystem::path& build_dir, int to_do) {
  const std::scoped_lock lock(mutex_);
  log_ = build_dir / ".ninja_log";
  logged_before_ = std::max(lines_of(log_), 1);  // a new log begins with a line that is no step
  to_do_ = to_do;
}

void StepCounter::end() {
  const std::scoped_lock lock(mutex_);
  over_ = {.done = over_.done + to_do_, .total = over_.total + to_do_};
  log_.clear();
  to_do_ = 0;
}

Steps StepCounter::now() const {
  const std::scoped_lock lock(mutex_);
  return {.done = over_.done + done_under_way(), .total = over_.total + to_do_};
}

int StepCounter::done_under_way() const {
  if (log_.empty()) return 0;
  // A step with two outputs is logged twice, and Ninja shortens a log that has grown long.
  return std::clamp(lines_of(log_) - logged_before_, 0, to_do_);
}

int steps_in_dry_run(std::string_view text) {
  int steps = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.empty() && !line.starts_with("ninja: ")) ++steps;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return steps;
}

}  // namespace lockstep::build
