#pragma once

#include <map>
#include <vector>

#include "build/build.h"
#include "integrity/suspicion.h"
#include "manifest/manifest.h"

namespace lockstep::integrity {

/// Reads a submission's text, the objects that it was compiled into in every flavour that was built, and those of the
/// lab that may include a header of the submission's.
/// \return what works against the grader, each once, with files relative to the lab; the proven ones first
[[nodiscard]] std::vector<Suspicion> examine(const build::Kit& kit, const Manifest& manifest,
                                             const std::map<build::Flavour, build::Built>& built);

}  // namespace lockstep::integrity
