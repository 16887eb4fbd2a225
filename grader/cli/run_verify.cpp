#include "cli/run_verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/attacks.h"
#include "cli/chosen_labs.h"
#include "cli/grading.h"
#include "cli/kill_matrix.h"
#include "cli/repetition.h"
#include "cli/skeleton.h"
#include "cli/subjects.h"
#include "cli/verify_attacks.h"
#include "cli/verify_matrix.h"
#include "cli/verify_mutate.h"
#include "os/cores.h"
#include "os/file.h"
#include "process/busy_processes.h"
#include "text/console_text.h"

namespace lockstep::cli {
namespace {

/// What came of the subjects of one lab.
struct Figures {
  std::map<Role, int> subjects;
  std::string coverage;  ///< whether each graded case fails a mutant; empty where not all mutants were judged
  int verdicts = 0;
  int false_verdicts = 0;
  double seconds = 0;
};

bool chosen(const std::string& name, const VerifyOptions& options) {
  return options.only.empty() || std::find(options.only.begin(), options.only.end(), name) != options.only.end();
}

/// The subjects of each lab that `--only` leaves; an input error names those that no lab has.
Result<std::vector<std::vector<Subject>>> chosen_subjects(const CommandContext& here, std::span<const Manifest> labs,
                                                          const VerifyOptions& options) {
  std::set<std::string> unknown(options.only.begin(), options.only.end());
  std::vector<std::vector<Subject>> of_labs;
  for (const Manifest& manifest : labs) {
    auto subjects = subjects_of(here.kit.root, manifest);
    if (!subjects) return tl::unexpected(subjects.error());
    for (const Subject& subject : *subjects) unknown.erase(subject.name);
    std::erase_if(*subjects, [&](const Subject& subject) { return !chosen(subject.name, options); });
    of_labs.push_back(std::move(*subjects));
  }
  if (unknown.empty()) return of_labs;
  return input_error(fmt::format("--only: {} is neither skeleton nor solution, and no variant or mutant in {}",
                                 fmt::join(unknown, ", "), (here.kit.root / "solutions").string()));
}

/// The rounds in which a subject was judged, and what was wrong each time that something was.
struct Rounds {
  int count = 0;
  std::vector<std::string> wrongs;
  MatrixRow failed;  ///< the cases that failed in each round in which they were judged
};

/// A process that computes for each core that the grader may use.
Result<process::BusyProcesses> make_cores_busy() {
  return process::BusyProcesses::start(static_cast<int>(std::ceil(os::usable_cores())));
}

Result<Rounds> judge_repeatedly(const CommandContext& here, const Manifest& manifest, const Subject& subject,
                                const VerifyOptions& options) {
  std::vector<Check> checks = checks_for(subject, manifest);
  const auto grading = Grading::prepare(here, manifest, subject.submission, checks);
  if (!grading) return tl::unexpected(grading.error());
  const int repeat = options.busy ? 2 * options.repeat : options.repeat;
  Rounds rounds;
  for (const Check& check : checks) rounds.count = std::max(rounds.count, times_to_judge(check, repeat));
  std::vector<Verdict> verdicts(checks.size());
  std::optional<process::BusyProcesses> busy;
  for (int round = 0; round < rounds.count; ++round) {
    if (round == 1) checks = checks_again(subject, std::move(checks));
    if (round == options.repeat) {
      auto processes = make_cores_busy();
      if (!processes) return tl::unexpected(processes.error());
      busy.emplace(std::move(*processes));
    }
    for (std::size_t i = 0; i < checks.size(); ++i) {
      if (round >= times_to_judge(checks[i], repeat)) continue;  // the verdict of the last time stands
      auto verdict = grading->judge(checks[i]);
      if (!verdict) return tl::unexpected(verdict.error());
      verdicts[i] = std::move(*verdict);
    }
    if (auto wrong = wrong_with(subject, checks, verdicts); !wrong.empty()) rounds.wrongs.push_back(std::move(wrong));
    MatrixRow failed = row_of(subject, checks, verdicts);
    rounds.failed = round == 0 ? std::move(failed) : failed_again(rounds.failed, checks, failed);
  }
  return rounds;
}

/// What is wrong with the copy of the skeleton that `./lab reset` puts back; nothing when all is right.
std::string wrong_with_original(const Manifest& manifest) {
  const auto files = handed_out(manifest);
  if (!files) return files.error().message;
  const auto changed =
      std::find_if(files->begin(), files->end(), [](const HandedOut& file) { return file.is_changed(); });
  if (changed == files->end()) return "";
  return fmt::format("{0}/{1} is not {1}: as the lab's author, ./lab reset {2} --hand-out", kOriginal, changed->name,
                     manifest.id);
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

Result<Figures> verify_lab(const CommandContext& here, const Manifest& manifest, std::span<const Subject> subjects,
                           const VerifyOptions& options) {
  Figures figures;
  const auto start = std::chrono::steady_clock::now();
  KillMatrix matrix = empty_matrix(manifest, subjects);
  fmt::print("{}\n", manifest.name);
  for (const Subject& subject : subjects) {
    auto rounds = judge_repeatedly(here, manifest, subject, options);
    if (!rounds) return tl::unexpected(rounds.error());
    if (subject.role == Role::kSkeleton && rounds->wrongs.empty()) {
      if (const auto wrong = wrong_with_original(manifest); !wrong.empty()) rounds->wrongs.push_back(wrong);
    }
    const auto& wrongs = rounds->wrongs;
    const int right = rounds->count - static_cast<int>(wrongs.size());
    fmt::print("  {} {:<9} {:<28} {:<28} {}/{}\n", wrongs.empty() ? "✓" : "✗", name(subject.role), subject.name,
               expectation(subject), right, rounds->count);
    if (!wrongs.empty()) fmt::print("      {}\n", console_text(wrongs.front()));
    std::fflush(stdout);
    if (subject.role == Role::kMutant) matrix.rows.push_back(rounds->failed);
    ++figures.subjects[subject.role];
    figures.verdicts += rounds->count;
    figures.false_verdicts += static_cast<int>(wrongs.size());
  }
  if (options.only.empty()) figures.coverage = coverage_of(matrix);
  figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return figures;
}

std::string table_of(const std::map<std::string, Figures>& labs, const VerifyOptions& options) {
  const std::string times =
      fmt::format("{}{}", options.repeat, options.busy ? fmt::format(" + {} busy", options.repeat) : "");
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
                    count(Role::kMutant), times, figures.verdicts, figures.false_verdicts, figures.seconds / 60);
  }
  if (const auto words = times_in_words(options.repeat, options.busy); !words.empty()) table += "\n" + words;
  for (const auto& [lab, figures] : labs) {
    if (!figures.coverage.empty()) table += "\n" + figures.coverage;
  }
  return table;
}

Result<ExitStatus> show_matrices(const CommandContext& here, std::span<const Manifest> labs,
                                 std::span<const std::vector<Subject>> subjects) {
  bool all_covered = true;
  for (std::size_t i = 0; i < labs.size(); ++i) {
    const auto covered = verify_matrix(here, labs[i], subjects[i]);
    if (!covered) return tl::unexpected(covered.error());
    all_covered = all_covered && *covered;
  }
  return all_covered ? kNoPointLost : kPointsLost;
}

/// Judges the attacks of each lab that `--only` leaves.
Result<ExitStatus> judge_attacks(const CommandContext& here, const VerifyOptions& options) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  std::set<std::string> unknown(options.only.begin(), options.only.end());
  std::vector<std::vector<AttackSubject>> of_labs;
  for (const Manifest& manifest : *labs) {
    auto attacks = attacks_of(here.kit.root, manifest);
    if (!attacks) return tl::unexpected(attacks.error());
    for (const AttackSubject& attack : *attacks) unknown.erase(attack.name);
    std::erase_if(*attacks, [&](const AttackSubject& attack) { return !chosen(attack.name, options); });
    of_labs.push_back(std::move(*attacks));
  }
  if (!unknown.empty()) {
    return input_error(
        fmt::format("--only: {} is no attack in {}", fmt::join(unknown, ", "), (here.kit.root / "solutions").string()));
  }
  bool all_right = true;
  for (std::size_t i = 0; i < of_labs.size(); ++i) {
    if (of_labs[i].empty()) continue;
    const auto right = verify_attacks(here, (*labs)[i], of_labs[i]);
    if (!right) return tl::unexpected(right.error());
    all_right = all_right && *right;
  }
  return all_right ? kNoPointLost : kPointsLost;
}

