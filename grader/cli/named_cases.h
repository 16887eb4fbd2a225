#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// The checks that `./lab test` runs. Without names, those of kind `tests`, whole. With names, those that have the
/// cases, of kind `tests` or `explorer`, narrowed to them.
/// \param names  each a case, a suite, which stands for all of its cases, or a part of names: of all that have it
/// \return an input error for a name that means no case: it lists what is accepted.
[[nodiscard]] Result<std::vector<Check>> named_cases(const Manifest& manifest, std::span<const std::string> names);

/// Names, each on an indented line of its own, with a line feed before it.
[[nodiscard]] std::string name_lines(std::span<const std::string> names);

/// The check with those of its cases alone that have these names, or of the cases that a sanitizer runs again; a check
/// without cases stays as it is.
[[nodiscard]] Check narrowed(const Check& check, const std::set<std::string>& names);

}  // namespace lockstep::cli
