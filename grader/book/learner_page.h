#pragma once

#include <cstddef>
#include <string>

#include "book/book.h"

namespace lockstep::book {

/// The page of one learner: the marks with their reasons, and all attempts.
/// \param learner  index in the book
[[nodiscard]] std::string learner_page(const Book& book, std::size_t learner);

}  // namespace lockstep::book
