#include "measure/lab_programs.h"

#include <chrono>
#include <utility>

#include "measure/calibrator.h"
#include "os/nonce.h"
#include "process/run.h"

namespace lockstep::measure {
namespace {

constexpr std::chrono::milliseconds kWholeSession{60'000};  // takes 4 s; on a slow and busy machine 15

Result<process::Session> start_program(const std::string& name, const Conditions& conditions) {
  RunLimits limits = conditions.limits;
  limits.wall = kWholeSession;
  limits.cpu = 2 * kWholeSession;
  const std::filesystem::path& dir = conditions.programs.dir;
  return process::start({.argv = {(dir / name).string(), "--serve"},
                         .environment = {{"LOCKSTEP_GRADES", "1"}},
                         .working_dir = {},
                         .input = {},
                         .channels = 1},
                        limits, {.backend = conditions.backend, .readable = {dir}, .hidden = {}, .writable = {}},
                        conditions.stop);
}

ProgramFailure failure_of(std::string what, Owner owner) {
  return {.kind = FindingKind::kEarlyExit, .what = std::move(what), .owner = owner, .function = {}};
}

}  // namespace

/// A program that runs, and the conversation with it.
class LabPrograms::Running {
 public:
  static Answer<std::unique_ptr<Running>> start(const std::string& name, Owner owner, const Conditions& conditions) {
    auto session = start_program(name, conditions);
    if (!session) return tl::unexpected(failure_of(session.error().message, Owner::kMachine));
    auto nonce = os::make_nonce();
    if (!nonce) return tl::unexpected(failure_of(nonce.error().message, Owner::kMachine));
    return std::make_unique<Running>(std::move(*session), std::move(*nonce), owner, conditions.limits.wall);
  }

  Running(process::Session session, std::string nonce, Owner owner, std::chrono::milliseconds limit)
      : session_(std::move(session)),
        client_(owner,
                SealedQuestions(std::move(nonce),
                                [this, limit](std::string_view line) { return session_.ask(line, limit); }),
                [this] { return session_.cpu(); }) {}
  Running(const Running&) = delete;  // the client knows where the session is
  Running& operator=(const Running&) = delete;
  ~Running() = default;

  ProgramClient& client() { return client_; }

 private:
  process::Session session_;
  ProgramClient client_;
};

struct LabPrograms::Started {
  std::unique_ptr<Running> baseline;
  std::unique_ptr<Running> submission;
  std::unique_ptr<Running> predictor;
  ProgramClient* predicts = nullptr;
};

LabPrograms::LabPrograms(Started started, std::function<void(std::string_view)> progress)
    : baseline_(std::move(started.baseline)),
      submission_(std::move(started.submission)),
      predictor_(std::move(started.predictor)),
      bench_{.baseline = baseline_->client(),
             .submission = submission_->client(),
             .predictor = started.predicts,
             .sequential = {},
             .calibrator = calibrate,
             .next_seed = [this] { return (static_cast<std::uint64_t>(random_()) << 32) | random_(); },
             .progress = std::move(progress)} {}

LabPrograms::~LabPrograms() = default;

Answer<std::unique_ptr<LabPrograms>> LabPrograms::start(const SpeedupCheck& settings, const LearnersPrograms& names,
                                                        const Conditions& conditions) {
  Started started;
  auto baseline = Running::start(baseline_of(settings), Owner::kKit, conditions);
  if (!baseline) return tl::unexpected(baseline.error());
  started.baseline = std::move(*baseline);
  auto submission = Running::start(names.submission, Owner::kLearner, conditions);
  if (!submission) return tl::unexpected(submission.error());
  started.submission = std::move(*submission);
  if (names.predictor == names.submission) {
    started.predicts = &started.submission->client();
  } else if (!names.predictor.empty()) {
    auto predictor = Running::start(names.predictor, Owner::kLearner, conditions);
    if (!predictor) return tl::unexpected(predictor.error());
    started.predictor = std::move(*predictor);
    started.predicts = &started.predictor->client();
  }

  std::unique_ptr<LabPrograms> programs(new LabPrograms(std::move(started), conditions.progress));
  const auto sequential = programs->bench_.baseline.functions();
  if (!sequential) return tl::unexpected(sequential.error());
  if (sequential->size() != 1) {
    return tl::unexpected(failure_of("does not name one sequential function", Owner::kKit));
  }
  programs->bench_.sequential = sequential->front();
  return programs;
}

std::string baseline_of(const SpeedupCheck& settings) { return settings.program + "_baseline"; }

}  // namespace lockstep::measure
