#include "cli/lab_programs.h"

#include <utility>

#include "checks/speedup/calibrator.h"
#include "checks/speedup/speedup.h"

namespace lockstep::cli {

namespace speedup = checks::speedup;

namespace {

speedup::Trouble kit_trouble(std::string what) {
  return {.kind = FindingKind::kEarlyExit, .what = std::move(what), .whose = speedup::Whose::kKit, .function = {}};
}

}  // namespace

LabPrograms::LabPrograms(process::Session baseline, process::Session learner,
                         std::unique_ptr<speedup::Deadline> deadline, std::function<void(std::string_view)> progress)
    : deadline_(std::move(deadline)),
      baseline_session_(std::move(baseline)),
      learner_session_(std::move(learner)),
      baseline_(speedup::peer_of(baseline_session_, *deadline_, speedup::Whose::kKit)),
      learner_(speedup::peer_of(learner_session_, *deadline_, speedup::Whose::kLearner)),
      bench_{.baseline = baseline_,
             .submission = learner_,
             .predictor = &learner_,
             .sequential = {},
             .calibrator = speedup::calibrate,
             .next_seed = [this] { return (static_cast<std::uint64_t>(random_()) << 32) | random_(); },
             .progress = std::move(progress)} {}

speedup::Answer<std::unique_ptr<LabPrograms>> LabPrograms::start(const checks::Context& context,
                                                                 const std::string& program,
                                                                 std::function<void(std::string_view)> progress) {
  const auto& built = std::get<build::Programs>(context.built.at(build::Flavour::kRelease));
  const auto& settings = std::get<SpeedupCheck>(context.check.settings);
  auto deadline = std::make_unique<speedup::Deadline>(context.check.limits.wall, context.stop);
  auto baseline = speedup::start_program(context, built, checks::baseline_of(settings), deadline->token());
  if (!baseline) return tl::unexpected(kit_trouble(baseline.error().message));
  auto learner = speedup::start_program(context, built, program, deadline->token());
  if (!learner) return tl::unexpected(kit_trouble(learner.error().message));

  std::unique_ptr<LabPrograms> programs(
      new LabPrograms(std::move(*baseline), std::move(*learner), std::move(deadline), std::move(progress)));
  const auto sequential = programs->baseline_.functions();
  if (!sequential) return tl::unexpected(sequential.error());
  if (sequential->size() != 1) return tl::unexpected(kit_trouble("does not name one sequential function"));
  programs->bench_.sequential = sequential->front();
  return programs;
}

}  // namespace lockstep::cli
