#include "measure/benchmarks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <utility>

#include "measure/run_to_end.h"

namespace lockstep::measure {
namespace {

using nlohmann::json;

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
  const auto run = run_to_end(program, {"--benchmark_format=json"}, {}, conditions);
  if (!run) return tl::unexpected(run.error());
  auto benchmarks = read_benchmarks(run->output);
  if (!benchmarks) {
    return tl::unexpected(
        ProgramFailure{FindingKind::kIntegrity, benchmarks.error().message, Owner::kLearner, program});
  }
  return std::move(*benchmarks);
}

}  // namespace lockstep::measure
