// lockstep::explore in a GoogleTest program that is linked with the explorer.

#include "lockstep/explore.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "explorer/explore/env_options.h"
#include "explorer/explore/exploration.h"
#include "explorer/explore/explored_lines.h"
#include "lockstep/coverage_fields.h"
#include "lockstep/explore_judged.h"
#include "lockstep/explored_lines_field.h"
#include "lockstep/finding_place_fields.h"
#include "lockstep/reduction_field.h"
#include "lockstep/trace_step_fields.h"

namespace lockstep {
namespace {

/// The body of a test. Expectations that fail in a schedule make that schedule's finding; GoogleTest does not see them.
class ExploredTest {
 public:
  ExploredTest(const std::function<void()>& body, const Judge& judge)
      : reporter_(testing::ScopedFakeTestPartResultReporter::INTERCEPT_ALL_THREADS, &failures_),
        body_(body),
        judge_(judge) {}

  [[nodiscard]] explorer::Program program() {
    return {.body = body_,
            .before = [] {},
            .judge =
                [this] {
                  auto failure = new_failure();
                  return failure ? failure : judged();
                }};
  }

 private:
  std::optional<explorer::RawFinding> judged() {
    if (!judge_) return std::nullopt;
    const auto judgement = judge_();
    if (!judgement) return std::nullopt;
    return explorer::RawFinding{.kind = judgement->kind,
                                .message = judgement->message,
                                .places = {},
                                .address = 0,
                                .source = judgement->source};
  }

  std::optional<explorer::RawFinding> new_failure() {
    const int before = seen_;
    seen_ = failures_.size();
    if (seen_ == before) return std::nullopt;
    const testing::TestPartResult& first = failures_.GetTestPartResult(before);
    const FindingPlace source{.file = first.file_name() == nullptr ? "" : first.file_name(),
                              .line = std::max(0, first.line_number())};
    return explorer::RawFinding{.kind = FindingKind::kAssertion,
                                .message = "An expectation fails, at " +
                                           source.file.substr(source.file.rfind('/') + 1) + ":" +
                                           std::to_string(source.line) + ":\n" + first.message(),
                                .places = {},
                                .address = 0,
                                .source = source};
  }

  testing::TestPartResultArray failures_;
  testing::ScopedFakeTestPartResultReporter reporter_;
  const std::function<void()>& body_;
  const Judge& judge_;
  int seen_ = 0;
};

std::string test_name() {
  const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
  return test == nullptr ? "" : std::string(test->test_suite_name()) + "." + test->name();
}

/// For the grader, through the harness.
void record(const Exploration::Found& found) {
  testing::Test::RecordProperty("lockstep_kind", std::string(name(found.kind)));
  testing::Test::RecordProperty("lockstep_places", places_field(found.places));
  testing::Test::RecordProperty("lockstep_message", found.message);
  testing::Test::RecordProperty("lockstep_schedule", std::to_string(found.schedule));
  if (found.reduction) testing::Test::RecordProperty("lockstep_reduction", reduction_field(*found.reduction));
  testing::Test::RecordProperty("lockstep_interleaving", found.trace);
  testing::Test::RecordProperty("lockstep_steps", trace_steps_field(found.steps));
  testing::Test::RecordProperty("lockstep_replay", found.replay);
}

/// For the grader. A test that explores more than once is as sure as all of its explorations together.
void record(const Coverage& coverage) {
  static const testing::TestInfo* covered_test = nullptr;
  static Coverage covered;
  const testing::TestInfo* const test = testing::UnitTest::GetInstance()->current_test_info();
  covered = test == covered_test ? both(covered, coverage) : coverage;
  covered_test = test;
  for (const auto& [key, value] : coverage_fields(covered)) testing::Test::RecordProperty("lockstep_" + key, value);
}

std::string in_words(const ExpectedFinding& expected) {
  std::string words;
  for (const FindingKind kind : expected.kinds()) {
    if (!words.empty()) words += kind == expected.kinds().back() ? " or " : ", ";
    words += name(kind);
  }
  return words;
}

std::string screen(const Exploration::Found& found) {
  return std::string(name(found.kind)) + " in " + schedule_text(found.schedule, found.reduction) + "\n" +
         found.message + "\n\n" + found.trace + "\nSee it again: LOCKSTEP_EXPLORE_REPLAY=" + found.replay +
         explorer::replay_variables(explorer::env_options(), found.past_races) + " with --gtest_filter=" + test_name() +
         "\n";
}

/// A pair a line, its two sides with a tab between.
void record(const std::vector<std::pair<std::string, std::string>>& ordered) {
  std::string text;
  for (const auto& [earlier, later] : ordered) {
    text += earlier;
    text += '\t';
    text += later;
    text += '\n';
  }
  testing::Test::RecordProperty("lockstep_ordered", text);
}

}  // namespace

Exploration explore_judged(const std::function<void()>& body, const Judge& judge, const ExploreOptions& options) {
  if (const std::string& mistake = explorer::env_options().mistake; !mistake.empty()) {
    Exploration nothing;
    nothing.ended = Exploration::Ended::kError;
    nothing.guarantee = mistake;
    return nothing;
  }
  if (!explorer::env_options().lines.empty()) explorer::note_explored_lines();
  ExploredTest test(body, judge);
  return explorer::explore_program(test.program(), options);
}

bool explores() { return true; }

bool leaves_lines() {
  const auto lines = explorer::explored_lines(explorer::env_options().lines);
  return std::any_of(lines.begin(), lines.end(), [](const ExploredLines& file) { return leaves_lines(file); });
}

ExploreOptions asked_options(ExploreOptions options) { return explorer::with_environment(std::move(options)); }

void report(const Exploration& exploration, const ExploreOptions& options) {
  if (exploration.ended == Exploration::Ended::kError) {
    if (!options.replay.empty()) testing::Test::RecordProperty("lockstep_refused", exploration.guarantee);
    ADD_FAILURE() << exploration.guarantee;
    return;
  }
  if (const auto lines = explorer::explored_lines(explorer::env_options().lines); !lines.empty()) {
    testing::Test::RecordProperty("lockstep_lines", explored_lines_field(lines));
  }
  if (!options.replay.empty()) testing::Test::RecordProperty("lockstep_trace", exploration.trace);
  if (!exploration.steps.empty()) {
    testing::Test::RecordProperty("lockstep_every_step", trace_steps_field(exploration.steps));
  }
  if (exploration.program) testing::Test::RecordProperty("lockstep_program", *exploration.program);
  if (!options.replay.empty() && !exploration.finding) return;
  if (!exploration.finding) {
    record(exploration.coverage);
    // What time has cut short says nothing of what was not found.
    if (!options.expected.any() || exploration.coverage.out_of_time) return;
    ADD_FAILURE() << "Nothing was found in " << exploration.guarantee
                  << ". Something was to be found here: " << in_words(options.expected) << ".";
    return;
  }
  if (options.expected.has(exploration.finding->kind)) {
    testing::Test::RecordProperty("lockstep_expected", std::string(name(exploration.finding->kind)));
    return;
  }
  record(*exploration.finding);
  ADD_FAILURE() << screen(*exploration.finding);
  for (const Exploration::Found& found : exploration.more) ADD_FAILURE() << screen(found);
}

Exploration explore(const std::function<void()>& body, const ExploreOptions& given) {
  const ExploreOptions options = asked_options(given);
  Exploration exploration = explore_judged(body, Judge(), options);
  if (!exploration.ordered.empty()) record(exploration.ordered);
  report(exploration, options);
  return exploration;
}

}  // namespace lockstep
