#include "cli/mutant_judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

#include "integrity/loaded_parts.h"
#include "os/file.h"
#include "os/temp_dir.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// Splits a check with cases into parts with a few of its graded cases each.
struct Parts {
  const Check& check;
  std::size_t cases;

  template <class Settings>
  std::vector<Check> operator()(const Settings& settings) const {
    std::vector<Check> parts;
    if constexpr (requires { settings.cases; }) {
      std::vector<TestCase> graded;
      std::copy_if(settings.cases.begin(), settings.cases.end(), std::back_inserter(graded),
                   [](const TestCase& test) { return test.points > 0; });
      for (std::size_t i = 0; i < graded.size(); i += cases) {
        Check part = check;
        const auto begin = graded.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = begin + static_cast<std::ptrdiff_t>(std::min(cases, graded.size() - i));
        std::get<Settings>(part.settings).cases.assign(begin, end);
        parts.push_back(std::move(part));
      }
    } else if constexpr (requires { settings.of; }) {
      for (const std::string& id : settings.of) {
        Check part = check;
        std::get<Settings>(part.settings).of = {id};
        parts.push_back(std::move(part));
      }
    } else {
      parts.push_back(check);
    }
    return parts;
  }
};

/// In which stage a kind of check is judged; nothing for one that is not.
struct StageOf {
  std::optional<std::size_t> operator()(const TestsCheck& /*unused*/) const { return 0; }
  std::optional<std::size_t> operator()(const ExplorerCheck& /*unused*/) const { return 1; }
  std::optional<std::size_t> operator()(const ApiRulesCheck& /*unused*/) const { return 1; }
  std::optional<std::size_t> operator()(const ChangeSizeCheck& /*unused*/) const { return std::nullopt; }
  std::optional<std::size_t> operator()(const SanitizerCheck& /*unused*/) const { return 2; }
  std::optional<std::size_t> operator()(const SpeedupCheck& /*unused*/) const { return std::nullopt; }
};

/// The first thing that failed: "coarse: CoarseAccountsTest.MovesMoney: assertion".
std::string what_failed(const Check& check, const Verdict& verdict) {
  std::string text = check.id;
  const auto failed = std::find_if(verdict.cases.begin(), verdict.cases.end(),
                                   [](const CaseVerdict& test) { return test.verdict == Outcome::kFail; });
  if (failed != verdict.cases.end()) text += ": " + failed->name;
  if (!verdict.findings.empty()) text += fmt::format(": {}", name(verdict.findings.front().kind));
  return text;
}

/// The code of all objects of a build, without what the preprocessor has written.
Result<std::map<std::string, std::string>> code_in(const fs::path& dir) {
  std::map<std::string, std::string> code;
  std::error_code failed;
  for (auto entry = fs::recursive_directory_iterator(dir, failed); !failed && entry != fs::end(entry);
       entry.increment(failed)) {
    const std::string object = entry->path().lexically_relative(dir);
    if (entry->path().extension() != ".o" || object.starts_with(build::kPreprocessed)) continue;
    auto parts = integrity::loaded_parts(entry->path());
    if (!parts) return tl::unexpected(parts.error());
    code[object] = std::move(*parts);
  }
  return code;
}

/// Likewise of all that was built for a stage.
Result<std::map<std::string, std::string>> code_of(const Grading& grading) {
  std::map<std::string, std::string> code;
  for (const auto& [flavour, built] : grading.built()) {
    const auto* programs = std::get_if<build::Programs>(&built);
    if (programs == nullptr) continue;
    for (const fs::path& dir : {programs->dir, programs->hidden_dir}) {
      if (dir.empty()) continue;
      auto objects = code_in(dir);
      if (!objects) return tl::unexpected(objects.error());
      for (auto& [object, parts] : *objects) {
        code[fmt::format("{} {} {}", build::name(flavour), dir.filename().string(), object)] = std::move(parts);
      }
    }
  }
  return code;
}

/// Whether the compiler refused it; one that ran out of time has not.
bool is_refused(const Grading& grading) {
  return std::any_of(grading.built().begin(), grading.built().end(), [](const auto& flavour) {
    if (const auto* failure = std::get_if<build::BuildFailure>(&flavour.second)) return !failure->starved;
    const auto& hidden = std::get<build::Programs>(flavour.second).hidden_failure;
    return hidden && !hidden->starved;
  });
}

}  // namespace

