#pragma once

#include <string>

#include "book/alike.h"
#include "book/book.h"

namespace lockstep::book {

/// The marks as a table for a terminal of so many columns, and how many there are of what.
/// \param width  40 at least
[[nodiscard]] std::string terminal_text(const Book& book, const AllAlike& alike, int width);

}  // namespace lockstep::book
