#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "os/run_limits.h"
#include "result/result.h"

namespace lockstep {

/// One GoogleTest case and what it is worth.
struct TestCase {
  std::string name;  ///< as GoogleTest prints it: "Suite.Case"
  int points = 0;
};

/// Runs `cases` of `program`, each in a process of its own.
struct TestsCheck {
  std::string program;          ///< a CMake target of the lab
  std::vector<TestCase> cases;  ///< exactly those that the program has; their points add up to the check's
};

enum class Sanitizer { kThread, kAddress };

/// Runs the cases of other checks of kind `tests` again, under a sanitizer. All clean, or no points.
struct SanitizerCheck {
  Sanitizer sanitizer{};
  std::vector<std::string> of;  ///< ids of checks of kind `tests`; default: all
};

/// What the prediction for a number of cores must come to.
struct Predicted {
  std::string program;  ///< a CMake target of the lab that ends in the kit's `predict_main`
  unsigned cores = 2;   ///< 2 to 48: the submission is run with so many workers
  double speedup = 1;   ///< over the sequential code, in (1, cores]: from there on, all points
};

/// Compares the submission with the lab's own sequential code.
struct SpeedupCheck {
  std::string program;        ///< a CMake target of the lab that ends in the kit's `measure_main`
  double no_points_at = 0;    ///< speedup ÷ cores used, in (0, 1): at or below it, no points
  double full_points_at = 0;  ///< likewise, > no_points_at: at or above it, all points; linear between
  double meet_share = 0;      ///< share of tasks, in (0, 1], that must meet another one in the rendezvous
  /// Work ÷ span on two workers, in (1, 2], that must be reached: the parallelism of R. D. Blumofe and C. E. Leiserson,
  /// "Scheduling multithreaded computations by work stealing", J. ACM 46 (1999).
  double parallelism = 0;
  std::optional<Predicted> predicted = std::nullopt;
};

/// Explores the cases of a program schedule by schedule.
struct ExplorerCheck {
  std::string program;
  std::vector<TestCase> cases;
  std::uint64_t schedules = 10'000;       ///< budget of each case
  std::chrono::milliseconds time{2'000};  ///< budget of each case
};

/// Functions or types of which the submission must, or must not, use any.
struct MeansRule {
  std::vector<std::string> means;  ///< qualified, without template arguments: "std::this_thread::sleep_for"
  std::string use;                 ///< what to use instead, or why it is wanted: shown when the rule is broken
  std::vector<std::string> in;     ///< files of the submission; default: all
};

/// Looks at what the submission's compiled code uses. All rules kept, or no points.
struct MeansCheck {
  std::vector<MeansRule> required;  ///< one at least: an untouched skeleton keeps every other rule
  std::vector<MeansRule> forbidden;
};

struct Check {
  std::string id;  ///< unique in the lab
  std::string title;
  int points = 0;
  RunLimits limits;  ///< of each run of a program
  std::variant<TestsCheck, SanitizerCheck, SpeedupCheck, ExplorerCheck, MeansCheck> settings;
  std::string read;     ///< page or section to read when it fails; may be empty
  bool hidden = false;  ///< one of the instructor's own: its program is built from the hidden tests
};

/// The contents of a `lab.toml`, checked.
struct Manifest {
  std::filesystem::path dir;  ///< the lab's folder
  std::string id;             ///< two digits: "01"
  std::string name;           ///< folder name: "01-primes"
  std::string title;
  std::vector<std::string> concepts;
  std::string chapter;              ///< of the course text that the lab follows
  int minutes = 0;                  ///< of work for a learner
  int points = 0;                   ///< sum of the checks' points
  std::vector<std::string> submit;  ///< the files, relative to `dir`, that are taken from a submission
  std::vector<Check> checks;        ///< in the order of the file; hidden ones behind
  std::filesystem::path hidden;     ///< the folder of the hidden tests; empty without hidden checks
};

/// The kind of a check as manifest and reports spell it: "tests", "tsan", "asan", "speedup", "explorer",
/// "means".
[[nodiscard]] std::string_view kind(const Check& check);

/// The cases that a check has of its own, of kind tests or explorer; none for the other kinds.
[[nodiscard]] std::span<const TestCase> own_cases(const Check& check);

/// The program that has them; empty for the other kinds.
[[nodiscard]] std::string_view program_of_cases(const Check& check);

/// Reads and checks `lab_dir/lab.toml`.
/// \return the manifest; or an input error that lists *every* mistake of the file as
///         `path:line: what was found; what is accepted`, a line each.
[[nodiscard]] Result<Manifest> read_manifest(const std::filesystem::path& lab_dir);

}  // namespace lockstep
