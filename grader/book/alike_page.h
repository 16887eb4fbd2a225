#pragma once

#include <string>

#include "book/alike.h"
#include "book/book.h"

namespace lockstep::book {

/// The page of one pair: both texts side by side, with the lines that are alike marked and linked to each other.
[[nodiscard]] std::string alike_page(const Book& book, const Alike& alike);

}  // namespace lockstep::book
