#include "predict_table.h"

#include <array>
#include <iomanip>
#include <string>
#include <variant>
#include <vector>

#include "explorer/predict/bounds.h"
#include "explorer/predict/curve.h"
#include "explorer/predict/schedule.h"
#include "explorer/predict/work_and_span.h"
#include "prediction.h"

namespace lockstep::measure {
namespace {

constexpr std::array<unsigned, 7> kWorkers{1, 2, 4, 8, 16, 32, 48};
constexpr unsigned kMostCores = 64;

std::string_view basis(predict::Point::Basis basis) {
  switch (basis) {
    case predict::Point::Basis::kRecorded:
      return "";
    case predict::Point::Basis::kBetween:
      return "  (between)";
    case predict::Point::Basis::kExtrapolated:
      return "  (extrapolated)";
  }
  return {};
}

void write_curve(const std::vector<predict::Repetition>& repetitions, std::ostream& out) {
  for (const predict::Point& point : predict::curve(repetitions, kMostCores)) {
    if ((point.cores & (point.cores - 1)) != 0) continue;
    out << std::setw(6) << point.cores << " cores" << std::fixed << std::setprecision(2) << std::setw(8)
        << point.speedup << basis(point.basis) << '\n';
  }
}

bool write_prediction(const BaselineProcess& baseline, const Workload& submission, const PredictTableOptions& options,
                      std::ostream& out) {
  out << submission.name << '\n';
  std::vector<predict::Repetition> repetitions;
  std::string explanation;
  for (int i = 0; i < options.repeats; ++i) {
    for (const unsigned workers : kWorkers) {
      const auto result = predicted(baseline, submission, options.seed + static_cast<std::uint64_t>(i), workers);
      if (const auto* failed = std::get_if<Unpredictable>(&result)) {
        out << "  cannot be predicted: " << failed->why << '\n';
        return false;
      }
      const auto& job = std::get<RecordedJob>(result);
      repetitions.push_back(job.repetition);
      if (i == 0) {
        const predict::Recording& recording = job.recording;
        const predict::Bounds bounds = predict::bounds(recording, predict::schedule(recording, workers));
        explanation += "  with " + std::to_string(workers) + ": " + predict::explain(recording, bounds) + '\n';
      }
    }
  }
  write_curve(repetitions, out);
  out << explanation;
  return true;
}

}  // namespace

bool write_predictions(const Workload& baseline, std::span<const Workload> submissions,
                       const PredictTableOptions& options, std::ostream& out) {
  const BaselineProcess process(baseline);
  bool all = true;
  for (const Workload& submission : submissions) all = write_prediction(process, submission, options, out) && all;
  return all;
}

}  // namespace lockstep::measure
