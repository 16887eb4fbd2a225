#pragma once

#include <string>

#include "book/alike.h"
#include "book/book.h"

namespace lockstep::book {

/// The class as `lockstep.gradebook/1` (docs/formats/gradebook-1.md), ended by a newline.
[[nodiscard]] std::string json(const Book& book, const AllAlike& alike);

}  // namespace lockstep::book
