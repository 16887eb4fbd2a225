#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "result/result.h"

namespace lockstep {

/// The labs' folders: all NN-name in `root/labs`, in order; an input error when there is no lab.
[[nodiscard]] Result<std::vector<std::filesystem::path>> list_labs(const std::filesystem::path& root);

/// The folder of the lab that is called by its number ("01", "1"), its name ("primes"), both ("01-primes") its
/// path ("labs/01-primes/"), or a path in it ("labs/01-primes/tests/a.cpp"), as an editor knows it.
/// \return an input error that lists the labs there are when none or several are meant.
[[nodiscard]] Result<std::filesystem::path> find_lab(const std::filesystem::path& root, std::string_view called);

}  // namespace lockstep
