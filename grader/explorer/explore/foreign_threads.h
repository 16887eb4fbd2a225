#pragma once

#include <optional>

#include "explorer/finding/finding.h"

namespace lockstep::explorer {

/// Notices threads of this process that the explorer does not carry: what they do is in no schedule.
class ForeignThreads {
 public:
  /// \param expected  how many threads the process has without them; nothing: as many as now
  explicit ForeignThreads(std::optional<long> expected);
  ~ForeignThreads();
  ForeignThreads(const ForeignThreads&) = delete;
  ForeignThreads& operator=(const ForeignThreads&) = delete;

  /// Takes less than a microsecond. \return what is wrong at the end of a schedule, or nothing
  [[nodiscard]] std::optional<RawFinding> found() const;

 private:
  [[nodiscard]] long count() const;

  int tasks_;
  long expected_;
};

}  // namespace lockstep::explorer
