#pragma once

#include <map>
#include <string>
#include <vector>

namespace lockstep::cli {

/// Contents in an order in which each has as many files as can be in common with the one before. A build folder keeps
/// what was compiled, so a file that is the same as in the last submission there is not compiled again: files of which
/// there are few versions change last. The same for the same contents.
/// \param contents  texts of files by name, by content; each with the same names
[[nodiscard]] std::vector<std::string> in_order_of_reuse(
    const std::map<std::string, std::map<std::string, std::string>>& contents);

}  // namespace lockstep::cli
