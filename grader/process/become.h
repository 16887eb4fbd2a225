#pragma once

#include <string>
#include <vector>

#include "result/result.h"

namespace lockstep::process {

/// Runs a program in place of this one, on the same terminal and with signals as at first: nothing of this program is
/// left, threads neither.
/// \param argv  argv[0] is an absolute path or a name on PATH
/// \return only when that cannot be done: why
[[nodiscard]] Error become(std::vector<std::string> argv);

}  // namespace lockstep::process
