#include "integrity/uninstrumented.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "integrity/machine_code.h"
#include "integrity/taken_names.h"

namespace lockstep::integrity {
namespace {

namespace fs = std::filesystem;

/// Code that compilers make by themselves and instrument in no flavour: what adjusts `this` before a virtual function,
/// and what gives variables their first values before `main`.
bool is_compilers(std::string_view name) {
  constexpr std::array<std::string_view, 5> kPrefixes{"_ZTh", "_ZTv", "_ZTc", "_GLOBAL__", "__cxx_global_var_init"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); }) ||
         name.find("__static_initialization_and_destruction") != std::string_view::npos;
}

/// The learner's lines on which a function accesses memory, in the order of its instructions.
std::vector<Place> lines_of(const Accesses& accesses, SourceLines& lines, const IsLearners& is_learners) {
  std::vector<Place> places;
  for (const Spot& spot : accesses.spots) {
    Place place = lines.place_of(spot);
    if (!place.file.empty() && is_learners(place.file)) places.push_back(std::move(place));
  }
  return places;
}

struct Suspect {
  std::string function;
  std::vector<Place> places;
};

std::vector<Suspect> suspects_in(const fs::path& object, const IsLearners& is_learners) {
  std::vector<Suspect> suspects;
  const auto code = MachineCode::read(object);
  if (!code) return suspects;
  SourceLines lines(object);
  for (const Function& function : code->functions()) {
    if (function.instrumented || is_compilers(function.name)) continue;
    const Accesses accesses = code->accesses_of(function);
    if (accesses.makes_its_result) continue;
    auto places = lines_of(accesses, lines, is_learners);
    if (places.empty()) continue;
    suspects.push_back({.function = function.name, .places = std::move(places)});
  }
  return suspects;
}

std::set<std::pair<std::string, int>> lines_with_accesses(std::span<const fs::path> objects,
                                                          const IsLearners& is_learners) {
  std::set<std::pair<std::string, int>> all;
  for (const fs::path& object : objects) {
    const auto code = MachineCode::read(object);
    if (!code) continue;
    SourceLines lines(object);
    for (const Function& function : code->functions()) {
      for (const Place& place : lines_of(code->accesses_of(function), lines, is_learners)) {
        all.emplace(place.file, place.line);
      }
    }
  }
  return all;
}

}  // namespace

std::vector<Suspicion> uninstrumented(const fs::path& instrumented, std::span<const fs::path> plain,
                                      const IsLearners& is_learners) {
  const std::vector<Suspect> suspects = suspects_in(instrumented, is_learners);
  if (suspects.empty()) return {};
  const auto known = lines_with_accesses(plain, is_learners);
  std::vector<Suspicion> found;
  for (const Suspect& suspect : suspects) {
    const auto place = std::find_if(suspect.places.begin(), suspect.places.end(), [&](const Place& each) {
      return known.contains({each.file, each.line});
    });
    if (place == suspect.places.end()) continue;
    found.push_back({.severity = Severity::kProven,
                     .affects = Affects::kRaces,
                     .symbol = suspect.function,
                     .message = fmt::format(
                         "{} reads or writes memory, and the compiler was kept from showing it to ThreadSanitizer and "
                         "the explorer: a data race there would not be seen. Leave out what keeps it from that.",
                         demangled(suspect.function)),
                     .file = place->file,
                     .line = place->line});
  }
  return found;
}

}  // namespace lockstep::integrity
