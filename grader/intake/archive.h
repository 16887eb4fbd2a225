#pragma once

#include <filesystem>
#include <vector>

#include "intake/holding.h"
#include "result/result.h"

namespace lockstep::intake {

/// The files of an archive: .zip, .tar, .tar.gz. Nothing is written to disk, and only the texts of files with a name
/// that is asked for are kept. What is unpacked is bounded: entries, bytes, length of paths.
/// \param names  without folders: "bounded_queue.h"
/// \return an input error, for the whole archive, when it is damaged, encrypted, too large, has a path that is absolute
///         or leads out of it, or the same path twice.
[[nodiscard]] Result<Holding> open_archive(const std::filesystem::path& file, const std::vector<std::string>& names);

}  // namespace lockstep::intake
