#include "build/build.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include "build/compile_errors.h"
#include "build/full_disk.h"
#include "build/kit_build.h"
#include "build/outdated.h"
#include "build/project.h"
#include "build/staging.h"
#include "build/targets.h"
#include "os/cores.h"
#include "os/file.h"

namespace lockstep::build {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// One flavour of one lab in one slot.
struct Task {
  const Kit& kit;
  GeneratedClients& clients;
  const Manifest& manifest;
  const fs::path& staged_dir;
  fs::path build_dir;
  Flavour flavour;
  std::vector<std::string> programs;  ///< all when there are none
  bool hidden;                        ///< the hidden programs too
  bool text;                          ///< what the preprocessor makes of the submission too
  int jobs;
  std::stop_token stop;
  StepCounter& counter;
};

Result<Project> configured_project(const Task& task) {
  const auto kit_dir = build_kit(task.kit, task.flavour, task.jobs, task.stop, &task.counter);
  if (!kit_dir) return tl::unexpected(kit_dir.error());
  if (auto built = task.clients.build(task.jobs, task.stop, task.counter); !built) {
    return tl::unexpected(built.error());
  }
  Project project{.source = task.staged_dir,
                  .build = task.build_dir,
                  .compiler = task.kit.compiler,
                  .settings = {{"LOCKSTEP_FLAVOUR", std::string(name(task.flavour))},
                               {"LOCKSTEP_KIT", kit_source(task.kit)},
                               {"LOCKSTEP_KIT_BUILT", *kit_dir}},
                  .jobs = task.jobs};
  return configure(project, task.stop)
      .and_then([&] { return read_targets(project.build); })
      .and_then([&](const Targets& targets) { return check_lab_targets(task.manifest, task.programs, targets); })
      .and_then([&] { return remove_outdated(project, task.staged_dir, task.manifest.submit, task.stop); })
      .map([&] { return project; });
}

/// The hidden programs, which link the objects of the lab's project.
Result<Project> configured_hidden_project(const Task& task, const Project& lab) {
  Project project{.source = kit_source(task.kit) / "hidden_tests",
                  .build = task.build_dir.string() + "-hidden",
                  .compiler = lab.compiler,
                  .settings = {{"LOCKSTEP_FLAVOUR", lab.settings.at("LOCKSTEP_FLAVOUR")},
                               {"LOCKSTEP_KIT_BUILT", lab.settings.at("LOCKSTEP_KIT_BUILT")},
                               {"LOCKSTEP_LAB_BUILT", lab.build},
                               {"LOCKSTEP_HIDDEN", task.staged_dir / kHiddenFolder}},
                  .jobs = task.jobs};
  return configure(project, task.stop)
      .and_then([&] { return read_targets(project.build); })
      .and_then([&](const Targets& targets) { return check_hidden_targets(task.manifest, targets); })
      .and_then([&] { return remove_outdated(project, task.staged_dir, task.manifest.submit, task.stop); })
      .map([&] { return project; });
}

/// What a compiler or linker may see that reads a learner's files: the staged lab and the kit, less what is hidden.
process::Sandbox shown_to_compilers(const Task& task, const std::vector<std::string_view>& hidden) {
  process::Sandbox shown{.backend = task.kit.backend,
                         .readable = {task.staged_dir, kit_source(task.kit), task.kit.build_dir / "kit"},
                         .hidden = {},
                         .writable = {},
                         .builds = true};
  for (const std::string_view folder : hidden) shown.hidden.push_back(task.staged_dir / folder);
  return shown;
}

/// The learner's files, and those alone, where neither tests nor any other file can be seen.
/// \param target  what is made of them
Result<ToolRun> compile_submission(const Task& task, const Project& project, const std::string& target) {
  return make_confined(project, {target}, shown_to_compilers(task, {"tests", "bench", kHiddenFolder}), task.stop,
                       &task.counter);
}

/// The lab's programs: their tests may include a header of the learner's.
Result<ToolRun> make_programs(const Task& task, const Project& project) {
  return make_confined(project, task.programs, shown_to_compilers(task, {kHiddenFolder}), task.stop, &task.counter);
}

/// The hidden programs, which are also made of what the lab's project has built.
Result<ToolRun> make_hidden(const Task& task, const Project& project, const Project& lab) {
  process::Sandbox shown = shown_to_compilers(task, {});
  shown.readable.push_back(lab.build);
  return make_confined(project, {}, std::move(shown), task.stop, &task.counter);
}

Result<BuildFailure> build_failure(const Task& task, const ToolRun& run) {
  if (auto full = full_disk(run.text, task.kit.build_dir)) return tl::unexpected(std::move(*full));
  if (auto stopped = stopped_compiler(run.exit)) return std::move(*stopped);
  if (auto explained = compile_errors(run.text, task.staged_dir, task.manifest.submit)) return *explained;
  if (auto exceeded = exceeded_limit(run.text)) return std::move(*exceeded);
  const fs::path log = task.build_dir.string() + ".log";
  if (auto written = os::write_file(log, run.text); !written) return tl::unexpected(written.error());
  const std::string errors = lab_errors(run.text, task.staged_dir);
  return machine_error(fmt::format("{} does not build ({}), and not through the submission's fault{}{}\nThe log: {}",
                                   task.manifest.name, name(task.flavour), errors.empty() ? "" : ":\n", errors,
                                   log.string()));
}

/// \param lab       built already
/// \param programs  of the lab's project
Result<Built> build_hidden(const Task& task, const Project& lab, Programs programs) {
  const auto project = configured_hidden_project(task, lab);
  if (!project) return tl::unexpected(project.error());
  const auto made = make_hidden(task, *project, lab);
  if (!made) return tl::unexpected(made.error());
  programs.hidden_dir = project->build;
  if (made->succeeded()) return programs;
  auto failure = build_failure(task, *made);
  if (!failure) return tl::unexpected(failure.error());
  programs.hidden_failure = std::move(*failure);
  return programs;
}

Result<Built> build_flavour(const Task& task) {
  const auto project = configured_project(task);
  if (!project) return tl::unexpected(project.error());
  // The text of what compiles: an error is shown once.
  std::vector<std::string> targets{"submission"};
  if (task.text) targets.emplace_back("submission_text");
  std::string log;
  for (const std::string& target : targets) {
    const auto compiled = compile_submission(task, *project, target);
    if (!compiled) return tl::unexpected(compiled.error());
    if (!compiled->succeeded()) return build_failure(task, *compiled);
    log += compiled->text;
  }
  const auto rest = make_programs(task, *project);
  if (!rest) return tl::unexpected(rest.error());
  if (!rest->succeeded()) return build_failure(task, *rest);
  log += rest->text;
  Programs programs{.dir = project->build,
                    .warnings = warnings_in(log, task.staged_dir.string(), task.manifest.submit)};
  return task.hidden ? build_hidden(task, *project, std::move(programs)) : programs;
}

std::vector<std::string> programs_in(const Wanted& wanted, Flavour flavour) {
  const auto found = wanted.programs.find(flavour);
  if (found == wanted.programs.end()) return {};
  return {found->second.begin(), found->second.end()};
}

/// Compilers that one of several flavours may run at a time: two for each core in all, so that no core is idle near the
/// end. With many more, each takes longer, because they drive each other out of the cores' caches.
/// \return 0 for one alone: as many as Ninja likes
int jobs_for(std::size_t flavours) {
  if (flavours == 1) return 0;
  return std::max(1, static_cast<int>(2 * os::usable_cores() / static_cast<double>(flavours)));
}

/// Returns when all are finished.
void tell_until_finished(const std::map<Flavour, std::future<Result<Built>>>& under_way,
                         const std::map<Flavour, StepCounter>& counters, const OnProgress& progress) {
  std::map<Flavour, Steps> steps;
  do {
    steps.clear();
    for (const auto& [flavour, future] : under_way) {
      if (future.wait_for(0s) != std::future_status::ready) steps[flavour] = counters.at(flavour).now();
    }
    if (progress) progress(steps);
    if (!steps.empty()) under_way.at(steps.begin()->first).wait_for(500ms);
  } while (!steps.empty());
}

}  // namespace

