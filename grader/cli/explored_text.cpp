#include "cli/explored_text.h"

#include <fmt/core.h>

#include "lockstep/finding_kind.h"
#include "report/what_to_read.h"
#include "text/console_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

std::string outputs_text(const ExploredReport& report, const ExploreOptions& options) {
  if (report.outputs.empty()) {
    return "\nNo schedule ended without a finding, so none is known to print anything.\n";
  }
  const char* const those = report.finding                ? "Schedules that ended before it was found print"
                            : report.more_outputs         ? "Some of what it can print"
                            : report.ended == "exhausted" ? "What it can print"
                                                          : "What it printed; there may be more";
  std::string text = fmt::format("\n{} ({}):\n", those, report.outputs.size());
  for (const PossibleOutput& output : report.outputs) {
    const std::string printed = output.text.empty() ? "(nothing)\n" : console_text(output.text);
    text += fmt::format("\n{}{}  see how: {}\n", printed, printed.ends_with('\n') ? "" : "\n",
                        replay_command(options, output.replay));
  }
  return text;
}

/// \param output  what the program printed in the schedule shown; may be empty
std::string finding_text(const std::string& output, const ExploredFinding& found, const ExploreOptions& options) {
  std::string text = fmt::format("{} in {}\n\n{}\n\n", found.kind, schedule_text(found.schedule, found.reduction),
                                 console_text(found.message));
  if (!found.trace.empty()) text += console_text(found.trace) + "\n\n";
  if (!output.empty()) text += fmt::format("It printed:\n{}\n\n", console_text(output));
  if (const auto kind = finding_kind(found.kind)) {
    if (const auto pages = report::pages_about(*kind, found.steps); !pages.empty())
      text += fmt::format("Read: {}\n", pages);
  }
  return text + fmt::format("See every step: {}\n", replay_command(options, found.replay, found.past_races));
}

/// All that were found: what the program printed is kept of the last schedule only.
std::string findings_text(const ExploredReport& report, const ExploreOptions& options) {
  std::string text = finding_text(report.more_findings.empty() ? report.output : "", *report.finding, options);
  for (const ExploredFinding& found : report.more_findings) text += "\n" + finding_text("", found, options);
  if (options.keep_going) {
    const std::size_t findings = report.more_findings.size() + 1;
    text += fmt::format("\n{} finding{} in {} ({:.2f} s).\n", findings, findings == 1 ? "" : "s", report.guarantee,
                        report.seconds);
  } else if (report.suppressed > 0) {
    text += fmt::format("Suppressed before it: {}.\n", report.suppressed);
  }
  return text;
}

std::string counted(std::uint64_t number, std::string_view one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

/// "5 new interleavings and no new pair"
std::string news(std::uint64_t interleavings, std::uint64_t pairs) {
  return (interleavings == 0 ? "no new interleaving" : counted(interleavings, "new interleaving")) + " and " +
         (pairs == 0 ? "no new pair" : counted(pairs, "new pair"));
}

std::string what_remains(const SearchStatistics& seen, bool all) {
  if (all) return "What remains: nothing, within what the verdict says.\n";
  if (const auto unseen = at_least_unseen(seen)) {
    return fmt::format(
        "What remains: at least about {} inequivalent interleavings, by Chao's estimate from those seen "
        "once ({}) and twice ({}).\n",
        *unseen, seen.once, seen.twice);
  }
  if (seen.independent) return "What remains: nothing that this strategy comes to as often as to what it has shown.\n";
  return "What remains: not known, for the schedules of this strategy depend on each other. --strategy random gives an "
         "estimate.\n";
}

std::string statistics_text(const SearchStatistics& seen, bool all) {
  return fmt::format("\nSeen in {}: {}{}, {} of a read and the write that it saw.\n",
                     counted(seen.schedules, "schedule"), seen.capped ? "at least " : "",
                     counted(seen.interleavings, "inequivalent interleaving"), counted(seen.reads_from, "pair")) +
         fmt::format(
             "The last new interleaving came in schedule {}, the last new pair in schedule {}; the last {} showed "
             "{}.\n",
             seen.last_new_interleaving, seen.last_new_reads_from, counted(seen.lately, "schedule"),
             news(seen.new_interleavings_lately, seen.new_reads_from_lately)) +
         what_remains(seen, all);
}

}  // namespace

std::string replay_command(const ExploreOptions& options, const std::string& schedule, std::uint64_t past_races) {
  std::string command = "./lab replay";
  for (const auto& file : options.files) command += " " + shell_word(file.string());
  command += replay_words(program_of(options)) + " " + shell_word(schedule);
  if (options.bypass) command += fmt::format(" --bypass {}", *options.bypass);
  if (options.max_steps) command += fmt::format(" --max-steps {}", *options.max_steps);
  if (options.atomics_only) {
    command += " --atomics-only";
  } else if (past_races > 0) {
    command += fmt::format(" --past-races {}", past_races);
  }
  if (!options.arguments.empty()) command += " --";
  for (const std::string& argument : options.arguments) command += " " + shell_word(argument);
  return command;
}

std::string explored_text(const ExploredReport& report, const ExploreOptions& options) {
  std::string text;
  if (report.finding) {
    text = findings_text(report, options);
  } else {
    text = fmt::format("Nothing was found in {} ({:.2f} s).\n", report.guarantee, report.seconds);
    for (const std::string& note : report.notes) text += fmt::format("Note: {}\n", console_text(note));
  }
  if (report.statistics) text += statistics_text(*report.statistics, report.ended == "exhausted");
  if (options.outputs) text += outputs_text(report, options);
  return text;
}

}  // namespace lockstep::cli
