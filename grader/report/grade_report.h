#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "page/drawn.h"
#include "score/score.h"

namespace lockstep::report {

/// What the verdicts were made on.
struct Machine {
  std::string os;        ///< "Debian GNU/Linux 12 (bookworm)"
  std::string kernel;    ///< "6.1.0"
  std::string compiler;  ///< "g++ 12.2.0"
  double cores = 0;      ///< that may be used: affinity and quota counted
  std::string sandbox;   ///< "bubblewrap", "landlock", "none"
};

/// One graded lab: the one value that every report is a pure function of.
struct GradeReport {
  std::string lab;  ///< "01-primes"
  std::string title;
  Score score;
  Machine machine;
  std::string kit;                   ///< version of the kit
  std::vector<Finding> review{};     ///< that cost nothing, and that an instructor should look at
  std::vector<std::string> notes{};  ///< about the run as a whole: what could not be checked or protected
  double seconds = 0;                ///< wall-clock time of the grading
  std::int64_t started_ms = 0;       ///< when it began: milliseconds since 1970-01-01, UTC
  bool ended = true;                 ///< false: as far as it is; what has no verdict yet is kInconclusive
  /// Where the findings' files lie, relative to the repository; empty: in the lab's own folder.
  std::string dir{};
  /// The text of files that findings name, by the name that they use: for reports that show lines.
  std::map<std::string, std::string> sources{};
  /// The speedup and threads over time, drawn of the same files: for pages.
  std::vector<page::Drawn> drawn{};
  std::string draw_with{};  ///< the command that draws them; empty: the lab measures no speedup
};

}  // namespace lockstep::report
