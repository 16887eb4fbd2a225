#include "measure/run_to_end.h"

#include <fmt/core.h>

#include <chrono>
#include <sstream>
#include <string_view>
#include <utility>

namespace lockstep::measure {
namespace {

constexpr std::chrono::milliseconds kLongest{120'000};  // such programs take some seconds

std::string last_line(const std::string& text) {
  std::istringstream lines(text);
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(' ') != std::string::npos) last = line.substr(line.find_first_not_of(' '));
  }
  return last;
}

/// How the program ended, with its last words.
std::string ending(const process::Run& run) {
  const std::string words = last_line(run.errors);
  return words.empty() ? process::describe(run.exit) : fmt::format("{}: {:.200}", process::describe(run.exit), words);
}

}  // namespace

Answer<process::Run> run_to_end(const std::string& program, const std::vector<std::string>& arguments,
                                const std::filesystem::path& dir, const Conditions& conditions) {
  const auto failure = [&](Owner owner, std::string what) {
    return tl::unexpected(ProgramFailure{FindingKind::kEarlyExit, std::move(what), owner, program});
  };
  conditions.progress("running " + program);
  RunLimits limits = conditions.limits;
  limits.wall = kLongest;
  limits.cpu = 2 * kLongest;
  process::Command command{
      .argv = {(conditions.programs.dir / program).string()}, .environment = {}, .working_dir = dir, .input = {}};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  process::Sandbox sandbox{
      .backend = conditions.backend, .readable = {conditions.programs.dir}, .hidden = {}, .writable = {}};
  if (!dir.empty()) sandbox.writable.push_back(dir);
  auto run = process::run(command, limits, sandbox, conditions.stop);
  if (!run) return failure(Owner::kMachine, run.error().message);
  if (!process::succeeded(run->exit)) return failure(Owner::kLearner, ending(*run));
  return std::move(*run);
}

}  // namespace lockstep::measure
