#include "cli/run_mutant.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "build/submitted.h"
#include "cli/chosen_labs.h"
#include "cli/generated_mutants.h"
#include "cli/mutation_score.h"
#include "cli/overwriting.h"
#include "cli/subjects.h"
#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

/// A mutant's files, and what there is to say of it.
struct DescribedMutant {
  Files files;
  std::string why;
  std::string base;
  std::string change;  ///< where it is to be read, or its lines
};

Result<DescribedMutant> describe(const CommandContext& here, const Manifest& manifest, const std::string& name) {
  const auto subject = mutant_of(here.kit.root, manifest, name);
  if (!subject) return tl::unexpected(subject.error());
  return build::submitted_files(manifest, subject->submission).map([&](Files files) {
    return DescribedMutant{.files = std::move(files),
                           .why = subject->mutant->why,
                           .base = subject->mutant->base,
                           .change = subject->mutant->change.path.string()};
  });
}

/// Of a mutant that is made by rule.
Result<DescribedMutant> describe_generated(const CommandContext& here, const Manifest& manifest,
                                           const std::string& name) {
  const auto subjects = generated_subjects(here.kit.root, manifest);
  if (!subjects) return tl::unexpected(subjects.error());
  const auto subject = std::find_if(subjects->begin(), subjects->end(),
                                    [&](const GeneratedSubject& each) { return each.mutant.name == name; });
  if (subject == subjects->end()) {
    return input_error(
        fmt::format("{} has no mutant {}; accepted: OPERATOR:FILE:LINE as ./lab verify {} --mutate prints "
                    "it, or a folder in solutions/{}/mutants",
                    manifest.name, name, manifest.id, manifest.name));
  }
  return files_of(manifest, *subject).map([&](Files files) {
    return DescribedMutant{.files = std::move(files),
                           .why = std::string(subject->mutant.made_by->change),
                           .base = subject->base,
                           .change = "\n" + changes_of(subject->mutant)};
  });
}

}  // namespace

void declare(Arguments& arguments, MutantOptions& options) {
  arguments.positional("lab", options.lab, "The lab");
  arguments.positional("name", options.name,
                       "The mutant: a folder in solutions/NN-name/mutants, or one that ./lab verify --mutate names");
  arguments.option("--out", options.out, "Folder for the files; default: mutants/NN-name/NAME in the build folder");
  arguments.flag("--overwrite", options.overwrite, "Replace files that are there already");
  arguments.help(
      "A mutant is kept as a patch of what it differs from: the solution, or a variant of it. This writes the files "
      "that it stands for, to read, build or grade them. To change a mutant, edit these files, and make its patch "
      "again, here of a change to the solution:\n\n"
      "  diff -u --label a/FILE --label b/FILE solutions/NN-name/FILE DIR/FILE");
  arguments.example("./lab mutant 04 one-lock --out one-lock");
  arguments.example("./lab mutant 03 drop-lock:cache.cpp:20 --out drop-lock");
}

Result<ExitStatus> run(const MutantOptions& options, const CommandContext& here) {
  const auto labs = chosen_labs(here.kit.root, options.lab, HiddenChecks::kWhereThereAre);
  if (!labs) return tl::unexpected(labs.error());
  const Manifest& manifest = labs->front();
  const bool is_generated = options.name.find(':') != std::string::npos;
  const auto described =
      is_generated ? describe_generated(here, manifest, options.name) : describe(here, manifest, options.name);
  if (!described) return tl::unexpected(described.error());

  const fs::path out =
      options.out.value_or(here.kit.build_dir / "mutants" / manifest.name / as_file_name(options.name));
  if (!options.overwrite) {
    if (auto refused = refuse_to_overwrite(described->files, out); !refused) return tl::unexpected(refused.error());
  }
  fmt::print("{}, mutant {}: {}\n", manifest.name, options.name, described->why);
  for (const auto& [name, text] : described->files) {
    if (auto written = os::write_file(out / name, text); !written) return tl::unexpected(written.error());
    fmt::print("  {}\n", (out / name).string());
  }
  fmt::print("What differs from its base, {}: {}\nTo grade it: ./lab grade {} --from {}\n", described->base,
             described->change, manifest.id, out.string());
  return kNoPointLost;
}

}  // namespace lockstep::cli
