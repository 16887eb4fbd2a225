#pragma once

namespace lockstep::process {

/// What a sandbox is tried with: a program that finds out what it can do.
/// \param outside  a file that the sandbox must neither show nor let be written
/// \return 0 when confined; otherwise 1, with what is open on standard error
[[nodiscard]] int probe(const char* outside);

}  // namespace lockstep::process
