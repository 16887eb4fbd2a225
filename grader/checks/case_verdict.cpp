#include "checks/case_verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "checks/source_place.h"
#include "text/shell_word.h"

namespace lockstep::checks {
namespace {

/// Frames of the lab's own code, innermost first; the library's between them say little to a learner.
std::string lab_frames(const Stack& stack, const Manifest& manifest) {
  std::vector<std::string> frames;
  for (const Frame& frame : stack) {
    const auto file = lab_file(frame.file, manifest);
    if (file) frames.push_back(fmt::format("    {} at {}:{}", frame.function, *file, frame.line));
  }
  return fmt::format("{}", fmt::join(frames, "\n"));
}

std::string where_threads_stand(const std::vector<Stack>& stacks, const Manifest& manifest) {
  if (stacks.empty()) return "";
  std::string text = "\nWhere each thread stood, innermost call first:";
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    std::string frames = lab_frames(stacks[i], manifest);
    const std::string outermost = stacks[i].empty() ? "?" : stacks[i].front().function;
    if (frames.empty()) frames = fmt::format("    in {}, called by none of the lab's files", outermost);
    text += fmt::format("\n  thread {}, in {}\n{}", i, outermost, frames);
  }
  return text;
}

/// The innermost frame in a file of the learner's, of any thread.
void set_place(const std::vector<Stack>& stacks, const Manifest& manifest, Finding& finding) {
  for (const Stack& stack : stacks) {
    for (const Frame& frame : stack) {
      const auto file = lab_file(frame.file, manifest);
      if (!file || !is_submitted(*file, manifest)) continue;
      finding.file = *file;
      finding.line = frame.line;
      return;
    }
  }
}

Finding finding(FindingKind kind, std::string message) {
  Finding result;
  result.kind = kind;
  result.message = std::move(message);
  return result;
}

Finding time_out(const std::string& name, const CaseRun& run, const Manifest& manifest) {
  Finding result =
      finding(FindingKind::kTimeOut, fmt::format("{} did not end: it {}.{}", name, process::describe(run.run.exit),
                                                 where_threads_stand(run.stacks, manifest)));
  set_place(run.stacks, manifest, result);
  return result;
}

/// Whether an exception is what std::thread throws when the system starts no more threads.
bool refuses_a_thread(std::string_view exception) {
  return exception.find(std::generic_category().message(EAGAIN)) != std::string_view::npos;
}

Finding uncaught(const std::string& name, const Failure& failure) {
  std::string message = fmt::format("{}:\n{}", name, failure.message);
  if (refuses_a_thread(failure.message)) {
    message +=
        "\nSo says std::thread when no more threads may start: a run may have only some dozens at a time. "
        "How many does your code start?";
  }
  return finding(FindingKind::kException, std::move(message));
}

Finding failed_expectation(const std::string& name, const Failure& failure, const Manifest& manifest) {
  if (failure.line <= 0) return uncaught(name, failure);
  Finding result = finding(FindingKind::kAssertion, fmt::format("{}:\n{}", name, failure.message));
  result.file = lab_file(failure.file, manifest).value_or("");
  result.line = result.file.empty() ? 0 : failure.line;
  return result;
}

/// The places that are in the lab, the learner's first: what is found in a file of the lab was called from there.
std::vector<FindingPlace> lab_places(const std::vector<FindingPlace>& places, const Manifest& manifest) {
  std::vector<FindingPlace> in_lab;
  for (const FindingPlace& place : places) {
    const auto file = lab_file(place.file, manifest);
    if (file) in_lab.push_back({.file = *file, .line = place.line, .function = place.function});
  }
  std::stable_partition(in_lab.begin(), in_lab.end(),
                        [&](const FindingPlace& place) { return is_submitted(place.file, manifest); });
  return in_lab;
}

Finding explored(const std::string& name, const Explored& found, FindingKind kind, const Manifest& manifest) {
  Finding result = finding(kind, fmt::format("{}:\n{}", name, found.message));
  result.places = lab_places(found.places, manifest);
  if (!result.places.empty()) {
    result.file = result.places.front().file;
    result.line = result.places.front().line;
  }
  result.schedule = found.schedule;
  result.reduction = found.reduction;
  result.trace = found.interleaving;
  result.steps = lab_steps(found.steps, manifest);
  result.replay = fmt::format("./lab replay {} {} {}", manifest.id, name, shell_word(found.replay));
  return result;
}

/// The end of what a program wrote to standard error: a failed `assert`, or why the library has ended it.
std::string last_words(std::string_view errors) {
  constexpr std::size_t kMost = 500;
  while (!errors.empty() && errors.back() == '\n') errors.remove_suffix(1);
  if (errors.empty()) return "";
  if (errors.size() > kMost) errors.remove_prefix(errors.size() - kMost);
  constexpr int kLines = 3;
  std::size_t begin = errors.size();
  for (int line = 0; line < kLines && begin != std::string_view::npos && begin > 0; ++line) {
    begin = errors.rfind('\n', begin - 1);
  }
  if (begin != std::string_view::npos) errors.remove_prefix(begin + 1);
  return fmt::format("\nIt wrote last:\n{}", errors);
}

/// Why the C++ library has ended a program, as it says itself on standard error; empty when it has not.
std::string why_terminated(std::string_view errors) {
  if (errors.find("terminate called after throwing") != std::string_view::npos) {
    return "\nAn exception left a thread's function, a destructor or a function that is noexcept, and that ends the "
           "program. Catch it before it gets out.";
  }
  if (errors.find("terminate called without an active exception") != std::string_view::npos) {
    return "\nThat is mostly a std::thread that was destroyed, or assigned to, while it could still be joined. Join it "
           "on "
           "every way out, also when an exception passes.";
  }
  return "";
}

/// \pre the process ended by itself
std::optional<Finding> fault_of_ended(const std::string& name, const CaseRun& run, int code, const Manifest& manifest) {
  const TestReport& report = run.report;
  if (!report.complete) {
    return finding(FindingKind::kEarlyExit,
                   fmt::format("{} ended the program with exit code {} before the test was over. A function of yours "
                               "must return to its caller, or throw.",
                               name, code));
  }
  const auto ended =
      std::find_if(report.ended.begin(), report.ended.end(), [&](const auto& end) { return end.first == name; });
  if (ended == report.ended.end() || report.ended.size() != 1) {
    return finding(FindingKind::kIntegrity, fmt::format("{} did not run.", name));
  }
  if (ended->second == CaseEnd::kSkipped) {
    return finding(FindingKind::kIntegrity,
                   fmt::format("{} was skipped; a test that is skipped proves nothing.", name));
  }
  if (const auto kind = finding_kind(report.explored.kind)) return explored(name, report.explored, *kind, manifest);
  if (!report.failures.empty()) return failed_expectation(name, report.failures.front(), manifest);
  if (ended->second == CaseEnd::kFailed) {
    return finding(FindingKind::kAssertion, fmt::format("{} failed without saying why.", name));
  }
  if (code != 0) {
    return finding(FindingKind::kEarlyExit,
                   fmt::format("{} passed, but the program then ended with exit code {}.", name, code));
  }
  return std::nullopt;
}

/// A test goes on after an expectation that has failed: how it then ends is a consequence.
Finding failed_before(const std::string& name, const CaseRun& run, const Finding& end, const Manifest& manifest) {
  Finding result = failed_expectation(name, run.report.failures.front(), manifest);
  result.message += "\nAfter that, " + end.message;
  return result;
}

}  // namespace

