#include "measure/benchmarks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <utility>

#include "process/run.h"

namespace lockstep::measure {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds kAllBenchmarks{120'000};  // they take some seconds

/// Whether a part of a benchmark's name says how it was run, as Google Benchmark 1.7 names it (benchmark_name.cc).
bool is_setting(std::string_view part) {
  constexpr std::array<std::string_view, 5> kSettings{
      "iterations:", "repeats:", "min_time:", "min_warmup_time:", "threads:"};
  return part == "real_time" || part == "process_time" || part == "manual_time" ||
         std::ranges::any_of(kSettings, [&](std::string_view setting) { return part.starts_with(setting); });
}

/// "ordered/seats:5" of "ordered/seats:5/iterations:5/real_time".
std::string without_settings(const std::string& run_name) {
  std::string name;
  std::istringstream parts(run_name);
  for (std::string part; std::getline(parts, part, '/');) {
    if (is_setting(part)) continue;
    name += (name.empty() ? "" : "/") + part;
  }
  return name;
}

std::string text_of(const json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : "";
}

Result<Benchmark> read_benchmark(const json& entry) {
  Benchmark benchmark{without_settings(text_of(entry, "run_name")), {}};
  if (entry.contains("error_message")) {
    return input_error(fmt::format("says of {}: {}", benchmark.name, text_of(entry, "error_message")));
  }
  for (const auto& [key, value] : entry.items()) {
    if (value.is_number()) benchmark.counters.emplace(key, value.get<double>());
  }
  return benchmark;
}

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

bool ended_well(const process::Exit& exit) {
  const auto* exited = std::get_if<process::Exited>(&exit);
  return exited != nullptr && exited->code == 0;
}

}  // namespace

Result<std::vector<Benchmark>> read_benchmarks(std::string_view text) {
  const json document = json::parse(text, nullptr, false);
  if (!document.is_object() || !document.contains("benchmarks") || !document["benchmarks"].is_array()) {
    return input_error("did not print what a benchmark prints; code that it runs may write to standard output");
  }
  std::vector<Benchmark> benchmarks;
  for (const json& entry : document["benchmarks"]) {
    if (!entry.is_object() || text_of(entry, "run_type") == "aggregate") continue;
    auto benchmark = read_benchmark(entry);
    if (!benchmark) return tl::unexpected(benchmark.error());
    benchmarks.push_back(std::move(*benchmark));
  }
  if (benchmarks.empty()) return input_error("ran no benchmark");
  return benchmarks;
}

Answer<std::vector<Benchmark>> run_benchmarks(const std::string& program, const Conditions& conditions) {
  const auto failure = [&](FindingKind kind, Owner owner, std::string what) {
    return tl::unexpected(ProgramFailure{kind, std::move(what), owner, program});
  };
  conditions.progress("running " + program);
  RunLimits limits = conditions.limits;
  limits.wall = kAllBenchmarks;
  limits.cpu = 2 * kAllBenchmarks;
  const std::filesystem::path& dir = conditions.programs.dir;
  const auto run = process::run(
      {.argv = {(dir / program).string(), "--benchmark_format=json"},
       .environment = {},
       .working_dir = {},
       .input = {}},
      limits, {.backend = conditions.backend, .readable = {dir}, .hidden = {}, .writable = {}}, conditions.stop);
  if (!run) return failure(FindingKind::kEarlyExit, Owner::kMachine, run.error().message);
  if (!ended_well(run->exit)) return failure(FindingKind::kEarlyExit, Owner::kLearner, ending(*run));
  auto benchmarks = read_benchmarks(run->output);
  if (!benchmarks) return failure(FindingKind::kIntegrity, Owner::kLearner, benchmarks.error().message);
  return std::move(*benchmarks);
}

}  // namespace lockstep::measure
