// The `main` of an explored program that is run on its own (docs/explorer-anywhere.md): prints what a person reads.

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "explorer/explore/env_options.h"
#include "explorer/program/explored_main.h"
#include "explorer/report/write_all.h"

namespace lockstep::explorer {
namespace {

constexpr int kNothingFound = 0;
constexpr int kFound = 1;

/// One word of a command that a person can copy to a shell.
std::string shell_word(std::string_view word) {
  const bool plain = !word.empty() && word.find_first_not_of(
                                          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_./,:+@%=~") == std::string_view::npos;
  if (plain) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

/// The command that shows every step of a schedule.
std::string replay_command(std::span<char*> words, const std::string& schedule, std::uint64_t past_races = 0) {
  std::string command = "LOCKSTEP_EXPLORE_REPLAY=" + shell_word(schedule) + replay_variables(env_options(), past_races);
  for (const char* word : words) command += " " + shell_word(word);
  return command;
}

std::string seconds(double number) {
  char text[32] = "";
  std::snprintf(text, sizeof text, "%.2f s", number);
  return text;
}

std::string printed(const std::string& output) {
  return output.empty() ? "" : "It printed:\n" + output + (output.ends_with('\n') ? "" : "\n") + "\n";
}

std::string finding_text(const Exploration::Found& found, const std::string& output, std::span<char*> words) {
  return std::string(name(found.kind)) + " in " + schedule_text(found.schedule, found.reduction) + "\n\n" +
         found.message + "\n\n" + found.trace + "\n\n" + printed(output) +
         "See every step: " + replay_command(words, found.replay, found.past_races) + "\n";
}

/// Of one schedule that was run again: every step.
std::string replayed_text(const ProgramExplored& explored) {
  const auto& finding = explored.exploration.finding;
  return explored.exploration.trace + "\n" + (finding ? finding->message : "Nothing is wrong in this schedule.") +
         "\n\n" + printed(explored.output);
}

std::string outputs_text(const ProgramExplored& explored, std::span<char*> words) {
  std::string text = "\nSchedules without a finding printed (" + std::to_string(explored.outputs.size()) +
                     (explored.more_outputs ? ", and there were more" : "") + "):\n";
  for (const SeenOutput& output : explored.outputs) {
    text += "\n" + (output.text.empty() ? "(nothing)\n" : output.text) + (output.text.ends_with('\n') ? "" : "\n") +
            "  see how: " + replay_command(words, output.replay) + "\n";
  }
  return text;
}

std::string text_of(const ProgramExplored& explored, std::span<char*> words) {
  const Exploration& exploration = explored.exploration;
  if (!exploration.trace.empty()) return replayed_text(explored);
  std::string text;
  if (exploration.finding) {
    // What was printed in one of several is not kept.
    text = finding_text(*exploration.finding, exploration.more.empty() ? explored.output : "", words);
    for (const Exploration::Found& found : exploration.more) text += "\n" + finding_text(found, "", words);
    if (!exploration.more.empty())
      text += "\n" + counted(exploration.more.size() + 1, "finding") + " in " + exploration.guarantee + ".\n";
  } else {
    text = "Nothing was found in " + exploration.guarantee + " (" + seconds(exploration.seconds) + ").\n";
    for (const std::string& note : exploration.notes) text += "Note: " + note + "\n";
  }
  if (explored.lists_outputs) text += outputs_text(explored, words);
  return text;
}

/// A copy of a file descriptor, out of the way of those that the program opens.
int copy_of(int fd) {
  constexpr int kFirst = 200;
  return fcntl(fd, F_DUPFD_CLOEXEC, kFirst);
}

}  // namespace
}  // namespace lockstep::explorer

int main(int argc, char** argv) {
  using namespace lockstep::explorer;
  const int screen = copy_of(STDOUT_FILENO);
  const int errors = copy_of(STDERR_FILENO);
  explore_main(argc, argv, [&](const ProgramExplored& explored) {
    const auto& exploration = explored.exploration;
    if (exploration.ended == lockstep::Exploration::Ended::kError) {
      write_all(errors, exploration.guarantee + "\n");
      return kWrongUsage;
    }
    write_all(screen, text_of(explored, {argv, static_cast<std::size_t>(argc)}));
    return exploration.finding ? kFound : kNothingFound;
  });
}