std::optional<Finding> fault_of(const std::string& name, const CaseRun& run, const Manifest& manifest) {
  struct Judge {
    const std::string& name;
    const CaseRun& run;
    const Manifest& manifest;

    [[nodiscard]] std::string ended() const { return fmt::format("{} {}.", name, process::describe(run.run.exit)); }

    std::optional<Finding> operator()(const process::Exited& exited) const {
      return fault_of_ended(name, run, exited.code, manifest);
    }
    std::optional<Finding> operator()(const process::Signaled&) const {
      const std::string why = why_terminated(run.run.errors);
      const std::string where = why.empty() ? " This build does not know where; a sanitizer's does." : why;
      return finding(FindingKind::kCrash, ended() + where + last_words(run.run.errors));
    }
    std::optional<Finding> operator()(const process::TimedOut&) const { return time_out(name, run, manifest); }
    std::optional<Finding> operator()(const process::Deadlocked&) const { return time_out(name, run, manifest); }
    std::optional<Finding> operator()(const process::Starved&) const { return time_out(name, run, manifest); }
    std::optional<Finding> operator()(const process::OutOfMemory&) const {
      return finding(FindingKind::kMemory, ended());
    }
    std::optional<Finding> operator()(const process::OutputLimitExceeded&) const {
      return finding(FindingKind::kCrash, ended() + " It was stopped there.");
    }
    std::optional<Finding> operator()(const process::Stopped&) const { return std::nullopt; }
  };
  auto fault = std::visit(Judge{name, run, manifest}, run.run.exit);
  const bool was_ended = !std::holds_alternative<process::Exited>(run.run.exit);
  if (fault && was_ended && !run.report.failures.empty()) return failed_before(name, run, *fault, manifest);
  return fault;
}

}  // namespace lockstep::checks
