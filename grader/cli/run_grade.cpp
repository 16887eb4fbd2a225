#include "cli/run_grade.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "checks/check.h"
#include "checks/forgery.h"
#include "cli/chosen_labs.h"
#include "cli/grade_page.h"
#include "cli/grading.h"
#include "cli/kept_drawings.h"
#include "cli/machine.h"
#include "cli/machine_notes.h"
#include "cli/named_sources.h"
#include "cli/path_from_here.h"
#include "cli/record.h"
#include "cli/reports.h"
#include "cli/repository.h"
#include "cli/run_plot.h"
#include "cli/terminal.h"
#include "os/file.h"
#include "report/html.h"
#include "report/terminal.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

Result<build::Submission> submission_of(const GradeOptions& options, const CommandContext& here,
                                        const Manifest& manifest) {
  if (options.solutions) return build::Submission{{here.kit.root / "solutions" / manifest.name}};
  if (!options.from) return build::Submission{{manifest.dir}};
  if (here.selection.backend == process::SandboxBackend::kNone && !options.allow_unprotected) {
    return machine_error(sandbox_warning(here.selection) +
                         "\nSo code of others is not graded here. Fix it (./lab doctor says how), or accept that the "
                         "code can do all that you can: --no-sandbox");
  }
  return build::Submission{{*options.from}};
}

/// What a command needs in addition so that it takes the submission; without, it takes the lab's own files.
std::string naming(const Manifest& manifest, const std::filesystem::path& dir) {
  return dir == manifest.dir ? "" : " --from " + shell_word(path_from_here(dir).string());
}

void name_submission(std::vector<Verdict>& verdicts, const std::string& naming) {
  for (Verdict& verdict : verdicts) {
    for (Finding& finding : verdict.findings) {
      if (!finding.replay.empty()) finding.replay += naming;
    }
  }
}

/// The command that draws what the lab measures of the submission; empty: it measures nothing.
std::string plot_command(const Manifest& manifest, const std::string& naming) {
  if (!has_plot(manifest)) return {};
  return fmt::format("./lab plot {}{}", manifest.id, naming);
}

Result<report::GradeReport> grade(const CommandContext& here, const Manifest& manifest,
                                  const build::Submission& submission, const RequestedReports& requested) {
  const auto start = std::chrono::steady_clock::now();
  const auto started = std::chrono::system_clock::now().time_since_epoch();
  const report::Machine machine = describe_machine(here);
  if (auto written = write_unfinished(manifest, {}, machine, requested); !written) {
    return tl::unexpected(written.error());
  }
  auto notes = machine_notes(here, manifest);
  auto grading = Grading::prepare(here, manifest, submission, manifest.checks);
  if (!grading) return tl::unexpected(grading.error());
  std::vector<Verdict> verdicts;
  for (const Check& check : manifest.checks) {
    auto verdict = grading->judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    verdicts.push_back(std::move(*verdict));
    if (auto written = write_unfinished(manifest, verdicts, machine, requested); !written) {
      return tl::unexpected(written.error());
    }
  }
  const std::filesystem::path& dir = submission.dirs.front();
  const std::string from = naming(manifest, dir);
  name_submission(verdicts, from);
  auto kept = keep_raw_reports(grading->raw_reports_dir(), manifest.checks, verdicts);
  if (!kept) return tl::unexpected(kept.error());
  auto drawn = kept_drawings(here.kit.build_dir, manifest.name, grading->submitted());
  auto sources = named_sources(manifest, grading->submitted(), verdicts);
  report::GradeReport report{.lab = manifest.name,
                             .title = manifest.title,
                             .score = score(manifest, std::move(verdicts)),
                             .machine = machine,
                             .kit = LOCKSTEP_VERSION,
                             .review = checks::to_review(grading->suspicions()),
                             .notes = std::move(notes),
                             .started_ms = std::chrono::duration_cast<std::chrono::milliseconds>(started).count(),
                             .dir = path_in_repository(dir),
                             .sources = std::move(sources),
                             .drawn = std::move(drawn),
                             .draw_with = plot_command(manifest, from)};
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

void print(const report::GradeReport& report, std::FILE* stream) {
  const int fd = fileno(stream);
  fmt::print(stream, "{}", report::terminal(report, {.colour = wants_colour(fd), .width = terminal_width(fd)}));
}

/// Writes the page, and says where.
Result<void> keep_page(const report::GradeReport& report, const std::filesystem::path& page, std::FILE* stream) {
  if (auto written = os::write_file(page, report::html(report)); !written) return written;
  fmt::print(stream, "  The same as a page for a browser: {}\n", path_from_here(page).string());
  return {};
}

/// Remembers the points of the learner's own work.
Result<void> remember(const GradeOptions& options, const CommandContext& here, const report::GradeReport& report) {
  if (options.solutions || options.from || options.hidden) return {};
  return Record::update(here.kit.build_dir, report.lab, [&](LabRecord& state) {
    state.points = report.score.points;
    state.max_points = report.score.max_points;
  });
}

ExitStatus status_of(const Score& score) {
  for (const CheckScore& check : score.checks) {
    if (check.verdict.outcome == Outcome::kError) return kMachineFailed;
  }
  return score.points < score.max_points ? kPointsLost : kNoPointLost;
}

}  // namespace

void declare(Arguments& arguments, GradeOptions& options) {
  arguments.positional("lab", options.lab, "The lab: 01, 1, primes or 01-primes");
  arguments.flag("--solutions", options.solutions, "Grade the reference solutions (of all labs when none is named)");
  arguments.option("--from", options.from, "Folder that holds the submission's files; default: the lab's own",
                   ExistingFolder{});
  arguments.flag("--hidden", options.hidden,
                 "With the hidden checks too, for instructors: those of solutions/NN-name/hidden");
  options.reports.declare(arguments);
  arguments.flag("--no-sandbox", options.allow_unprotected,
                 "Grade the code of --from even where there is no sandbox. It can then do all that you can");
  arguments.example("./lab grade 01 --from ~/submissions/ada");
  arguments.example("./lab grade 01 --from ~/submissions/ada --hidden");
  arguments.example("./lab grade 01 --json grade.json");
  arguments.example("./lab grade --solutions");
  arguments.refuse([&options]() -> std::string {
    if (!options.lab && !options.solutions) return "grade which lab? For example: ./lab grade 01";
    if (options.solutions && options.from) return "--from and --solutions exclude each other";
    if (options.reports.any() && !options.lab) {
      return "a report is of one lab, so name it: ./lab grade --solutions 01 --json FILE";
    }
    if (options.reports.on_standard_output() > 1) return "only one report can go to standard output (-)";
    return {};
  });
}

Result<ExitStatus> run(const GradeOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab, hidden_checks(options.hidden));
  if (!labs) return tl::unexpected(labs.error());
  ExitStatus worst = kNoPointLost;
  for (const Manifest& manifest : *labs) {
    const auto submission = submission_of(options, here, manifest);
    if (!submission) return tl::unexpected(submission.error());
    auto report = grade(here, manifest, *submission, options.reports);
    if (!report) return tl::unexpected(report.error());
    std::FILE* const stream = options.reports.any() ? stderr : stdout;
    print(*report, stream);
    if (auto kept = keep_page(*report, grade_page(here.kit.build_dir, manifest), stream); !kept)
      return tl::unexpected(kept.error());
    if (auto written = write_reports(*report, options.reports); !written) return tl::unexpected(written.error());
    if (auto written = remember(options, here, *report); !written) return tl::unexpected(written.error());
    worst = std::max(worst, status_of(report->score));
  }
  return worst;
}

}  // namespace lockstep::cli