std::string_view name(Flavour flavour) {
  switch (flavour) {
    case Flavour::kRelease:
      return "release";
    case Flavour::kTsan:
      return "tsan";
    case Flavour::kAsan:
      return "asan";
    case Flavour::kExplore:
      return "explore";
    case Flavour::kDebug:
      return "debug";
  }
  return {};
}

Result<std::map<Flavour, Built>> build(const Kit& kit, const Manifest& manifest, const Submission& submission,
                                       const Wanted& wanted, Slot slot, std::stop_token stop,
                                       const OnProgress& progress) {
  const fs::path slot_dir = kit.build_dir / "labs" / manifest.name / fmt::format("slot{}", slot.number);
  const fs::path staged_dir = slot_dir / kStaged;
  const fs::path hidden = wanted.hidden.empty() ? fs::path() : manifest.hidden;
  if (auto staged = stage(manifest, submission, hidden, staged_dir); !staged) return tl::unexpected(staged.error());

  GeneratedClients clients(kit);
  std::map<Flavour, StepCounter> counters;
  for (const Flavour flavour : wanted.flavours) counters[flavour];
  std::map<Flavour, std::future<Result<Built>>> under_way;
  for (const Flavour flavour : wanted.flavours) {
    under_way[flavour] = std::async(std::launch::async, [&, flavour] {
      return build_flavour({.kit = kit,
                            .clients = clients,
                            .manifest = manifest,
                            .staged_dir = staged_dir,
                            .build_dir = slot_dir / folder_name(kit, flavour),
                            .flavour = flavour,
                            .programs = programs_in(wanted, flavour),
                            .hidden = wanted.hidden.contains(flavour),
                            .text = wanted.flavours.size() > 1,
                            .jobs = wanted.compilers > 0 ? wanted.compilers : jobs_for(wanted.flavours.size()),
                            .stop = stop,
                            .counter = counters.at(flavour)});
    });
  }
  tell_until_finished(under_way, counters, progress);
  std::map<Flavour, Built> result;
  std::optional<Error> error;
  for (auto& [flavour, future] : under_way) {
    if (auto built = future.get()) {
      result.emplace(flavour, std::move(*built));
    } else {
      error = std::move(built.error());
    }
  }
  if (error) return tl::unexpected(std::move(*error));
  return result;
}

}  // namespace lockstep::build
