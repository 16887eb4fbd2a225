#pragma once

#include <map>
#include <string>
#include <vector>

#include "intake/holding.h"
#include "result/result.h"

namespace lockstep::intake {

/// What is asked of a submission.
struct Asked {
  std::string lab;                  ///< "01-primes"
  std::vector<std::string> submit;  ///< files, relative to the lab's folder
};

/// Takes the files that are asked for, and no others. They lie at the top, in `01-primes/`, in `labs/01-primes/`, or
/// likewise in the only folder that there is.
/// \return their texts by name; an input error that says what is missing, or a link, or too large.
[[nodiscard]] Result<std::map<std::string, std::string>> take(const Holding& holding, const Asked& asked);

/// The only archive among the files, where none of those that are asked for is there; empty when there is no such one.
[[nodiscard]] std::string archive_within(const Holding& holding, const Asked& asked);

/// Whether a file of this name is unpacked: .zip, .tar, .tar.gz, .tgz; in any case.
[[nodiscard]] bool is_archive(const std::string& name);

/// The name without that ending.
[[nodiscard]] std::string without_ending(const std::string& name);

}  // namespace lockstep::intake