std::vector<Stage> stages_of(const Manifest& manifest, std::size_t cases) {
  std::vector<Stage> stages(3);
  for (const Check& check : manifest.checks) {
    const auto stage = std::visit(StageOf{}, check.settings);
    if (check.points == 0 || !stage) continue;
    stages[*stage].built.push_back(check);
    for (Check& part : std::visit(Parts{check, cases}, check.settings))
      stages[*stage].judged.push_back(std::move(part));
  }
  // A race that a sanitizer reports is looked at again by the explorer.
  stages[2].built.insert(stages[2].built.end(), stages[1].built.begin(), stages[1].built.end());
  std::erase_if(stages, [](const Stage& stage) { return stage.judged.empty(); });
  return stages;
}

MutantJudge::MutantJudge(const CommandContext& here, const Manifest& manifest)
    : here_(&here), manifest_(&manifest), stages_(stages_of(manifest, static_cast<std::size_t>(here.jobs))) {}

Result<EndBy> MutantJudge::judge_stage(const Grading& grading, const Stage& stage) const {
  EndBy end{.end = MutantEnd::kSurvived, .by = ""};
  for (const Check& check : stage.judged) {
    const auto verdict = grading.judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    if (verdict->outcome == Outcome::kFail) return EndBy{.end = MutantEnd::kFallen, .by = what_failed(check, *verdict)};
    if (verdict->outcome == Outcome::kPass) continue;
    if (verdict->outcome == Outcome::kError) {
      return machine_error(fmt::format("{}, check {}: {}\nOnce that is put right, the same command goes on from here.",
                                       manifest_->name, check.id,
                                       verdict->notes.empty() ? "it cannot be judged" : verdict->notes.front()));
    }
    end = {.end = MutantEnd::kUnclear, .by = check.id + " is inconclusive"};
  }
  return end;
}

Result<EndBy> MutantJudge::judge_stages(const build::Submission& submission) const {
  std::string unclear;
  for (const Stage& stage : stages_) {
    const auto grading = Grading::prepare(*here_, *manifest_, submission, stage.built);
    if (!grading) return tl::unexpected(grading.error());
    auto end = judge_stage(*grading, stage);
    if (!end || end->end == MutantEnd::kFallen) return end;
    if (end->end == MutantEnd::kUnclear && unclear.empty()) unclear = std::move(end->by);
  }
  if (unclear.empty()) return EndBy{.end = MutantEnd::kSurvived, .by = ""};
  return EndBy{.end = MutantEnd::kUnclear, .by = std::move(unclear)};
}

Result<MutantJudge::Code> MutantJudge::code_built(const build::Submission& submission, std::size_t stage) const {
  return Grading::prepare(*here_, *manifest_, submission, stages_[stage].built).and_then(code_of);
}

Result<bool> MutantJudge::is_equal(const GeneratedSubject& subject, const Code& own, std::size_t stage) {
  Code& base = codes_[fmt::format("{} {}", subject.base, stage)];
  if (base.empty()) {
    auto code = code_built({.dirs = subject.dirs}, stage);
    if (!code) return tl::unexpected(code.error());
    base = std::move(*code);
  }
  return own == base;
}

Result<EndBy> MutantJudge::judge(const GeneratedSubject& subject) {
  auto folder = os::TempDir::make();
  if (!folder) return tl::unexpected(folder.error());
  if (auto written = os::write_file(folder->path() / subject.file, subject.mutant.text); !written) {
    return tl::unexpected(written.error());
  }
  build::Submission submission{.dirs = subject.dirs};
  submission.dirs.insert(submission.dirs.begin(), folder->path());

  Code code;
  {
    const auto grading = Grading::prepare(*here_, *manifest_, submission, stages_.front().built);
    if (!grading) return tl::unexpected(grading.error());
    if (is_refused(*grading)) return EndBy{.end = MutantEnd::kNotCompiled, .by = ""};
    auto objects = code_of(*grading);
    if (!objects) return tl::unexpected(objects.error());
    code = std::move(*objects);
  }
  auto equal = is_equal(subject, code, 0);
  if (equal && *equal && subject.mutant.made_by->is_of_orders) {
    // The machine may have no weaker order to offer: what is instrumented tells them apart.
    const std::size_t last = stages_.size() - 1;
    equal = code_built(submission, last).and_then([&](const Code& own) { return is_equal(subject, own, last); });
  }
  if (!equal) return tl::unexpected(equal.error());
  if (*equal) return EndBy{.end = MutantEnd::kEqual, .by = ""};
  return judge_stages(submission);
}

Result<void> MutantJudge::check_base(const GeneratedSubject& subject) const {
  const auto end = judge_stages({.dirs = subject.dirs});
  if (!end) return tl::unexpected(end.error());
  if (end->end == MutantEnd::kSurvived) return {};
  return input_error(
      fmt::format("{}, {}: {} {}. What its mutants lose is not told before it earns all points: ./lab "
                  "verify {} --only {}",
                  manifest_->name, subject.base, name(end->end), end->by, manifest_->id, subject.base));
}

}  // namespace lockstep::cli
