#include "measure/drawn_files.h"

#include <fmt/core.h>

#include <cstdint>
#include <utility>

#include "build/untrusted_file.h"
#include "measure/run_to_end.h"
#include "os/temp_dir.h"

namespace lockstep::measure {
namespace {

constexpr std::uintmax_t kLargest = 16ULL << 20;

}  // namespace

Answer<std::vector<std::string>> drawn_files(const Pictures& pictures, const Conditions& conditions) {
  const auto failure = [&](Owner owner, std::string what) {
    return tl::unexpected(ProgramFailure{FindingKind::kEarlyExit, std::move(what), owner, pictures.program});
  };
  const auto dir = os::TempDir::make();
  if (!dir) return failure(Owner::kMachine, dir.error().message);
  if (auto run = run_to_end(pictures.program, {}, dir->path(), conditions); !run) return tl::unexpected(run.error());
  std::vector<std::string> files;
  for (const Picture& picture : pictures.pictures) {
    auto file = build::read_untrusted_file(dir->path(), picture.file, kLargest);
    if (!file)
      return failure(Owner::kLearner,
                     fmt::format("wrote a {} that is not read: {}", picture.file, file.error().message));
    if (!*file) return failure(Owner::kLearner, fmt::format("wrote no {}", picture.file));
    files.push_back(std::move(**file));
  }
  return files;
}

}  // namespace lockstep::measure
