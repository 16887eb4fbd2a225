#include "cli/kill_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

namespace lockstep::cli {
namespace {

/// The mutants that fail a case.
std::vector<std::string> killed_by(const KillMatrix& matrix, const CheckedCase& graded) {
  std::vector<std::string> mutants;
  for (const MatrixRow& row : matrix.rows) {
    if (std::find(row.failed.begin(), row.failed.end(), graded) != row.failed.end()) mutants.push_back(row.mutant);
  }
  return mutants;
}

/// The cases and checks that show nothing, a line each.
std::string bare_lines(const KillMatrix& matrix) {
  std::string text;
  for (const CheckedCase& graded : uncovered(matrix)) text += fmt::format("  ✗ {:<16} {}\n", graded.check, graded.name);
  for (const std::string& check : matrix.unnamed) text += fmt::format("  ✗ {:<16} no mutant names this check\n", check);
  return text;
}

}  // namespace

std::vector<Check> checks_with_cases(const Manifest& manifest) {
  std::vector<Check> checks;
  std::copy_if(manifest.checks.begin(), manifest.checks.end(), std::back_inserter(checks),
               [](const Check& check) { return !own_cases(check).empty(); });
  return checks;
}

KillMatrix empty_matrix(const Manifest& manifest, std::span<const Subject> subjects) {
  KillMatrix matrix{.lab = manifest.name, .graded = {}, .unnamed = {}, .rows = {}};
  for (const Check& check : manifest.checks) {
    for (const TestCase& test : own_cases(check)) {
      if (test.points > 0) matrix.graded.push_back({check.id, test.name});
    }
    const bool named = std::any_of(subjects.begin(), subjects.end(), [&](const Subject& subject) {
      return subject.mutant && subject.mutant->check == check.id;
    });
    if (own_cases(check).empty() && check.points > 0 && !named) matrix.unnamed.push_back(check.id);
  }
  return matrix;
}

MatrixRow row_of(const Subject& mutant, std::span<const Check> checks, std::span<const Verdict> verdicts) {
  MatrixRow row{.mutant = mutant.name, .failed = {}};
  for (std::size_t i = 0; i < checks.size(); ++i) {
    for (const CaseVerdict& test : verdicts[i].cases) {
      if (test.verdict == Outcome::kFail) row.failed.push_back({checks[i].id, test.name});
    }
  }
  return row;
}

std::vector<CheckedCase> uncovered(const KillMatrix& matrix) {
  std::vector<CheckedCase> cases;
  std::copy_if(matrix.graded.begin(), matrix.graded.end(), std::back_inserter(cases),
               [&](const CheckedCase& graded) { return killed_by(matrix, graded).empty(); });
  return cases;
}

std::string text_of(const KillMatrix& matrix) {
  std::string text = fmt::format("{}: which cases fail which mutants\n", matrix.lab);
  for (const CheckedCase& graded : matrix.graded) {
    const auto mutants = killed_by(matrix, graded);
    if (mutants.empty()) continue;
    text += fmt::format("  {:<18} {}\n{:21}{}\n", graded.check, graded.name, "", fmt::join(mutants, ", "));
  }
  text += fmt::format("{} of {} graded cases fail no mutant\n", uncovered(matrix).size(), matrix.graded.size());
  return text + bare_lines(matrix);
}

MatrixRow failed_again(const MatrixRow& row, std::span<const Check> checks, const MatrixRow& again) {
  MatrixRow left = row;
  for (const Check& check : checks) {
    for (const TestCase& test : own_cases(check)) {
      const CheckedCase judged{check.id, test.name};
      if (std::find(again.failed.begin(), again.failed.end(), judged) == again.failed.end()) {
        std::erase(left.failed, judged);
      }
    }
  }
  return left;
}

std::string coverage_of(const KillMatrix& matrix) {
  const std::size_t bare = uncovered(matrix).size();
  if (bare == 0 && matrix.unnamed.empty()) {
    return fmt::format("{}: each of the {} graded cases fails a mutant that names its check.\n", matrix.lab,
                       matrix.graded.size());
  }
  return fmt::format("{}: {} of {} graded cases fail a mutant that names their check; not these:\n", matrix.lab,
                     matrix.graded.size() - bare, matrix.graded.size()) +
         bare_lines(matrix) + "With --matrix each mutant is judged by all checks that have cases.\n";
}

nlohmann::json to_json(const MatrixRow& row) {
  nlohmann::json failed = nlohmann::json::array();
  for (const CheckedCase& each : row.failed) failed.push_back({{"check", each.check}, {"case", each.name}});
  return {{"mutant", row.mutant}, {"failed", std::move(failed)}};
}

MatrixRow row_from(const nlohmann::json& json) {
  MatrixRow row{.mutant = json.at("mutant").get<std::string>(), .failed = {}};
  for (const auto& each : json.at("failed")) {
    row.failed.push_back({each.at("check").get<std::string>(), each.at("case").get<std::string>()});
  }
  return row;
}

}  // namespace lockstep::cli
