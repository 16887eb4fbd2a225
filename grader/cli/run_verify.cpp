#include "cli/run_verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "cli/chosen_labs.h"
#include "cli/grading.h"
#include "cli/subjects.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

/// What came of the subjects of one lab.
struct Figures {
  std::map<Role, int> subjects;
  int verdicts = 0;
  int false_verdicts = 0;
  double seconds = 0;
};

bool chosen(const Subject& subject, const VerifyOptions& options) {
  return options.only.empty() ||
         std::find(options.only.begin(), options.only.end(), subject.name) != options.only.end();
}

/// The subjects of each lab that `--only` leaves; an input error names those that no lab has.
Result<std::vector<std::vector<Subject>>> chosen_subjects(const Surroundings& here, std::span<const Manifest> labs,
                                                          const VerifyOptions& options) {
  std::set<std::string> unknown(options.only.begin(), options.only.end());
  std::vector<std::vector<Subject>> of_labs;
  for (const Manifest& manifest : labs) {
    auto subjects = subjects_of(here.kit.root, manifest);
    if (!subjects) return tl::unexpected(subjects.error());
    for (const Subject& subject : *subjects) unknown.erase(subject.name);
    std::erase_if(*subjects, [&](const Subject& subject) { return !chosen(subject, options); });
    of_labs.push_back(std::move(*subjects));
  }
  if (unknown.empty()) return of_labs;
  return input_error(fmt::format("--only: {} is neither skeleton nor solution, and no variant or mutant in {}",
                                 fmt::join(unknown, ", "), (here.kit.root / "solutions").string()));
}

/// \return what was wrong each time that something was
Result<std::vector<std::string>> judge_repeatedly(const Surroundings& here, const Manifest& manifest,
                                                  const Subject& subject, int times) {
  const std::vector<Check> checks = checks_for(subject, manifest);
  const auto grading = Grading::prepare(here, manifest, subject.submission, checks);
  if (!grading) return tl::unexpected(grading.error());
  std::vector<std::string> wrongs;
  for (int time = 0; time < times; ++time) {
    std::vector<Verdict> verdicts;
    for (const Check& check : checks) {
      auto verdict = grading->judge(check);
      if (!verdict) return tl::unexpected(verdict.error());
      verdicts.push_back(std::move(*verdict));
    }
    if (auto wrong = wrong_with(subject, checks, verdicts); !wrong.empty()) wrongs.push_back(std::move(wrong));
  }
  return wrongs;
}

std::string expectation(const Subject& subject) {
  switch (subject.role) {
    case Role::kSkeleton:
      return "no points";
    case Role::kSolution:
    case Role::kVariant:
      return "all points";
    case Role::kMutant:
      return fmt::format("{}: {}", subject.mutant->check, name(subject.mutant->finding));
  }
  return {};
}

Result<Figures> verify_lab(const Surroundings& here, const Manifest& manifest, std::span<const Subject> subjects,
                           const VerifyOptions& options) {
  Figures figures;
  const auto start = std::chrono::steady_clock::now();
  fmt::print("{}\n", manifest.name);
  for (const Subject& subject : subjects) {
    const auto wrongs = judge_repeatedly(here, manifest, subject, options.repeat);
    if (!wrongs) return tl::unexpected(wrongs.error());
    const int right = options.repeat - static_cast<int>(wrongs->size());
    fmt::print("  {} {:<9} {:<28} {:<28} {}/{}\n", wrongs->empty() ? "✓" : "✗", name(subject.role), subject.name,
               expectation(subject), right, options.repeat);
    if (!wrongs->empty()) fmt::print("      {}\n", wrongs->front());
    std::fflush(stdout);
    ++figures.subjects[subject.role];
    figures.verdicts += options.repeat;
    figures.false_verdicts += static_cast<int>(wrongs->size());
  }
  figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return figures;
}

std::string table_of(const std::map<std::string, Figures>& labs, int repeat) {
  std::string table = fmt::format(
      "| lab | solutions and variants | mutants | times each | verdicts | false verdicts | minutes |\n"
      "|---|--:|--:|--:|--:|--:|--:|\n");
  for (const auto& [lab, figures] : labs) {
    const auto count = [&figures = figures](Role role) {
      const auto found = figures.subjects.find(role);
      return found == figures.subjects.end() ? 0 : found->second;
    };
    table +=
        fmt::format("| {} | {} | {} | {} | {} | {} | {:.1f} |\n", lab, count(Role::kSolution) + count(Role::kVariant),
                    count(Role::kMutant), repeat, figures.verdicts, figures.false_verdicts, figures.seconds / 60);
  }
  return table;
}

}  // namespace

void declare(Arguments& arguments, VerifyOptions& options) {
  arguments.positional("lab", options.lab, "The lab; default: all");
  arguments.option("--repeat", options.repeat, "Times that each subject is judged", Between{1, 100'000});
  arguments.option("--only", options.only, "Judge only these: skeleton, solution, or names of variants and mutants");
  arguments.option("--table", options.table, "Write the figures as a Markdown table to a file");
  arguments.help(
      "The skeleton must fail, the solutions pass, and each mutant fall to its check, hidden checks included.");
  arguments.example("./lab verify 01 --repeat 20");
  arguments.example("./lab verify 01 --only lost-exception --only solution");
}

Result<ExitStatus> run(const VerifyOptions& options, const Surroundings& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab, HiddenChecks::kWhereThereAre);
  if (!labs) return tl::unexpected(labs.error());
  const auto subjects = chosen_subjects(here, *labs, options);
  if (!subjects) return tl::unexpected(subjects.error());
  std::map<std::string, Figures> results;
  int false_verdicts = 0;
  for (std::size_t i = 0; i < labs->size(); ++i) {
    if ((*subjects)[i].empty()) continue;
    const Manifest& manifest = (*labs)[i];
    const auto figures = verify_lab(here, manifest, (*subjects)[i], options);
    if (!figures) return tl::unexpected(figures.error());
    false_verdicts += figures->false_verdicts;
    results[manifest.name] = *figures;
  }
  const std::string table = table_of(results, options.repeat);
  fmt::print("\n{}", table);
  if (options.table) {
    if (auto written = os::write_file(*options.table, table); !written) return tl::unexpected(written.error());
  }
  return false_verdicts == 0 ? kNoPointLost : kPointsLost;
}

}  // namespace lockstep::cli
