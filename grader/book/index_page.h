#pragma once

#include <string>

#include "book/alike.h"
#include "book/book.h"

namespace lockstep::book {

/// The first page of a class: what needs review, each lab's distribution and what failed most, which submissions are
/// alike, and all marks.
[[nodiscard]] std::string index_page(const Book& book, const AllAlike& alike);

}  // namespace lockstep::book
