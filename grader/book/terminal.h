#pragma once

#include <string>

#include "book/book.h"

namespace lockstep::book {

/// The marks as a table for a terminal of so many columns, and how many there are of what. \param width  40 at least
[[nodiscard]] std::string terminal_text(const Book& book, int width);

}  // namespace lockstep::book
