#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "build/diagnostics.h"
#include "build/explored_flags.h"
#include "build/step_counter.h"
#include "manifest/manifest.h"
#include "manifest/patch.h"
#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::build {

/// The ways in which a lab's programs are compiled.
enum class Flavour {
  kRelease,  ///< -O2
  kTsan,     ///< ThreadSanitizer
  kAsan,     ///< AddressSanitizer, UndefinedBehaviorSanitizer, LeakSanitizer
  kExplore,  ///< instrumented for, and linked to, the explorer's runtime
  kDebug,    ///< not optimised, for a debugger; judges nothing
};

[[nodiscard]] std::string_view name(Flavour flavour);

/// Where things are on this machine.
struct Kit {
  std::filesystem::path root;         ///< the checkout: holds labs/, grader/kit/, ...
  std::filesystem::path build_dir;    ///< everything that is built goes below it
  std::string compiler;               ///< the C++ compiler: a path or a name on PATH
  process::SandboxBackend backend{};  ///< of the sandbox that compiles a learner's files
};

/// Whose files are graded: those named in `manifest.submit`; all else comes from the kit.
struct Submission {
  std::vector<std::filesystem::path> dirs;  ///< each file is taken from the first of these that has it
  Patch change = {};                        ///< applied to those files; learners hand in none
};

/// The learner's code does not compile or link.
struct BuildFailure {
  std::string text;  ///< the compiler's words, shortened: the learner's own lines first
  std::string file;  ///< of the first error, relative to the submission; empty when in none of its files
  int line = 0;
  bool starved = false;  ///< the machine was too busy to compile it: it is not known whether it does
};

/// Where the preprocessor's texts of the submission's files are, below a flavour's folder: *.o, as Ninja names them.
inline constexpr std::string_view kPreprocessed = "CMakeFiles/submission_text.dir";

/// The lab as it was staged, beside the folders of its flavours.
inline constexpr std::string_view kStaged = "src";

/// The programs of one flavour.
struct Programs {
  /// Holds an executable for each program target of the lab. Where other flavours were built too, it has what the
  /// preprocessor made of the submission's files, in kPreprocessed.
  std::filesystem::path dir;
  std::filesystem::path hidden_dir = {};  ///< likewise for the hidden tests; empty when they were not asked for
  std::optional<BuildFailure> hidden_failure = {};  ///< the learner's code does not compile or link in these alone
  std::vector<Diagnostic> warnings = {};  ///< about the submission's files, of those that were compiled this time

  /// What they are made of: the lab with the submission's files.
  [[nodiscard]] std::filesystem::path staged_dir() const { return dir.parent_path() / kStaged; }
};

using Built = std::variant<Programs, BuildFailure>;

/// What of a lab is built.
struct Wanted {
  std::set<Flavour> flavours;
  /// The programs that are needed in a flavour; all of the lab's in one that is not named.
  std::map<Flavour, std::set<std::string>> programs = {};
  std::set<Flavour> hidden = {};  ///< those in which the hidden programs, of `manifest.hidden`, are built as well
  int compilers = 0;              ///< at a time, in each flavour; 0: as many as suit the cores
};

/// A place to build one submission at a time in. Several may be used at once, each by one thread.
/// What was built there stays, so that the next submission costs only its own files and the link.
struct Slot {
  int number = 0;
};

/// Told about twice a second how far each flavour is that is not finished. Called by one thread at a time.
using OnProgress = std::function<void(const std::map<Flavour, Steps>&)>;

/// Builds the lab with the files of the submission in place of the kit's own, in every flavour wanted, flavours at
/// the same time. Runs no code of the learner's.
/// \return what came of each flavour; an input error when a file of `manifest.submit` is missing, is no regular file
///         or is too large; a machine error when the kit itself does not build.
[[nodiscard]] Result<std::map<Flavour, Built>> build(const Kit& kit, const Manifest& manifest,
                                                     const Submission& submission, const Wanted& wanted, Slot slot,
                                                     std::stop_token stop = {}, const OnProgress& progress = {});

/// A source of an explored program: C or C++; or a library or an object file, which is linked as it is.
struct ExploredSource {
  std::filesystem::path file;
  ExploredFlags flags;  ///< with which it is compiled; what they say of linking counts for the whole program
};

/// Builds any program with a `main`, for the explorer.
/// \param slot   of the explored programs; not used again until the program has run
/// \return the executable, or the compiler's words; an input error when a file is missing
[[nodiscard]] Result<std::variant<std::filesystem::path, BuildFailure>> build_explored(
    const Kit& kit, std::span<const ExploredSource> sources, Slot slot, std::stop_token stop);

}  // namespace lockstep::build
