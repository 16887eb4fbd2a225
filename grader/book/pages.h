#pragma once

#include <functional>
#include <string>

#include "book/alike.h"
#include "book/book.h"
#include "result/result.h"

namespace lockstep::book {

/// Takes a page: a file's name, without folders, and its text.
using TakePage = std::function<Result<void>(const std::string& name, const std::string& html)>;

/// The pages of a class for a browser, which link to each other and to nothing else: `index.html`, one for each
/// learner, one for the report of each attempt, and one for each pair that is alike. No name of a file comes from a
/// learner. Ends with the first error that `take` gives.
[[nodiscard]] Result<void> write_pages(const Book& book, const AllAlike& alike, const TakePage& take);

}  // namespace lockstep::book
