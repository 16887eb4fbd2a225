#include "cli/run_mutant.h"

#include <fmt/format.h>

#include <map>
#include <system_error>

#include "build/submitted.h"
#include "cli/chosen_labs.h"
#include "cli/subjects.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

/// An input error that names a file which is there with another content than it would get.
Result<void> refuse_to_overwrite(const Files& files, const fs::path& out) {
  for (const auto& [name, text] : files) {
    const fs::path file = out / name;
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(file, failed)) || os::read_file(file).value_or("") == text) continue;
    return input_error(fmt::format(
        "{} is there already, and differs. Take another folder (--out DIR), or say --overwrite.", file.string()));
  }
  return {};
}

}  // namespace

void declare(Arguments& arguments, MutantOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.positional("name", options.name, "The mutant: a folder in solutions/NN-name/mutants");
  arguments.option("--out", options.out, "Folder for the files; default: mutants/NN-name/NAME in the build folder");
  arguments.flag("--overwrite", options.overwrite, "Replace files that are there already");
  arguments.help(
      "A mutant is kept as a patch of what it differs from: the solution, or a variant of it. This writes the files "
      "that it stands for, to read, build or grade them. To change a mutant, edit these files, and make its patch "
      "again, here of a change to the solution:\n\n"
      "  diff -u --label a/FILE --label b/FILE solutions/NN-name/FILE DIR/FILE");
  arguments.example("./lab mutant 04 one-lock --out one-lock");
}

Result<ExitStatus> run(const MutantOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab, HiddenChecks::kWhereThereAre);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const auto subject = mutant_of(here.kit.root, manifest, options.name);
  if (!subject) return tl::unexpected(subject.error());
  const auto files = build::submitted_files(manifest, subject->submission);
  if (!files) return tl::unexpected(files.error());

  const fs::path out = options.out.value_or(here.kit.build_dir / "mutants" / manifest.name / options.name);
  if (!options.overwrite) {
    if (auto refused = refuse_to_overwrite(*files, out); !refused) return tl::unexpected(refused.error());
  }
  fmt::print("{}, mutant {}: {}\n", manifest.name, subject->name, subject->mutant->why);
  for (const auto& [name, text] : *files) {
    if (auto written = os::write_file(out / name, text); !written) return tl::unexpected(written.error());
    fmt::print("  {}\n", (out / name).string());
  }
  fmt::print("What differs from its base, {}: {}\nTo grade it: ./lab grade {} --from {}\n", subject->mutant->base,
             subject->mutant->change.path.string(), manifest.id, out.string());
  return kNoPointLost;
}

}  // namespace lockstep::cli
