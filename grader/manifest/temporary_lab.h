#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

#include "os/temp_dir.h"

namespace lockstep::manifest {

/// For tests: a checkout with one lab, 01-tiny, that is as it must be and gone at the end.
class TemporaryLab {
 public:
  TemporaryLab() {
    for (const char* file : {"README.md", "CMakeLists.txt", "hints/1-first.md", "a.cpp", "b.cpp"}) write(file, "");
  }

  [[nodiscard]] const std::filesystem::path& root() const { return root_.path(); }
  [[nodiscard]] std::filesystem::path dir() const { return root() / "labs" / "01-tiny"; }

  /// Writes a file of the lab, and the folders it lies in.
  void write(const std::filesystem::path& file, std::string_view text) const {
    std::filesystem::create_directories((dir() / file).parent_path());
    std::ofstream(dir() / file) << text;
  }

 private:
  os::TempDir root_ = os::TempDir::make().value();
};

/// A manifest for it without a mistake, with a check of each kind.
inline constexpr std::string_view kGoodManifest = R"(title = "Tiny"
concepts = ["threads", "joins"]
chapter = "1 First things"
minutes = 90
points = 100
submit = ["a.cpp", "b.cpp"]

[[check]]
id = "search"
kind = "tests"
title = "It searches"
points = 40
program = "tiny_test"
read = "README.md#search"
[check.limits]
wall_s = 2.5
cpu_s = 3
memory_mb = 256
processes = 32
output_kb = 100
[check.cases]
"SearchTest.Second" = 30
"SearchTest.First" = 10

[[check]]
id = "join"
kind = "tests"
title = "It joins"
points = 10
program = "tiny_test"
[check.cases]
"JoinTest.Joins" = 10

[[check]]
id = "races"
kind = "tsan"
title = "No data race"
points = 10

[[check]]
id = "memory"
kind = "asan"
title = "No memory error"
points = 10
of = ["join"]

[[check]]
id = "speed"
kind = "speedup"
title = "It is fast"
points = 20
program = "tiny_speedup"
no_points_at = 0.4
full_points_at = 0.7
meet_share = 0.9
parallelism = 1.5
[check.predicted]
program = "tiny_predict"
cores = 16
speedup = 7.5

[[check]]
id = "schedules"
kind = "explorer"
title = "It is right in every schedule"
points = 10
program = "tiny_explored"
schedules = 500
seconds = 1.5
[check.cases]
"ExploredTest.Finds" = 10
)";

}  // namespace lockstep::manifest
