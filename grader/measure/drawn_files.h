#pragma once

#include <string>
#include <vector>

#include "manifest/pictures.h"
#include "measure/lab_programs.h"
#include "measure/program_client.h"

namespace lockstep::measure {

/// Runs the program that draws a lab's pictures, in a folder of its own.
/// \return what it wrote, a file's content for each picture; failure when it did not end well, or did not write one of
///         them as a regular file of at most 16 MiB
[[nodiscard]] Answer<std::vector<std::string>> drawn_files(const Pictures& pictures, const Conditions& conditions);

}  // namespace lockstep::measure
