#pragma once

#include <vector>

#include "manifest/table_reader.h"

namespace lockstep::manifest {

/// Every key of `lab.toml`. The keys that belong to one kind of check have the table `[[check]] of kind tests`, and so
/// on; what those of `checks.toml` are stands there too.
[[nodiscard]] std::vector<KeyDoc> lab_keys();

/// Every key of `mutant.toml`.
[[nodiscard]] std::vector<KeyDoc> mutant_keys();

/// Every key of `attack.toml`.
[[nodiscard]] std::vector<KeyDoc> attack_keys();

/// Every key of `variant.toml`.
[[nodiscard]] std::vector<KeyDoc> variant_keys();

/// Every key of `equivalent.toml`.
[[nodiscard]] std::vector<KeyDoc> equivalent_keys();

/// Every key of `quiz.toml`.
[[nodiscard]] std::vector<KeyDoc> quiz_keys();

}  // namespace lockstep::manifest
