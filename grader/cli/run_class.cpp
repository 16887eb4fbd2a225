#include "cli/run_class.h"

#include <fmt/core.h>

#include <cstdio>
#include <memory>
#include <utility>

#include "cli/chosen_labs.h"
#include "cli/class_crew.h"
#include "cli/class_engine.h"
#include "cli/class_run.h"
#include "cli/class_work.h"
#include "cli/class_worker.h"
#include "cli/grader_version.h"
#include "cli/machine.h"
#include "cli/path_from_here.h"
#include "cli/slurm.h"
#include "cli/slurm_engine.h"
#include "gradebook/gradebook.h"
#include "intake/collect.h"
#include "intake/digest.h"
#include "os/file_lock.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGradebook = "gradebook.sqlite";
constexpr const char* kSlurm = "slurm";

fs::path gradebook_of(const ClassOptions& options) { return options.gradebook.value_or(*options.dir / kGradebook); }

std::string command_again(const ClassOptions& options) {
  std::string command =
      fmt::format("./lab class {} --lab {}", shell_word(options.dir->string()), shell_word(*options.lab));
  if (options.gradebook) command += " --gradebook " + shell_word(options.gradebook->string());
  if (options.hidden) command += " --hidden";
  if (options.engine == kSlurm) command += fmt::format(" --engine {} --per-task {}", kSlurm, options.per_task);
  if (options.allow_unprotected) command += " --no-sandbox";
  return command;
}

Result<intake::Collected> collect(const ClassOptions& options, const CommandContext& here, const Manifest& manifest) {
  auto collected = intake::collect(
      *options.dir, {.asked = {.lab = manifest.name, .submit = manifest.submit},
                     .left_out = {kGradebook, gradebook_of(options).filename()},
                     .backend = here.selection.backend,
                     .stop = here.stop,
                     .progress = [&](int done, int total) {
                       here.status.show_long(fmt::format("{}: collecting {} of {}", manifest.name, done, total));
                     }});
  here.status.clear();
  if (collected && collected->submissions.empty() && collected->others.empty()) {
    return input_error(fmt::format("{} holds no submission: a folder, archive or git repository each is accepted",
                                   options.dir->string()));
  }
  return collected;
}

Result<std::unique_ptr<ClassEngine>> engine_for(const ClassOptions& options, const CommandContext& here,
                                                const ClassWork& work, const ClassJob& job) {
  if (options.engine != kSlurm) return std::make_unique<Crew>(here, work);
  // The same class has the same name, so that a later run finds the jobs of one that was killed.
  const std::string dir = fs::weakly_canonical(work.dir()).string();
  auto slurm = Slurm::find(fmt::format("lockstep-{}", intake::digest(dir).substr(0, 16)));
  if (!slurm) return tl::unexpected(slurm.error());
  return std::make_unique<SlurmEngine>(here, work, job, std::move(*slurm), options.per_task);
}

Result<ExitStatus> grade_class(const ClassOptions& options, const CommandContext& here, const Manifest& manifest) {
  const auto collected = collect(options, here, manifest);
  if (!collected) return tl::unexpected(collected.error());
  const fs::path file = gradebook_of(options);
  const ClassWork work(file.string() + ".work");
  const auto lock = os::FileLock::try_take(work.dir() / "lock");
  if (!lock) return tl::unexpected(lock.error());
  if (!*lock) return input_error(fmt::format("another ./lab class works on {}; wait for its end", file.string()));
  auto book = gradebook::Gradebook::open(file);
  if (!book) return tl::unexpected(book.error());
  const auto version = grader_version(here, manifest);
  if (!version) return tl::unexpected(version.error());
  const ClassJob job{.lab = manifest.name,
                     .hidden = options.hidden,
                     .compiler = here.kit.compiler,
                     .sandbox = std::string(process::name(here.selection.backend)),
                     .grader = *version};
  if (auto begun = work.begin(job); !begun) return tl::unexpected(begun.error());
  auto engine = engine_for(options, here, work, job);
  if (!engine) return tl::unexpected(engine.error());
  ClassRun run(here, manifest, std::move(*book), work, job, std::move(*engine));
  auto done = run.take_in(collected->submissions).and_then([&] { return run.grade(); });
  if (!done) return tl::unexpected(done.error());
  auto status = run.conclude(collected->others);
  run.clean_up();
  fmt::print("  The gradebook: {}\n", path_from_here(file).string());
  return status;
}

}  // namespace

void declare(Arguments& arguments, ClassOptions& options) {
  arguments.positional("dir", options.dir,
                       "Folder with the class's submissions: a folder, an archive (.zip, .tar, .tar.gz) or a git "
                       "repository each, or what Moodle or Canvas lets you download, unpacked",
                       ExistingFolder{});
  arguments.option("--lab", options.lab, "The lab: 01, 1, primes or 01-primes");
  arguments.option("--gradebook", options.gradebook, "The gradebook; default: gradebook.sqlite in the folder");
  arguments.flag("--hidden", options.hidden, "With the hidden checks too: those of solutions/NN-name/hidden");
  arguments.flag("--no-sandbox", options.allow_unprotected,
                 "Grade even where there is no sandbox. The submissions can then do all that you can");
  arguments.option(
      "--engine", options.engine,
      "What grades: this machine (local), or the nodes of a cluster (slurm), which must see the kit and the "
      "gradebook's folder",
      OneOf{{"local", kSlurm}});
  arguments.option("--per-task", options.per_task, "With --engine slurm: submissions that a task grades; default: 5",
                   Between{1, 1000});
  arguments.option("--work-on", options.work_on,
                   "Instead: do work of a class that another process has begun, whose folder this is; a line "
                   "\"PHASE CONTENT\" of standard input for each unit",
                   ExistingFolder{});
  arguments.example("./lab class submissions --lab 03 --hidden --gradebook course.sqlite");
  arguments.example("./lab class submissions --lab 03 --engine slurm --gradebook /shared/course.sqlite");
  arguments.help(
      "It can be stopped at any moment; the same command goes on. What has a grade of this version of grader and lab "
      "is not graded again, and identical submissions are graded once. --jobs is the number of submissions at a "
      "time.\n\n"
      "Exit status: 0 all graded, 1 some submissions were not understood, 2 wrong usage, 3 the kit or the machine "
      "failed for some, 130 interrupted.");
  arguments.refuse([&options]() -> std::string {
    if (options.work_on) return options.dir ? "--work-on and a folder of submissions exclude each other" : "";
    if (!options.dir || !options.lab) {
      return "grade which class, for which lab? For example: ./lab class submissions --lab 01";
    }
    return {};
  });
}

Result<ExitStatus> run(const ClassOptions& options, const CommandContext& here) {
  if (options.work_on) return work_for_class(here, *options.work_on);
  if (here.selection.backend == process::SandboxBackend::kNone && !options.allow_unprotected) {
    return machine_error(sandbox_warning(here.selection) +
                         "\nSo a class is not graded here. Fix it (./lab doctor says how), or accept that the "
                         "submissions can do all that you can: --no-sandbox");
  }
  const auto labs = chosen_labs(here.kit.root, options.lab, hidden_checks(options.hidden));
  if (!labs) return tl::unexpected(labs.error());
  auto status = grade_class(options, here, labs->front());
  if (here.stop.stop_requested()) {
    here.status.clear();
    fmt::print(stderr, "lab: what was found so far is kept; go on with: {}\n", command_again(options));
  }
  return status;
}

}  // namespace lockstep::cli
