#include "manifest/settings_reader.h"

#include <fmt/core.h>

#include <cassert>
#include <chrono>
#include <cstdint>
#include <utility>

#include "manifest/words.h"

namespace lockstep::manifest {
namespace {

std::string read_program(TableReader& check) {
  const auto program = check.text("program");
  if (!program) return {};
  if (!is_target(*program)) {
    check.mistake(check.line_of("program"), fmt::format("program = {}", in_quotes(*program)), kTargetRule);
  }
  return *program;
}

std::vector<TestCase> read_cases(TableReader& check, std::optional<int> check_points) {
  auto reader = check.table("cases");
  if (!reader) return {};
  std::vector<TestCase> cases;
  int sum = 0;
  bool sum_known = check_points.has_value();
  for (const Entry& entry : reader->entries()) {
    if (!is_case(entry.key)) reader->mistake(entry.line, fmt::format("case {}", in_quotes(entry.key)), kCaseRule);
    const auto points = reader->integer(entry, 0, 10'000);
    sum_known = sum_known && points;
    sum += points.value_or(0);
    cases.push_back({entry.key, points.value_or(0)});
  }
  if (cases.empty()) {
    reader->mistake(reader->line(), "no case", "one or more, as \"Suite.Case\" = points");
  } else if (sum_known && sum != *check_points) {
    reader->mistake(reader->line(), fmt::format("cases worth {} points together", sum),
                    fmt::format("the {} points of their check", *check_points));
  }
  return cases;
}

TestsCheck read_tests(TableReader& check, std::optional<int> points) {
  std::string program = read_program(check);
  return {std::move(program), read_cases(check, points)};
}

SanitizerCheck read_sanitizer(Sanitizer sanitizer, TableReader& check) {
  SanitizerCheck settings{.sanitizer = sanitizer, .of = {}};
  if (!check.has("of")) return settings;  // all: filled in when all checks are known
  for (auto& id : check.texts("of")) settings.of.push_back(std::move(id.text));
  return settings;
}

std::optional<Predicted> read_predicted(TableReader& check) {
  auto reader = check.table("predicted");
  if (!reader) return std::nullopt;
  // The explorer follows 52 threads, and a submission may have others besides its workers.
  constexpr int kMostCores = 48;
  Predicted predicted;
  predicted.program = read_program(*reader);
  const auto cores = reader->integer("cores", 2, kMostCores);
  predicted.cores = static_cast<unsigned>(cores.value_or(2));
  predicted.speedup = reader->number("speedup", {1, static_cast<double>(cores.value_or(kMostCores))}).value_or(1);
  reader->refuse_other_keys();
  return predicted;
}

SpeedupCheck read_speedup(TableReader& check) {
  SpeedupCheck settings;
  settings.program = read_program(check);
  const auto none = check.number("no_points_at", {0, 1});
  const auto full = check.number("full_points_at", {0, 1});
  settings.no_points_at = none.value_or(0);
  settings.full_points_at = full.value_or(0);
  settings.meet_share = check.number("meet_share", {0, 1}).value_or(0);
  settings.parallelism = check.number("parallelism", {1, 2}).value_or(0);
  if (none && full && *full <= *none) {
    check.mistake(check.line_of("full_points_at"), fmt::format("full_points_at = {}", *full),
                  fmt::format("a number above no_points_at, {}", *none));
  }
  if (check.has("predicted")) settings.predicted = read_predicted(check);
  return settings;
}

ExplorerCheck read_explorer(TableReader& check, std::optional<int> points) {
  ExplorerCheck settings;
  settings.program = read_program(check);
  settings.cases = read_cases(check, points);
  if (check.has("schedules")) {
    settings.schedules = static_cast<std::uint64_t>(check.integer("schedules", 1, 1'000'000'000).value_or(0));
  }
  if (check.has("seconds")) {
    const double seconds = check.number("seconds", {0, 3600}).value_or(0);
    settings.time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  }
  return settings;
}

std::vector<MeansRule> read_means_rules(TableReader& check, std::string_view key) {
  std::vector<MeansRule> rules;
  for (TableReader& reader : check.tables(key)) {
    MeansRule rule;
    for (LocatedText& mean : reader.texts("means")) {
      if (!is_qualified_name(mean.text)) reader.mistake(mean.line, in_quotes(mean.text), kQualifiedNameRule);
      rule.means.push_back(std::move(mean.text));
    }
    rule.use = reader.text("use").value_or("");
    if (reader.has("in")) {
      for (LocatedText& file : reader.texts("in")) rule.in.push_back(std::move(file.text));
    }
    reader.refuse_other_keys();
    rules.push_back(std::move(rule));
  }
  return rules;
}

MeansCheck read_means(TableReader& check) {
  MeansCheck settings;
  settings.required = read_means_rules(check, "required");
  if (check.has("forbidden")) settings.forbidden = read_means_rules(check, "forbidden");
  return settings;
}

}  // namespace

const std::vector<std::string>& check_kinds() {
  static const std::vector<std::string> kinds{"tests", "tsan", "asan", "speedup", "explorer", "means"};
  return kinds;
}

Settings read_settings(std::string_view kind, TableReader& check, std::optional<int> points) {
  if (kind == "tests") return read_tests(check, points);
  if (kind == "tsan") return read_sanitizer(Sanitizer::kThread, check);
  if (kind == "asan") return read_sanitizer(Sanitizer::kAddress, check);
  if (kind == "speedup") return read_speedup(check);
  if (kind == "explorer") return read_explorer(check, points);
  assert(kind == "means");
  return read_means(check);
}

}  // namespace lockstep::manifest

namespace lockstep {
namespace {

struct KindName {
  std::string_view operator()(const TestsCheck&) const { return "tests"; }
  std::string_view operator()(const SanitizerCheck& check) const {
    return check.sanitizer == Sanitizer::kThread ? "tsan" : "asan";
  }
  std::string_view operator()(const SpeedupCheck&) const { return "speedup"; }
  std::string_view operator()(const ExplorerCheck&) const { return "explorer"; }
  std::string_view operator()(const MeansCheck&) const { return "means"; }
};

}  // namespace

std::string_view kind(const Check& check) { return std::visit(KindName{}, check.settings); }

std::span<const TestCase> own_cases(const Check& check) {
  if (const auto* tests = std::get_if<TestsCheck>(&check.settings)) return tests->cases;
  if (const auto* explorer = std::get_if<ExplorerCheck>(&check.settings)) return explorer->cases;
  return {};
}

std::string_view program_of_cases(const Check& check) {
  if (const auto* tests = std::get_if<TestsCheck>(&check.settings)) return tests->program;
  if (const auto* explorer = std::get_if<ExplorerCheck>(&check.settings)) return explorer->program;
  return {};
}

}  // namespace lockstep
