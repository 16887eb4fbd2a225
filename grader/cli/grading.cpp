#include "cli/grading.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "build/submitted.h"
#include "checks/check.h"
#include "checks/forgery.h"
#include "integrity/examine.h"

namespace lockstep::cli {
namespace {

std::string joined(const std::map<build::Flavour, build::Steps>& flavours) {
  std::vector<std::string> parts;
  parts.reserve(flavours.size());
  for (const auto& [flavour, steps] : flavours) {
    parts.push_back(fmt::format("{} {}/{}", build::name(flavour), steps.done, steps.total));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

build::Wanted wanted_by(const Manifest& manifest, std::span<const Check> checks) {
  build::Wanted wanted;
  for (const Check& check : checks) {
    for (const build::Flavour flavour : checks::flavours(check)) {
      wanted.flavours.insert(flavour);
      if (check.hidden) {
        wanted.hidden.insert(flavour);
        continue;
      }
      for (std::string& program : checks::programs(manifest, check)) {
        wanted.programs[flavour].insert(std::move(program));
      }
    }
  }
  // The hidden programs may link any object of the lab's: all that are built by themselves, besides those asked for.
  for (const build::Flavour flavour : wanted.hidden) wanted.programs[flavour].insert("all");
  return wanted;
}

Result<Grading> Grading::prepare(const CommandContext& here, const Manifest& manifest,
                                 const build::Submission& submission, std::span<const Check> checks) {
  return prepare(here, manifest, submission, wanted_by(manifest, checks));
}

Result<Grading> Grading::prepare(const CommandContext& here, const Manifest& manifest,
                                 const build::Submission& submission, build::Wanted wanted) {
  auto lock = SlotLock::take(here.kit.build_dir, manifest.name);
  if (!lock) return tl::unexpected(lock.error());

  wanted.compilers = here.compilers;
  const auto progress = [&](const std::map<build::Flavour, build::Steps>& flavours) {
    here.status.show_long(fmt::format("{}: building, files done: {}", manifest.name, joined(flavours)));
  };
  auto built = build::build(here.kit, manifest, submission, wanted, lock->slot(), here.stop, progress);
  here.status.clear();
  if (!built) return tl::unexpected(built.error());
  auto submitted = build::submitted_files(manifest, submission);
  if (!submitted) return tl::unexpected(submitted.error());
  auto suspicions = integrity::examine(here.kit, manifest, *built);
  return Grading(here, manifest, std::move(*lock), std::move(*built), std::move(suspicions), std::move(*submitted));
}

Result<checks::Replay> Grading::replay(const Check& check, const std::string& case_name, const std::string& schedule,
                                       checks::Steps steps) const {
  return checks::replay_case({.manifest = *manifest_,
                              .check = check,
                              .built = built_,
                              .backend = here_->selection.backend,
                              .jobs = 1,
                              .stop = here_->stop,
                              .progress = {}},
                             case_name, schedule, steps);
}

std::filesystem::path Grading::raw_reports_dir() const {
  return here_->kit.build_dir / "reports" / fmt::format("{}.{}", manifest_->name, lock_.slot().number);
}

checks::Context Grading::context(const Check& check) const {
  const auto progress = [this, &check](std::string_view what, int done, int total) {
    here_->status.show(fmt::format("{}: {} {}/{}  {}", manifest_->name, check.id, done, total, what));
  };
  return {.manifest = *manifest_,
          .check = check,
          .built = built_,
          .backend = here_->selection.backend,
          .jobs = here_->jobs,
          .stop = here_->stop,
          .progress = progress,
          .suspicions = suspicions_,
          .submitted = submitted_};
}

bool Grading::needs_quiet(const Check& check) const {
  if (!checks::measures_time(check) || checks::forgery(context(check))) return false;
  const std::vector<build::Flavour> flavours = checks::flavours(check);
  return std::all_of(flavours.begin(), flavours.end(), [&](build::Flavour flavour) {
    return std::holds_alternative<build::Programs>(built_.at(flavour));
  });
}

Result<Verdict> Grading::judge(const Check& check) const {
  auto verdict = checks::judge(context(check));
  here_->status.clear();
  // A program that was stopped looks like one that failed.
  if (here_->stop.stop_requested()) return machine_error("interrupted");
  return verdict;
}

}  // namespace lockstep::cli
