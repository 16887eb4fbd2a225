#pragma once

#include <span>

#include "export/package.h"
#include "export/platforms.h"
#include "manifest/manifest.h"

namespace lockstep::exported {

/// What a platform gets: the kit in its place and the platform's own files, filled in; pages have no link that leads
/// nowhere. Pure.
/// \param kit        as `read_kit` gives it
/// \param templates  as `read_templates` gives it
/// \pre labs is not empty
[[nodiscard]] Package arrange(const Platform& platform, std::span<const Manifest> labs, const Package& kit,
                              const Package& templates);

}  // namespace lockstep::exported
