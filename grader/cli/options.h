#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "result/result.h"

namespace lockstep::cli {

/// `./lab`: the labs, the points so far and what to do next.
struct ListOptions {};

/// `./lab grade`
struct GradeOptions {
  std::optional<std::string> lab;             ///< absent only with `solutions`: then all labs
  bool solutions = false;                     ///< grade the reference solutions
  bool hidden = false;                        ///< with the instructor's hidden checks
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
  std::optional<std::filesystem::path> json;  ///< "-": standard output
  bool allow_unprotected = false;             ///< grade somebody else's code even where no sandbox can be had
};

/// `./lab test`
struct TestOptions {
  std::string lab;
};

/// `./lab build`
struct BuildOptions {
  std::string lab;
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
};

/// `./lab hint`
struct HintOptions {
  std::string lab;
  bool again = false;  ///< from the first hint on
};

/// `./lab doctor`
struct DoctorOptions {};

/// `./lab verify`
struct VerifyOptions {
  std::optional<std::string> lab;              ///< default: all
  int repeat = 1;                              ///< times that each check judges each subject, >= 1
  std::vector<std::string> only;               ///< names of subjects; empty: all
  std::optional<std::filesystem::path> table;  ///< a Markdown table of the figures goes here
};

/// `./lab explore`
struct ExploreOptions {
  std::vector<std::filesystem::path> files;  ///< C and C++ sources of a program with a `main`
  std::string strategy = "default";          ///< a name of `kStrategies`
  std::uint64_t schedules = 100'000;         ///< at most
  double seconds = 10;                       ///< at most, about
  std::uint64_t seed = 1;
  std::optional<int> preemptions;             ///< for exhaustive: the preemption bound
  std::optional<std::uint64_t> bypass;        ///< the bypass bound
  std::optional<std::filesystem::path> json;  ///< "-": standard output
  std::vector<std::string> arguments;         ///< of the program
};

/// `./lab replay`
struct ReplayOptions {
  std::vector<std::string> what;  ///< a lab and one of its explored cases, or source files; then the schedule
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
  bool hidden = false;                        ///< the case may be one of the instructor's hidden ones
  std::vector<std::string> arguments;         ///< of the program
};

/// `./lab plot`
struct PlotOptions {
  std::string lab;
  std::optional<std::filesystem::path> from;  ///< the submission's folder; default: the lab's own
  bool solutions = false;                     ///< plot the reference solution
  std::filesystem::path out = ".";            ///< folder for the pictures
  std::optional<unsigned> workers;            ///< of the timeline, 1 to 48; default: the usable cores, at least 4
};

using Command = std::variant<ListOptions, GradeOptions, TestOptions, BuildOptions, HintOptions, DoctorOptions,
                             VerifyOptions, ExploreOptions, ReplayOptions, PlotOptions>;

/// What every command takes.
struct Options {
  Command command;
  std::string compiler;  ///< of the labs' programs; empty: the machine's default
  int jobs = 0;          ///< programs run at the same time, at most; 0: the cores that may be used
};

/// Help was asked for, and printed; nothing more is to be done.
struct HelpShown {};

/// Reads the command line.
/// \return the options; or that help was printed; or an input error that says what is accepted.
[[nodiscard]] Result<std::variant<Options, HelpShown>> parse(int argc, const char* const* argv);

}  // namespace lockstep::cli
