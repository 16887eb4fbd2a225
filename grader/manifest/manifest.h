#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/comparison.h"
#include "manifest/kinds/all.h"
#include "manifest/pictures.h"
#include "os/run_limits.h"
#include "result/result.h"

namespace lockstep {

struct Check {
  std::string id;  ///< unique in the lab
  std::string title;
  int points = 0;
  RunLimits limits;  ///< of each run of a program
  CheckSettings settings;
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
  std::string chapter;  ///< of the course text that the lab follows
  int minutes = 0;      ///< of work for a learner
  int points = 0;       ///< sum of the checks' points
  /// Of its points that a check keeps at most after a severe finding; above 0, up to 1.
  double share_after_severe = 0.5;
  std::vector<std::string> submit;            ///< the files, relative to `dir`, that are taken from a submission
  std::vector<std::string> imports = {};      ///< functions of the C library that no lab needs, but this one does
  std::optional<Comparison> comparison = {};  ///< what `./lab plot` compares
  std::optional<Pictures> pictures = {};      ///< what `./lab plot` shows
  std::vector<Check> checks;                  ///< in the order of the file; hidden ones behind
  std::filesystem::path hidden;               ///< the folder of the hidden tests; empty without hidden checks
};

/// The kind of a check as manifest and reports spell it: "tests", ...
[[nodiscard]] std::string_view kind(const Check& check);

/// The cases that a check has of its own; none for kinds that have no cases.
[[nodiscard]] std::span<const TestCase> own_cases(const Check& check);

/// The program that has them; empty for kinds that have no cases.
[[nodiscard]] std::string_view program_of_cases(const Check& check);

/// The settings of a check of kind tsan or asan; null for the other kinds.
[[nodiscard]] const SanitizerCheck* sanitizer_of(const Check& check);

/// Reads and checks `lab_dir/lab.toml`.
/// \return the manifest; or an input error that lists *every* mistake of the file as
///         `path:line: what was found; what is accepted`, a line each.
[[nodiscard]] Result<Manifest> read_manifest(const std::filesystem::path& lab_dir);

}  // namespace lockstep