Result<ExitStatus> judge_generated(const CommandContext& here, const VerifyOptions& options) {
  const auto labs = chosen_labs(here.kit.root, options.lab, HiddenChecks::kWhereThereAre);
  if (!labs) return tl::unexpected(labs.error());
  return verify_mutate(here, *labs, {.only = options.only, .sample = options.sample, .seed = options.seed.value_or(1)})
      .map([](bool all_closed) { return all_closed ? kNoPointLost : kPointsLost; });
}

/// What is wrong with options that cannot be given together; nothing when all is right.
std::string clash_of(const VerifyOptions& options) {
  const bool figures = options.repeat > 1 || options.busy || options.table;
  if (options.attacks && (options.matrix || figures)) return "--attacks takes no --matrix, --repeat, --busy or --table";
  if (options.mutate && (options.matrix || options.attacks || figures)) {
    return "--mutate takes no --matrix, --attacks, --repeat, --busy or --table";
  }
  if (!options.mutate && (options.sample > 0 || options.seed)) return "--sample and --seed need --mutate";
  if (options.seed && options.sample == 0) return "--seed needs --sample";
  return options.matrix && (figures || !options.only.empty()) ? "--matrix takes no --repeat, --busy, --only or --table"
                                                              : "";
}

}  // namespace

void declare(Arguments& arguments, VerifyOptions& options) {
  arguments.positional("lab", options.lab, "The lab; default: all");
  arguments.option("--repeat", options.repeat, "Times that each subject is judged where chance can touch the verdict",
                   Between{1, 100'000});
  arguments.flag("--busy", options.busy, "Judge them as often again while each core has a process that computes");
  arguments.option(
      "--only", options.only,
      "Judge only these: skeleton, solution, or names of variants, mutants and attacks; with --mutate also "
      "of operators");
  arguments.flag("--matrix", options.matrix, "Show which cases fail which mutants, and which cases fail none");
  arguments.flag("--attacks", options.attacks, "Judge the hostile submissions, and nothing else");
  arguments.flag("--mutate", options.mutate,
                 "Judge mutants that are made by rule, and show which survive; nothing else is judged");
  arguments.option("--sample", options.sample, "With --mutate: so many mutants of each lab", Between{1, 100'000});
  arguments.option("--seed", options.seed, "With --sample: which of them; default: 1", NotNegative{});
  arguments.option("--table", options.table, "Write the figures as a Markdown table to a file");
  arguments.help(
      "The skeleton must fail, the solutions pass, and each mutant fall to its check, hidden checks included. When all "
      "mutants of a lab were judged, it says whether each graded case failed one of them each time that it was "
      "judged, in the checks that they name.\n\n"
      "With --repeat N, what runs on real threads or by the clock is judged N times (tests, sanitizers, speedup), what "
      "is explored twice, and what is static once (which functions the code uses). With --busy also as often again "
      "beside other work, so that a verdict which a busy machine changes shows. A mutant that names a case is judged "
      "by its whole check the first time, and then by that case.\n\n"
      "With --matrix, each mutant that is to compile is judged once by every check that has cases; the exit status is "
      "1 when a graded case fails no mutant, or no mutant names a check without cases. A run that was interrupted goes "
      "on where it ended.\n\n"
      "With --mutate, operators put a fault each into the solution (or into variants that --only names): a lock gone, "
      "`if` for `while`, a bound off by one. A mutant falls when a graded check takes points away; speedup is not "
      "judged. The exit status is 1 when one survives that solutions/NN-name/equivalent.toml does not explain. All "
      "mutants of a lab can take hours: --only and --sample take a part. A run that was interrupted goes on where it "
      "ended.");
  arguments.refuse([&options] { return clash_of(options); });
  arguments.example("./lab verify 01 --repeat 20 --busy");
  arguments.example("./lab verify 01 --matrix");
  arguments.example("./lab verify 01 --attacks");
  arguments.example("./lab verify 03 --mutate --sample 25 --seed 7");
  arguments.example("./lab verify 03 --mutate --only drop-lock --only shrink-lock");
  arguments.example("./lab verify 01 --only lost-exception --only solution");
}

Result<ExitStatus> run(const VerifyOptions& options, const CommandContext& here) {
  if (options.attacks) return judge_attacks(here, options);
  if (options.mutate) return judge_generated(here, options);
  const auto labs = chosen_labs(here.kit.root, options.lab, HiddenChecks::kWhereThereAre);
  if (!labs) return tl::unexpected(labs.error());
  const auto subjects = chosen_subjects(here, *labs, options);
  if (!subjects) return tl::unexpected(subjects.error());
  if (options.matrix) return show_matrices(here, *labs, *subjects);
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
  const std::string table = table_of(results, options);
  fmt::print("\n{}", table);
  if (options.table) {
    if (auto written = os::write_file(*options.table, table); !written) return tl::unexpected(written.error());
  }
  return false_verdicts == 0 ? kNoPointLost : kPointsLost;
}

}  // namespace lockstep::cli
