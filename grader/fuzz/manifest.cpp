// lab.toml, mutant.toml, variant.toml and attack.toml: the same bytes as each of them.

#include <filesystem>

#include "input.h"
#include "manifest/attack.h"
#include "manifest/manifest.h"
#include "manifest/mutant.h"
#include "manifest/temporary_lab.h"

using namespace lockstep;

namespace {

/// What an accepted manifest must be.
void require_sane(const Manifest& lab) {
  int points = 0;
  for (const Check& check : lab.checks) {
    fuzz::require(!check.id.empty() && check.points >= 0, "a check has an id, and no negative points");
    points += check.points;
  }
  fuzz::require(!lab.checks.empty() && !lab.submit.empty(), "there are checks, and files to hand in");
  fuzz::require(points == lab.points, "the points of the checks are those of the lab");
  for (const std::string& file : lab.submit) {
    const std::filesystem::path path = std::filesystem::path(file).lexically_normal();
    fuzz::require(path.is_relative() && *path.begin() != "..", "a file to hand in lies in the lab");
  }
}

/// Of which lab the others are read.
const Manifest& good_lab(const manifest::TemporaryLab& checkout) {
  static const Manifest lab = [&] {
    checkout.write("lab.toml", manifest::kGoodManifest);
    return read_manifest(checkout.dir()).value();
  }();
  return lab;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const manifest::TemporaryLab checkout;
  const Manifest& good = good_lab(checkout);
  const auto text = fuzz::text_of(data, size);
  checkout.write("lab.toml", text);
  if (const auto lab = read_manifest(checkout.dir())) require_sane(*lab);
  for (const char* file : {"s/mutants/m/mutant.toml", "s/attacks/a/attack.toml", "s/variants/v/variant.toml"}) {
    checkout.write(file, text);
    checkout.write(std::filesystem::path(file).parent_path() / "a.cpp", "int a;\n");
  }
  (void)read_mutant(checkout.dir() / "s/mutants/m", good);
  (void)read_variant(checkout.dir() / "s/variants/v", good);
  if (const auto attack = read_attack(checkout.dir() / "s/attacks/a", good)) {
    fuzz::require(attack->check.empty() || attack->finding, "a check makes a finding");
  }
  return 0;
}
