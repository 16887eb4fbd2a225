#include "cli/grading.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "checks/check.h"

namespace lockstep::cli {
namespace {

std::vector<build::Flavour> flavours_of(std::span<const Check> checks) {
  std::set<build::Flavour> needed;
  for (const Check& check : checks) {
    for (const build::Flavour flavour : checks::flavours(check)) needed.insert(flavour);
  }
  return {needed.begin(), needed.end()};
}

std::string joined(const std::set<build::Flavour>& flavours) {
  std::vector<std::string_view> names;
  names.reserve(flavours.size());
  for (const build::Flavour flavour : flavours) names.push_back(build::name(flavour));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Result<Grading> Grading::prepare(const Surroundings& here, const Manifest& manifest,
                                 const build::Submission& submission, std::span<const Check> checks) {
  auto lock = SlotLock::take(here.kit.build_dir, manifest.name);
  if (!lock) return tl::unexpected(lock.error());

  const auto flavours = flavours_of(checks);
  std::set<build::Flavour> under_way(flavours.begin(), flavours.end());
  const auto show = [&] { here.status.show(fmt::format("{}: building {}", manifest.name, joined(under_way))); };
  show();
  auto built =
      build::build(here.kit, manifest, submission, flavours, lock->slot(), here.stop, [&](build::Flavour flavour) {
        under_way.erase(flavour);
        show();
      });
  here.status.clear();
  if (!built) return tl::unexpected(built.error());
  return Grading(here, manifest, std::move(*lock), std::move(*built));
}

Result<checks::Replay> Grading::replay(const Check& check, const std::string& case_name,
                                       const std::string& schedule) const {
  return checks::replay_case({.manifest = *manifest_,
                              .check = check,
                              .built = built_,
                              .rung = here_->ladder.rung,
                              .jobs = 1,
                              .stop = here_->stop,
                              .progress = {}},
                             case_name, schedule);
}

Result<Verdict> Grading::judge(const Check& check) const {
  const auto progress = [&](std::string_view what, int done, int total) {
    here_->status.show(fmt::format("{}: {} {}/{}  {}", manifest_->name, check.id, done, total, what));
  };
  auto verdict = checks::judge({.manifest = *manifest_,
                                .check = check,
                                .built = built_,
                                .rung = here_->ladder.rung,
                                .jobs = here_->jobs,
                                .stop = here_->stop,
                                .progress = progress});
  here_->status.clear();
  return verdict;
}

}  // namespace lockstep::cli
