#pragma once

#include <string>
#include <string_view>

namespace lockstep::cli {

/// A compiler's words about a lab's files, each place "a.cpp:3:7: error: ..." with the lab's folder before it, so that
/// an editor or a terminal finds the file. All other lines stay as they are.
/// \param folder  "labs/01-primes"
[[nodiscard]] std::string with_folder(std::string_view text, std::string_view folder);

}  // namespace lockstep::cli
