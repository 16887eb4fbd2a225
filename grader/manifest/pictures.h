#pragma once

#include <string>
#include <vector>

namespace lockstep::manifest {
class TableReader;
}  // namespace lockstep::manifest

namespace lockstep {

/// A file that a lab's program draws.
struct Picture {
  std::string title;  ///< what it shows
  std::string file;   ///< its name; .pgm and .ppm hold pixels, .csv the points of curves
};

/// A program of the lab's that draws with the learner's files. `./lab plot` runs it and shows what it drew; no points
/// depend on it.
struct Pictures {
  std::string program;            ///< a CMake target of the lab
  std::vector<Picture> pictures;  ///< at least one

  /// Reads the table [pictures] of a `lab.toml`.
  [[nodiscard]] static Pictures read(manifest::TableReader& reader);
};

}  // namespace lockstep
