#include "cli/run_reset.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/chosen_labs.h"
#include "cli/confirm.h"
#include "cli/path_from_here.h"
#include "cli/skeleton.h"
#include "cli/write_together.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

std::string files(std::size_t count) { return fmt::format("{} file{}", count, count == 1 ? "" : "s"); }

/// Whether the learner wants it; an input error where nobody can be asked.
Result<bool> is_wanted(const ResetOptions& options, const CommandContext& here, const Manifest& manifest,
                       const std::vector<HandedOut>& changed) {
  if (options.yes) return true;
  std::string names;
  for (const HandedOut& file : changed) names += fmt::format("\n  {}", file.name);
  if (!can_ask()) {
    return input_error(
        fmt::format("reset puts {} of {} back as handed out, and there is nobody to ask:{}\nTo do so "
                    "without being asked: ./lab reset {} --yes",
                    files(changed.size()), manifest.name, names, options.lab));
  }
  return confirm(
      fmt::format("These files of {} differ from what was handed out:{}\nPut them back? What they hold is "
                  "kept in {}.",
                  manifest.name, names, path_from_here(here.kit.build_dir / "backups" / manifest.name).string()),
      here.stop);
}

Result<ExitStatus> put_back(const CommandContext& here, const Manifest& manifest,
                            const std::vector<HandedOut>& changed) {
  const auto backup = back_up(here.kit.build_dir, manifest, changed);
  if (!backup) return tl::unexpected(backup.error());
  std::map<std::string, std::string> originals;
  for (const HandedOut& file : changed) originals[file.name] = file.original;
  const auto kept = path_from_here(*backup).string();
  const auto lab = path_from_here(manifest.dir).string();
  if (auto written = write_together(manifest.dir, originals); !written) {
    return tl::unexpected(
        Error{written.error().fault, fmt::format("{}\nWhat you wrote is in {}", written.error().message, kept)});
  }
  fmt::print("{}: {} as handed out again\n", manifest.name, files(changed.size()));
  for (const HandedOut& file : changed) fmt::print("  {}\n", (fs::path(lab) / file.name).string());
  fmt::print("What you wrote is in {}\nTo get it back:\n  cp -R {}/. {}/\n", kept, shell_word(kept), shell_word(lab));
  return kNoPointLost;
}

}  // namespace

void declare(Arguments& arguments, ResetOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.flag("--yes", options.yes, "Do not ask");
  arguments.flag("--hand-out", options.hand_out,
                 "For the lab's author: what the files hold now is what reset puts back from now on");
  arguments.help(
      "It changes the files that you write, those of submit in lab.toml, and no others. What they hold is kept in "
      "build/backups/NN-name/DATE_TIME first. How they were handed out is in labs/NN-name/original.");
  arguments.example("./lab reset 03 --yes");
  arguments.refuse([&options]() -> std::string {
    return options.yes && options.hand_out ? "--yes and --hand-out exclude each other" : "";
  });
}

Result<ExitStatus> run(const ResetOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  if (options.hand_out) {
    if (auto written = hand_out(manifest); !written) return tl::unexpected(written.error());
    fmt::print("{} is handed out as it is now: {}\n", manifest.name, path_from_here(manifest.dir / kOriginal).string());
    return kNoPointLost;
  }
  auto changed = handed_out(manifest);
  if (!changed) return tl::unexpected(changed.error());
  std::erase_if(*changed, [](const HandedOut& file) { return !file.is_changed(); });
  if (changed->empty()) {
    fmt::print("Nothing to reset: {} is as it was handed out.\n", manifest.name);
    return kNoPointLost;
  }
  const auto wanted = is_wanted(options, here, manifest, *changed);
  if (!wanted) return tl::unexpected(wanted.error());
  if (!*wanted) {
    fmt::print("Nothing was changed.\n");
    return kNoPointLost;
  }
  return put_back(here, manifest, *changed);
}

}  // namespace lockstep::cli
