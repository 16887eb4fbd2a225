#include "checks/sanitizer/sanitizer_finding.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/source_place.h"

namespace lockstep::checks {
namespace {

/// The rule that a finding breaks, in a sentence.
std::string_view rule(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDataRace:
      return "Two threads use the same memory, at least one of them writes, and nothing orders the two: no lock that "
             "both hold, no join, no atomic that one releases after its access and the other acquires before its own.";
    case FindingKind::kUseAfterFree:
      return "Memory is used after its end: it was freed, or the function that it belonged to has returned.";
    case FindingKind::kThreadLeak:
      return "A thread was neither joined nor detached when the program ended.";
    case FindingKind::kLockMisuse:
      return "A mutex is unlocked by the thread that locked it, once, and is not destroyed while it is held.";
    case FindingKind::kLockOrder:
      return "Two threads that lock the same mutexes in different orders can wait for each other for ever.";
    case FindingKind::kMemory:
      return "Memory must be used within its bounds, and freed once.";
    case FindingKind::kUndefined:
      return "The language gives this operation no meaning, so anything may happen.";
    default:
      return "";
  }
}

/// Whose lines a finding names.
enum class Whose { kLearners, kTests };

/// The innermost frame in a file of theirs.
const Frame* frame_of(const Stack& stack, Whose whose, const Manifest& manifest) {
  const auto found = std::find_if(stack.begin(), stack.end(), [&](const Frame& frame) {
    const auto file = lab_file(frame.file, manifest);
    return file && is_submitted(*file, manifest) == (whose == Whose::kLearners);
  });
  return found == stack.end() ? nullptr : &*found;
}

/// The learner's lines, unless there are none.
Whose whose_lines(const SanitizerReport& report, const Manifest& manifest) {
  const bool learners = std::any_of(report.sections.begin(), report.sections.end(), [&](const ReportSection& section) {
    return frame_of(section.stack, Whose::kLearners, manifest) != nullptr;
  });
  return learners ? Whose::kLearners : Whose::kTests;
}

/// \pre the frame is in a file of the lab
std::string lab_line(const Frame& frame, const Manifest& manifest) {
  return fmt::format("{}:{}", *lab_file(frame.file, manifest), frame.line);
}

/// Without what tells functions of one name apart: namespaces without a name, parameters, tags of the ABI.
std::string short_name(std::string_view function) {
  constexpr std::string_view kUnnamed = "(anonymous namespace)::";
  if (function.starts_with(kUnnamed)) function.remove_prefix(kUnnamed.size());
  const std::size_t end = function.starts_with("operator()") ? function.size() : function.find_first_of("([");
  return std::string(function.substr(0, end));
}

std::string section_text(const ReportSection& section, const Frame& frame, const Manifest& manifest) {
  std::string text = section.headline.empty() ? "here" : section.headline;
  text += fmt::format("\n    {}", lab_line(frame, manifest));
  if (frame.function != "?") text += fmt::format("  in {}", short_name(frame.function));
  return text;
}

/// The lines of the two accesses, which are the report's first sections.
std::vector<std::string> racing_lines(const SanitizerReport& report, Whose whose, const Manifest& manifest) {
  std::vector<std::string> lines;
  if (report.kind != FindingKind::kDataRace) return lines;
  for (std::size_t i = 0; i < report.sections.size() && i < 2; ++i) {
    if (const Frame* frame = frame_of(report.sections[i].stack, whose, manifest)) {
      lines.push_back(lab_line(*frame, manifest));
    }
  }
  return lines;
}

}  // namespace

Finding distil(const SanitizerReport& report, const std::string& case_name, const Manifest& manifest, std::string raw) {
  constexpr std::size_t kMostSections = 4;
  Finding finding;
  finding.kind = report.kind;
  finding.raw = std::move(raw);
  finding.message = fmt::format("{}, in {}.", report.what, case_name);
  if (const auto sentence = rule(report.kind); !sentence.empty()) finding.message += fmt::format("\n{}", sentence);

  const Whose whose = whose_lines(report, manifest);
  std::vector<std::string> sections;
  for (const ReportSection& section : report.sections) {
    const Frame* const frame = frame_of(section.stack, whose, manifest);
    if (frame == nullptr) continue;
    if (finding.file.empty()) {
      finding.file = *lab_file(frame->file, manifest);
      finding.line = frame->line;
    }
    if (sections.size() < kMostSections) sections.push_back("  " + section_text(section, *frame, manifest));
  }
  finding.racing = racing_lines(report, whose, manifest);
  if (!sections.empty()) finding.message += fmt::format("\n{}", fmt::join(sections, "\n"));
  if (!sections.empty() && whose == Whose::kTests) {
    finding.message += "\nThese lines are the test's. It is right where your code keeps what its headers promise.";
  }
  return finding;
}

}  // namespace lockstep::checks
