#include "cli/run_solution.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "build/submitted.h"
#include "cli/chosen_labs.h"
#include "cli/overwriting.h"
#include "cli/path_from_here.h"
#include "cli/record.h"
#include "cli/terminal.h"
#include "manifest/mistakes.h"
#include "os/file.h"
#include "report/points_text.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

std::string points_of(const LabRecord& state) {
  if (!state.points) return "not graded yet";
  return fmt::format("{} of {} points so far", report::points_text(*state.points), state.max_points);
}

bool is_finished(const LabRecord& state) { return state.points && *state.points >= state.max_points; }

/// Why the solution is not shown, or what it takes from the learner when it is.
std::string what_is_lost(const Manifest& manifest, const LabRecord& state) {
  return fmt::format("{}: {}. What you have read you can no longer find out yourself", manifest.name, points_of(state));
}

Result<void> check_finished(const Manifest& manifest, const LabRecord& state, const SolutionOptions& options) {
  if (is_finished(state)) return {};
  if (options.insist) {
    fmt::print(stderr, "lab: {}.\n", what_is_lost(manifest, state));
    return {};
  }
  return input_error(
      fmt::format("{}.\nThe solution is shown once you have all points: ./lab grade {}\nThe next hint: ./lab hint {}\n"
                  "To see the solution all the same: --insist",
                  what_is_lost(manifest, state), manifest.id, manifest.id));
}

/// The files of the solution that were asked for.
Result<Files> files_of_solution(const fs::path& root, const Manifest& manifest, const SolutionOptions& options) {
  const fs::path dir = root / "solutions" / manifest.name;
  std::error_code failed;
  if (!fs::is_directory(dir, failed)) {
    return input_error(
        fmt::format("there is no solution of {} in this copy: it has no folder {}. A course gives it out "
                    "in its own way, so ask there.",
                    manifest.name, dir.string()));
  }
  auto files = build::submitted_files(manifest, {{dir}});
  if (!files || !options.file) return files;
  const auto found = files->find(*options.file);
  if (found != files->end()) return Files{{*options.file, found->second}};
  return input_error(fmt::format("found the file {}; accepted: one of {}", manifest::in_quotes(*options.file),
                                 fmt::join(manifest.submit, ", ")));
}

Result<ExitStatus> write_files(const Files& files, const SolutionOptions& options, const Manifest& manifest) {
  if (!options.overwrite) {
    if (auto refused = refuse_to_overwrite(files, *options.out); !refused) return tl::unexpected(refused.error());
  }
  for (const auto& [name, text] : files) {
    if (auto written = os::write_file(*options.out / name, text); !written) return tl::unexpected(written.error());
    fmt::print("  {}\n", (*options.out / name).string());
  }
  fmt::print("To grade it: ./lab grade {} --from {}\n", manifest.id, options.out->string());
  return kNoPointLost;
}

void show(const Files& files, const Manifest& manifest, const fs::path& dir) {
  const bool colour = wants_colour(STDOUT_FILENO);
  for (const std::string& name : manifest.submit) {
    const auto file = files.find(name);
    if (file == files.end()) continue;
    const std::string head = fmt::format("==> {} <==", (dir / name).string());
    if (files.size() > 1) fmt::print("{}\n", colour ? fmt::format("\x1b[1m{}\x1b[0m", head) : head);
    fmt::print("{}", file->second);
    if (files.size() > 1) fmt::print("\n");
  }
}

}  // namespace

void declare(Arguments& arguments, SolutionOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.positional("file", options.file, "One of its files; default: all that the lab asks for");
  arguments.flag("--insist", options.insist, "Although the last grading did not give all points");
  arguments.option("--out", options.out, "Write the files into this folder, and show none");
  arguments.flag("--overwrite", options.overwrite, "Replace files that are there already");
  arguments.help("There are other right ways. Those that the kit knows are in solutions/NN-name/variants.");
  arguments.example("./lab solution 01 iteration.cpp");
  arguments.example("./lab solution 01 --out solved");
  arguments.refuse(
      [&options]() -> std::string { return options.overwrite && !options.out ? "--overwrite needs --out DIR" : ""; });
}

Result<ExitStatus> run(const SolutionOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const auto files = files_of_solution(here.kit.root, manifest, options);
  if (!files) return tl::unexpected(files.error());
  const LabRecord state = Record::read(here.kit.build_dir).of(manifest.name);
  if (auto finished = check_finished(manifest, state, options); !finished) return tl::unexpected(finished.error());
  if (options.out) return write_files(*files, options, manifest);
  show(*files, manifest, path_from_here(here.kit.root / "solutions" / manifest.name));
  return kNoPointLost;
}

}  // namespace lockstep::cli
