#pragma once

#include <compare>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "checks/verdict.h"
#include "cli/subjects.h"
#include "manifest/manifest.h"

namespace lockstep::cli {

/// A case of a check that has cases of its own.
struct CheckedCase {
  std::string check;  ///< its id
  std::string name;   ///< as GoogleTest prints it

  auto operator<=>(const CheckedCase&) const = default;
};

/// The cases in which one mutant fails.
struct MatrixRow {
  std::string mutant;
  std::vector<CheckedCase> failed;
};

/// Which cases of a lab fail which of its mutants.
struct KillMatrix {
  std::string lab;
  std::vector<CheckedCase> graded;   ///< those that give points, in the manifest's order
  std::vector<std::string> unnamed;  ///< checks without cases that give points, and that no mutant names
  std::vector<MatrixRow> rows;       ///< one for each mutant
};

/// The checks of a lab that have cases of their own.
[[nodiscard]] std::vector<Check> checks_with_cases(const Manifest& manifest);

/// A matrix without rows.
[[nodiscard]] KillMatrix empty_matrix(const Manifest& manifest, std::span<const Subject> subjects);

/// The row of a mutant.
/// \param verdicts  of `checks`, in that order
[[nodiscard]] MatrixRow row_of(const Subject& mutant, std::span<const Check> checks, std::span<const Verdict> verdicts);

/// The graded cases that no mutant fails.
[[nodiscard]] std::vector<CheckedCase> uncovered(const KillMatrix& matrix);

/// Each graded case with the mutants that fail it; then the cases and checks that show nothing.
[[nodiscard]] std::string text_of(const KillMatrix& matrix);

/// The row less the cases of these checks that the mutant did not fail another time.
/// \param again  its row of that time
[[nodiscard]] MatrixRow failed_again(const MatrixRow& row, std::span<const Check> checks, const MatrixRow& again);

/// Of a matrix in which each mutant was judged by the check that it names: whether each graded case fails a mutant, and
/// else which do not. Lines.
[[nodiscard]] std::string coverage_of(const KillMatrix& matrix);

[[nodiscard]] nlohmann::json to_json(const MatrixRow& row);
[[nodiscard]] MatrixRow row_from(const nlohmann::json& json);

}  // namespace lockstep::cli
