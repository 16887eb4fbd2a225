#pragma once

#include <filesystem>

#include "book/book.h"
#include "gradebook/gradebook.h"

namespace lockstep::book {

/// For tests: the gradebook of a small class at two labs, with reports as graders make them. Among the learners are one
/// whose work is not graded yet, and one whose name and code are hostile.
[[nodiscard]] gradebook::Gradebook sample_class(const std::filesystem::path& file);

/// A course file for it: 01-primes was due before ada's second attempt.
inline constexpr const char* kSampleCourse = R"toml([late]
points_per_day = 10

[[lab]]
name = "01-primes"
due = 2026-10-01T22:00:00Z
column = "Primes (11)"

[[lab]]
name = "03-locks"
due = 2026-10-15T22:00:00Z
worth = 20
)toml";

}  // namespace lockstep::book
