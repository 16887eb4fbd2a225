#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "intake/take.h"
#include "process/sandbox.h"
#include "result/result.h"

namespace lockstep::intake {

/// What one learner handed in.
struct Submitted {
  std::string learner;   ///< the platform's number of the learner where the layout has it, else the name
  std::string name;      ///< for a person
  std::string received;  ///< ISO 8601, UTC; empty: not known
  std::string source;    ///< its name in the class's folder; several are joined by ", "
  std::map<std::string, std::string> files;  ///< texts by name: all that the lab asks for
  std::string content;                       ///< `digest(files)`
};

/// What could not be taken, a line each.
struct NotUnderstood {
  std::string source;
  std::string why;  ///< "lacks queue.h; found ..."
};

struct Collected {
  std::vector<Submitted> submissions;  ///< by source
  std::vector<NotUnderstood> others;
};

struct Collecting {
  Asked asked;
  std::vector<std::string> left_out;  ///< entries whose names begin so are no submissions: the gradebook's
  process::SandboxBackend backend{};  ///< git looks into repositories there
  std::stop_token stop = {};
  std::function<void(int done, int total)> progress = {};
};

/// Takes the submissions from a class's folder: a folder, an archive or a git repository each, or files that a platform
/// has named after the learner. Hidden entries are passed over. Nothing is unpacked to disk, and nothing is run.
/// \return an error only when the folder itself cannot be read, the machine fails, or it was stopped.
[[nodiscard]] Result<Collected> collect(const std::filesystem::path& dir, const Collecting& how);

}  // namespace lockstep::intake
